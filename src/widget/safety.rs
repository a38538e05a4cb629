//! The safety note. Its words never depend on which rule put it first.

use super::{
    hands::Then,
    markup::{Look, Markup, attributes},
    view::View,
};

/// The note in full, as a section.
pub fn note(view: &View<'_>, out: &mut Markup) {
    out.open("section", attributes!["class" = "note", "part" = "safety"]);
    out.key("safety");
    out.h2(view.words.safety.title);
    body(view, out);
    out.close();
}

/// The note behind one line.
pub fn behind_a_line(view: &View<'_>, out: &mut Markup) {
    out.open_folded("safety", attributes!["part" = "safety"], view.words.safety.summary);
    body(view, out);
    out.close();
}

fn body(view: &View<'_>, out: &mut Markup) {
    let words = &view.words.safety;
    out.paragraphs(&words.text);
    if let Some(help) = view.settings.help() {
        out.open("p", &[]);
        let values = vec!["help".into(), help.href().to_owned().into(), "noopener noreferrer".into(), "_blank".into()];
        out.open_with("a", &["part", "href", "rel", "target"], values);
        out.filled(help.label().to_owned());
        out.close();
        out.close();
    }
    out.open("p", attributes!["class" = "leave"]);
    out.button(Look::Plain, "leave", words.leave, Then::Leave(view.words.get(words.leave_href)));
    out.close();
    out.leaf("p", attributes!["class" = "small leave"], words.leave_note);
}

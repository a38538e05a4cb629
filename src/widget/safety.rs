//! The safety note. Its words never depend on which rule put it first.

use super::{
    hands::Then,
    markup::{Look, Markup, tag},
    view::View,
};

/// The note in full, as a section.
pub fn note(view: &View<'_>, out: &mut Markup) {
    out.open(tag!["section", "class" = "note", "part" = "safety"]);
    out.key("safety");
    out.h2(view.words.safety.title);
    body(view, out);
    out.close();
}

/// The note behind one line.
pub fn behind_a_line(view: &View<'_>, out: &mut Markup) {
    out.open_folded("safety", tag!["details", "part" = "safety"], view.words.safety.summary);
    body(view, out);
    out.close();
}

fn body(view: &View<'_>, out: &mut Markup) {
    let words = &view.words.safety;
    out.paragraphs(&words.text);
    if let Some(help) = view.settings.help() {
        out.open("p");
        let tag = tag!["a", "part" = "help", "href" = "{0}", "rel" = "noopener noreferrer", "target" = "_blank"];
        out.open_filled(tag, &[help.href()]);
        out.filled(help.label().to_owned());
        out.close();
        out.close();
    }
    out.open(tag!["p", "class" = "leave"]);
    out.button(Look::Plain, "leave", words.leave, Then::Leave(view.words.get(words.leave_href)));
    out.close();
    out.leaf(tag!["p", "class" = "small leave"], words.leave_note);
}

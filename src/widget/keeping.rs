//! Keep it: as a picture, as text, on paper, as answers.

use super::{
    ask::Ask,
    hands::Then,
    markup::{Look, Markup, tag},
    state::Told,
    view::View,
};
use crate::{
    content::{Messages, TextId},
    quiz::Picture,
};

pub fn section(view: &View<'_>, out: &mut Markup, picture: &Picture) {
    let words = &view.words.keep;
    out.open(tag!["section", "class" = "keep"]);
    out.key("keep");
    out.h2(words.title);
    out.open(tag!["div", "class" = "moves"]);
    out.key("moves");
    // While there is no picture to draw, there is none to show around.
    if !picture.same_answer {
        out.button(Look::Plain, "save", words.picture, Then::Ask(Ask::Picture));
        out.button(Look::Plain, "copy", words.text, Then::Ask(Ask::Text));
    }
    out.button(Look::Plain, "print", words.print, Then::Ask(Ask::Print));
    out.button(Look::Plain, "download", words.answers, Then::Ask(Ask::Answers));
    out.close();
    told(view, out);
    out.open(tag!["div", "class" = "saved", "tabindex" = "-1"]);
    out.key("saved");
    out.found_by(view.hands.saved());
    out.close();
    out.close();
}

/// What came of it, and the text where the browser refused.
fn told(view: &View<'_>, out: &mut Markup) {
    // Kept results stand below for all to see; what came of the link is said beside it.
    let elsewhere = |told: &&Told| matches!(told, Told::History(_) | Told::LinkCopied | Told::LinkShared | Told::LinkSelected);
    let Some(told) = view.state.told.as_ref().filter(|told| !elsewhere(told)) else { return };
    out.open("p");
    out.key("told");
    out.text(sentence(view.words, told));
    out.close();
    if let Told::Refused(text) = told {
        let tag = tag!["textarea", "class" = "text", "readonly" = "", "rows" = "8", "aria-label" = "{0}"];
        out.open_filled(tag, &[view.words.get(view.words.keep.text)]);
        out.key("text");
        out.value(text.clone());
        out.close();
    }
}

/// What came of keeping something, in a sentence.
pub fn sentence(words: Messages, told: &Told) -> TextId {
    match told {
        Told::Saved => words.keep.saved,
        Told::Copied => words.keep.copied,
        Told::Downloaded => words.keep.downloaded,
        Told::Refused(_) => words.keep.refused,
        Told::History(_) => words.over_time.kept,
        Told::NotKept => words.over_time.not_kept,
        Told::LinkCopied => words.keep.copied,
        Told::LinkShared => words.share.shared,
        Told::LinkSelected => words.share.selected,
    }
}

//! A link that was not taken up: one plain sentence that says why, and the quiz below it.

use super::{
    hands::Then,
    markup::{Look, Markup, tag},
    view::View,
};
use crate::{
    content::{Messages, TextId},
    quiz::link::LinkError,
};

pub fn note(view: &View<'_>, out: &mut Markup) {
    let Some(reason) = view.state.bad_link else { return };
    let words = &view.words.bad_link;
    out.open(tag!["section", "class" = "note", "part" = "note"]);
    out.key("bad-link");
    out.h2(words.title);
    out.p(sentence(view.words, reason));
    out.button(Look::Quiet, "next", words.away, Then::PutAway);
    out.close();
}

/// What is wrong with the link, and what to do.
pub fn sentence(words: Messages, reason: LinkError) -> TextId {
    let words = &words.bad_link;
    match reason {
        LinkError::Foreign => words.foreign,
        LinkError::Cut => words.cut,
        LinkError::Altered => words.altered,
        LinkError::OtherVersion => words.other_version,
        LinkError::Empty => words.empty,
        LinkError::TooLong => words.too_long,
        LinkError::Twice => words.twice,
    }
}

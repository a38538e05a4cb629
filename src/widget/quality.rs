//! What the answers say about themselves, in soft words.

use super::{
    hands::Then,
    markup::{Look, Markup, tag},
    strengths::quote,
    view::View,
};
use crate::quiz::{Action, INSTRUMENT, Picture, most_opposed};

pub fn note(view: &View<'_>, out: &mut Markup, picture: &Picture) {
    let words = &view.words.result;
    let (title, text) = match (picture.same_answer, picture.mixed_answer) {
        (true, _) => (words.same_answer_title, words.same_answer),
        (false, true) => (words.mixed_answer_title, words.mixed_answer),
        (false, false) => return,
    };
    out.open(tag!["section", "class" = "note", "part" = "note"]);
    out.key("quality");
    out.h2(title);
    out.p(text);
    if picture.same_answer {
        out.open(tag!["div", "class" = "moves"]);
        out.button(Look::Plain, "review", words.same_answer_revisit, Then::Do(Action::Walk));
        out.close();
    } else if let Some((first, second)) = most_opposed(&INSTRUMENT, picture.form(), view.state.session.answers()) {
        for position in [first, second] {
            out.filled_p(quote(view, position));
            out.open(tag!["p", "class" = "change"]);
            out.button(Look::Quiet, "review", words.change, Then::Do(Action::Jump(position)));
            out.close();
        }
    }
    out.close();
}

//! What the answers say about themselves, in soft words.

use yew::prelude::*;

use super::{
    strengths::quote,
    view::{Look, View, el, filled, leaf, p},
};
use crate::quiz::{Action, INSTRUMENT, Picture, Position, most_opposed};

pub fn note(view: &View<'_>, picture: &Picture) -> Option<Html> {
    let words = &view.words.result;
    let (title, text, more) = if picture.same_answer {
        let again = view.button(Look::Plain, "review", words.same_answer_revisit, Action::Walk);
        (words.same_answer_title, words.same_answer, vec![el("div", &[("class", "moves")], vec![again])])
    } else if picture.mixed_answer {
        let (first, second) = most_opposed(&INSTRUMENT, picture.form(), view.state.session.answers())?;
        let quotes = [first, second].into_iter().flat_map(|position| opposed(view, position)).collect();
        (words.mixed_answer_title, words.mixed_answer, quotes)
    } else {
        return None;
    };
    let mut children = vec![leaf("h2", &[], title), p(text)];
    children.extend(more);
    Some(el("section", &[("key", "quality"), ("class", "note"), ("part", "note")], children))
}

fn opposed(view: &View<'_>, position: Position) -> [Html; 2] {
    let change = view.button(Look::Quiet, "review", view.words.result.change, Action::Jump(position));
    [el("p", &[], vec![filled(quote(view, position))]), el("p", &[("class", "change")], vec![change])]
}

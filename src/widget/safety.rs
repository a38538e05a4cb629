//! The safety note. Its words never depend on which rule put it first.

use yew::prelude::*;

use super::view::{Look, View, el, folded, leaf, paragraphs, plain_button, text};
use crate::browser::page;

/// The note in full, as a section.
pub fn note(view: &View<'_>) -> Html {
    let mut children = body(view);
    children.insert(0, leaf("h2", &[], view.words.safety.title));
    el("section", &[("key", "safety"), ("class", "note"), ("part", "safety")], children)
}

/// The note behind one line.
pub fn behind_a_line(view: &View<'_>) -> Html {
    folded(&[("key", "safety"), ("part", "safety")], text(view.words.safety.summary), body(view))
}

fn body(view: &View<'_>) -> Vec<Html> {
    let words = &view.words.safety;
    let hands = view.hands.clone();
    // Guarded like a move: where a screen has just changed under a double tap, the second tap may fall on this button.
    let leave = Callback::from(move |event: MouseEvent| {
        if hands.is_new(&event) {
            page::leave(words.leave_href);
        }
    });
    let mut children = paragraphs(&words.text);
    children.push(el("p", &[("class", "leave")], vec![plain_button(Look::Plain, "leave", words.leave.into(), leave)]));
    children.push(leaf("p", &[("class", "small leave")], words.leave_note));
    children
}

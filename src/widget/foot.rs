//! Under every screen: ways on, looking back over answers, what is kept, and the safety note.

use yew::prelude::*;

use super::{
    keep, safety,
    state::Event,
    view::{Look, SMALL, View, el, folded, leaf, p, plain_button, text},
};
use crate::{
    content::fill,
    quiz::{Action, Picture, Place, Position},
};

pub fn foot(view: &View<'_>) -> Html {
    let words = view.words;
    let session = &view.state.session;
    let mut children = Vec::with_capacity(6);
    children.extend(way_on(view).map(|button| el("div", &[("key", "on")], vec![button])));
    if session.passed() > 0 {
        children.push(review(view));
    }
    children.push(folded(&[("key", "privacy")], text(words.first.privacy), privacy(view)));
    if session.place() == Place::Item(Position::FIRST) {
        children.push(leaf("p", &[("key", "safety-line"), ("class", "small")], words.safety.line));
    }
    if !shows_note(view) {
        children.push(safety::behind_a_line(view));
    }
    el("div", &[("key", "foot"), ("class", "foot")], children)
}

/// True if the screen itself shows the safety note in full.
fn shows_note(view: &View<'_>) -> bool {
    let session = &view.state.session;
    match session.place() {
        Place::Result => true,
        Place::Sketch => Picture::of(session.form(), session.answers()).safety.is_first(),
        Place::Item(_) | Place::Pause => false,
    }
}

/// From a statement further back: to where the person has got, or to the picture.
fn way_on(view: &View<'_>) -> Option<Html> {
    let (words, session) = (view.words, &view.state.session);
    let Place::Item(position) = session.place() else { return None };
    if session.is_revisiting() || session.passed() == 0 {
        return None;
    }
    match session.frontier() {
        None => Some(view.button(Look::Quiet, "stop", words.first.see_again, Action::Finish)),
        Some(frontier) if position == frontier => {
            let stop = || view.button(Look::Quiet, "stop", words.statement.stop, Action::Sketch);
            session.can_sketch().then(stop)
        }
        Some(frontier) if session.can_open(frontier) => {
            let label = fill(words.first.go_on_from, &[("n", &frontier.number().to_string())]);
            Some(view.button(Look::Quiet, "stop", label, Action::Jump(frontier)))
        }
        Some(_) => None,
    }
}

/// Every statement passed so far, each a button that opens it.
fn review(view: &View<'_>) -> Html {
    let words = view.words;
    let session = &view.state.session;
    let row = |position: Position| {
        let answer = session.answers().get(position).map_or(words.statement.skipped, |answer| words.option(answer));
        let open = view.button(Look::Quiet, "review", *words.item(position), Action::Jump(position));
        el("li", &[], vec![open, leaf("span", SMALL, answer)])
    };
    let rows = Position::all().take(usize::from(session.passed())).map(row).collect();
    let list = el("ol", &[("class", "review")], rows);
    folded(&[("key", "review"), ("part", "review")], text(words.statement.review), vec![list])
}

fn privacy(view: &View<'_>) -> Vec<Html> {
    let words = &view.words.first;
    if view.state.keeps == Some(false) && view.state.offers.is_empty() {
        return vec![p(words.not_kept)];
    }
    let hands = view.hands.clone();
    let onclick = Callback::from(move |event: MouseEvent| {
        if hands.is_new(&event) {
            hands.tell(Event::Forgot(keep::forget()));
        }
    });
    let forget = plain_button(Look::Plain, "forget", words.forget.into(), onclick);
    vec![p(words.privacy_text), el("p", &[], vec![forget])]
}

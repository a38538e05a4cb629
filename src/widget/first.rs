//! The first screen: a line or two, the first statement, how it works, and what is kept.

use yew::prelude::*;

use super::{
    keep::{Notice, Run},
    state::Event,
    statement,
    view::{Look, View, folded, paragraphs, plain_button, text},
};
use crate::{
    browser::clock,
    content::{Words, fill},
    quiz::{Place, Position},
};

pub fn screen(view: &View<'_>) -> Html {
    let words = &view.words.first;
    html! {
        <div key="first" class="screen first">
            { kept(view) }
            { statement::question(view, Position::FIRST, Some(words.moves_on)) }
            { statement::moves(view) }
            { folded(&[("key", "how"), ("class", "intro")], text(words.how), paragraphs(&words.instructions)) }
        </div>
    }
}

/// Kept runs to go on from, or what this is about. The room is there before the browser has been asked.
fn kept(view: &View<'_>) -> Html {
    let says = view.state.notice.map(|said| notice(view.words, said));
    let lead = says.is_none() && view.state.offers.is_empty();
    html! {
        <div key="kept" class="kept">
            if lead {
                <p key="lead" class="small" part="intro">{ view.words.first.lead }</p>
            }
            if let Some(says) = says {
                <p key="notice" class="small" part="note">{ says }</p>
            }
            { for view.state.offers.iter().enumerate().map(|(place, run)| offer(view, place, run)) }
        </div>
    }
}

/// What is said about what the browser keeps.
pub const fn notice(words: Words, notice: Notice) -> &'static str {
    let words = &words.first;
    match notice {
        Notice::Damaged => words.set_aside_damaged,
        Notice::OtherVersion => words.set_aside_version,
        Notice::Forgotten => words.forgotten,
        Notice::NotForgotten => words.not_forgotten,
    }
}

fn offer(view: &View<'_>, place: usize, run: &Run) -> Html {
    let mut label = choice(view.words, run);
    if place > 0 {
        label = fill(view.words.first.earlier, &[("choice", &label)]);
    }
    let hands = view.hands.clone();
    let onclick = Callback::from(move |event: MouseEvent| {
        if hands.is_new(&event) {
            hands.tell(Event::TookUp(place, clock::today()));
        }
    });
    html! { <div key={place}>{ plain_button(Look::Quiet, "resume", label.into(), onclick) }</div> }
}

fn choice(words: Words, run: &Run) -> String {
    let n = |position: u8| position.to_string();
    match run.session.place() {
        Place::Item(position) => fill(words.first.go_on_from, &[("n", &n(position.number()))]),
        Place::Pause => fill(words.first.go_on_pause, &[("n", &n(run.session.passed()))]),
        Place::Sketch | Place::Result => words.first.see_again.to_owned(),
    }
}

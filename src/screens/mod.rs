//! One component for each screen, and what stands around it.

pub mod comparison;
mod crash_notice;
pub mod footer;
pub mod header;
pub mod intro;
pub mod link_error;
pub mod pause;
pub mod result;
pub mod shared_result;
pub mod sketch;
pub mod statement;
pub mod words_fit;

use yew::prelude::*;

pub use self::crash_notice::crash_notice;
use crate::{
    content::TextId,
    context::{QuizContext, text},
    quiz::Place,
    state::{State, View},
};

/// True if the screen is a plate and a letter, side by side where there is room.
pub fn is_wide(state: &State) -> bool {
    match state.view {
        View::Quiz => matches!(state.session.place(), Place::Sketch | Place::Result),
        View::SharedResult | View::Comparison => true,
        View::WordsFit => false,
    }
}

/// The title of a screen: focus goes to it after a change of the screen.
fn title(quiz: &QuizContext, part: Option<&'static str>, title: TextId) -> Html {
    html! {
        <h2 class="title" {part} tabindex="-1" aria-level={quiz.level(0)} ref={&quiz.input.nodes().heading}>{ quiz.text(title) }</h2>
    }
}

/// The same over a plate, in small letters: what stands under it is larger.
fn kicker(quiz: &QuizContext, part: Option<&'static str>, title: impl Into<AttrValue>, heading: &NodeRef) -> Html {
    html! { <h2 class="kicker" {part} tabindex="-1" aria-level={quiz.level(0)} ref={heading}>{ text(title) }</h2> }
}

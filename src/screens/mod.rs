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
use crate::{content::TextId, context::QuizContext};

/// The title of a screen: focus goes to it after a change of the screen.
fn title(quiz: &QuizContext, part: Option<&'static str>, title: TextId) -> Html {
    html! {
        <h2 class="title" part={part} tabindex="-1" aria-level={quiz.level(0)} ref={&quiz.input.nodes().heading}>
            { quiz.text(title) }
        </h2>
    }
}

//! One component for each screen, and what stands around it.

mod comparison;
mod crash_notice;
mod footer;
mod header;
pub mod intro;
pub mod link_error;
mod pause;
mod result;
mod shared_result;
mod sketch;
mod statement;

use yew::prelude::*;

pub use self::{
    comparison::ComparisonScreen, crash_notice::crash_notice, footer::footer, header::header, pause::PauseScreen,
    result::ResultScreen, shared_result::SharedResultScreen, sketch::SketchScreen, statement::StatementScreen,
};
use crate::{content::TextId, context::QuizContext};

/// The title of a screen: focus goes to it after a change of the screen.
fn title(quiz: &QuizContext, part: Option<&'static str>, title: TextId) -> Html {
    html! {
        <h2 class="title" part={part} tabindex="-1" aria-level={quiz.level(0)} ref={&quiz.input.nodes().heading}>
            { quiz.text(title) }
        </h2>
    }
}

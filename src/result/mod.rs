//! The parts of a result.

pub mod chart;
pub mod lines;
pub mod pair;
pub mod plate;
pub mod quality_note;
pub mod rests;
pub mod ribbon;
pub mod safety_note;
pub mod score_text;
pub mod scoring_breakdown;
pub mod steps;
pub mod tables;
pub mod top_reasons;

use crate::{context::QuizContext, quiz::Position};

/// A statement and the answer to it.
pub fn quote(quiz: &QuizContext, position: Position) -> String {
    let messages = quiz.messages();
    let answer = quiz.state.session.answers().get(position);
    let answer = answer.map_or(messages.statement.skipped, |answer| *messages.option(answer));
    messages.fill(messages.result.quote, &[messages.get(answer), messages.get(*messages.item(position))])
}

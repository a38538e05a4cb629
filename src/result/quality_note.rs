//! What the answers say about themselves, in soft words.

use yew::prelude::*;

use super::quote;
use crate::{
    button::{Look, button},
    context::{QuizContext, paragraph},
    input::Intent,
    quiz::{INSTRUMENT, QuizResult, SameAnswer, SessionAction, most_opposed},
    state::Action,
};

/// True if the answers say something about themselves.
pub const fn is_needed(result: &QuizResult) -> bool {
    result.same_answer.is_some() || result.mixed_answer
}

/// The note, where there is one.
pub fn section(quiz: &QuizContext, result: &QuizResult) -> Html {
    let texts = &quiz.messages().result;
    let (title, says) = match (result.same_answer, result.mixed_answer) {
        (Some(SameAnswer::Same), _) => (texts.same_answer_title, texts.same_answer),
        (Some(SameAnswer::Middle), _) => (texts.same_answer_title, texts.middle_answer),
        (None, true) => (texts.mixed_answer_title, texts.mixed_answer),
        (None, false) => return Html::default(),
    };
    let opposed = most_opposed(&INSTRUMENT, result.form(), quiz.state.session.answers()).filter(|_| result.same_answer.is_none());
    let open = |look, label, action| button(quiz, look, "review", quiz.text(label), Intent::Dispatch(Action::Session(action)));
    html! {
        <section class="note" part="note">
            { quiz.heading(title) }
            { quiz.paragraph(says) }
            if result.same_answer.is_some() {
                <div class="moves">{ open(Look::Plain, texts.same_answer_revisit, SessionAction::Walk) }</div>
            }
            if let Some((first, second)) = opposed {
                for position in [first, second] {
                    { paragraph(quote(quiz, position)) }
                    <p class="change">{ open(Look::Quiet, texts.change, SessionAction::Jump(position)) }</p>
                }
            }
        </section>
    }
}

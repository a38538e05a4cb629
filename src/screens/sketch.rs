//! The result of the first ten answers, with the choice to go on.

use yew::prelude::*;

use super::title;
use crate::{
    button::{Look, button},
    context::{QuizContext, text},
    input::Intent,
    quiz::{Form, QUICK_ITEMS, QuizResult, SessionAction, number},
    result::{Owner, plate, quality_note, safety_note},
    state::Action,
};

/// The sketch.
pub fn view(quiz: &QuizContext) -> Html {
    let messages = &quiz.messages().sketch;
    let result = QuizResult::of(Form::Quick, quiz.state.session.answers());
    let step = |look, part, label, action| button(quiz, look, part, label, Intent::Dispatch(Action::Session(action)));
    html! {
        <div key="sketch" class="screen enter">
            { title(quiz, Some("sketch"), messages.title) }
            { quiz.lead(messages.lead) }
            if result.safety.is_first() {
                { safety_note::section(quiz) }
            }
            { quality_note::section(quiz, &result) }
            { plate(quiz, &result, Some(&quiz.letter(&result)), Owner::User) }
            <div class="moves">
                { step(Look::Primary, "next", go_on(quiz), SessionAction::GoOn) }
                { step(Look::Quiet, "next", quiz.text(messages.stop), SessionAction::Finish) }
                { step(Look::Quiet, "back", quiz.text(quiz.messages().statement.back), SessionAction::Back) }
            </div>
            { quiz.small(messages.shift) }
        </div>
    }
}

/// "Go on", and from where, if the user has been further.
pub fn go_on(quiz: &QuizContext) -> Html {
    let (messages, passed) = (quiz.messages(), quiz.state.session.passed());
    if usize::from(passed) > QUICK_ITEMS {
        return text(messages.fill(messages.sketch.go_on_from, &[&number(passed + 1)]));
    }
    quiz.text(messages.sketch.go_on)
}

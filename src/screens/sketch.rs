//! The result of the first ten answers, with the choice to go on.

use yew::prelude::*;

use super::{kicker, result::plate_of_own};
use crate::{
    button::{Look, button},
    context::{QuizContext, text},
    input::Intent,
    quiz::{Form, QUICK_ITEMS, QuizResult, SessionAction, number},
    result::plate::numbers,
    state::Action,
};

/// The sketch.
pub fn view(quiz: &QuizContext) -> Html {
    let messages = &quiz.messages().sketch;
    let result = QuizResult::of(Form::Quick, quiz.state.session.answers());
    let step = |look, part, label, action| button(quiz, look, part, label, Intent::Dispatch(Action::Session(action)));
    let letter = quiz.letter(&result);
    let heading = kicker(quiz, Some("sketch"), quiz.value(messages.title), &quiz.input.nodes().heading);
    html! {
        <div key="sketch" class="screen enter sheet" data-seen={(quiz.state.seen == Some(Form::Quick)).then_some("")}>
            { plate_of_own(quiz, &result, &letter, heading, Html::default()) }
            <div class="letter">
                { quiz.lead(messages.lead) }
                { quiz.small(messages.shift) }
                <div class="moves">
                    { step(Look::Primary, "next", go_on(quiz), SessionAction::GoOn) }
                    { step(Look::Quiet, "next", quiz.text(messages.stop), SessionAction::Finish) }
                    { step(Look::Quiet, "back", quiz.text(quiz.messages().statement.back), SessionAction::Back) }
                </div>
                { numbers(quiz, &result) }
            </div>
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

//! After ten statements: see a first sketch, or go on.

use yew::prelude::*;

use super::title;
use crate::{
    button::{Look, button},
    context::QuizContext,
    input::Intent,
    quiz::SessionAction,
    state::Action,
};

/// The choice after ten statements.
pub fn view(quiz: &QuizContext) -> Html {
    let messages = &quiz.messages().pause;
    let step = |look, part, label, action| button(quiz, look, part, quiz.text(label), Intent::Dispatch(Action::Session(action)));
    html! {
        <div key="pause" class="screen enter">
            { title(quiz, Some("title"), messages.title) }
            { quiz.lead(messages.lead) }
            <div class="moves">
                { step(Look::Primary, "next", messages.sketch, SessionAction::Sketch) }
                { step(Look::Plain, "next", messages.go_on, SessionAction::GoOn) }
                { step(Look::Quiet, "back", quiz.messages().statement.back, SessionAction::Back) }
            </div>
        </div>
    }
}

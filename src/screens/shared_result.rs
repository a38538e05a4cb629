//! Somebody's result, opened from a link: clearly theirs, with the way to one's own.

use yew::prelude::*;

use super::title;
use crate::{
    button::{Look, button},
    content::TextId,
    context::QuizContext,
    input::Intent,
    quiz::{Edition, QuizResult, link::Shared},
    result::{Owner, plate, top_reasons},
    state::{Action, View},
};

/// Somebody's result.
pub fn view(quiz: &QuizContext) -> Html {
    let messages = &quiz.messages().shared;
    let Some(shared) = quiz.state.shared_result else { return Html::default() };
    let result = QuizResult::of_shared(&shared);
    let has_own = is_compared(&shared) && quiz.state.finished().is_some();
    html! {
        <div key="shared_result" class="screen" part="result">
            { title(quiz, None, messages.title) }
            { quiz.lead(messages.lead) }
            { plate(quiz, &result, None, Owner::Sender) }
            if shared.reasons.is_some() {
                { top_reasons::all(quiz, &result, false) }
            }
            <div class="moves">
                if has_own {
                    { step(quiz, Look::Primary, "next", messages.beside, Action::Show(View::Comparison)) }
                    { step(quiz, Look::Plain, "next", messages.take, Action::TakeQuiz) }
                } else {
                    { step(quiz, Look::Primary, "next", messages.take, Action::TakeQuiz) }
                }
                { step(quiz, Look::Quiet, "back", messages.away, Action::PutAway) }
            </div>
            { quiz.small(messages.small) }
        </div>
    }
}

/// True if a shared result can stand beside one of this edition: results of two editions are not compared.
fn is_compared(shared: &Shared) -> bool {
    shared.edition == Edition::CURRENT
}

/// On the user's own result: the shared one that waits to be seen beside it, where there is one.
pub fn waiting(quiz: &QuizContext) -> Html {
    let messages = &quiz.messages().shared;
    let Some(shared) = quiz.state.shared_result else { return Html::default() };
    html! {
        <section class="on">
            { quiz.heading(messages.waiting) }
            <div class="moves">
                if is_compared(&shared) {
                    { step(quiz, Look::Plain, "next", messages.both, Action::Show(View::Comparison)) }
                } else {
                    { step(quiz, Look::Plain, "next", quiz.messages().both.back, Action::Show(View::SharedResult)) }
                }
                { step(quiz, Look::Quiet, "back", messages.away, Action::PutAway) }
            </div>
        </section>
    }
}

/// A button that shows something else.
pub fn step(quiz: &QuizContext, look: Look, part: &'static str, label: TextId, action: Action) -> Html {
    button(quiz, look, part, quiz.text(label), Intent::Dispatch(action))
}

//! Somebody's result, opened from a link: clearly theirs, with the way to one's own.

use yew::prelude::*;

use super::kicker;
use crate::{
    button::{Look, button},
    content::TextId,
    context::QuizContext,
    input::Intent,
    quiz::{Edition, QuizResult, link::Shared},
    result::{
        plate::{numbers, plate},
        top_reasons,
    },
    state::{Action, View},
};

/// Somebody's result.
pub fn view(quiz: &QuizContext) -> Html {
    let messages = &quiz.messages().shared;
    let Some(shared) = quiz.state.shared_result else { return Html::default() };
    let result = QuizResult::of_shared(&shared);
    let has_own = is_compared(&shared) && quiz.state.finished().is_some();
    let above = kicker(quiz, None, quiz.value(messages.title), &quiz.input.nodes().heading);
    let take = |look| step(quiz, look, "next", messages.take, Action::TakeQuiz);
    let beside = || step(quiz, Look::Primary, "next", messages.beside, Action::Show(View::Comparison));
    let below = html! {
        <div class="moves">
            { has_own.then(beside) }
            { take(if has_own { Look::Plain } else { Look::Primary }) }
            { step(quiz, Look::Quiet, "back", messages.away, Action::PutAway) }
        </div>
    };
    html! {
        <div key="shared_result" class="screen sheet" part="result">
            { plate(quiz, &result, None, above, below) }
            <div class="letter">
                { quiz.lead(messages.lead) }
                { quiz.small(messages.small) }
                { top_reasons::all(quiz, &result, None, false) }
                { numbers(quiz, &result) }
            </div>
        </div>
    }
}

/// True if a shared result can stand beside one of this edition: results of two editions are not compared.
fn is_compared(shared: &Shared) -> bool {
    shared.edition == Edition::CURRENT
}

/// On the user's own result, right under the plate: the shared one that waits to be seen beside it, where there is one.
pub fn waiting(quiz: &QuizContext) -> Html {
    let messages = &quiz.messages().shared;
    let Some(shared) = quiz.state.shared_result else { return Html::default() };
    let (look, label, view) = if is_compared(&shared) {
        (Look::Primary, messages.both, View::Comparison)
    } else {
        (Look::Plain, quiz.messages().both.back, View::SharedResult)
    };
    html! {
        <section class="on">
            { quiz.heading(messages.waiting) }
            <div class="moves">
                { step(quiz, look, "next", label, Action::Show(view)) }
                { step(quiz, Look::Quiet, "back", messages.away, Action::PutAway) }
            </div>
        </section>
    }
}

/// A button that shows something else.
pub fn step(quiz: &QuizContext, look: Look, part: &'static str, label: TextId, action: Action) -> Html {
    button(quiz, look, part, quiz.text(label), Intent::Dispatch(action))
}

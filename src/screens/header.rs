//! The name of the quiz, the progress, and where the user is.

use yew::prelude::*;

use crate::{
    context::{QuizContext, changing},
    quiz::{Place, number},
    state::View,
};

/// The head of the quiz, above every screen.
pub fn view(quiz: &QuizContext) -> Html {
    let (messages, session) = (quiz.messages(), &quiz.state.session);
    let view = quiz.state.view;
    // On another view there is no way to go: the line is whole, and says what is there.
    let n = number(if view == View::Quiz { session.progress() } else { session.total() });
    let total = number(session.total());
    let name = match (view, session.place()) {
        (View::SharedResult, _) => Some(messages.shared.folio),
        (View::Comparison, _) => Some(messages.both.folio),
        (View::WordsFit, _) => Some(messages.words_fit.folio),
        (View::Quiz, Place::Item(_) | Place::Pause) => None,
        (View::Quiz, Place::Sketch) => Some(messages.sketch.folio),
        (View::Quiz, Place::Result) => Some(messages.result.folio),
    };
    let position = AttrValue::from(messages.fill(messages.statement.position, &[&n, &total]));
    let folio = name.map_or_else(|| position.clone(), |name| quiz.value(name));
    let label = if view == View::Quiz { position } else { folio.clone() };
    html! {
        <div class="head">
            <p class="mark">{ quiz.text(messages.name) }</p>
            // Its label says where the user is: Chromium tells assistive technologies no `aria-valuetext` of it.
            <progress class="line" part="progress" max={total} value={n} aria-label={label} />
            <p class="folio">{ changing(folio) }</p>
        </div>
    }
}

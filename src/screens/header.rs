//! The name of the quiz, the progress, and where the user is.

use yew::prelude::*;

use crate::{
    context::{QuizContext, changing},
    quiz::{ITEMS, Place, number},
    state::View,
};

/// The head of the quiz, above every screen.
pub fn view(quiz: &QuizContext) -> Html {
    let (messages, session) = (quiz.messages(), &quiz.state.session);
    let view = quiz.state.view;
    let name = match (view, session.place()) {
        (View::SharedResult, _) => Some(messages.shared.folio),
        (View::Comparison, _) => Some(messages.both.folio),
        (View::WordsFit, _) => Some(messages.words_fit.folio),
        (View::Quiz, Place::Item(_) | Place::Pause) => None,
        (View::Quiz, Place::Sketch) => Some(messages.sketch.folio),
        (View::Quiz, Place::Result) => Some(messages.result.folio),
    };
    let (n, total) = (number(session.progress()), number(session.total()));
    let position = if session.gone_on() { messages.statement.position } else { messages.statement.position_first };
    let position = AttrValue::from(messages.fill(position, &[&n, &total]));
    let folio = name.map_or_else(|| position.clone(), |name| quiz.value(name));
    html! {
        <div class="head">
            <p class="mark">{ quiz.text(messages.name) }</p>
            if matches!(view, View::SharedResult | View::Comparison) {
                <span class="line" />
            } else {
                // One line of all thirty, which also after a step back says how many are done. Its label says where the user is:
                // Chromium tells assistive technologies no `aria-valuetext` of it.
                <progress class="line" part="progress" max={number(ITEMS as u32)} value={number(session.passed())} aria-label={position} />
            }
            <p class="folio">{ changing(folio) }</p>
        </div>
    }
}

//! A link that could not be opened: one plain sentence that says why, and the quiz below it.

use yew::prelude::*;

use super::shared_result::step;
use crate::{
    button::Look,
    content::{Messages, TextId},
    context::QuizContext,
    quiz::link::LinkError,
    state::Action,
};

/// The note, where there is one.
pub fn section(quiz: &QuizContext) -> Html {
    let Some(error) = quiz.state.link_error else { return Html::default() };
    let messages = &quiz.messages().bad_link;
    html! {
        <section class="note" part="note">
            { quiz.heading(messages.title) }
            { quiz.paragraph(sentence(quiz.messages(), error)) }
            { step(quiz, Look::Quiet, "next", messages.away, Action::PutAway) }
        </section>
    }
}

/// What is wrong with the link, and what to do.
pub fn sentence(messages: Messages, error: LinkError) -> TextId {
    let messages = &messages.bad_link;
    match error {
        LinkError::Foreign => messages.foreign,
        LinkError::Cut => messages.cut,
        LinkError::Altered => messages.altered,
        LinkError::OtherVersion => messages.other_version,
        LinkError::Empty => messages.empty,
        LinkError::TooLong => messages.too_long,
        LinkError::Twice => messages.twice,
    }
}

//! What is going well, from the user's own answers.

use yew::prelude::*;

use crate::{
    context::QuizContext,
    quiz::{Letter, Position},
};

/// What is going well; nothing where no answer says so.
pub fn section(quiz: &QuizContext, letter: &Letter) -> Html {
    let messages = quiz.messages();
    if letter.strengths.is_empty() {
        return Html::default();
    }
    html! {
        <section class="strengths" part="strength">
            <h2 class="kicker" aria-level={quiz.level(0)}>{ quiz.text(messages.result.strengths) }</h2>
            for text in letter.strengths.iter().filter_map(|position| messages.strength(*position)) {
                { quiz.lead(*text) }
            }
        </section>
    }
}

/// A statement and the answer to it.
pub fn quote(quiz: &QuizContext, position: Position) -> String {
    let messages = quiz.messages();
    let answer = quiz.state.session.answers().get(position);
    let answer = answer.map_or(messages.statement.skipped, |answer| *messages.option(answer));
    messages.fill(messages.result.quote, &[messages.get(answer), messages.get(*messages.item(position))])
}

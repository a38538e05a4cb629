//! What is going well, from the user's own answers, or else what a reason may protect.

use yew::prelude::*;

use crate::{
    context::{QuizContext, paragraph},
    quiz::{Letter, Position},
};

/// What is going well, and on request which answers say so; nothing where no answer does and no reason stood out.
pub fn section(quiz: &QuizContext, letter: &Letter) -> Html {
    let (messages, texts) = (quiz.messages(), &quiz.messages().result);
    let protects = letter.steps.first().filter(|_| letter.strengths.is_empty()).map(|(reason, _)| *reason);
    if letter.strengths.is_empty() && protects.is_none() {
        return Html::default();
    }
    let title = if protects.is_some() { texts.protects } else { texts.strengths };
    html! {
        <section class="strengths" part="strength">
            <h2 class="kicker" aria-level={quiz.level(0)}>{ quiz.text(title) }</h2>
            if let Some(reason) = protects {
                { quiz.lead(messages.reason(reason).protects) }
            } else {
                for text in letter.strengths.iter().filter_map(|position| messages.strength(*position)) {
                    { quiz.lead(*text) }
                }
                <details class="quotes">
                    { quiz.summary(texts.strengths_from) }
                    for position in &letter.strengths {
                        { paragraph(quote(quiz, *position)) }
                    }
                </details>
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

//! First, what is going well: from the user's own answers, or else what a reason may protect.

use yew::prelude::*;

use crate::{
    context::{QuizContext, paragraph},
    quiz::{Position, QuizResult},
};

/// What is going well.
pub fn section(quiz: &QuizContext, result: &QuizResult) -> Html {
    let (messages, texts) = (quiz.messages(), &quiz.messages().result);
    let title = match (result.strengths.is_empty(), result.standouts.is_empty()) {
        (false, _) => texts.strengths,
        (true, false) => texts.protects,
        (true, true) => return Html::default(),
    };
    html! {
        <div class="strengths" part="strength">
            <h2 class="kicker" aria-level={quiz.level(0)}>{ quiz.text(title) }</h2>
            for text in result.strengths.iter().filter_map(|position| messages.strength(*position)) {
                <p class="lead">{ quiz.text(*text) }</p>
            }
            if result.strengths.is_empty() {
                <p class="lead">{ quiz.text(messages.reason(result.standouts[0].0).protects) }</p>
            } else {
                <details>
                    { quiz.summary(texts.strengths_from) }
                    for position in &result.strengths {
                        { paragraph(quote(quiz, *position)) }
                    }
                </details>
            }
        </div>
    }
}

/// A statement and the answer to it.
pub fn quote(quiz: &QuizContext, position: Position) -> String {
    let messages = quiz.messages();
    let answer = quiz.state.session.answers().get(position);
    let answer = answer.map_or(messages.statement.skipped, |answer| *messages.option(answer));
    messages.fill(messages.result.quote, &[messages.get(answer), messages.get(*messages.item(position))])
}

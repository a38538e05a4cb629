//! What the result rests on: nobody has tested it, and each number in it is reasoned.

use yew::prelude::*;

use crate::context::QuizContext;

/// The section.
pub fn section(quiz: &QuizContext) -> Html {
    let texts = &quiz.messages().rests;
    html! {
        <section class="facts">
            { quiz.heading(texts.title) }
            <p class="zero">{ quiz.text(texts.people) }</p>
            { quiz.paragraph(texts.people_text) }
            <details>
                { quiz.summary(texts.more) }
                <dl>
                    for (name, fact) in texts.names.iter().zip(&texts.texts) {
                        <dt>{ quiz.text(*name) }</dt>
                        <dd>{ quiz.text(*fact) }</dd>
                    }
                </dl>
            </details>
        </section>
    }
}

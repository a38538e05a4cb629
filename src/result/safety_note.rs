//! The safety note. Its words never depend on which rule put it first.

use yew::prelude::*;

use crate::{
    button::{Look, button},
    context::{QuizContext, text},
    input::Intent,
};

/// The note in full, as a section.
pub fn section(quiz: &QuizContext) -> Html {
    html! {
        <section class="note" part="safety">
            { quiz.heading(quiz.messages().safety.title) }
            { body(quiz) }
        </section>
    }
}

/// The note behind one line.
pub fn folded(quiz: &QuizContext) -> Html {
    html! {
        <details part="safety">
            { quiz.summary(quiz.messages().safety.summary) }
            { body(quiz) }
        </details>
    }
}

fn body(quiz: &QuizContext) -> Html {
    let messages = &quiz.messages().safety;
    let leave = Intent::Leave(quiz.messages().get(messages.leave_href));
    html! {
        <>
            for sentence in &messages.text {
                { quiz.paragraph(*sentence) }
            }
            if let Some(help) = &quiz.props.help_line {
                <p>
                    <a part="help" href={help.href().clone()} rel="noopener noreferrer" target="_blank">
                        { text(help.label().clone()) }
                    </a>
                </p>
            }
            <p class="leave">{ button(quiz, Look::Plain, "leave", quiz.text(messages.leave), leave) }</p>
            <p class="small leave">{ quiz.text(messages.leave_note) }</p>
        </>
    }
}

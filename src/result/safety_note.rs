//! The safety note. Its words never depend on which rule put it first.

use yew::prelude::*;

use super::lines;
use crate::{
    button::{Look, button},
    context::{QuizContext, text},
    input::Intent,
    quiz::{Letter, QuizResult},
};

/// The note in full over a picture, where it comes first.
pub fn first(quiz: &QuizContext, result: &QuizResult) -> Html {
    if result.safety.is_first() { section(quiz) } else { Html::default() }
}

/// The note in full below a picture, where it stands neither first nor among the lines.
pub fn below(quiz: &QuizContext, result: &QuizResult, letter: &Letter) -> Html {
    if result.safety.is_first() || lines::hold_safety_note(result, letter) { Html::default() } else { section(quiz) }
}

fn section(quiz: &QuizContext) -> Html {
    note(quiz, quiz.heading(quiz.messages().safety.title))
}

/// The note in full, among the texts of a part.
pub fn open(quiz: &QuizContext) -> Html {
    note(quiz, quiz.subheading(quiz.value(quiz.messages().safety.title)))
}

/// The ways out stand before the words.
fn note(quiz: &QuizContext, heading: Html) -> Html {
    html! {
        <section class="note" part="safety">
            { heading }
            { ways_out(quiz) }
            { words(quiz) }
        </section>
    }
}

/// The note behind one line, and beside it the way out.
pub fn folded(quiz: &QuizContext) -> Html {
    html! {
        <>
            { ways_out(quiz) }
            <details part="safety">
                { quiz.summary(quiz.messages().safety.summary) }
                { words(quiz) }
            </details>
        </>
    }
}

fn ways_out(quiz: &QuizContext) -> Html {
    let messages = &quiz.messages().safety;
    let href = quiz.messages().get(messages.leave_href);
    html! {
        <p class="leave moves">
            { button(quiz, Look::Plain, "leave", quiz.text(messages.leave), Intent::Leave(href, false)) }
            { button(quiz, Look::Quiet, "leave", quiz.text(messages.leave_delete), Intent::Leave(href, true)) }
        </p>
    }
}

fn words(quiz: &QuizContext) -> Html {
    let messages = &quiz.messages().safety;
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
            <p class="small leave">{ quiz.text(messages.leave_note) }</p>
        </>
    }
}

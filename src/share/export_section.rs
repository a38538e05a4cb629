//! Export: as an image, as text, on paper, as answers.

use yew::prelude::*;

use super::sentence;
use crate::{
    button::{Look, button},
    context::{QuizContext, changing},
    effects::Effect,
    input::Intent,
    quiz::QuizResult,
    state::Outcome,
};

/// The section with the ways to keep a result.
pub fn export_section(quiz: &QuizContext, result: &QuizResult) -> Html {
    let messages = &quiz.messages().keep;
    let export = |part, label, effect| button(quiz, Look::Plain, part, quiz.text(label), Intent::Run(effect));
    html! {
        <section class="keep">
            { quiz.heading(messages.title) }
            <div class="moves">
                // While there is no picture to draw, there is none to show around.
                if result.same_answer.is_none() {
                    { export("save", messages.picture, Effect::SaveImage) }
                    { export("copy", messages.text, Effect::CopyText) }
                }
                { export("print", messages.print, Effect::Print) }
                { export("download", messages.answers, Effect::DownloadAnswers) }
            </div>
            { outcome(quiz) }
            <div class="saved" tabindex="-1" ref={&quiz.input.nodes().image_frame} />
        </section>
    }
}

/// What came of it, and the text where the browser refused.
fn outcome(quiz: &QuizContext) -> Html {
    let messages = quiz.messages();
    match &quiz.state.outcome {
        // Stored results stand below for all to see; what came of the link is said beside it.
        None | Some(Outcome::HistoryChanged(_) | Outcome::LinkCopied | Outcome::LinkShared | Outcome::LinkSelected) => {
            Html::default()
        }
        Some(outcome) => html! {
            <>
                <p>{ changing(quiz.value(sentence(messages, outcome))) }</p>
                if let Outcome::Refused(text) = outcome {
                    <textarea
                        class="text"
                        readonly=true
                        rows="8"
                        aria-label={quiz.value(messages.keep.text)}
                        value={text.clone()}
                    />
                }
            </>
        },
    }
}

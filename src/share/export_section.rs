//! Export: as an image, as a link, on paper, as text, as answers.

use yew::prelude::*;

use super::{sentence, share_link};
use crate::{
    button::{Look, button},
    content::TextId,
    context::{QuizContext, changing},
    effects::Effect,
    input::Intent,
    quiz::QuizResult,
    state::{LinkOptions, Outcome},
};

/// The bar at the foot of the plate: save, share, print. While there is no picture to draw, there is none to show around.
pub fn export_bar(quiz: &QuizContext, result: &QuizResult) -> Html {
    let messages = &quiz.messages().keep;
    let is_shared = !share_link(quiz, result, LinkOptions::default()).is_empty();
    html! {
        <div class="keep">
            <div class="bar">
                { result.same_answer.is_none().then(|| export(quiz, "save", messages.picture, Effect::SaveImage)) }
                { is_shared.then(|| export(quiz, "share", messages.share, Effect::ShowSharing)) }
                { export(quiz, "print", messages.print, Effect::Print) }
            </div>
            { saved(quiz) }
        </div>
    }
}

/// Where the picture is shown once it is saved, and what came of it.
pub fn saved(quiz: &QuizContext) -> Html {
    html! {
        <>
            { outcome(quiz, |outcome| matches!(outcome, Outcome::ImageSaved | Outcome::RefusedOnPlate(_))) }
            <div class="saved" tabindex="-1" ref={&quiz.input.nodes().image_frame} />
        </>
    }
}

/// What else can be taken along: the text, and the answers.
pub fn more_exports(quiz: &QuizContext, result: &QuizResult) -> Html {
    let messages = &quiz.messages().keep;
    html! {
        <div class="keep">
            <div class="moves">
                { result.same_answer.is_none().then(|| export(quiz, "copy", messages.text, Effect::CopyText)) }
                { export(quiz, "download", messages.answers, Effect::DownloadAnswers) }
            </div>
            { outcome(quiz, |outcome| matches!(outcome, Outcome::TextCopied | Outcome::Downloaded | Outcome::Refused(_))) }
        </div>
    }
}

/// A button that takes the result along.
pub fn export(quiz: &QuizContext, part: &'static str, label: TextId, effect: Effect) -> Html {
    button(quiz, Look::Plain, part, quiz.text(label), Intent::Run(effect))
}

/// What came of it where that belongs here, and the text where the browser refused.
fn outcome(quiz: &QuizContext, belongs: fn(&Outcome) -> bool) -> Html {
    let messages = quiz.messages();
    let Some(outcome) = quiz.state.outcome.as_ref().filter(|outcome| belongs(outcome)) else { return Html::default() };
    html! {
        <>
            <p>{ changing(quiz.value(sentence(messages, outcome))) }</p>
            if let Outcome::Refused(text) | Outcome::RefusedOnPlate(text) = outcome {
                <textarea class="text" readonly=true rows="8" aria-label={quiz.value(messages.keep.text)} value={text.clone()} />
            }
        </>
    }
}

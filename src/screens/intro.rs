//! What stands around the first statement: what the quiz is or which runs are stored above it, how it works below it.

use yew::prelude::*;

use crate::{
    button::{Look, button},
    content::{Messages, TextId},
    context::{QuizContext, changing},
    effects::Effect,
    input::Intent,
    props::Start,
    quiz::{Place, number},
    storage::{StorageNotice, StoredRun},
};

/// Stored runs to go on from, or what the quiz is about. The room is there before storage has been read.
pub fn stored_runs(quiz: &QuizContext) -> Html {
    let (messages, state) = (quiz.messages(), &quiz.state);
    html! {
        <div class="kept">
            if let Some(kind) = state.notice {
                <p class="small" part="note">{ changing(quiz.value(notice(messages, kind))) }</p>
            } else if state.shared_result.is_some() {
                { quiz.small(messages.shared.waits) }
            } else if state.saved_runs.is_empty() && quiz.props.start == Start::Intro {
                <p class="small" part="intro">
                    // Over the quiz, our own page says what it is.
                    { quiz.text(if quiz.props.is_embedded { messages.first.about } else { messages.first.lead }) }
                </p>
            }
            for (index, run) in state.saved_runs.iter().enumerate() {
                <div>
                    { button(quiz, Look::Quiet, "resume", changing(label(messages, index, run)), Intent::Run(Effect::Resume(index))) }
                </div>
            }
        </div>
    }
}

/// How the quiz works, folded away.
pub fn instructions(quiz: &QuizContext) -> Html {
    let messages = &quiz.messages().first;
    html! {
        <details class="intro">
            { quiz.summary(messages.how) }
            for sentence in &messages.instructions {
                { quiz.paragraph(*sentence) }
            }
        </details>
    }
}

/// What is said about what the browser stores.
pub fn notice(messages: Messages, notice: StorageNotice) -> TextId {
    let messages = &messages.first;
    match notice {
        StorageNotice::Damaged => messages.set_aside_damaged,
        StorageNotice::OtherVersion => messages.set_aside_version,
        StorageNotice::Forgotten => messages.forgotten,
        StorageNotice::NotForgotten => messages.not_forgotten,
    }
}

fn label(messages: Messages, index: usize, run: &StoredRun) -> String {
    let label = match run.session.place() {
        Place::Item(position) => messages.fill(messages.first.go_on_from, &[&number(position.number())]),
        Place::Pause => messages.fill(messages.first.go_on_pause, &[&number(run.session.passed())]),
        Place::Sketch | Place::Result => messages.get(messages.first.see_again).to_owned(),
    };
    if index == 0 { label } else { messages.fill(messages.first.earlier, &[&label]) }
}

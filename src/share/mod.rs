//! What can be done with a result: a link to share, an export, a history on this device.

mod export_section;
mod history_section;
mod link_section;
pub mod plain_text;
pub mod qr;

pub use self::{
    export_section::{export, export_bar, more_exports, saved},
    history_section::history_section,
    link_section::{share_link, share_section},
};
use crate::{
    content::{Messages, TextId},
    context::QuizContext,
    quiz::{QuizResult, split_once},
    state::{LinkOptions, Outcome},
};

/// Where the quiz is: the link to a result without what it holds. Empty where there is none.
pub fn address(quiz: &QuizContext) -> String {
    let Some(own) = quiz.state.finished() else { return String::new() };
    let link = share_link(quiz, &QuizResult::of(own.form(), own.answers()), LinkOptions::default());
    let address = split_once(&link, b'#').map_or("", |(address, _)| address);
    address.strip_prefix("https://").unwrap_or(address).to_owned()
}

/// What came of an effect, in a sentence.
pub fn sentence(messages: Messages, outcome: &Outcome) -> TextId {
    match outcome {
        Outcome::ImageSaved => messages.keep.saved,
        Outcome::TextCopied | Outcome::LinkCopied => messages.keep.copied,
        Outcome::Downloaded => messages.keep.downloaded,
        Outcome::Refused(_) | Outcome::RefusedOnPlate(_) => messages.keep.refused,
        Outcome::HistoryChanged(_) => messages.over_time.kept,
        Outcome::HistoryRefused => messages.over_time.not_kept,
        Outcome::LinkShared => messages.share.shared,
        Outcome::LinkSelected => messages.share.selected,
    }
}

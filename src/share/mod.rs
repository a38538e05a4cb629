//! What can be done with a result: a link to share, an export, a history on this device.

mod export_section;
mod history_section;
mod link_section;
pub mod plain_text;
mod qr;
pub mod result_image;

pub use self::{
    export_section::export_section,
    history_section::history_section,
    link_section::{share_link, share_section},
};
use crate::{
    content::{Messages, TextId},
    state::Outcome,
};

/// What came of an effect, in a sentence.
pub fn sentence(messages: Messages, outcome: &Outcome) -> TextId {
    match outcome {
        Outcome::ImageSaved => messages.keep.saved,
        Outcome::TextCopied | Outcome::LinkCopied => messages.keep.copied,
        Outcome::Downloaded => messages.keep.downloaded,
        Outcome::Refused(_) => messages.keep.refused,
        Outcome::HistoryChanged(_) => messages.over_time.kept,
        Outcome::HistoryRefused => messages.over_time.not_kept,
        Outcome::LinkShared => messages.share.shared,
        Outcome::LinkSelected => messages.share.selected,
    }
}

//! What a person may ask for that changes nothing in the quiz.

use crate::quiz::{history::Dated, link::Shared};

/// Something a person asks for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Ask {
    /// The picture as PNG.
    Picture,
    /// The result as text, on the clipboard.
    Text,
    /// The result on paper.
    Print,
    /// The answers as a file that `score` reads.
    Answers,
    /// The link, on the clipboard.
    CopyLink,
    /// The link, to the share sheet.
    ShareLink,
    /// The address of the page without the link that was opened.
    ClearLink,
    /// The result is kept with today's date.
    Keep(Shared),
    /// A kept result is deleted.
    Delete(Dated),
    /// All kept results are deleted.
    DeleteAll,
}

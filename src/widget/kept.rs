//! What a browser may have kept, as the state has it.

use crate::quiz::{Session, history::Dated};

/// A kept run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Run {
    /// The run.
    pub session: Session,
    /// The day it was last changed, counted from 1970-01-01.
    pub day: u32,
}

/// Something to say about what the browser keeps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notice {
    /// A kept line was damaged.
    Damaged,
    /// A kept line is of another version.
    OtherVersion,
    /// Everything was deleted.
    Forgotten,
    /// The browser refused to delete.
    NotForgotten,
}

/// What the browser keeps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// False where nothing can be kept, or the host asked for that.
    pub keeps: bool,
    /// Kept runs, newest first, at most two.
    pub runs: Vec<Run>,
    /// Results kept with a date, newest first.
    pub history: Vec<Entry>,
    /// Something to say about them.
    pub notice: Option<Notice>,
}

impl Kept {
    /// Nothing is kept, and nothing will be.
    pub const NOTHING: Kept = Kept { keeps: false, runs: Vec::new(), history: Vec::new(), notice: None };

    /// True if the browser keeps runs, and there is none yet, nor anything else to show.
    pub fn is_bare(&self) -> bool {
        self.keeps && self.notice.is_none() && self.runs.is_empty() && self.history.is_empty()
    }
}

/// A result kept with its date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The result and its day.
    pub dated: Dated,
    /// The day as people write it.
    pub date: String,
    /// True if that is today.
    pub is_today: bool,
}

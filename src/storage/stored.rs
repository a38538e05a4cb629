//! What a browser may have stored, as the state has it.

use crate::quiz::{KeptStep, LifeContext, Session, history::Dated};

/// A stored run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StoredRun {
    /// The run.
    pub session: Session,
    /// The day it was last changed, counted from 1970-01-01.
    pub day: u32,
}

/// Something to say about what the browser stores.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StorageNotice {
    /// A stored line was damaged.
    Damaged,
    /// A stored line is of another version.
    OtherVersion,
    /// Everything was deleted.
    Forgotten,
    /// The browser refused to delete.
    NotForgotten,
}

/// What the browser has stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stored {
    /// False where nothing can be stored, or the host asked for that.
    pub can_store: bool,
    /// Stored runs, newest first, at most two.
    pub runs: Vec<StoredRun>,
    /// Results stored with a date, newest first.
    pub history: Vec<HistoryEntry>,
    /// What the words of the result are fitted to.
    pub context: Option<LifeContext>,
    /// The step that the user keeps.
    pub step: Option<StepEntry>,
    /// Something to say about them.
    pub notice: Option<StorageNotice>,
}

impl Stored {
    /// Nothing is stored, and nothing will be.
    pub const NOTHING: Stored =
        Stored { can_store: false, runs: Vec::new(), history: Vec::new(), context: None, step: None, notice: None };

    /// True if the browser stores runs, and there is none yet, nor anything else to show.
    pub fn is_empty(&self) -> bool {
        self.can_store
            && self.notice.is_none()
            && self.runs.is_empty()
            && self.history.is_empty()
            && self.context.is_none()
            && self.step.is_none()
    }
}

/// A step that the user keeps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepEntry {
    /// The step.
    pub step: KeptStep,
    /// The day as people write it.
    pub date: String,
    /// True if that is today.
    pub is_today: bool,
}

/// A result stored with its date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HistoryEntry {
    /// The result and its day.
    pub dated: Dated,
    /// The day as people write it.
    pub date: String,
    /// True if that is today.
    pub is_today: bool,
}

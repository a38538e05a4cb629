//! Keeping runs in this browser: two lines of text, the run on the screen and the one before it.

use gloo::events::EventListener;

use super::state::State;
use crate::{
    browser::{clock, storage},
    quiz::{
        Session,
        saved::{self, NotRead},
    },
};

/// Where runs are kept, newest first.
const KEYS: [&str; 2] = ["exhale.run", "exhale.run-before"];
/// Where a line that could not be read is set aside.
const UNREAD: &str = "exhale.unread";

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
    /// Something to say about them.
    pub notice: Option<Notice>,
}

impl Kept {
    /// Nothing is kept, and nothing will be.
    pub const NOTHING: Kept = Kept { keeps: false, runs: Vec::new(), notice: None };
}

/// Reads what is kept. What has expired is deleted; what cannot be read is set aside.
pub fn load() -> Kept {
    let today = clock::today();
    // Where nothing can be written any more, what was kept before can still be read.
    let mut kept = Kept { keeps: storage::works(), runs: Vec::with_capacity(2), notice: None };
    forget_old_unread(today);
    for key in KEYS {
        let Some(line) = storage::get(key) else { continue };
        let reason = match saved::read(&line, today) {
            Ok((session, day)) => {
                // A day in the future would never pass.
                kept.runs.push(Run { session, day: day.min(today) });
                continue;
            }
            Err(reason) => reason,
        };
        kept.notice = match reason {
            NotRead::Expired => kept.notice,
            NotRead::Damaged => Some(Notice::Damaged),
            NotRead::OtherVersion => Some(Notice::OtherVersion),
        };
        if reason != NotRead::Expired {
            storage::set(UNREAD, &format!("{today} {line}"));
        }
        storage::remove(key);
    }
    kept
}

/// Calls back when everything was deleted in another tab: what is on the screen here must not be written again.
pub fn on_forgotten_elsewhere(forgotten: impl Fn() + 'static) -> EventListener {
    storage::on_deleted_elsewhere(KEYS[0], forgotten)
}

/// Deletes what was set aside once it is as old as unfinished answers may become.
fn forget_old_unread(today: u32) {
    let Some(unread) = storage::get(UNREAD) else { return };
    let day = unread.split_once(' ').and_then(|(day, _)| day.parse().ok());
    if day.is_none_or(|day| today.saturating_sub(day) > saved::UNFINISHED_DAYS) {
        storage::remove(UNREAD);
    }
}

/// Keeps the runs of a state. False if the browser refused.
pub fn save(state: &State) -> bool {
    let mut runs = state.to_keep();
    KEYS.iter().all(|key| match runs.next() {
        Some((session, day)) => storage::set(key, &saved::write(&session, day.unwrap_or_else(clock::today))),
        None => storage::remove(key),
    })
}

/// Deletes everything.
pub fn forget() -> Notice {
    // One that cannot be deleted must not keep the others.
    let refused = KEYS.iter().chain(&[UNREAD]).filter(|key| !storage::remove(key)).count();
    if refused == 0 { Notice::Forgotten } else { Notice::NotForgotten }
}

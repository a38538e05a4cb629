//! What this browser stores: two lines of text for the run on the screen and the one before it, and one line of results with a
//! date, if the user asked for that.

mod stored;

use core::str::FromStr;

use gloo::events::EventListener;

pub use self::stored::{HistoryEntry, StepEntry, StorageNotice, Stored, StoredRun};
use crate::{
    browser::{clock, local_storage},
    quiz::{
        KeptStep,
        history::{self, Dated},
        link::Shared,
        number,
        session_codec::{self, StoredSessionError},
        split_once,
    },
    state::State,
};

/// The keys of the runs, newest first.
const RUNS: [&str; 2] = ["exhale.run", "exhale.run-before"];
/// The key of the results with a date.
const HISTORY: &str = "exhale.results";
/// The key of what the words of the result are fitted to.
const CONTEXT: &str = "exhale.context";
/// The key of the step that the user keeps.
const STEP: &str = "exhale.step";
/// The key of a line that could not be read.
const UNREAD: &str = "exhale.unread";

/// Reads what is stored. If `tidy`, what has expired is deleted, and what cannot be read is set aside; else both stay as they are.
///
/// `lang` is the language that dates are written in.
pub fn load(lang: &str, tidy: bool) -> Stored {
    let today = clock::today();
    // Where nothing can be written any more, what was stored before can still be read.
    let mut stored = Stored { can_store: local_storage::works(), ..Stored::NOTHING };
    if tidy {
        delete_old_unread(today);
    }
    for key in RUNS {
        let Some(line) = local_storage::get(key) else { continue };
        let error = match session_codec::read(&line, today) {
            Ok((session, day)) => {
                // A day in the future would never pass.
                stored.runs.push(StoredRun { session, day: day.min(today) });
                continue;
            }
            Err(_) if !tidy => continue,
            Err(error) => error,
        };
        stored.notice = match error {
            StoredSessionError::Expired => stored.notice,
            StoredSessionError::Damaged => Some(StorageNotice::Damaged),
            StoredSessionError::OtherVersion => Some(StorageNotice::OtherVersion),
        };
        if error != StoredSessionError::Expired {
            set_aside(today, &line);
        }
        local_storage::remove(key);
    }
    let (results, whole) = results();
    if tidy && !whole {
        // What can be read of it stays.
        stored.notice = Some(StorageNotice::Damaged);
        set_aside(today, &local_storage::get(HISTORY).unwrap_or_default());
        store_results(&results);
    }
    stored.history = entries(results, today, lang);
    stored.context = read(CONTEXT, tidy, &mut stored.notice);
    stored.step = read(STEP, tidy, &mut stored.notice).map(|step| entry(step, lang));
    stored
}

/// Reads a stored line; one that cannot be read is set aside and said.
fn read<T: FromStr>(key: &str, tidy: bool, notice: &mut Option<StorageNotice>) -> Option<T> {
    let line = local_storage::get(key)?;
    let value = line.parse().ok();
    if tidy && value.is_none() {
        *notice = Some(StorageNotice::Damaged);
        set_aside(clock::today(), &line);
        local_storage::remove(key);
    }
    value
}

/// A step with its date in a language.
pub fn entry(step: KeptStep, lang: &str) -> StepEntry {
    StepEntry { date: clock::date(step.day, lang), is_today: step.day == clock::today(), step }
}

fn set_aside(today: u32, line: &str) {
    local_storage::set(UNREAD, &(number(today) + " " + line));
}

/// The stored results, and whether all of them could be read.
fn results() -> (Vec<Dated>, bool) {
    local_storage::get(HISTORY).map_or((Vec::new(), true), |line| history::read(&line))
}

fn store_results(results: &[Dated]) -> bool {
    if results.is_empty() { local_storage::remove(HISTORY) } else { local_storage::set(HISTORY, &history::write(results)) }
}

fn entries(results: Vec<Dated>, today: u32, lang: &str) -> Vec<HistoryEntry> {
    let entry = |dated: Dated| HistoryEntry { dated, date: clock::date(dated.day, lang), is_today: dated.day == today };
    results.into_iter().map(entry).collect()
}

/// A change of the results that are stored with a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HistoryChange {
    /// The result is stored with today's date.
    Add(Shared),
    /// A stored result is deleted.
    Delete(Dated),
    /// All stored results are deleted.
    DeleteAll,
}

/// Changes the results that are stored with a date: gives those that are stored now, or `None` if the browser refused. Another
/// tab may have changed them, so they are read again first.
pub fn change_history(change: HistoryChange, lang: &str) -> Option<Vec<HistoryEntry>> {
    let today = clock::today();
    let (mut stored, _) = results();
    match change {
        HistoryChange::Add(shared) => stored = history::with(stored, Dated { day: today, shared }),
        HistoryChange::Delete(result) => stored.retain(|stored| *stored != result),
        HistoryChange::DeleteAll => stored.clear(),
    }
    store_results(&stored).then(|| entries(stored, today, lang))
}

/// Calls back when another tab has stored a run, or deleted everything (`true`), until the listener is dropped: what is on the
/// screen here must then not be written again.
pub fn on_change_in_other_tab(changed: impl Fn(bool) + 'static) -> EventListener {
    // Where another version of the quiz could not read our line, it has deleted only that, and set it aside before.
    local_storage::on_change(RUNS[0], move |deleted| changed(deleted && local_storage::get(UNREAD).is_none()))
}

/// Deletes what was set aside once it is as old as unfinished answers may become.
fn delete_old_unread(today: u32) {
    let Some(unread) = local_storage::get(UNREAD) else { return };
    let day = split_once(&unread, b' ').and_then(|(day, _)| day.parse().ok());
    if day.is_none_or(|day| today.saturating_sub(day) > session_codec::UNFINISHED_DAYS) {
        local_storage::remove(UNREAD);
    }
}

/// Stores the runs of a state. False if the browser refused.
pub fn save(state: &State) -> bool {
    let mut runs = state.to_store();
    let runs =
        RUNS.map(|key| (key, runs.next().map(|(session, day)| session_codec::write(&session, day.unwrap_or_else(clock::today)))));
    let others = [(CONTEXT, state.context.map(String::from)), (STEP, state.step.as_ref().map(|entry| String::from(&entry.step)))];
    runs.iter().chain(&others).all(|(key, line)| match line {
        Some(line) => local_storage::set(key, line),
        None => local_storage::remove(key),
    })
}

/// Deletes everything.
pub fn delete_all() -> StorageNotice {
    // One that cannot be deleted must not keep the others. Other tabs are told of the runs, and then look for the first.
    let refused = [UNREAD, HISTORY, CONTEXT, STEP].iter().chain(&RUNS).filter(|key| !local_storage::remove(key)).count();
    if refused == 0 { StorageNotice::Forgotten } else { StorageNotice::NotForgotten }
}

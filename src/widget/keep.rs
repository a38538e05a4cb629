//! What this browser keeps: two lines of text for the run on the screen and the one before it, and one line of results with
//! a date, if the person asked for that.

use gloo::events::EventListener;

use super::{
    ask::Ask,
    kept::{Entry, Kept, Notice, Run},
    state::State,
};
use crate::{
    browser::{clock, storage},
    quiz::{
        history::{self, Dated},
        number,
        saved::{self, StoredSessionError},
        split_once,
    },
};

/// Where runs are kept, newest first.
const KEYS: [&str; 2] = ["exhale.run", "exhale.run-before"];
/// Where results with a date are kept.
const HISTORY: &str = "exhale.results";
/// Where a line that could not be read is set aside.
const UNREAD: &str = "exhale.unread";

/// Reads what is kept. If `tidy`, what has expired is deleted, and what cannot be read is set aside; else both stay as they are.
///
/// `lang` is the language that dates are written in.
pub fn load(lang: &str, tidy: bool) -> Kept {
    let today = clock::today();
    // Where nothing can be written any more, what was kept before can still be read.
    let mut kept = Kept { keeps: storage::works(), runs: Vec::with_capacity(2), history: Vec::new(), notice: None };
    if tidy {
        forget_old_unread(today);
    }
    for key in KEYS {
        let Some(line) = storage::get(key) else { continue };
        let reason = match saved::read(&line, today) {
            Ok((session, day)) => {
                // A day in the future would never pass.
                kept.runs.push(Run { session, day: day.min(today) });
                continue;
            }
            Err(_) if !tidy => continue,
            Err(reason) => reason,
        };
        kept.notice = match reason {
            StoredSessionError::Expired => kept.notice,
            StoredSessionError::Damaged => Some(Notice::Damaged),
            StoredSessionError::OtherVersion => Some(Notice::OtherVersion),
        };
        if reason != StoredSessionError::Expired {
            set_aside(today, &line);
        }
        storage::remove(key);
    }
    let (results, whole) = results();
    if tidy && !whole {
        // What can be read of it stays.
        kept.notice = Some(Notice::Damaged);
        set_aside(today, &storage::get(HISTORY).unwrap_or_default());
        keep_results(&results);
    }
    kept.history = entries(results, today, lang);
    kept
}

fn set_aside(today: u32, line: &str) {
    storage::set(UNREAD, &(number(today) + " " + line));
}

/// The kept results, and whether all of them could be read.
fn results() -> (Vec<Dated>, bool) {
    storage::get(HISTORY).map_or((Vec::new(), true), |line| history::read(&line))
}

fn keep_results(results: &[Dated]) -> bool {
    if results.is_empty() { storage::remove(HISTORY) } else { storage::set(HISTORY, &history::write(results)) }
}

fn entries(results: Vec<Dated>, today: u32, lang: &str) -> Vec<Entry> {
    let entry = |dated: Dated| Entry { dated, date: clock::date(dated.day, lang), is_today: dated.day == today };
    results.into_iter().map(entry).collect()
}

/// Keeps or deletes results with a date: those that are kept now, or `None` if the browser refused. Another tab may have
/// changed them, so they are read afresh.
pub fn history(ask: Ask, lang: &str) -> Option<Vec<Entry>> {
    let today = clock::today();
    let (mut kept, _) = results();
    match ask {
        Ask::Keep(shared) => kept = history::with(kept, Dated { day: today, shared }),
        Ask::Delete(result) => kept.retain(|kept| *kept != result),
        Ask::DeleteAll => kept.clear(),
        // The others keep nothing.
        _ => {}
    }
    keep_results(&kept).then(|| entries(kept, today, lang))
}

/// Calls back when another tab has kept a run, or deleted everything (`true`): what is on the screen here must then not be
/// written again.
pub fn on_changed_elsewhere(changed: impl Fn(bool) + 'static) -> EventListener {
    // Where another version of the quiz could not read our line, it has deleted only that, and set it aside before.
    storage::on_changed_elsewhere(KEYS[0], move |deleted| changed(deleted && storage::get(UNREAD).is_none()))
}

/// Deletes what was set aside once it is as old as unfinished answers may become.
fn forget_old_unread(today: u32) {
    let Some(unread) = storage::get(UNREAD) else { return };
    let day = split_once(&unread, b' ').and_then(|(day, _)| day.parse().ok());
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
    // One that cannot be deleted must not keep the others. Other tabs hear of the runs, and then look for the first.
    let refused = [UNREAD, HISTORY].iter().chain(&KEYS).filter(|key| !storage::remove(key)).count();
    if refused == 0 { Notice::Forgotten } else { Notice::NotForgotten }
}

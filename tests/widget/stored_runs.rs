//! Which runs are stored while one is on the screen: the state of the widget, without a browser.

use exhale::{
    quiz::{Answer, Session, SessionAction},
    state::{Action, State},
    storage::{StorageNotice, Stored, StoredRun},
};

use crate::reducer::{After, changes_nothing};

const TODAY: u32 = 20_000;

/// A run with this many answers, last changed some days ago.
fn run(answers: u8, days: u32) -> StoredRun {
    let mut session = Session::NEW;
    for _ in 0..answers {
        if session.passed() == 10 && !session.gone_on() {
            session = session.apply(SessionAction::GoOn);
        }
        session = session.apply(SessionAction::Choose(Answer::LOWEST));
    }
    StoredRun { session, day: TODAY - days }
}

fn loaded(runs: &[StoredRun]) -> State {
    State::default().after(Action::Load(Stored { can_store: true, runs: runs.to_vec(), ..Stored::NOTHING }))
}

/// How far each run got that would be written now, newest first.
fn stored(state: &State) -> Vec<u8> {
    state.to_store().map(|(session, _)| session.passed()).collect()
}

fn choose() -> Action {
    Action::Session(SessionAction::Choose(Answer::LOWEST))
}

#[test]
fn looking_at_the_first_screen_changes_nothing_that_is_stored() {
    let state = loaded(&[run(3, 2), run(30, 5)]);
    assert!(state.session.is_untouched() && state.navigation_count == 0);
    let written: Vec<_> = state.to_store().collect();
    assert_eq!(written, [(run(3, 0).session, Some(TODAY - 2)), (run(30, 0).session, Some(TODAY - 5))], "with their own days");
}

#[test]
fn beside_a_new_run_the_one_that_got_furthest_stays_stored() {
    assert_eq!(stored(&loaded(&[run(12, 1)]).after(choose())), [1, 12]);
    assert_eq!(stored(&loaded(&[run(1, 1), run(30, 5)]).after(choose())), [1, 30]);
    assert_eq!(stored(&loaded(&[run(30, 1), run(2, 5)]).after(choose())), [1, 30]);
}

#[test]
fn resuming_a_run_puts_the_one_on_the_screen_aside() {
    let state = loaded(&[run(12, 1)]).after(choose()).after(Action::Resume(0, TODAY));
    assert_eq!(state.session, run(12, 0).session);
    assert_eq!(stored(&state), [12, 1]);
    assert_eq!(state.saved_runs, [StoredRun { session: run(1, 0).session, day: TODAY }]);
    let back = state.after(Action::Resume(0, TODAY));
    assert_eq!((back.session.passed(), stored(&back)), (1, vec![1, 12]));
}

#[test]
fn a_stored_run_that_is_not_there_changes_nothing() {
    let state = loaded(&[run(12, 1)]);
    assert!(changes_nothing(&state, Action::Resume(1, TODAY)));
    assert!(!changes_nothing(&state, Action::Resume(0, TODAY)));
}

#[test]
fn after_a_new_start_the_result_stays_stored_before_the_first_answer_and_after() {
    let state = loaded(&[run(30, 1)]).after(Action::Resume(0, TODAY)).after(Action::Restart(TODAY));
    assert!(state.session.is_untouched());
    assert_eq!(stored(&state), [30]);
    assert_eq!(stored(&state.after(choose())), [1, 30]);
}

#[test]
fn an_answer_given_before_storage_was_read_is_stored_and_so_is_the_run() {
    let early = State::default().after(choose());
    let runs = vec![run(12, 1), run(5, 2)];
    let state = early.after(Action::Load(Stored { can_store: true, runs, ..Stored::NOTHING }));
    assert_eq!((state.session.passed(), stored(&state)), (1, vec![1, 12]));
}

#[test]
fn forgetting_leaves_nothing_to_store_and_a_refusal_changes_nothing() {
    let state = loaded(&[run(12, 1)]).after(choose());
    let forgotten = state.after(Action::Forget(StorageNotice::Forgotten));
    assert!(forgotten.session.is_untouched());
    assert_eq!(stored(&forgotten), [] as [u8; 0]);
    let refused = state.after(Action::Forget(StorageNotice::NotForgotten));
    assert_eq!((refused.session, stored(&refused)), (state.session, vec![1, 12]));
    assert_eq!(refused.notice, Some(StorageNotice::NotForgotten));
}

#[test]
fn ideas_that_were_opened_are_closed_again_for_another_run() {
    let open = loaded(&[run(30, 1)]).after(Action::Resume(0, TODAY)).after(Action::ToggleIdeas);
    assert!(open.ideas_open);
    assert!(!open.after(Action::Restart(TODAY)).ideas_open);
    assert!(!open.after(Action::Restart(TODAY)).after(Action::Resume(0, TODAY)).ideas_open);
    assert!(!open.after(Action::ToggleIdeas).ideas_open);
}

#[test]
fn only_a_change_of_screen_counts_as_navigation() {
    let state = loaded(&[]);
    assert_eq!(state.after(Action::Session(SessionAction::Select(Answer::LOWEST))).navigation_count, 0);
    assert_eq!(state.after(choose()).navigation_count, 1);
    assert!(changes_nothing(&state, Action::Session(SessionAction::Back)), "there is nothing before the first statement");
}

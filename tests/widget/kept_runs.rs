//! Which runs are kept while one is on the screen: the state of the widget, without a browser.

use exhale::{
    quiz::{Action, Answer, Session},
    widget::{
        Kept, Notice, Run,
        state::{Event, State},
    },
};

const TODAY: u32 = 20_000;

/// A run with this many answers, last changed some days ago.
fn run(answers: u8, days: u32) -> Run {
    let mut session = Session::NEW;
    for _ in 0..answers {
        if session.passed() == 10 && !session.gone_on() {
            session = session.apply(Action::GoOn);
        }
        session = session.apply(Action::Choose(Answer::LOWEST));
    }
    Run { session, day: TODAY - days }
}

fn loaded(runs: &[Run]) -> State {
    State::default().after(Event::Loaded(Kept { keeps: true, runs: runs.to_vec(), notice: None, history: Vec::new() }))
}

/// How far each run got that would be written now, newest first.
fn kept(state: &State) -> Vec<u8> {
    state.to_keep().map(|(session, _)| session.passed()).collect()
}

fn choose() -> Event {
    Event::Did(Action::Choose(Answer::LOWEST))
}

#[test]
fn looking_at_the_first_screen_changes_nothing_that_is_kept() {
    let state = loaded(&[run(3, 2), run(30, 5)]);
    assert!(state.session.is_untouched() && state.moves == 0);
    let written: Vec<_> = state.to_keep().collect();
    assert_eq!(written, [(run(3, 0).session, Some(TODAY - 2)), (run(30, 0).session, Some(TODAY - 5))], "with their own days");
}

#[test]
fn a_new_run_keeps_the_one_that_got_furthest() {
    assert_eq!(kept(&loaded(&[run(12, 1)]).after(choose())), [1, 12]);
    assert_eq!(kept(&loaded(&[run(1, 1), run(30, 5)]).after(choose())), [1, 30]);
    assert_eq!(kept(&loaded(&[run(30, 1), run(2, 5)]).after(choose())), [1, 30]);
}

#[test]
fn taking_up_a_run_puts_the_one_on_the_screen_aside() {
    let state = loaded(&[run(12, 1)]).after(choose()).after(Event::TookUp(0, TODAY));
    assert_eq!(state.session, run(12, 0).session);
    assert_eq!(kept(&state), [12, 1]);
    assert_eq!(state.offers, [Run { session: run(1, 0).session, day: TODAY }]);
    let back = state.after(Event::TookUp(0, TODAY));
    assert_eq!((back.session.passed(), kept(&back)), (1, vec![1, 12]));
}

#[test]
fn an_offer_that_is_not_there_changes_nothing() {
    let state = loaded(&[run(12, 1)]);
    assert_eq!(state.after(Event::TookUp(1, TODAY)), state);
}

#[test]
fn starting_again_keeps_the_result_until_the_new_run_has_an_answer_and_after() {
    let state = loaded(&[run(30, 1)]).after(Event::TookUp(0, TODAY)).after(Event::StartedAgain(TODAY));
    assert!(state.session.is_untouched());
    assert_eq!(kept(&state), [30]);
    assert_eq!(kept(&state.after(choose())), [1, 30]);
}

#[test]
fn an_answer_given_before_the_browser_was_asked_is_kept_and_so_is_the_run() {
    let early = State::default().after(choose());
    let state =
        early.after(Event::Loaded(Kept { keeps: true, runs: vec![run(12, 1), run(5, 2)], notice: None, history: Vec::new() }));
    assert_eq!((state.session.passed(), kept(&state)), (1, vec![1, 12]));
}

#[test]
fn forgetting_leaves_nothing_to_keep_and_a_refusal_changes_nothing() {
    let state = loaded(&[run(12, 1)]).after(choose());
    let forgotten = state.after(Event::Forgot(Notice::Forgotten));
    assert!(forgotten.session.is_untouched());
    assert_eq!(kept(&forgotten), [] as [u8; 0]);
    let refused = state.after(Event::Forgot(Notice::NotForgotten));
    assert_eq!((refused.session, kept(&refused)), (state.session, vec![1, 12]));
    assert_eq!(refused.notice, Some(Notice::NotForgotten));
}

#[test]
fn ideas_that_were_opened_are_closed_again_for_another_run() {
    let open = loaded(&[run(30, 1)]).after(Event::TookUp(0, TODAY)).after(Event::ToggledIdeas);
    assert!(open.ideas_open);
    assert!(!open.after(Event::StartedAgain(TODAY)).ideas_open);
    assert!(!open.after(Event::StartedAgain(TODAY)).after(Event::TookUp(0, TODAY)).ideas_open);
    assert!(!open.after(Event::ToggledIdeas).ideas_open);
}

#[test]
fn only_a_change_of_screen_counts_as_a_move() {
    let state = loaded(&[]);
    assert_eq!(state.after(Event::Did(Action::Select(Answer::LOWEST))).moves, 0);
    assert_eq!(state.after(choose()).moves, 1);
    assert_eq!(state.after(Event::Did(Action::Back)), state, "there is nothing before the first statement");
}

//! What each action does to the state of the widget, without a browser. Which runs are stored is in `stored_runs.rs`.

use exhale::{
    quiz::{
        Answer, Form, Position, QuizResult, Session, SessionAction,
        link::{LinkError, ShareAddress, SharePage, ShareTo, Shared},
    },
    state::{Action, Outcome, State, View},
    storage::{StorageNotice, Stored, StoredRun},
};

use crate::reducer::{After, changes_nothing};

const TODAY: u32 = 20_000;

fn choose() -> Action {
    Action::Session(SessionAction::Choose(Answer::LOWEST))
}

/// A state in which something has happened before, so that no count is 0.
fn begun() -> State {
    let state = State::default().after(choose()).after(choose()).after(choose());
    assert_eq!((state.navigation_count, state.session.passed()), (3, 3));
    state
}

/// A state that stands at its result.
fn finished() -> State {
    let mut state = State::default();
    for position in 0..30 {
        if position == 10 {
            state = state.after(Action::Session(SessionAction::GoOn));
        }
        state = state.after(choose());
    }
    assert!(state.session.is_finished());
    state
}

fn link() -> Shared {
    Shared::of(&QuizResult::of(Form::Full, finished().session.answers()).scores, false).expect("all is answered")
}

fn stored(runs: &[StoredRun], notice: Option<StorageNotice>) -> Stored {
    Stored { can_store: true, runs: runs.to_vec(), notice, history: Vec::new() }
}

#[test]
fn each_change_of_the_screen_counts_once_and_nothing_else_does() {
    let state = begun().after(Action::Load(stored(&[StoredRun { session: finished().session, day: TODAY }], None)));
    let changes = [
        ("an answer", choose()),
        ("a step back", Action::Session(SessionAction::Back)),
        ("another run", Action::Resume(0, TODAY)),
        ("a new start", Action::Restart(TODAY)),
        ("a link that the user opened", Action::OpenLink(Ok(link()), true)),
        ("a broken link that the user opened", Action::OpenLink(Err(LinkError::Altered), true)),
        ("another result to look at", Action::Show(View::Comparison)),
        ("a shared result put away", Action::PutAway),
        ("everything forgotten", Action::Forget(StorageNotice::Forgotten)),
        ("a refusal to forget", Action::Forget(StorageNotice::NotForgotten)),
    ];
    for (what, action) in changes {
        assert_eq!(state.after(action).navigation_count, state.navigation_count + 1, "{what}");
    }
    let others = [
        ("a choice with the keyboard", Action::Session(SessionAction::Select(Answer::LOWEST))),
        ("a link in the address as the page loads", Action::OpenLink(Ok(link()), false)),
        ("a run that is not there", Action::Resume(7, TODAY)),
        ("ideas", Action::ToggleIdeas),
        ("the list of what was answered", Action::ToggleReview),
        ("what is stored", Action::Load(Stored::NOTHING)),
        ("the outcome of an effect", Action::Report(Outcome::LinkCopied)),
        ("a browser that stores nothing", Action::StorageRefused),
    ];
    for (what, action) in others {
        assert_eq!(state.after(action).navigation_count, state.navigation_count, "{what}");
    }
}

#[test]
fn an_outcome_is_gone_with_the_next_thing_that_the_user_does() {
    let reported = begun().after(Action::Report(Outcome::LinkCopied));
    assert_eq!(reported.outcome, Some(Outcome::LinkCopied));
    for action in [choose(), Action::ToggleIdeas, Action::ToggleReview, Action::Show(View::Quiz), Action::PutAway] {
        assert_eq!(reported.after(action).outcome, None);
    }
    // Not with what the browser does by itself.
    for action in [Action::Load(Stored::NOTHING), Action::StorageRefused] {
        assert_eq!(reported.after(action).outcome, Some(Outcome::LinkCopied));
    }
    assert_eq!(reported.after(Action::Report(Outcome::LinkShared)).outcome, Some(Outcome::LinkShared));
}

#[test]
fn a_statement_opened_from_the_scoring_is_remembered_until_the_user_is_back_and_moves_on() {
    let third = Position::new(3).unwrap();
    let result = finished();
    let opened = result.after(Action::Revise(third));
    assert_eq!((opened.revised, opened.navigation_count), (Some(third), result.navigation_count + 1));
    // Its answer leads back to the result, which still knows.
    let back = opened.after(choose());
    assert!(back.session.is_finished());
    assert_eq!(back.revised, Some(third));
    let on = back.after(Action::Session(SessionAction::Jump(third)));
    assert_eq!(on.revised, None);
    assert_eq!(back.after(Action::Restart(TODAY)).revised, None);
}

#[test]
fn a_link_shows_its_result_a_broken_one_a_sentence_and_both_can_be_put_away() {
    let state = begun().after(Action::OpenLink(Ok(link()), false));
    assert_eq!((state.view, state.shared_result.is_some(), state.link_error), (View::SharedResult, true, None));
    assert!(!state.has_review(), "nothing of the quiz is in sight");
    let both = state.after(Action::Show(View::Comparison));
    assert_eq!((both.view, both.shared_result.is_some()), (View::Comparison, true));
    let away = both.after(Action::PutAway);
    assert_eq!((away.view, away.shared_result.is_some(), away.session), (View::Quiz, false, state.session));
    let broken = state.after(Action::OpenLink(Err(LinkError::Altered), true));
    assert_eq!((broken.view, broken.shared_result.is_some(), broken.link_error), (View::Quiz, false, Some(LinkError::Altered)));
    assert_eq!(broken.after(choose()).link_error, None, "an answer puts the sentence away");
    assert_eq!(broken.after(Action::PutAway).link_error, None);
}

#[test]
fn folds_open_and_close() {
    let state = begun();
    let open = state.after(Action::ToggleReview).after(Action::ToggleIdeas);
    assert_eq!((state.review_open, state.ideas_open, open.review_open, open.ideas_open), (false, false, true, true));
    assert!(!open.after(Action::ToggleReview).review_open && !open.after(Action::ToggleIdeas).ideas_open);
}

#[test]
fn there_is_a_list_of_answers_once_there_is_one() {
    assert!(!State::default().has_review());
    assert!(State::default().after(choose()).has_review());
    assert!(State::default().after(Action::Session(SessionAction::Skip)).has_review());
}

#[test]
fn the_finished_run_is_the_one_on_the_screen_or_else_a_stored_one() {
    let done = StoredRun { session: finished().session, day: TODAY };
    let other = StoredRun { session: begun().session, day: TODAY };
    assert_eq!(State::default().finished(), None);
    assert_eq!(finished().finished(), Some(done.session));
    let state = begun().after(Action::Load(stored(&[other], None)));
    assert_eq!(state.finished(), None);
    assert_eq!(State::default().after(Action::Load(stored(&[other, done], None))).finished(), Some(done.session));
}

#[test]
fn what_the_browser_has_stored_is_taken_over_with_its_notice() {
    let run = StoredRun { session: begun().session, day: TODAY };
    let state = State::default().after(Action::Load(stored(&[run], Some(StorageNotice::Damaged))));
    assert_eq!((&state.saved_runs[..], state.notice, state.can_store), (&[run][..], Some(StorageNotice::Damaged), Some(true)));
    // Also where the user has begun.
    let state = begun().after(Action::Load(stored(&[], Some(StorageNotice::OtherVersion))));
    assert_eq!(state.notice, Some(StorageNotice::OtherVersion));
    assert_eq!(state.after(choose()).notice, None);
    assert_eq!(state.after(Action::StorageRefused).can_store, Some(false));
}

#[test]
fn forgetting_leaves_nothing_but_where_the_quiz_stands() {
    let mut state = finished().after(Action::OpenLink(Ok(link()), false)).after(Action::Load(stored(&[], None)));
    let page = SharePage { href: "https://blog.example/post", ..SharePage::default() };
    state.host_env.address = ShareAddress::new(&page, ShareTo::Page, "exhale");
    let forgotten = state.after(Action::Forget(StorageNotice::Forgotten));
    let expected = State {
        navigation_count: state.navigation_count + 1,
        can_store: Some(true),
        notice: Some(StorageNotice::Forgotten),
        host_env: state.host_env.clone(),
        ..State::default()
    };
    assert_eq!(forgotten, expected);
    let refused = state.after(Action::Forget(StorageNotice::NotForgotten));
    assert_eq!((refused.session, refused.notice, refused.is_persisted), (state.session, Some(StorageNotice::NotForgotten), true));
}

#[test]
fn an_action_without_effect_gives_the_same_state() {
    let state = finished();
    assert!(changes_nothing(&state, Action::Session(SessionAction::Finish)));
    assert!(!changes_nothing(&state, Action::ToggleIdeas));
    assert_eq!(Session::NEW, State::default().session);
}

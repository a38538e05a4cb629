//! What each action does to the state of the widget, without a browser. Which runs are stored is in `stored_runs.rs`.

use exhale::{
    quiz::{
        Answer, Carries, Form, KeptStep, LeadMore, LifeContext, Partner, Position, QuizResult, Reason, Session, SessionAction,
        Tried,
        link::{LinkError, ShareAddress, SharePage, ShareTo, Shared},
    },
    state::{Action, Outcome, State, View},
    storage::{StepEntry, StorageNotice, Stored, StoredRun},
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
    Stored { can_store: true, runs: runs.to_vec(), notice, ..Stored::NOTHING }
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

/// What somebody has chosen before the result.
const CHOSEN: LifeContext =
    LifeContext { partner: Some(Partner::Yes), carries: Some(Carries::Me), lead_more: Some(LeadMore::Unsure) };

/// A step as it was kept on a day.
fn step(day: u32, reason: u8, sentence: &str) -> StepEntry {
    let step = KeptStep::new(day, Reason::new(reason).expect("1 to 10"), sentence);
    StepEntry { step, date: format!("Day {day}"), is_today: day == TODAY }
}

#[test]
fn what_the_words_fit_is_asked_once_before_the_first_full_result() {
    let asked = finished();
    assert_eq!((asked.view, asked.context), (View::WordsFit, Some(LifeContext::default())));
    assert!(!asked.has_review(), "nothing of the quiz is in sight");
    // Without any choice too.
    let result = asked.after(Action::Show(View::Quiz));
    assert_eq!((result.view, result.context), (View::Quiz, Some(LifeContext::default())));
    assert_eq!(result.navigation_count, asked.navigation_count + 1);
    // Not again: after a change of an answer, after a look back, in the next run.
    let third = Position::new(3).unwrap();
    let revised = result.after(Action::Revise(third)).after(choose());
    assert!(revised.session.is_finished() && revised.view == View::Quiz);
    let back = result.after(Action::Session(SessionAction::Back)).after(Action::Session(SessionAction::Finish));
    assert!(back.session.is_finished() && back.view == View::Quiz);
    let mut again = result.after(Action::SetContext(CHOSEN)).after(Action::Restart(TODAY));
    assert_eq!(again.context, Some(CHOSEN));
    for position in 0..30 {
        if position == 10 {
            again = again.after(Action::Session(SessionAction::GoOn));
        }
        again = again.after(choose());
    }
    assert_eq!((again.session.is_finished(), again.view, again.context), (true, View::Quiz, Some(CHOSEN)));
}

#[test]
fn what_the_words_fit_is_not_asked_before_a_sketch_or_the_result_of_ten_answers() {
    let mut state = State::default();
    for _ in 0..10 {
        state = state.after(choose());
    }
    for action in [SessionAction::Sketch, SessionAction::Finish] {
        state = state.after(Action::Session(action));
        assert_eq!((state.view, state.context), (View::Quiz, None), "{action:?}");
    }
    assert!(state.session.is_finished());
}

#[test]
fn what_the_words_fit_can_be_changed_later_and_goes_when_everything_is_forgotten() {
    let result = finished().after(Action::SetContext(CHOSEN)).after(Action::Show(View::Quiz));
    let changing = result.after(Action::Show(View::WordsFit));
    assert_eq!((changing.view, changing.context, changing.session), (View::WordsFit, Some(CHOSEN), result.session));
    let alone = LifeContext { partner: Some(Partner::NotNow), ..CHOSEN };
    let changed = changing.after(Action::SetContext(alone));
    // A choice is no change of the screen.
    assert_eq!((changed.view, changed.navigation_count), (View::WordsFit, changing.navigation_count));
    // What is no longer asked comes back with the partner.
    assert_eq!(changed.context, Some(alone));
    assert_eq!(alone.asked(), LifeContext { partner: alone.partner, ..LifeContext::default() });
    assert_eq!(changed.after(Action::SetContext(CHOSEN)).context, Some(CHOSEN));
    assert_eq!(changed.after(Action::Show(View::Quiz)).context, Some(alone));
    assert_eq!(changed.after(Action::Forget(StorageNotice::Forgotten)).context, None);
    assert_eq!(changed.after(Action::Forget(StorageNotice::NotForgotten)).context, Some(alone));
}

#[test]
fn a_stored_context_spares_the_question_and_never_replaces_what_was_chosen_here() {
    let stored = Stored { context: Some(CHOSEN), can_store: true, ..Stored::NOTHING };
    let mut state = State::default().after(Action::Load(stored.clone()));
    for position in 0..30 {
        if position == 10 {
            state = state.after(Action::Session(SessionAction::GoOn));
        }
        state = state.after(choose());
    }
    assert_eq!((state.session.is_finished(), state.view, state.context), (true, View::Quiz, Some(CHOSEN)));
    let own = LifeContext { carries: Some(Carries::Even), ..CHOSEN };
    let chosen = finished().after(Action::SetContext(own));
    assert_eq!(chosen.after(Action::Load(stored)).context, Some(own));
    // Another tab of a page that stores nothing has none to give.
    assert_eq!(chosen.after(Action::Load(Stored::NOTHING)).context, Some(own));
}

#[test]
fn a_step_is_kept_in_place_of_the_one_before_answered_and_deleted() {
    let result = finished().after(Action::Show(View::Quiz));
    assert_eq!(result.step, None);
    let kept = result.after(Action::KeepStep(step(TODAY, 4, "Could you take over the bookings?")));
    assert_eq!(kept.step, Some(step(TODAY, 4, "Could you take over the bookings?")));
    let other = kept.after(Action::KeepStep(step(TODAY, 1, "Would you plan Saturday?")));
    assert_eq!(other.step, Some(step(TODAY, 1, "Would you plan Saturday?")));
    for tried in Tried::ALL {
        let answered = other.after(Action::AnswerStep(tried));
        let entry = answered.step.as_ref().expect("it is still kept");
        assert_eq!((entry.step.tried, &*entry.step.sentence), (Some(tried), "Would you plan Saturday?"));
        // Another answer can be given, and a new step has none.
        assert_eq!(answered.after(Action::AnswerStep(Tried::NotYet)).step.unwrap().step.tried, Some(Tried::NotYet));
        assert_eq!(answered.after(Action::KeepStep(step(TODAY, 1, "Again"))).step.unwrap().step.tried, None);
    }
    assert_eq!(other.after(Action::DeleteStep).step, None);
    assert_eq!(result.after(Action::AnswerStep(Tried::Yes)).step, None, "there is none to answer for");
    // Nothing of it changes the screen.
    for action in [Action::KeepStep(step(TODAY, 4, "")), Action::AnswerStep(Tried::Yes), Action::DeleteStep] {
        let after = kept.after(action);
        assert_eq!((after.view, after.navigation_count, after.session), (View::Quiz, kept.navigation_count, kept.session));
    }
}

#[test]
fn a_step_stays_over_a_new_start_and_goes_when_everything_is_forgotten() {
    let earlier = step(TODAY - 7, 4, "Could you take over the bookings?");
    let stored = Stored { step: Some(earlier.clone()), can_store: true, ..Stored::NOTHING };
    let state = finished().after(Action::Load(stored.clone()));
    assert_eq!(state.step, Some(earlier.clone()));
    assert_eq!(state.after(Action::Restart(TODAY)).step, Some(earlier.clone()));
    let own = step(TODAY, 1, "Would you plan Saturday?");
    assert_eq!(state.after(Action::KeepStep(own.clone())).after(Action::Load(stored)).step, Some(own), "the newer one stays");
    assert_eq!(state.after(Action::Forget(StorageNotice::Forgotten)).step, None);
    assert_eq!(state.after(Action::Forget(StorageNotice::NotForgotten)).step, Some(earlier));
}

/// What leaving does, but for the browser's part: everything is deleted if that was asked for, and then the quiz starts again.
#[test]
fn whoever_has_left_finds_the_first_screen_also_where_the_browser_deletes_nothing() {
    let result = finished()
        .after(Action::SetContext(CHOSEN))
        .after(Action::Show(View::Quiz))
        .after(Action::KeepStep(step(TODAY, 4, "Could you take over the bookings?")))
        .after(Action::ToggleIdeas);
    let first = |state: &State| state.session.is_untouched() && state.view == View::Quiz && !state.ideas_open;
    let left = result.after(Action::Restart(TODAY));
    assert!(first(&left));
    assert_eq!((left.saved_runs.len(), left.context, left.step), (1, result.context, result.step.clone()), "the answers stay");
    let deleted = result.after(Action::Forget(StorageNotice::Forgotten)).after(Action::Restart(TODAY));
    assert!(first(&deleted));
    assert_eq!((deleted.to_store().count(), deleted.context, &deleted.step), (0, None, &None));
    assert_eq!(deleted.notice, Some(StorageNotice::Forgotten));
    let refused = result.after(Action::Forget(StorageNotice::NotForgotten)).after(Action::Restart(TODAY));
    assert!(first(&refused));
    assert_eq!((refused.saved_runs.len(), refused.notice), (1, Some(StorageNotice::NotForgotten)));
}

#[test]
fn what_cannot_be_read_of_context_and_step_is_said_and_nothing_is_taken_from_it() {
    // What `storage::load` makes of garbage: crates/quiz refuses the line, and the notice stands in its place.
    let garbage = Stored { can_store: true, notice: Some(StorageNotice::Damaged), ..Stored::NOTHING };
    assert!("1zz-".parse::<LifeContext>().is_err() && "1.x".parse::<KeptStep>().is_err());
    let state = State::default().after(Action::Load(garbage));
    assert_eq!((state.notice, state.context, &state.step), (Some(StorageNotice::Damaged), None, &None));
    let first_of = |stored: Stored| stored.is_empty();
    assert!(first_of(Stored { can_store: true, ..Stored::NOTHING }));
    assert!(!first_of(Stored { can_store: true, context: Some(CHOSEN), ..Stored::NOTHING }));
    assert!(!first_of(Stored { can_store: true, step: Some(step(TODAY, 1, "")), ..Stored::NOTHING }));
}

#[test]
fn an_action_without_effect_gives_the_same_state() {
    let state = finished();
    assert!(changes_nothing(&state, Action::Session(SessionAction::Finish)));
    assert!(!changes_nothing(&state, Action::ToggleIdeas));
    assert_eq!(Session::NEW, State::default().session);
}

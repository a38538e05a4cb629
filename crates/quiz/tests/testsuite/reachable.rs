//! What holds wherever a run through the quiz leads: over every session without answers, and over random runs with them.

use std::collections::HashSet;

use super::runs::{any_steps, replay};
use exhale_quiz::{Answer, Answers, Form, ITEMS, Place, Position, Session, SessionAction};
use proptest::prelude::*;

fn answer(value: u8) -> Answer {
    Answer::new(value).expect("1 to 5")
}

fn position(number: u8) -> Position {
    Position::new(number).expect("1 to 30")
}

/// A session without its answers and without the way back: all that decides where an action leads, but for that way.
type Spot = (Place, u8, bool);

fn spot(session: &Session) -> Spot {
    (session.place(), session.passed(), session.gone_on())
}

/// Without the place to return to, which is not stored. `None` if that is no session a run leads to.
fn stored(session: &Session) -> Option<Session> {
    Session::from_parts(*session.answers(), session.place(), session.passed(), session.gone_on())
}

/// Every action that moves: answers do not decide where one leads.
fn moves() -> impl Iterator<Item = SessionAction> {
    let fixed = [
        SessionAction::Next,
        SessionAction::Back,
        SessionAction::Sketch,
        SessionAction::GoOn,
        SessionAction::Finish,
        SessionAction::Walk,
    ];
    fixed.into_iter().chain(Position::all().map(SessionAction::Jump))
}

/// All sessions without answers that any run leads to: some thousands.
fn every_session() -> HashSet<Session> {
    let (mut found, mut open) = (HashSet::from([Session::NEW]), vec![Session::NEW]);
    while let Some(session) = open.pop() {
        open.extend(moves().map(|action| session.apply(action)).filter(|next| found.insert(*next)));
    }
    found
}

/// What holds for any session.
fn sound(session: &Session) -> Result<(), TestCaseError> {
    let stored = stored(session);
    prop_assert!(stored.is_some(), "not restorable: {:?}", session);
    prop_assert_eq!(stored.as_ref().map(spot), Some(spot(session)));
    prop_assert_eq!(stored.as_ref().map(Session::answers), Some(session.answers()));

    prop_assert_eq!(session.total(), if session.gone_on() { 30 } else { 10 });
    prop_assert!(session.progress() <= session.total() && session.passed() <= session.total());
    prop_assert_eq!(session.form() == Form::Full, usize::from(session.passed()) == ITEMS);
    match session.place() {
        Place::Item(position) => {
            prop_assert_eq!(session.progress(), position.number());
            prop_assert!(session.can_open(position));
            prop_assert!(position.number() <= 10 || session.gone_on());
        }
        Place::Pause => prop_assert_eq!((session.progress(), session.passed(), session.gone_on()), (10, 10, false)),
        Place::Sketch => prop_assert!((10..30).contains(&session.passed())),
        Place::Result => prop_assert!(session.passed() >= 10),
    }
    if session.is_revisiting() {
        // Next and back lead to the same place, another one, and there the visit is over.
        let back = session.apply(SessionAction::Back);
        prop_assert_eq!(back, session.apply(SessionAction::Next));
        prop_assert!(back.place() != session.place() && !back.is_revisiting());
    }
    // What the screen offers is what works.
    prop_assert_eq!(session.can_go_back(), session.apply(SessionAction::Back) != *session);
    prop_assert_eq!(session.can_sketch(), session.apply(SessionAction::Sketch).place() == Place::Sketch);
    prop_assert_eq!(session.can_finish(), session.apply(SessionAction::Finish).place() == Place::Result);
    for position in Position::all() {
        let opened = session.apply(SessionAction::Jump(position)).place() == Place::Item(position);
        prop_assert_eq!(session.can_open(position), opened, "{:?}", position);
    }
    Ok(())
}

#[test]
fn every_session_that_a_run_leads_to_is_sound() {
    for session in every_session() {
        sound(&session).unwrap_or_else(|error| panic!("{session:?}: {error}"));
    }
}

#[test]
fn exactly_the_sessions_that_a_run_leads_to_can_be_put_together_again() {
    let reached: HashSet<Spot> = every_session().iter().map(spot).collect();
    let places = Position::all().map(Place::Item).chain([Place::Pause, Place::Sketch, Place::Result]);
    for place in places {
        for passed in 0..=u8::MAX {
            for gone_on in [false, true] {
                let restored = Session::from_parts(Answers::NONE, place, passed, gone_on);
                assert_eq!(restored.is_some(), reached.contains(&(place, passed, gone_on)), "{place:?} {passed} {gone_on}");
            }
        }
    }
}

#[test]
fn an_answer_beyond_the_next_statement_cannot_be_put_together_again() {
    let with = |number| Answers::NONE.with(position(number), Some(answer(3)));
    let item = Place::Item(position(4));
    for (place, passed, gone_on, last) in [(item, 4, false, 5), (Place::Pause, 10, false, 10), (Place::Result, 12, true, 13)] {
        assert!(Session::from_parts(with(last), place, passed, gone_on).is_some(), "{last} after {passed}");
        assert!(Session::from_parts(with(last + 1), place, passed, gone_on).is_none(), "{} after {passed}", last + 1);
    }
}

#[test]
fn wherever_a_person_is_going_on_leads_to_the_full_result() {
    for start in every_session() {
        let mut session = start;
        for _ in 0..2 * ITEMS {
            session =
                session.apply(if matches!(session.place(), Place::Item(_)) { SessionAction::Next } else { SessionAction::GoOn });
        }
        assert_eq!((session.place(), session.form()), (Place::Result, Form::Full), "from {start:?}");
    }
}

#[test]
fn back_undoes_every_step_of_the_ordinary_path() {
    for session in every_session() {
        if let (Place::Item(_), false) = (session.place(), session.is_revisiting()) {
            for action in [SessionAction::Next, SessionAction::Skip, SessionAction::Choose(answer(2))] {
                let moved = session.apply(action);
                let back = moved.apply(SessionAction::Back);
                assert_eq!(back.place(), session.place(), "{action:?} at {session:?}");
                assert_eq!((back.answers(), back.is_revisiting()), (moved.answers(), false));
            }
        }
    }
}

#[test]
fn only_passing_the_next_statement_adds_to_what_was_passed() {
    for session in every_session() {
        for action in moves() {
            let next_up = session.place() == session.frontier().map_or(Place::Pause, Place::Item);
            let expected = session.passed() + u8::from(action == SessionAction::Next && next_up);
            assert_eq!(session.apply(action).passed(), expected, "{action:?} at {session:?}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_run_leads_to_an_unsound_session_or_touches_an_answer_that_is_not_on_the_screen(steps in any_steps()) {
        let run = replay(&steps);
        for pair in run.windows(2) {
            let [(_, before), (action, after)] = [pair[0], pair[1]];
            sound(&after)?;
            match (action, before.place()) {
                (SessionAction::Resume(other), _) => prop_assert_eq!(after, other),
                (SessionAction::Restart, _) => prop_assert_eq!(after, Session::NEW),
                (SessionAction::Select(given) | SessionAction::Choose(given), Place::Item(position)) => {
                    prop_assert_eq!(*after.answers(), before.answers().with(position, Some(given)));
                }
                (SessionAction::Skip, Place::Item(position)) => {
                    prop_assert_eq!(*after.answers(), before.answers().with(position, None));
                }
                _ => prop_assert_eq!(after.answers(), before.answers()),
            }
            if let SessionAction::Select(_) = action {
                prop_assert_eq!(spot(&after), spot(&before));
            }
        }
    }
}

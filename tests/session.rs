//! Taking the quiz: where every action leads, and what holds wherever it leads.

mod common {
    pub mod runs;
}

use std::collections::HashSet;

use common::runs::{any_steps, replay};
use exhale::quiz::{Action, Answer, Answers, Form, ITEMS, Place, Position, Session};
use proptest::prelude::*;

fn answer(value: u8) -> Answer {
    Answer::new(value).expect("1 to 5")
}

fn position(number: u8) -> Position {
    Position::new(number).expect("1 to 30")
}

/// Plays a script such as `4*10 go-on ?2 open:3`: a digit chooses, `?` selects, `*10` repeats ten times.
fn play(script: &str) -> Session {
    script.split_whitespace().fold(Session::NEW, |session, word| {
        let (word, times) = word.split_once('*').map_or((word, 1), |(word, times)| (word, times.parse().expect("a number")));
        let action = match word {
            "next" => Action::Next,
            "skip" => Action::Skip,
            "back" => Action::Back,
            "sketch" => Action::Sketch,
            "go-on" => Action::GoOn,
            "finish" => Action::Finish,
            "restart" => Action::Restart,
            _ => match (word.strip_prefix('?'), word.strip_prefix("open:")) {
                (Some(value), _) => Action::Select(answer(value.parse().expect("a digit"))),
                (_, Some(number)) => Action::Jump(position(number.parse().expect("a number"))),
                _ => Action::Choose(answer(word.parse().expect("a word of the script"))),
            },
        };
        (0..times).fold(session, |session, _| session.apply(action))
    })
}

/// A session in one line: the place, an asterisk while a statement is revisited, passed of total, the answers up to the
/// last one.
fn line(session: &Session) -> String {
    let place = match session.place() {
        Place::Item(position) => position.number().to_string(),
        Place::Pause => "pause".to_owned(),
        Place::Sketch => "sketch".to_owned(),
        Place::Result => "result".to_owned(),
    };
    let answers: String = session.answers().of(Form::Full).iter().map(|answer| digit(*answer)).collect();
    let mark = if session.is_revisiting() { "*" } else { "" };
    format!("{place}{mark} {}/{} {}", session.passed(), session.total(), answers.trim_end_matches('.')).trim_end().to_owned()
}

fn digit(answer: Option<Answer>) -> char {
    answer.map_or('.', |answer| char::from(b'0' + answer.value()))
}

#[track_caller]
fn check(table: &[(&str, &str)]) {
    for (script, expected) in table {
        assert_eq!(line(&play(script)), *expected, "after: {script}");
    }
}

#[test]
fn choosing_answers_and_moves_on() {
    check(&[
        ("", "1 0/10"),
        ("4", "2 1/10 4"),
        ("4 1", "3 2/10 41"),
        ("4*9", "10 9/10 444444444"),
        ("4*10", "pause 10/10 4444444444"),
        ("4*10 go-on 2*19", "30 29/30 44444444442222222222222222222"),
        ("4*10 go-on 2*20", "result 30/30 444444444422222222222222222222"),
        ("4*10 5", "pause 10/10 4444444444"),
        ("4*10 sketch 5", "sketch 10/10 4444444444"),
    ]);
}

#[test]
fn selecting_answers_and_stays() {
    check(&[
        ("?2", "1 0/10 2"),
        ("?2 ?3", "1 0/10 3"),
        ("?2 next", "2 1/10 2"),
        ("4 5 ?1", "3 2/10 451"),
        ("4*10 ?1", "pause 10/10 4444444444"),
    ]);
}

#[test]
fn next_moves_on_with_the_statement_as_it_stands() {
    check(&[
        ("next", "2 1/10"),
        ("next*10", "pause 10/10"),
        ("next*10 go-on next*20", "result 30/30"),
        ("3 back next", "2 1/10 3"),
        ("next*10 next", "pause 10/10"),
        ("next*10 finish next", "result 10/10"),
    ]);
}

#[test]
fn skipping_takes_the_answer_back_and_moves_on() {
    check(&[
        ("skip", "2 1/10"),
        ("4 skip 5", "4 3/10 4.5"),
        ("4 4 back skip", "3 2/10 4"),
        ("?4 skip", "2 1/10"),
        ("skip*10", "pause 10/10"),
        ("4*3 open:2 skip", "4 3/10 4.4"),
        ("4*10 skip", "pause 10/10 4444444444"),
    ]);
}

#[test]
fn back_goes_one_screen_back_and_keeps_the_answers() {
    check(&[
        ("back", "1 0/10"),
        ("4 back", "1 1/10 4"),
        ("4 5 ?1 back", "2 2/10 451"),
        ("4*10 back", "10 10/10 4444444444"),
        ("4*10 back next", "pause 10/10 4444444444"),
        ("4*10 go-on back", "10 10/30 4444444444"),
        ("4*10 go-on back next", "11 10/30 4444444444"),
        ("skip*10 sketch back", "pause 10/10"),
        ("skip*10 go-on skip*3 sketch back", "14 13/30"),
        ("skip*10 finish back", "sketch 10/10"),
        ("skip*10 go-on skip*3 finish back back", "14 13/30"),
        ("skip*10 go-on skip*20 back", "30 30/30"),
        ("skip*10 go-on skip*20 back skip", "result 30/30"),
    ]);
}

#[test]
fn a_statement_that_was_jumped_to_returns_to_where_the_person_came_from() {
    check(&[
        ("4*5 open:2", "2* 5/10 44444"),
        ("4*5 open:2 1", "6 5/10 41444"),
        ("4*5 open:2 next", "6 5/10 44444"),
        ("4*5 open:2 back", "6 5/10 44444"),
        ("4*5 open:2 ?1", "2* 5/10 41444"),
        ("4*5 open:2 open:4", "4* 5/10 44444"),
        ("4*5 open:2 open:4 back", "6 5/10 44444"),
        ("4*10 open:10 1", "pause 10/10 4444444441"),
        ("4*10 sketch open:1 1", "sketch 10/10 1444444444"),
        ("4*10 finish open:1 1", "result 10/10 1444444444"),
        ("4*10 go-on 4*20 open:30 1", "result 30/30 444444444444444444444444444441"),
    ]);
}

#[test]
fn jumping_to_the_statement_that_comes_next_is_going_on_not_revisiting() {
    check(&[
        ("4*5 back*3 open:6", "6 5/10 44444"),
        ("4*5 open:2 open:6", "6 5/10 44444"),
        ("4*10 go-on 4 finish open:12", "12 11/30 44444444444"),
        ("4*10 go-on 4 finish open:12 5", "13 12/30 444444444445"),
    ]);
}

#[test]
fn jumping_back_to_where_a_visit_began_ends_the_visit() {
    check(&[
        ("4*5 back*2 open:2", "2* 5/10 44444"),
        ("4*5 back*2 open:2 open:4", "4 5/10 44444"),
        ("4*5 back*2 open:2 open:4 1", "5 5/10 44414"),
    ]);
}

#[test]
fn a_statement_that_is_not_open_yet_or_is_on_the_screen_cannot_be_jumped_to() {
    check(&[
        ("open:1", "1 0/10"),
        ("open:2", "1 0/10"),
        ("4*5 open:7", "6 5/10 44444"),
        ("4*5 open:6", "6 5/10 44444"),
        ("4*10 open:11", "pause 10/10 4444444444"),
        ("4*10 finish open:11", "result 10/10 4444444444"),
        ("4*10 go-on open:12", "11 10/30 4444444444"),
        ("4*5 open:2 open:2", "2* 5/10 44444"),
    ]);
}

#[test]
fn sketch_and_result_wait_for_ten_statements() {
    check(&[
        ("4*9 sketch", "10 9/10 444444444"),
        ("4*9 finish", "10 9/10 444444444"),
        ("4*9 go-on", "10 9/10 444444444"),
        ("skip*10 sketch", "sketch 10/10"),
        ("skip*10 finish", "result 10/10"),
        ("skip*10 sketch finish", "result 10/10"),
        ("skip*10 back*4 sketch", "sketch 10/10"),
        ("skip*10 open:3 finish", "result 10/10"),
        ("skip*10 go-on skip*19 sketch", "sketch 29/30"),
    ]);
}

#[test]
fn there_is_no_sketch_once_the_end_was_reached() {
    check(&[("skip*10 go-on skip*20 sketch", "result 30/30"), ("skip*10 go-on skip*20 open:4 sketch", "4* 30/30")]);
}

#[test]
fn going_on_opens_the_next_statement_and_keeps_the_answers() {
    check(&[
        ("4*10 go-on", "11 10/30 4444444444"),
        ("4*10 sketch go-on", "11 10/30 4444444444"),
        ("4*10 finish go-on", "11 10/30 4444444444"),
        ("4*10 open:2 go-on", "11 10/30 4444444444"),
        ("4*10 go-on 1*5 finish go-on", "16 15/30 444444444411111"),
        ("4*10 go-on 1*20 open:3 go-on", "result 30/30 444444444411111111111111111111"),
    ]);
}

#[test]
fn restarting_forgets_everything() {
    for script in ["", "?3", "4*5 open:2", "4*10", "4*10 sketch", "4*10 go-on 4*20"] {
        assert_eq!(play(script).apply(Action::Restart), Session::NEW, "after: {script}");
        assert!(play(script).apply(Action::Restart).is_untouched());
    }
}

#[test]
fn resuming_takes_up_the_other_session_as_it_is() {
    for script in ["", "?3", "4*5 open:2", "4*10 finish", "4*10 go-on 4*20"] {
        assert_eq!(play("1*3").apply(Action::Resume(play(script))), play(script));
    }
}

#[test]
fn only_a_session_in_which_nothing_was_done_is_untouched() {
    for (script, untouched) in [("", true), ("back", true), ("?3", false), ("skip", false), ("next back", false)] {
        assert_eq!(play(script).is_untouched(), untouched, "after: {script}");
    }
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
fn moves() -> impl Iterator<Item = Action> {
    let fixed = [Action::Next, Action::Back, Action::Sketch, Action::GoOn, Action::Finish];
    fixed.into_iter().chain(Position::all().map(Action::Jump))
}

/// All sessions without answers that any run leads to: about eleven thousand.
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
    prop_assert!(stored.is_some(), "not restorable: {}", line(session));
    prop_assert_eq!(stored.as_ref().map(spot), Some(spot(session)));
    prop_assert_eq!(stored.as_ref().map(Session::answers), Some(session.answers()));

    prop_assert_eq!(session.total(), if session.gone_on() { 30 } else { 10 });
    prop_assert!(session.progress() <= session.total() && session.passed() <= session.total());
    prop_assert_eq!(session.form() == Form::Full, usize::from(session.passed()) == ITEMS);
    match session.place() {
        Place::Item(position) => {
            prop_assert_eq!(session.progress(), position.number());
            prop_assert_eq!(session.current(), session.answers().get(position));
            prop_assert!(session.can_open(position));
            prop_assert!(position.number() <= 10 || session.gone_on());
        }
        Place::Pause => prop_assert_eq!((session.progress(), session.passed(), session.gone_on()), (10, 10, false)),
        Place::Sketch => prop_assert!((10..30).contains(&session.passed())),
        Place::Result => prop_assert!(session.passed() >= 10),
    }
    if session.is_revisiting() {
        // Next and back lead to the same place, another one, and there the visit is over.
        let back = session.apply(Action::Back);
        prop_assert_eq!(back, session.apply(Action::Next));
        prop_assert!(back.place() != session.place() && !back.is_revisiting());
    }
    // What the screen offers is what works.
    prop_assert_eq!(session.can_go_back(), session.apply(Action::Back) != *session);
    prop_assert_eq!(session.can_sketch(), session.apply(Action::Sketch).place() == Place::Sketch);
    prop_assert_eq!(session.can_finish(), session.apply(Action::Finish).place() == Place::Result);
    for position in Position::all() {
        let opened = session.apply(Action::Jump(position)).place() == Place::Item(position);
        prop_assert_eq!(session.can_open(position), opened, "{:?}", position);
    }
    Ok(())
}

#[test]
fn every_session_that_a_run_leads_to_is_sound() {
    for session in every_session() {
        sound(&session).unwrap_or_else(|error| panic!("{}: {error}", line(&session)));
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
            session = session.apply(if matches!(session.place(), Place::Item(_)) { Action::Next } else { Action::GoOn });
        }
        assert_eq!((session.place(), session.form()), (Place::Result, Form::Full), "from {}", line(&start));
    }
}

#[test]
fn back_undoes_every_step_of_the_ordinary_path() {
    for session in every_session() {
        if let (Place::Item(_), false) = (session.place(), session.is_revisiting()) {
            for action in [Action::Next, Action::Skip, Action::Choose(answer(2))] {
                let moved = session.apply(action);
                let back = moved.apply(Action::Back);
                assert_eq!(back.place(), session.place(), "{action:?} at {}", line(&session));
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
            let expected = session.passed() + u8::from(action == Action::Next && next_up);
            assert_eq!(session.apply(action).passed(), expected, "{action:?} at {}", line(&session));
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
                (Action::Resume(other), _) => prop_assert_eq!(after, other),
                (Action::Restart, _) => prop_assert_eq!(after, Session::NEW),
                (Action::Select(given) | Action::Choose(given), Place::Item(position)) => {
                    prop_assert_eq!(*after.answers(), before.answers().with(position, Some(given)));
                }
                (Action::Skip, Place::Item(position)) => {
                    prop_assert_eq!(*after.answers(), before.answers().with(position, None));
                }
                _ => prop_assert_eq!(after.answers(), before.answers()),
            }
            if let Action::Select(_) = action {
                prop_assert_eq!(spot(&after), spot(&before));
            }
        }
    }
}

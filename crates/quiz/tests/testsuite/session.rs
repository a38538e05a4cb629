//! Taking the quiz: where every action leads.

use exhale_quiz::{Answer, Form, Place, Position, Session, SessionAction};

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
            "next" => SessionAction::Next,
            "skip" => SessionAction::Skip,
            "back" => SessionAction::Back,
            "sketch" => SessionAction::Sketch,
            "go-on" => SessionAction::GoOn,
            "walk" => SessionAction::Walk,
            "finish" => SessionAction::Finish,
            "restart" => SessionAction::Restart,
            _ => match (word.strip_prefix('?'), word.strip_prefix("open:")) {
                (Some(value), _) => SessionAction::Select(answer(value.parse().expect("a digit"))),
                (_, Some(number)) => SessionAction::Jump(position(number.parse().expect("a number"))),
                _ => SessionAction::Choose(answer(word.parse().expect("a word of the script"))),
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
fn walking_goes_through_the_statements_again_one_after_the_other() {
    check(&[
        ("4*10 go-on 4*20 walk", "1 30/30 444444444444444444444444444444"),
        ("4*10 go-on 4*20 walk next next", "3 30/30 444444444444444444444444444444"),
        ("4*10 go-on 4*20 walk 2 next*29", "result 30/30 244444444444444444444444444444"),
        ("4*10 finish walk next*10", "pause 10/10 4444444444"),
        ("4*10 open:3 walk next", "2 10/10 4444444444"),
    ]);
}

#[test]
fn restarting_forgets_everything() {
    for script in ["", "?3", "4*5 open:2", "4*10", "4*10 sketch", "4*10 go-on 4*20"] {
        assert_eq!(play(script).apply(SessionAction::Restart), Session::NEW, "after: {script}");
        assert!(play(script).apply(SessionAction::Restart).is_untouched());
    }
}

#[test]
fn resuming_takes_up_the_other_session_as_it_is() {
    for script in ["", "?3", "4*5 open:2", "4*10 finish", "4*10 go-on 4*20"] {
        assert_eq!(play("1*3").apply(SessionAction::Resume(play(script))), play(script));
    }
}

#[test]
fn only_a_session_in_which_nothing_was_done_is_untouched() {
    for (script, untouched) in [("", true), ("back", true), ("?3", false), ("skip", false), ("next back", false)] {
        assert_eq!(play(script).is_untouched(), untouched, "after: {script}");
    }
}

#[test]
fn the_screen_is_told_how_far_one_is_and_where_one_can_go() {
    // The position on the line, whether there is a step back, and whether there is a result.
    for (script, progress, back, finished) in [
        ("", 1, false, false),
        ("?4", 1, false, false),
        ("4", 2, true, false),
        ("4 back", 1, false, false),
        ("4 open:1", 1, true, false),
        ("4*9", 10, true, false),
        ("4*10", 10, true, false),
        ("4*10 sketch", 10, true, false),
        ("4*10 go-on", 11, true, false),
        ("4*10 go-on 2*5 open:3", 3, true, false),
        ("4*10 sketch finish", 10, true, true),
        ("4*10 go-on 2*20", 30, true, true),
        ("4*10 go-on 2*20 open:3", 3, true, true),
    ] {
        let session = play(script);
        assert_eq!(
            (session.progress(), session.can_go_back(), session.is_finished()),
            (progress, back, finished),
            "after: {script}"
        );
    }
}

//! What is stored in the browser: it comes back as it was, or not at all.

use std::error::Error;

use super::runs::{any_steps, replay};
use exhale_quiz::{
    Answer, Session, SessionAction,
    session_codec::{FINISHED_DAYS, StoredSessionError, UNFINISHED_DAYS, read, write},
};
use proptest::prelude::*;

const TODAY: u32 = 20_414;

/// The last session of a number of answers given in order, going on after the tenth.
fn answered(count: usize) -> Session {
    (0..count).fold(Session::NEW, |session, index| {
        let session = if index == 10 { session.apply(SessionAction::GoOn) } else { session };
        session.apply(SessionAction::Choose(Answer::new(1 + (index % 5) as u8).expect("1 to 5")))
    })
}

/// One line for each kind of place.
fn lines() -> Vec<String> {
    let revisiting = answered(4).apply(SessionAction::Select(Answer::LOWEST)).apply(SessionAction::Back);
    [
        Session::NEW,
        revisiting,
        answered(10),
        answered(10).apply(SessionAction::Sketch),
        answered(10).apply(SessionAction::Finish),
        answered(10).apply(SessionAction::GoOn),
        answered(17),
        answered(17).apply(SessionAction::Sketch),
        answered(30),
        answered(30).apply(SessionAction::Back),
    ]
    .iter()
    .map(|session| write(session, TODAY))
    .collect()
}

/// A line that is read is the very line that would be written for what was read: nothing in it was guessed or ignored.
fn refused_or_canonical(line: &str) -> Result<(), TestCaseError> {
    if let Ok((session, day)) = read(line, TODAY) {
        prop_assert_eq!(write(&session, day), line);
    }
    Ok(())
}

#[test]
fn the_line_is_as_documented() {
    let two =
        Session::NEW.apply(SessionAction::Choose(Answer::new(4).unwrap())).apply(SessionAction::Choose(Answer::new(5).unwrap()));
    let table = [
        (two, "1.2.10.2.i3.450000000000000000000000000000.20414"),
        (Session::NEW, "1.2.10.0.i1.000000000000000000000000000000.20414"),
        (answered(10), "1.2.10.10.p.123451234500000000000000000000.20414"),
        (answered(10).apply(SessionAction::Sketch), "1.2.10.10.s.123451234500000000000000000000.20414"),
        (answered(12), "1.2.30.12.i13.123451234512000000000000000000.20414"),
        (answered(30), "1.2.30.30.r.123451234512345123451234512345.20414"),
    ];
    for (session, line) in table {
        assert_eq!(write(&session, TODAY), line);
        assert_eq!(read(line, TODAY), Ok((session, TODAY)));
    }
}

#[test]
fn a_line_of_another_version_is_told_apart_from_a_damaged_one() {
    let rest = "10.2.i3.450000000000000000000000000000.20414";
    for version in ["1.1", "2.1", "2.2", "1.3", "0.2", "1.0", "1.22", "11.2", "4294967295.2"] {
        assert_eq!(read(&format!("{version}.{rest}"), TODAY), Err(StoredSessionError::OtherVersion), "{version}");
    }
    // Whatever another version puts after its numbers is its own affair.
    for line in ["1.1", "2.1", "2.1.", "1.3.x", "7.0.other {fields}"] {
        assert_eq!(read(line, TODAY), Err(StoredSessionError::OtherVersion), "{line}");
    }
    for version in ["01.2", "1.02", "+1.2", "1.+2", "a.2", ".2", "1.", "-1.2", "4294967296.2"] {
        assert_eq!(read(&format!("{version}.{rest}"), TODAY), Err(StoredSessionError::Damaged), "{version}");
    }
}

/// The statements have changed: answers to those of the first edition are not answers to these.
#[test]
fn runs_of_the_first_edition_are_told_to_be_of_another_version() {
    for line in [
        "1.1.10.2.i3.450000000000000000000000000000.20414",
        "1.1.10.10.p.123451234500000000000000000000.20414",
        "1.1.30.30.r.123451234512345123451234512345.20414",
    ] {
        assert_eq!(read(line, TODAY), Err(StoredSessionError::OtherVersion), "{line}");
    }
}

#[test]
fn a_line_that_no_run_leads_to_is_damaged() {
    let none = "000000000000000000000000000000";
    let lines = [
        String::new(),
        "1".into(),
        "1.2".into(),
        format!("1.2.20.2.i3.{none}.20414"),
        format!("1.2.10.2.i4.{none}.20414"),
        format!("1.2.10.2.i0.{none}.20414"),
        format!("1.2.30.10.i31.{none}.20414"),
        format!("1.2.10.2.p.{none}.20414"),
        format!("1.2.10.9.r.{none}.20414"),
        format!("1.2.10.11.i3.{none}.20414"),
        format!("1.2.30.9.i3.{none}.20414"),
        format!("1.2.30.31.r.{none}.20414"),
        format!("1.2.30.255.r.{none}.20414"),
        format!("1.2.10.255.i1.{none}.20414"),
        format!("1.2.10.256.i1.{none}.20414"),
        format!("1.2.30.30.s.{none}.20414"),
        format!("1.2.30.10.p.{none}.20414"),
        format!("1.2.10.2.x.{none}.20414"),
        format!("1.2.10.2.i.{none}.20414"),
        format!("1.2.10.2.i03.{none}.20414"),
        format!("1.2.10.2.i3.{none}0.20414"),
        format!("1.2.10.2.i3.{none}.20414."),
        format!("1.2.10.2.i3.{none}.020414"),
        format!("1.2.10.2.i3.{none}."),
        format!("1.2.10.2.i3.{none}"),
        " 1.2.10.2.i3.000000000000000000000000000000.20414".into(),
        "1.2.10.2.i3.000000000000000000000000000000.20414\n".into(),
        "1.2.10.2.i3.600000000000000000000000000000.20414".into(),
        "1.2.10.2.i3./00000000000000000000000000000.20414".into(),
        "1.2.10.2.i3.000100000000000000000000000000.20414".into(),
        "1.2.10.10.p.000000000010000000000000000000.20414".into(),
        "1.2.10.2.i3.é0000000000000000000000000000.20414".into(),
    ];
    for line in lines {
        assert_eq!(read(&line, TODAY), Err(StoredSessionError::Damaged), "{line:?}");
    }
}

#[test]
fn each_error_says_in_a_sentence_why_the_line_is_not_taken_up() {
    let line = write(&Session::NEW, TODAY);
    let cases = [
        (line.replacen("1.2", "1.1", 1), TODAY, "the stored session was written by another version of the quiz"),
        ("rubbish".to_owned(), TODAY, "the stored session is damaged, or is something else"),
        (line, TODAY + 31, "the stored session is older than sessions are kept"),
    ];
    for (line, today, sentence) in cases {
        let error: Box<dyn Error> = read(&line, today).expect_err(sentence).into();
        assert_eq!(error.to_string(), sentence, "{line}");
    }
}

#[test]
fn unfinished_answers_are_kept_thirty_days_and_a_finished_result_seven() {
    assert_eq!((UNFINISHED_DAYS, FINISHED_DAYS), (30, 7));
    let sketched = answered(10).apply(SessionAction::Sketch);
    let stopped = sketched.apply(SessionAction::Finish);
    let cases = [
        (Session::NEW, 30),
        (answered(5), 30),
        (answered(10), 30),
        (answered(29), 30),
        (sketched, 30),
        (stopped, 7),
        (answered(30), 7),
    ];
    for (session, kept) in cases {
        for (written, today, is_kept) in [
            (TODAY, TODAY, true),
            (TODAY, TODAY + kept, true),
            (TODAY, TODAY + kept + 1, false),
            (0, kept, true),
            (0, kept + 1, false),
            (0, u32::MAX, false),
        ] {
            let expected = if is_kept { Ok((session, written)) } else { Err(StoredSessionError::Expired) };
            assert_eq!(read(&write(&session, written), today), expected, "{} passed, {written}, {today}", session.passed());
        }
    }
}

#[test]
fn a_clock_that_was_set_back_loses_no_answers() {
    for session in [answered(5), answered(30)] {
        for today in [TODAY - 1, TODAY - 1000, 0] {
            assert_eq!(read(&write(&session, TODAY), today), Ok((session, TODAY)));
        }
        assert_eq!(read(&write(&session, u32::MAX), TODAY), Ok((session, u32::MAX)));
    }
}

#[test]
fn any_one_character_changed_added_or_lost_is_refused_or_makes_another_whole_line() {
    let others: Vec<char> = (' '..='~').chain(['\0', '\n', 'é', '٣', '\u{FEFF}', '🙂']).collect();
    for line in lines() {
        for index in 0..line.len() {
            let (before, after) = line.split_at(index);
            let mut variants = vec![format!("{before}{}", &after[1..])];
            for other in &others {
                variants.push(format!("{before}{other}{}", &after[1..]));
                variants.push(format!("{before}{other}{after}"));
            }
            for variant in variants {
                refused_or_canonical(&variant).unwrap_or_else(|error| panic!("{variant:?}: {error}"));
            }
        }
    }
}

#[test]
fn a_line_that_was_cut_at_either_end_is_refused() {
    for line in lines() {
        for index in 0..line.len() {
            let (head, tail) = line.split_at(index);
            assert!(read(head, TODAY).is_err(), "{head}");
            assert!(index == 0 || read(tail, TODAY).is_err(), "{tail}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_session_comes_back_as_it_was_but_for_the_way_back(steps in any_steps(), day in any::<u32>()) {
        let (_, session) = *replay(&steps).last().expect("a run has a first session");
        let kept = Session::from_parts(*session.answers(), session.resume_place(), session.passed(), session.gone_on());
        let line = write(&session, day);
        prop_assert_eq!(read(&line, day).ok(), kept.map(|kept| (kept, day)));
        prop_assert!(kept.is_some_and(|kept| !kept.is_revisiting() && write(&kept, day) == line));
        prop_assert!(line.len() <= 56, "{} characters: {}", line.len(), line);
    }

    #[test]
    fn arbitrary_text_is_refused_without_a_panic(text in any::<String>()) {
        prop_assert!(read(&text, TODAY).is_err());
    }

    #[test]
    fn text_that_looks_like_a_line_is_refused_or_a_whole_line(
        head in "(1\\.2\\.)?[013.]{0,8}", place in "i?[0-9]{0,3}|[prs]", answers in "[0-6]{29,31}|0{30}|[1-5]{10}0{20}", day in "[0-9]{0,11}"
    ) {
        refused_or_canonical(&format!("{head}.{place}.{answers}.{day}"))?;
    }
}

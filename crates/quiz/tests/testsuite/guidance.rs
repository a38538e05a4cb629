//! Which texts the answers call for (`docs/instrument.md`, 5).

use exhale_quiz::{Answer, Answers, Form, INSTRUMENT, Key, Position, QuizResult, Reason, STRENGTHS_SHOWN, SameAnswer, strengths};
use proptest::prelude::*;

/// A sheet with these answers and no others.
fn sheet(given: &[(u8, u8)]) -> Answers {
    given
        .iter()
        .fold(Answers::NONE, |sheet, (position, answer)| sheet.with(Position::new(*position).unwrap(), Answer::new(*answer)))
}

fn shown(form: Form, given: &[(u8, u8)]) -> Vec<u8> {
    let result = QuizResult::of(form, &sheet(given));
    let found = strengths(&INSTRUMENT, &result.scores, &result.standouts, &sheet(given));
    assert_eq!(result.strengths, found, "{given:?}");
    found.into_iter().map(Position::number).collect()
}

#[test]
fn the_stronger_answer_comes_first_then_the_first_of_a_reason_then_the_weaker_pull_then_the_earlier() {
    type Row = (&'static [(u8, u8)], &'static [u8]);
    let table: &[Row] = &[
        (&[], &[]),
        (&[(1, 3), (4, 3)], &[]),
        (&[(1, 4)], &[1]),
        // Agreeing with a direct statement is no strength.
        (&[(2, 5), (3, 5), (10, 5)], &[]),
        (&[(1, 4), (4, 5)], &[4, 1]),
        (&[(1, 5), (4, 5), (7, 5), (9, 5)], &[1, 4, 7]),
        // 4 and 13 are of one reason, 1 and 22 of another.
        (&[(4, 5), (13, 5), (22, 5)], &[4, 22, 13]),
        (&[(1, 5), (22, 5), (4, 4), (6, 4)], &[1, 22, 4]),
        (&[(13, 5), (4, 4), (9, 4)], &[13, 9, 4]),
        // Of equal answers, the one whose reason pulls least: 9 has 4 of 12 points, 14 has 2, 19 has 3.
        (&[(9, 5), (20, 3), (29, 3), (14, 5), (3, 2), (23, 2), (19, 5), (10, 2), (26, 3)], &[14, 19, 9]),
        // Equal pulls: the earlier.
        (&[(14, 5), (3, 2), (23, 2), (9, 5), (20, 2), (29, 2)], &[9, 14]),
        // The stronger answer goes before the weaker pull.
        (&[(14, 4), (3, 1), (23, 1), (9, 5), (20, 2), (29, 3)], &[9, 14]),
        // A reason with one answer has no pull to go by: it comes after those that have one.
        (&[(9, 5), (14, 5), (3, 3), (23, 3)], &[14, 9]),
    ];
    for (given, expected) in table {
        assert_eq!(shown(Form::Full, given), *expected, "{given:?}");
    }
}

#[test]
fn the_quick_form_quotes_none_of_the_later_statements() {
    assert_eq!(shown(Form::Quick, &[(11, 5), (9, 4), (30, 5)]), [9]);
}

#[test]
fn all_equal_answers_show_no_strength() {
    let picture = QuizResult::of(Form::Full, &Answers::new([Answer::new(5); 30]));
    assert_eq!((picture.same_answer, picture.strengths), (Some(SameAnswer::Same), vec![]));
}

#[test]
fn no_strength_is_of_a_reason_that_stands_out_or_pulls_hard() {
    // Holding on to control: 9 reversed, 20 and 29 direct. 12 sixths are 6 of 12 points, 14 are 7, 16 are 8.
    let own = |second, third| vec![(9, 5), (20, second), (29, third)];
    assert_eq!(shown(Form::Full, &own(4, 4)), [9], "6 points do not stand out");
    assert_eq!(shown(Form::Full, &own(5, 4)), [0; 0], "7 points stand out");
    // Three others stand out before it: the statement is shown up to 14 sixths, and from 15 on it is not.
    let others = [(2, 5), (11, 1), (21, 1), (3, 5), (14, 1), (23, 5), (8, 5), (17, 5), (28, 1)];
    let with_others = |own: Vec<(u8, u8)>| shown(Form::Full, &[&own[..], &others].concat());
    assert_eq!(with_others(own(5, 4)), [9], "14 sixths");
    assert_eq!(with_others(own(5, 5)), [0; 0], "16 sixths");
    assert_eq!(with_others(vec![(9, 4), (20, 5), (29, 0)]), [0; 0], "5 of 8 points are exactly 15 sixths");
    assert_eq!(with_others(vec![(9, 5), (20, 5), (29, 0)]), [9], "4 of 8 points");
}

proptest! {
    #[test]
    fn every_strength_shown_is_an_agreeing_answer_to_a_reverse_statement(
        values in proptest::collection::vec(0_u8..=5, 30), quick in any::<bool>()
    ) {
        let form = if quick { Form::Quick } else { Form::Full };
        let sheet = Position::all().zip(values).fold(Answers::NONE, |sheet, (position, value)| sheet.with(position, Answer::new(value)));
        let result = QuizResult::of(form, &sheet);
        let shown = strengths(&INSTRUMENT, &result.scores, &result.standouts, &sheet);
        let contradicts = |reason: Reason| {
            let pulls_hard = result.scores.reason(reason).is_some_and(|score| score.sixths >= 15);
            pulls_hard || result.standouts.iter().any(|(standout, _)| *standout == reason)
        };
        let agreed = |position: &Position| {
            let item = INSTRUMENT.item(*position);
            let agrees = item.key == Key::Reverse && sheet.get(*position).is_some_and(|answer| answer.value() >= 4);
            agrees && !contradicts(item.reason)
        };
        prop_assert!(shown.iter().all(|position| agreed(position) && position.index() < form.items()));
        prop_assert_eq!(shown.len(), Position::all().take(form.items()).filter(agreed).count().min(STRENGTHS_SHOWN));
    }
}

//! Which texts the answers call for (`docs/instrument.md`, 5).

use exhale_quiz::{
    Answer, Answers, Form, INSTRUMENT, Key, Position, QuizResult, Reason, STRENGTHS_SHOWN, keeps_a_say, strengths,
};
use proptest::prelude::*;

/// A sheet with these answers and no others.
fn sheet(given: &[(u8, u8)]) -> Answers {
    given
        .iter()
        .fold(Answers::NONE, |sheet, (position, answer)| sheet.with(Position::new(*position).unwrap(), Answer::new(*answer)))
}

fn shown(form: Form, given: &[(u8, u8)]) -> Vec<u8> {
    strengths(&INSTRUMENT, form, &sheet(given)).into_iter().map(Position::number).collect()
}

#[test]
fn the_stronger_answer_comes_first_then_the_first_of_a_reason_then_the_earlier() {
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
    assert!(picture.same_answer && picture.strengths.is_empty());
}

#[test]
fn keeping_a_say_is_said_where_that_fear_pulls_above_fifty() {
    // Statements 1 (reverse), 12 (direct), 22 (reverse): 6 of 12 points is the middle, 7 is above it.
    for (given, expected) in [([(1, 3), (12, 3), (22, 3)], false), ([(1, 2), (12, 3), (22, 3)], true)] {
        let picture = QuizResult::of(Form::Full, &sheet(&given));
        assert_eq!(picture.scores.reason(Reason::LOSING_MY_SAY).map(|score| score.sixths > 12), Some(expected));
        assert_eq!(keeps_a_say(&picture.scores), expected);
    }
}

proptest! {
    #[test]
    fn every_strength_shown_is_an_agreeing_answer_to_a_reverse_statement(
        values in proptest::collection::vec(0_u8..=5, 30), quick in any::<bool>()
    ) {
        let form = if quick { Form::Quick } else { Form::Full };
        let sheet = Position::all().zip(values).fold(Answers::NONE, |sheet, (position, value)| sheet.with(position, Answer::new(value)));
        let shown = strengths(&INSTRUMENT, form, &sheet);
        let agreed = |position: &Position| {
            INSTRUMENT.item(*position).key == Key::Reverse && sheet.get(*position).is_some_and(|answer| answer.value() >= 4)
        };
        prop_assert!(shown.iter().all(|position| agreed(position) && position.index() < form.items()));
        prop_assert_eq!(shown.len(), Position::all().take(form.items()).filter(agreed).count().min(STRENGTHS_SHOWN));
    }
}

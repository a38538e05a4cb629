//! One answer, a sheet of them, and the order of its reasons.

use exhale_quiz::{Answer, Answers, Form, INSTRUMENT, Position, Reason, Scores, ranked};

#[test]
fn an_answer_is_one_to_five() {
    let values: Vec<u8> = (0..=u8::MAX).filter_map(Answer::new).map(Answer::value).collect();
    assert_eq!(values, [1, 2, 3, 4, 5]);
    assert!(Answer::all().eq((1..=5).filter_map(Answer::new)));
    assert!(Answer::all().map(Answer::index).eq(0..5));
}

#[test]
fn a_digit_is_read_as_an_answer_and_nothing_else_is() {
    assert!(["1", "2", "3", "4", "5"].into_iter().filter_map(Answer::from_digit).eq(Answer::all()));
    for text in ["", "0", "6", "9", "/", ":", "a", "12", " 1", "1 ", "+1", "١", "\u{1}"] {
        assert_eq!(Answer::from_digit(text), None, "{text:?}");
    }
}

#[test]
fn a_sheet_holds_what_was_put_there() {
    let (third, eleventh) = (Position::new(3).unwrap(), Position::new(11).unwrap());
    let answer = Answer::new(4);
    let sheet = Answers::NONE.with(third, answer).with(eleventh, answer);
    assert_eq!((sheet.get(third), sheet.get(eleventh)), (answer, answer));
    assert_eq!((sheet.count(Form::Quick), sheet.count(Form::Full)), (1, 2));
    assert_eq!((sheet.of(Form::Quick).len(), sheet.of(Form::Full).len()), (10, 30));
    assert_eq!(sheet.only(Form::Quick), Answers::NONE.with(third, answer));
    assert_eq!(sheet.with(third, None).with(eleventh, None), Answers::NONE);
}

#[test]
fn a_reason_whose_line_has_no_score_comes_after_one_whose_line_has_no_pull() {
    // Of control only reason 1 is answered, of perfectionism all three, and nothing pulls.
    let sheet = [(2, 1), (6, 5), (8, 1), (9, 5)]
        .into_iter()
        .fold(Answers::NONE, |sheet, (position, value)| sheet.with(Position::new(position).unwrap(), Answer::new(value)));
    let order = ranked(&Scores::of(&INSTRUMENT, Form::Quick, &sheet));
    assert_eq!(order.into_iter().map(Reason::number).collect::<Vec<_>>(), [3, 4, 10, 1]);
}

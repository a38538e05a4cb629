//! The rules with a threshold, on both sides of it: notes on the answers, the safety note, and the sheets that the
//! specification works out.

use exhale_quiz::{
    Answer, Answers, Form, Headline, INSTRUMENT, Key, Position, Profile, QuizResult, Reason, Safety, Scale, Scores, headline,
    mixed_answer, most_opposed, same_answer,
};

fn position(number: u8) -> Position {
    Position::new(number).expect("1 to 30")
}

/// Positions, and what is answered there; 0 takes an answer back.
type Changes<'a> = &'a [(u8, u8)];

/// The positions of two opposed statements.
type Pair = Option<(u8, u8)>;

/// These answers with some of them replaced.
fn with(answers: Answers, changes: Changes) -> Answers {
    changes.iter().fold(answers, |answers, (number, value)| answers.with(position(*number), Answer::new(*value)))
}

fn all(value: u8) -> Answers {
    Answers::new([Answer::new(value); 30])
}

/// The sheet on which every statement adds as many points as the function says.
fn by_points(points: impl Fn(Position) -> u8) -> Answers {
    Position::all().fold(Answers::NONE, |answers, position| {
        let value = match INSTRUMENT.item(position).key {
            Key::Direct => points(position) + 1,
            Key::Reverse => 5 - points(position),
        };
        answers.with(position, Answer::new(value))
    })
}

fn pulls(picture: &QuizResult) -> [u32; 3] {
    Scale::ALL.map(|scale| picture.scores.scale(scale).expect("a score").pull_milli())
}

const CO_PILOT: Headline = Headline { profile: Profile::CoPilot, touch: None };

#[test]
fn half_and_half_throughout_is_the_middle_of_everything_but_draws_no_picture() {
    for form in [Form::Quick, Form::Full] {
        let picture = QuizResult::of(form, &all(3));
        assert_eq!(pulls(&picture), [50_000; 3]);
        assert_eq!(headline(&picture.scores), Some(CO_PILOT));
        assert_eq!((picture.headline, picture.same_answer, picture.mixed_answer), (None, true, false));
    }
}

#[test]
fn completely_true_throughout_gets_both_notes() {
    let picture = QuizResult::of(Form::Full, &all(5));
    assert_eq!(pulls(&picture), [50_000, 55_556, 44_444]);
    assert_eq!(headline(&picture.scores), Some(CO_PILOT));
    assert_eq!((picture.headline, picture.same_answer, picture.mixed_answer), (None, true, true));
}

#[test]
fn the_strongest_possible_pull_is_a_cornerstone_that_shows_no_trust() {
    for form in [Form::Quick, Form::Full] {
        let picture = QuizResult::of(form, &by_points(|_| 4));
        assert_eq!(pulls(&picture), [100_000; 3]);
        assert_eq!(picture.headline, Some(Headline { profile: Profile::Cornerstone, touch: None }));
        assert_eq!(picture.scores.scale(Scale::Trust).unwrap().shown(Scale::Trust), 0);
        assert_eq!(picture.standouts.len(), 3);
    }
}

#[test]
fn the_weakest_possible_pull_is_open_hands_with_nothing_that_stands_out() {
    for form in [Form::Quick, Form::Full] {
        let picture = QuizResult::of(form, &by_points(|_| 0));
        assert_eq!(pulls(&picture), [0; 3]);
        assert_eq!(picture.headline, Some(Headline { profile: Profile::OpenHands, touch: None }));
        assert_eq!(picture.scores.scale(Scale::Trust).unwrap().shown(Scale::Trust), 100);
        assert_eq!(picture.standouts, []);
    }
}

#[test]
fn an_empty_sheet_has_no_scores_and_needs_no_note() {
    for form in [Form::Quick, Form::Full] {
        let picture = QuizResult::of(form, &Answers::NONE);
        assert!(Scale::ALL.iter().all(|scale| picture.scores.scale(*scale).is_none()));
        assert!(Reason::all().all(|reason| picture.scores.reason(reason).is_none()));
        assert_eq!((picture.answered, picture.headline, picture.standouts.len()), (0, None, 0));
        assert_eq!((picture.same_answer, picture.mixed_answer, picture.safety), (false, false, Safety::Present));
    }
}

#[test]
fn the_safety_note_stands_first_by_the_rules_and_on_the_right_side_of_every_line() {
    use Form::{Full, Quick};
    use Safety::{First, FirstAndIdeasWait, Present};
    // All start from "half and half". Losing my say: 1 and 22 reversed, 12 direct. Past hurt: 7 and 30 reversed, 18
    // direct. Opening up: 4 and 13 reversed, 24 direct. Doubts about skill: 19 reversed, 10 and 26 direct.
    let table: &[(&str, Form, Changes, Safety)] = &[
        ("nothing", Full, &[], Present),
        ("nothing", Quick, &[], Present),
        ("cannot speak up at all, nothing else", Full, &[(1, 1)], FirstAndIdeasWait),
        ("cannot speak up at all, nothing else", Quick, &[(1, 1)], FirstAndIdeasWait),
        ("can hardly speak up", Full, &[(1, 2)], Present),
        ("can hardly speak up", Quick, &[(1, 2)], Present),
        ("losing my say: 9 points of 12", Full, &[(1, 2), (12, 4), (22, 2)], FirstAndIdeasWait),
        ("losing my say: 8 points of 12", Full, &[(1, 3), (12, 4), (22, 2)], Present),
        ("losing my say: 6 points of 8", Full, &[(1, 0), (12, 5), (22, 3)], FirstAndIdeasWait),
        ("losing my say: 5 points of 8", Full, &[(1, 0), (12, 4), (22, 3)], Present),
        ("losing my say: one answer is no score", Full, &[(1, 0), (12, 5), (22, 0)], Present),
        ("losing my say: not asked by the quick form", Quick, &[(12, 5), (22, 1)], Present),
        ("losing my say: skipped", Quick, &[(1, 0)], Present),
        ("past hurt: 9 points of 12", Full, &[(7, 2), (18, 4), (30, 2)], First),
        ("past hurt: 8 points of 12", Full, &[(7, 3), (18, 4), (30, 2)], Present),
        ("past hurt: all of the one quick answer", Quick, &[(7, 1), (4, 5)], First),
        ("past hurt: nearly all of it", Quick, &[(7, 2), (4, 5)], Present),
        ("guarded: 47 sixths of 72", Full, &[(10, 3), (19, 2), (26, 0), (4, 1), (13, 2), (24, 4)], First),
        ("guarded: 45 sixths of 72 is the line itself", Full, &[(10, 3), (19, 2), (26, 0), (4, 2), (13, 2), (24, 4)], Present),
        ("guarded: 8 points of 12", Quick, &[(4, 2), (7, 2), (10, 3)], First),
        ("guarded: 7 points of 12", Quick, &[(4, 2), (7, 3), (10, 3)], Present),
        ("trust without a score, past hurt too", Full, &[(7, 0), (18, 0), (4, 0), (13, 0), (24, 5)], Present),
        ("trust without a score, other rules apply", Full, &[(7, 0), (18, 0), (4, 0), (13, 0), (1, 1)], FirstAndIdeasWait),
        ("trust without a score, past hurt has one", Quick, &[(4, 0), (10, 0), (7, 1)], First),
        ("both kinds: the stricter one", Full, &[(1, 1), (7, 1), (18, 5), (30, 1)], FirstAndIdeasWait),
    ];
    for (what, form, changes, expected) in table {
        let picture = QuizResult::of(*form, &with(all(3), changes));
        assert_eq!(picture.safety, *expected, "{what} ({})", form.slug());
        assert_eq!(picture.safety.ideas_wait(), *expected == FirstAndIdeasWait);
    }
}

#[test]
fn the_safety_note_is_no_less_prominent_under_the_same_answer_note() {
    let picture = QuizResult::of(Form::Full, &all(1));
    assert!(picture.same_answer);
    assert_eq!(picture.safety, Safety::FirstAndIdeasWait);
}

#[test]
fn nine_answers_in_ten_have_to_be_the_same_and_eight_have_to_be_given() {
    let table = [
        (Form::Full, 30, 27, true),
        (Form::Full, 30, 26, false),
        (Form::Full, 29, 27, true),
        (Form::Full, 29, 26, false),
        (Form::Full, 20, 18, true),
        (Form::Full, 20, 17, false),
        (Form::Full, 8, 8, true),
        (Form::Full, 7, 7, false),
        (Form::Quick, 10, 10, true),
        (Form::Quick, 10, 9, true),
        (Form::Quick, 10, 8, false),
        (Form::Quick, 9, 9, true),
        (Form::Quick, 9, 8, false),
        (Form::Quick, 8, 8, true),
        (Form::Quick, 8, 7, false),
        (Form::Quick, 7, 7, false),
        (Form::Quick, 0, 0, false),
    ];
    for (form, answered, same, expected) in table {
        for option in 1..=5 {
            // The others differ from the option and, as far as they can, from each other.
            let others = (1..=5).filter(|value| *value != option).cycle().take(answered - same);
            let values: Vec<u8> = std::iter::repeat_n(option, same).chain(others).collect();
            let answers = Position::all().zip(values).map(|(position, value)| (position.number(), value)).collect::<Vec<_>>();
            assert_eq!(same_answer(form, &with(Answers::NONE, &answers)), expected, "{same} of {answered}, {}", form.slug());
        }
    }
}

#[test]
fn the_same_answer_note_of_the_quick_form_does_not_look_past_it() {
    let mixed_first = with(all(4), &[(1, 1), (2, 5), (3, 2)]);
    assert!(same_answer(Form::Full, &mixed_first));
    assert!(!same_answer(Form::Quick, &mixed_first));
}

#[test]
fn answers_are_mixed_from_a_mean_range_of_two_point_four_over_six_reasons() {
    // Ranges of the reasons in their order; a reason that is not listed has two answers only.
    let table: [(&[u8], bool); 8] = [
        (&[3, 3, 3, 3, 2, 2, 2, 2, 2, 2], true),
        (&[3, 3, 3, 2, 2, 2, 2, 2, 2, 2], false),
        (&[4, 4, 4, 4, 4, 4, 0, 0, 0, 0], true),
        (&[4, 4, 4, 4, 4, 3, 0, 0, 0, 0], false),
        (&[3, 3, 3, 2, 2, 2], true),
        (&[3, 3, 2, 2, 2, 2], false),
        (&[4, 4, 4, 4, 4], false),
        (&[], false),
    ];
    for (ranges, expected) in table {
        let mut sheet = by_points(|position| {
            let reason = INSTRUMENT.item(position).reason;
            let first = INSTRUMENT.positions_of(reason).next() == Some(position);
            if first { ranges.get(reason.index()).copied().unwrap_or(4) } else { 0 }
        });
        for reason in Reason::all().skip(ranges.len()) {
            sheet = sheet.with(INSTRUMENT.positions_of(reason).last().unwrap(), None);
        }
        assert_eq!(mixed_answer(&Scores::of(&INSTRUMENT, Form::Full, &sheet)), expected, "{ranges:?}");
        // One answer a reason has no range.
        assert!(!mixed_answer(&Scores::of(&INSTRUMENT, Form::Quick, &sheet)), "{ranges:?}");
    }
}

#[test]
fn the_most_opposed_pair_has_the_largest_gap_and_comes_first_among_equals() {
    let table: &[(&str, Changes, Pair)] = &[
        ("nothing differs", &[], None),
        ("one answer differs from both others of its reason", &[(9, 2)], Some((9, 20))),
        ("the larger gap wins over the earlier one", &[(1, 2), (28, 5)], Some((8, 28))),
        ("the earlier first statement wins", &[(30, 5), (29, 5)], Some((7, 30))),
        ("the earlier second statement wins", &[(1, 1), (12, 1), (22, 5)], Some((1, 12))),
        ("a skipped statement has no gap", &[(9, 1), (20, 0)], Some((9, 29))),
        ("a reason with one answer has no pair", &[(9, 1), (20, 0), (29, 0)], None),
        ("points count, not answers: 9 is reversed, 20 and 29 are not", &[(9, 5), (20, 1), (29, 1)], None),
    ];
    for (what, changes, expected) in table {
        let answers = with(all(3), changes);
        let expected = expected.map(|(first, second)| (position(first), position(second)));
        assert_eq!(most_opposed(&INSTRUMENT, Form::Full, &answers), expected, "{what}");
        assert_eq!(most_opposed(&INSTRUMENT, Form::Quick, &answers), None, "one statement a reason has no pair");
    }
}

//! The rules with a threshold, on both sides of it: notes on the answers, the safety note, and the sheets that the
//! specification works out.

use std::collections::BTreeSet;

use exhale_quiz::{
    Answer, Answers, Band, Form, Headline, INSTRUMENT, Key, Position, Profile, QuizResult, Reason, Safety, SameAnswer, Scale,
    Scores, headline, mixed_answer, most_opposed, same_answer,
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
        assert_eq!((picture.headline, picture.same_answer, picture.mixed_answer), (None, Some(SameAnswer::Middle), false));
        assert_eq!((picture.standouts, picture.strengths), (vec![], vec![]));
    }
}

#[test]
fn completely_true_throughout_gets_both_notes() {
    let picture = QuizResult::of(Form::Full, &all(5));
    assert_eq!(pulls(&picture), [55_556, 55_556, 41_667]);
    assert_eq!(headline(&picture.scores), Some(CO_PILOT));
    assert_eq!((picture.headline, picture.same_answer, picture.mixed_answer), (None, Some(SameAnswer::Same), true));
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

/// Whoever knows only the name knows of each line that it lies in one of these bands, and no fewer.
#[test]
fn a_name_leaves_each_scale_the_bands_that_some_sheet_with_it_has() {
    let mut seen: BTreeSet<(&str, &str, Band)> = BTreeSet::new();
    // From every statement at its weakest to every one at its strongest, each scale by itself.
    for points in (0..125_u8).map(|sheet| [sheet % 5, sheet / 5 % 5, sheet / 25]) {
        let picture = QuizResult::of(Form::Full, &by_points(|position| points[INSTRUMENT.item(position).reason.scale().index()]));
        let profile = headline(&picture.scores).expect("a name").profile;
        for scale in Scale::ALL {
            seen.insert((profile.slug(), scale.slug(), picture.scores.scale(scale).expect("a score").band()));
        }
    }
    let all = |profile: Profile| {
        Scale::ALL
            .into_iter()
            .flat_map(move |scale| profile.bands(scale).iter().map(move |band| (profile.slug(), scale.slug(), *band)))
    };
    assert_eq!(seen, Profile::ALL.into_iter().flat_map(all).collect());
}

#[test]
fn an_empty_sheet_has_no_scores_and_needs_no_note() {
    for form in [Form::Quick, Form::Full] {
        let picture = QuizResult::of(form, &Answers::NONE);
        assert!(Scale::ALL.iter().all(|scale| picture.scores.scale(*scale).is_none()));
        assert!(Reason::all().all(|reason| picture.scores.reason(reason).is_none()));
        assert_eq!((picture.answered, picture.headline, picture.standouts.len()), (0, None, 0));
        assert_eq!((picture.same_answer, picture.mixed_answer, picture.safety), (None, false, Safety::End));
    }
}

#[test]
fn the_safety_note_stands_by_the_rules_and_on_the_right_side_of_every_line() {
    use Form::{Full, Quick};
    use Safety::{End, First, FirstAndIdeasWait, Trust};
    // All start from "half and half". Losing my say: 1 and 22 reversed, 12 direct. Past hurt: 7 and 30 reversed, 18
    // direct. Opening up: 4 and 13 reversed, 24 direct. Doubts about skill: 19 reversed, 10 and 26 direct.
    let table: &[(&str, Form, Changes, Safety)] = &[
        ("nothing", Full, &[], End),
        ("nothing", Quick, &[], End),
        // Statement 1 alone.
        ("cannot disagree at all, nothing else", Full, &[(1, 1)], FirstAndIdeasWait),
        ("cannot disagree at all, nothing else", Quick, &[(1, 1)], FirstAndIdeasWait),
        ("cannot disagree at all, with the rest of the voice at its best", Full, &[(1, 1), (12, 1), (22, 5)], FirstAndIdeasWait),
        ("can hardly disagree", Full, &[(1, 2)], First),
        ("can hardly disagree", Quick, &[(1, 2)], First),
        ("can mostly disagree", Full, &[(1, 4)], End),
        // Losing my say, as a score. 18 sixths of 24 are 9 points of 12, 15 are 7.5: 8 points are above it, 7 below.
        ("losing my say: 9 points of 12", Full, &[(1, 3), (12, 5), (22, 2)], FirstAndIdeasWait),
        ("losing my say: 8 points of 12", Full, &[(1, 3), (12, 5), (22, 3)], First),
        ("losing my say: 7 points of 12", Full, &[(1, 3), (12, 4), (22, 3)], End),
        ("losing my say: 9 points of 12, though 1 is mostly true", Full, &[(1, 4), (12, 5), (22, 1)], FirstAndIdeasWait),
        ("losing my say: 8 points of 12, and 1 is mostly not true", Full, &[(1, 2), (12, 4), (22, 3)], FirstAndIdeasWait),
        ("losing my say: 7 points of 12, and 1 is mostly not true", Full, &[(1, 2), (12, 3), (22, 3)], First),
        ("losing my say: 6 points of 8", Full, &[(1, 0), (12, 5), (22, 3)], FirstAndIdeasWait),
        ("losing my say: 5 points of 8 are exactly 15 sixths", Full, &[(1, 0), (12, 4), (22, 3)], First),
        ("losing my say: 4 points of 8", Full, &[(1, 0), (12, 3), (22, 3)], End),
        ("losing my say: 5 points of 8, and 1 is mostly not true", Full, &[(1, 2), (12, 3), (22, 0)], FirstAndIdeasWait),
        ("losing my say: 4 points of 8, and 1 is mostly not true", Full, &[(1, 2), (12, 2), (22, 0)], First),
        // One answer is too little for a score, and is heard all the same.
        ("losing my say: one answer of 3 points, direct", Full, &[(1, 0), (12, 4), (22, 0)], FirstAndIdeasWait),
        ("losing my say: one answer of 2 points, direct", Full, &[(1, 0), (12, 3), (22, 0)], End),
        ("losing my say: one answer of 3 points, reversed", Full, &[(1, 0), (12, 0), (22, 2)], FirstAndIdeasWait),
        ("losing my say: one answer of 2 points, reversed", Full, &[(1, 0), (12, 0), (22, 3)], End),
        ("losing my say: one answer of 3 points, and it is the first", Full, &[(1, 2), (12, 0), (22, 0)], FirstAndIdeasWait),
        ("losing my say: one answer of 2 points, and it is the first", Full, &[(1, 3), (12, 0), (22, 0)], End),
        ("losing my say: all of it skipped", Full, &[(1, 0), (12, 0), (22, 0)], End),
        ("losing my say: not asked by the quick form", Quick, &[(1, 3), (12, 5), (22, 1)], End),
        ("losing my say: not even where the first is mostly not true", Quick, &[(1, 2), (12, 5), (22, 1)], First),
        ("losing my say: skipped", Quick, &[(1, 0), (12, 5), (22, 1)], End),
        // Careful: nothing is said of the voice, and feelings are hidden.
        ("careful: 9 points of 12", Full, &[(4, 2), (13, 2), (24, 4)], First),
        ("careful: 8 points of 12", Full, &[(4, 2), (13, 2), (24, 3)], End),
        ("careful: 6 points of 8", Full, &[(4, 2), (13, 2), (24, 0)], First),
        ("careful: 5 points of 8", Full, &[(4, 2), (13, 3), (24, 0)], End),
        ("careful: the first is skipped", Full, &[(1, 0), (4, 2), (13, 2), (24, 4)], First),
        ("careful: the first is mostly true", Full, &[(1, 4), (4, 2), (13, 2), (24, 4)], End),
        ("careful: the first is completely true", Full, &[(1, 5), (4, 2), (13, 2), (24, 4)], End),
        ("careful: 3 points of the one quick answer", Quick, &[(4, 2)], First),
        ("careful: 2 points of it", Quick, &[(4, 3)], End),
        ("careful: the quick first is skipped", Quick, &[(1, 0), (4, 2)], First),
        ("careful: the quick first is mostly true", Quick, &[(1, 4), (4, 2)], End),
        ("careful: the feelings are skipped", Quick, &[(1, 0), (4, 0)], End),
        // Past hurt.
        ("past hurt: 9 points of 12", Full, &[(7, 2), (18, 4), (30, 2)], Trust),
        ("past hurt: 8 points of 12", Full, &[(7, 3), (18, 4), (30, 2)], End),
        ("past hurt: all of the one quick answer", Quick, &[(7, 1), (4, 5)], Trust),
        ("past hurt: nearly all of it", Quick, &[(7, 2), (4, 5)], End),
        ("past hurt, and the first is mostly not true", Full, &[(1, 2), (7, 2), (18, 4), (30, 2)], First),
        // Guarded: 60 of 96 sixths are the line itself.
        (
            "guarded: 62 sixths of 96",
            Full,
            &[(1, 4), (12, 4), (10, 4), (19, 2), (26, 4), (4, 2), (13, 2), (24, 4), (7, 2)],
            Trust,
        ),
        ("guarded: 60 sixths of 96", Full, &[(1, 4), (12, 4), (10, 4), (19, 2), (26, 4), (4, 2), (13, 2), (24, 4)], End),
        ("guarded: 11 points of 16", Quick, &[(1, 4), (4, 2), (7, 2), (10, 5)], Trust),
        ("guarded: 10 points of 16", Quick, &[(1, 4), (4, 2), (7, 2), (10, 4)], End),
        ("guarded: 8 points of 12, the voice left out", Quick, &[(1, 0), (4, 3), (7, 2), (10, 4)], Trust),
        ("guarded: 7 points of 12, the voice left out", Quick, &[(1, 0), (4, 3), (7, 2), (10, 3)], End),
        // Without a score for Trust the other rules apply.
        ("trust without a score, past hurt too", Full, &[(7, 0), (18, 0), (4, 0), (13, 0), (24, 5)], End),
        ("trust without a score, and cannot disagree", Full, &[(7, 0), (18, 0), (4, 0), (13, 0), (1, 1)], FirstAndIdeasWait),
        ("trust without a score, past hurt has one", Quick, &[(4, 0), (10, 0), (7, 1)], Trust),
        ("all kinds: the strictest one", Full, &[(1, 1), (7, 1), (18, 5), (30, 1)], FirstAndIdeasWait),
    ];
    for (what, form, changes, expected) in table {
        let picture = QuizResult::of(*form, &with(all(3), changes));
        assert_eq!(picture.safety, *expected, "{what} ({})", form.slug());
        assert_eq!(picture.safety.ideas_wait(), *expected == FirstAndIdeasWait);
        assert_eq!(picture.safety.is_first(), matches!(expected, First | FirstAndIdeasWait));
    }
    assert_eq!([End, Trust, First, FirstAndIdeasWait].map(Safety::slug), ["end", "trust", "first", "first"]);
}

#[test]
fn the_safety_note_is_no_less_prominent_under_the_same_answer_note() {
    let picture = QuizResult::of(Form::Full, &all(1));
    assert_eq!(picture.same_answer, Some(SameAnswer::Same));
    assert_eq!(picture.safety, Safety::FirstAndIdeasWait);
    let picture = QuizResult::of(Form::Full, &with(all(3), &[(1, 2), (12, 4), (22, 2)]));
    assert_eq!((picture.same_answer, picture.safety), (Some(SameAnswer::Middle), Safety::FirstAndIdeasWait));
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
            let note = if option == 3 { SameAnswer::Middle } else { SameAnswer::Same };
            let found = same_answer(form, &with(Answers::NONE, &answers));
            assert_eq!(found, expected.then_some(note), "{same} of {answered} are {option}, {}", form.slug());
        }
    }
}

#[test]
fn three_other_answers_can_move_a_line_under_the_note_on_answers_in_the_middle() {
    // So the note must not say that all lines stand in the middle.
    let picture = QuizResult::of(Form::Full, &with(all(3), &[(9, 1), (20, 5), (29, 5)]));
    assert_eq!(picture.same_answer, Some(SameAnswer::Middle));
    assert_eq!(pulls(&picture), [66_667, 50_000, 50_000]);
}

#[test]
fn the_same_answer_note_of_the_quick_form_does_not_look_past_it() {
    let mixed_first = with(all(4), &[(1, 1), (2, 5), (3, 2)]);
    assert_eq!(same_answer(Form::Full, &mixed_first), Some(SameAnswer::Same));
    assert_eq!(same_answer(Form::Quick, &mixed_first), None);
    let half_and_half_at_first = with(all(5), &(1..=10).map(|number| (number, 3)).collect::<Vec<_>>());
    assert_eq!(same_answer(Form::Full, &half_and_half_at_first), None);
    assert_eq!(same_answer(Form::Quick, &half_and_half_at_first), Some(SameAnswer::Middle));
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

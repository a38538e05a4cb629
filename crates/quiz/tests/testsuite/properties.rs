//! What holds for any answer sheet at all.

use std::cmp::{Ordering, Reverse};

use exhale_quiz::{
    Answer, Answers, Band, Form, INSTRUMENT, ITEMS, Instrument, Item, Key, Position, Profile, Pull, QuizResult, Reason,
    STANDOUTS, Scale, ScaleScore, Scores, headline, points, ranked, standouts,
};
use proptest::{collection::vec, option, prelude::*, sample};

fn answer(value: u8) -> Answer {
    Answer::new(value).expect("1 to 5")
}

fn any_answer() -> impl Strategy<Value = Answer> {
    (1..=5_u8).prop_map(answer)
}

fn any_position() -> impl Strategy<Value = Position> {
    sample::select(Position::all().collect::<Vec<_>>())
}

fn any_form() -> impl Strategy<Value = Form> {
    sample::select(vec![Form::Quick, Form::Full])
}

/// By way of a vector: what makes an array of thirty overflows the stack of a test in a build with little optimisation.
fn sheet_of(entry: impl Strategy<Value = Option<Answer>>) -> impl Strategy<Value = Answers> {
    vec(entry, ITEMS).prop_map(|entries| Answers::new(<[_; ITEMS]>::try_from(entries).expect("thirty entries")))
}

/// From complete sheets to nearly empty ones: with one share of skips for all, scales without a score would be rare.
fn any_sheet() -> impl Strategy<Value = Answers> {
    let sheet = |answered: f64| sheet_of(option::weighted(answered, any_answer()));
    prop_oneof![sheet(0.99), sheet(0.9), sheet(0.6), sheet(0.2)]
}

fn scores(form: Form, answers: &Answers) -> Scores {
    Scores::of(&INSTRUMENT, form, answers)
}

/// Compares two pulls without rounding.
fn compare(a: ScaleScore, b: ScaleScore) -> Ordering {
    (u32::from(a.sum) * u32::from(b.max())).cmp(&(u32::from(b.sum) * u32::from(a.max())))
}

/// How many items of a reason were answered within the form.
fn answered(form: Form, answers: &Answers, reason: Reason) -> usize {
    let within = INSTRUMENT.positions_of(reason).filter(|position| position.index() < form.items());
    within.filter(|position| answers.get(*position).is_some()).count()
}

/// How many of them a reason needs for a score.
fn needed(form: Form) -> usize {
    match form {
        Form::Quick => 1,
        Form::Full => 2,
    }
}

fn high(scores: &Scores, scale: Scale) -> bool {
    scores.scale(scale).is_some_and(|score| score.band() == Band::High)
}

fn scale_of(profile: Profile) -> Option<Scale> {
    match profile {
        Profile::Navigator => Some(Scale::Control),
        Profile::Craftsperson => Some(Scale::Perfectionism),
        Profile::Lighthouse => Some(Scale::Trust),
        Profile::OpenHands | Profile::CoPilot | Profile::Cornerstone => None,
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn agreeing_more_moves_a_scale_only_the_way_of_the_key(
        sheet in any_sheet(), form in any_form(), position in any_position(), one in any_answer(), other in any_answer()
    ) {
        let Item { reason, key } = INSTRUMENT.item(position);
        let with = |answer| scores(form, &sheet.with(position, Some(answer))).scale(reason.scale());
        match (with(one.min(other)), with(one.max(other))) {
            (Some(less), Some(more)) => {
                let forbidden = if key == Key::Direct { Ordering::Less } else { Ordering::Greater };
                prop_assert_ne!(compare(more, less), forbidden);
                let counts = answered(form, &sheet.with(position, Some(one)), reason) >= needed(form);
                let moves = counts && one != other && position.index() < form.items();
                prop_assert_eq!(compare(more, less) != Ordering::Equal, moves);
            }
            (less, more) => prop_assert_eq!(less, more),
        }
    }

    #[test]
    fn mirrored_answers_to_mirrored_statements_give_the_same_result(sheet in any_sheet(), form in any_form()) {
        let items = INSTRUMENT.items.map(|Item { reason, key }| Item {
            reason,
            key: if key == Key::Direct { Key::Reverse } else { Key::Direct },
        });
        let mirrored = Position::all().fold(sheet, |mirrored, position| {
            mirrored.with(position, sheet.get(position).map(|given| answer(6 - given.value())))
        });
        let (plain, mirrored) = (QuizResult::of(form, &sheet), QuizResult::with(&Instrument { items }, form, &mirrored));
        // The safety note and the strengths are left out: they look at the words of a statement, not only at its points.
        let strengths = plain.strengths.clone();
        prop_assert_eq!(QuizResult { safety: plain.safety, strengths, answers: plain.answers, ..mirrored }, plain);
    }

    #[test]
    fn a_scale_does_not_move_with_the_items_of_another(
        sheet in any_sheet(), form in any_form(), position in any_position(), changed in option::of(any_answer())
    ) {
        let moved = INSTRUMENT.item(position).reason;
        let (before, after) = (scores(form, &sheet), scores(form, &sheet.with(position, changed)));
        for scale in Scale::ALL.into_iter().filter(|scale| *scale != moved.scale()) {
            prop_assert_eq!(before.scale(scale), after.scale(scale));
        }
        for reason in Reason::all().filter(|reason| *reason != moved) {
            prop_assert_eq!(before.reason(reason), after.reason(reason));
        }
    }

    #[test]
    fn the_quick_form_knows_only_the_first_ten_answers(sheet in any_sheet(), rest in any_sheet()) {
        let other = Position::all().take(10).fold(rest, |other, position| other.with(position, sheet.get(position)));
        prop_assert_eq!(QuizResult::of(Form::Quick, &sheet), QuizResult::of(Form::Quick, &other));
        prop_assert_eq!(QuizResult::of(Form::Quick, &sheet), QuizResult::of(Form::Quick, &sheet.only(Form::Quick)));
    }

    #[test]
    fn a_scale_has_a_score_if_at_most_one_of_its_reasons_is_missing(sheet in any_sheet(), form in any_form()) {
        let needed = needed(form);
        let scores = scores(form, &sheet);
        for scale in Scale::ALL {
            let available: Vec<usize> =
                scale.reasons().map(|reason| answered(form, &sheet, reason)).filter(|count| *count >= needed).collect();
            let expected = (available.len() + 1 >= scale.reasons().count()).then_some(available.len());
            prop_assert_eq!(scores.scale(scale).map(|score| usize::from(score.reasons)), expected);
            prop_assert_eq!(usize::from(scores.answered(scale)), available.iter().sum::<usize>());
            if let Some(score) = scores.scale(scale) {
                prop_assert_eq!(score.answered, scores.answered(scale));
            }
        }
        for reason in Reason::all() {
            prop_assert_eq!(scores.reason(reason).is_some(), answered(form, &sheet, reason) >= needed);
        }
    }

    #[test]
    fn with_nothing_skipped_a_scale_is_the_plain_mean_of_its_items(
        sheet in sheet_of(any_answer().prop_map(Some)), form in any_form()
    ) {
        for scale in Scale::ALL {
            let (mut sum, mut count) = (0_u32, 0_u32);
            for position in Position::all().take(form.items()) {
                let item = INSTRUMENT.item(position);
                if item.reason.scale() == scale {
                    sum += u32::from(points(item.key, sheet.get(position).expect("nothing is skipped")));
                    count += 1;
                }
            }
            let score = scores(form, &sheet).scale(scale).expect("nothing is skipped");
            prop_assert_eq!(u32::from(score.sum) * 4 * count, sum * u32::from(score.max()));
        }
    }

    #[test]
    fn standouts_are_the_first_three_above_half_in_the_order_of_the_specification(sheet in any_sheet(), form in any_form()) {
        let scores = scores(form, &sheet);
        let sixths = |reason| scores.reason(reason).map(|score| score.sixths);
        let found = standouts(&scores);

        let above = Reason::all().filter(|reason| sixths(*reason) > Some(12)).count();
        prop_assert_eq!(found.len(), above.min(STANDOUTS));
        for (reason, pull) in &found {
            prop_assert!(sixths(*reason) > Some(12));
            prop_assert_eq!(*pull == Pull::Strong, sixths(*reason) > Some(15));
        }
        let order = ranked(&scores);
        prop_assert!(found.iter().map(|(reason, _)| reason).eq(order.iter().take(found.len())));
        prop_assert_eq!(order.len(), Reason::all().filter(|reason| sixths(*reason).is_some()).count());
        for pair in order.windows(2) {
            let [a, b] = [pair[0], pair[1]];
            let own = match (scores.scale(a.scale()), scores.scale(b.scale())) {
                (Some(own), Some(others)) => compare(own, others),
                (own, others) => own.is_some().cmp(&others.is_some()),
            };
            let before = sixths(a).cmp(&sixths(b)).then(own).then(Reverse(a).cmp(&Reverse(b)));
            prop_assert_eq!(before, Ordering::Greater, "{:?} before {:?}", a, b);
        }
    }

    #[test]
    fn the_headline_never_contradicts_the_bars(sheet in any_sheet(), form in any_form()) {
        let scores = scores(form, &sheet);
        let complete = Scale::ALL.iter().all(|scale| scores.scale(*scale).is_some());
        let highs = Scale::ALL.into_iter().filter(|scale| high(&scores, *scale)).count();
        let lows = Scale::ALL.into_iter().filter(|scale| scores.scale(*scale).is_some_and(|score| score.band() == Band::Low));
        let found = headline(&scores);
        prop_assert_eq!(found.is_some(), complete);
        let Some(found) = found else { return Ok(()) };

        prop_assert_eq!(found.profile == Profile::Cornerstone, highs == 3);
        prop_assert_eq!(matches!(found.profile, Profile::OpenHands | Profile::CoPilot), highs == 0);
        prop_assert_eq!(found.profile == Profile::OpenHands, highs == 0 && lows.count() >= 2);
        prop_assert_eq!(found.touch.is_some(), highs == 2);
        if let Some(main) = scale_of(found.profile) {
            prop_assert!(high(&scores, main));
            let pull = |scale| scores.scale(scale).expect("the sheet is complete");
            // Strictly highest, or the first of those that tie.
            prop_assert!(Scale::ALL.into_iter().all(|scale| compare(pull(main), pull(scale)).then(scale.cmp(&main)).is_ge()));
            if let Some(touch) = found.touch {
                let second = scale_of(touch).expect("a touch is of one scale");
                prop_assert!(second != main && high(&scores, second));
            }
        }
    }

    #[test]
    fn the_result_does_not_know_in_which_order_or_how_often_answers_were_given(
        sheet in any_sheet(), form in any_form(), earlier in any_sheet(),
        order in Just(Position::all().collect::<Vec<_>>()).prop_shuffle()
    ) {
        let filled = order.into_iter().fold(earlier, |filled, position| filled.with(position, sheet.get(position)));
        prop_assert_eq!(QuizResult::of(form, &filled), QuizResult::of(form, &sheet));
    }

    #[test]
    fn what_is_shown_is_what_was_computed_unless_nearly_all_answers_are_the_same(sheet in any_sheet(), form in any_form()) {
        let picture = QuizResult::of(form, &sheet);
        prop_assert_eq!(picture.scores, scores(form, &sheet));
        prop_assert_eq!(usize::from(picture.answered), sheet.of(form).iter().flatten().count());
        if picture.same_answer.is_some() {
            prop_assert_eq!((picture.headline, picture.standouts.len(), picture.strengths.len()), (None, 0, 0));
        } else {
            prop_assert_eq!(picture.headline, headline(&picture.scores));
            prop_assert_eq!(picture.standouts, standouts(&picture.scores));
        }
    }
}

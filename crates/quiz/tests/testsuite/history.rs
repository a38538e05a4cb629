//! Results over time: when a line has changed, and how dated results are kept.

use exhale_quiz::{
    Answer, Answers, Change, Edition, Form, INSTRUMENT, ScaleScore, Scores,
    history::{self, Dated, KEPT},
    link::Shared,
};
use proptest::prelude::*;

const fn of_nine(sum: u8) -> ScaleScore {
    ScaleScore { sum, reasons: 3, answered: 9 }
}

const fn of_twelve(sum: u8) -> ScaleScore {
    ScaleScore { sum, reasons: 4, answered: 12 }
}

#[test]
fn with_nothing_skipped_about_18_points_of_trust_and_20_of_the_others_are_a_change() {
    // 16 of 96 are 16.7 points, 17 are 17.7: the limit is 17.46. 14 of 72 are 19.4 points, 15 are 20.8: it is 20.16.
    for (before, after, change) in [(40, 56, Change::Same), (40, 57, Change::Up), (57, 40, Change::Down), (40, 40, Change::Same)]
    {
        assert_eq!(of_twelve(after).change_since(of_twelve(before)), change, "{before} to {after}");
    }
    for (before, after, change) in [(30, 44, Change::Same), (30, 45, Change::Up), (45, 30, Change::Down)] {
        assert_eq!(of_nine(after).change_since(of_nine(before)), change, "{before} to {after}");
    }
}

fn dated(day: u32, answer: u8) -> Dated {
    let answers = Answers::new([Answer::new(answer); 30]);
    Dated { day, shared: Shared::of(&Scores::of(&INSTRUMENT, Form::Full, &answers), false).expect("a score") }
}

#[test]
fn what_is_kept_is_read_back_newest_first() {
    let results = history::with(history::with(vec![], dated(20_000, 2)), dated(20_100, 4));
    assert_eq!(results, [dated(20_100, 4), dated(20_000, 2)]);
    assert_eq!(history::read(&history::write(&results)), (results, true));
}

/// Results of the first edition stay in the list. Whoever compares looks at the edition.
#[test]
fn results_of_both_editions_are_kept_in_one_list() {
    let first = "20779.040vapctkkt809me";
    let (results, all) = history::read(first);
    assert_eq!((results.len(), all, results[0].shared.edition), (1, true, Edition::First));
    let both = history::with(results, dated(20_800, 2));
    let line = history::write(&both);
    assert!(line.starts_with("20800.") && line.ends_with(&format!(" {first}")), "{line}");
    assert_eq!(history::read(&line), (both.clone(), true));
    assert_eq!(both.iter().map(|result| result.shared.edition).collect::<Vec<_>>(), [Edition::Second, Edition::First]);
    // The same characters but for the edition are not the same scores.
    let other = Dated { shared: Shared { edition: Edition::First, ..dated(20_800, 2).shared }, ..dated(20_800, 2) };
    assert_eq!(history::with(both, other).len(), 3);
}

#[test]
fn the_same_scores_of_one_day_are_kept_once_and_the_oldest_goes_at_the_end() {
    let twice = history::with(vec![dated(20_000, 2)], dated(20_000, 2));
    assert_eq!(twice.len(), 1);
    let mut many = Vec::new();
    for day in 0..=KEPT {
        many = history::with(many, dated(u32::try_from(day).unwrap(), 3));
    }
    assert_eq!((many.len(), many[0].day as usize, many[KEPT - 1].day), (KEPT, KEPT, 1));
}

#[test]
fn what_cannot_be_read_is_told_and_loses_nothing_else() {
    let good = history::write(&[dated(20_000, 2)]);
    for broken in
        ["rubbish", "20000", ".040vapctkkt809me", "x.040vapctkkt809me", "20000.040vapctkkt809mf", "", "-1.040vapctkkt809me"]
    {
        assert_eq!(history::read(&format!("{broken} {good}")), (vec![dated(20_000, 2)], false), "{broken}");
    }
}

proptest! {
    #[test]
    fn the_rule_in_whole_numbers_is_the_rule_in_floating_point(
        s1 in 0_u8..=96, n1 in 8_u8..=12, s2 in 0_u8..=72, n2 in 6_u8..=9
    ) {
        // As where a reason of Trust was left out on one of two days.
        let (now, before) = (ScaleScore { sum: s1, reasons: 4, answered: n1 }, ScaleScore { sum: s2, reasons: 3, answered: n2 });
        let moved = 100.0 * (f64::from(s1) / 96.0 - f64::from(s2) / 72.0);
        let limit = 1.645 * 26.0 * (1.0 / f64::from(n1) + 1.0 / f64::from(n2)).sqrt();
        prop_assume!((moved.abs() - limit).abs() > 1e-6);
        let expected = if moved.abs() < limit { Change::Same } else if moved > 0.0 { Change::Up } else { Change::Down };
        prop_assert_eq!(now.change_since(before), expected);
    }
}

//! Every scale score that can occur: rounding, bands, nearness and error, against the words of the specification.

use exhale_quiz::{Band, Scale, ScaleScore};

/// All sums over two to four reasons with one to three answers each.
fn every_score() -> impl Iterator<Item = ScaleScore> {
    (2..=4_u8).flat_map(|reasons| {
        (0..=24 * reasons).flat_map(move |sum| (reasons..=3 * reasons).map(move |answered| ScaleScore { sum, reasons, answered }))
    })
}

fn pull(score: ScaleScore) -> f64 {
    100.0 * f64::from(score.sum) / f64::from(score.max())
}

#[test]
fn trust_and_guard_add_up_to_100_after_rounding() {
    for score in every_score() {
        assert_eq!(score.shown(Scale::Trust) + score.pull_rounded(), 100, "{score:?}");
        assert_eq!(score.shown(Scale::Control), score.pull_rounded(), "{score:?}");
        assert_eq!(score.shown(Scale::Perfectionism), score.pull_rounded(), "{score:?}");
    }
}

#[test]
fn pulls_are_rounded_to_the_nearest_and_halves_go_up() {
    for score in every_score() {
        let (sum, max) = (i64::from(score.sum), i64::from(score.max()));
        for (scale, rounded) in [(100, i64::from(score.pull_rounded())), (100_000, i64::from(score.pull_milli()))] {
            // Twice the distance from the exact value to the rounded one, in parts of `max`.
            let off = 2 * (rounded * max - scale * sum);
            assert!(-max < off && off <= max, "{score:?} rounds to {rounded} of {scale}");
        }
    }
}

#[test]
fn the_dot_stands_at_the_pull_and_for_trust_at_the_other_end() {
    for score in every_score() {
        let place = |scale| f64::from(score.place_centi(scale)) / 100.0;
        for scale in [Scale::Control, Scale::Perfectionism] {
            assert!((place(scale) - pull(score)).abs() <= 0.005 + 1e-9, "{score:?}");
        }
        assert!((place(Scale::Trust) - (100.0 - pull(score))).abs() <= 0.005 + 1e-9, "{score:?}");
    }
}

#[test]
fn bands_meet_at_the_answers_two_and_a_half_and_three_and_a_half() {
    // In points: low up to and with, high from. Three reasons are Control or Perfectionism, four are Trust.
    for (reasons, points_per_reason, low, high) in [(4, 4, 5, 11), (3, 4, 4, 8), (4, 12, 17, 31), (3, 12, 13, 23)] {
        let most = reasons * points_per_reason;
        for points in 0..=most {
            let score = ScaleScore { sum: points * (24 / points_per_reason), reasons, answered: reasons };
            let expected = match points {
                _ if points <= low => Band::Low,
                _ if points >= high => Band::High,
                _ => Band::Mid,
            };
            assert_eq!(score.band(), expected, "{points} points of {most}");
        }
    }
}

#[test]
fn both_cuts_belong_to_the_middle() {
    for (sum, expected) in [(35, Band::Low), (36, Band::Mid), (60, Band::Mid), (61, Band::High)] {
        assert_eq!(ScaleScore { sum, reasons: 4, answered: 12 }.band(), expected, "{sum} of 96");
    }
    for (sum, expected) in [(26, Band::Low), (27, Band::Mid), (45, Band::Mid), (46, Band::High)] {
        assert_eq!(ScaleScore { sum, reasons: 3, answered: 9 }.band(), expected, "{sum} of 72");
    }
}

#[test]
fn a_score_on_a_cut_is_exactly_there() {
    for score in every_score() {
        let on_cut = [37.5, 62.5].iter().any(|cut| (pull(score) - cut).abs() < 1e-9);
        assert_eq!(score.is_on_cut(), on_cut, "{score:?}");
    }
    assert_eq!([Band::Low, Band::Mid, Band::High].map(Band::index), [0, 1, 2]);
}

#[test]
fn near_a_line_means_closer_than_half_a_standard_error_to_a_cut() {
    for score in every_score() {
        let distance = (pull(score) - 37.5).abs().min((pull(score) - 62.5).abs());
        let half_error = 13.0 / f64::from(score.answered).sqrt();
        // The rule has no ties, so no score is too close to call in floating point.
        assert!((distance - half_error).abs() > 1e-6, "{score:?}");
        assert_eq!(score.near_line().is_some(), distance < half_error, "{score:?}");
    }
}

#[test]
fn the_two_bands_of_a_line_are_those_on_its_sides() {
    for score in every_score() {
        let Some((own, other)) = score.near_line() else { continue };
        assert_eq!(own, score.band(), "{score:?}");
        let cut_below = (pull(score) - 37.5).abs() < (pull(score) - 62.5).abs();
        let sides = if cut_below { [Band::Low, Band::Mid] } else { [Band::Mid, Band::High] };
        assert!(own != other && sides.contains(&own) && sides.contains(&other), "{score:?}: {own:?}, {other:?}");
    }
}

#[test]
fn the_standard_error_is_26_over_the_root_of_the_answers() {
    for answered in 1..=12_u8 {
        let expected = (2600.0 / f64::from(answered).sqrt()).round();
        let found = ScaleScore { sum: 0, reasons: 2, answered }.se_centi();
        assert!((f64::from(found) - expected).abs() < 0.5, "{answered}: {found}");
    }
}

#[test]
fn one_pull_exceeds_another_exactly_and_whatever_the_number_of_reasons() {
    let scores: Vec<ScaleScore> = every_score().filter(|score| score.answered == score.reasons).collect();
    for &a in &scores {
        for &b in &scores {
            // Two different pulls are at least 1 / (96 * 72) of the whole apart.
            assert_eq!(a.exceeds(b), pull(a) - pull(b) > 1e-6, "{a:?}, {b:?}");
        }
    }
}

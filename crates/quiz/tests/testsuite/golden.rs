//! The golden answer sheets: whatever the specification's exact arithmetic says about them, the library says too.

use std::collections::HashSet;

use exhale_quiz::{
    Answer, Answers, INSTRUMENT, ITEMS, Profile, QuizResult, Reason, Scale, ScaleScore, Scores, headline, standouts,
};
use exhale_test_support::golden::{Golden, golden};
use serde_json::{Value, json};

fn answers(entries: &[Value]) -> Answers {
    let answer = |entry: &Value| entry.as_u64().map(|value| Answer::new(u8::try_from(value).unwrap()).expect("1 to 5"));
    let answers: Vec<Option<Answer>> = entries.iter().map(answer).collect();
    Answers::new(<[_; ITEMS]>::try_from(answers).expect("thirty entries"))
}

/// Runs a check on every sheet, with its scores and its picture.
fn each(check: impl Fn(&Golden, &Scores, &QuizResult)) {
    for case in golden() {
        let answers = answers(&case.entries);
        check(&case, &Scores::of(&INSTRUMENT, case.form, &answers), &QuizResult::of(case.form, &answers));
    }
}

/// What `of` says about each scale, as a list with `null` for a scale without a score.
fn per_scale(scores: &Scores, of: impl Fn(ScaleScore) -> Value) -> Value {
    Scale::ALL.iter().map(|&scale| scores.scale(scale).map_or(Value::Null, &of)).collect()
}

/// A decimal number of the file in thousandths.
fn milli(value: &Value) -> Value {
    value.as_f64().map_or(Value::Null, |value| json!((value * 1000.0).round()))
}

fn name(profile: Option<Profile>) -> Value {
    profile.map_or(Value::Null, |profile| {
        json!(match profile {
            Profile::OpenHands => "Open Hands",
            Profile::CoPilot => "The Co-Pilot",
            Profile::Navigator => "The Navigator",
            Profile::Craftsperson => "The Craftsperson",
            Profile::Lighthouse => "The Lighthouse",
            Profile::Cornerstone => "The Cornerstone",
        })
    })
}

#[test]
fn the_file_holds_twelve_sheets_in_both_forms_and_no_field_that_is_not_checked() {
    let cases = golden();
    assert_eq!(cases.len(), 24);
    assert_eq!(cases.iter().map(|case| &case.name).collect::<HashSet<_>>().len(), 24);
    // A field that is added to the file has to be added to a test below, and then here.
    let checked: HashSet<&str> = [
        "form",
        "answered",
        "pull",
        "trust_shown",
        "band_pull",
        "near",
        "se",
        "profile",
        "touch",
        "reason_pull",
        "standouts",
        "flag_same",
        "range_sum",
        "flag_mixed",
        "safety_prominent",
        "profile_shown",
        "standouts_shown",
    ]
    .into();
    for case in &cases {
        let fields: HashSet<&str> = case.expect.as_object().unwrap().keys().map(String::as_str).collect();
        assert_eq!(fields, checked, "{}", case.name);
    }
}

#[test]
fn form_and_number_of_answers() {
    each(|case, scores, picture| {
        assert_eq!(case.expect["form"], scores.form.slug(), "{}", case.name);
        assert_eq!(case.expect["form"], picture.form().slug(), "{}", case.name);
        assert_eq!(case.expect["answered"], picture.answered, "{}", case.name);
        assert_eq!(*scores, picture.scores, "{}", case.name);
    });
}

#[test]
fn pulls_of_the_scales_and_the_number_shown_for_trust() {
    each(|case, scores, _| {
        let pulls: Value = case.expect["pull"].as_array().unwrap().iter().map(milli).collect();
        assert_eq!(pulls, per_scale(scores, |score| json!(f64::from(score.pull_milli()))), "{}", case.name);
        let trust = scores.scale(Scale::Trust).map_or(Value::Null, |score| json!(score.shown(Scale::Trust)));
        assert_eq!(case.expect["trust_shown"], trust, "{}", case.name);
    });
}

#[test]
fn bands_and_nearness_to_a_line() {
    each(|case, scores, _| {
        assert_eq!(case.expect["band_pull"], per_scale(scores, |score| json!(score.band().slug())), "{}", case.name);
        assert_eq!(case.expect["near"], per_scale(scores, |score| json!(score.near_line().is_some())), "{}", case.name);
    });
}

#[test]
fn standard_errors_of_the_scales_that_have_a_score() {
    each(|case, scores, _| {
        for scale in Scale::ALL {
            // The file also has an error where there is no score; that one means nothing.
            let Some(score) = scores.scale(scale) else { continue };
            let centi = (case.expect["se"][scale.index()].as_f64().unwrap() * 100.0).round();
            assert!((f64::from(score.se_centi()) - centi).abs() < 0.5, "{}: {scale:?}", case.name);
        }
    });
}

#[test]
fn pulls_of_the_reasons() {
    each(|case, scores, _| {
        for reason in Reason::all() {
            let pull = scores.reason(reason).map_or(Value::Null, |score| json!(f64::from(score.pull_milli())));
            let expected = milli(&case.expect["reason_pull"][reason.number().to_string()]);
            assert_eq!(expected, pull, "{}: {reason:?}", case.name);
        }
    });
}

#[test]
fn profile_computed_and_shown() {
    each(|case, scores, picture| {
        let computed = headline(scores);
        assert_eq!(case.expect["profile"], name(computed.map(|headline| headline.profile)), "{}", case.name);
        assert_eq!(case.expect["touch"], name(computed.and_then(|headline| headline.touch)), "{}", case.name);
        assert_eq!(case.expect["profile_shown"], name(picture.headline.map(|headline| headline.profile)), "{}", case.name);
        if let Some(shown) = picture.headline {
            assert_eq!(Some(shown), computed, "{}", case.name);
        }
    });
}

#[test]
fn standouts_computed_and_shown() {
    let numbers = |found: &[(Reason, _)]| found.iter().map(|(reason, _)| reason.number()).collect::<Value>();
    each(|case, scores, picture| {
        assert_eq!(case.expect["standouts"], numbers(&standouts(scores)), "{}", case.name);
        assert_eq!(case.expect["standouts_shown"], numbers(&picture.standouts), "{}", case.name);
    });
}

#[test]
fn quality_notes_and_the_ranges_behind_them() {
    each(|case, scores, picture| {
        assert_eq!(case.expect["flag_same"], picture.same_answer, "{}", case.name);
        assert_eq!(case.expect["flag_mixed"], picture.mixed_answer, "{}", case.name);
        // A range needs three answers; the quick form has one a reason.
        if let Some(sum) = case.expect["range_sum"].as_u64() {
            let complete = Reason::all().filter_map(|reason| scores.reason(reason)).filter(|score| score.answered == 3);
            assert_eq!(sum, complete.map(|score| u64::from(score.range)).sum::<u64>(), "{}", case.name);
        } else {
            assert_eq!(case.expect["form"], "quick", "{}", case.name);
        }
    });
}

#[test]
fn place_of_the_safety_note() {
    each(|case, _, picture| assert_eq!(case.expect["safety_prominent"], picture.safety.is_first(), "{}", case.name));
}

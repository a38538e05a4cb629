//! The golden answer sheets: whatever the specification's exact arithmetic says about them, the library says too.

use std::collections::HashSet;

use exhale_quiz::{
    Answer, Answers, INSTRUMENT, ITEMS, Profile, QuizResult, REVISION, Reason, SameAnswer, Scale, ScaleScore, Scores, headline,
    standouts,
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
    profile.map_or(Value::Null, |profile| json!(profile.slug()))
}

#[test]
fn the_file_holds_twenty_three_sheets_in_both_forms_and_no_field_that_is_not_checked() {
    let cases = golden();
    assert_eq!(cases.len(), 46);
    assert_eq!(cases.iter().map(|case| &case.name).collect::<HashSet<_>>().len(), 46);
    // A field that is added to the file has to be added to a test below, and then here.
    let checked: HashSet<&str> = [
        "revision",
        "answered",
        "pull",
        "shown",
        "band",
        "near_line",
        "scale_answered",
        "reasons",
        "standouts",
        "profile",
        "touch",
        "notes",
        "safety",
        "ideas_wait",
    ]
    .into();
    for case in &cases {
        let fields: HashSet<&str> = case.expect.as_object().unwrap().keys().map(String::as_str).collect();
        assert_eq!(fields, checked, "{}", case.name);
    }
}

#[test]
fn edition_form_and_number_of_answers() {
    each(|case, scores, picture| {
        assert_eq!(case.expect["revision"], REVISION, "{}", case.name);
        assert_eq!(case.expect["revision"], scores.edition.number(), "{}", case.name);
        assert_eq!((case.form, case.form), (scores.form, picture.form()), "{}", case.name);
        assert_eq!(case.expect["answered"], picture.answered, "{}", case.name);
        assert_eq!(*scores, picture.scores, "{}", case.name);
    });
}

#[test]
fn pulls_of_the_scales_and_the_numbers_shown() {
    each(|case, scores, _| {
        let pulls: Value = case.expect["pull"].as_array().unwrap().iter().map(milli).collect();
        assert_eq!(pulls, per_scale(scores, |score| json!(f64::from(score.pull_milli()))), "{}", case.name);
        let shown: Value =
            Scale::ALL.iter().map(|&scale| scores.scale(scale).map_or(Value::Null, |score| json!(score.shown(scale)))).collect();
        assert_eq!(case.expect["shown"], shown, "{}", case.name);
    });
}

#[test]
fn bands_and_nearness_to_a_line() {
    each(|case, scores, _| {
        assert_eq!(case.expect["band"], per_scale(scores, |score| json!(score.band().slug())), "{}", case.name);
        assert_eq!(case.expect["near_line"], per_scale(scores, |score| json!(score.near_line().is_some())), "{}", case.name);
    });
}

#[test]
fn answers_behind_the_scales_that_have_a_score() {
    each(|case, scores, _| {
        assert_eq!(case.expect["scale_answered"], per_scale(scores, |score| json!(score.answered)), "{}", case.name);
    });
}

#[test]
fn pulls_of_the_reasons() {
    each(|case, scores, _| {
        for reason in Reason::all() {
            let pull = scores.reason(reason).map_or(Value::Null, |score| json!(f64::from(score.pull_milli())));
            let expected = milli(&case.expect["reasons"][reason.number().to_string()]);
            assert_eq!(expected, pull, "{}: {reason:?}", case.name);
        }
    });
}

#[test]
fn name_and_touch() {
    each(|case, scores, picture| {
        assert_eq!(case.expect["profile"], name(picture.headline.map(|headline| headline.profile)), "{}", case.name);
        assert_eq!(case.expect["touch"], name(picture.headline.and_then(|headline| headline.touch)), "{}", case.name);
        if let Some(shown) = picture.headline {
            assert_eq!(Some(shown), headline(scores), "{}", case.name);
        }
    });
}

#[test]
fn reasons_that_stood_out() {
    each(|case, scores, picture| {
        let numbers: Value = picture.standouts.iter().map(|(reason, _)| reason.number()).collect();
        assert_eq!(case.expect["standouts"], numbers, "{}", case.name);
        if picture.same_answer.is_none() {
            assert_eq!(picture.standouts, standouts(scores), "{}", case.name);
        }
    });
}

#[test]
fn notes_on_the_answers() {
    each(|case, _, picture| {
        let same = picture.same_answer.map(|note| match note {
            SameAnswer::Same => "same-answer",
            SameAnswer::Middle => "middle-answer",
        });
        let notes: Value = same.into_iter().chain(picture.mixed_answer.then_some("mixed-answer")).collect();
        assert_eq!(case.expect["notes"], notes, "{}", case.name);
    });
}

#[test]
fn place_of_the_safety_note_and_whether_ideas_wait() {
    each(|case, _, picture| {
        assert_eq!(case.expect["safety"], picture.safety.slug(), "{}", case.name);
        assert_eq!(case.expect["ideas_wait"], picture.safety.ideas_wait(), "{}", case.name);
    });
}

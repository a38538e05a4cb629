//! Results as JSON: what a page is told, what a taker can download, what a link holds. What `score` prints of sheets is in
//! `tests/score.rs`.

use exhale_quiz::{Answer, Answers, Form, Position, QuizResult, json, link::Shared};
use serde_json::{Value, json};

fn sheet(given: &[u8]) -> Answers {
    Position::all().zip(given).fold(Answers::NONE, |sheet, (position, value)| sheet.with(position, Answer::new(*value)))
}

/// A Navigator with a touch of the Craftsperson, with two statements left out.
fn picture() -> QuizResult {
    let given = [2, 0, 5, 4, 5, 2, 3, 4, 1, 2, 4, 4, 3, 2, 5, 1, 4, 0, 4, 5, 3, 2, 5, 2, 1, 3, 4, 2, 5, 4];
    QuizResult::of(Form::Full, &sheet(&given))
}

fn parse(object: &str) -> Value {
    serde_json::from_str(object).unwrap_or_else(|error| panic!("{error}: {object}"))
}

fn object(members: &str) -> Value {
    parse(&format!("{{{members}}}"))
}

/// What a page is told of a result.
fn summary(result: &QuizResult) -> Value {
    let headline = result.headline;
    parse(&json::summary(&result.scores, headline.map(|headline| headline.profile), headline.and_then(|headline| headline.touch)))
}

#[test]
fn a_page_is_told_the_form_the_scales_and_the_name_and_nothing_else() {
    let told = summary(&picture());
    let whole = object(&json::members(&picture()));
    let members = told.as_object().expect("an object");
    assert_eq!(members.keys().map(String::as_str).collect::<Vec<_>>(), ["form", "profile", "scales", "touch"]);
    for name in ["form", "profile", "touch"] {
        assert_eq!(told[name], whole[name], "{name}");
    }
    assert_eq!((&told["form"], &told["profile"], &told["touch"]), (&json!("full"), &json!("navigator"), &json!("craftsperson")));
}

/// A page reads `detail.scales.control.nearLine`, as it reads `detail.shareUrl`.
#[test]
fn a_page_is_told_of_the_scales_in_camel_case() {
    for answers in [sheet(&[4; 30]), sheet(&[2, 4, 5, 4, 5, 2, 3, 4, 1, 2, 4, 4, 3]), Answers::NONE] {
        let picture = QuizResult::of(Form::Full, &answers);
        let (told, whole) = (summary(&picture), object(&json::members(&picture)));
        for scale in ["control", "perfectionism", "trust"] {
            let mut expected = whole["scales"][scale].as_object().expect("a scale").clone();
            let near_line = expected.remove("near_line").expect("what is read elsewhere is in snake case");
            expected.insert("nearLine".to_owned(), near_line);
            assert_eq!(told["scales"][scale], Value::Object(expected), "{scale}");
        }
    }
}

#[test]
fn a_result_has_what_stands_behind_it() {
    let told = object(&json::members(&picture()));
    assert_eq!(told["answered"], 28);
    assert_eq!(told["scales"]["control"]["answered"], 9);
    assert_eq!(told["scales"]["control"]["se"], 8.67);
    assert_eq!(told["revision"], 2);
    assert_eq!(told["reasons"].as_object().map(serde_json::Map::len), Some(10));
    assert_eq!(told["standouts"].as_array().map(Vec::len), Some(3));
    assert_eq!((&told["notes"], &told["safety"], &told["ideas_wait"]), (&json!([]), &json!("first"), &json!(true)));
    assert!(told.get("safety_first").is_none());
    for (given, safety) in [(&[2, 3, 3, 3][..], "first"), (&[4, 3, 3, 4, 3, 3, 1], "trust"), (&[4, 3, 3, 4], "end")] {
        let told = object(&json::members(&QuizResult::of(Form::Quick, &sheet(given))));
        assert_eq!((&told["safety"], &told["ideas_wait"]), (&json!(safety), &json!(false)), "{given:?}");
    }
    let middle = object(&json::members(&QuizResult::of(Form::Quick, &sheet(&[3; 10]))));
    assert_eq!((&middle["notes"], &middle["profile"]), (&json!(["middle-answer"]), &Value::Null));
    let same = object(&json::members(&QuizResult::of(Form::Quick, &sheet(&[5; 10]))));
    assert_eq!((&same["form"], &same["notes"], &same["profile"]), (&json!("quick"), &json!(["same-answer"]), &Value::Null));
    let both = object(&json::members(&QuizResult::of(Form::Full, &sheet(&[5; 30]))));
    assert_eq!(both["notes"], json!(["same-answer", "mixed-answer"]));
    let none = object(&json::members(&QuizResult::of(Form::Full, &Answers::NONE)));
    assert_eq!(
        none["scales"]["trust"],
        json!({ "pull": null, "shown": null, "band": null, "near_line": null, "se": null, "answered": 0 })
    );
    assert_eq!((&none["reasons"]["10"], &none["standouts"]), (&Value::Null, &json!([])));
}

#[test]
fn a_sheet_is_one_line_as_score_reads_it() {
    let sheet = sheet(&[2, 0, 5, 1, 3]);
    let nulls = |count: usize| vec!["null"; count].join(",");
    assert_eq!(
        json::answer_sheet(Form::Full, &sheet, None),
        format!("{{\"form\":\"full\",\"answers\":[2,null,5,1,3,{}]}}\n", nulls(25))
    );
    assert_eq!(
        json::answer_sheet(Form::Quick, &sheet, None),
        format!("{{\"form\":\"quick\",\"answers\":[2,null,5,1,3,{}]}}\n", nulls(5))
    );
}

#[test]
fn a_link_holds_the_reasons_only_where_they_were_shared() {
    let picture = picture();
    let whole = object(&json::members(&picture));
    for with_reasons in [false, true] {
        let shared = Shared::of(&picture.scores, with_reasons).expect("a picture with scores");
        let held: Value = serde_json::from_str(&json::shared(&shared)).unwrap();
        for name in ["revision", "form", "scales", "profile", "touch"] {
            assert_eq!(held[name], whole[name], "{name}");
        }
        assert_eq!(held["reasons"], if with_reasons { whole["reasons"].clone() } else { Value::Null });
        assert_eq!(held.as_object().map(serde_json::Map::len), Some(6));
    }
}

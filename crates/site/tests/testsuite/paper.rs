//! The form to print, as `site` writes it.

use std::{fs, path::Path, process::Command, sync::OnceLock};

use super::printed::{Outcome, Printed, hundredths};
use exhale_content::compile::{Language, parse};
use exhale_quiz::{
    Answer, Answers, Form, INSTRUMENT, ITEMS, Key, Position, Pull, QuizResult, Reason, SameAnswer, Scale, ScaleScore,
};
use exhale_test_support::golden::golden;
use exhale_test_support::page::{self, Element};
use exhale_test_support::{project, read};
use proptest::{collection::vec, option, prelude::*, sample};

/// What `site paper` writes in a folder that holds `content/`.
fn written(folder: &Path) -> String {
    let run = Command::new(env!("CARGO_BIN_EXE_site")).arg("paper").current_dir(folder).output().expect("site runs");
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    String::from_utf8(run.stdout).expect("the page is UTF-8")
}

fn form() -> &'static Element {
    static PAGE: OnceLock<Element> = OnceLock::new();
    PAGE.get_or_init(|| page::read(&written(&project(""))))
}

fn words() -> &'static Language {
    static WORDS: OnceLock<Language> = OnceLock::new();
    WORDS.get_or_init(|| parse(&read("content/en.toml")).unwrap())
}

/// What the quiz says of a sheet, in the words of the form.
fn outcome(picture: &QuizResult) -> Outcome {
    let scores = &picture.scores;
    let is_full = picture.form() == Form::Full;
    let line = |scale: Scale| {
        let score = scores.scale(scale)?;
        let error = (score.se_centi() + 50) / 100;
        Some((score.shown(scale).into(), words().quiz.band(scale, score.band()).clone(), error, score.near_line().is_some()))
    };
    let name = |profile| words().quiz.profile(profile).name.clone();
    Outcome {
        pulls: Reason::all().map(|reason| scores.reason(reason).map(|score| score.sixths.into())).collect(),
        lines: Scale::ALL.map(line).into(),
        standouts: picture
            .standouts
            .iter()
            .map(|(reason, pull)| (reason.number().into(), is_full && *pull == Pull::Strong))
            .collect(),
        name: picture.headline.map(|headline| (name(headline.profile), headline.touch.map(name))),
        same: picture.same_answer.map(|note| note == SameAnswer::Middle),
        mixed: picture.mixed_answer,
        safety: picture.safety.slug(),
        strengths: picture.strengths.iter().map(|position| position.index()).collect(),
    }
}

/// Scores a sheet with the printed key, and wants the same from the quiz.
fn by_hand_as_by_the_quiz(form_scored: Form, answers: &Answers, sheet: &str) -> Outcome {
    static PRINTED: OnceLock<Printed> = OnceLock::new();
    let printed = PRINTED.get_or_init(|| Printed::read(form()));
    let ticks: Vec<Option<usize>> = answers.of(Form::Full).iter().map(|answer| answer.map(Answer::index)).collect();
    let by_hand = printed.score(&ticks, form_scored == Form::Quick);
    let by_the_quiz = outcome(&QuizResult::of(form_scored, answers));
    // The quiz names up to three statements that go well, the form all of them.
    assert_eq!(by_hand.strengths.len().min(3), by_the_quiz.strengths.len(), "{sheet}");
    assert!(by_the_quiz.strengths.iter().all(|statement| by_hand.strengths.contains(statement)), "{sheet}");
    let strengths = by_the_quiz.strengths.clone();
    assert_eq!(Outcome { strengths, ..by_hand.clone() }, by_the_quiz, "{sheet}");
    by_hand
}

#[test]
fn a_golden_sheet_scored_by_the_printed_key_is_scored_as_by_the_quiz() {
    for case in golden() {
        let answer = |entry: &serde_json::Value| entry.as_u64().and_then(|value| Answer::new(u8::try_from(value).unwrap()));
        let answers: Vec<Option<Answer>> = case.entries.iter().map(answer).collect();
        let by_hand = by_hand_as_by_the_quiz(case.form, &Answers::new(<[_; ITEMS]>::try_from(answers).unwrap()), &case.name);
        let numbers: Vec<u32> = by_hand.standouts.into_iter().map(|(reason, _)| reason).collect();
        assert_eq!(case.expect["standouts"], serde_json::json!(numbers), "{}", case.name);
        assert_eq!(case.expect["safety"], by_hand.safety, "{}", case.name);
        let name = by_hand.name.map(|(name, _)| name.trim_start_matches("The ").to_lowercase().replace(' ', "-"));
        assert_eq!(case.expect["profile"], serde_json::json!(name), "{}", case.name);
    }
}

/// From complete sheets to nearly empty ones; among them some that lean to one side, since those get the rarer names.
fn any_sheet() -> impl Strategy<Value = Answers> {
    let sheet = |answered: f64, values: Vec<u8>| {
        let answer = sample::select(values).prop_map(|value| Answer::new(value).expect("1 to 5"));
        vec(option::weighted(answered, answer), ITEMS)
            .prop_map(|entries| Answers::new(<[_; ITEMS]>::try_from(entries).expect("thirty entries")))
    };
    let all = || vec![1, 2, 3, 4, 5];
    prop_oneof![sheet(0.99, all()), sheet(0.85, all()), sheet(0.5, all()), sheet(0.95, vec![3, 4, 5]), sheet(0.95, vec![4, 4, 5])]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    #[test]
    fn any_sheet_scored_by_the_printed_key_is_scored_as_by_the_quiz(
        answers in any_sheet(),
        pulled in vec(0..3_u8, 10),
        form in sample::select(vec![Form::Quick, Form::Full]),
    ) {
        by_hand_as_by_the_quiz(form, &answers, "as drawn");
        // The same reasons pushed to one end or the other: means at the far ends are rare by chance.
        let pushed = Position::all().fold(answers, |sheet, position| {
            let item = INSTRUMENT.item(position);
            let towards = match (pulled[item.reason.index()], item.key) {
                (0, _) => return sheet,
                (1, Key::Direct) | (2, Key::Reverse) => [3, 4, 5],
                _ => [1, 2, 3],
            };
            let answer = sheet.get(position).map(|answer| Answer::new(towards[answer.index() % 3]).expect("1 to 5"));
            sheet.with(position, answer)
        });
        by_hand_as_by_the_quiz(form, &pushed, "pushed");
    }
}

#[test]
fn the_table_of_nearness_is_right_for_every_mean_there_is() {
    let rows: Vec<Vec<String>> =
        form().the(".haze").all("tr").iter().map(|row| row.elements().skip(1).map(Element::text).collect()).collect();
    for reasons in 2..=4_u8 {
        for (sum, answered) in (0..=24 * reasons).flat_map(|sum| (reasons..=3 * reasons).map(move |answered| (sum, answered))) {
            let score = ScaleScore { sum, reasons, answered };
            let column = rows[0].iter().position(|count| *count == answered.to_string()).expect("each number of answers");
            let near = hundredths(&rows[2][column]);
            let (sum, reasons) = (u32::from(sum), u32::from(reasons));
            let is_near = [9, 15].iter().any(|cut| 100 * sum.abs_diff(cut * reasons) < near * reasons);
            assert_eq!(is_near, score.near_line().is_some(), "{score:?}");
        }
    }
}

/// What a person adds up by hand at the most, and which numbers of points are low and high.
#[test]
fn the_largest_sums_and_the_cuts_in_points_are_those_of_the_specification() {
    let printed = Printed::read(form());
    let trust_has_reason_seven = printed.reasons_of_lines()[2].contains(&7);
    assert!(trust_has_reason_seven);
    assert_eq!(printed.reasons_of_lines().map(|reasons| 24 * reasons.len()), [72, 72, 96]);
    for (line, low, high) in [(0, 13, 23), (1, 13, 23), (2, 17, 31)] {
        let most = 12 * printed.reasons_of_lines()[line].len() as u32;
        for points in 0..=most {
            let expected = if points <= low {
                0
            } else if points >= high {
                2
            } else {
                1
            };
            let place = printed.word_of(line, 2 * points, most / 12);
            assert_eq!(if line == 2 { 2 - place } else { place }, expected, "{points} of {most}");
        }
    }
}

#[test]
fn the_lines_have_the_reasons_that_the_key_has_under_their_names() {
    Printed::read(form()).groups_are_those_of_the_key(form());
}

#[test]
fn the_thirty_statements_stand_in_order_with_five_boxes_each() {
    let tables = form().all(".statements");
    let rows: Vec<&Element> = tables.iter().flat_map(|table| table.the("tbody").all("tr")).collect();
    assert_eq!(rows.len(), ITEMS);
    for (index, row) in rows.iter().enumerate() {
        assert_eq!(row.the("th").text(), format!("{}{}", index + 1, words().quiz.items[index]));
        assert_eq!(row.all(".box").len(), 5);
        assert_eq!(row.all("td").into_iter().map(Element::text).collect::<Vec<_>>(), words().quiz.statement.options);
    }
    // The key's five columns are those of the boxes.
    for table in tables.into_iter().chain(form().all(".points")) {
        let heads = table.all(".option").into_iter().map(Element::text).collect::<Vec<_>>();
        assert_eq!(heads, words().quiz.statement.options);
    }
}

#[test]
fn no_points_stand_where_the_answers_are_given() {
    let main = form().the("main");
    let before: Vec<&Element> = main.elements().take_while(|element| element.attribute("class") != "key").collect();
    assert_eq!(before.iter().filter(|element| element.name == "table").count(), 3);
    for cell in before.iter().flat_map(|element| element.all("td")) {
        assert!(cell.numbers().is_empty(), "{}", cell.text());
        assert!(cell.everything().iter().all(|element| element.attributes().all(|(name, _)| name == "class")));
    }
    for head in before.iter().flat_map(|element| element.all("thead")) {
        assert!(head.numbers().is_empty(), "{}", head.text());
    }
}

/// Whoever fills it in needs the first two pages alone: they end with a place for what they want to talk about.
#[test]
fn what_comes_after_the_statements_is_for_whoever_scores_it_and_says_so() {
    let parts: Vec<&str> = form().the("main").elements().map(|element| element.attribute("class")).collect();
    assert_eq!(parts, ["opening", "statements", "statements", "statements", "talk", "key", "picture"]);
    let talk = form().the(".talk");
    assert_eq!((talk.the("h2").text(), talk.all(".rule").len()), (words().site.paper.talk.clone(), 2));
    for part in [".key", ".picture"] {
        let heading = form().the(part).elements().next().expect("a heading");
        assert!(heading.name == "h2" && heading.text().starts_with("For whoever scores it: "), "{}", heading.text());
    }
}

#[test]
fn the_safety_note_stands_before_the_first_statement_and_again_before_the_result() {
    let texts: Vec<String> = form().all("p").into_iter().map(Element::text).collect();
    assert_eq!(texts.iter().filter(|text| words().quiz.safety.text.contains(text)).count(), 2 * words().quiz.safety.text.len());
    let of = |which: &str| form().everything().iter().position(|element| std::ptr::eq(*element, form().all(which)[0])).unwrap();
    let note = form().the(".opening").the(".note");
    for text in &words().quiz.safety.text {
        assert!(note.all("p").iter().any(|said| said.text() == *text), "{text}");
    }
    assert!(of(".opening") < of(".statements"));
    let picture = form().the(".picture");
    let mut parts = picture.elements().skip_while(|element| element.name == "h2");
    assert_eq!(parts.next().map(|part| part.attribute("class")), Some("note"), "nothing of the result stands before the note");
}

#[test]
fn it_needs_no_script_and_asks_nobody_else_for_anything() {
    let allowed = ["paper.css", "./"];
    for element in form().everything() {
        assert!(!["script", "style", "iframe", "img", "form", "input", "object"].contains(&&*element.name), "<{}>", element.name);
        for (name, value) in element.attributes() {
            assert!(name != "style" && !name.starts_with("on"), "{name} in <{}>", element.name);
            assert!(
                !["href", "src"].contains(&name) || allowed.contains(&value) || value.starts_with("data:image/svg+xml,"),
                "{value}"
            );
        }
    }
    let policy = form().all("meta").into_iter().find(|meta| meta.attribute("http-equiv") == "Content-Security-Policy");
    let policy = policy.expect("a policy").attribute("content");
    assert!(policy.starts_with("default-src 'none';") && !policy.contains("script") && !policy.contains("connect"), "{policy}");
}

#[test]
fn it_has_a_language_a_title_headings_in_order_and_heads_on_every_table() {
    assert_eq!(form().the("html").attribute("lang"), "en");
    assert_eq!(form().the("title").text(), words().site.paper.title);
    assert_eq!(form().all("h1").len(), 1);
    let mut level = 0;
    for heading in form().everything().iter().filter_map(|element| element.name.strip_prefix('h')?.parse::<u8>().ok()) {
        assert!(heading <= level + 1, "h{heading} after h{level}");
        level = heading;
    }
    for table in form().all("table") {
        assert!(!table.the("caption").text().is_empty());
        assert!(table.all("th").iter().all(|head| ["col", "row", "rowgroup"].contains(&head.attribute("scope"))));
        assert!(table.the("thead").all("th").iter().all(|head| !head.text().is_empty()));
        let width = table.the("thead").the("tr").elements().count();
        for body in table.all("tbody") {
            // Cells that span the rows of their group are written once, in its first row.
            let spanning = body.all("tr")[0].elements().filter(|cell| !cell.attribute("rowspan").is_empty()).count();
            for (index, row) in body.all("tr").into_iter().enumerate() {
                assert_eq!(row.elements().count() + if index == 0 { 0 } else { spanning }, width);
            }
            for cell in body.all("tr")[0].elements().filter(|cell| !cell.attribute("rowspan").is_empty()) {
                assert_eq!(cell.attribute("rowspan"), body.all("tr").len().to_string());
            }
        }
    }
}

#[test]
fn what_the_content_says_is_text_and_never_markup() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("paper");
    fs::create_dir_all(folder.join("content")).unwrap();
    let source = read("content/en.toml");
    let wild = "1 < 2 & <b>\\\"bold\\\"</b> &amp; so on";
    let source = source.replace(&words().quiz.items[4], wild).replace(&words().site.paper.description, wild);
    fs::write(folder.join("content/en.toml"), source).unwrap();
    let page = page::read(&written(&folder));
    let plain = wild.replace('\\', "");
    assert_eq!(page.all(".statements")[0].the("tbody").all("tr")[4].the("th").text(), format!("5{plain}"));
    assert!(page.all("meta").iter().any(|meta| meta.attribute("content") == plain));
}

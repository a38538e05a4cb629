//! The result, compared with the output of `score` for the same answers.

use std::{io::Write, process::Stdio};

use exhale_content::with_digits;
use exhale_quiz::{Reason, Scale};
use libtest_mimic::Failed;
use serde_json::{Value, json};

use crate::{
    Context, Test, commands,
    page::{Given, Page, TEXTS, option, statement},
};

pub const TESTS: &[Test] = &[
    ("answers at both ends give the Cornerstone and Open Hands", the_ends),
    ("where the rule says so the safety note stands before the picture", safety_first),
    ("answers that are all the same draw no picture, and lead back to the statements", all_the_same),
    ("answers that pull in different ways say so, and can be changed from there", mixed),
];

/// The output of `score` for these answers.
pub fn score(form: &str, given: &Given) -> Value {
    let mut answers = given.to_vec();
    answers.resize(30, None);
    score_file(&json!({ "form": form, "answers": answers }).to_string())
}

/// The scales in that output as a page is told of them: with names in camel case.
pub fn scales_as_told(output: &Value) -> Value {
    let mut scales = output["scales"].clone();
    for scale in scales.as_object_mut().expect("scales").values_mut().filter_map(Value::as_object_mut) {
        let near_line = scale.remove("near_line").expect("a member of each scale");
        scale.insert("nearLine".to_owned(), near_line);
    }
    scales
}

/// The output of `score` for a file with one answer sheet.
pub fn score_file(file: &str) -> Value {
    let mut child = commands::score().stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("score starts");
    child.stdin.take().expect("piped").write_all(file.as_bytes()).expect("score reads");
    let output = child.wait_with_output().expect("score ends");
    assert!(output.status.success(), "{file}");
    serde_json::from_slice(&output.stdout).expect("one line of JSON")
}

/// The result on the screen agrees with `score`: headline, every scale in words and numbers, and the reasons.
pub async fn assert_shows(page: &Page, form: &str, given: &Given) {
    let expected = score(form, given);
    let numbers = page.shadow(".numbers").await;
    if numbers.attr("open").await.expect("an attribute").is_none() {
        page.press(&TEXTS.result.numbers).await;
    }
    let seen = page.see().await;
    let slug = expected["profile"].as_str();
    // While ideas wait, there is no name, and there are no reasons to take a step on.
    let waits = expected["ideas_wait"] == true && !seen.text.contains(&TEXTS.result.waiting_close);
    let slug = slug.filter(|_| !waits);
    let headline = slug.map_or(TEXTS.result.unnamed.as_str(), |slug| &profile(slug).name);
    assert!(seen.headings.iter().any(|heading| heading == headline), "'{headline}' is not among {:?}", seen.headings);
    let touch = expected["touch"].as_str().filter(|_| !waits).map(|slug| {
        let profile = exhale_quiz::Profile::ALL.into_iter().find(|profile| profile.slug() == slug).expect("one of the six");
        TEXTS.touch(profile).expect("a profile that lends its name").as_str()
    });
    assert_eq!(TEXTS.result.touches.iter().any(|touch| seen.text.contains(touch)), touch.is_some());
    let line = slug.map(|slug| &profile(slug).line);
    assert_eq!(page.ask(NAMES).await, json!([headline, touch, line]));

    let rows = page.ask(ROWS).await;
    for (scale, row) in Scale::ALL.into_iter().zip(rows.as_array().expect("three rows")) {
        let scored = &expected["scales"][scale.slug()];
        let texts = TEXTS.scale(scale);
        assert_eq!(row["name"], texts.name);
        assert_eq!((&row["heading"], &row["bands"]), (&row["name"], &json!(drawn_bands(scale))));
        let label = row["chart"].as_str().expect("a label");
        if scored["shown"].is_null() {
            assert_eq!((&row["band"], &row["value"]), (&json!(TEXTS.result.not_enough), &json!("")));
            assert_eq!(label, TEXTS.result.chart_not_enough.replace("{scale}", &texts.name));
            assert_eq!((&row["dots"], &row["bars"], &row["own"]), (&json!([]), &json!([]), &json!([])));
            assert_eq!(row["empty"], true, "the line is dotted");
            continue;
        }
        assert_eq!(row["empty"], false);
        let (shown, error) = (scored["shown"].to_string(), scored["se"].as_f64().expect("a number").round().to_string());
        let filled = |sentence: &str| {
            let filled = sentence.replace("{scale}", &texts.name).replace("{shown}", &shown).replace("{se}", &error);
            with_digits(&filled, &TEXTS.numbers)
        };
        assert_eq!(row["value"], filled(&TEXTS.result.value));
        let (own, says) = band_words(scale, scored);
        assert_eq!((&row["own"], &row["band"]), (&json!(own), &json!(says)));
        let (before, _) = TEXTS.result.chart.split_once("{band}").expect("its words come last");
        assert!(label.starts_with(&filled(before)), "{label}");
        let pull = scored["pull"].as_f64().expect("a number");
        let place = if scale == Scale::Trust { 100.0 - pull } else { pull };
        let dots: [(String, bool); 1] = serde_json::from_value(row["dots"].clone()).expect("one dot on the line");
        let (drawn, is_open) = (percent(&dots[0].0), dots[0].1);
        assert!((drawn - place).abs() < 0.006, "{}: the dot stands at {drawn}, the score is {place}", texts.name);
        assert_eq!(is_open, form == "quick", "only the dot of a sketch is open");
        let bars: [(String, String); 1] = serde_json::from_value(row["bars"].clone()).expect("one bar on the line");
        let error = scored["se"].as_f64().expect("a number");
        let ends = [(place - error).max(0.0), (place + error).min(100.0)];
        for (drawn, end) in [percent(&bars[0].0), percent(&bars[0].1)].into_iter().zip(ends) {
            assert!((drawn - end).abs() < 0.011, "{}: the bar ends at {drawn}, the error at {end}", texts.name);
        }
    }
    // The sketch has no reasons.
    if seen.headings.iter().any(|heading| *heading == TEXTS.rests.title) {
        // One statement is too little for a word.
        let strength = |number: &Value| {
            let strong = expected["reasons"][number.to_string()].as_f64().expect("a pull") > 62.5;
            (form == "full").then_some(if strong { &TEXTS.result.strong_pull } else { &TEXTS.result.some_pull })
        };
        let standouts = expected["standouts"].as_array().expect("a list").iter().filter(|_| !waits);
        let standouts: Vec<Value> = standouts.map(|number| json!([reason(number).name, strength(number)])).collect();
        assert_eq!(page.run(REASONS).await, json!(standouts));
    }
}

/// On the plate: the name, what it has a touch of, and the line about it.
const NAMES: &str = "
    const texts = ['.name', '.touch', '.oneline'].map((css) => quiz.shadowRoot.querySelector(`.plate ${css}`)?.textContent);
    return texts.map((text) => text ?? null);
";

/// For each line: what the table says of it, the words under it, and what is drawn on it.
const ROWS: &str = r#"
    const root = quiz.shadowRoot;
    const scales = [...root.querySelectorAll(".plate .scale")];
    const heights = ["16.667%", "50%", "83.333%"];
    const drawn = (css, height, index) => [...root.querySelectorAll(`.plate .breath:not(.veil) ${css}`)]
        .filter((mark) => mark.getAttribute(height) === heights[index]);
    return [...root.querySelectorAll(".numbers tbody tr")].map((row, index) => {
        const words = scales[index].querySelector(".words[role=img]");
        const texts = (css) => [...words.querySelectorAll(css)].map(({ textContent }) => textContent);
        return {
            name: row.cells[0].textContent,
            band: row.cells[1].textContent,
            value: row.cells[2].textContent,
            heading: scales[index].querySelector("h3").textContent,
            bands: texts("span"),
            own: texts("[data-own]"),
            chart: words.getAttribute("aria-label"),
            empty: words.hasAttribute("data-empty"),
            dots: drawn("svg", "y", index).map((dot) => [dot.getAttribute("x"), dot.hasAttribute("data-open")]),
            bars: drawn("line", "y1", index).map((bar) => [bar.getAttribute("x1"), bar.getAttribute("x2")]),
        };
    });
"#;

/// A percentage as SVG has it.
pub fn percent(text: &str) -> f64 {
    text.strip_suffix('%').and_then(|number| number.parse().ok()).unwrap_or_else(|| panic!("{text} is no percentage"))
}

/// The bands of a scale in the order in which they lie along its line: less pull first, but on Trust.
fn drawn_bands(scale: Scale) -> Vec<&'static str> {
    TEXTS.scale(scale).bands.iter().map(String::as_str).collect()
}

const REASONS: &str = r#"
    const root = document.querySelector("exhale-quiz").shadowRoot;
    return [...root.querySelectorAll("[part=reason]")].map((reason) => ["h3", "p"].map((css) => reason.querySelector(css)?.textContent ?? null));
"#;

/// What stands out under the line, and what the table says, from the pull alone: which threshold is near, and on which side the
/// pull is.
fn band_words(scale: Scale, scored: &Value) -> (Vec<String>, String) {
    let drawn = |band: usize| TEXTS.scale(scale).bands[if scale == Scale::Trust { 2 - band } else { band }].clone();
    let own = drawn(band(scored));
    if scored["near_line"] == false {
        return (vec![own.clone()], own);
    }
    let pull = scored["pull"].as_f64().expect("a number");
    let (cut, lower) = if pull < 50.0 { (37.5, 0) } else { (62.5, 1) };
    let mut pair = [drawn(lower), drawn(lower + 1)];
    if scale == Scale::Trust {
        pair.reverse();
    }
    let filled = |sentence: &str| sentence.replace("{a}", &pair[0]).replace("{b}", &pair[1]).replace("{nearer}", &own);
    let on_the_cut = (pull - cut).abs() < 1e-9;
    let says = if on_the_cut { filled(&TEXTS.result.between) } else { filled(&TEXTS.result.nearer) };
    (pair.to_vec(), says)
}

/// The band of the pull: 0–2.
pub fn band(scored: &Value) -> usize {
    ["low", "mid", "high"].iter().position(|band| scored["band"] == *band).expect("a band")
}

pub fn profile(slug: &str) -> &'static exhale_content::ProfileWords<String> {
    let profile = exhale_quiz::Profile::ALL.into_iter().find(|profile| profile.slug() == slug);
    TEXTS.profile(profile.expect("one of the six"))
}

pub fn reason(number: &Value) -> &'static exhale_content::ReasonWords<String> {
    let number = number.as_u64().and_then(|number| u8::try_from(number).ok()).and_then(Reason::new);
    TEXTS.reason(number.expect("1 to 10"))
}

fn the_ends(context: &Context) -> Result<(), Failed> {
    // The maximum score and the minimum; the item keys decide which answer gives that.
    for agree in [4, 0] {
        context.visit(|page| async move {
            let given: Vec<Option<u8>> = exhale_quiz::INSTRUMENT
                .items
                .iter()
                .map(|item| Some(if (item.key == exhale_quiz::Key::Direct) == (agree == 4) { 5 } else { 1 }))
                .collect();
            page.take_all(&given).await;
            assert_shows(&page, "full", &given).await;
            if agree == 4 {
                page.press(&TEXTS.result.waiting_open).await;
                assert_shows(&page, "full", &given).await;
            }
            let expected = if agree == 4 { &TEXTS.profiles.cornerstone } else { &TEXTS.profiles.open_hands };
            assert!(page.see().await.headings.contains(&expected.name));
        })?;
    }
    Ok(())
}

fn safety_first(context: &Context) -> Result<(), Failed> {
    context.visit(|page| async move {
        // "Not at all true" to the first statement triggers a rule; the other answers trigger none.
        let mut given = vec![Some(1), Some(2), Some(2), Some(4), Some(2), Some(4), Some(4), Some(2), Some(4), Some(2)];
        page.answer(1, &given).await;
        page.heading(&TEXTS.pause.title).await;
        page.press(&TEXTS.pause.sketch).await;
        page.heading(&TEXTS.sketch.title).await;
        let headings = page.see().await.headings;
        assert!(before(&headings, &TEXTS.safety.title, "Control"), "{headings:?}");
        page.press(&TEXTS.sketch.stop).await;
        page.on_result().await;
        let headings = page.see().await.headings;
        assert!(before(&headings, &TEXTS.safety.title, "Control"), "{headings:?}");
        page.press(&TEXTS.statement.back).await;
        page.heading(&TEXTS.sketch.title).await;

        // Without it the note comes after the chart.
        given[0] = Some(5);
        page.open_review().await;
        page.press(statement(1)).await;
        page.at(1).await;
        page.tap(5).await;
        page.heading(&TEXTS.sketch.title).await;
        page.press(&TEXTS.sketch.stop).await;
        page.on_result().await;
        let headings = page.see().await.headings;
        assert!(before(&headings, "Control", &TEXTS.safety.title), "{headings:?}");
    })
}

fn before(headings: &[String], first: &str, second: &str) -> bool {
    let place =
        |wanted| headings.iter().position(|heading| heading == wanted).unwrap_or_else(|| panic!("no '{wanted}' in {headings:?}"));
    place(first) < place(second)
}

fn all_the_same(context: &Context) -> Result<(), Failed> {
    context.visit(|page| async move {
        let given = [Some(4); 30];
        page.take_all(&given).await;
        assert_shows(&page, "full", &given).await;
        let seen = page.see().await;
        assert!(seen.text.contains(&TEXTS.result.same_answer));
        assert!(!seen.text.contains(&TEXTS.result.no_standout));
        page.press(&TEXTS.result.same_answer_revisit).await;
        page.at(1).await;
        assert_eq!(page.see().await.chosen.as_deref(), Some(option(4)));
        page.press(&TEXTS.statement.next).await;
        page.at(2).await;
        page.press(&TEXTS.first.see_again).await;
        page.on_result().await;
    })
}

fn mixed(context: &Context) -> Result<(), Failed> {
    context.visit(|page| async move {
        // "Completely true" to both statements of most opposed pairs.
        let mut given = [Some(5); 30];
        for position in [2, 3, 8, 12, 15] {
            given[position - 1] = Some(1);
        }
        page.take_all(&given).await;
        assert_shows(&page, "full", &given).await;
        let seen = page.see().await;
        assert!(seen.text.contains(&TEXTS.result.mixed_answer), "{}", seen.text);
        let quote = TEXTS.result.quote.replace("{statement}", statement(3)).replace("{answer}", option(1));
        assert!(seen.text.contains(&quote), "the earliest of the most opposed pairs is quoted: {}", seen.text);
        page.press(&TEXTS.result.change).await;
        page.at(3).await;
        page.tap(2).await;
        given[2] = Some(2);
        page.on_result().await;
        assert_shows(&page, "full", &given).await;
    })
}

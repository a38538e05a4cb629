//! The result beyond the lines: a strength, ideas, the ten reasons, and the scoring details.

use exhale_quiz::{INSTRUMENT, Key, Position, Scale};
use libtest_mimic::Failed;
use serde_json::{Value, json};

use crate::{
    Context, Test,
    page::{Given, TEXTS, option},
    results::{assert_shows, band, profile, reason, score},
};

pub const TESTS: &[Test] = &[
    ("one strength stands on the plate, or what a reason may protect, or neither", strengths),
    ("ideas wait behind one plain choice where the rule says so", ideas_wait),
    ("the working shows each answer and its points, and an answer changed there changes the numbers", working),
    ("all ten reasons are in sight, line by line, with numbers in the full form only", ten_reasons),
];

/// A Navigator with a touch of the Craftsperson.
const SHEET: [u8; 30] = [2, 4, 5, 4, 5, 2, 3, 4, 1, 2, 4, 2, 3, 2, 5, 1, 4, 2, 4, 5, 3, 2, 5, 2, 1, 3, 4, 2, 5, 4];

/// Every text of the full result that suggests an action.
fn asking(given: &Given) -> Vec<String> {
    let expected = score("full", given);
    let mut texts = vec![profile(expected["profile"].as_str().expect("a profile")).ask.clone()];
    for scale in Scale::ALL {
        let band = band(&expected["scales"][scale.slug()]);
        texts.push(TEXTS.scale(scale).r#try[if scale == Scale::Trust { 2 - band } else { band }].clone());
    }
    // The reasons that stood out are folded, and what a person can say there stands in a field: their names are enough.
    texts.push(TEXTS.step.title.clone());
    texts
}

fn ideas_wait(context: &Context) -> Result<(), Failed> {
    context.visit(|page| async move {
        let mut given = SHEET.map(Some);
        given[0] = Some(1);
        page.take_all(&given).await;
        let text = page.see().await.text;
        let asking = asking(&given);
        assert!(asking.len() >= 5, "{asking:?}");
        for idea in &asking {
            assert!(!text.contains(idea), "shown before the choice: {idea}");
        }
        // Holding on to control pulls hard.
        assert!(text.contains(&TEXTS.result.waiting) && text.contains(&TEXTS.reasons[0].high), "the rest is there");
        assert!(text.contains(&TEXTS.lines.keeping_a_say), "part of the line is about keeping a say");
        assert_eq!(page.ask(STRENGTH).await, json!([]), "nothing is praised");
        // What takes the picture along is behind one fold at the end, and nowhere else.
        let parts = ".bar, .over-time, .share";
        let folded = format!(
            "const folds = [...quiz.shadowRoot.querySelectorAll('{parts}')].map((part) => part.closest('details'));
            return [new Set(folds).size, folds.length, folds[0].open, folds[0].firstElementChild.textContent,
                folds[0].nextElementSibling.className]"
        );
        assert_eq!(page.ask(&folded).await, json!([1, 3, false, TEXTS.keep.title, "on"]));
        let labels = [&TEXTS.keep.picture, &TEXTS.keep.share, &TEXTS.keep.print, &TEXTS.over_time.keep, &TEXTS.share.copy];
        let in_sight = "
            const buttons = [...quiz.shadowRoot.querySelectorAll('button')].filter((button) => button.checkVisibility());
            return buttons.map(({ textContent }) => textContent)";
        let has = |buttons: &Value, label: &String| buttons.as_array().is_some_and(|all| all.iter().any(|one| one == label));
        let buttons = page.ask(in_sight).await;
        assert!(labels.iter().all(|label| !has(&buttons, label)), "in sight: {buttons}");
        page.press(&TEXTS.keep.title).await;
        let buttons = page.ask(in_sight).await;
        assert!(labels.iter().all(|label| has(&buttons, label)), "behind the fold: {buttons}");
        page.press(&TEXTS.result.waiting_open).await;
        let text = page.see().await.text;
        let unfolded = format!(
            "return [...quiz.shadowRoot.querySelectorAll('{parts}')].map((part) => [part.className, !!part.closest('details'), !!part.closest('.plate')])"
        );
        let expected = json!([["bar", false, true], ["over-time", false, false], ["share", false, false]]);
        assert_eq!(page.ask(&unfolded).await, expected, "the bar is on the plate again, and nothing is folded");
        for idea in &asking {
            assert!(text.contains(idea), "not shown after the choice: {idea}");
        }
        // Each reason that stood out has its experiment and its sentence, behind a fold.
        let steps = page.ask("return quiz.shadowRoot.querySelector('[part=reasons]').textContent").await;
        let sentences = "return [...quiz.shadowRoot.querySelectorAll('.reason textarea')].map((field) => field.value)";
        let sentences = page.ask(sentences).await;
        for number in score("full", &given)["standouts"].as_array().expect("a list") {
            assert!(steps.as_str().is_some_and(|steps| steps.contains(&reason(number).experiment)), "{steps}");
            assert!(sentences.as_array().is_some_and(|all| all.contains(&json!(reason(number).say))), "{sentences}");
        }
    })
}

fn working(context: &Context) -> Result<(), Failed> {
    context.visit(|page| async move {
        let mut given = SHEET.map(Some);
        given[28] = None;
        page.take_all(&given).await;
        let shown = score("full", &given)["scales"]["control"]["shown"].to_string();
        let summary = |shown: &str| TEXTS.result.working_sum.replace("{scale}", "Control").replace("{shown}", shown);
        page.press(&TEXTS.result.working).await;
        page.press(&summary(&shown)).await;
        // Reason 1: statement 9 (reverse, answer 1: 4 points), 20 (direct, answer 5: 4 points), 29 skipped.
        let text = page.see().await.text;
        assert!(text.contains("8 ÷ 2 × 6 = 24"), "{text}");
        for button in page.shadow_all("[part=working] td button").await {
            if button.text().await.is_ok_and(|text| text == TEXTS.statement.skipped) {
                page.act(button.click()).await.expect("the answer can be opened");
                break;
            }
        }
        page.at(29).await;
        page.tap(1).await;
        given[28] = Some(1);
        page.on_result().await;
        let row = page.see().await.focused.expect("focus is back on the row");
        assert!(row.starts_with("29. ") && row.contains(option(1)), "{row}");
        let open = "return document.querySelector('exhale-quiz').shadowRoot.querySelectorAll('.working[open] [open]').length";
        assert_eq!(page.run(open).await, json!(1), "only the working of that scale is open");
        assert_shows(&page, "full", &given).await;
        let changed = score("full", &given)["scales"]["control"]["shown"].to_string();
        assert_ne!(changed, shown);
        assert!(page.find_button(&summary(&changed)).await.is_some());
    })
}

/// What stands on the plate under the lines: what it is about, and the sentence.
const STRENGTH: &str =
    "return [...quiz.shadowRoot.querySelectorAll('.plate [part=strength] > p')].map(({ textContent }) => textContent)";

fn strengths(context: &Context) -> Result<(), Failed> {
    context.visit(|page| async move {
        let mut given = [Some(2); 30];
        // Two reverse statements of one reason, two of others: the strongest, and of the strongest that of the reason that pulls least.
        for (position, answer) in [(4, 5), (13, 5), (19, 4), (22, 5)] {
            given[position - 1] = Some(answer);
        }
        page.take_all(&given).await;
        let line = |number| TEXTS.strength(Position::new(number).expect("1 to 30")).expect("a reverse statement");
        assert_eq!(page.ask(STRENGTH).await, json!([TEXTS.result.strengths, line(4)]));

        // No reverse statement is agreed to: the first reason that stood out protects something.
        let without = INSTRUMENT.items.map(|item| Some(if item.key == Key::Reverse { 3 } else { 5 }));
        page.open_result(&without).await;
        let standouts = score("full", &without)["standouts"].clone();
        assert_eq!(page.ask(STRENGTH).await, json!([TEXTS.result.protects, reason(&standouts[0]).protects]));

        // Nor does any reason stand out.
        let neither = INSTRUMENT.items.map(|item| Some(if item.key == Key::Reverse { 3 } else { 2 }));
        page.open_result(&neither).await;
        assert_eq!(score("full", &neither)["standouts"], json!([]));
        assert_eq!(page.ask(STRENGTH).await, json!([]));
    })
}

/// All ten reasons as they stand there: for each line its name, then the name, the description, and the ink of each reason.
const TEN: &str = r#"
    const ten = quiz.shadowRoot.querySelector(".ten");
    if (!ten.checkVisibility() || ten.closest("details")) return "not in sight";
    return [...ten.querySelectorAll("h3")].map((heading) => {
        let list = heading.nextElementSibling;
        while (list.localName !== "ul") list = list.nextElementSibling;
        const reasons = [...list.children].map((reason) => [
            reason.querySelector("span").textContent,
            reason.querySelector("svg[role=img]").getAttribute("aria-label"),
            reason.hasAttribute("data-ink"),
        ]);
        return [heading.textContent, reasons];
    });
"#;

/// What is expected there of answers, with this description of each reason.
fn ten(expected: &Value, label: impl Fn(&Value) -> String) -> Value {
    let standouts = expected["standouts"].as_array().expect("a list");
    let of = |scale: Scale| {
        let numbers = scale.reasons().map(|reason| json!(reason.number()));
        let reasons: Vec<Value> =
            numbers.map(|number| json!([reason(&number).name, label(&number), standouts.contains(&number)])).collect();
        json!([TEXTS.scale(scale).name, reasons])
    };
    json!(Scale::ALL.map(of))
}

fn ten_reasons(context: &Context) -> Result<(), Failed> {
    context.visit(|page| async move {
        let given = SHEET.map(Some);
        page.answer(1, &given[..10]).await;
        page.heading(&TEXTS.pause.title).await;
        page.press(&TEXTS.pause.sketch).await;
        page.heading(&TEXTS.sketch.title).await;
        page.press(&TEXTS.sketch.stop).await;
        page.on_result().await;
        let texts = &TEXTS.result;
        let expected = score("quick", &given[..10]);
        let quick = ten(&expected, |number| {
            let pull = expected["reasons"][number.to_string()].as_f64();
            let sentence = match pull {
                None => return texts.chart_not_enough.replace("{scale}", &reason(number).name),
                Some(pull) if pull < 50.0 => &texts.reason_dot_less,
                Some(pull) if pull > 50.0 => &texts.reason_dot_more,
                Some(_) => &texts.reason_dot_middle,
            };
            sentence.replace("{reason}", &reason(number).name)
        });
        assert!(!quick.to_string().contains(|letter: char| letter.is_ascii_digit()), "{quick}");
        assert_eq!(page.ask(TEN).await, quick);
        let text = page.see().await.text;
        assert!(text.contains(&texts.reasons_all_text_quick) && text.contains(&texts.reasons_guard), "{text}");
        page.press(&TEXTS.sketch.go_on).await;
        page.answer(11, &given[10..]).await;
        page.on_result().await;
        let expected = score("full", &given);
        let full = ten(&expected, |number| {
            let pull = expected["reasons"][number.to_string()].as_f64().expect("a pull").round().to_string();
            texts.reason_dot.replace("{reason}", &reason(number).name).replace("{pull}", &pull).replace("{se}", "15")
        });
        assert_eq!(page.ask(TEN).await, full);
        let text = page.see().await.text;
        assert!(text.contains(&texts.reasons_all_text) && text.contains(&texts.reasons_ink), "{text}");
    })
}

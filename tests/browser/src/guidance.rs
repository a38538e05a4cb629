//! The result beyond the chart: strengths, ideas, and the scoring details.

use exhale_quiz::{Position, Scale};
use libtest_mimic::Failed;
use serde_json::json;

use crate::{
    Context, Test,
    page::{Given, TEXTS, option, statement},
    results::{assert_shows, band, profile, reason, score},
};

pub const TESTS: &[Test] = &[
    ("strengths are quoted from the answers", strengths),
    ("ideas wait behind one plain choice where the rule says so", ideas_wait),
    ("the working shows each answer and its points, and an answer changed there changes the numbers", working),
    ("all ten reasons are drawn on request, with numbers in the full form only", ten_reasons),
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
        page.press(&TEXTS.result.waiting_open).await;
        let text = page.see().await.text;
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

fn strengths(context: &Context) -> Result<(), Failed> {
    context.visit(|page| async move {
        let mut given = [Some(2); 30];
        // Two reverse statements of one reason, two of others: the strongest first, then one for each reason.
        for (position, answer) in [(4, 5), (13, 5), (19, 4), (22, 5)] {
            given[position - 1] = Some(answer);
        }
        page.take_all(&given).await;
        let lines = r#"
            const root = document.querySelector("exhale-quiz").shadowRoot;
            return [...root.querySelectorAll("[part=strength] .lead")].map((line) => line.textContent);
        "#;
        let line = |number| TEXTS.strength(Position::new(number).expect("1 to 30")).expect("a reverse statement");
        assert_eq!(page.run(lines).await, json!([line(4), line(22), line(13)]));
        page.press(&TEXTS.result.strengths_from).await;
        let quote = TEXTS.result.quote.replace("{statement}", statement(22)).replace("{answer}", option(5));
        assert!(page.see().await.text.contains(&quote));
    })
}

fn ten_reasons(context: &Context) -> Result<(), Failed> {
    context.visit(|page| async move {
        let given = SHEET.map(Some);
        let labels = r#"
            const root = document.querySelector("exhale-quiz").shadowRoot;
            return [...root.querySelectorAll(".dots svg")].map((chart) => chart.getAttribute("aria-label"));
        "#;
        page.answer(1, &given[..10]).await;
        page.heading(&TEXTS.pause.title).await;
        page.press(&TEXTS.pause.sketch).await;
        page.heading(&TEXTS.sketch.title).await;
        page.press(&TEXTS.sketch.stop).await;
        page.on_result().await;
        let quick = page.run(labels).await;
        assert_eq!(quick.as_array().map(Vec::len), Some(10));
        assert!(!quick.to_string().contains(|letter: char| letter.is_ascii_digit()), "{quick}");
        page.press(&TEXTS.result.reasons_all).await;
        assert!(page.see().await.text.contains(&TEXTS.result.reasons_all_text_quick));
        page.press(&TEXTS.sketch.go_on).await;
        page.answer(11, &given[10..]).await;
        page.on_result().await;
        let expected = score("full", &given);
        let full: Vec<String> = (1..=10)
            .map(|number| {
                let pull = expected["reasons"][number.to_string()].as_f64().expect("a pull").round().to_string();
                let label = TEXTS.result.reason_dot.replace("{reason}", &reason(&json!(number)).name);
                label.replace("{pull}", &pull).replace("{se}", "15")
            })
            .collect();
        assert_eq!(page.run(labels).await, json!(full));
    })
}

//! The whole quiz from the first statement to the result.

use exhale_test_support::project;
use fantoccini::key::Key;
use libtest_mimic::Failed;
use serde_json::json;

use crate::{
    Context, Test,
    engine::{Engine, dist},
    page::{Given, Page, TEXTS, statement, with_number},
    results::assert_shows,
};

pub const TESTS: &[Test] = &[
    ("the whole quiz can be taken with a pointer alone", with_a_pointer),
    ("the whole quiz can be taken with a keyboard alone", with_a_keyboard),
    ("skipped statements leave gaps that the result counts as score does", with_skips),
    ("the sketch after ten, and the full result after it, both equal score", by_way_of_the_sketch),
    ("an answer near the end changes no more on the page than one near the start", same_work),
    ("for an answer the browser lays out the page twice at most: once for the height, once for the frame", few_layouts),
    ("nothing is fetched between the first answer and the result", without_a_request),
];

/// Uses every answer, and no two neighbours are equal.
const NAVIGATOR: [u8; 30] = [2, 4, 5, 4, 5, 2, 3, 4, 1, 2, 4, 2, 3, 2, 5, 1, 4, 2, 4, 5, 3, 2, 5, 2, 1, 3, 4, 2, 5, 4];

fn given(answers: &[u8]) -> Vec<Option<u8>> {
    answers.iter().copied().map(Some).collect()
}

fn with_a_pointer(context: &Context) -> Result<(), Failed> {
    context.visit(|page| async move {
        let given = given(&NAVIGATOR);
        page.take_all(&given).await;
        assert_shows(&page, "full", &given).await;
    })
}

fn with_a_keyboard(context: &Context) -> Result<(), Failed> {
    context.visit(|page| async move {
        let given = given(&NAVIGATOR);
        // The first tab stop in the quiz is the group of answers.
        page.keys(&[Key::Tab.into()]).await;
        by_keys(&page, 1, &given[..10]).await;
        page.heading(&TEXTS.pause.title).await;
        page.tab_to(&TEXTS.pause.go_on).await;
        page.keys(&[Key::Enter.into()]).await;
        by_keys(&page, 11, &given[10..]).await;
        page.on_result().await;
        assert_shows(&page, "full", &given).await;
    })
}

/// Answers in every way the keyboard offers: a digit; Tab and arrows, then Enter, Space, or the Next button.
async fn by_keys(page: &Page, from: u8, given: &Given) {
    let down = Key::Down.into();
    for (position, answer) in (from..).zip(given.iter().flatten().copied()) {
        page.at(position).await;
        if position > 1 {
            assert_eq!(page.see().await.focused.as_deref(), Some(statement(position)), "focus is on the new statement");
            if position % 4 != 0 {
                page.keys(&[Key::Tab.into()]).await;
            }
        }
        match position % 4 {
            0 => page.keys(&[char::from(b'0' + answer)]).await,
            way => {
                // Tab leads to the first radio; Space would choose it, so Down and Up select it.
                let mut keys = vec![down; usize::from(answer - 1)];
                if keys.is_empty() {
                    keys = vec![down, Key::Up.into()];
                }
                page.keys(&keys).await;
                assert_eq!(page.see().await.statement.as_deref(), Some(statement(position)), "arrow keys only move the choice");
                match way {
                    1 => page.keys(&[Key::Enter.into()]).await,
                    2 => page.keys(&[' ']).await,
                    _ => {
                        page.tab_to(&TEXTS.statement.next).await;
                        page.keys(&[Key::Enter.into()]).await;
                    }
                }
            }
        }
    }
}

fn with_skips(context: &Context) -> Result<(), Failed> {
    context.visit(|page| async move {
        let mut given = given(&NAVIGATOR);
        // One reason of Control drops out (9, 20, 29), Trust keeps all reasons with fewer answers, Perfectionism loses two.
        for position in [9, 20, 29, 4, 7, 2, 11, 8, 17] {
            given[position - 1] = None;
        }
        page.take_all(&given).await;
        assert_shows(&page, "full", &given).await;
        assert!(page.see().await.text.contains(&TEXTS.result.not_enough), "Perfectionism has too few answers");
    })
}

fn by_way_of_the_sketch(context: &Context) -> Result<(), Failed> {
    context.visit(|page| async move {
        let given = given(&NAVIGATOR);
        page.answer(1, &given[..10]).await;
        page.heading(&TEXTS.pause.title).await;
        page.press(&TEXTS.pause.sketch).await;
        page.heading(&TEXTS.sketch.title).await;
        assert_shows(&page, "quick", &given).await;

        page.press(&TEXTS.sketch.stop).await;
        page.on_result().await;
        assert_shows(&page, "quick", &given).await;

        page.press(&TEXTS.sketch.go_on).await;
        page.answer(11, &given[10..14]).await;
        page.at(15).await;
        // From 11 to 29 answers the result is still that of the first ten.
        page.press(&TEXTS.statement.stop).await;
        page.heading(&TEXTS.sketch.title).await;
        assert_shows(&page, "quick", &given).await;
        page.press(&with_number(&TEXTS.sketch.go_on_from, "15")).await;
        page.answer(15, &given[14..]).await;
        page.on_result().await;
        assert_shows(&page, "full", &given).await;
    })
}

fn without_a_request(context: &Context) -> Result<(), Failed> {
    context.visit(|page| async move {
        // scripts/size.mjs counts exactly the files that are fetched.
        let fetched = "return performance.getEntriesByType('resource').map((entry) => new URL(entry.name).pathname).sort()";
        let size =
            std::process::Command::new("node").arg(project("scripts/size.mjs")).arg(dist()).output().expect("node is on PATH");
        let table = String::from_utf8_lossy(&size.stdout);
        let names = table.lines().filter_map(|line| line.split_whitespace().next()).filter(|name| name.contains('.'));
        let own_content = format!("/content.{}.", TEXTS.lang);
        let is_own = |name: &&str| !name.ends_with("index.html") && (!name.contains("/content.") || name.contains(&own_content));
        let mut weighed: Vec<_> = names.filter(is_own).collect();
        if page.engine != Engine::Chromium {
            weighed.retain(|name| *name != "manifest.json");
        }
        weighed.sort_unstable();
        let files = page.run(fetched).await;
        let files: Vec<_> =
            files.as_array().expect("a list").iter().map(|file| file.as_str().expect("a path").trim_start_matches('/')).collect();
        assert_eq!(files, weighed);
        let count = "return performance.getEntriesByType('resource').length";
        let before = page.run(count).await;
        page.take_all(&given(&NAVIGATOR)).await;
        assert_eq!(page.run(count).await, before);
    })
}

fn same_work(context: &Context) -> Result<(), Failed> {
    context.visit(|page| async move {
        let watch = "window.changes = window.heights = 0;
            // The height that is held grows where a statement takes a line more than any before.
            const isHeight = ({ attributeName, target }) => attributeName === 'style' && target.matches('.exhale');
            const count = (records) => {
                for (const record of records) isHeight(record) ? heights++ : changes++;
            };
            new MutationObserver(count).observe(quiz.shadowRoot, { subtree: true, childList: true, attributes: true, characterData: true })";
        page.ask(watch).await;
        let mut work = Vec::new();
        for position in 1..=29 {
            page.run("changes = heights = 0").await;
            page.answer(position, &[Some(4)]).await;
            if position == 10 {
                page.heading(&TEXTS.pause.title).await;
                page.press(&TEXTS.pause.go_on).await;
            }
            page.at(position + 1).await;
            // What is done a frame later counts too.
            tokio::time::sleep(std::time::Duration::from_millis(100)).await;
            let seen = page.ask("return [changes, quiz.shadowRoot.querySelectorAll('*').length]").await;
            work.push((position, seen));
            let heights = page.run("return heights").await.as_u64().expect("a number");
            assert!(heights <= 1, "{heights} changes of the height at {position}");
        }
        // Buttons are added at the second statement (Back) and after the tenth (stop).
        for same in [&work[2..8], &work[11..]] {
            assert!(same.iter().all(|(_, seen)| *seen == same[0].1), "{work:?}");
        }
        let [early, late] = [&work[2].1, &work[28].1].map(|seen| seen[0].as_u64().expect("a number"));
        assert!(late <= early + 3, "{work:?}");
    })
}

/// How often the page has been laid out, and how often styles have been computed.
async fn layouts(page: &Page) -> [f64; 2] {
    let all = page.devtools("Performance.getMetrics", &json!({})).await;
    ["LayoutCount", "RecalcStyleCount"].map(|name| {
        let metric = all["metrics"].as_array().expect("a list").iter().find(|metric| metric["name"] == name);
        metric.and_then(|metric| metric["value"].as_f64()).expect("a count")
    })
}

fn few_layouts(context: &Context) -> Result<(), Failed> {
    if context.drivers.engine != Engine::Chromium {
        return Ok(()); // only its driver counts them
    }
    context.visit(|page| async move {
        page.devtools("Performance.enable", &json!({})).await;
        // As a finger does, but without the driver, which looks where things are.
        let answer = "
            quiz.shadowRoot.querySelectorAll('.option input')[3].click();
            return new Promise((resolve) => setTimeout(() => requestAnimationFrame(() => setTimeout(resolve, 50)), 400))";
        for position in 1..=9 {
            let [layouts_before, styles_before] = layouts(&page).await;
            page.ask(answer).await;
            let [layouts_after, styles_after] = layouts(&page).await;
            let spent = [layouts_after - layouts_before, styles_after - styles_before];
            // A transition of a width would lay out the page in each of its frames.
            assert!(spent[0] <= 2.0 && spent[1] <= 5.0, "{position}: layouts and computations of styles: {spent:?}");
        }
        page.at(10).await;
    })
}

//! The examples in docs/embedding.md, pasted into a host page.

use std::{fs, future::Future, time::Duration};

use exhale_test_support::markdown::{Block, blocks};
use libtest_mimic::Failed;
use serde_json::{Value, json};

use super::{SHEET, answer_three, enter, leave, noted};
use crate::{
    Context, Test,
    engine::{Device, dist},
    page::Page,
};

pub const TESTS: &[Test] = &[
    ("each snippet in the docs, pasted into a page of another site, shows the quiz", snippets),
    ("the frame in the docs, with its script, has the height it needs", framed),
    ("a version pinned as in the docs runs, and not with another hash", pinned),
    ("each attribute in the docs takes its example", attributes),
    ("the scripts in the docs do what they say", scripts),
    ("the tokens in the docs reach the quiz, in the light and in the dark", tokens),
];

const GUIDE: &str = "docs/embedding.md";
/// A page without a quiz.
const HOST: &str = "before.html";

/// The code blocks in a language under a heading.
fn under(heading: &str, language: &str) -> Vec<String> {
    let is_it = |block: &Block| block.heading == heading && block.language == language;
    let found: Vec<String> = blocks(GUIDE).into_iter().filter(is_it).map(|block| block.text).collect();
    assert!(!found.is_empty(), "no {language} under {heading}");
    found
}

/// Writes this HTML into a new host page, replacing the placeholder with the address of our site.
async fn paste(page: &Page, html: &str) {
    page.go(&format!("{}{HOST}", page.hosts)).await;
    let body = html.replace("https://quiz.example/", &page.site);
    let whole = format!(
        "<!doctype html><html lang=en><script src=/hosts/host.js></script><body><h1>A post</h1>{body}<p id=end>The end.</p>"
    );
    page.run(&format!("document.open(); document.write({}); document.close()", Value::from(whole))).await;
    page.until("the page is there", || async { page.run("return !!document.querySelector('#end')").await == json!(true) }).await;
}

/// Runs a test with this HTML on the page.
fn with<F: Future<Output = ()>>(context: &Context, html: &str, test: impl FnOnce(Page) -> F) -> Result<(), Failed> {
    context.browse(Device::default(), |page| async move {
        paste(&page, html).await;
        test(page).await;
    })
}

fn snippets(context: &Context) -> Result<(), Failed> {
    context.browse(Device::default(), |page| async move {
        for snippet in under("The snippet", "html") {
            paste(&page, &snippet).await;
            answer_three(&page).await;
            assert_eq!(noted(&page, "errors").await, json!([]), "{snippet}");
            page.run("localStorage.clear()").await;
        }
    })
}

fn framed(context: &Context) -> Result<(), Failed> {
    let [frame, script] = &under("The frame", "html")[..] else { panic!("a frame and its script") };
    with(context, frame, |page| async move {
        let page = page.of("iframe");
        let inside = enter(&page, page.client.find(fantoccini::Locator::Css("iframe")).await.expect("the frame")).await;
        answer_three(&inside).await;
        leave(&page).await;
        assert_eq!(page.ask("return quiz.getBoundingClientRect().height >= 640").await, json!(true), "the height it was given");
        paste(&page, &(frame.clone() + script)).await;
        page.until("the frame is as high as the quiz", || async {
            page.ask("return quiz.style.height !== '' && quiz.offsetHeight !== 640").await == json!(true)
        })
        .await;
    })
}

fn pinned(context: &Context) -> Result<(), Failed> {
    let version = format!("v{}", env!("CARGO_PKG_VERSION"));
    let list = fs::read_to_string(dist().join(&version).join("integrity.json")).expect("the list of hashes");
    let list: Value = serde_json::from_str(&list).expect("JSON");
    let [script] = &under("A version that never changes", "html")[..] else { panic!("one script") };
    assert!(script.contains(&format!("/{version}/")), "the docs name another version");
    let snippet = |hash: &str| format!("<exhale-quiz></exhale-quiz>{}", script.replace("sha384-…", hash));
    let hash = list["embed.js"].as_str().expect("a hash").to_owned();
    let other = list["frame.js"].as_str().expect("a hash").to_owned();
    context.browse(Device::default(), |page| async move {
        paste(&page, &snippet(&hash)).await;
        answer_three(&page).await;
        let from = page.run("return performance.getEntriesByType('resource').map(({ name }) => name)").await;
        let from: Vec<&str> = from.as_array().expect("a list").iter().filter_map(Value::as_str).collect();
        let ours = from.iter().filter(|name| name.starts_with(&page.site));
        assert!(ours.clone().count() >= 5 && ours.clone().all(|name| name.contains(&version)), "all from one folder: {from:?}");
        paste(&page, &snippet(&other)).await;
        tokio::time::sleep(Duration::from_secs(1)).await;
        assert_eq!(page.run("return customElements.get('exhale-quiz') === undefined").await, json!(true));
    })
}

/// The rows of the table of attributes: names and example.
fn rows() -> Vec<(Vec<String>, String)> {
    let guide = exhale_test_support::read(GUIDE);
    let table = guide.split("\n## Attributes").nth(1).expect("attributes").split("\n## ").next().expect("a section");
    let quoted = |cell: &str| -> Vec<String> { cell.split('`').skip(1).step_by(2).map(ToOwned::to_owned).collect() };
    let rows = table.lines().filter(|line| line.starts_with("| `"));
    let cells = rows.map(|row| row.trim_matches('|').split('|').map(quoted).collect::<Vec<_>>());
    cells.map(|cells| (cells[0].clone(), cells.last().expect("an example").concat())).collect()
}

fn attributes(context: &Context) -> Result<(), Failed> {
    let rows = rows();
    let elements: String = rows.iter().flat_map(|(_, example)| ["<exhale-quiz ", example, "></exhale-quiz>"]).collect();
    let html = format!("<div style='height: 300vh'></div>{elements}{}", under("The snippet", "html")[0]);
    with(context, &html, |page| async move {
        page.until("the element is there", || async {
            page.run("return !!customElements.get('exhale-quiz')").await == json!(true)
        })
        .await;
        let shown = page.run("return customElements.get('exhale-quiz').observedAttributes").await;
        let mut documented: Vec<String> = Vec::new();
        for (index, (names, example)) in rows.iter().enumerate() {
            for name in names {
                let value = example.split_once(&format!("{name}=\"")).expect("the attribute is in its example").1;
                let value = value.split('"').next().expect("a value").replace("https://quiz.example/", &page.site);
                let property = format!("'{name}'.replace(/-(.)/g, (_, letter) => letter.toUpperCase())");
                // `start` is a method.
                let read = if name == "start" { ".getAttribute('start')".to_owned() } else { format!("[{property}]") };
                let got = page.run(&format!("return document.querySelectorAll('exhale-quiz')[{index}]{read}")).await;
                assert_eq!(got, json!(value), "{name}");
                documented.push(name.clone());
            }
        }
        documented.sort();
        let mut observed: Vec<&str> = shown.as_array().expect("a list").iter().filter_map(Value::as_str).collect();
        observed.sort_unstable();
        assert_eq!(documented, observed);
        page.run("for (const quiz of document.querySelectorAll('exhale-quiz')) quiz.loading = 'lazy'").await;
        assert_eq!(noted(&page, "warnings").await, json!([]));
    })
}

fn scripts(context: &Context) -> Result<(), Failed> {
    let [handle] = &under("Properties and methods", "js")[..] else { panic!("one script") };
    let [complete] = &under("Events", "js")[..] else { panic!("one script") };
    let scripts = format!("<script type='module'>{handle}</script><script type='module'>{complete}</script>");
    let more = "<button id='begin'>Begin</button><div style='height: 300vh'></div><p id='thanks'></p>";
    let html = format!("{more}{}{scripts}", under("The snippet", "html")[0]);
    with(context, &html, |page| async move {
        page.until("the script has run", || async { page.ask("return quiz.theme === 'dark'").await == json!(true) }).await;
        assert_eq!(page.ask("return quiz.state").await, json!("idle"), "it is far below");
        page.run("document.querySelector('#begin').click()").await;
        page.ready().await;
        let focus =
            "return document.activeElement === quiz && getComputedStyle(quiz.shadowRoot.querySelector('.exhale')).colorScheme";
        page.until("focus is in the quiz, which is dark", || async { page.ask(focus).await == json!("dark") }).await;
        page.take_all(&SHEET.map(Some)).await;
        let result = page.ask("return quiz.result").await;
        let thanks = format!("Your picture: {} (full).", result["profile"].as_str().expect("a name"));
        assert_eq!(page.run("return document.querySelector('#thanks').textContent").await, json!(thanks));
        assert_eq!(noted(&page, "errors").await, json!([]));
    })
}

fn tokens(context: &Context) -> Result<(), Failed> {
    let [sheet] = &under("Look", "css")[..1] else { panic!("a sheet") };
    let html = format!("<style>{sheet}</style>{}", under("The snippet", "html")[0]);
    for dark in [false, true] {
        let html = &html;
        context.browse(Device { dark, ..Device::default() }, |page| async move {
            paste(&page, html).await;
            answer_three(&page).await;
            let script = r#"
                const rules = [...document.styleSheets[0].cssRules];
                const media = rules.find((rule) => rule.media).cssRules[0].style;
                const set = new Map([...rules[0].style].map((name) => [name, rules[0].style.getPropertyValue(name).trim()]));
                if (dark) for (const name of media) set.set(name, media.getPropertyValue(name).trim());
                const card = getComputedStyle(quiz.shadowRoot.querySelector(".exhale"));
                // `inherit` takes the value of the page, which sets none.
                set.set("--exhale-serif", "");
                const wrong = [...set].filter(([name, value]) => card.getPropertyValue(name).trim() !== value);
                return [set.size, wrong];
            "#;
            assert_eq!(page.ask(&format!("const dark = {dark}; {script}")).await, json!([14, []]), "dark: {dark}");
        })?;
    }
    Ok(())
}

//! When the quiz is loaded, and what it costs the page until then.

use std::{
    io::Write,
    process::{Command, Stdio},
};

use libtest_mimic::Failed;
use serde_json::{Value, json};

use super::{answer_three, assert_link, enter_fallback, hear, heard, leave, noted, on, until_state};
use crate::{Context, Test, page::Page};

pub const TESTS: &[Test] = &[
    ("far below what is seen it costs two small scripts", far),
    ("those scripts move nothing on the page, and are no long task", calm),
    ("it comes when it is scrolled near", near),
    ("it comes when the keyboard gets to its link", by_focus),
    ("with loading=click it waits for a click, which does not lead away", click),
    ("with mode=iframe the page itself fetches no module", framed),
];

/// The budget in bytes for what is loaded before the quiz is near (`docs/size.md`).
const LOADER: usize = 3072;
/// What is loaded before.
const SCRIPTS: [&str; 2] = ["v1/quiz.js", "v1/embed.js"];

/// Waits until the page is idle and has made all requests that it makes by itself.
async fn settled(page: &Page) {
    let script = r#"
        const [done] = arguments;
        const idle = () => requestAnimationFrame(() => requestAnimationFrame(() => (window.requestIdleCallback ?? setTimeout)(() => done(true))));
        customElements.whenDefined("exhale-quiz").then(() => {
            if (document.readyState === "complete") idle();
            else addEventListener("load", idle);
        });
    "#;
    page.client.execute_async(script, Vec::new()).await.expect("the page comes to rest");
}

/// The resources loaded from our site so far.
async fn fetched(page: &Page) -> Value {
    let entries = "performance.getEntriesByType('resource').filter(({ initiatorType }) => initiatorType !== 'iframe')";
    let script = format!("return {entries}.map(({{ name }}) => name.split('{}')[1]).filter(Boolean)", page.site);
    page.run(&script).await
}

fn far(context: &Context) -> Result<(), Failed> {
    on(context, "far", |page| async move {
        settled(&page).await;
        assert_eq!(fetched(&page).await, json!(SCRIPTS));
        assert_eq!(page.ask("return quiz.state").await, json!("idle"));
        let mut weight = 0;
        for script in SCRIPTS {
            let text = page.run(&format!("return fetch('{}{script}').then((it) => it.text())", page.site)).await;
            weight += brotli(text.as_str().expect("a text").as_bytes());
        }
        assert!(weight <= LOADER, "{SCRIPTS:?} weigh {weight} bytes");
    })
}

fn calm(context: &Context) -> Result<(), Failed> {
    on(context, "far", |page| async move {
        settled(&page).await;
        let measured =
            "return ['layout-shift', 'longtask'].filter((type) => !PerformanceObserver.supportedEntryTypes.includes(type))";
        assert_eq!(page.run(measured).await, json!([]), "not measured");
        // A busy machine adds long tasks and layout shifts, but never removes those of the script: one undisturbed load suffices.
        let mut disturbed = noted(&page, "disturbed").await;
        for _ in 0..4 {
            if disturbed == json!([]) {
                break;
            }
            page.client.refresh().await.expect("the page reloads");
            settled(&page).await;
            disturbed = noted(&page, "disturbed").await;
        }
        assert_eq!(disturbed, json!([]), "layout shifts and tasks over 50 ms");
    })
}

/// The size after brotli 11, as in `scripts/size.mjs`.
fn brotli(bytes: &[u8]) -> usize {
    let script = r#"
        const { brotliCompressSync } = require("node:zlib");
        console.log(brotliCompressSync(require("node:fs").readFileSync(0)).length);
    "#;
    let mut node =
        Command::new("node").args(["-e", script]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("node is on PATH");
    node.stdin.take().expect("piped").write_all(bytes).expect("node reads");
    let output = node.wait_with_output().expect("node ends");
    String::from_utf8_lossy(&output.stdout).trim().parse().expect("a number of bytes")
}

fn near(context: &Context) -> Result<(), Failed> {
    on(context, "far", |page| async move {
        settled(&page).await;
        let top = page.ask("return Math.floor(quiz.getBoundingClientRect().top - innerHeight)").await.as_i64().expect("a place");
        page.run(&format!("scrollTo(0, {})", top - 600)).await;
        settled(&page).await;
        assert_eq!(page.ask("return quiz.state").await, json!("idle"), "600 pixels away");
        page.run(&format!("scrollTo(0, {})", top - 300)).await;
        page.ready().await;
        assert_eq!(page.run("return [document.activeElement === document.body, scrollY]").await, json!([true, top - 300]));
        answer_three(&page).await;
    })
}

fn by_focus(context: &Context) -> Result<(), Failed> {
    on(context, "far", |page| async move {
        settled(&page).await;
        page.ask("quiz.querySelector('a').focus({ preventScroll: true })").await;
        page.ready().await;
        assert_eq!(page.run("return scrollY").await, json!(0));
    })
}

fn click(context: &Context) -> Result<(), Failed> {
    on(context, "click", |page| async move {
        settled(&page).await;
        assert_link(&page).await;
        assert_eq!(page.ask("return quiz.state").await, json!("idle"));
        assert_eq!(fetched(&page).await, json!(SCRIPTS));
        let here = page.run("return location.href").await;
        page.client.find(fantoccini::Locator::Css("#first a")).await.expect("a link").click().await.expect("it takes a click");
        answer_three(&page).await;
        assert_eq!(page.run("return location.href").await, here);
        assert_eq!(noted(&page, "errors").await, json!([]));
    })
}

fn framed(context: &Context) -> Result<(), Failed> {
    on(context, "framed", |page| async move {
        hear(&page, "ready").await;
        let frame = enter_fallback(&page).await;
        answer_three(&frame).await;
        leave(&page).await;
        until_state(&page, "running").await;
        assert_eq!(heard(&page, "progress").await.len(), 3);
        let fetched = fetched(&page).await;
        let fetched: Vec<_> = fetched.as_array().expect("a list").iter().filter_map(Value::as_str).collect();
        assert!(
            matches!(fetched[..], ["v1/quiz.js", "v1/embed.js", runtime, "v1/frame.js"] if runtime.starts_with("v1/runtime.")),
            "{fetched:?}"
        );
        assert_eq!(
            page.ask("return quiz.querySelector('a').checkVisibility()").await,
            Value::Bool(false),
            "the link has done its work"
        );
    })
}

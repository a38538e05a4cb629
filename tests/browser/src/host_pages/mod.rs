//! The quiz on pages of other sites, each with one peculiarity: `tests/browser/pages/hosts`, served from an origin of its own.

pub mod blogs;
pub mod builder_snippets;
pub mod contract;
pub mod docs_examples;
pub mod fallbacks;
pub mod frame_contract;
pub mod frames;
pub mod host_styles;
pub mod instances;
pub mod links;
pub mod loading;
pub mod no_network;
pub mod non_interference;
pub mod snippet;
pub mod surroundings;

use std::{fs, future::Future};

use fantoccini::elements::Element;
use libtest_mimic::Failed;
use serde_json::{Value, json};

use crate::{Context, engine::Device, page::Page};

/// Thirty answers that differ from their neighbours and give a profile.
pub const SHEET: [u8; 30] = [2, 4, 5, 4, 5, 2, 3, 4, 1, 2, 4, 2, 3, 2, 5, 1, 4, 2, 4, 5, 3, 2, 5, 2, 1, 3, 4, 2, 5, 4];

/// Runs a test on the first quiz of a host page.
pub fn on<F: Future<Output = ()>>(context: &Context, name: &str, test: impl FnOnce(Page) -> F) -> Result<(), Failed> {
    context.browse(Device::default(), |page| async move {
        let page = page.of("#first");
        page.go(&format!("{}hosts/{name}.html", page.hosts)).await;
        test(page).await;
    })
}

/// Waits for the quiz and answers three statements.
async fn answer_three(page: &Page) {
    page.ready().await;
    page.answer(1, &SHEET.map(Some)[..3]).await;
    page.at(4).await;
}

/// What `host.js` has recorded under a name.
async fn noted(page: &Page, what: &str) -> Value {
    page.run(&format!("return host.{what}")).await
}

/// The details of all events of a type that the page has heard from the element or frame under test.
async fn heard(page: &Page, event: &str) -> Vec<Value> {
    let id = page.quiz.trim_start_matches('#');
    let filter = format!("host.events.filter(([name, id]) => name === 'exhale-{event}' && id === '{id}')");
    let details = page.run(&format!("return {filter}.map(([, , detail]) => detail)")).await;
    details.as_array().cloned().expect("a list")
}

/// Waits for an event, and returns its detail.
async fn hear(page: &Page, event: &str) -> Value {
    page.until(&format!("exhale-{event} is heard"), || async { !heard(page, event).await.is_empty() }).await;
    heard(page, event).await.pop().expect("it was heard")
}

/// Waits for a state of the element.
pub async fn until_state(page: &Page, state: &str) {
    page.until(&format!("its state is '{state}'"), || async { page.ask("return quiz?.state").await == state }).await;
}

/// The fallback link in the element is visible, can be clicked, and leads to the quiz.
async fn assert_link(page: &Page) {
    let script = r#"
        const link = quiz.querySelector("a[href]");
        link?.scrollIntoView({ block: "center" });
        const box = link?.getClientRects()[0];
        return [!!box && document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2) === link, link?.href];
    "#;
    let found = page.ask(script).await;
    assert_eq!(found, json!([true, page.site]), "the link is seen, takes a click, and leads to the quiz");
}

/// Enters the fallback frame in the shadow root of the element.
async fn enter_fallback(page: &Page) -> Page {
    let script =
        "const frame = quiz.shadowRoot?.querySelector('iframe'); return frame?.checkVisibility() && frame.offsetHeight > 0";
    page.until("a frame stands in its place", || async { page.ask(script).await == Value::Bool(true) }).await;
    enter(page, page.shadow("iframe").await).await
}

/// Enters a frame.
async fn enter(page: &Page, frame: Element) -> Page {
    frame.enter_frame().await.expect("a frame");
    page.of("exhale-quiz")
}

/// Leaves a frame.
async fn leave(page: &Page) {
    page.client.enter_parent_frame().await.expect("the page round the frame");
}

/// The requests to a copy of our site (`--copies` in `server.py`), in order.
fn requests(page: &Page, copy: &str) -> Vec<String> {
    let log = fs::read_to_string(&page.log).expect("the log of the server");
    let start = format!("/copy/{copy}/");
    log.lines()
        .filter_map(|line| line.split(' ').next())
        .filter_map(|path| path.strip_prefix(&start))
        .map(str::to_owned)
        .collect()
}

/// The number of requests for the module of a copy.
fn modules(page: &Page, copy: &str) -> usize {
    requests(page, copy).iter().filter(|path| path.rsplit('.').next() == Some("wasm")).count()
}

//! Whatever happens ends in a quiz that works, or in a plain sentence with a way on; and what was answered is kept. What was
//! tried, and how often, is in `docs/reliability.md`.

pub mod files;
pub mod killed;
pub mod later;
pub mod scale;
pub mod tabs;

use serde_json::{Value, json};

use crate::page::{Page, WORDS};

/// An answer at each position.
const SHEET: [u8; 30] = [4, 2, 1, 1, 5, 1, 2, 3, 2, 3, 3, 1, 1, 4, 4, 4, 4, 3, 3, 3, 2, 5, 1, 5, 3, 2, 5, 5, 5, 1];

/// The offer to go on from a statement.
fn go_on(position: u8) -> String {
    WORDS.first.go_on_from.replace("{n}", &position.to_string())
}

/// What is kept of the run on the screen.
async fn kept(page: &Page) -> Value {
    page.run("return localStorage.getItem('exhale.run')").await
}

/// The answers in a kept run, from the first on.
fn answers(kept: &Value) -> String {
    kept.as_str().and_then(|line| line.split('.').nth(5)).unwrap_or_default().trim_end_matches('0').to_owned()
}

/// What a page says, its quiz included.
async fn says(page: &Page) -> String {
    let script = "return [document.body, ...[...(document.querySelector('exhale-quiz')?.shadowRoot?.children ?? [])]]
        .map((part) => part.innerText ?? '').join('\\n')";
    page.run(script).await.as_str().expect("a text").to_owned()
}

/// Waits until the quiz is there, or the page has said that it is not: where `embed.js` did not come, instead of it.
async fn until_decided(page: &Page) {
    let decided = "const quiz = document.querySelector('exhale-quiz');
        return quiz ? ['ready', 'running', 'done', 'error'].includes(quiz.state) : document.readyState === 'complete'";
    page.until("the quiz is there, or says that it is not", || async { page.run(decided).await == json!(true) }).await;
}

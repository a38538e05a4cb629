//! Fault injection: the quiz works, or a plain sentence offers a way on, and no answer is lost. `docs/reliability.md` lists what
//! was tried, and how often.

pub mod files;
pub mod killed;
pub mod later;
pub mod scale;
pub mod tabs;

use serde_json::{Value, json};

use crate::page::{Page, TEXTS};

/// An answer for each position.
const SHEET: [u8; 30] = [4, 2, 1, 1, 5, 1, 2, 3, 2, 3, 3, 1, 1, 4, 4, 4, 4, 3, 3, 3, 2, 5, 1, 5, 3, 2, 5, 5, 5, 1];

/// The label of the button that resumes at a statement.
fn go_on(position: u8) -> String {
    TEXTS.first.go_on_from.replace("{n}", &position.to_string())
}

/// The stored run.
async fn kept(page: &Page) -> Value {
    page.run("return localStorage.getItem('exhale.run')").await
}

/// The answers in a stored run, from the first on.
fn answers(kept: &Value) -> String {
    kept.as_str().and_then(|line| line.split('.').nth(5)).unwrap_or_default().trim_end_matches('0').to_owned()
}

/// The visible text of a page and its quiz.
async fn says(page: &Page) -> String {
    let script = "return [document.body, ...[...(document.querySelector('exhale-quiz')?.shadowRoot?.children ?? [])]]
        .map((part) => part.innerText ?? '').join('\\n')";
    page.run(script).await.as_str().expect("a text").to_owned()
}

/// Waits until the quiz is ready or has failed.
async fn until_decided(page: &Page) {
    let decided = "const quiz = document.querySelector('exhale-quiz');
        return quiz ? ['ready', 'running', 'done', 'error'].includes(quiz.state) : document.readyState === 'complete'";
    page.until("the quiz is there, or says that it is not", || async { page.run(decided).await == json!(true) }).await;
}

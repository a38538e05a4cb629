//! Everything around the statements with the keyboard alone. The statements themselves are in `smoke`.

use fantoccini::key::Key;
use libtest_mimic::Failed;
use serde_json::{Value, json};

use crate::{
    Context, Test,
    page::{Page, TEXTS},
};

pub const TESTS: &[Test] = &[("from the first Tab to a result that is unfolded, shared and kept", all)];

async fn enter(page: &Page, label: &str) {
    page.tab_to(label).await;
    page.keys(&[Key::Enter.into()]).await;
}

async fn until(page: &Page, what: &str, script: &str) {
    page.until(what, || async { page.ask(script).await == Value::Bool(true) }).await;
}

fn all(context: &Context) -> Result<(), Failed> {
    context.visit(|page| async move {
        page.run(
            "Object.defineProperty(navigator, 'clipboard', { value: { writeText: async (text) => { window.text = text; } } })",
        )
        .await;
        page.keys(&[Key::Tab.into()]).await;
        for (position, digit) in (1..).zip("2454523412".chars()) {
            page.at(position).await;
            page.keys(&[digit]).await;
        }
        page.heading(&TEXTS.pause.title).await;
        enter(&page, &TEXTS.pause.sketch).await;
        page.heading(&TEXTS.sketch.title).await;
        enter(&page, &TEXTS.sketch.stop).await;
        page.on_result().await;
        enter(&page, &TEXTS.result.numbers).await;
        until(&page, "the numbers are unfolded", "return quiz.shadowRoot.querySelector('.numbers').open").await;
        page.keys(&[' ']).await;
        until(&page, "Space folds them", "return !quiz.shadowRoot.querySelector('.numbers').open").await;
        enter(&page, &TEXTS.result.working).await;
        until(&page, "the working is unfolded", "return quiz.shadowRoot.querySelector('.working').open").await;
        let control = page.ask("return quiz.shadowRoot.querySelector('.working details summary').textContent").await;
        enter(&page, control.as_str().expect("a summary")).await;
        until(&page, "that of Control is unfolded", "return quiz.shadowRoot.querySelector('.working details').open").await;
        enter(&page, &TEXTS.over_time.keep).await;
        page.until("it is kept", || async { page.see().await.status == TEXTS.over_time.kept }).await;
        tokio::time::sleep(crate::page::ONE_TAP).await;
        // Tab continues from there, not from the top of the page.
        page.keys(&[Key::Tab.into()]).await;
        let next = page.ask("return quiz.shadowRoot.activeElement?.closest('.over-time, .share') !== null").await;
        assert_eq!(next, json!(true));
        enter(&page, &TEXTS.share.copy).await;
        page.until("the link is copied", || async { page.see().await.status == TEXTS.keep.copied }).await;
        let link = page.ask("return quiz.shadowRoot.querySelector('[part=share-link]').value").await;
        assert_eq!(page.run("return text").await, link);
        tokio::time::sleep(crate::page::ONE_TAP).await;
        enter(&page, &TEXTS.share.with_qr).await;
        until(&page, "the code is drawn", "return !!quiz.shadowRoot.querySelector('[part=qr]')").await;
        tokio::time::sleep(crate::page::ONE_TAP).await;
        enter(&page, &TEXTS.result.retake).await;
        page.at(1).await;
    })
}

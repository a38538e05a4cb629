//! Everything around the statements with the keyboard alone. The statements themselves are in `smoke`.

use fantoccini::key::Key;
use libtest_mimic::Failed;
use serde_json::{Value, json};

use super::focus::chord;
use super::screens::{NAME, REASONS, SHEET};
use crate::{
    Context, Test,
    page::{ONE_TAP, Page, TEXTS},
};

pub const TESTS: &[Test] = &[
    ("from the first Tab to a result that is unfolded, shared and kept", all),
    ("of all thirty: the words fitted, the bar of the plate, and a link with all that it may hold", full),
];

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
        tokio::time::sleep(ONE_TAP).await;
        // Tab continues from there, not from the top of the page.
        page.keys(&[Key::Tab.into()]).await;
        let next = page.ask("return quiz.shadowRoot.activeElement?.closest('.over-time, .share') !== null").await;
        assert_eq!(next, json!(true));
        enter(&page, &TEXTS.share.copy).await;
        page.until("the link is copied", || async { page.see().await.status == TEXTS.keep.copied }).await;
        let link = page.ask("return quiz.shadowRoot.querySelector('[part=share-link]').value").await;
        assert_eq!(page.run("return text").await, link);
        tokio::time::sleep(ONE_TAP).await;
        enter(&page, &TEXTS.result.retake).await;
        page.at(1).await;
    })
}

/// The id or the text of what has focus.
async fn focused(page: &Page) -> String {
    let script = "const at = quiz.shadowRoot.activeElement; return at ? at.id || at.textContent.trim() : ''";
    page.ask(script).await.as_str().expect("a text").to_owned()
}

fn full(context: &Context) -> Result<(), Failed> {
    context.visit(|page| async move {
        page.run(
            "Object.defineProperty(navigator, 'clipboard', { value: { writeText: async (text) => { window.text = text; } } });
            window.print = () => { window.printed = true; };
            HTMLAnchorElement.prototype.click = () => {};",
        )
        .await;
        page.keys(&[Key::Tab.into()]).await;
        for (position, answer) in (1..).zip(SHEET) {
            if position == 11 {
                page.heading(&TEXTS.pause.title).await;
                enter(&page, &TEXTS.pause.go_on).await;
            }
            page.at(position).await;
            page.keys(&[char::from(b'0' + answer)]).await;
        }
        // Three groups of radios: a key chooses in the first, and the others stay open.
        page.heading(&TEXTS.words_fit.title).await;
        page.keys(&[Key::Tab.into(), ' ']).await;
        until(&page, "it is chosen", "return quiz.shadowRoot.querySelectorAll('.question :checked').length === 1").await;
        tokio::time::sleep(ONE_TAP).await;
        enter(&page, &TEXTS.words_fit.show).await;
        page.heading(&TEXTS.rests.title).await;

        // The bar of the plate: three stops, in their order.
        enter(&page, &TEXTS.keep.picture).await;
        until(&page, "the picture is there", "return !!quiz.shadowRoot.querySelector('.saved img')").await;
        tokio::time::sleep(ONE_TAP).await;
        enter(&page, &TEXTS.keep.print).await;
        page.until("it is printed", || async { page.run("return window.printed === true").await == json!(true) }).await;
        tokio::time::sleep(ONE_TAP).await;
        chord(&page, &[Key::Shift.into(), Key::Tab.into()]).await;
        assert_eq!(focused(&page).await, TEXTS.keep.share);
        page.keys(&[Key::Enter.into()]).await;
        let title = &TEXTS.share.title;
        page.until("Share leads to the heading of its section", || async { focused(&page).await == *title }).await;
        let in_sight = "const { top, bottom } = quiz.shadowRoot.activeElement.getBoundingClientRect();
            return top >= 0 && bottom <= innerHeight";
        until(&page, "it is in sight", in_sight).await;
        tokio::time::sleep(ONE_TAP).await;

        // From there on Tab goes through the section: a box, another, the button, the link.
        let link = "return quiz.shadowRoot.querySelector('[part=share-link]').value";
        let plain = page.ask(link).await.as_str().expect("a link").to_owned();
        for id in [REASONS, NAME] {
            page.keys(&[Key::Tab.into()]).await;
            assert_eq!(focused(&page).await, id);
            let before = page.ask(link).await;
            page.keys(&[' ']).await;
            page.until("the link changes", || async { page.ask(link).await != before }).await;
            assert_eq!(page.ask("return quiz.shadowRoot.activeElement.checked").await, json!(true));
            tokio::time::sleep(ONE_TAP).await;
        }
        page.keys(&[Key::Tab.into()]).await;
        assert_eq!(focused(&page).await, TEXTS.share.copy);
        page.keys(&[Key::Enter.into()]).await;
        page.until("the link is copied", || async { page.see().await.status == TEXTS.keep.copied }).await;
        let copied = page.run("return text").await;
        assert_eq!(copied, page.ask(link).await);
        let copied = copied.as_str().expect("a link");
        assert!(copied.contains("/navigator/") && copied.len() > plain.len(), "{copied}, {plain}");
        page.keys(&[Key::Tab.into()]).await;
        assert_eq!(page.ask("return quiz.shadowRoot.activeElement.part.value").await, json!("share-link"));
    })
}

//! Copying snippets, with a pointer or the keyboard.

use std::time::Duration;

use fantoccini::{
    Locator,
    actions::{InputSource, KeyAction, KeyActions},
    key::Key,
};
use libtest_mimic::Failed;
use serde_json::json;

use super::{BUILDER_TEXTS, choose, open, snippet, write};
use crate::{Context, Test, engine::Device, page::Page};

pub const TESTS: &[Test] = &[
    ("Copy puts exactly the text on the clipboard, or marks it, and says which", copying),
    ("everything can be chosen and copied with the keyboard alone", keyboard),
];

const SNIPPETS: [&str; 8] = ["script", "pinned", "frame", "height", "address", "link", "policy", "policy-frame"];

/// Presses the copy button of a snippet, and returns the message.
async fn copy(page: &Page, name: &str) -> String {
    let button = page.client.find(Locator::Css(&format!("#{name} button"))).await.expect("a button");
    // A click misses a button that still moves, as the page scrolls or the preview grows.
    let place = format!(
        "const button = document.querySelector('#{name} button');
        button.scrollIntoView({{ block: 'center', behavior: 'instant' }});
        return button.getBoundingClientRect().top + scrollY"
    );
    page.until("the button stands still", || async {
        let before = page.run(&place).await;
        tokio::time::sleep(Duration::from_millis(200)).await;
        page.run(&place).await == before
    })
    .await;
    button.click().await.expect("it takes a click");
    let said = format!("return document.querySelector('#{name} output').textContent");
    page.until("something is said", || async { page.run(&said).await != json!("") }).await;
    page.run(&said).await.as_str().expect("a text").to_owned()
}

fn copying(context: &Context) -> Result<(), Failed> {
    context.browse(Device::default(), |page| async move {
        open(&page).await;
        write(&page, "accent", "#004080").await;
        page.run("for (const one of document.querySelectorAll('details')) one.open = true").await;
        let clipboard =
            |value: &str| format!("Object.defineProperty(navigator, 'clipboard', {{ value: {value}, configurable: true }})");
        page.run(&clipboard("{ writeText: async (text) => { window.text = text; } }")).await;
        for name in SNIPPETS {
            assert_eq!(copy(&page, name).await, BUILDER_TEXTS.copied, "{name}");
            assert_eq!(page.run("return window.text").await, json!(snippet(&page, name).await));
        }
        choose(&page, "theme", "dark").await;
        assert_eq!(page.run("return document.querySelector('#script output').textContent").await, json!(""), "no longer true");
        assert_eq!(page.run("return document.querySelector('#height output').textContent").await, json!(BUILDER_TEXTS.copied));

        // If the clipboard refuses or is missing, execCommand is used.
        page.run("addEventListener('copy', (event) => { window.text = event.defaultPrevented && event.clipboardData.getData('text/plain'); })").await;
        for (name, refusing) in [("script", "{ writeText: () => Promise.reject(new Error()) }"), ("frame", "undefined")] {
            page.run(&clipboard(refusing)).await;
            assert_eq!(copy(&page, name).await, BUILDER_TEXTS.copied, "{name}");
            assert_eq!(page.run("return window.text").await, json!(snippet(&page, name).await));
        }
        page.run("document.execCommand = () => false").await;
        assert_eq!(copy(&page, "pinned").await, BUILDER_TEXTS.by_hand);
        assert_eq!(page.run("return String(getSelection())").await, json!(snippet(&page, "pinned").await), "it is marked");
    })
}

/// The id, name and value, or text of the focused element.
async fn focused(page: &Page) -> String {
    let script = r"
        const one = document.activeElement;
        return one.id || (one.name ? `${one.name}=${one.value}` : one.textContent.trim());
    ";
    page.run(script).await.as_str().unwrap_or_default().to_owned()
}

async fn tab_to(page: &Page, what: &str) {
    for _ in 0..60 {
        if focused(page).await == what {
            return;
        }
        page.keys(&[Key::Tab.into()]).await;
    }
    panic!("Tab does not lead to '{what}'");
}

/// Shift and Tab, until this has focus.
async fn tab_back_to(page: &Page, what: &str) {
    for _ in 0..60 {
        if focused(page).await == what {
            return;
        }
        let [shift, tab] = [Key::Shift, Key::Tab].map(char::from);
        let actions = KeyActions::new("keys".to_owned())
            .then(KeyAction::Down { value: shift })
            .then(KeyAction::Down { value: tab })
            .then(KeyAction::Up { value: tab })
            .then(KeyAction::Up { value: shift });
        page.client.perform_actions(actions).await.expect("keys can be pressed");
    }
    panic!("Shift and Tab do not lead to '{what}'");
}

fn keyboard(context: &Context) -> Result<(), Failed> {
    context.browse(Device::default(), |page| async move {
        open(&page).await;
        page.run(
            "Object.defineProperty(navigator, 'clipboard', { value: { writeText: async (text) => { window.text = text; } } })",
        )
        .await;
        tab_to(&page, "theme=").await;
        page.keys(&[Key::Down.into(), Key::Down.into()]).await;
        tab_to(&page, "accent").await;
        page.keys(&"#ffcc00".chars().collect::<Vec<_>>()).await;
        // Enter submits nothing.
        page.keys(&[Key::Enter.into()]).await;
        tab_to(&page, "start=").await;
        page.keys(&[Key::Down.into()]).await;
        tab_to(&page, &BUILDER_TEXTS.more).await;
        page.keys(&[Key::Enter.into()]).await;
        tab_to(&page, "lang").await;
        page.keys(&[Key::Down.into()]).await;
        tab_to(&page, "share=").await;
        // Not Up: in WebKit it does not wrap from the first to the last.
        page.keys(&[Key::Down.into(), Key::Down.into()]).await;
        tab_to(&page, "help-label").await;
        page.keys(&"Line".chars().collect::<Vec<_>>()).await;
        tab_to(&page, "help-href").await;
        page.keys(&"tel:1".chars().collect::<Vec<_>>()).await;
        // It stands before the choices.
        tab_back_to(&page, &BUILDER_TEXTS.paste_copy).await;
        page.keys(&[Key::Enter.into()]).await;
        page.until("it is copied", || async { page.run("return !!window.text").await == json!(true) }).await;
        let element =
            "<exhale-quiz lang=\"en\" theme=\"dark\" start=\"first\" share=\"none\" help-href=\"tel:1\" help-label=\"Line\" accent=\"#ffcc00\" accent-text=\"#000\">";
        let text = page.run("return window.text").await;
        assert!(text.as_str().is_some_and(|text| text.contains(element)), "{text}");
        let ring = "const style = getComputedStyle(document.activeElement); return [style.outlineStyle, style.outlineWidth]";
        assert_eq!(page.run(ring).await, json!(["solid", "2px"]), "focus can be seen");
        tab_to(&page, &BUILDER_TEXTS.frame).await;
        page.keys(&[Key::Enter.into()]).await;
        tab_to(&page, &BUILDER_TEXTS.frame_copy).await;
        page.keys(&[' ']).await;
        page.until("the frame is copied", || async {
            page.run("return window.text").await.as_str().is_some_and(|text| text.starts_with("<iframe"))
        })
        .await;
    })
}

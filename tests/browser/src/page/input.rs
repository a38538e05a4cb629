//! Pointer and keyboard input, no faster than a person's.

use std::{future::Future, time::Instant};

use fantoccini::{
    Locator,
    actions::{InputSource, KeyAction, KeyActions, MouseActions, PointerAction},
    elements::Element,
    key::Key,
};
use serde_json::Value;

use super::{ONE_TAP, Page, TEXTS};
use crate::engine::Engine;

/// The key, as WebDriver writes it.
const ENTER: &str = "\u{E007}";

impl Page {
    /// Performs an input, not sooner after the last one than a person would.
    pub async fn act<T>(&self, input: impl Future<Output = T>) -> T {
        let since = self.acted.lock().expect("not poisoned").elapsed();
        tokio::time::sleep(ONE_TAP.saturating_sub(since)).await;
        let output = input.await;
        *self.acted.lock().expect("not poisoned") = Instant::now();
        output
    }

    pub async fn shadow(&self, css: &str) -> Element {
        let host = self.client.find(Locator::Css(&self.quiz)).await.expect("the element");
        let root = host.shadow_root().await.expect("its shadow root");
        root.find(Locator::Css(css)).await.unwrap_or_else(|error| panic!("{css}: {error}"))
    }

    pub async fn shadow_all(&self, css: &str) -> Vec<Element> {
        let host = self.client.find(Locator::Css(&self.quiz)).await.expect("the element");
        let root = host.shadow_root().await.expect("its shadow root");
        root.find_all(Locator::Css(css)).await.unwrap_or_else(|error| panic!("{css}: {error}"))
    }

    /// The button or summary with this text, if there is one.
    pub async fn find_button(&self, label: &str) -> Option<Element> {
        for element in self.shadow_all("button, summary").await {
            if element.text().await.is_ok_and(|text| text.trim() == label) {
                return Some(element);
            }
        }
        None
    }

    /// Presses the button or summary with this text.
    pub async fn press(&self, label: &str) {
        let button = self.find_button(label).await.unwrap_or_else(|| panic!("no button '{label}'"));
        // Two drivers do not scroll the page around a frame, and a click out of sight is lost. WebKit's sends no keys to a summary.
        let takes_keys =
            self.engine == Engine::Firefox || button.tag_name().await.is_ok_and(|tag| tag.eq_ignore_ascii_case("button"));
        let in_frame = self.engine != Engine::Chromium && self.run("return top !== self").await == Value::Bool(true);
        if in_frame && takes_keys {
            self.act(button.send_keys(ENTER)).await.unwrap_or_else(|error| panic!("'{label}': {error}"));
            return;
        }
        self.act(button.click()).await.unwrap_or_else(|error| panic!("'{label}': {error}"));
    }

    /// Opens the list of the answers so far.
    pub async fn open_review(&self) {
        self.press(&TEXTS.statement.review).await;
        let listed = "return !!quiz.shadowRoot.querySelector('.review li')";
        self.until("the answers are listed", || async { self.ask(listed).await == Value::Bool(true) }).await;
    }

    /// Clicks the row of an answer.
    pub async fn tap(&self, answer: u8) {
        let row = self.row(answer).await;
        self.act(row.click()).await.expect("the row takes a click");
    }

    /// The label of an answer, which fills its row.
    pub async fn row(&self, answer: u8) -> Element {
        self.shadow(&format!(".option:nth-of-type({answer}) label")).await
    }

    /// Presses keys one after the other.
    pub async fn keys(&self, keys: &[char]) {
        let mut actions = KeyActions::new("keys".to_owned());
        for &value in keys {
            actions = actions.then(KeyAction::Down { value }).then(KeyAction::Up { value });
        }
        self.client.perform_actions(actions).await.expect("keys can be pressed");
        *self.acted.lock().expect("not poisoned") = Instant::now();
    }

    /// Presses Tab until the element with this text has focus.
    pub async fn tab_to(&self, label: &str) {
        for _ in 0..60 {
            if self.see().await.focused.as_deref() == Some(label) {
                return;
            }
            self.keys(&[Key::Tab.into()]).await;
        }
        panic!("Tab does not lead to '{label}'");
    }

    /// Presses the mouse button on an element, until [`Page::mouse_up`].
    pub async fn mouse_down(&self, element: Element) {
        let mouse = MouseActions::new("mouse".to_owned())
            .then(PointerAction::MoveToElement { element, duration: None, x: 0.0, y: 0.0 })
            .then(PointerAction::Down { button: 0 });
        self.client.perform_actions(mouse).await.expect("the pointer can be moved");
    }

    /// Clicks at a place of the window.
    pub async fn click_at(&self, [x, y]: [f64; 2]) {
        let mouse = MouseActions::new("mouse".to_owned())
            .then(PointerAction::MoveTo { duration: None, x, y })
            .then(PointerAction::Down { button: 0 })
            .then(PointerAction::Pause { duration: std::time::Duration::from_millis(80) })
            .then(PointerAction::Up { button: 0 });
        self.client.perform_actions(mouse).await.expect("the pointer can be moved");
    }

    /// Releases the mouse button.
    pub async fn mouse_up(&self) {
        let mouse = MouseActions::new("mouse".to_owned()).then(PointerAction::Up { button: 0 });
        self.client.perform_actions(mouse).await.expect("the button can be released");
    }

    /// Clicks twice on an element, as fast as the driver can. False if that was too slow for a double tap.
    pub async fn double_tap(&self, element: Element) -> bool {
        self.run("window.taps = []; addEventListener('pointerup', ({ timeStamp }) => taps.push(timeStamp))").await;
        let left = 0;
        let mut mouse =
            MouseActions::new("mouse".to_owned()).then(PointerAction::MoveToElement { element, duration: None, x: 0.0, y: 0.0 });
        for _ in 0..2 {
            mouse = mouse.then(PointerAction::Down { button: left }).then(PointerAction::Up { button: left });
        }
        self.client.perform_actions(mouse).await.expect("the pointer can be moved");
        self.run("return taps.at(-1) - taps[0]").await.as_f64().expect("two taps") < 240.0
    }
}

//! Focus, scrolling, printing, leaving, and the address. The calls are few and the objects they need many, so they are made in
//! `page.js`.

use gloo::events::EventListener;
use wasm_bindgen::prelude::*;
use web_sys::Element;

use crate::quiz::split_once;

#[wasm_bindgen(module = "/src/browser/page.js")]
extern "C" {
    /// Moves focus to an element. The page scrolls only if the top of the element is out of sight.
    pub fn focus(element: &Element);
    /// Keeps focus in the quiz that this element is part of, if it is there, while its screen is replaced.
    pub fn hold(element: &Element);
    /// Replaces this page by another one, so that Back does not lead here. False if the browser refuses.
    pub fn leave(href: &str) -> bool;
    /// Opens the browser's dialogue for printing. False if the browser refuses.
    pub fn print() -> bool;
    fn href() -> String;
}

/// The address of the page without its fragment, and the fragment without its `#`.
pub fn address() -> (String, String) {
    let href = href();
    let (address, fragment) = split_once(&href, b'#').unwrap_or((&href, ""));
    (address.to_owned(), fragment.to_owned())
}

/// Calls back when the fragment changes, until the listener is dropped.
pub fn on_fragment(changed: impl Fn() + 'static) -> EventListener {
    EventListener::new(&gloo::utils::window(), "hashchange", move |_| changed())
}

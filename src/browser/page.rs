//! Focus, scrolling, printing and leaving.

use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{Element, FocusOptions, HtmlElement, HtmlInputElement, ScrollIntoViewOptions, ScrollLogicalPosition};

/// Moves focus to an element. The page scrolls only if the top of the element is out of sight.
pub fn focus(element: &Element) {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        let _ = element.focus_with_options(&options);
    }
    let top = element.get_bounding_client_rect().top();
    let height = gloo::utils::window().inner_height().ok().and_then(|height| height.as_f64());
    if top < 0.0 || height.is_some_and(|height| top > height - 48.0) {
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Start);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

/// Replaces this page by another one, so that Back does not lead here. False if the browser refuses.
pub fn leave(href: &str) -> bool {
    gloo::utils::window().location().replace(href).is_ok()
}

/// Opens the browser's dialogue for printing. False if the browser refuses.
pub fn print() -> bool {
    gloo::utils::window().print().is_ok()
}

/// The address of the page without its fragment, and the fragment without its `#`.
pub fn address() -> (String, String) {
    let href = gloo::utils::window().location().href().unwrap_or_default();
    let (address, fragment) = href.split_once('#').unwrap_or((&href, ""));
    (address.to_owned(), fragment.to_owned())
}

/// Calls back when the fragment changes, until the listener is dropped.
pub fn on_fragment(changed: impl Fn() + 'static) -> EventListener {
    EventListener::new(&gloo::utils::window(), "hashchange", move |_| changed())
}

/// Selects what a field holds.
pub fn select(field: &HtmlInputElement) {
    field.select();
}

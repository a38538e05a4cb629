//! Focus, scrolling, printing, leaving, and the address of the page.

use gloo::{events::EventListener, utils::window};
use wasm_bindgen::JsCast;
use web_sys::{FocusOptions, HtmlElement, ShadowRoot};
use yew::NodeRef;

use crate::quiz::split_once;

/// The element behind a reference, if it is on the page. Without a check of its class: a page may have replaced `Element`.
pub fn element(node: &NodeRef) -> Option<HtmlElement> {
    node.get().map(JsCast::unchecked_into)
}

/// Moves focus to an element, and leaves the page where it is.
pub fn focus_without_scrolling(element: &HtmlElement) {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    // No focus is no reason to stop.
    let _ = element.focus_with_options(&options);
}

/// Moves focus to an element. The page scrolls only if the top of the element is out of sight.
pub fn focus(element: &HtmlElement) {
    // Measured first: Firefox does not focus a legend that has not been laid out.
    let top = element.get_bounding_client_rect().top();
    // The title of the next statement is the same element: without this, screen readers would not be told of it.
    if element.matches(":focus").unwrap_or_default() {
        let _ = element.blur();
    }
    focus_without_scrolling(element);
    if let Some(root) = root(element) {
        let _ = root.remove_attribute("tabindex");
    }
    let height = window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or_default();
    if top < 0.0 || top > height - 48.0 {
        element.scroll_into_view();
    }
}

/// Keeps focus in the quiz until [`focus`] moves it on, while the screen that has it is replaced: meanwhile keys would go to the
/// page around. Takes any element of the screen.
pub fn hold_focus(element: &HtmlElement) {
    let Some(root) = root(element) else { return };
    // A document has an active element too.
    let active = root.get_root_node().unchecked_into::<ShadowRoot>().active_element();
    if !root.contains(active.as_deref()) {
        return;
    }
    root.set_tab_index(-1);
    let _ = root.style().set_property("outline", "0");
    focus_without_scrolling(&root);
}

/// The element that the quiz with this element was mounted into.
fn root(element: &HtmlElement) -> Option<HtmlElement> {
    let quiz = element.closest(".exhale").ok().flatten()?;
    quiz.parent_element().map(JsCast::unchecked_into)
}

/// Goes to another page, so that Back does not lead here any more. False if the browser refuses.
pub fn leave(href: &str) -> bool {
    window().location().replace(href).is_ok()
}

/// Opens the browser's dialogue for printing. False if the browser refuses.
pub fn print() -> bool {
    window().print().is_ok()
}

/// The address of the page without its fragment, and the fragment without its `#`.
pub fn address() -> (String, String) {
    let href = window().location().href().unwrap_or_default();
    let (address, fragment) = split_once(&href, b'#').unwrap_or((&href, ""));
    (address.to_owned(), fragment.to_owned())
}

/// Removes a field from the fragment of the address. Other fields stay, and so does the page's history state.
pub fn clear_field(name: &str) {
    let (address, fragment) = address();
    let mut kept = String::with_capacity(fragment.len());
    for field in crate::quiz::split(&fragment, b'&') {
        if split_once(field, b'=').is_some_and(|(found, _)| found == name) {
            continue;
        }
        kept.push(if kept.is_empty() { '#' } else { '&' });
        kept.push_str(field);
    }
    if let Ok(history) = window().history()
        && let Ok(state) = history.state()
    {
        // Refused where the page may not change its own address.
        let _ = history.replace_state_with_url(&state, "", Some(&(address + &kept)));
    }
}

/// Calls back when the fragment changes, until the listener is dropped.
pub fn on_fragment(changed: impl Fn() + 'static) -> EventListener {
    EventListener::new(&window(), "hashchange", move |_| changed())
}

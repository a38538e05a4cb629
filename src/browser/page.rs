//! Focus, scrolling, printing, leaving, and the address of the page.

use gloo::{
    events::EventListener,
    utils::{document, window},
};
use wasm_bindgen::JsCast;
use web_sys::{Element, FocusOptions, HtmlAnchorElement, HtmlElement, HtmlInputElement, ShadowRoot};
use yew::NodeRef;

use crate::quiz::{link, split_once};

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

/// The value of the field with this selector in an element; empty if there is none.
pub fn value_of(element: &HtmlElement, selector: &str) -> String {
    // A text area has its value under the same name.
    find(element, selector).map(|field| field.unchecked_into::<HtmlInputElement>().value()).unwrap_or_default()
}

/// The first element with a selector.
pub fn find(parent: &Element, selector: &str) -> Option<Element> {
    parent.query_selector(selector).ok().flatten()
}

/// Its text; empty where there is none.
pub fn text(parent: &Element, selector: &str) -> String {
    find(parent, selector).as_ref().map(content).unwrap_or_default()
}

/// The text of an element.
pub fn content(element: &Element) -> String {
    element.text_content().unwrap_or_default()
}

/// All elements with a selector.
pub fn elements(parent: &Element, selector: &str) -> impl Iterator<Item = Element> {
    let found = parent.query_selector_all(selector).ok();
    (0..).map_while(move |index| found.as_ref()?.get(index)).map(JsCast::unchecked_into)
}

/// Goes to another page, so that Back does not lead here any more. False if the browser refuses.
pub fn leave(href: &str) -> bool {
    window().location().replace(href).is_ok()
}

/// Opens the browser's dialogue for printing. False if the browser refuses.
pub fn print() -> bool {
    window().print().is_ok()
}

/// The same for one part of the quiz, which print.css leaves alone on the paper.
pub fn print_alone(part: &HtmlElement) -> bool {
    let _ = part.set_attribute("data-card", "");
    let is_printed = print();
    if !is_printed {
        let _ = part.remove_attribute("data-card");
    }
    is_printed
}

/// Lets all of the quiz print again, once the dialogue is closed: in some browsers that is after [`print_alone`].
pub fn after_print(part: NodeRef) -> EventListener {
    EventListener::new(&window(), "afterprint", move |_| {
        if let Some(part) = element(&part) {
            let _ = part.remove_attribute("data-card");
        }
    })
}

/// The address of the document; empty if the browser does not say.
pub fn href() -> String {
    window().location().href().unwrap_or_default()
}

/// The canonical address of the page, in full; empty if it has none.
pub fn canonical() -> String {
    // A document finds elements as an element does.
    let link = find(document().unchecked_ref(), "link[rel=canonical]");
    link.map(|link| link.unchecked_into::<HtmlAnchorElement>().href()).unwrap_or_default()
}

/// The fragment of the address, without its `#`.
pub fn fragment() -> String {
    split_once(&href(), b'#').map(|(_, fragment)| fragment.to_owned()).unwrap_or_default()
}

/// Removes the link in the field with this name from the fragment of the address. What else is there stays, and so does the page's
/// history state.
pub fn clear_link(name: &str) {
    let href = href();
    let Some((address, fragment)) = split_once(&href, b'#') else { return };
    let rest = link::without_link(fragment, name);
    let address = if rest.is_empty() { address.to_owned() } else { [address, "#", &rest].concat() };
    if let Ok(history) = window().history()
        && let Ok(state) = history.state()
    {
        // Refused where the page may not change its own address.
        let _ = history.replace_state_with_url(&state, "", Some(&address));
    }
}

/// Calls back when the fragment changes, until the listener is dropped.
pub fn on_fragment(changed: impl Fn() + 'static) -> EventListener {
    EventListener::new(&window(), "hashchange", move |_| changed())
}

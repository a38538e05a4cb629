//! A shadow root for the quiz in another Yew app, so that the styles of neither affect the other. `embed.js` makes that of the
//! element.

use std::cell::RefCell;

use gloo::events::EventListener;
use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CssStyleSheet, Element, KeyboardEvent, ShadowRootInit, ShadowRootMode};

thread_local! {
    /// One style sheet for all on the page. A strict CSP allows it, where it blocks a `<style>`.
    static SHEET: RefCell<Option<CssStyleSheet>> = const { RefCell::new(None) };
}

fn style_sheet(css: &str) -> Result<CssStyleSheet, JsValue> {
    if let Some(sheet) = SHEET.with_borrow(Clone::clone) {
        return Ok(sheet);
    }
    let sheet = CssStyleSheet::new()?;
    sheet.replace_sync(css)?;
    SHEET.set(Some(sheet.clone()));
    Ok(sheet)
}

/// Attaches a shadow root with this style sheet to an element that has none, and gives an element in it to mount into.
///
/// # Errors
/// What the browser says, if it refuses.
pub fn attach(host: &Element, css: &str) -> Result<Element, JsValue> {
    let sheet = style_sheet(css)?;
    let root = host.attach_shadow(&ShadowRootInit::new(ShadowRootMode::Open))?;
    root.set_adopted_style_sheets(&Array::of1(&sheet));
    let mount = gloo::utils::document().create_element("div")?;
    root.append_child(&mount)?;
    Ok(mount)
}

/// Keeps keys that are pressed in an element from triggering keyboard shortcuts of the app around: all but Tab, Escape and those
/// with Ctrl, Alt or Meta. Until the listeners are dropped.
pub fn stop_keys(element: &Element) -> [EventListener; 3] {
    ["keydown", "keyup", "keypress"].map(|kind| {
        EventListener::new(element, kind, |event| {
            let key: &KeyboardEvent = event.unchecked_ref();
            let leaves = key.ctrl_key() || key.alt_key() || key.meta_key() || ["Tab", "Escape"].contains(&&*key.key());
            if !leaves {
                event.stop_propagation();
            }
        })
    })
}

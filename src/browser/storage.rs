//! What this browser keeps. In some frames even looking at `localStorage` throws (`storage.js`).

use gloo::events::EventListener;
use wasm_bindgen::prelude::*;
use web_sys::Event;

#[wasm_bindgen(module = "/src/browser/storage.js")]
extern "C" {
    /// The value kept under a key.
    pub fn get(key: &str) -> Option<String>;
    /// True if the value is now kept under the key.
    pub fn set(key: &str, value: &str) -> bool;
    /// True if nothing is kept under the key now. Where there is no storage, nothing is.
    pub fn remove(key: &str) -> bool;
    fn changed(event: &Event, key: &str) -> u32;
}

/// Calls back when another page of this site has written what is kept under a key, or deleted it (`true`), until the listener
/// is dropped.
pub fn on_changed_elsewhere(key: &'static str, then: impl Fn(bool) + 'static) -> EventListener {
    EventListener::new(&gloo::utils::window(), "storage", move |event| match changed(event, key) {
        0 => {}
        what => then(what == 2),
    })
}

/// True if something can be kept here.
pub fn works() -> bool {
    const PROBE: &str = "exhale.probe";
    set(PROBE, "1") && remove(PROBE)
}

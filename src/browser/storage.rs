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
    fn deleted(event: &Event, key: &str) -> bool;
}

/// Calls back when another page of this site has deleted what is kept under a key, until the listener is dropped.
pub fn on_deleted_elsewhere(key: &'static str, forgotten: impl Fn() + 'static) -> EventListener {
    EventListener::new(&gloo::utils::window(), "storage", move |event| {
        if deleted(event, key) {
            forgotten();
        }
    })
}

/// True if something can be kept here.
pub fn works() -> bool {
    const PROBE: &str = "exhale.probe";
    set(PROBE, "1") && remove(PROBE)
}

//! The local storage of this browser. In some frames even looking at `localStorage` throws.

use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{Storage, StorageEvent};

fn storage() -> Option<Storage> {
    gloo::utils::window().local_storage().ok().flatten()
}

/// The value stored under a key.
pub fn get(key: &str) -> Option<String> {
    storage()?.get_item(key).ok().flatten()
}

/// True if the value is now stored under the key.
pub fn set(key: &str, value: &str) -> bool {
    storage().is_some_and(|storage| storage.set_item(key, value).is_ok())
}

/// True if nothing is stored under the key now. Where there is no storage, nothing is.
pub fn remove(key: &str) -> bool {
    storage().is_none_or(|storage| storage.remove_item(key).is_ok())
}

/// True if something can be stored here.
pub fn works() -> bool {
    const PROBE: &str = "exhale.probe";
    set(PROBE, "1") && remove(PROBE)
}

/// Calls back when another page of this site has written what is stored under a key, or deleted it (`true`), until the listener
/// is dropped.
pub fn on_change(key: &'static str, changed: impl Fn(bool) + 'static) -> EventListener {
    EventListener::new(&gloo::utils::window(), "storage", move |event| {
        let event: &StorageEvent = event.unchecked_ref();
        // Where everything was deleted, the event names no key.
        if event.key().is_none_or(|found| found == key) {
            changed(event.new_value().is_none());
        }
    })
}

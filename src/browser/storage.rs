//! What this browser keeps. In some frames even looking at `localStorage` throws.

use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{Storage, StorageEvent};

fn storage() -> Option<Storage> {
    gloo::utils::window().local_storage().ok().flatten()
}

/// Calls back when another page of this site has deleted what is kept under a key, until the listener is dropped.
pub fn on_deleted_elsewhere(key: &'static str, deleted: impl Fn() + 'static) -> EventListener {
    EventListener::new(&gloo::utils::window(), "storage", move |event| {
        if let Some(event) = event.dyn_ref::<StorageEvent>() {
            // No key: everything was cleared.
            let ours = event.key().is_none_or(|changed| changed == key);
            if ours && event.new_value().is_none() {
                deleted();
            }
        }
    })
}

/// True if something can be kept here.
pub fn works() -> bool {
    const PROBE: &str = "exhale.probe";
    set(PROBE, "1") && remove(PROBE)
}

/// The value kept under a key.
pub fn get(key: &str) -> Option<String> {
    storage()?.get_item(key).ok().flatten()
}

/// True if the value is now kept under the key.
pub fn set(key: &str, value: &str) -> bool {
    storage().is_some_and(|storage| storage.set_item(key, value).is_ok())
}

/// True if nothing is kept under the key now. Where there is no storage, nothing is.
pub fn remove(key: &str) -> bool {
    storage().is_none_or(|storage| storage.remove_item(key).is_ok())
}

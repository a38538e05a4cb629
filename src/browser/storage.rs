//! What this browser keeps. In some frames even looking at `localStorage` throws.

use web_sys::Storage;

fn storage() -> Option<Storage> {
    gloo::utils::window().local_storage().ok().flatten()
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

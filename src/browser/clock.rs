//! Days, counted from 1970-01-01.

use js_sys::{Date, Object, Reflect};
use wasm_bindgen::JsValue;

const MILLISECONDS: f64 = 864e5;

/// Today by the calendar of this time zone; a clock set before 1970 reads as day 0.
pub fn today() -> u32 {
    let now = Date::new_0();
    // The conversion saturates, so nothing is below 0.
    #[allow(clippy::cast_sign_loss, reason = "it saturates at 0")]
    let today = (now.get_time() / MILLISECONDS - now.get_timezone_offset() / 1440.0) as u32;
    today
}

/// A day as text, such as "5 May 2026".
pub fn date(day: u32, lang: &str) -> String {
    let options = Object::new();
    for (name, value) in [("dateStyle", "long"), ("timeZone", "UTC")] {
        // Setting a member of a new object cannot fail.
        let _ = Reflect::set(&options, &JsValue::from_str(name), &JsValue::from_str(value));
    }
    Date::new(&JsValue::from_f64(f64::from(day) * MILLISECONDS)).to_locale_date_string(lang, &options).into()
}

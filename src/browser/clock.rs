//! Dates.

use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/browser/clock.js")]
extern "C" {
    /// Whole days since 1970-01-01 on the calendar of this place; 0 where the clock is set before that.
    pub fn today() -> u32;
    /// A day, counted from 1970-01-01, as people write it in a language.
    pub fn date(day: u32, lang: &str) -> String;
}

//! The page on which the quiz stands.

use wasm_bindgen::prelude::*;
use web_sys::Element;

#[wasm_bindgen(module = "/src/browser/host.js")]
extern "C" {
    /// Sends an event `exhale-` + `name` from an element of the quiz, with a detail in JSON or none, and the link that belongs to
    /// it. False if the page has called off what would follow.
    pub fn tell(from: &Element, name: &str, json: &str, link: &str) -> bool;
}

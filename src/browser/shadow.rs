//! A shadow root for the quiz in another Yew app. `embed.js` makes that of the element.

use wasm_bindgen::prelude::*;
use web_sys::{Element, Event};

#[wasm_bindgen(module = "/src/browser/shadow.js")]
extern "C" {
    /// Attaches a shadow root with this style sheet to an element that has none, and gives an element in it to mount into. Keys
    /// that are pressed there go no further, but for Tab, Escape and those with Ctrl, Alt or Meta.
    pub fn attach(host: &Element, css: &str) -> Element;
    /// The detail of an event of the quiz, in JSON.
    pub fn detail(event: &Event) -> String;
}

//! Keeping a result outside the quiz: as text, as a picture, as answers, on paper. The calls are few and the objects they
//! need many, so they are made in `saving.js`.

use wasm_bindgen::prelude::*;
use web_sys::Element;

#[wasm_bindgen(module = "/src/browser/saving.js")]
extern "C" {
    /// Copies a text, and says whether that worked. Where it did not, the text in `field` is selected, if there is one.
    pub fn copy(text: &str, field: Option<Element>, done: JsValue);
    /// Draws an SVG as a PNG of this size, shows it in `frame` and offers it for download under a name; says whether it could be
    /// drawn. `alt` is what it shows, in words.
    pub fn picture(svg: &str, width: u32, height: u32, name: &str, alt: &str, frame: &Element, done: JsValue);
    /// Offers a file for download. False where the browser is known to refuse.
    pub fn download(text: &str, name: &str) -> bool;
    /// True if the browser has a share sheet.
    #[wasm_bindgen(js_name = canShare)]
    pub fn can_share() -> bool;
    /// Hands a link to the share sheet; says whether that worked, or was called off.
    pub fn share(title: &str, url: &str, done: JsValue);
    /// Takes a field out of the fragment of the page's address, and leaves the rest.
    #[wasm_bindgen(js_name = clearField)]
    pub fn clear_field(name: &str);
}

/// What the functions above call when they are done, with whether it worked.
pub fn then(done: impl FnOnce(bool) + 'static) -> JsValue {
    Closure::once_into_js(done)
}

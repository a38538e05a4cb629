//! Keeping a result outside the quiz: as text, as a picture, as answers, on paper. The calls are few and the objects they
//! need many, so they are made in `saving.js`.

use wasm_bindgen::prelude::*;
use web_sys::Element;

#[wasm_bindgen(module = "/src/browser/saving.js")]
extern "C" {
    #[wasm_bindgen(js_name = copy)]
    fn copy_text(text: &str, done: JsValue);
    #[wasm_bindgen(js_name = picture)]
    fn save_picture(svg: &str, width: u32, height: u32, name: &str, alt: &str, frame: &Element, done: JsValue);
    /// Offers a file for download. False where the browser is known to refuse.
    pub fn download(text: &str, name: &str) -> bool;
    /// True if the browser has a share sheet.
    #[wasm_bindgen(js_name = canShare)]
    pub fn can_share() -> bool;
    #[wasm_bindgen(js_name = share)]
    fn share_link(title: &str, url: &str, done: JsValue);
    /// Takes a field out of the fragment of the page's address, and leaves the rest.
    #[wasm_bindgen(js_name = clearField)]
    pub fn clear_field(name: &str);
    /// A day, counted from 1970-01-01, as people write it in a language.
    pub fn date(day: u32, lang: &str) -> String;
}

fn callback(done: impl FnOnce(bool) + 'static) -> JsValue {
    Closure::once_into_js(done)
}

/// Copies a text, and says whether that worked.
pub fn copy(text: &str, done: impl FnOnce(bool) + 'static) {
    copy_text(text, callback(done));
}

/// Hands a link to the share sheet; says whether that worked, or was called off.
pub fn share(title: &str, url: &str, done: impl FnOnce(bool) + 'static) {
    share_link(title, url, callback(done));
}

/// A picture to save.
pub struct Image<'a> {
    /// What to draw.
    pub svg: &'a str,
    /// Its size in pixels.
    pub size: (u32, u32),
    /// The name of the file.
    pub name: &'a str,
    /// What it shows, in words.
    pub alt: &'a str,
}

/// Draws a picture as PNG, shows it in `frame` and offers it for download; says whether it could be drawn.
pub fn picture(image: &Image<'_>, frame: &Element, done: impl FnOnce(bool) + 'static) {
    save_picture(image.svg, image.size.0, image.size.1, image.name, image.alt, frame, callback(done));
}

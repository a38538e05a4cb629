//! Exporting a result: as text, as an image, as a file, as a link. Nothing is sent or fetched.

use gloo::utils::{document, window};
use js_sys::{Promise, Reflect, encode_uri_component};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    CanvasRenderingContext2d, Element, HtmlCanvasElement, HtmlDocument, HtmlElement, HtmlImageElement, HtmlInputElement,
    ShadowRoot, ShareData,
};

use super::page::focus_without_scrolling;
use crate::quiz::number;

/// A new element with these attributes.
fn create<T: JsCast>(tag: &str, attributes: &[(&str, &str)]) -> Result<T, JsValue> {
    let element = document().create_element(tag)?;
    for (name, value) in attributes {
        element.set_attribute(name, value)?;
    }
    Ok(element.unchecked_into())
}

async fn settled(promise: Promise) -> Result<JsValue, JsValue> {
    JsFuture::from(promise).await
}

fn data_url(kind: &str, text: &str) -> String {
    ["data:", kind, ";charset=utf-8,", &String::from(encode_uri_component(text))].concat()
}

/// Offers what is at an address for download. False where the browser is known to block downloads; elsewhere a page cannot know.
fn save(href: &str, name: &str) -> bool {
    if window().origin() == "null" {
        return false;
    }
    create::<HtmlElement>("a", &[("href", href), ("download", name)]).inspect(HtmlElement::click).is_ok()
}

/// Offers a JSON file for download. False where the browser is known to refuse.
pub fn download(text: &str, name: &str) -> bool {
    save(&data_url("application/json", text), name)
}

/// The element that has focus, also inside shadow roots.
fn focused() -> Option<Element> {
    // A document has such an element as a shadow root has.
    let mut element = document().unchecked_into::<ShadowRoot>().active_element()?;
    while let Some(inner) = element.shadow_root().and_then(|root| root.active_element()) {
        element = inner;
    }
    Some(element)
}

/// Copies a text, and says whether that worked. Where it did not, the text in `field` is selected, if there is one.
pub async fn copy(text: &str, field: Option<HtmlElement>) -> bool {
    let clipboard = window().navigator().clipboard();
    // There is none without https.
    if !clipboard.is_undefined() && settled(clipboard.write_text(text)).await.is_ok() {
        return true;
    }
    // Not allowed in a frame without permission; the older way needs none.
    let copied = copy_the_older_way(text).is_ok_and(|copied| copied);
    if !copied && let Some(field) = field {
        field.unchecked_into::<HtmlInputElement>().select();
    }
    copied
}

fn copy_the_older_way(text: &str) -> Result<bool, JsValue> {
    let before = focused();
    // A field can be selected only on the page; fixed, so that the page does not scroll. A strict CSP allows style by CSSOM.
    let field = create::<HtmlInputElement>("textarea", &[])?;
    field.set_value(text);
    field.style().set_property("position", "fixed")?;
    let body = document().body().ok_or(JsValue::NULL)?;
    body.append_child(&field)?;
    field.select();
    let copied = document().unchecked_into::<HtmlDocument>().exec_command("copy");
    body.remove_child(&field)?;
    if let Some(before) = before {
        focus_without_scrolling(&before.unchecked_into());
    }
    copied
}

/// The colour of the corner of every result image: red, green and blue.
const PAPER: [u8; 3] = [0xFA, 0xF8, 0xF5];

/// Draws an SVG as a PNG of this size, shows it in `frame`, and offers it for download under a name without an ending; says whether
/// it could be shown. Where the browser gives back noise, it is the SVG itself. `alt` is what it shows, in words.
///
/// From `data:` addresses, not `blob:`: the CSP of our frame allows only those.
pub async fn save_image(
    svg: &str,
    (width, height): (u32, u32),
    name: &str,
    alt: &str,
    frame: &HtmlElement,
) -> Result<(), JsValue> {
    let size = [("width", &*number(width)), ("height", &*number(height))];
    let svg = data_url("image/svg+xml", svg);
    let image = create::<HtmlImageElement>("img", &[("src", &svg), size[0], size[1]])?;
    settled(image.decode()).await?;
    let canvas = create::<HtmlCanvasElement>("canvas", &size)?;
    let context = canvas.get_context("2d")?.ok_or(JsValue::NULL)?.unchecked_into::<CanvasRenderingContext2d>();
    context.draw_image_with_html_image_element(&image, 0.0, 0.0)?;
    // A browser that resists fingerprinting gives noise instead of what was drawn.
    let corner = context.get_image_data(0.0, 0.0, 1.0, 1.0)?.data();
    let is_drawn = corner.iter().zip(PAPER).all(|(found, drawn)| found.abs_diff(drawn) < 8);
    let (href, kind) = if is_drawn { (canvas.to_data_url()?, ".png") } else { (svg, ".svg") };
    let image = create::<HtmlImageElement>("img", &[("src", &href), ("alt", alt), size[0], size[1]])?;
    settled(image.decode()).await?;
    frame.set_text_content(None);
    frame.append_child(&image)?;
    save(&href, &[name, kind].concat());
    Ok(())
}

/// True if the browser has a share sheet.
pub fn can_share() -> bool {
    Reflect::get(&window().navigator(), &JsValue::from_str("share")).is_ok_and(|share| share.is_function())
}

/// Hands a link to the share sheet, and says whether that worked. Closing the sheet again is no failure.
pub async fn share(title: &str, url: &str) -> bool {
    let data = ShareData::new();
    data.set_title(title);
    data.set_url(url);
    match settled(window().navigator().share_with_data(&data)).await {
        Ok(_) => true,
        Err(error) => Reflect::get(&error, &JsValue::from_str("name")).is_ok_and(|name| name == "AbortError"),
    }
}

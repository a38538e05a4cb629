//! What a blog that is given the address of our page shows in its place (oEmbed 1.0, 2.3.4.4: type `rich`).
//!
//! The blockquote and the class are those WordPress knows: it puts the frame into a sandbox, hides it until its height comes,
//! and then hides the blockquote (docs/embedding.md).

use exhale_content::compile::Language as Texts;
use serde_json::json;

use super::card;
use crate::{address::Address, template::escaped};

/// Its file, beside the first page.
pub const FILE: &str = "oembed.json";
/// What the frame is given before it tells its own height, in pixels. The standard asks for a width in the answer; in the HTML the
/// frame is as wide as its place, on a phone too.
const SIZE: (u16, u16) = (640, 800);

/// The answer. Every address in it is whole, so there is none where the address of the site is not known.
pub fn answer(address: &Address, texts: &Texts, home: &str, image: &str) -> Option<String> {
    let site = address.known()?;
    let (width, height) = SIZE;
    let (title, name) = (&texts.site.page.title, &texts.quiz.label);
    let html = format!(
        "<blockquote class=\"wp-embedded-content\"><a href=\"{site}{home}\">{}</a></blockquote>\
         <iframe class=\"wp-embedded-content\" title=\"{}\" src=\"{site}v1/frame.html?lang={}\" width=\"100%\" height=\"{height}\" frameborder=\"0\"></iframe>",
        escaped(title),
        escaped(name),
        texts.quiz.lang,
    );
    let answer = json!({
        "version": "1.0",
        "type": "rich",
        "title": title,
        "provider_name": texts.quiz.name,
        "provider_url": site.to_owned() + home,
        "width": width,
        "height": height,
        "thumbnail_url": image,
        "thumbnail_width": card::SIZE.0,
        "thumbnail_height": card::SIZE.1,
        "html": html,
    });
    Some(answer.to_string())
}

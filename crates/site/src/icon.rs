//! The mark of the site, from `assets/icon.svg`: in a page it is a part of the page, so that it costs no request; and a PNG for screens
//! on which somebody keeps the site.

use std::fmt::Write;

use resvg::{
    tiny_skia::{Pixmap, Transform},
    usvg::{Options, Tree},
};

const SVG: &str = include_str!("../../../assets/icon.svg");
/// Its width and height in pixels.
const SIZE: u16 = 512;

/// The address of the icon, which is the icon.
pub fn inline() -> String {
    let mut address = String::from("data:image/svg+xml,");
    for sign in SVG.trim().chars() {
        match sign {
            // Within the quotation marks of an attribute, and unchanged by every engine.
            '"' => address.push('\''),
            '<' | '>' | '#' | '%' => {
                let _ = write!(address, "%{:02X}", u32::from(sign));
            }
            sign => address.push(sign),
        }
    }
    address
}

/// The icon as a PNG. It fills its square: phones cut the corners as they like, and show what lies within four fifths of it.
///
/// # Errors
/// If the SVG is none.
pub fn png() -> Result<Vec<u8>, String> {
    let wrong = |error: &dyn std::fmt::Display| format!("assets/icon.svg: {error}");
    let tree = Tree::from_str(SVG, &Options::default()).map_err(|error| wrong(&error))?;
    let mut pixels = Pixmap::new(SIZE.into(), SIZE.into()).ok_or("assets/icon.svg: no room for its pixels")?;
    let scale = f32::from(SIZE) / tree.size().width();
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixels.as_mut());
    pixels.encode_png().map_err(|error| wrong(&error))
}

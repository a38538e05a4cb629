//! A link as a QR code: one path, black on white in every theme, with the white border that readers need.

use super::markup::{Markup, tag};
use crate::{qr::Code, quiz::number};

/// White modules on each side.
const BORDER: usize = 4;

/// Draws the code; nothing for a link that is longer than a code of ours can hold.
pub fn draw(out: &mut Markup, link: &str, label: &str) {
    let Some(code) = Code::of(link) else { return };
    let size = number((code.size + 2 * BORDER) as u32);
    let tag = tag!["svg", "class" = "qr", "part" = "qr", "role" = "img", "aria-label" = "{0}", "viewBox" = "0 0 {1} {1}"];
    out.open_filled(tag, &[label, &size]);
    out.key("qr");
    let mut path = String::with_capacity(8000);
    for y in 0..code.size {
        for x in 0..code.size {
            if code.is_dark(x, y) {
                for part in ["M", &number((x + BORDER) as u32), " ", &number((y + BORDER) as u32), "h1v1h-1z"] {
                    path += part;
                }
            }
        }
    }
    out.open(tag!["rect", "width" = "100%", "height" = "100%", "fill" = "#fff"]);
    out.close();
    out.open_filled(tag!["path", "d" = "{0}", "fill" = "#000"], &[&path]);
    out.close();
    out.close();
}

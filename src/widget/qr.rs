//! A link as a QR code: one path, black on white in every theme, with the white border that readers need.

use super::markup::{Markup, attributes};
use crate::{content::TextId, qr::Code, quiz::number};

/// White modules on each side.
const BORDER: usize = 4;

/// Draws the code; nothing for a link that is longer than a code of ours can hold.
pub fn draw(out: &mut Markup, link: &str, label: TextId) {
    let Some(code) = Code::of(link) else { return };
    let size = number((code.size + 2 * BORDER) as u32);
    let values = vec!["qr".into(), "qr".into(), "img".into(), label.into(), ["0 0 ", &size, " ", &size].concat().into()];
    out.open_with("svg", &["class", "part", "role", "aria-label", "viewBox"], values);
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
    out.open("rect", attributes!["width" = "100%", "height" = "100%", "fill" = "#fff"]);
    out.close();
    out.open_with("path", &["d", "fill"], vec![path.into(), "#000".into()]);
    out.close();
    out.close();
}

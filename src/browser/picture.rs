//! The picture to save: what is on the plate as an SVG that stands alone, with its own colours, and its text as text. Always light.

use web_sys::{Element, XmlSerializer};

use super::page::{content, elements, find, text};
use crate::{
    content::fill_in_order,
    quiz::{number, split},
};

/// Width and height in pixels.
pub const SIZE: (u32, u32) = (1200, 1500);
/// The length of a line, between white space at both sides.
const LINE: u32 = 1000;
/// Where the first line lies, and how far the next is from it.
const FIRST: u32 = 536;
const ROW: u32 = 200;

const MUTED: &str = "fill='#675b63'";
const ITALIC: &str = "font-style='italic'";

/// What comes before the texts: direction, colours, the ribbon, which fades at both ends, the lines, and the marks.
const HEAD: &str = "<svg xmlns='http://www.w3.org/2000/svg' width='1200' height='1500' direction='{0}' fill='#2a2228' stroke-width='4' font-family='Iowan Old Style,Palatino Linotype,Palatino,Noto Serif,Georgia,serif'>\
<style>.veil g{fill:url(#v);fill-opacity:.025}[data-owner=sender]{fill:none;stroke:#2a2228}path{vector-effect:non-scaling-stroke}svg svg svg{overflow:visible}\
line{stroke:#743c6a;stroke-width:7}circle,rect{fill:#743c6a;stroke:#faf8f5}rect{fill:#2a2228}[data-open]>*{fill:#faf8f5;stroke:#743c6a}\
[data-owner=sender]>circle,:not([data-owner=sender])>rect,[data-sets] line{display:none}svg svg text{font-size:29px;fill:#2a2228}\
[direction=rtl] svg text{transform:scaleX(-1);transform-box:fill-box;transform-origin:center}</style>\
<linearGradient id='v' x2='0' y2='1'><stop stop-color='#743c6a' stop-opacity='0'/><stop offset='.15' stop-color='#743c6a'/><stop offset='.85' stop-color='#743c6a'/><stop offset='1' stop-color='#743c6a' stop-opacity='0'/></linearGradient>\
<path fill='#faf8f5' d='M0 0h1200v1500H0z'/><path d='M100 118h1000M100 1318h1000' stroke='#2a2228' stroke-width='2'/>\
<g{1}><svg x='100' y='436' width='1000' height='600'>{2}</svg>\
<path d='M100 536h1000M475 526v20M725 526v20M100 736h1000M475 726v20M725 726v20M100 936h1000M475 926v20M725 926v20' stroke='#675b63' stroke-width='2'/>\
<svg x='100' y='436' width='1000' height='600' overflow='visible' font-size='42'>{3}</svg></g>";

/// The picture of the plate on a screen. `dir` is the direction of its language, `address` where the quiz is.
pub fn svg(screen: &Element, mark: &str, dir: &str, address: &str) -> String {
    let is_turned = dir == "rtl";
    // As XML, which a file has to be: `outerHTML` would be HTML.
    let serializer = XmlSerializer::new().ok();
    let drawn = |selector| {
        let svg = find(screen, selector);
        svg.zip(serializer.as_ref()).and_then(|(svg, as_xml)| as_xml.serialize_to_string(&svg).ok()).unwrap_or_default()
    };
    // The drawing is turned round where the language runs the other way; the texts are not.
    let turn = if is_turned { " transform='matrix(-1 0 0 1 1200 0)'" } else { "" };
    let head = fill_in_order(HEAD, &[dir, turn, &drawn(".veil"), &drawn(".veil + svg")]);
    let mut drawing = Drawing { svg: head, is_turned };

    drawing.text(Anchor::Start, 92, 36, ITALIC, mark);
    drawing.text(Anchor::End, 92, 28, MUTED, &text(screen, ".kicker"));
    // A name stands on one line, as large as it fits; a sentence takes up to three.
    let title = text(screen, ".name, .headline");
    let size = size_for(&title, 116);
    let mut y = 320;
    if size > 54 {
        drawing.text(Anchor::Start, 126 + size, size, "", &title);
    } else {
        y = drawing.paragraph(184, 54, "", &title);
    }
    for (selector, size, more) in [(".who li", 32, ""), (".touch", 44, ITALIC), (".oneline", 35, "")] {
        for line in elements(screen, selector) {
            y = drawing.paragraph(y, size, more, &content(&line)) + 4;
        }
    }
    for (index, row) in elements(screen, ".scale").enumerate() {
        let y = FIRST + ROW * index as u32;
        drawing.text(Anchor::Start, y - 34, 38, "", &text(&row, "h3"));
        drawing.text(Anchor::End, y - 34, 32, ITALIC, &text(&row, ".verdict"));
        for (word, anchor) in elements(&row, "span").zip([Anchor::Start, Anchor::Middle, Anchor::End]) {
            let (size, look) = if word.has_attribute("data-own") { (32, ITALIC) } else { (29, MUTED) };
            drawing.text(anchor, y + 58, size, look, &content(&word));
        }
    }
    let mut y = 1076;
    for selector in [".strength p", ".ask > *"] {
        for (line, (size, look)) in elements(screen, selector).zip([(26, MUTED), (34, ITALIC)]) {
            y = drawing.paragraph(y, size, look, &content(&line)) + 8;
        }
    }
    // An address has no spaces to break at.
    y = drawing.paragraph(1350, size_for(address, 30), "fill='#743c6a'", address);
    let mut notes = String::new();
    for note in elements(screen, "figcaption p, .facts > p") {
        notes += &content(&note);
        notes += " ";
    }
    drawing.paragraph(y, 21, MUTED, &notes);
    drawing.svg += "</svg>";
    drawing.svg
}

/// How many signs fit on a line in a size: in the widest of the typefaces, a sign is four sevenths as wide as it is high.
const fn signs_in(size: u32) -> u32 {
    7 * LINE / (4 * size)
}

/// The size in which a text fits on one line, at the most this one.
fn size_for(text: &str, most: u32) -> u32 {
    signs_in((text.chars().count() as u32).max(1)).min(most)
}

/// Where a text begins, ends or has its middle.
#[derive(Clone, Copy)]
enum Anchor {
    Start,
    Middle,
    End,
}

/// A picture that is being written.
struct Drawing {
    svg: String,
    is_turned: bool,
}

impl Drawing {
    /// A line of text; `more` are further attributes.
    fn text(&mut self, anchor: Anchor, y: u32, size: u32, more: &str, text: &str) {
        let (start, end) = if self.is_turned { ("1100", "100") } else { ("100", "1100") };
        let (x, anchor) = match anchor {
            Anchor::Start => (start, "start"),
            Anchor::Middle => ("600", "middle"),
            Anchor::End => (end, "end"),
        };
        let values = [x, &number(y), &number(size), anchor, more];
        self.svg += &fill_in_order("<text x='{0}' y='{1}' font-size='{2}' text-anchor='{3}' {4}>", &values);
        for sign in text.chars() {
            match sign {
                '&' => self.svg += "&amp;",
                '<' => self.svg += "&lt;",
                _ => self.svg.push(sign),
            }
        }
        self.svg += "</text>";
    }

    /// Text in as many lines as it takes. Returns where the next one would be.
    fn paragraph(&mut self, mut y: u32, size: u32, more: &str, text: &str) -> u32 {
        let most = signs_in(size) as usize;
        let mut line = String::new();
        for word in split(text, b' ').filter(|word| !word.is_empty()) {
            if !line.is_empty() && line.chars().count() + word.chars().count() > most {
                self.text(Anchor::Start, y, size, more, &line);
                y += size * 5 / 4;
                line.clear();
            }
            if !line.is_empty() {
                line += " ";
            }
            line += word;
        }
        if !line.is_empty() {
            self.text(Anchor::Start, y, size, more, &line);
            y += size * 5 / 4;
        }
        y
    }
}

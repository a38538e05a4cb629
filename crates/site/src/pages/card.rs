//! The picture that a network shows of a shared link: `card.svg`, filled and drawn. It is drawn with the fonts in
//! `assets/fonts` alone, so every machine draws the same bytes. Its lines are empty: a card knows no scores.

use std::sync::Arc;

use exhale_content::fill;
use resvg::{
    tiny_skia::{Pixmap, Transform},
    usvg::{Group, Node, Options, Text, Tree, fontdb::Database},
};

use crate::template::escaped;

/// Width and height in pixels: what the networks show without cutting.
pub const SIZE: (u32, u32) = (1200, 630);
/// Where white space ends at the left and the right.
const INSIDE: (f32, f32) = (90.0, 1110.0);
/// Latin, regular and italic; and what has the letters that those lack: Arabic script, which knows no italic.
const FONTS: &[&[u8]] = &[
    include_bytes!("../../../../assets/fonts/CrimsonPro-Regular.ttf"),
    include_bytes!("../../../../assets/fonts/CrimsonPro-Italic.ttf"),
    include_bytes!("../../../../assets/fonts/MarkaziText-Regular.ttf"),
];

/// What stands on a card.
pub struct Face {
    pub mark: String,
    pub whose: String,
    pub name: String,
    pub line: String,
    pub note: String,
    pub right_to_left: bool,
}

/// The PNG of a card.
///
/// # Errors
/// Says which text does not fit, or has a letter that the fonts lack.
pub fn png(face: &Face) -> Result<Vec<u8>, String> {
    let mut fonts = Database::new();
    for font in FONTS {
        fonts.load_font_data(font.to_vec());
    }
    let options = Options { fontdb: Arc::new(fonts), ..Options::default() };
    let tree = Tree::from_str(&svg(face), &options).map_err(|error| format!("card.svg: {error}"))?;
    check(tree.root())?;
    let mut pixels = Pixmap::new(SIZE.0, SIZE.1).ok_or("card.svg: no room for its pixels")?;
    resvg::render(&tree, Transform::identity(), &mut pixels.as_mut());
    pixels.encode_png().map_err(|error| format!("card.svg: {error}"))
}

fn svg(face: &Face) -> String {
    // Where the language runs the other way, the drawing is turned round; the words are not.
    let [turn, anchor, x, mark_x] =
        if face.right_to_left { ["translate(1200 0) scale(-1 1)", "end", "1110", "1018"] } else { ["", "start", "90", "182"] };
    let texts = [&face.mark, &face.whose, &face.name, &face.line, &face.note].map(|text| escaped(text));
    // The marks at the ends of a sentence stand where its language has them (U+2067: from right to left).
    let texts = texts.map(|text| if face.right_to_left { format!("\u{2067}{text}\u{2069}") } else { text });
    let [mark, whose, name, line, note] = texts.each_ref().map(String::as_str);
    let values = [
        ("turn", turn),
        ("anchor", anchor),
        ("x", x),
        ("mark-x", mark_x),
        ("mark", mark),
        ("whose", whose),
        ("name", name),
        ("line", line),
        ("note", note),
    ];
    fill(include_str!("card.svg"), &values)
}

/// No line of an SVG breaks by itself, and a letter that no font has is drawn as a box: neither may be shipped.
fn check(group: &Group) -> Result<(), String> {
    group.children().iter().try_for_each(|node| match node {
        Node::Group(group) => check(group),
        Node::Text(text) => check_text(text),
        Node::Path(_) | Node::Image(_) => Ok(()),
    })
}

fn check_text(text: &Text) -> Result<(), String> {
    let words: String = text.chunks().iter().map(resvg::usvg::TextChunk::text).collect();
    let lacks = text.layouted().iter().flat_map(|span| &span.positioned_glyphs).find(|glyph| glyph.id.0 == 0);
    if let Some(glyph) = lacks {
        return Err(format!("the fonts in assets/fonts have no \"{}\", needed for \"{words}\"", glyph.text));
    }
    let drawn = text.abs_bounding_box();
    // A letter may hang over its place by a little.
    if drawn.left() < INSIDE.0 - 8.0 || drawn.right() > INSIDE.1 + 8.0 {
        return Err(format!("too long for its card: \"{words}\""));
    }
    Ok(())
}

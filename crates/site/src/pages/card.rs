//! The picture that a network shows of a shared link: `card.svg`, filled and drawn. It is drawn with the fonts in
//! `assets/fonts` alone, so every machine draws the same bytes. It knows no scores: a box marks where the name says a line lies.

use std::{ops::Range, sync::Arc};

use minijinja::{Value, context};
use resvg::{
    tiny_skia::{Pixmap, Rect, Transform},
    usvg::{Group, Node, Options, Text, Tree, fontdb::Database},
};

use crate::template::Template;

/// Width and height in pixels: what the networks show without cutting.
pub const SIZE: (u32, u32) = (1200, 630);
const DRAWING: Template = Template { name: "card.svg", text: include_str!("card.svg") };
/// Latin, regular and italic; and what has the letters that those lack: Arabic script, which knows no italic.
const FONTS: &[&[u8]] = &[
    include_bytes!("../../../../assets/fonts/CrimsonPro-Regular.ttf"),
    include_bytes!("../../../../assets/fonts/CrimsonPro-Italic.ttf"),
    include_bytes!("../../../../assets/fonts/MarkaziText-Regular.ttf"),
];

/// Between the margins.
const INSIDE: Range<f32> = 76.0..1124.0;
/// Between the upper and the lower edge, with some room.
const UPRIGHT: Range<f32> = 40.0..590.0;
/// How far a letter may hang over its place.
const OVERHANG: f32 = 5.0;
/// Where the three lines start, side by side.
const STARTS: [f32; 3] = [76.0, 440.0, 804.0];
/// From there to the ends of a line, and to the two cuts where one band gives way to the next.
const ENDS: [f32; 4] = [0.0, 120.0, 200.0, 320.0];
/// The letters of the name: as large as they fit, between these.
const NAME: Range<f32> = 64.0..130.0;

/// What stands on a card.
pub struct Card {
    /// At the top; in large letters where there is no name.
    pub question: String,
    pub name: Option<String>,
    pub lines: [Line; 3],
    /// At the foot.
    pub note: String,
    pub mark: String,
    pub right_to_left: bool,
}

/// One of the lines.
pub struct Line {
    pub name: String,
    /// The bands that it can lie in, from its start. None where nothing is said of it.
    pub bands: Range<usize>,
    /// What says so, row by row.
    pub words: Vec<String>,
}

/// The PNG of a card.
///
/// # Errors
/// Says which text does not fit, or has a letter that the fonts lack.
pub fn png(card: &Card) -> Result<Vec<u8>, String> {
    let setter = Typesetter::new(card.right_to_left);
    let texts = setter.texts(card)?;
    let tree = setter.tree(&texts, &card.lines)?;
    check(&texts, &drawn(tree.root()))?;
    let mut pixels = Pixmap::new(SIZE.0, SIZE.1).ok_or("card.svg: no room for its pixels")?;
    resvg::render(&tree, Transform::identity(), &mut pixels.as_mut());
    pixels.encode_png().map_err(|error| format!("card.svg: {error}"))
}

/// A text and its place.
struct Placed {
    words: String,
    /// It stays between these.
    room: Range<f32>,
    /// Where in its room it stands: at the "start", in the "middle" or at the "end".
    anchor: &'static str,
    y: f32,
    size: f32,
    is_italic: bool,
}

impl Placed {
    fn new(words: &str, y: f32, size: f32) -> Placed {
        Placed { words: words.to_owned(), room: INSIDE, anchor: "start", y, size, is_italic: false }
    }

    /// The same on a card that runs the other way. An anchor is a side in SVG here: `resvg` knows no direction of a text.
    fn turned(self) -> Placed {
        let Range { start, end } = self.room;
        let anchor = match self.anchor {
            "start" => "end",
            "end" => "start",
            other => other,
        };
        // The marks at the ends of a sentence stand where its language has them (U+2067: from right to left).
        let words = format!("\u{2067}{}\u{2069}", self.words);
        Placed { words, room: INSIDE.start + INSIDE.end - end..INSIDE.start + INSIDE.end - start, anchor, ..self }
    }

    fn x(&self) -> f32 {
        match self.anchor {
            "start" => self.room.start,
            "end" => self.room.end,
            _ => f32::midpoint(self.room.start, self.room.end),
        }
    }
}

/// Sets texts in one direction.
struct Typesetter {
    options: Options<'static>,
    right_to_left: bool,
}

impl Typesetter {
    fn new(right_to_left: bool) -> Typesetter {
        let mut fonts = Database::new();
        for font in FONTS {
            fonts.load_font_data(font.to_vec());
        }
        Typesetter { options: Options { fontdb: Arc::new(fonts), ..Options::default() }, right_to_left }
    }

    /// The texts of a card.
    fn texts(&self, card: &Card) -> Result<Vec<Placed>, String> {
        // The letters of Markazi Text are that much smaller.
        let scale = if self.right_to_left { 1.2 } else { 1.0 };
        let mut texts = if let Some(name) = &card.name {
            vec![Placed::new(&card.question, 104.0, 38.0 * scale), Placed::new(name, 268.0, self.fitting(&[name])?)]
        } else {
            let rows = self.halves(&card.question)?;
            let size = self.fitting(&rows)?;
            rows.iter().zip([190.0, 190.0 + 1.1 * size]).map(|(row, y)| Placed::new(row, y, size)).collect()
        };
        let axis = axis(&card.lines);
        for (line, start) in card.lines.iter().zip(STARTS) {
            let room = start..start + ENDS[3];
            let name = Placed::new(&line.name, axis - 42.0, 34.0 * scale);
            texts.push(Placed { room: room.clone(), ..name });
            // Below the box: at the end of the line that it reaches.
            let anchor = match line.bands {
                Range { start: 0, end: 1 | 2 } => "start",
                Range { start: 1 | 2, end: 3 } => "end",
                _ => "middle",
            };
            for (words, below) in line.words.iter().zip([60.0, 96.0]) {
                let words = Placed::new(words, axis + below, 30.0 * scale);
                texts.push(Placed { room: room.clone(), anchor, is_italic: true, ..words });
            }
        }
        texts.push(Placed::new(&card.note, 570.0, 32.0 * scale));
        texts.push(Placed { anchor: "end", is_italic: true, ..Placed::new(&card.mark, 570.0, 38.0) });
        Ok(if self.right_to_left { texts.into_iter().map(Placed::turned).collect() } else { texts })
    }

    /// The largest size for a name at which all of these rows fit.
    fn fitting(&self, rows: &[&str]) -> Result<f32, String> {
        let mut size = NAME.end;
        for row in rows {
            size = size.min((NAME.end * (INSIDE.end - INSIDE.start) / self.width(row)?).floor());
        }
        if size < NAME.start { Err(too_long(rows[0])) } else { Ok(size) }
    }

    /// A sentence in two rows, as even as they can be.
    fn halves<'a>(&self, sentence: &'a str) -> Result<Vec<&'a str>, String> {
        let mut best = (f32::INFINITY, vec![sentence]);
        for (space, _) in sentence.match_indices(' ') {
            let rows = [&sentence[..space], &sentence[space + 1..]];
            let widest = self.width(rows[0])?.max(self.width(rows[1])?);
            if widest < best.0 {
                best = (widest, rows.to_vec());
            }
        }
        Ok(best.1)
    }

    /// How wide a text is, as large as a name can be.
    fn width(&self, words: &str) -> Result<f32, String> {
        let tree = self.tree(&[Placed::new(words, 0.0, NAME.end)], &[])?;
        Ok(drawn(tree.root()).first().map_or(0.0, |text| ink(text).width()))
    }

    fn tree(&self, texts: &[Placed], lines: &[Line]) -> Result<Tree, String> {
        let svg = DRAWING.render("", self.values(texts, lines))?;
        Tree::from_str(&svg, &self.options).map_err(|error| format!("card.svg: {error}"))
    }

    fn values(&self, texts: &[Placed], lines: &[Line]) -> Value {
        let text = |text: &Placed| {
            let Placed { words, anchor, y, size, is_italic, .. } = text;
            context! { words, anchor => *anchor, x => text.x(), y, size, is_italic }
        };
        let line = |(line, x): (&Line, f32)| {
            // Where nothing is said, the whole line is open.
            let bands = if line.bands.is_empty() { 0..3 } else { line.bands.clone() };
            let opacity = [0.34, 0.22, 0.1][bands.len() - 1];
            context! { x, start => x + ENDS[bands.start], width => ENDS[bands.end] - ENDS[bands.start], opacity }
        };
        context! {
            right_to_left => self.right_to_left,
            axis => axis(lines),
            lines => lines.iter().zip(STARTS).map(line).collect::<Value>(),
            texts => texts.iter().map(text).collect::<Value>(),
        }
    }
}

/// How far down the lines are drawn: the more rows of words below, the higher.
fn axis(lines: &[Line]) -> f32 {
    match lines.iter().map(|line| line.words.len()).max() {
        None | Some(0) => 462.0,
        Some(1) => 428.0,
        Some(_) => 412.0,
    }
}

/// The texts of a drawing, in their order.
fn drawn(group: &Group) -> Vec<&Text> {
    let mut texts = Vec::new();
    for node in group.children() {
        match node {
            Node::Group(group) => texts.extend(drawn(group)),
            Node::Text(text) => texts.push(&**text),
            Node::Path(_) | Node::Image(_) => {}
        }
    }
    texts
}

/// What the letters of a text cover.
fn ink(text: &Text) -> Rect {
    text.flattened().abs_bounding_box()
}

fn too_long(words: &str) -> String {
    format!("too long for its card: \"{words}\"")
}

/// No line of an SVG breaks by itself, and a letter that no font has is drawn as a box. No card is shipped with either, or with a text
/// over another.
fn check(texts: &[Placed], drawn: &[&Text]) -> Result<(), String> {
    for (index, (placed, text)) in texts.iter().zip(drawn).enumerate() {
        let words = &placed.words;
        let lacks = text.layouted().iter().flat_map(|span| &span.positioned_glyphs).find(|glyph| glyph.id.0 == 0);
        if let Some(glyph) = lacks {
            return Err(format!("the fonts in assets/fonts have no \"{}\", needed for \"{words}\"", glyph.text));
        }
        let ink = ink(text);
        if ink.left() < placed.room.start - OVERHANG || ink.right() > placed.room.end + OVERHANG {
            return Err(too_long(words));
        }
        if ink.top() < UPRIGHT.start || ink.bottom() > UPRIGHT.end {
            return Err(format!("too near to the edge of its card: \"{words}\""));
        }
        let over = drawn[..index].iter().position(|other| self::ink(other).intersect(&ink).is_some());
        if let Some(other) = over {
            return Err(format!("on its card \"{words}\" runs into \"{}\"", texts[other].words));
        }
    }
    Ok(())
}

//! The link as a QR code: bytes, version 6, error correction L, mask 0 (ISO/IEC 18004).
//!
//! One version only, so that blocks and patterns are constants: a fraction of what a whole library adds to the WebAssembly. A test
//! holds every code against one.

use yew::prelude::*;

use crate::{context::QuizContext, quiz::number};

/// Modules to a side.
pub const SIZE: usize = 41;
/// The longest text, in bytes.
pub const CAPACITY: usize = 134;

/// Codewords of data in each of the two blocks, and those that correct errors in it.
const DATA: usize = 68;
const CORRECTION: usize = 18;
const WORDS: usize = 2 * (DATA + CORRECTION);
/// The generator polynomial of that degree, its highest coefficient (1) left out.
const GENERATOR: [u8; CORRECTION] = generator();

/// The code of a link with a word beside it; nothing for a link that is too long.
pub fn code(quiz: &QuizContext, link: &str) -> Html {
    let Some(path) = path(link) else { return Html::default() };
    html! {
        <div class="moves">
            <svg class="qr" part="qr" viewBox="-4 -4.5 49 49" aria-hidden="true"><path d={path} /></svg>
            { quiz.paragraph(quiz.messages().share.code) }
        </div>
    }
}

/// The dark modules, each a line of length 1, as the path of an SVG; `None` for a text that is too long.
pub fn path(text: &str) -> Option<String> {
    let words = words(text)?;
    let mut path = String::with_capacity(8 * SIZE * SIZE);
    let mut draw = |x: usize, y: usize| {
        path += "M";
        path += &number(x as u32);
        path += " ";
        path += &number(y as u32);
        path += "h1";
    };
    // Pairs of columns from the right, up and down by turns. The column with the timing pattern is in none.
    let mut bit = 0;
    for pair in 0..SIZE / 2 {
        for step in 0..2 * SIZE {
            let row = step / 2;
            let y = if pair % 2 == 0 { SIZE - 1 - row } else { row };
            let x = SIZE - 1 - 2 * pair - step % 2;
            let x = if x <= 6 { x - 1 } else { x };
            let is_dark = pattern(x, y).unwrap_or_else(|| {
                let word = words.get(bit / 8).copied().unwrap_or_default();
                bit += 1;
                (word << ((bit - 1) % 8) >= 0x80) != (x + y).is_multiple_of(2)
            });
            if is_dark {
                draw(x, y);
            }
        }
    }
    for y in (0..SIZE).filter(|y| pattern(6, *y) == Some(true)) {
        draw(6, y);
    }
    Some(path)
}

/// The colour of a module that holds no data; `None` for one that does.
fn pattern(x: usize, y: usize) -> Option<bool> {
    /// Twice, beside the squares in the corners: error correction L and mask 0.
    const FORMAT: u64 = 0x77C4;
    /// The column of them, and the row from its end; with the dark modules that lie between.
    const COLUMN: u64 = FORMAT & 0x3F | 1 << 6 | (FORMAT >> 6 & 3) << 7 | 1 << 33 | FORMAT >> 8 << 34;
    const ROW: u64 = FORMAT & 0xFF | (FORMAT >> 8 & 1) << 33 | 1 << 34 | FORMAT >> 9 << 35;
    let last = SIZE - 1;
    let ring = |cx: usize, cy: usize| x.abs_diff(cx).max(y.abs_diff(cy));
    let nearest = |place: usize| if place < 9 { 3 } else { last - 3 };

    match (ring(nearest(x), nearest(y)), ring(last - 6, last - 6)) {
        // A small square.
        (_, ring @ ..=2) => Some(ring != 1),
        // The fourth corner has no large square.
        _ if x >= 9 && y >= 9 => None,
        // A large square, with a light border.
        (ring @ ..=4, _) => Some(ring != 2 && ring != 4),
        (5, _) if x == 8 && y != last - 8 => Some(COLUMN >> y & 1 == 1),
        (5, _) if y == 8 && x != last - 8 => Some(ROW >> (last - x) & 1 == 1),
        _ if x == 6 || y == 6 => Some((x + y).is_multiple_of(2)),
        _ => None,
    }
}

/// Mode, length, text and padding, in two blocks with their corrections: one codeword of each by turns.
fn words(text: &str) -> Option<[u8; WORDS]> {
    if text.len() > CAPACITY {
        return None;
    }
    let source = [&[text.len() as u8], text.as_bytes(), &[0]].concat();
    let mut words = [0; WORDS];
    // Half a byte of mode (bytes) shifts all that follows.
    let mut before = 4;
    let mut pad = 0x11;
    for index in 0..2 * DATA {
        let word = &mut words[2 * (index % DATA) + index / DATA];
        if let Some(byte) = source.get(index) {
            *word = before << 4 | byte >> 4;
            before = *byte;
        } else {
            pad ^= 0x11 ^ 0xEC;
            *word = pad;
        }
    }
    // The correction of a block is what is left when it is divided by the generator polynomial.
    let mut rest = words;
    for index in 0..2 * DATA {
        for (degree, coefficient) in GENERATOR.iter().enumerate() {
            rest[index + 2 * (degree + 1)] ^= product(*coefficient, rest[index]);
        }
    }
    words[2 * DATA..].copy_from_slice(&rest[2 * DATA..]);
    Some(words)
}

const fn generator() -> [u8; CORRECTION] {
    let mut result = [0; CORRECTION];
    result[CORRECTION - 1] = 1;
    let mut root = 1;
    let mut degree = 0;
    while degree < CORRECTION {
        let mut place = 0;
        while place < CORRECTION {
            let next = if place + 1 < CORRECTION { result[place + 1] } else { 0 };
            result[place] = product(result[place], root) ^ next;
            place += 1;
        }
        root = product(root, 2);
        degree += 1;
    }
    result
}

/// Multiplication in the field of 256 elements, modulo x⁸ + x⁴ + x³ + x² + 1.
const fn product(a: u8, b: u8) -> u8 {
    let mut sum = 0;
    let mut bit = 8;
    while bit > 0 {
        bit -= 1;
        sum = (sum << 1) ^ ((sum >> 7) * 0x1D) ^ ((b >> bit & 1) * a);
    }
    sum
}

//! QR codes for links: byte mode, error correction M, versions 1 to 9, mask 0 (ISO/IEC 18004).
//!
//! A tenth of what a whole library adds to the WebAssembly; a test holds every code against one.

/// Codewords of each version, how many of them correct errors in each block, and the number of blocks.
const VERSIONS: [(usize, usize, usize); 9] =
    [(26, 10, 1), (44, 16, 1), (70, 26, 1), (100, 18, 2), (134, 24, 2), (172, 16, 4), (196, 18, 4), (242, 22, 4), (292, 22, 5)];

/// A QR code: a square of modules.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Code {
    /// Modules to a side: 21–53.
    pub size: usize,
    dark: Vec<bool>,
    /// Modules that hold no data: patterns and information about the code.
    fixed: Vec<bool>,
}

impl Code {
    /// The code of a text of at most 180 bytes; `None` for a longer one.
    pub fn of(text: &str) -> Option<Code> {
        let data = |(words, correction, blocks): (usize, usize, usize)| words - correction * blocks;
        // Twelve bits say that bytes follow, and how many.
        let version = VERSIONS.iter().position(|version| text.len() + 2 <= data(*version))? + 1;
        let shape = VERSIONS[version - 1];
        let size = 17 + 4 * version;
        let mut code = Code { size, dark: vec![false; size * size], fixed: vec![false; size * size] };
        code.draw_patterns(version);
        code.draw_data(&interleaved(&packed(text.as_bytes(), data(shape)), shape));
        Some(code)
    }

    /// True if the module is dark; those outside are light.
    pub fn is_dark(&self, x: usize, y: usize) -> bool {
        x < self.size && y < self.size && self.dark[y * self.size + x]
    }

    fn fix(&mut self, x: usize, y: usize, dark: bool) {
        let place = y * self.size + x;
        self.dark[place] = dark;
        self.fixed[place] = true;
    }

    fn draw_patterns(&mut self, version: usize) {
        let last = self.size - 1;
        for place in 0..=last {
            self.fix(6, place, place % 2 == 0);
            self.fix(place, 6, place % 2 == 0);
        }
        // Squares in three corners, with a light border.
        for (cx, cy) in [(3, 3), (last - 3, 3), (3, last - 3)] {
            for y in cy.saturating_sub(4)..=(cy + 4).min(last) {
                for x in cx.saturating_sub(4)..=(cx + 4).min(last) {
                    let ring = x.abs_diff(cx).max(y.abs_diff(cy));
                    self.fix(x, y, ring != 2 && ring != 4);
                }
            }
        }
        // Smaller squares on a grid, except where the large ones are.
        if version > 1 {
            let count = version / 7 + 2;
            let step = (self.size - 13) / (count - 1);
            for row in 0..count {
                for column in 0..count {
                    let (in_first, in_last) = ([row, column].contains(&0), [row, column].contains(&(count - 1)));
                    if (row, column) == (0, 0) || (in_first && in_last) {
                        continue;
                    }
                    let (cx, cy) = (6 + column * step, 6 + row * step);
                    for y in cy - 2..=cy + 2 {
                        for x in cx - 2..=cx + 2 {
                            self.fix(x, y, x.abs_diff(cx).max(y.abs_diff(cy)) != 1);
                        }
                    }
                }
            }
        }
        self.draw_information(version);
    }

    /// Twice: the error correction and the mask, and from version 7 on the version.
    fn draw_information(&mut self, version: usize) {
        const M_AND_MASK_0: u32 = 0x5412;
        let bit = |bits: u32, index: usize| bits >> index & 1 == 1;
        let last = self.size - 1;
        for index in 0..15 {
            let dark = bit(M_AND_MASK_0, index);
            match index {
                0..=5 => self.fix(8, index, dark),
                6 | 7 => self.fix(8, index + 1, dark),
                8 => self.fix(7, 8, dark),
                _ => self.fix(14 - index, 8, dark),
            }
            if index < 8 { self.fix(last - index, 8, dark) } else { self.fix(8, self.size + index - 15, dark) }
        }
        self.fix(8, last - 7, true);
        if version >= 7 {
            let mut rest = version as u32;
            for _ in 0..12 {
                rest = (rest << 1) ^ ((rest >> 11) * 0x1F25);
            }
            let bits = (version as u32) << 12 | rest;
            for index in 0..18 {
                let (a, b) = (last - 10 + index % 3, index / 3);
                self.fix(a, b, bit(bits, index));
                self.fix(b, a, bit(bits, index));
            }
        }
    }

    /// In columns of two from the right, up and down by turns.
    fn draw_data(&mut self, words: &[u8]) {
        let mut index = 0;
        let mut up = true;
        let mut right = self.size - 1;
        while right > 0 {
            // The column with the timing pattern is left out.
            if right == 6 {
                right = 5;
            }
            for step in 0..self.size {
                let y = if up { self.size - 1 - step } else { step };
                for x in [right, right - 1] {
                    let place = y * self.size + x;
                    if !self.fixed[place] {
                        let dark = words.get(index / 8).is_some_and(|word| word >> (7 - index % 8) & 1 == 1);
                        self.dark[place] = dark ^ ((x + y) % 2 == 0);
                        index += 1;
                    }
                }
            }
            up = !up;
            right = right.saturating_sub(2);
        }
    }
}

/// Mode, length, text and padding, in so many codewords.
fn packed(text: &[u8], length: usize) -> Vec<u8> {
    let mut words = Vec::with_capacity(length);
    // Half a byte of mode shifts all that follows.
    let mut carry = 0x4;
    for byte in [text.len() as u8].iter().chain(text) {
        words.push(carry << 4 | byte >> 4);
        carry = byte & 15;
    }
    words.push(carry << 4);
    let mut pad = 0xEC;
    while words.len() < length {
        words.push(pad);
        pad ^= 0xEC ^ 0x11;
    }
    words
}

/// The data in blocks, each with its correction, one codeword of each block after the other.
fn interleaved(data: &[u8], (words, correction, count): (usize, usize, usize)) -> Vec<u8> {
    let generator = generator(correction);
    let short = words / count - correction;
    let mut blocks = Vec::with_capacity(count);
    let mut rest = data;
    for index in 0..count {
        let length = short + usize::from(index >= count - words % count);
        let (block, after) = rest.split_at(length);
        blocks.push((block, remainder(block, &generator)));
        rest = after;
    }
    let mut out = Vec::with_capacity(words);
    for place in 0..=short {
        out.extend(blocks.iter().filter_map(|(block, _)| block.get(place)));
    }
    for place in 0..correction {
        out.extend(blocks.iter().map(|(_, correction)| correction[place]));
    }
    out
}

/// The generator polynomial of a degree, its highest coefficient (1) left out.
fn generator(degree: usize) -> Vec<u8> {
    let mut result = vec![0; degree];
    result[degree - 1] = 1;
    let mut root = 1;
    for _ in 0..degree {
        for place in 0..degree {
            let next = if place + 1 < degree { result[place + 1] } else { 0 };
            result[place] = product(result[place], root) ^ next;
        }
        root = product(root, 2);
    }
    result
}

/// What is left of the data when it is divided by the generator.
fn remainder(data: &[u8], generator: &[u8]) -> Vec<u8> {
    let mut result = vec![0; generator.len()];
    for byte in data {
        let factor = byte ^ result.remove(0);
        result.push(0);
        for (word, coefficient) in result.iter_mut().zip(generator) {
            *word ^= product(*coefficient, factor);
        }
    }
    result
}

/// Multiplication in the field of 256 elements, modulo x⁸ + x⁴ + x³ + x² + 1.
fn product(a: u8, b: u8) -> u8 {
    (0..8).rev().fold(0, |sum: u8, bit| (sum << 1) ^ ((sum >> 7) * 0x1D) ^ ((b >> bit & 1) * a))
}

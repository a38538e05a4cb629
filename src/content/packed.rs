//! Reading a packed content file: the layout that postcard writes for texts, arrays and lists of them.
//!
//! serde would do it, at eight times the bytes in the WebAssembly: this reader knows three shapes, and never fails half
//! way but notes that it did.

/// What is left of a packed file.
#[derive(Debug)]
pub struct Packed {
    rest: &'static [u8],
    broken: bool,
}

/// Something that can be read from a packed file. Where the file is broken it reads as empty, and
/// [`Packed::is_read_to_the_end`] is false.
pub trait Unpack {
    /// Reads the next value.
    fn unpack(packed: &mut Packed) -> Self;
}

impl Packed {
    /// A packed file without its header.
    pub const fn new(rest: &'static [u8]) -> Packed {
        Packed { rest, broken: false }
    }

    /// True if everything was there, and nothing is left over.
    pub const fn is_read_to_the_end(&self) -> bool {
        !self.broken && self.rest.is_empty()
    }

    /// A length: seven bits a byte, the low ones first; no text or list is longer than 2^28.
    fn length(&mut self) -> usize {
        let mut length = 0;
        for shift in [0, 7, 14, 21] {
            let Some((byte, rest)) = self.rest.split_first() else { break };
            self.rest = rest;
            length |= usize::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return length;
            }
        }
        self.broken = true;
        0
    }
}

impl Unpack for &'static str {
    #[inline(never)]
    fn unpack(packed: &mut Packed) -> &'static str {
        let length = packed.length();
        let text = packed.rest.split_at_checked(length).and_then(|(text, rest)| {
            packed.rest = rest;
            core::str::from_utf8(text).ok()
        });
        packed.broken |= text.is_none();
        text.unwrap_or_default()
    }
}

impl<T: Unpack, const N: usize> Unpack for [T; N] {
    fn unpack(packed: &mut Packed) -> [T; N] {
        core::array::from_fn(|_| T::unpack(packed))
    }
}

impl<T: Unpack> Unpack for Vec<T> {
    fn unpack(packed: &mut Packed) -> Vec<T> {
        // Each entry takes a byte at least: a broken length asks for no more memory than the file is long.
        let length = packed.length().min(packed.rest.len());
        (0..length).map(|_| T::unpack(packed)).collect()
    }
}

//! The texts of one language, as the page has them.

use core::ops::Deref;

use super::{Content, fill_in_order};
use crate::quiz::{REVISION, cut};

/// The number of a text: its place in a packed content file, from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TextId(pub(super) u16);

/// The number of each text.
static NUMBERS: Content<TextId> = Content::numbered(0);

/// The texts of one language. They stay for the life of the page, so a text on the screen is never copied.
///
/// It gives the number of each text by name, and the text for a number: `words.get(words.statement.back)`.
#[derive(Clone, Copy, Debug)]
pub struct Words(&'static [&'static str]);

impl Deref for Words {
    type Target = Content<TextId>;

    #[inline]
    fn deref(&self) -> &Content<TextId> {
        &NUMBERS
    }
}

/// Compared by place: there is one copy of a language on a page.
impl PartialEq for Words {
    fn eq(&self, other: &Words) -> bool {
        core::ptr::eq(self.0, other.0)
    }
}

impl Words {
    /// A text.
    #[inline(never)]
    pub fn get(self, text: TextId) -> &'static str {
        self.0[usize::from(text.0)]
    }

    /// A text with its `{names}` filled in: the values in the alphabetical order of the names. Values too many are left out.
    #[inline(never)]
    pub fn fill(self, text: TextId, values: &[&str]) -> String {
        fill_in_order(self.get(text), values)
    }
}

/// The first bytes of a packed content file: a mark, the version of its layout, and the revision of the instrument.
pub(super) const HEADER: [u8; 4] = [b'E', b'x', 5, REVISION];

/// A packed content file that this module cannot read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unreadable;

/// Reads a packed content file, and keeps it for good. After the header it names the letters of the language that ASCII has not:
/// how many, then the low bytes of their numbers in Unicode, then the high ones. Then come the texts, each with a line break at
/// its end, one byte a letter: from 128 on it is the place of one of those. Brotli makes a sixth less of that than of UTF-8 in
/// another script.
///
/// # Errors
/// [`Unreadable`] if the bytes are no content file, one of another version, or cut or longer than one.
#[allow(clippy::needless_pass_by_value, reason = "the page has nothing else to do with what it has fetched")]
pub fn read(bytes: Vec<u8>) -> Result<Words, Unreadable> {
    decoded(&bytes).ok_or(Unreadable)
}

fn decoded(bytes: &[u8]) -> Option<Words> {
    let (count, rest) = bytes.strip_prefix(&HEADER)?.split_first()?;
    let (low, rest) = rest.split_at_checked(usize::from(*count))?;
    let (high, coded) = rest.split_at_checked(usize::from(*count))?;
    let mut all = String::with_capacity(2 * coded.len());
    for &byte in coded {
        let code = if byte.is_ascii() {
            u16::from(byte)
        } else {
            let place = usize::from(byte - 128);
            u16::from_le_bytes([*low.get(place)?, *high.get(place)?])
        };
        all.push(char::from_u32(code.into())?);
    }
    let mut rest: &'static str = all.leak();
    let count = usize::from(Content::TEXTS);
    let mut texts = Vec::with_capacity(count);
    while let Some((text, after)) = cut(rest, b'\n') {
        texts.push(text);
        rest = after;
    }
    (rest.is_empty() && texts.len() == count).then(|| Words(texts.leak()))
}

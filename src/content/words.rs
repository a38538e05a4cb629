//! The texts of one language, as the page has them.

use core::ops::Deref;

use super::{Content, fill_in_order};
use crate::quiz::REVISION;

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
pub(super) const HEADER: [u8; 4] = [b'E', b'x', 3, REVISION];

/// A packed content file that this module cannot read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unreadable;

/// Reads a packed content file, and keeps it for good. After the header it holds the texts as postcard writes them: the
/// length, seven bits a byte and the low ones first, then UTF-8.
///
/// # Errors
/// [`Unreadable`] if the bytes are no content file, one of another version, or cut or longer than one.
pub fn read(bytes: Vec<u8>) -> Result<Words, Unreadable> {
    let bytes: &'static [u8] = bytes.leak();
    let mut rest = bytes.strip_prefix(&HEADER).ok_or(Unreadable)?;
    let count = usize::from(Content::TEXTS);
    let mut texts = Vec::with_capacity(count);
    for _ in 0..count {
        let length = length(&mut rest).ok_or(Unreadable)?;
        let (text, after) = rest.split_at_checked(length).ok_or(Unreadable)?;
        texts.push(core::str::from_utf8(text).map_err(|_| Unreadable)?);
        rest = after;
    }
    if rest.is_empty() { Ok(Words(texts.leak())) } else { Err(Unreadable) }
}

/// No text is longer than 2^28 bytes.
fn length(rest: &mut &[u8]) -> Option<usize> {
    let mut length = 0;
    for shift in [0, 7, 14, 21] {
        let (byte, after) = rest.split_first()?;
        *rest = after;
        length |= usize::from(byte & 0x7f) << shift;
        if byte & 0x80 == 0 {
            return Some(length);
        }
    }
    None
}

//! The texts of one language, as the page has them.

use core::{error::Error, fmt, ops::Deref};

use exhale_quiz::{REVISION, number, split};

use crate::{Content, fill_in_order, with_digits};

/// The number of a text: its line in a compiled content file, from 0, the header not counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TextId(pub(crate) u16);

/// The number of each text.
static NUMBERS: Content<TextId> = Content::numbered(0);

/// The texts of one language. They stay for the life of the page, so a text on the screen is never copied.
///
/// It gives the number of each text by name, and the text for a number: `messages.get(messages.statement.back)`.
#[derive(Clone, Copy, Debug)]
pub struct Messages(&'static [&'static str]);

impl Deref for Messages {
    type Target = Content<TextId>;

    #[inline]
    fn deref(&self) -> &Content<TextId> {
        &NUMBERS
    }
}

/// Compared by address: there is one copy of a language on a page.
impl PartialEq for Messages {
    fn eq(&self, other: &Messages) -> bool {
        core::ptr::eq(self.0, other.0)
    }
}

impl Messages {
    /// Reads a compiled content file, and keeps it for good: UTF-8, a header line with the version of the layout and the
    /// revision of the instrument, then a line for each text, each with a line feed at its end.
    ///
    /// # Errors
    /// [`UnreadableContent`] if the file is none, is of another version, or has too few or too many lines.
    pub fn read(file: String) -> Result<Messages, UnreadableContent> {
        let count = usize::from(Content::TEXTS);
        let file: &'static str = file.leak();
        let lines = file.strip_prefix(&header()).and_then(|rest| rest.strip_suffix('\n')).ok_or(UnreadableContent)?;
        let mut texts = Vec::with_capacity(count);
        texts.extend(split(lines, b'\n'));
        if texts.len() == count { Ok(Messages(texts.leak())) } else { Err(UnreadableContent) }
    }

    /// A text.
    #[inline(never)]
    pub fn get(self, text: TextId) -> &'static str {
        self.0[usize::from(text.0)]
    }

    /// A text with its `{names}` filled in: the values in the alphabetical order of the names. Values too many are left out. Numbers
    /// are written as the language writes them.
    #[inline(never)]
    pub fn fill(self, text: TextId, values: &[&str]) -> String {
        self.with_digits(&fill_in_order(self.get(text), values))
    }

    /// A text with its numbers as the language writes them.
    #[inline(never)]
    pub fn with_digits(self, text: &str) -> String {
        with_digits(text, self.get(self.numbers))
    }
}

/// The version of the layout of a compiled content file.
const FORMAT: u8 = 7;

/// The first line of a compiled content file, with its line feed: a mark, the version of the layout, and the revision of the
/// instrument.
pub(crate) fn header() -> String {
    ["exhale-content ", &number(FORMAT), " ", &number(REVISION), "\n"].concat()
}

/// A file that is no compiled content file of this version.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnreadableContent;

impl fmt::Display for UnreadableContent {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("the file is no compiled content file of this version")
    }
}

impl Error for UnreadableContent {}

//! Finds the result link in the fragment of an address, or removes it, whatever mail programs and messengers did to the fragment.
//!
//! Repairs only decode, and skip characters that no link contains; they never add or replace one. What is left must be a complete
//! link with a valid checksum.

use super::link::{LENGTHS, LinkError, MAX_LENGTH, Shared};

/// Finds the result link in the fragment of an address, without its `#`: the field with this name.
///
/// A field begins at the start or after `&`, `?`, `#`, `/`, `!`, `;` or a space, and ends at `&`, `?` or `#`. Any of it may be
/// percent-encoded, also repeatedly. Whitespace and punctuation inside a link are skipped, and so is any text after a complete
/// link and one of these. A field counts only if its link is complete where the name is in another case (`Exhale`), has a line
/// break in it, or follows another character; where it follows one of the above but `&`, it must at least begin like a link.
///
/// `None` without such a field, as in the routes of a host page.
///
/// ```
/// use exhale_quiz::link::in_fragment;
///
/// let shared = "040vapctkkt809me".parse();
/// for fragment in ["exhale=040vapctkkt809me", "/quiz?exhale%3D040vapct%0Akkt809me).&utm_source=mail"] {
///     assert_eq!(in_fragment(fragment, "exhale"), Some(shared));
/// }
/// assert_eq!(in_fragment("/quiz?page=2", "exhale"), None);
/// ```
///
/// # Errors
/// As [`Shared::from_str`](core::str::FromStr::from_str) for the remaining characters; [`LinkError::Foreign`] also for punctuation
/// between them, [`LinkError::Twice`] if there are two such fields.
pub fn in_fragment(fragment: &str, name: &str) -> Option<Result<Shared, LinkError>> {
    let Decoded { text, .. } = Decoded::new(fragment);
    let mut found = (0..text.len()).filter_map(|start| field_at(&text, start, name));
    let link = found.next()?;
    Some(if found.next().is_some() { Err(LinkError::Twice) } else { link })
}

/// Removes the fields that [`in_fragment`] finds. Other fields and the route of a host page stay exactly as they were written.
///
/// ```
/// use exhale_quiz::link::without_link;
///
/// assert_eq!(without_link("/quiz?exhale=040vapctkkt809me&page=2", "exhale"), "/quiz?page=2");
/// assert_eq!(without_link("!exhale%3D040vapctkkt809me", "exhale"), "");
/// ```
pub fn without_link(fragment: &str, name: &str) -> String {
    let mut rest = without_fields(fragment, name);
    // What stood after one of them may begin a field now.
    while in_fragment(&rest, name).is_some() {
        rest = without_fields(&rest, name);
    }
    rest
}

fn without_fields(fragment: &str, name: &str) -> String {
    let Decoded { text, places } = Decoded::new(fragment);
    let mut rest = Rest { fragment, text: &text, places: &places, kept: String::new(), question: "" };
    let (mut from, mut at) = (0, 0);
    while text.get(at).is_some() {
        if field_at(&text, at, name).is_none() {
            at += 1;
            continue;
        }
        let end = from + without_separator(&text[from..at], from == 0);
        rest.keep(from, end);
        if text[end..at] == *b"?" {
            rest.question = &fragment[places[end]..places[at]];
        }
        while text.get(at).is_some_and(|byte| !ends_field(*byte)) {
            at += 1;
        }
        from = at;
    }
    rest.keep(from, text.len());
    rest.kept
}

/// The length of the text before a field, without the separator between the two.
fn without_separator(before: &[u8], is_start: bool) -> usize {
    // Only punctuation was put before the field.
    if is_start && !before.iter().any(|byte| is_of_a_name(*byte) || ends_field(*byte)) {
        return 0;
    }
    match before.last() {
        // `&` in HTML.
        Some(b';') if before.ends_with(b"&amp;") => before.len() - 5,
        Some(b'&' | b'?' | b'#' | b'/' | b'!' | b';' | 0..=b' ') => before.len() - 1,
        _ => before.len(),
    }
}

/// What [`without_link`] keeps.
struct Rest<'a> {
    fragment: &'a str,
    text: &'a [u8],
    places: &'a [usize],
    kept: String,
    /// The `?` before a removed field, as it was written: kept if another field follows.
    question: &'a str,
}

impl Rest<'_> {
    /// Keeps a part of the text.
    fn keep(&mut self, from: usize, to: usize) {
        if from >= to {
            return;
        }
        let mut start = from;
        match self.text[from] {
            b'&' if !self.question.is_empty() => {
                self.kept.push_str(self.question);
                start += 1;
            }
            b'&' | b'#' if self.kept.is_empty() && from > 0 => start += 1,
            _ => {}
        }
        self.question = "";
        self.kept.push_str(&self.fragment[self.places[start]..self.places[to]]);
    }
}

/// A percent-decoded fragment.
struct Decoded {
    text: Vec<u8>,
    /// Where each byte of the text stands in the fragment, and where the fragment ends.
    places: Vec<usize>,
}

impl Decoded {
    fn new(fragment: &str) -> Decoded {
        let fragment = fragment.as_bytes();
        let mut decoded = Decoded { text: Vec::new(), places: Vec::new() };
        let mut at = 0;
        while at < fragment.len() {
            decoded.places.push(at);
            let mut byte = fragment[at];
            at += 1;
            if byte == b'%' {
                // `%253D` is `%3D`, encoded again.
                while fragment[at..].starts_with(b"25") {
                    at += 2;
                }
                if let Some(value) = hex(&fragment[at..]) {
                    byte = value;
                    at += 2;
                }
            }
            decoded.text.push(byte);
        }
        decoded.places.push(at);
        decoded
    }
}

/// The value of the two hexadecimal digits that a text begins with.
fn hex(text: &[u8]) -> Option<u8> {
    let digit = |at: usize| char::from(*text.get(at)?).to_digit(16);
    Some((digit(0)? * 16 + digit(1)?) as u8)
}

/// The link in the field with this name that begins here, if one does.
fn field_at(text: &[u8], start: usize, name: &str) -> Option<Result<Shared, LinkError>> {
    let before = start.checked_sub(1).map(|before| text[before]);
    if before.is_some_and(is_of_a_name) {
        return None;
    }
    let mut is_exact = true;
    let mut at = start;
    for letter in name.bytes() {
        while at > start && text.get(at).copied().is_some_and(is_break) {
            is_exact = false;
            at += 1;
        }
        let found = *text.get(at)?;
        if !found.eq_ignore_ascii_case(&letter) {
            return None;
        }
        is_exact &= found == letter;
        at += 1;
    }
    while *text.get(at)? != b'=' {
        if !is_break(text[at]) {
            return None;
        }
        at += 1;
    }
    at += 1;
    // Quoted-printable mail writes `=` as `=3D`. No link begins with `3D`.
    while let [b'3', b'D' | b'd', ..] = text[at..] {
        at += 2;
    }
    let value = &text[at..];
    let link = read(value, false).or_else(|error| read(value, true).map_err(|_| error));
    let is_ours = match before {
        None | Some(b'&') => is_exact,
        // It may be in a route of the host page, with a meaning of its own.
        Some(b'?' | b'#' | b'/' | b'!' | b';' | 0..=b' ') => is_exact && resembles_link(value),
        _ => false,
    };
    (is_ours || link.is_ok()).then_some(link)
}

/// Reads the link at the start of a value. With `is_quoted`, `=20` is a space and `=0A` a line break, as in quoted-printable mail;
/// without, `=` is what a browser leaves of a soft line break.
///
/// The first characters say how long the link is, so at most one text can pass the checksum.
fn read(value: &[u8], is_quoted: bool) -> Result<Shared, LinkError> {
    let mut link = String::new();
    // Whether anything was skipped since the last character, and whether punctuation was.
    let (mut has_gap, mut has_punctuation, mut is_foreign) = (false, false, false);
    let mut at = 0;
    while let Some(byte) = value.get(at).copied()
        && !ends_field(byte)
        && link.len() <= MAX_LENGTH
    {
        at += 1;
        if byte.is_ascii_alphanumeric() {
            if has_gap && LENGTHS.contains(&link.len()) {
                let whole = link.parse();
                if whole.is_ok() {
                    return whole;
                }
            }
            is_foreign |= has_punctuation && !link.is_empty();
            (has_gap, has_punctuation) = (false, false);
            link.push(char::from(byte));
        } else {
            has_gap = true;
            has_punctuation |= !is_break(byte);
            if is_quoted && byte == b'=' && hex(&value[at..]).is_some() {
                at += 2;
            }
        }
    }
    is_foreign |= has_punctuation && link.is_empty();
    link.parse().map_err(|error| if is_foreign { LinkError::Foreign } else { error })
}

/// True if a value begins like a link: those of formats 1 to 7 begin with `0`, and four characters say how long a link is.
fn resembles_link(value: &[u8]) -> bool {
    matches!(value, [b'0' | b'O' | b'o', a, b, c, ..] if [a, b, c].into_iter().all(u8::is_ascii_alphanumeric))
}

/// Whitespace, soft line breaks of mail (`=`), and anything that is not ASCII, such as invisible characters.
const fn is_break(byte: u8) -> bool {
    matches!(byte, 0..=b' ' | b'=' | 0x7F..)
}

const fn is_of_a_name(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-')
}

const fn ends_field(byte: u8) -> bool {
    matches!(byte, b'&' | b'?' | b'#')
}

//! Splitting text at a character. `str::split` and its kin search for any pattern, which costs the WebAssembly twice as much.

/// What stands before the first `at`, an ASCII character, and what after it.
pub fn split_once(text: &str, at: u8) -> Option<(&str, &str)> {
    let place = text.bytes().position(|byte| byte == at)?;
    Some((&text[..place], &text[place + 1..]))
}

/// The pieces between all `at`: at least one.
pub fn split(text: &str, at: u8) -> impl Iterator<Item = &str> {
    let mut rest = Some(text);
    core::iter::from_fn(move || {
        let text = rest.take()?;
        let Some((piece, after)) = split_once(text, at) else { return Some(text) };
        rest = Some(after);
        Some(piece)
    })
}

#[cfg(test)]
mod tests {
    use super::{split, split_once};

    #[test]
    fn splits_as_the_standard_library_does() {
        for text in ["", ".", "a", "a.b", ".a..b.", "é.ü"] {
            assert_eq!(split_once(text, b'.'), text.split_once('.'));
            assert!(split(text, b'.').eq(text.split('.')));
        }
    }
}

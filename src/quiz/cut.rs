//! Cutting text at a sign. `str::split` and its kin search for any pattern, which costs the WebAssembly twice as much.

/// What stands before the first `at`, an ASCII sign, and what after it.
pub fn cut(text: &str, at: u8) -> Option<(&str, &str)> {
    let place = text.bytes().position(|byte| byte == at)?;
    Some((&text[..place], &text[place + 1..]))
}

/// The parts between all `at`: at least one.
pub fn parts(text: &str, at: u8) -> impl Iterator<Item = &str> {
    let mut rest = Some(text);
    core::iter::from_fn(move || {
        let text = rest.take()?;
        let Some((part, after)) = cut(text, at) else { return Some(text) };
        rest = Some(after);
        Some(part)
    })
}

#[cfg(test)]
mod tests {
    use super::{cut, parts};

    #[test]
    fn cuts_as_split_does() {
        for text in ["", ".", "a", "a.b", ".a..b.", "é.ü"] {
            assert_eq!(cut(text, b'.'), text.split_once('.'));
            assert!(parts(text, b'.').eq(text.split('.')));
        }
    }
}

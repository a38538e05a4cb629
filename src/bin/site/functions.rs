//! The functions of a module: what they are called, and which of them are imported.

use std::collections::BTreeMap;

use super::binary::{CUSTOM, FUNCTION, IMPORTS, Reader, sections};

const FUNCTION_NAMES: u8 = 1;

/// The names of the functions, by their numbers, without the hashes in them.
///
/// # Errors
/// If the bytes are no WebAssembly module, or one without such names.
pub fn names(module: &[u8]) -> Result<BTreeMap<u32, String>, String> {
    let mut names = BTreeMap::new();
    for section in sections(module)? {
        if let (CUSTOM, section) = section? {
            names.extend(in_section(section)?);
        }
    }
    if names.is_empty() { Err("the module has no names of functions".into()) } else { Ok(names) }
}

/// Nothing if the custom section is another one.
fn in_section(mut section: Reader<'_>) -> Result<BTreeMap<u32, String>, String> {
    if section.text()? != "name" {
        return Ok(BTreeMap::new());
    }
    while !section.0.is_empty() {
        let (kind, mut names) = (section.byte()?, Reader(section.sized()?));
        if kind == FUNCTION_NAMES {
            return (0..names.number()?).map(|_| Ok((names.number()?, without_hashes(&names.text()?)))).collect();
        }
    }
    Ok(BTreeMap::new())
}

/// `core[0123456789abcdef]::ops` is `core::ops`.
fn without_hashes(name: &str) -> String {
    name.split('[').map(|part| part.split_once(']').map_or(part, |(_, rest)| rest)).collect()
}

/// How many functions the module imports: its own are counted from there on.
///
/// # Errors
/// If it is no WebAssembly module, or imports something else.
pub fn imported(module: &[u8]) -> Result<u32, String> {
    let mut functions = 0;
    for section in sections(module)? {
        let (IMPORTS, mut section) = section? else { continue };
        for _ in 0..section.number()? {
            section.sized()?;
            section.sized()?;
            if section.byte()? != FUNCTION {
                return Err("the module imports something that is no function".into());
            }
            section.number()?;
            functions += 1;
        }
    }
    Ok(functions)
}

/// The bodies of the module's own functions, which its code section holds.
///
/// # Errors
/// If the section is cut.
pub fn bodies(mut section: Reader<'_>) -> Result<Vec<&[u8]>, String> {
    (0..section.number()?).map(|_| section.sized()).collect()
}

#[cfg(test)]
mod tests {
    use super::without_hashes;

    #[test]
    fn names_are_read_without_their_hashes() {
        assert_eq!(without_hashes("<core[0a]::Option<js_sys[1b]::Object>>::f"), "<core::Option<js_sys::Object>>::f");
    }
}

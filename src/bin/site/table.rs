//! Takes functions out of the module's table that nobody can call. For each closure that js-sys could hand to a script there is
//! a function which calls it, and a place in the table from which wasm-bindgen reads its type. Those that are used, wasm-bindgen
//! exports; the places of the others stay, and keep some forty functions alive.

use std::collections::BTreeSet;

use super::{
    binary::{self, ELEMENTS, EXPORTS, FUNCTION, Reader, sections, write_number, write_section},
    functions,
};

/// Part of the name of every function that calls a closure for a script.
const CALLS_A_CLOSURE: &str = "wasm_bindgen::convert::closures::_";
/// How a segment is written that fills the table whose number is given.
const INTO_A_TABLE: u32 = 2;
const I32_CONST: u8 = 0x41;
const END: u8 = 0x0b;

/// The module, with those places of the table given to a function that is there anyway; and how many they are. wasm-opt then
/// finds the functions unused.
///
/// # Errors
/// Says what is not as it should be, if the bytes are no WebAssembly module with names, or fill tables in another way than
/// wasm-bindgen does.
pub fn without_dead_closures(module: &[u8]) -> Result<(Vec<u8>, usize), String> {
    let names = functions::names(module)?;
    let mut exported = BTreeSet::new();
    for section in sections(module)? {
        if let (EXPORTS, section) = section? {
            exported = exported_functions(section)?;
        }
    }
    let dead =
        |function: u32| !exported.contains(&function) && names.get(&function).is_some_and(|name| name.contains(CALLS_A_CLOSURE));
    let mut out = binary::MAGIC.to_vec();
    let mut count = 0;
    for section in sections(module)? {
        let (id, section) = section?;
        let section = if id == ELEMENTS { elements(section, &dead, &mut count)? } else { section.0.to_vec() };
        write_section(&mut out, id, &section);
    }
    Ok((out, count))
}

fn exported_functions(mut section: Reader<'_>) -> Result<BTreeSet<u32>, String> {
    let mut functions = BTreeSet::new();
    for _ in 0..section.number()? {
        section.sized()?;
        let (kind, index) = (section.byte()?, section.number()?);
        if kind == FUNCTION {
            functions.insert(index);
        }
    }
    Ok(functions)
}

fn elements(mut section: Reader<'_>, dead: &impl Fn(u32) -> bool, count: &mut usize) -> Result<Vec<u8>, String> {
    let unknown = || "the module fills a table in a way that is not known here".to_owned();
    let segments = section.number()?;
    let mut out = Vec::new();
    write_number(&mut out, segments);
    for _ in 0..segments {
        let kind = section.number()?;
        write_number(&mut out, kind);
        if kind == INTO_A_TABLE {
            write_number(&mut out, section.number()?);
        } else if kind != 0 {
            return Err(unknown());
        }
        let (code, offset, end) = (section.byte()?, section.number()?, section.byte()?);
        if (code, end) != (I32_CONST, END) {
            return Err(unknown());
        }
        out.push(code);
        write_number(&mut out, offset);
        out.push(end);
        if kind == INTO_A_TABLE {
            out.push(section.byte()?);
        }
        let length = section.number()?;
        let functions = (0..length).map(|_| section.number()).collect::<Result<Vec<_>, _>>()?;
        let other = functions.iter().copied().find(|function| !dead(*function)).ok_or_else(unknown)?;
        write_number(&mut out, length);
        for function in functions {
            *count += usize::from(dead(function));
            write_number(&mut out, if dead(function) { other } else { function });
        }
    }
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::without_dead_closures;
    use crate::binary::differences;

    /// Exports function 2; table: 1, 2, 3, 1; functions 2 and 3 call closures.
    fn module(names: bool) -> Vec<u8> {
        let mut module = b"\0asm\x01\0\0\0\x07\x05\x01\x01f\x00\x02\x09\x0a\x01\x00\x41\x01\x0b\x04\x01\x02\x03\x01".to_vec();
        if names {
            let (plain, closure) = ("run", "wasm_bindgen[3f]::convert::closures::_::invoke::<(), true>");
            let mut list = vec![3];
            for (index, name) in [(1, plain), (2, closure), (3, closure)] {
                list.extend([index, name.len() as u8]);
                list.extend(name.bytes());
            }
            let mut section = b"\x04name\x01".to_vec();
            section.extend([list.len() as u8 | 0x80, (list.len() >> 7) as u8]);
            section.extend(list);
            module.extend([0, section.len() as u8 | 0x80, (section.len() >> 7) as u8]);
            module.extend(section);
        }
        module
    }

    #[test]
    fn a_place_that_calls_no_exported_closure_is_given_away() {
        let before = module(true);
        let (after, count) = without_dead_closures(&before).unwrap();
        assert_eq!((count, differences(&before, &after)), (1, vec![(25, 3, 1)]));
    }

    #[test]
    fn what_is_not_understood_stops_the_build() {
        assert!(without_dead_closures(&module(false)).unwrap_err().contains("no names"));
        let mut other = module(true);
        other[18] = 5;
        assert!(without_dead_closures(&other).unwrap_err().contains("not known here"));
        assert_eq!(without_dead_closures(&module(true)[..30]).unwrap_err(), "the module is cut");
    }
}

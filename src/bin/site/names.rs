//! Short names for what the module and its glue import from each other. wasm-bindgen's end in hashes, which no compression
//! makes small, and each stands in both files: together two kilobytes.

use std::collections::BTreeMap;

use super::binary::{self, EXPORTS, FUNCTION, IMPORTS, Reader, sections, write_number, write_section, write_sized};

/// The module and its glue with short names. The glue must be as wasm-bindgen wrote it, not minified.
///
/// # Errors
/// Says what is not as it should be, if the bytes are no WebAssembly module, import something other than functions, or
/// import a name that the glue does not have.
pub fn shorten(module: &[u8], glue: &str) -> Result<(Vec<u8>, String), String> {
    let mut out = binary::MAGIC.to_vec();
    let (mut modules, mut imports, mut exports) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
    let (mut raw, mut glue) = (Raw::new(), glue.to_owned());
    for section in sections(module)? {
        let (id, mut section) = section?;
        // In a module, imports come before exports.
        let section = match id {
            IMPORTS => {
                let section = rename_imports(&mut section, &mut modules, &mut imports, &mut raw)?;
                glue = with_imports_of(&glue, &imports);
                section
            }
            EXPORTS => rename_exports(&mut section, &glue, &mut exports)?,
            _ => section.0.to_vec(),
        };
        write_section(&mut out, id, &section);
    }
    let mut found = 0;
    glue = without_namespaces(&glue, &raw);
    for (long, short) in &modules {
        // A key of the object of imports; the scripts themselves keep their names.
        glue = glue.replace(&format!("\"{long}\":"), &format!("{short}:"));
    }
    let glue = rename_in_glue(&glue, &imports, &exports, &mut found);
    if found == imports.len() { Ok((out, glue)) } else { Err(format!("the glue has {found} of {} imports", imports.len())) }
}

type Names = BTreeMap<String, String>;
/// What the module takes from our own scripts as it is: the names, by script.
type Raw = BTreeMap<String, Vec<String>>;

/// For each such function wasm-bindgen names its script once more, and imports all of it: a bundler then has to keep an object
/// with everything in it. Here each script is named once, with what is taken.
fn without_namespaces(glue: &str, raw: &Raw) -> String {
    let is_star = |line: &str| line.starts_with("import * as ");
    let mut out: String = glue.lines().filter(|line| !is_star(line)).flat_map(|line| [line, "\n"]).collect();
    let mut head = String::new();
    for (script, names) in raw {
        let list = |between: &str| names.iter().map(|name| format!("{name}{between}raw_{name}")).collect::<Vec<_>>().join(", ");
        let key = format!("        \"{script}\": ");
        // The key of the object of imports, as often as there are functions.
        let mut lines: Vec<&str> = out.lines().collect();
        if let Some(first) = lines.iter().position(|line| line.starts_with(&key)) {
            lines.retain(|line| !line.starts_with(&key));
            let object = format!("{key}{{ {} }},", list(": "));
            lines.insert(first, &object);
            out = lines.join("\n") + "\n";
            head.extend(["import { ", &list(" as "), " } from \"", script, "\";\n"]);
        }
    }
    head + &out
}

/// The glue without the functions that this module does not import: wasm-bindgen wrote them for one that had more.
fn with_imports_of(glue: &str, imports: &Names) -> String {
    let mut out = String::with_capacity(glue.len());
    let mut lines = glue.lines();
    while let Some(line) = lines.next() {
        let key = line.strip_prefix("        __wb").and_then(|rest| rest.split_once(':'));
        if key.is_some_and(|(name, _)| !imports.contains_key(&format!("__wb{name}"))) {
            lines.find(|line| line.starts_with("        }"));
        } else {
            out.extend([line, "\n"]);
        }
    }
    out
}

fn rename_imports(section: &mut Reader<'_>, modules: &mut Names, names: &mut Names, raw: &mut Raw) -> Result<Vec<u8>, String> {
    let count = section.number()?;
    let mut out = Vec::new();
    write_number(&mut out, count);
    for _ in 0..count {
        let from = section.text()?;
        let name = section.text()?;
        if section.byte()? != FUNCTION {
            return Err(format!("the module imports {name}, which is no function"));
        }
        let kind = section.number()?;
        let next = short(modules.len());
        write_sized(&mut out, modules.entry(from.clone()).or_insert(next).as_bytes());
        // The others are functions of our own scripts, imported under the names they have there.
        if name.starts_with("__wb") {
            let short = short(names.len());
            write_sized(&mut out, short.as_bytes());
            names.insert(name, short);
        } else {
            write_sized(&mut out, name.as_bytes());
            raw.entry(from).or_default().push(name);
        }
        out.push(FUNCTION);
        write_number(&mut out, kind);
    }
    Ok(out)
}

/// Exports that the glue does not use are left out.
fn rename_exports(section: &mut Reader<'_>, glue: &str, names: &mut Names) -> Result<Vec<u8>, String> {
    let mut exports = Vec::new();
    for _ in 0..section.number()? {
        let name = section.text()?;
        let (kind, index) = (section.byte()?, section.number()?);
        if glue.contains(&format!("wasm.{name}")) {
            let short = short(names.len());
            write_sized(&mut exports, short.as_bytes());
            exports.push(kind);
            write_number(&mut exports, index);
            names.insert(name, short);
        }
    }
    let mut out = Vec::new();
    write_number(&mut out, names.len() as u32);
    out.extend(exports);
    Ok(out)
}

/// In the glue an import is a key of an object, `name: function`, and an export a member, `wasm.name`.
fn rename_in_glue(glue: &str, imports: &Names, exports: &Names, found: &mut usize) -> String {
    let is_part = |letter: char| letter.is_ascii_alphanumeric() || letter == '_' || letter == '$';
    let mut out = String::with_capacity(glue.len());
    let mut rest = glue;
    while let Some(start) = rest.find(is_part) {
        let (before, from) = rest.split_at(start);
        let (word, after) = from.split_at(from.find(|letter| !is_part(letter)).unwrap_or(from.len()));
        out.push_str(before);
        let import = imports.get(word).filter(|_| after.starts_with(':'));
        *found += usize::from(import.is_some());
        let export = exports.get(word).filter(|_| out.ends_with("wasm."));
        out.push_str(import.or(export).map_or(word, String::as_str));
        rest = after;
    }
    out + rest
}

/// a, b, …, z, aa, ab, …
fn short(index: usize) -> String {
    let letter = |index: usize| char::from(b'a' + (index % 26) as u8);
    if index < 26 { letter(index).into() } else { short(index / 26 - 1) + &String::from(letter(index)) }
}

#[cfg(test)]
mod tests {
    use super::{short, shorten};

    /// Imports `env.__wb1234` and exports `run_abcd` and `unused`.
    const MODULE: &[u8] = b"\0asm\x01\0\0\0\
        \x02\x10\x01\x03env\x08__wb1234\x00\x00\
        \x07\x15\x02\x08run_abcd\x00\x01\x06unused\x00\x01";
    const GLUE: &str = "const imports = { \"env\": x, __wb1234: function(a) { __wb1234x(a); } }; wasm.run_abcd(); run_abcd();";

    #[test]
    fn both_files_get_the_same_short_names() {
        let (module, glue) = shorten(MODULE, GLUE).unwrap();
        assert_eq!(module, b"\0asm\x01\0\0\0\x02\x07\x01\x01a\x01a\x00\x00\x07\x05\x01\x01a\x00\x01");
        assert_eq!(glue, "const imports = { a: x, a: function(a) { __wb1234x(a); } }; wasm.a(); run_abcd();\n");
    }

    #[test]
    fn the_glue_has_no_function_that_the_module_does_not_import() {
        let glue = "const imports = {\n        __wb99: handled(() => {\n            wasm.unused();\n        }),\n        __wb1234: () => {\n        },\n}; wasm.run_abcd();";
        let (module, glue) = shorten(MODULE, glue).unwrap();
        assert_eq!(glue, "const imports = {\n        a: () => {\n        },\n}; wasm.a();\n");
        assert_eq!(module, shorten(MODULE, GLUE).unwrap().0);
    }

    #[test]
    fn what_does_not_fit_together_stops_the_build() {
        assert_eq!(shorten(MODULE, "wasm.run_abcd()").unwrap_err(), "the glue has 0 of 1 imports");
        assert_eq!(shorten(&MODULE[..20], GLUE).unwrap_err(), "the module is cut");
        assert!(shorten(b"<!doctype html>", GLUE).unwrap_err().contains("no WebAssembly"));
    }

    #[test]
    fn names_do_not_repeat() {
        let names: std::collections::BTreeSet<String> = (0..2000).map(short).collect();
        assert_eq!(names.len(), 2000);
        assert_eq!((short(25), short(26), short(701), short(702)), ("z".into(), "aa".into(), "zz".into(), "aaa".into()));
    }
}

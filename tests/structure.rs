//! How the parts of the source may lean on each other: downward only, and the quiz on nobody.

use std::{
    fs,
    path::{Path, PathBuf},
};

/// A part, which parts of the crate it may name, and which crates for browsers. What is not listed it may not.
const PARTS: &[(&str, &[&str], &[&str])] = &[
    ("src/quiz", &["quiz"], &[]),
    ("src/qr.rs", &[], &[]),
    ("src/content", &["content", "quiz"], &[]),
    // It cuts text as the quiz does.
    ("src/browser", &["browser", "quiz"], &["gloo", "js_sys", "wasm_bindgen", "web_sys"]),
    ("src/widget", &["browser", "content", "qr", "quiz", "widget"], &["gloo", "wasm_bindgen", "web_sys", "yew"]),
    ("src/component", &["browser", "component", "content", "qr", "quiz", "widget"], &["gloo", "wasm_bindgen", "web_sys", "yew"]),
    ("src/bin/site", &["content", "quiz", "widget"], &["js_sys", "wasm_bindgen", "web_sys", "yew"]),
    ("src/bin/score.rs", &["content", "quiz"], &[]),
];
const CRATES: [&str; 6] = ["gloo", "js_sys", "leptos", "wasm_bindgen", "web_sys", "yew"];

fn sources(place: &Path) -> Vec<PathBuf> {
    if !place.is_dir() {
        return vec![place.to_owned()];
    }
    let entries = fs::read_dir(place).unwrap().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| sources(&path)).filter(|path| path.extension().is_some_and(|extension| extension == "rs")).collect()
}

/// The code without its comments: words about a part are no use of it.
fn code(path: &Path) -> String {
    let text = fs::read_to_string(path).unwrap();
    text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

/// The parts of the library that code names: by what stands after `crate::`, or in a program after `exhale::`, also in braces.
fn parts_named<'a>(code: &'a str, library: &str) -> Vec<&'a str> {
    let mut found = Vec::new();
    for (place, start) in code.match_indices(library) {
        let rest = &code[place + start.len()..];
        let list = rest.strip_prefix('{').map_or_else(|| vec![rest], |list| top_level(list));
        found.extend(list.into_iter().filter_map(|item| {
            let item = item.trim_start();
            let name = &item[..item.find(|sign: char| !sign.is_alphanumeric() && sign != '_').unwrap_or(item.len())];
            // Types of the crate's own root are named with a capital letter, macros end with `!`.
            let is_part = name.starts_with(|first: char| first.is_lowercase()) && !item[name.len()..].starts_with('!');
            is_part.then_some(name)
        }));
    }
    found
}

/// The items of a list in braces, whatever braces are in them.
fn top_level(list: &str) -> Vec<&str> {
    let (mut depth, mut start, mut items) = (0, 0, Vec::new());
    for (place, sign) in list.char_indices() {
        match sign {
            '{' => depth += 1,
            '}' if depth == 0 => {
                items.push(&list[start..place]);
                return items;
            }
            '}' => depth -= 1,
            ',' if depth == 0 => {
                items.push(&list[start..place]);
                start = place + 1;
            }
            _ => {}
        }
    }
    items
}

/// True if a word stands in the code by itself.
fn has_word(code: &str, word: &str) -> bool {
    let is_part = |sign: Option<char>| sign.is_some_and(|sign| sign.is_alphanumeric() || sign == '_');
    code.match_indices(word)
        .any(|(place, _)| !is_part(code[..place].chars().next_back()) && !is_part(code[place + word.len()..].chars().next()))
}

#[test]
fn arrows_point_downward_only() {
    for (part, may, crates) in PARTS {
        let files = sources(Path::new(part));
        assert!(!files.is_empty(), "{part} has no source");
        for file in files {
            let code = code(&file);
            for named in parts_named(&code, if part.starts_with("src/bin/") { "exhale::" } else { "crate::" }) {
                assert!(may.contains(&named), "{} leans on {named}", file.display());
            }
            assert!(!code.contains("super::super::"), "{} goes round that", file.display());
            for refused in CRATES.iter().filter(|name| !crates.contains(name)) {
                assert!(!has_word(&code, refused), "{} names {refused}", file.display());
            }
        }
    }
}

#[test]
fn the_check_finds_what_it_looks_for() {
    let code = "use crate::{content::{Content, build}, quiz::Form, Language};\nlet x = crate::widget::draw();";
    assert_eq!(parts_named(code, "crate::"), ["content", "quiz", "widget"]);
    assert!(has_word("use yew::Html;", "yew") && !has_word("use yew_like::Html;", "yew"));
}

#[test]
fn every_part_of_the_source_is_listed() {
    let known = |path: &Path| PARTS.iter().any(|(part, ..)| path.starts_with(part));
    // What mounts the quiz, and what names the parts.
    let roots = ["src/lib.rs", "src/main.rs"].map(PathBuf::from);
    for file in sources(Path::new("src")) {
        assert!(known(&file) || roots.contains(&file), "{} belongs to no part", file.display());
    }
}

#[test]
fn the_site_and_the_component_have_the_same_style_sheets() {
    let named = |file: &str, start: &str| -> Vec<String> {
        let text = fs::read_to_string(file).unwrap();
        let names = text.split(start).skip(1).filter_map(|rest| rest.split(['"', '.']).next());
        names.map(str::to_owned).collect()
    };
    let of_site = named("src/bin/site/main.rs", "\"quiz/");
    assert_eq!(of_site, named("src/component/inside.rs", "styles/quiz/"));
    let mut there: Vec<_> = fs::read_dir("styles/quiz").unwrap().map(|entry| entry.unwrap().path()).collect();
    let mut listed: Vec<_> = of_site.iter().map(|name| Path::new("styles/quiz").join(name).with_extension("css")).collect();
    there.sort();
    listed.sort();
    assert_eq!(listed, there, "each that is there, once");
}

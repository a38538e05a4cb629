//! No text of the content is left over, and none is missing.

use std::collections::BTreeSet;

use crate::{
    screen::markup,
    states::everything,
    texts::{KEYED, PLAIN, keys_in},
};

/// Where a button leads and how a file is called: handlers have them, no screen.
const NO_TEXT: [&str; 3] = ["keep.picture-file", "keep.answers-file", "safety.leave-href"];
/// Only in the text that is copied (`tests/browser/src/export.rs`).
const COPIED: [&str; 1] = ["keep.stood-out"];
/// Only where nothing of somebody's is around the quiz: on our own page (`crates/site/src/first_screen.rs`).
const ON_OUR_PAGE: [&str; 1] = ["first.lead"];

#[test]
fn each_text_is_shown_in_some_state() {
    let mut shown = BTreeSet::new();
    for (_, state) in everything() {
        shown.extend(keys_in(&markup(&KEYED, &state)).into_iter().map(str::to_owned));
    }
    let never: Vec<&str> = KEYED.keys().filter(|key| !shown.contains(*key)).collect();
    let expected: Vec<&str> =
        KEYED.keys().filter(|key| NO_TEXT.contains(key) || COPIED.contains(key) || ON_OUR_PAGE.contains(key)).collect();
    assert_eq!(
        never, expected,
        "content/en.toml says what no screen shows (left). Show it, take it out, or, if a state is missing here, add it to states.rs"
    );
}

#[test]
fn every_name_in_braces_is_filled_in() {
    for (name, state) in everything() {
        let screen = markup(&PLAIN, &state);
        if let Some(place) = screen.find(['{', '}']) {
            let from = screen[..place].rfind('>').unwrap_or(0);
            panic!("{name}: {}", screen[from..].chars().take(120).collect::<String>());
        }
    }
}

#[test]
fn no_state_needs_an_inline_style_or_a_script() {
    for (name, state) in everything() {
        let screen = markup(&PLAIN, &state);
        for refused in ["style=", "<script", "javascript:", " onclick"] {
            assert!(!screen.contains(refused), "{name}: a strict content security policy refuses {refused}");
        }
    }
}

//! No text of the content is left over, and none is missing.

use std::collections::BTreeSet;

use exhale::content::compile::parse;
use exhale_test_support::read;

use crate::{
    screen::markup,
    states::everything,
    texts::{KEYED, PLAIN, Texts, keys_in},
};

/// Where a button leads and how a file is called: handlers have them, no screen. And how numbers are written.
const NO_TEXT: [&str; 4] = ["keep.picture-file", "keep.answers-file", "safety.leave-href", "numbers"];
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

/// The digits and the decimal sign of a language, in every state: `0` to `9` only where they are its own.
#[test]
fn every_number_is_written_as_the_language_writes_it() {
    for lang in ["es", "fa"] {
        let content = parse(&read(&format!("content/{lang}.toml"))).expect("a content file").quiz;
        let texts = Texts::of(&content);
        for (name, state) in everything() {
            let screen = markup(&texts, &state);
            let said: String = screen.split('<').filter_map(|part| part.split_once('>')).map(|(_, text)| text).collect();
            // The browser writes dates.
            let dates = state.history.iter().map(|entry| &entry.date).chain(state.step.iter().map(|entry| &entry.date));
            let said = dates.fold(said, |said, date| said.replace(date.as_str(), ""));
            let foreign =
                said.match_indices(|sign: char| sign == '.' || (sign.is_ascii_digit() && !content.numbers.starts_with('0')));
            for (place, sign) in foreign {
                let is_decimal = [said[..place].chars().next_back(), said[place + 1..].chars().next()]
                    .into_iter()
                    .all(|sign| sign.is_some_and(char::is_numeric));
                assert!(sign == "." && !is_decimal, "{lang}, {name}: {:?}", said[place..].chars().take(40).collect::<String>());
            }
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

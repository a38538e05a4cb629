//! The texts of a result or a sketch from top to bottom, as they are drawn: one line a text, marked as in `outline`.

use std::{collections::BTreeSet, sync::LazyLock};

use exhale::quiz::LifeContext;

use crate::{
    html::{Element, Node},
    outline::{Screen, expected_lines},
    sheets::Sheet,
    texts::{KEYED, key, keys_in},
};

/// The texts of a screen that the rules know.
pub fn drawn(quiz: &Element) -> Vec<String> {
    let mut lines = Vec::new();
    collect(quiz.find("screen").expect("a screen"), &mut lines);
    lines.retain(|line| key_of(line).is_some_and(|key| RULED.contains(key)));
    lines
}

fn collect(element: &Element, lines: &mut Vec<String>) {
    lines.extend(element.attribute("aria-label").map(|label| format!("({label})")));
    // Of the working only its heading: it shows all statements again.
    let children = if element.is("working") { &element.children[..1] } else { &element.children };
    for child in children {
        match child {
            Node::Element(inner) => collect(inner, lines),
            Node::Text(text) => lines.push(match element.tag.as_str() {
                "h2" => format!("## {text}"),
                "h3" => format!("### {text}"),
                _ => text.trim().to_owned(),
            }),
        }
    }
}

/// The keys that the rules know: those that some sheet calls for, and whole families of which only one is right.
static RULED: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
    let families = [
        "strengths[",
        "scales.",
        "profiles.",
        "reasons[",
        "safety.",
        "words-fit.",
        "lines.",
        "step.",
        "carry.",
        "lead.",
        "rests.",
    ];
    let mut keys: BTreeSet<String> =
        KEYED.keys().filter(|key| families.iter().any(|family| key.starts_with(family))).map(str::to_owned).collect();
    for sheet in Sheet::telling() {
        for screen in [Screen::Sketch, Screen::Result, Screen::ResultOpened] {
            keys.extend(
                expected_lines(&sheet, screen, LifeContext::default()).iter().filter_map(|line| key_of(line)).map(str::to_owned),
            );
        }
    }
    keys
});

/// The keys among some lines.
pub fn keys(lines: &[String]) -> BTreeSet<String> {
    lines.iter().flat_map(|line| keys_in(line)).map(str::to_owned).collect()
}

fn key_of(line: &str) -> Option<&str> {
    key(line.trim_start_matches(['#', ' ', '(']))
}

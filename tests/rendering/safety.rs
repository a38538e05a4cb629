//! Where the safety note stands, what waits behind it, and that its words never change.

use std::collections::BTreeSet;

use exhale_test_support::golden::golden;

use crate::{
    html::Element,
    oracle::{Expected, Zone},
    screen::{drawn, markup},
    sheets::Sheet,
    states::{everything, opened, result_of, sketch_of},
    texts::{KEYED, PLAIN},
};

/// The headings on a screen, from the top.
fn headings(quiz: &Element) -> Vec<String> {
    let is_heading = |element: &&Element| matches!(element.tag.as_str(), "h1" | "h2" | "h3" | "h4" | "h5" | "h6");
    quiz.all().filter(is_heading).map(Element::text).collect()
}

/// The place of a text among the headings.
fn place(headings: &[String], key: &str) -> usize {
    let text = PLAIN.get(key);
    headings.iter().position(|heading| *heading == text).unwrap_or_else(|| panic!("no heading “{text}” in {headings:?}"))
}

#[test]
fn the_golden_file_says_whether_the_note_stands_before_every_other_heading_or_after_the_standouts() {
    for case in golden() {
        let sheet = Sheet::of(&case);
        for state in [result_of(&sheet), opened(&result_of(&sheet))] {
            let headings = headings(&drawn(&PLAIN, &state));
            let note = place(&headings, "safety.title");
            if case.expect["safety"] == "first" {
                assert_eq!(note, 1, "{}: only the heading of the page stands before it: {headings:?}", case.name);
            } else {
                let plate = headings.iter().rposition(|heading| *heading == PLAIN.get("scales.trust.name")).unwrap();
                let standouts = case.expect["standouts"].as_array().unwrap().iter();
                let last =
                    standouts.map(|reason| place(&headings, &format!("reasons[{}].name", reason.as_u64().unwrap() - 1))).max();
                assert!(note > last.unwrap_or(plate), "{}: {headings:?}", case.name);
                assert_eq!(note + 1, place(&headings, "result.working"), "{}: {headings:?}", case.name);
            }
            assert_eq!(headings.iter().filter(|heading| **heading == PLAIN.get("safety.title")).count(), 1, "{}", case.name);
        }
    }
}

#[test]
fn the_note_is_on_every_screen_once_in_full_or_behind_a_line() {
    for (name, state) in everything() {
        let quiz = drawn(&PLAIN, &state);
        let notes: Vec<String> = quiz.all().filter(|element| element.is("safety")).map(Element::text).collect();
        assert_eq!(notes.len(), 1, "{name}");
        assert!(
            ["safety.text[1]", "safety.text[2]", "safety.leave"].iter().all(|key| notes[0].contains(&PLAIN.get(key))),
            "{name}"
        );
    }
}

#[test]
fn nothing_that_asks_for_something_is_anywhere_in_the_markup_while_ideas_wait() {
    let asks = |key: &&str| {
        ["result.experiment", "result.say", "result.ask"].contains(key)
            || [".experiment", ".say", ".try", ".ask"].iter().any(|end| key.ends_with(end))
    };
    let asking: Vec<&str> = KEYED.keys().filter(asks).collect();
    assert_eq!(asking.len(), 10 + 10 + 9 + 6 + 3);
    let (mut waiting, mut asked) = (0, BTreeSet::<&str>::new());
    for sheet in Sheet::telling().into_iter().chain(Sheet::many()).filter(|sheet| Expected::of(sheet).ideas_wait()) {
        for state in [result_of(&sheet), sketch_of(&sheet)] {
            let screen = markup(&KEYED, &state);
            for key in &asking {
                assert!(!screen.contains(&format!("⟦{key}⟧")), "{sheet}: {key} is shown");
            }
        }
        let screen = markup(&KEYED, &opened(&result_of(&sheet)));
        asked.extend(asking.iter().filter(|key| screen.contains(&format!("⟦{key}⟧"))));
        waiting += 1;
    }
    assert!(waiting > 100, "too few sheets make ideas wait: {waiting}");
    let never: Vec<_> = asking.iter().filter(|key| !asked.contains(*key)).collect();
    assert_eq!(never, [] as [&&str; 0], "these are not seen to come back once the ideas are opened");
}

#[test]
fn the_words_of_the_note_are_the_same_whichever_rule_fired_and_where_none_did() {
    let (mut notes, mut fired) = (BTreeSet::new(), BTreeSet::new());
    for sheet in Sheet::telling().into_iter().chain(Sheet::many()) {
        let rules = Expected::of(&sheet);
        let at_least = |reason, points: f64| rules.pull_of(reason).is_some_and(|pull| pull.points() >= points);
        let quick = sheet.0.len() < 30;
        let guarded = rules.scales[2].is_some_and(|pull| pull.zone() == Zone::High);
        let hurt = at_least(2, if quick { 100.0 } else { 75.0 });
        let careful = [None, Some(3)].contains(&sheet.0[0]) && at_least(6, 75.0);
        fired.insert([guarded, !quick && at_least(7, 62.5), hurt, careful, sheet.0[0] == Some(1), sheet.0[0] == Some(2)]);
        let quiz = drawn(&PLAIN, &result_of(&sheet));
        let found: Vec<String> = quiz.all().filter(|element| element.is("safety")).map(|note| format!("{note:?}")).collect();
        assert_eq!(found.len(), 1, "{sheet}: the note is there, and once");
        notes.extend(found);
    }
    assert_eq!(notes.len(), 1, "the note has more than one wording: {notes:#?}");
    for alone in 0..6 {
        let only: [bool; 6] = std::array::from_fn(|rule| rule == alone);
        assert!(fired.contains(&only), "no sheet here makes rule {alone} fire alone");
    }
    assert!(fired.contains(&[false; 6]));
}

//! Where the safety note stands, what waits behind it, and that its words never change.

use std::collections::BTreeSet;

use exhale::{
    quiz::{Form, QuizResult, link::Shared},
    state::{Action, HostEnv, LinkOptions, State, View},
};
use exhale_test_support::golden::golden;

use crate::{
    html::Element,
    oracle::{Expected, Safety, Zone},
    screen::{address, drawn, markup},
    sheets::Sheet,
    states::{ALONE, After, HAVING_A_PARTNER, after, everything, opened, result_for, result_of, sketch_of},
    texts::{KEYED, PLAIN, keys_in},
};

/// The headings on a screen, from the top.
fn headings(quiz: &Element) -> Vec<String> {
    let is_heading = |element: &&Element| matches!(element.tag.as_str(), "h1" | "h2" | "h3" | "h4" | "h5" | "h6");
    quiz.all().filter(is_heading).map(Element::text).collect()
}

/// A note but for the level of its heading: after Trust it is lower.
fn without_heading(note: &Element) -> String {
    let heading = note.elements().next().expect("a heading").text();
    format!("{heading} {:?}", &note.children[1..])
}

/// The place of a text among the headings.
fn place(headings: &[String], key: &str) -> usize {
    let text = PLAIN.get(key);
    headings.iter().position(|heading| *heading == text).unwrap_or_else(|| panic!("no heading “{text}” in {headings:?}"))
}

#[test]
fn the_golden_file_says_whether_the_note_stands_first_or_after_trust_or_before_what_it_rests_on() {
    let mut stood = BTreeSet::new();
    for case in golden() {
        let sheet = Sheet::of(&case);
        for state in [result_of(&sheet), opened(&result_of(&sheet))] {
            let headings = headings(&drawn(&PLAIN, &state));
            let note = place(&headings, "safety.title");
            let safety = case.expect["safety"].as_str().expect("a place");
            match safety {
                "first" => assert_eq!(note, 1, "{}: only the heading of the page stands before it: {headings:?}", case.name),
                "trust" => {
                    assert_eq!(headings[note - 1], PLAIN.get("scales.trust.name"), "{}: {headings:?}", case.name);
                    assert!(note > place(&headings, "lines.title"), "{}: {headings:?}", case.name);
                }
                _ => assert_eq!(note + 1, place(&headings, "rests.title"), "{}: {headings:?}", case.name),
            }
            assert_eq!(headings.iter().filter(|heading| **heading == PLAIN.get("safety.title")).count(), 1, "{}", case.name);
            stood.insert(safety.to_owned());
        }
    }
    assert_eq!(stood.len(), 3, "{stood:?}");
}

/// Where the note belongs after Trust, and nothing is said of Trust: too much of it was skipped, or all was the same.
#[test]
fn a_note_whose_place_is_not_on_the_page_stands_at_the_end() {
    let nothing_of_trust = |sheet: &Sheet| {
        let rules = Expected::of(sheet);
        rules.safety == Safety::Trust && (rules.same_answer || rules.scales[2].is_none())
    };
    // Past hurt pulls hard, and the other reasons of Trust were skipped; and nearly all is "completely true".
    let skipped = "3534531--54---3353-5--5-3-5---";
    let same = "555555155555555555555555555551";
    for script in [skipped, same] {
        let sheet = Sheet::read(script);
        assert!(nothing_of_trust(&sheet), "{sheet}: {:?}", Expected::of(&sheet).safety);
        let headings = headings(&drawn(&PLAIN, &result_of(&sheet)));
        assert_eq!(place(&headings, "safety.title") + 1, place(&headings, "rests.title"), "{sheet}: {headings:?}");
    }
}

#[test]
fn the_note_is_on_every_screen_once_and_the_way_out_before_it() {
    for (name, state) in everything() {
        let quiz = drawn(&PLAIN, &state);
        let notes: Vec<String> = quiz.all().filter(|element| element.is("safety")).map(Element::text).collect();
        assert_eq!(notes.len(), 1, "{name}");
        for key in ["safety.text[0]", "safety.text[1]", "safety.text[2]", "safety.leave-note"] {
            assert!(notes[0].contains(&PLAIN.get(key)), "{name}");
        }
        let texts: Vec<String> = quiz.all().map(Element::text).collect();
        let first =
            |key: &str| texts.iter().position(|text| *text == PLAIN.get(key)).unwrap_or_else(|| panic!("{name}: no {key}"));
        let ways_out = quiz.all().filter(|element| element.is("leave") && element.tag == "button").count();
        assert_eq!(ways_out, 2, "{name}");
        assert!(first("safety.leave") < first("safety.leave-delete"), "{name}");
        assert!(first("safety.leave-delete") < first("safety.text[0]"), "{name}");
    }
}

/// What section 5.6 hides while ideas wait: what asks for something, names the person, or praises giving way.
fn waits(key: &str) -> bool {
    let starts = ["profiles.", "strengths[", "result.touches[", "step.", "carry.", "lead.", "words-fit."];
    let ends = [".experiment", ".experiment-alone", ".say", ".say-alone", ".partner", ".ask"];
    starts.iter().any(|start| key.starts_with(start))
        || ends.iter().any(|end| key.ends_with(end))
        || key.contains(".try[")
        || ["reasons[0].low", "reasons[2].low", "reasons[7].low", "reasons[9].low"].contains(&key)
        || ["result.protects", "result.strengths", "result.caption-name", "share.named"].contains(&key)
}

#[test]
fn nothing_that_waits_is_anywhere_in_the_markup_while_ideas_wait() {
    // A title or an answer of what is chosen before the result is no part of it, and a step is kept where something is stored.
    let elsewhere = |key: &&str| {
        key.starts_with("words-fit.") && !["words-fit.words-for", "words-fit.change"].contains(key)
            || key.starts_with("step.") && !["step.title", "step.say"].contains(key)
            || *key == "share.named"
            // Where the first answer shows a strength, ideas do not wait.
            || *key == "strengths[0]"
            // It is of the reason that makes ideas wait, and the plate shows one strength: of the reason that pulls least.
            || *key == "strengths[11]"
    };
    let (mut waiting, mut seen) = (0, BTreeSet::new());
    let sheets = Sheet::telling().into_iter().chain(Sheet::many()).filter(|sheet| Expected::of(sheet).ideas_wait());
    for (sheet, context) in sheets.zip([HAVING_A_PARTNER, ALONE].into_iter().cycle()) {
        for state in [result_for(&sheet, context), sketch_of(&sheet)] {
            // The sketch has a rule of its own, since it knows less.
            if state.session.is_finished() || Expected::of(&Sheet(sheet.0[..10].to_vec())).ideas_wait() {
                let screen = markup(&KEYED, &state);
                let shown: Vec<&str> = keys_in(&screen).into_iter().filter(|key| waits(key)).collect();
                assert_eq!(shown, [] as [&str; 0], "{sheet}: these are shown");
            }
        }
        let screen = markup(&KEYED, &opened(&result_for(&sheet, context)));
        seen.extend(keys_in(&screen).into_iter().map(str::to_owned));
        waiting += 1;
    }
    assert!(waiting > 100, "too few sheets make ideas wait: {waiting}");
    let never: Vec<&str> = KEYED.keys().filter(|key| waits(key) && !seen.contains(*key) && !elsewhere(key)).collect();
    assert_eq!(never, [] as [&str; 0], "these are not seen to come back once the ideas are opened");
}

#[test]
fn no_link_names_the_picture_while_ideas_wait() {
    let sheet = Sheet::telling().into_iter().find(|sheet| {
        let rules = Expected::of(sheet);
        let has_touch = rules.profile.is_some_and(|(_, touch)| touch.is_some());
        rules.ideas_wait() && has_touch && !rules.standouts.is_empty() && !rules.same_answer
    });
    let sheet = sheet.expect("a sheet that makes ideas wait");
    for (state, is_named) in [(result_of(&sheet), false), (opened(&result_of(&sheet)), true)] {
        // No button offers a link whose address has the name, and one that was chosen before is plain again.
        let host_env = HostEnv { address: Some(address("https://blog.example/post")), can_share: false };
        let link_options = LinkOptions { preview: true, ..LinkOptions::default() };
        let screen = markup(&KEYED, &State { host_env, link_options, ..state });
        for offer in ["⟦share.named⟧", "https://quiz.example/r/"] {
            assert_eq!(screen.contains(offer), is_named, "{offer}");
        }
    }
}

#[test]
fn beside_another_picture_the_own_name_waits_too() {
    let sheet = Sheet::telling().into_iter().find(|sheet| {
        let rules = Expected::of(sheet);
        sheet.form() == Form::Full && rules.ideas_wait() && rules.profile.is_some() && !rules.same_answer
    });
    let own = result_of(&sheet.expect("a sheet that makes ideas wait"));
    let theirs = after("4542321412+44325145453252134252");
    let theirs = Shared::of(&QuizResult::of(Form::Full, theirs.session.answers()).scores, false).expect("a picture");
    let both = own.after(Action::OpenLink(Ok(theirs), false)).after(Action::Show(View::Comparison));
    let names = |state: &State| markup(&KEYED, state).matches("⟦profiles.").count();
    assert_eq!((names(&both), names(&opened(&both))), (1, 2), "theirs, and then one's own");
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
        let found: Vec<String> = quiz.all().filter(|element| element.is("safety")).map(without_heading).collect();
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

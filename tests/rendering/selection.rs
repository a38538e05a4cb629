//! A result says what the rules call for, in their order, and nothing else.

use std::collections::BTreeSet;

use exhale::{quiz::LifeContext, state::State};

use exhale_test_support::golden::{Golden, golden};

use crate::{
    lines::{self, keys},
    oracle::{Expected, Pull, Safety, Zone},
    outline::{Screen, expected_lines},
    screen::drawn,
    sheets::Sheet,
    states::{contexts, opened, result_for, result_of, sketch_of},
    texts::KEYED,
};

/// The golden cases, sheets that each show something, and many more by chance.
fn sheets() -> impl Iterator<Item = Sheet> {
    Sheet::telling().into_iter().chain(Sheet::many())
}

/// The same, each told to somebody in another context.
fn told() -> impl Iterator<Item = (Sheet, LifeContext)> {
    sheets().zip(contexts().into_iter().cycle())
}

fn lines(state: &State) -> Vec<String> {
    lines::drawn(&drawn(&KEYED, state))
}

/// Compares, and says which texts are missing and which should not be there before it says that the order is wrong.
pub fn compare(sheet: &Sheet, screen: Screen, context: LifeContext, state: &State) {
    let (expected, found) = (expected_lines(sheet, screen, context), lines(state));
    let without = |some: &[String], others: &[String]| -> Vec<String> {
        let mut others = others.to_vec();
        let left = |line: &&String| others.iter().position(|other| other == *line).map(|place| others.remove(place)).is_none();
        some.iter().filter(left).cloned().collect()
    };
    let (missing, unexpected) = (without(&expected, &found), without(&found, &expected));
    assert!(
        missing.is_empty() && unexpected.is_empty(),
        "{screen:?} of {sheet}, context {context}\n  missing: {missing:#?}\n  not called for: {unexpected:#?}"
    );
    let first = expected.iter().zip(&found).find(|(expected, found)| expected != found);
    assert!(first.is_none(), "{screen:?} of {sheet}, context {context}, in another order: (expected, found) = {first:#?}");
}

#[test]
fn a_result_says_what_the_rules_call_for_in_their_order_and_nothing_else() {
    for (sheet, context) in told() {
        compare(&sheet, Screen::Result, context, &result_for(&sheet, context));
    }
}

#[test]
fn opening_the_ideas_adds_those_that_the_rules_call_for() {
    for (sheet, context) in told() {
        compare(&sheet, Screen::ResultOpened, context, &opened(&result_for(&sheet, context)));
    }
}

#[test]
fn a_sketch_names_and_draws_but_explains_nothing_and_asks_for_nothing() {
    for sheet in sheets() {
        let first_ten = Sheet(sheet.0[..10].to_vec());
        compare(&first_ten, Screen::Sketch, LifeContext::default(), &sketch_of(&sheet));
    }
}

#[test]
fn each_text_of_a_family_is_expected_of_some_of_these_sheets_and_not_of_others() {
    let said: Vec<BTreeSet<String>> =
        told().map(|(sheet, context)| keys(&expected_lines(&sheet, Screen::Result, context))).collect();
    let varied = |key: &&str| {
        let among = said.iter().filter(|said| said.contains(*key)).count();
        among == 0 || among == said.len()
    };
    let of_family = |key: &&str| {
        let family = ["strengths[", "profiles.", "reasons["].iter().any(|family| key.starts_with(family));
        // The names of the ten reasons stand in the list of all.
        (family && !key.starts_with("reasons[") || key.contains("].")) && !key.ends_with("].name")
    };
    let constant: Vec<&str> = KEYED.keys().filter(of_family).filter(varied).collect();
    assert_eq!(constant, [] as [&str; 0], "these are said of every sheet or of none: the comparison would not see them change");
}

#[test]
fn the_dots_stand_where_the_numbers_say_and_trust_at_the_other_end() {
    for sheet in sheets() {
        let quiz = drawn(&KEYED, &result_of(&sheet));
        let spectra = quiz.all().filter(|element| element.is("spectrum"));
        for (scale, (spectrum, pull)) in spectra.zip(Expected::of(&sheet).scales).enumerate() {
            let dot = spectrum.all().find(|element| element.is("dot")).and_then(|dot| dot.attribute("cx"));
            let place = dot.map(|place| place.strip_suffix('%').expect("a percentage").parse::<f64>().expect("a number"));
            let points = pull.map(|pull| if scale == 2 { 100.0 - pull.points() } else { pull.points() });
            assert_eq!(place.is_some(), points.is_some(), "{sheet}");
            assert!(
                place.zip(points).is_none_or(|(place, points)| (place - points).abs() < 0.0051),
                "{sheet}: {place:?}, {points:?}"
            );
        }
    }
}

#[test]
fn the_rules_as_written_here_agree_with_the_golden_file() {
    for case in golden() {
        let Golden { name: title, expect, .. } = &case;
        let rules = Expected::of(&Sheet::of(&case));
        let zone = |pull: Pull| match pull.zone() {
            Zone::Low => "low",
            Zone::Mid => "mid",
            Zone::High => "high",
        };
        for (scale, pull) in rules.scales.into_iter().enumerate() {
            assert_eq!(expect["band"][scale].as_str(), pull.map(zone), "{title}");
            assert_eq!(expect["near_line"][scale].as_bool(), pull.map(|pull| pull.near().is_some()), "{title}");
            let points = expect["pull"][scale].as_f64();
            assert_eq!(points.is_some(), pull.is_some(), "{title}");
            assert!(points.zip(pull).is_none_or(|(points, pull)| (points - pull.points()).abs() < 0.001), "{title}");
        }
        for (index, pull) in rules.reasons.into_iter().enumerate() {
            let points = expect["reasons"][(index + 1).to_string()].as_f64();
            assert_eq!(points.map(|points| (points * 10.0).round()), pull.map(|pull| (pull.points() * 10.0).round()), "{title}");
        }
        assert_eq!(expect["shown"][2].as_i64(), rules.scales[2].map(|pull| i64::from(100 - pull.rounded())), "{title}");
        let shown = !rules.same_answer;
        let profile = rules.profile.filter(|_| shown);
        assert_eq!(expect["profile"].as_str(), profile.map(|(main, _)| main), "{title}");
        assert_eq!(expect["touch"].as_str(), profile.and_then(|(_, touch)| touch), "{title}");
        let standouts = if shown { &*rules.standouts } else { &[] };
        assert_eq!(expect["standouts"], serde_json::json!(standouts), "{title}");
        let same = rules.same_answer.then_some(if rules.middle_answer { "middle-answer" } else { "same-answer" });
        let notes: Vec<&str> = same.into_iter().chain(rules.mixed_answer.then_some("mixed-answer")).collect();
        assert_eq!(expect["notes"], serde_json::json!(notes), "{title}");
        let safety = match rules.safety {
            Safety::End => "end",
            Safety::Trust => "trust",
            Safety::First | Safety::FirstAndIdeasWait => "first",
        };
        assert_eq!(expect["safety"], safety, "{title}");
        assert_eq!(expect["ideas_wait"], rules.ideas_wait(), "{title}");
    }
}

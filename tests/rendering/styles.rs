//! What the style sheet selects is drawn: a class or an attribute that is lost on the way shows nowhere else.

use std::collections::BTreeSet;

use exhale::style::SHEET;

use crate::{html::Element, screen::drawn, states::everything, texts::PLAIN};

/// The selectors of a style sheet: what stands before each `{`, but for conditions such as `@media`.
fn selectors(sheet: &str) -> Vec<&str> {
    let rules = sheet.split('{').map(|piece| piece.rsplit(['}', ';']).next().unwrap_or_default());
    let rules = rules.map(|rule| rule.rsplit("*/").next().unwrap_or_default().trim());
    rules.filter(|rule| !rule.starts_with('@')).collect()
}

/// The names in some selectors that follow a sign.
fn names(selectors: &[&str], sign: &str, end: fn(char) -> bool) -> BTreeSet<String> {
    let found = selectors.iter().flat_map(|selector| selector.split(sign).skip(1));
    found.filter_map(|rest| rest.split(end).next()).map(str::to_owned).collect()
}

#[test]
fn each_class_and_each_data_attribute_of_the_style_sheet_is_drawn_in_some_state() {
    let selectors = selectors(SHEET);
    let mut selected: BTreeSet<String> = names(&selectors, ".", |sign| !sign.is_ascii_alphanumeric() && sign != '-')
        .iter()
        .map(|class| format!(".{class}"))
        .collect();
    selected.extend(names(&selectors, "[data-", |sign| sign == ']').iter().map(|rest| format!("[data-{rest}]")));
    assert!(selected.len() > 40, "{selected:?}");
    let mut drawn_names = BTreeSet::new();
    for (_, state) in everything() {
        for element in drawn(&PLAIN, &state).all() {
            drawn_names.extend(signs(element));
        }
    }
    // Set while a step is printed (src/browser/page.rs).
    drawn_names.insert("[data-card]".to_owned());
    let never: Vec<&String> = selected.difference(&drawn_names).collect();
    assert_eq!(never, [] as [&String; 0]);
}

/// How the style sheet may select an element.
fn signs(element: &Element) -> Vec<String> {
    let classes = element.attribute("class").unwrap_or_default().split(' ').map(|class| format!(".{class}"));
    let values = element.attributes().flat_map(|(name, value)| [format!("[{name}]"), format!("[{name}=\"{value}\"]")]);
    classes.chain(values).collect()
}

//! What is said of the element's interface in one place is what is said in the others: the manifest of the package, the tables
//! of `docs/embedding.md`, and the tokens in the style sheet. (`tests/browser/manifest` holds the manifest against the element
//! itself, `tests/package/types.mjs` against its types.)

use std::{collections::BTreeSet, fs, path::Path};

use exhale_test_support::manifest::{self, Manifest, detail_of, members, name, type_of, words};

/// Sizes that follow from `--exhale-size`: not for pages to set.
const STEPS: [&str; 6] =
    ["--exhale-small", "--exhale-lead", "--exhale-head", "--exhale-title", "--exhale-statement", "--exhale-name"];

fn file(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).expect(path)
}

/// What stands under a heading of the second level, and the examples there.
fn section_and_examples(text: &str, heading: &str) -> (String, String) {
    let (_, rest) = text.split_once(&format!("\n## {heading}\n")).unwrap_or_else(|| panic!("no heading '{heading}'"));
    let pieces: Vec<&str> = rest.split("\n## ").next().unwrap_or_default().split("```").collect();
    let (text, examples): (Vec<_>, Vec<_>) = pieces.into_iter().enumerate().partition(|(index, _)| index % 2 == 0);
    let joined = |pieces: Vec<(usize, &str)>| pieces.into_iter().map(|(_, piece)| piece).collect();
    (joined(text), joined(examples))
}

fn section(text: &str, heading: &str) -> String {
    section_and_examples(text, heading).0
}

/// What a text has between backticks.
fn ticked(text: &str) -> Vec<&str> {
    text.split('`').skip(1).step_by(2).collect()
}

/// The cells of every row of the tables in a text, without the heads.
fn rows(text: &str) -> Vec<Vec<&str>> {
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    let is_rule = |line: &str| line.starts_with("| ---");
    let is_head = |index: usize| lines.get(index + 1).is_some_and(|next| is_rule(next));
    let of_rows = lines.iter().enumerate().filter(|(index, line)| line.starts_with('|') && !is_rule(line) && !is_head(*index));
    of_rows.map(|(_, line)| line.trim_matches('|').split('|').map(str::trim).collect()).collect()
}

/// The names in the first cell of each row.
fn first_cells<'a>(rows: &[Vec<&'a str>]) -> BTreeSet<&'a str> {
    rows.iter().flat_map(|row| ticked(row[0])).collect()
}

/// The row about something.
fn about<'a>(rows: &'a [Vec<&'a str>], name: &str) -> &'a [&'a str] {
    rows.iter().find(|row| ticked(row[0]).contains(&name)).unwrap_or_else(|| panic!("no row about {name}"))
}

#[test]
fn the_manual_has_the_attributes_of_the_manifest_with_their_values() {
    let (manifest, text) = (Manifest::read(), section(&file("docs/embedding.md"), "Attributes"));
    let rows = rows(&text);
    assert_eq!(first_cells(&rows), manifest.names("attributes"));
    for attribute in manifest.all("attributes") {
        let (name, values) = (name(attribute), words(type_of(attribute)));
        let Some(first) = values.first() else { continue };
        let said = about(&rows, name)[1];
        if said.contains(" to ") {
            assert_eq!(ticked(said), [*first, values[values.len() - 1]], "{name}");
        } else {
            assert_eq!(ticked(said), values, "{name}");
        }
        assert_eq!(attribute["default"], *first, "{name}: the first is the default");
    }
}

#[test]
fn the_manual_has_the_properties_and_methods_of_the_manifest() {
    let (manifest, text) = (Manifest::read(), section(&file("docs/embedding.md"), "Properties and methods"));
    let rows = rows(&text);
    let plain = |name: &str| name.trim_start_matches("ExhaleQuiz.").trim_end_matches("()").to_owned();
    let said: BTreeSet<String> = first_cells(&rows).into_iter().map(plain).collect();
    assert_eq!(said, manifest.own_members().into_iter().map(str::to_owned).collect());
    for member in manifest.all("members") {
        let written = format!("{}()", name(member));
        let is_method = member["kind"] == "method";
        assert_eq!(first_cells(&rows).contains(written.as_str()), is_method, "{written}");
        if let Some(attribute) = member["attribute"].as_str() {
            let attribute = manifest.all("attributes").iter().find(|one| name(one) == attribute).expect("an attribute");
            assert_eq!((&attribute["fieldName"], type_of(attribute)), (&member["name"], type_of(member)));
        }
    }
}

#[test]
fn the_states_are_those_of_the_property() {
    let (manifest, text) = (Manifest::read(), section(&file("docs/embedding.md"), "Properties and methods"));
    let state = manifest.all("members").iter().find(|member| name(member) == "state").expect("a state");
    let states: BTreeSet<&str> = words(type_of(state)).into_iter().collect();
    assert_eq!(states, manifest.names("cssStates"));
    let rows = rows(&text);
    let said: BTreeSet<&str> = ticked(about(&rows, "state")[1]).into_iter().filter(|word| !word.contains(':')).collect();
    assert_eq!(said, states);
}

#[test]
fn the_manual_has_the_events_of_the_manifest_with_what_is_in_their_details() {
    let (manifest, text) = (Manifest::read(), section(&file("docs/embedding.md"), "Events"));
    let rows = rows(&text);
    assert_eq!(first_cells(&rows), manifest.names("events"));
    for event in manifest.all("events") {
        let names: Vec<&str> = members(detail_of(event)).into_iter().map(|(name, _)| name).collect();
        let expected = if names.is_empty() { "null".to_owned() } else { format!("{{{}}}", names.join(", ")) };
        assert_eq!(ticked(about(&rows, name(event))[1]), [expected], "{}", name(event));
    }
}

#[test]
fn the_manual_has_the_tokens_and_parts_of_the_manifest() {
    let (manifest, (text, examples)) = (Manifest::read(), section_and_examples(&file("docs/embedding.md"), "Look"));
    let tokens: BTreeSet<&str> = ticked(&text).into_iter().filter(|word| word.starts_with("--exhale-")).collect();
    assert_eq!(tokens, manifest.names("cssProperties"));
    let parts = text.split("\n\n").map(str::trim).find(|paragraph| paragraph.starts_with("Parts")).expect("a paragraph on parts");
    let parts: BTreeSet<&str> = ticked(parts).into_iter().filter(|word| !word.contains(':')).collect();
    assert_eq!(parts, manifest.names("cssParts"));
    let styled: BTreeSet<&str> = examples.split("::part(").skip(1).filter_map(|rest| rest.split(')').next()).collect();
    assert_eq!(styled, parts, "each has an example");
}

#[test]
fn the_tokens_are_those_of_the_style_sheet_with_their_values() {
    let (manifest, tokens) = (Manifest::read(), file("styles/tokens.css"));
    let declared = |sheet: &str| -> Vec<(String, String)> {
        let lines = sheet.lines().filter_map(|line| line.trim().strip_suffix(';')?.split_once(": "));
        let lines = lines.filter(|(name, _)| name.starts_with("--exhale-"));
        lines.map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
    };
    // A colour is `light-dark(#faf8f5, #1c191d)`; what is the same in every theme stands alone.
    let in_themes = |value: &str| -> (String, Option<String>) {
        match value.strip_prefix("light-dark(").and_then(|both| both.strip_suffix(')')?.split_once(", ")) {
            Some((light, dark)) => (light.to_owned(), Some(format!("`{dark}`"))),
            None => (value.to_owned(), None),
        }
    };
    let (first_rule, _) = tokens.split_once("@media").expect("the other looks come after");
    for (name, value) in &declared(first_rule) {
        if STEPS.contains(&name.as_str()) {
            continue;
        }
        let token = manifest.all("cssProperties").iter().find(|token| token["name"] == **name);
        let token = token.unwrap_or_else(|| panic!("{name} is in styles/tokens.css, not in {}", manifest::PATH));
        let (light, other) = in_themes(value);
        assert_eq!(token["default"], *light, "{name}");
        let said = token["description"].as_str().and_then(|text| text.split_once("In the dark theme ")).map(|(_, value)| value);
        assert_eq!(said.map(|said| said.trim_end_matches('.')), other.as_deref(), "{name}");
    }
    let sheets = std::fs::read_dir("styles/quiz").expect("the folder of the style sheets");
    let sheet: String = sheets.map(|sheet| file(&sheet.expect("a file").path().to_string_lossy())).collect();
    let used: BTreeSet<&str> = sheet.split("var(").skip(1).filter_map(|rest| rest.split([')', ',']).next()).collect();
    let used: BTreeSet<&str> = used.into_iter().filter(|name| name.starts_with("--exhale-") && !STEPS.contains(name)).collect();
    assert_eq!(used, manifest.names("cssProperties"), "each is used, and no other");
}

/// The names of an object type's members, and of those within it.
fn all_members(text: &str) -> impl Iterator<Item = &str> {
    text.split(['{', ';']).filter_map(|piece| Some(piece.split_once(':')?.0.trim()))
}

#[test]
fn what_scripts_read_is_in_camel_case_and_all_else_in_kebab_case() {
    let is_camel =
        |name: &str| name.starts_with(|c: char| c.is_ascii_lowercase()) && name.chars().all(|c| c.is_ascii_alphanumeric());
    let is_kebab = |name: &str| name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
    let manifest = Manifest::read();
    for member in manifest.all("members") {
        assert!(is_camel(name(member)), "{}", name(member));
    }
    let details: Vec<&str> = manifest.all("events").iter().flat_map(|event| all_members(detail_of(event))).collect();
    assert!(details.contains(&"shareUrl") && details.contains(&"se"), "also what is within: {details:?}");
    for member in details {
        assert!(is_camel(member), "{member}");
    }
    for list in ["attributes", "events", "cssParts", "cssProperties", "cssStates"] {
        for name in manifest.names(list) {
            assert!(is_kebab(name), "{list}: {name}");
        }
    }
    for entry in manifest.all("attributes").iter().chain(manifest.all("events")) {
        // A word stands between single quotes.
        for word in type_of(entry).split('\'').skip(1).step_by(2) {
            assert!(is_kebab(word), "{}: {word}", name(entry));
        }
    }
}

#[test]
fn types_in_the_manifest_are_read_to_their_last_member() {
    use serde_json::json;
    let of = "Record<'a' | 'b', { n: number; w: 'x' | 'y' } | { n: null; w: null }>";
    assert!(manifest::is_of(of, &json!({ "a": { "n": 1, "w": "y" }, "b": { "n": null, "w": null } })));
    for wrong in [
        json!({ "a": { "n": 1, "w": "y" } }),
        json!({ "a": { "n": 1, "w": "z" }, "b": { "n": null, "w": null } }),
        json!({ "a": { "n": 1, "w": null }, "b": { "n": null, "w": null } }),
        json!({ "a": { "n": 1, "w": "y", "v": 0 }, "b": { "n": null, "w": null } }),
        json!(null),
    ] {
        assert!(!manifest::is_of(of, &wrong), "{wrong}");
    }
}

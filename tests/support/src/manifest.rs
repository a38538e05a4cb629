//! `package/custom-elements.json`: what the element says it has.

use std::collections::BTreeSet;

use serde_json::Value;

/// Where the manifest is, from the root of the clone.
pub const PATH: &str = "package/custom-elements.json";

/// The declaration of the element.
pub struct Manifest(Value);

impl Manifest {
    /// Reads it.
    pub fn read() -> Manifest {
        let text = crate::read(PATH);
        let mut manifest: Value = serde_json::from_str(&text).expect("the manifest is JSON");
        Manifest(manifest["modules"][0]["declarations"][0].take())
    }

    /// The entries of a list, such as `attributes`.
    pub fn all(&self, list: &str) -> &[Value] {
        let all = self.0[list].as_array().unwrap_or_else(|| panic!("{PATH} has no {list}"));
        let names: BTreeSet<_> = all.iter().map(name).collect();
        assert_eq!(names.len(), all.len(), "a name is twice in {list}");
        all
    }

    /// The names in a list.
    pub fn names(&self, list: &str) -> BTreeSet<&str> {
        self.all(list).iter().map(name).collect()
    }

    /// The names of members that are no attributes: `state`, `start`.
    pub fn own_members(&self) -> BTreeSet<&str> {
        self.all("members").iter().filter(|member| member["attribute"].is_null()).map(name).collect()
    }
}

/// The name of an entry.
pub fn name(entry: &Value) -> &str {
    entry["name"].as_str().expect("a name")
}

/// The type of an attribute or member, in TypeScript's words.
pub fn type_of(entry: &Value) -> &str {
    entry["type"]["text"].as_str().unwrap_or_else(|| panic!("{} has no type", name(entry)))
}

/// The type of an event's detail.
pub fn detail_of(event: &Value) -> &str {
    let text = type_of(event);
    text.strip_prefix("CustomEvent<").and_then(|text| text.strip_suffix('>')).unwrap_or_else(|| panic!("{text}"))
}

/// The words that a type allows: `'on' | 'off'`. None where it allows more than words.
pub fn words(text: &str) -> Vec<&str> {
    split(text, '|').into_iter().map(word).collect::<Option<_>>().unwrap_or_default()
}

/// The members of an object type, each with its own type.
pub fn members(text: &str) -> Vec<(&str, &str)> {
    let Some(inner) = text.strip_prefix('{').and_then(|text| text.strip_suffix('}')) else { return Vec::new() };
    let pair = |member| match split(member, ':')[..] {
        [name, of] => (name, of),
        _ => panic!("a member that cannot be read: {member}"),
    };
    split(inner, ';').into_iter().filter(|member| !member.is_empty()).map(pair).collect()
}

/// True if a value is of a type, to the last member: nothing is missing, and nothing more is there.
pub fn is_of(text: &str, value: &Value) -> bool {
    split(text, '|').into_iter().any(|one| match one {
        "null" => value.is_null(),
        "string" => value.is_string(),
        "number" => value.is_number(),
        "boolean" => value.is_boolean(),
        _ => {
            if let Some(word) = word(one) {
                return value == word;
            }
            let members = match one.strip_prefix("Record<").and_then(|text| text.strip_suffix('>')) {
                Some(inner) => {
                    let (names, of) = inner.split_once(',').expect("names and a type");
                    words(names).into_iter().map(|name| (name, of.trim())).collect()
                }
                None => members(one),
            };
            assert!(!members.is_empty(), "a type that cannot be read: {one}");
            let Some(object) = value.as_object() else { return false };
            object.len() == members.len()
                && members.iter().all(|(name, of)| object.get(*name).is_some_and(|value| is_of(of, value)))
        }
    })
}

fn word(text: &str) -> Option<&str> {
    text.strip_prefix('\'')?.strip_suffix('\'').filter(|word| !word.contains('\''))
}

/// Splits a type at a character that is in no brackets of it.
fn split(text: &str, at: char) -> Vec<&str> {
    let (mut depth, mut from, mut out) = (0, 0, Vec::new());
    for (index, character) in text.char_indices() {
        match character {
            '{' | '<' => depth += 1,
            '}' | '>' => depth -= 1,
            _ if depth == 0 && character == at => {
                out.push(text[from..index].trim());
                from = index + 1;
            }
            _ => {}
        }
    }
    out.push(text[from..].trim());
    out
}

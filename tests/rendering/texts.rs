//! The content, and the same content with its key before each text.
//!
//! Two keys may hold the same words, and one text may occur in another; with its key before it, each text drawn says
//! which one it is.

use std::{collections::BTreeMap, fs, sync::LazyLock};

use exhale::content::{self, Content, Words, build, fill};
use serde_json::Value;

/// One language, as the page reads it.
pub struct Texts {
    /// What a screen is drawn with.
    pub words: Words,
    by_key: BTreeMap<String, String>,
}

/// As a person reads it.
pub static PLAIN: LazyLock<Texts> = LazyLock::new(|| Texts::of(&source()));

/// With its key before each text: `⟦pause.title⟧Ten done`.
pub static KEYED: LazyLock<Texts> = LazyLock::new(|| {
    let mut value = serde_json::to_value(source()).expect("texts are JSON");
    each_text(&mut value, "", &mut |key, text| *text = format!("⟦{key}⟧{text}"));
    Texts::of(&serde_json::from_value(value).expect("the same texts with marks"))
});

impl Texts {
    fn of(content: &Content<String>) -> Texts {
        let words = content::read(build::pack(content)).expect("a packed file is readable");
        let mut by_key = BTreeMap::new();
        // What is packed is what the quiz shows; what only the page around it shows is left out, and empty here.
        let mut value = serde_json::to_value(build::of_the_quiz(content)).expect("texts are JSON");
        each_text(&mut value, "", &mut |key, text| {
            if !text.is_empty() {
                by_key.insert(key.to_owned(), text.clone());
            }
        });
        Texts { words, by_key }
    }

    /// Every key of the quiz.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.by_key.keys().map(String::as_str)
    }

    /// The text with this key.
    pub fn get(&self, key: &str) -> String {
        self.by_key.get(key).unwrap_or_else(|| panic!("content/en.toml has no {key}")).clone()
    }

    /// The same with its names filled in.
    pub fn fill(&self, key: &str, values: &[(&str, &str)]) -> String {
        fill(&self.get(key), values)
    }
}

/// The key of a text that was drawn with [`KEYED`]: what stands before it.
pub fn key(text: &str) -> Option<&str> {
    text.strip_prefix('⟦')?.split_once('⟧').map(|(key, _)| key)
}

fn source() -> Content<String> {
    let source = fs::read_to_string("content/en.toml").expect("content/en.toml is there");
    build::parse(&source).unwrap_or_else(|mistake| panic!("content/en.toml: {mistake}"))
}

fn each_text(value: &mut Value, key: &str, visit: &mut impl FnMut(&str, &mut String)) {
    match value {
        Value::String(text) => visit(key, text),
        Value::Array(values) => {
            for (index, value) in values.iter_mut().enumerate() {
                each_text(value, &format!("{key}[{index}]"), visit);
            }
        }
        Value::Object(values) => {
            for (name, value) in values {
                let key = if key.is_empty() { name.clone() } else { format!("{key}.{name}") };
                each_text(value, &key, visit);
            }
        }
        other => panic!("{key} is no text: {other}"),
    }
}

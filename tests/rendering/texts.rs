//! The content, and the same content with its key before each text.
//!
//! Two keys may hold the same words, and one text may occur in another; with its key before it, each text drawn says
//! which one it is.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::LazyLock,
};

use exhale::content::{
    Content, Messages,
    compile::{compile, keys, parse},
    fill,
};
use exhale_test_support::read;

/// One language, as the page reads it.
pub struct Texts {
    /// What a screen is drawn with.
    pub messages: Messages,
    by_key: BTreeMap<String, String>,
}

/// As a person reads it.
pub static PLAIN: LazyLock<Texts> = LazyLock::new(|| Texts::of(&source()));

/// With its key before each text: `⟦pause.title⟧Ten done`. The signs of numbers stay what they are.
pub static KEYED: LazyLock<Texts> = LazyLock::new(|| {
    let mut keys = keys().into_iter();
    Texts::of(&source().map(&mut |text: String| match keys.next().expect("a key for each text") {
        key if key == "numbers" => text,
        key => format!("⟦{key}⟧{text}"),
    }))
});

impl Texts {
    /// Those of a content file.
    pub fn of(content: &Content<String>) -> Texts {
        let messages = Messages::read(compile(content)).expect("a compiled file is readable");
        let mut by_key = BTreeMap::new();
        let mut keys = keys().into_iter();
        content.clone().map(&mut |text: String| by_key.insert(keys.next().expect("a key for each text"), text));
        assert_eq!(keys.next(), None, "a text for each key");
        Texts { messages, by_key }
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

/// The keys of all texts in some markup that was drawn with [`KEYED`].
pub fn keys_in(markup: &str) -> BTreeSet<&str> {
    markup.split('⟦').skip(1).filter_map(|piece| piece.split_once('⟧')).map(|(key, _)| key).collect()
}

fn source() -> Content<String> {
    parse(&read("content/en.toml")).unwrap_or_else(|mistake| panic!("content/en.toml: {mistake}")).quiz
}

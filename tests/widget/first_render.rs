//! The first render depends on props alone and needs no browser: Yew's server renderer draws it natively.

use std::fs;

use exhale::{
    content::{Messages, compile},
    widget::{Props, Quiz, Settings},
};
use yew::LocalServerRenderer;

#[tokio::test(flavor = "current_thread")]
async fn the_first_screen_is_drawn_without_a_browser() {
    let texts = compile::parse(&fs::read_to_string("content/en.toml").unwrap()).unwrap();
    let words = Messages::read(compile::compile(&texts.quiz)).unwrap();
    let draw =
        || LocalServerRenderer::<Quiz>::with_props(Props { words, settings: Settings::default() }).hydratable(false).render();
    let first = draw().await;
    assert_eq!(first, draw().await, "the same props draw the same screen");
    assert!(first.contains(words.get(words.items[0])) && !first.contains(words.get(words.items[1])));
    assert_eq!(first.matches("type=\"radio\"").count(), 5);
    assert!(!first.contains(" checked"), "nothing is chosen");
    assert!(!first.contains("style="), "a strict content security policy drops inline styles");
    for always in [words.first.how, words.safety.line, words.first.moves_on, words.safety.text[1]].map(|text| words.get(text)) {
        assert!(first.contains(always), "{always}");
    }
}

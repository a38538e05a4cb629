//! The first render depends on props alone and needs no browser: Yew's server renderer draws it natively.

use std::fs;

use exhale::{
    QuizProps, QuizWidget,
    content::{Messages, compile},
};
use yew::{LocalServerRenderer, props};

#[tokio::test(flavor = "current_thread")]
async fn the_first_screen_is_drawn_without_a_browser() {
    let texts = compile::parse(&fs::read_to_string("content/en.toml").unwrap()).unwrap();
    let messages = Messages::read(compile::compile(&texts.quiz)).unwrap();
    let draw = || LocalServerRenderer::<QuizWidget>::with_props(props!(QuizProps { messages })).hydratable(false).render();
    let first = draw().await;
    assert_eq!(first, draw().await, "the same props draw the same screen");
    assert!(first.contains(messages.get(messages.items[0])) && !first.contains(messages.get(messages.items[1])));
    assert_eq!(first.matches("type=\"radio\"").count(), 5);
    assert!(!first.contains(" checked"), "nothing is chosen");
    assert!(!first.contains("style="), "a strict content security policy drops inline styles");
    for always in [messages.first.how, messages.safety.line, messages.first.moves_on, messages.safety.text[1]]
        .map(|text| messages.get(text))
    {
        assert!(first.contains(always), "{always}");
    }
}

//! Drawing a state.

use std::rc::Rc;

use exhale::{
    QuizProps,
    app::draw,
    content::Messages,
    context::QuizContext,
    input::InputHandler,
    quiz::link::{ShareAddress, SharePage, ShareTo},
    state::State,
};
use yew::prelude::*;
use yew::{LocalServerRenderer, props};

use crate::{html, html::Element, texts::Texts};

#[derive(Clone, PartialEq, Properties)]
struct StillProps {
    messages: Messages,
    state: State,
}

#[component]
fn Still(props: &StillProps) -> Html {
    let mut state = props.state.clone();
    // Every page has an address. One that offers more for sharing has preview cards too.
    let previews = if state.host_env.address.is_none() { "" } else { "https://quiz.example/r/" };
    state.host_env.address.get_or_insert_with(|| address("https://blog.example/post"));
    let quiz = QuizContext {
        props: Rc::new(props!(QuizProps { messages: props.messages, previews })),
        state: Rc::new(state),
        input: InputHandler::new(Callback::noop()),
    };
    draw(&quiz)
}

/// Where links lead from a page with this address.
pub fn address(href: &str) -> ShareAddress {
    let page = SharePage { href, ..SharePage::default() };
    ShareAddress::new(&page, ShareTo::Page, "exhale").expect("an address on the web")
}

/// The markup of the quiz in a state.
pub fn markup(texts: &Texts, state: &State) -> String {
    let props = StillProps { messages: texts.messages, state: state.clone() };
    let renderer = LocalServerRenderer::<Still>::with_props(props).hydratable(false);
    tokio::runtime::Builder::new_current_thread().build().expect("a runtime").block_on(renderer.render())
}

/// The same, read.
pub fn drawn(texts: &Texts, state: &State) -> Element {
    html::parse(&markup(texts, state))
}

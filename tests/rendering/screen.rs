//! Drawing a state.

use exhale::{
    content::Messages,
    widget::{Hands, Setting, Settings, draw, state::State},
};
use yew::{Callback, Html, LocalServerRenderer, Properties, component};

use crate::{html, html::Element, texts::Texts};

#[derive(Clone, PartialEq, Properties)]
struct Props {
    words: Messages,
    state: State,
}

#[component]
fn Still(props: &Props) -> Html {
    let mut state = props.state.clone();
    let mut settings = Settings::default();
    // Every page has an address. One that offers more for sharing has preview cards too.
    if state.here.address.is_empty() {
        "https://blog.example/post".clone_into(&mut state.here.address);
    } else {
        settings = settings.with(Setting::Previews, "https://quiz.example/r/");
    }
    draw(props.words, &state, &Hands::new(Callback::noop()), &settings)
}

/// The markup of the quiz in a state.
pub fn markup(texts: &Texts, state: &State) -> String {
    let props = Props { words: texts.words, state: state.clone() };
    let renderer = LocalServerRenderer::<Still>::with_props(props).hydratable(false);
    tokio::runtime::Builder::new_current_thread().build().expect("a runtime").block_on(renderer.render())
}

/// The same, read.
pub fn drawn(texts: &Texts, state: &State) -> Element {
    html::parse(&markup(texts, state))
}

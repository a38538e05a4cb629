//! What every screen is given, and the few pieces of markup they share.

use yew::prelude::*;

use super::{hands::Hands, state::State};
use crate::{
    content::Words,
    quiz::{Action, Picture},
};

/// What a screen is drawn from.
pub struct View<'a> {
    /// The words.
    pub words: Words,
    /// Everything that changes.
    pub state: &'a State,
    /// What a person can do.
    pub hands: &'a Hands,
    /// The heading that focus goes to after a move.
    pub heading: &'a NodeRef,
}

/// How a button looks.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// The one filled button a screen may have.
    Primary,
    /// An outlined button.
    Plain,
    /// Underlined text.
    Quiet,
}

impl View<'_> {
    /// True if what asks the person to do something is shown.
    pub fn shows_ideas(&self, picture: &Picture) -> bool {
        !picture.safety.ideas_wait() || self.state.ideas_open
    }

    /// A button that moves the session.
    pub fn button(&self, look: Look, part: &'static str, label: impl Into<AttrValue>, action: Action) -> Html {
        let hands = self.hands.clone();
        plain_button(look, part, label.into(), Callback::from(move |event: MouseEvent| hands.act(&event, action)))
    }
}

/// A button.
pub fn plain_button(look: Look, part: &'static str, label: AttrValue, onclick: Callback<MouseEvent>) -> Html {
    let class = match look {
        Look::Primary => "btn primary",
        Look::Plain => "btn",
        Look::Quiet => "btn quiet",
    };
    html! { <button {class} {part} type="button" {onclick}>{ label }</button> }
}

/// A paragraph for each text.
pub fn paragraphs(texts: &'static [&'static str]) -> Html {
    texts.iter().map(|text| html! { <p>{ *text }</p> }).collect()
}

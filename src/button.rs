//! A button of the quiz.

use yew::prelude::*;

use crate::{context::QuizContext, input::Intent};

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

/// A button with a meaning. `part` is its name for the styles of the page around.
pub fn button(quiz: &QuizContext, look: Look, part: &'static str, label: Html, intent: Intent) -> Html {
    let look = match look {
        Look::Primary => Some("primary"),
        Look::Plain => None,
        Look::Quiet => Some("quiet"),
    };
    html! { <button class="btn" data-look={look} {part} type="button" onclick={quiz.on_click(intent)}>{ label }</button> }
}

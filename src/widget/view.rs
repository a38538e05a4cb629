//! What every screen is given, and the few pieces of markup they share.

use yew::{
    prelude::*,
    virtual_dom::{VTag, VText},
};

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

/// An element. `attributes` may name a `key`, which Yew takes for itself.
///
/// The same in `html!` unrolls into some hundred bytes of WebAssembly an element; the screens that are drawn once, and
/// are mostly text, are written with this instead.
#[inline(never)]
pub fn el(tag: &'static str, attributes: &'static [(&'static str, &'static str)], children: Vec<Html>) -> Html {
    let mut element = VTag::new(tag);
    for &(name, value) in attributes {
        if name == "key" {
            element.key = Some(value.into());
        } else {
            element.add_attribute(name, value);
        }
    }
    element.add_children(children);
    element.into()
}

/// Text.
#[inline(never)]
pub fn text(text: &'static str) -> Html {
    VText::new(text).into()
}

/// Text that was put together.
#[inline(never)]
pub fn filled(text: String) -> Html {
    VText::new(text).into()
}

/// An element with a class and a text.
#[inline(never)]
pub fn leaf(tag: &'static str, class: &'static [(&'static str, &'static str)], words: &'static str) -> Html {
    el(tag, class, vec![text(words)])
}

/// A paragraph.
pub fn p(words: &'static str) -> Html {
    leaf("p", &[], words)
}

/// A paragraph in small print.
pub fn small(words: &'static str) -> Html {
    leaf("p", SMALL, words)
}

/// The class of small print.
pub const SMALL: &[(&str, &str)] = &[("class", "small")];

/// Something that shows on request. `key` tells it from its neighbours.
#[inline(never)]
pub fn folded(attributes: &'static [(&'static str, &'static str)], summary: Html, mut children: Vec<Html>) -> Html {
    children.insert(0, el("summary", &[], vec![summary]));
    el("details", attributes, children)
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
    // A class that is not a literal draws in Yew's set of classes, a kilobyte of WebAssembly.
    match look {
        Look::Primary => html! { <button class="btn primary" {part} type="button" {onclick}>{ label }</button> },
        Look::Plain => html! { <button class="btn" {part} type="button" {onclick}>{ label }</button> },
        Look::Quiet => html! { <button class="btn quiet" {part} type="button" {onclick}>{ label }</button> },
    }
}

/// A paragraph for each text.
pub fn paragraphs(texts: &'static [&'static str]) -> Vec<Html> {
    texts.iter().map(|text| p(text)).collect()
}

//! Writing markup: elements open, fill and close in the order in which they stand on the page.
//!
//! `html!` builds each element where it is named and moves it into its parent: a hundred bytes of WebAssembly and more
//! for each. Here an element costs a call or two, and a screen is read from top to bottom (`docs/size.md`).

use std::rc::Rc;

use yew::{
    AttrValue, Html,
    prelude::NodeRef,
    virtual_dom::{AttributeOrProperty, Attributes, VNode, VTag, VText},
};

use super::hands::{Hands, Listening, On, Then};
use crate::{
    content::{TextId, Words},
    quiz::number,
};

/// Attributes that never change.
pub type Fixed = &'static [(&'static str, AttributeOrProperty)];

/// Attributes that never change: `attributes!["class" = "note", "part" = "safety"]`.
macro_rules! attributes {
    ($($name:literal = $value:literal),+) => {
        const { &[$(($name, yew::virtual_dom::AttributeOrProperty::Static($value))),+] }
    };
}
pub(super) use attributes;

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

/// A text, or the value of an attribute.
pub enum Text {
    /// A word of the markup itself.
    Fixed(&'static str),
    /// A text of the content.
    Said(TextId),
    /// Put together.
    Filled(String),
}

impl From<TextId> for Text {
    fn from(text: TextId) -> Text {
        Text::Said(text)
    }
}

impl From<&'static str> for Text {
    fn from(text: &'static str) -> Text {
        Text::Fixed(text)
    }
}

impl From<String> for Text {
    fn from(text: String) -> Text {
        Text::Filled(text)
    }
}

/// Markup in the making.
pub struct Markup {
    words: Words,
    hands: Hands,
    level: u8,
    open: Vec<VTag>,
    done: VNode,
}

impl Markup {
    /// Nothing yet. What a person does to it is told to these hands. Its `h2` are headings of this level.
    pub fn new(words: Words, hands: Hands, level: u8) -> Markup {
        Markup { words, hands, level, open: Vec::with_capacity(8), done: VNode::default() }
    }

    /// The element that was closed last, which held all others.
    pub fn done(self) -> Html {
        self.done
    }

    /// Opens an element. All that follows stands in it, until [`Markup::close`].
    #[inline(never)]
    pub fn open(&mut self, tag: &'static str, attributes: Fixed) {
        let mut element = VTag::new(tag);
        element.attributes = match tag.strip_prefix('h') {
            // Under a host's own headings: one look whatever the level, so the tag stays and the level is said.
            Some("2") if self.level != 2 => levelled(attributes, self.level),
            Some("3") if self.level != 2 => levelled(attributes, self.level + 1),
            _ => Attributes::Static(attributes),
        };
        self.open.push(element);
    }

    /// Opens an element whose attributes depend on something: their names, and a value for each.
    #[inline(never)]
    pub fn open_with(&mut self, tag: &'static str, names: &'static [&'static str], values: Vec<Text>) {
        let mut element = VTag::new(tag);
        // Not `AttributeOrProperty::Static`, which Yew's renderer of pages leaves out among values that may change.
        let value = |value| Some(AttributeOrProperty::Attribute(self.resolve(value)));
        element.attributes = Attributes::Dynamic { keys: names, values: values.into_iter().map(value).collect() };
        self.open.push(element);
    }

    /// Closes the element that was opened last.
    #[inline(never)]
    pub fn close(&mut self) {
        if let Some(element) = self.open.pop() {
            self.add(element.into());
        }
    }

    fn add(&mut self, node: VNode) {
        match self.open.last_mut() {
            Some(parent) => parent.add_child(node),
            None => self.done = node,
        }
    }

    fn change(&mut self, change: impl FnOnce(&mut VTag)) {
        if let Some(element) = self.open.last_mut() {
            change(element);
        }
    }

    /// Tells the open element from its neighbours. Where one of them may come or go, each needs a key: Yew pairs those
    /// without from the last to the first, builds anew what does not fit, and focus is lost.
    #[inline(never)]
    pub fn key(&mut self, key: &'static str) {
        self.change(|element| element.key = Some(key.into()));
    }

    /// The same with a key that was put together.
    #[inline(never)]
    pub fn key_text(&mut self, key: String) {
        self.change(|element| element.key = Some(key.into()));
    }

    /// Finds the open element again once it is on the page.
    #[inline(never)]
    pub fn found_by(&mut self, place: &NodeRef) {
        self.change(|element| element.node_ref = place.clone());
    }

    /// Says whether the open radio is chosen.
    #[inline(never)]
    pub fn checked(&mut self, checked: bool) {
        self.change(|element| element.set_checked(checked));
    }

    /// Fills the open text field.
    #[inline(never)]
    pub fn value(&mut self, value: String) {
        self.change(|element| element.set_value(value));
    }

    /// What happens on an event at the open element.
    #[inline(never)]
    pub fn on(&mut self, kind: On, then: Then) {
        let listening = Rc::new(Listening::new(kind, self.hands.clone(), then));
        self.change(|element| {
            element.add_listener(listening);
        });
    }

    fn resolve(&self, text: Text) -> AttrValue {
        match text {
            Text::Fixed(text) => text.into(),
            Text::Said(text) => self.words.get(text).into(),
            Text::Filled(text) => text.into(),
        }
    }

    /// Text.
    #[inline(never)]
    pub fn text(&mut self, text: TextId) {
        self.say(Text::Said(text));
    }

    /// Text that was put together.
    #[inline(never)]
    pub fn filled(&mut self, text: String) {
        self.say(Text::Filled(text));
    }

    /// An element with nothing but a text in it.
    #[inline(never)]
    pub fn leaf(&mut self, tag: &'static str, attributes: Fixed, text: TextId) {
        self.open(tag, attributes);
        self.text(text);
        self.close();
    }

    /// The same with a text that was put together.
    #[inline(never)]
    pub fn filled_leaf(&mut self, tag: &'static str, attributes: Fixed, text: String) {
        self.open(tag, attributes);
        self.filled(text);
        self.close();
    }

    /// A paragraph.
    #[inline(never)]
    pub fn p(&mut self, text: TextId) {
        self.leaf("p", &[], text);
    }

    /// A paragraph that was put together.
    #[inline(never)]
    pub fn filled_p(&mut self, text: String) {
        self.filled_leaf("p", &[], text);
    }

    /// A paragraph in small print.
    #[inline(never)]
    pub fn small(&mut self, text: TextId) {
        self.leaf("p", SMALL, text);
    }

    /// A paragraph for each text.
    pub fn paragraphs(&mut self, texts: &[TextId]) {
        for text in texts {
            self.p(*text);
        }
    }

    /// The heading of a section.
    #[inline(never)]
    pub fn h2(&mut self, text: TextId) {
        self.open("h2", &[]);
        self.key("title");
        self.text(text);
        self.close();
    }

    /// Text of any kind.
    #[inline(never)]
    pub fn say(&mut self, text: Text) {
        let text = VText::new(self.resolve(text));
        self.add(text.into());
    }

    /// A cell with a number.
    #[inline(never)]
    pub fn number(&mut self, number: Text) {
        self.open("td", attributes!["class" = "num"]);
        self.say(number);
        self.close();
    }

    /// Opens something that shows on request, under a summary.
    pub fn open_folded(&mut self, key: &'static str, attributes: Fixed, summary: impl Into<Text>) {
        self.open_summary(key, attributes, summary.into());
    }

    #[inline(never)]
    fn open_summary(&mut self, key: &'static str, attributes: Fixed, summary: Text) {
        self.open("details", attributes);
        self.key(key);
        self.open("summary", &[]);
        self.say(summary);
        self.close();
    }

    /// A button.
    pub fn button(&mut self, look: Look, part: &'static str, label: impl Into<Text>, then: Then) {
        self.labelled_button(look, part, label.into(), then);
    }

    #[inline(never)]
    fn labelled_button(&mut self, look: Look, part: &'static str, label: Text, then: Then) {
        let class = match look {
            Look::Primary => "btn primary",
            Look::Plain => "btn",
            Look::Quiet => "btn quiet",
        };
        self.open_with("button", &["class", "part", "type"], vec![class.into(), part.into(), "button".into()]);
        self.on(On::Click, then);
        self.say(label);
        self.close();
    }
}

/// The class of small print.
pub const SMALL: Fixed = attributes!["class" = "small"];

/// The attributes of a heading, and its level.
fn levelled(attributes: Fixed, level: u8) -> Attributes {
    const NAMES: &[&str] = &["class", "part", "tabindex", "aria-level"];
    let value = |name: &&str| {
        if *name == "aria-level" {
            return Some(AttributeOrProperty::Attribute(number(level).into()));
        }
        attributes.iter().find(|(found, _)| found == name).and_then(|(_, value)| match value {
            AttributeOrProperty::Static(value) => Some(AttributeOrProperty::Attribute((*value).into())),
            _ => None,
        })
    };
    Attributes::Dynamic { keys: NAMES, values: NAMES.iter().map(value).collect() }
}

//! Writing markup: elements open, fill and close in the order in which they stand on the page.
//!
//! `html!` builds each element where it is named and moves it into its parent: a hundred bytes of WebAssembly and more
//! for each. Here an element costs a call or two, and a screen is read from top to bottom (`docs/size.md`).

mod tag;

use std::rc::Rc;

use yew::{
    AttrValue, Html,
    prelude::NodeRef,
    virtual_dom::{AttributeOrProperty, Attributes, VNode, VTag, VText},
};

pub(super) use self::tag::tag;
use self::tag::{LEVEL, NAMES};
pub use self::tag::{SMALL, Tag};
use super::hands::{Hands, Listening, On, Then};
use crate::{
    content::{Messages, TextId, fill_in_order},
    quiz::{number, split, split_once},
};

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
    words: Messages,
    hands: Hands,
    level: u8,
    open: Vec<VTag>,
    done: VNode,
}

impl Markup {
    /// Nothing yet. What a person does to it is told to these hands. Its `h2` are headings of this level.
    pub fn new(words: Messages, hands: Hands, level: u8) -> Markup {
        Markup { words, hands, level, open: Vec::with_capacity(8), done: VNode::default() }
    }

    /// The element that was closed last, which held all others.
    pub fn done(self) -> Html {
        self.done
    }

    /// Opens an element, a [`Tag`]. All that follows stands in it, until [`Markup::close`].
    #[inline(never)]
    pub fn open(&mut self, tag: &str) {
        let mut lines = split(tag, b'\n');
        let tag = lines.next().unwrap_or_default();
        let mut values = Vec::new();
        values.resize_with(NAMES.len(), || None);
        let mut set = |name: &str, value: AttrValue| {
            let place = NAMES.iter().position(|known| *known == name);
            debug_assert!(place.is_some(), "{name} is not among the names");
            if let Some(place) = place {
                values[place] = Some(AttributeOrProperty::Attribute(value));
            }
        };
        for (name, value) in lines.filter_map(|line| split_once(line, b'=')) {
            set(name, value.to_owned().into());
        }
        // Under a host's own headings: one look whatever the level, so the tag stays and the level is said.
        if self.level != 2 {
            match tag {
                "h2" => set(LEVEL, number(self.level).into()),
                "h3" => set(LEVEL, number(self.level + 1).into()),
                _ => {}
            }
        }
        let mut element = VTag::new(tag.to_owned());
        element.attributes = Attributes::Dynamic { keys: NAMES, values: values.into() };
        self.open.push(element);
    }

    /// The same, with these values in the places `{0}`, `{1}` … of the tag. A value is one line.
    #[inline(never)]
    pub fn open_filled(&mut self, tag: Tag, values: &[&str]) {
        self.open(&fill_in_order(tag, values));
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
    pub fn leaf(&mut self, tag: Tag, text: TextId) {
        self.open(tag);
        self.text(text);
        self.close();
    }

    /// The same with a text that was put together.
    #[inline(never)]
    pub fn filled_leaf(&mut self, tag: Tag, text: String) {
        self.open(tag);
        self.filled(text);
        self.close();
    }

    /// A paragraph.
    #[inline(never)]
    pub fn p(&mut self, text: TextId) {
        self.leaf("p", text);
    }

    /// A paragraph that was put together.
    #[inline(never)]
    pub fn filled_p(&mut self, text: String) {
        self.filled_leaf("p", text);
    }

    /// A paragraph in small print.
    #[inline(never)]
    pub fn small(&mut self, text: TextId) {
        self.leaf(SMALL, text);
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
        self.open("h2");
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
        self.open(tag!["td", "class" = "num"]);
        self.say(number);
        self.close();
    }

    /// Opens something that shows on request, under a summary.
    pub fn open_folded(&mut self, key: &'static str, tag: Tag, summary: impl Into<Text>) {
        self.open_summary(key, tag, summary.into());
    }

    #[inline(never)]
    fn open_summary(&mut self, key: &'static str, tag: Tag, summary: Text) {
        self.open(tag);
        self.key(key);
        self.open("summary");
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
        self.open_filled(tag!["button", "class" = "{0}", "part" = "{1}", "type" = "button"], &[class, part]);
        self.on(On::Click, then);
        self.say(label);
        self.close();
    }
}

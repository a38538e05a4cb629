//! What an app or a page may set.

use yew::{AttrValue, Callback, Properties};

use crate::{
    content::Messages,
    events::QuizEvent,
    help_line::HelpLine,
    quiz::link::{self, ShareTo},
};

/// What the quiz takes. All of it may be left out, and may change at any time; but under which `hash_key` links open is settled
/// by the first render.
#[derive(Clone, PartialEq, Properties)]
pub struct QuizProps {
    /// The texts of another language than English: a `content.xx.txt` that the site is built with, as [`Messages::read`] gives
    /// it. Without the feature `english` it must be given.
    #[cfg_attr(feature = "english", prop_or_else(crate::english))]
    pub messages: Messages,
    /// Where it begins.
    #[prop_or_default]
    pub start: Start,
    /// Whether answers are stored in the browser.
    #[prop_or(true)]
    pub persist: bool,
    /// Where a shared link leads.
    #[prop_or_default]
    pub share: Share,
    /// The address of the page, where the quiz is in a frame of its own; empty for the address of the document.
    #[prop_or_default]
    pub page: AttrValue,
    /// A page of ours with the quiz, for links from pages that have no address on the web; empty where there is none.
    #[prop_or_default]
    pub hosted: AttrValue,
    /// The folder of pages with preview cards, ending in `/`: a link may lead to one of them. Empty where there are none.
    #[prop_or_default]
    pub previews: AttrValue,
    /// The field of the fragment that holds a shared result: letters, digits, `_` and `-`; else it is `exhale`. A link opens in
    /// every quiz on the page that has this key.
    #[prop_or_default]
    pub hash_key: AttrValue,
    /// Whether a link in the page's address opens in this quiz.
    #[prop_or(true)]
    pub opens_links: bool,
    /// Whether it is part of a page or an app of somebody's, which hears what happens in it: then it says so.
    #[prop_or(true)]
    pub is_embedded: bool,
    /// The level of its headings, 2–6; those in sections are one deeper.
    #[prop_or(2)]
    pub heading_level: u8,
    /// One local line to turn to, in the safety note.
    #[prop_or_default]
    pub help_line: Option<HelpLine>,
    /// The accessible name of the quiz; empty for that of its texts.
    #[prop_or_default]
    pub label: AttrValue,
    /// What happens in the quiz. The answer matters to [`QuizEvent::Share`] alone: `true` if the app shares the link itself.
    #[prop_or_default]
    pub on_event: Option<Callback<QuizEvent, bool>>,
}

impl QuizProps {
    /// The field of the fragment that holds a shared result. It becomes part of an address as it is.
    pub fn hash_key(&self) -> &str {
        let is_key = |key: &str| key.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-'));
        if self.hash_key.is_empty() || !is_key(&self.hash_key) { link::FIELD } else { &self.hash_key }
    }

    /// The level of headings, 2–6.
    pub const fn heading_level(&self) -> u8 {
        match self.heading_level {
            level @ 2..=6 => level,
            _ => 2,
        }
    }
}

/// Where the quiz begins.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Start {
    /// With a line that says what it is about.
    #[default]
    Intro,
    /// Without that line.
    First,
}

/// Where a shared link leads.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Share {
    /// To the page that the quiz is on.
    #[default]
    Page,
    /// To the page of [`QuizProps::hosted`].
    Hosted,
    /// To another page with the quiz: an address.
    Address(AttrValue),
    /// Nowhere: no link is offered.
    Nowhere,
}

impl Share {
    /// The same as the rules for links take it.
    pub fn to(&self) -> ShareTo<'_> {
        match self {
            Share::Page => ShareTo::Page,
            Share::Hosted => ShareTo::Hosted,
            Share::Address(address) => ShareTo::Address(address),
            Share::Nowhere => ShareTo::Nowhere,
        }
    }
}

//! What the page sets on which the quiz stands.

use std::rc::Rc;

use yew::Properties;

use super::help::Help;
use crate::{
    content::Messages,
    quiz::{link, split},
};

/// What the host gives.
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The words of one language.
    pub words: Messages,
    /// What else it sets.
    #[prop_or_default]
    pub settings: Settings,
}

/// Something that can be set: a text each, empty where nothing is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Setting {
    /// `off` keeps nothing in this browser.
    Persist,
    /// One local line to turn to, in the safety note: where it leads. [`Help::new`] says what it may be.
    HelpHref,
    /// What that line is called.
    HelpLabel,
    /// Where a shared link leads, without a fragment. Empty for the page the quiz stands on; `none` offers no link.
    Share,
    /// The folder of pages with preview cards, ending in `/`; empty where there are none.
    Previews,
    /// The field of the fragment that holds a result; empty for [`link::FIELD`].
    Field,
    /// `no` leaves links in the page's address alone.
    OpensLinks,
    /// `first` leaves out what the first screen says of the quiz.
    Start,
    /// The accessible name of the quiz; empty for that of the content.
    Label,
    /// The level of its headings, 2–6; empty for 2. Headings inside sections are one deeper.
    HeadingLevel,
}

/// What the page sets. One text with a line for each [`Setting`], as `embed.js` writes it: it costs little to compare, to clone
/// and to drop.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings(Rc<str>);

impl Default for Settings {
    fn default() -> Settings {
        Settings("".into())
    }
}

impl Settings {
    /// Reads a line for each [`Setting`], in their order.
    pub fn read(lines: &str) -> Settings {
        Settings(lines.into())
    }

    /// The same settings but for one. A value is one line: what follows a line break in it is left out.
    #[must_use]
    pub fn with(&self, setting: Setting, value: &str) -> Settings {
        let mut lines: Vec<&str> = split(&self.0, b'\n').collect();
        lines.resize(lines.len().max(Setting::HeadingLevel as usize + 1), "");
        lines[setting as usize] = value.lines().next().unwrap_or_default();
        Settings(lines.join("\n").into())
    }

    /// The value of a setting.
    pub fn get(&self, setting: Setting) -> &str {
        split(&self.0, b'\n').nth(setting as usize).unwrap_or_default()
    }

    /// True if answers are kept in this browser.
    pub fn persists(&self) -> bool {
        self.get(Setting::Persist) != "off"
    }

    /// The help line, if what is set is one.
    pub fn help(&self) -> Option<Help<'_>> {
        Help::new(self.get(Setting::HelpHref), self.get(Setting::HelpLabel))
    }

    /// The field of the fragment that holds a result.
    pub fn field(&self) -> &str {
        match self.get(Setting::Field) {
            "" => link::FIELD,
            field => field,
        }
    }

    /// The level of headings, 2–6.
    pub fn level(&self) -> u8 {
        match self.get(Setting::HeadingLevel).as_bytes() {
            [digit @ b'3'..=b'6'] => digit - b'0',
            _ => 2,
        }
    }
}

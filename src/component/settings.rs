//! What an app may set, and how the quiz has it.

use yew::{
    AttrValue,
    html::{ImplicitClone, IntoPropValue},
};

use super::QuizProps;
use crate::widget::{Setting, Settings};

/// Which colours the quiz takes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// Light or dark, as the device is set.
    #[default]
    Auto,
    /// Light.
    Light,
    /// Dark.
    Dark,
    /// The ink of the page on its ground.
    Inherit,
}

impl ImplicitClone for Theme {}

impl IntoPropValue<Option<AttrValue>> for Theme {
    /// The attribute that the style sheet reads.
    fn into_prop_value(self) -> Option<AttrValue> {
        let name = match self {
            Theme::Auto => "auto",
            Theme::Light => "light",
            Theme::Dark => "dark",
            Theme::Inherit => "inherit",
        };
        Some(name.into())
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
    /// To the page on which the quiz stands.
    #[default]
    Page,
    /// To another page with the quiz: an address. A fragment in it is left out.
    Address(AttrValue),
    /// Nowhere: no link is offered.
    Nowhere,
}

impl From<&QuizProps> for Settings {
    /// What the quiz itself takes.
    fn from(props: &QuizProps) -> Settings {
        let text = |value: &Option<AttrValue>| value.as_deref().unwrap_or_default().trim().to_owned();
        let key = text(&props.hash_key);
        // It becomes part of an address as it is.
        let is_key = key.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-'));
        let share = match &props.share {
            Share::Page => "",
            Share::Address(address) => address.split('#').next().unwrap_or_default(),
            Share::Nowhere => "none",
        };
        Settings::default()
            .with(Setting::Persist, if props.persist { "on" } else { "off" })
            .with(Setting::HelpHref, &text(&props.help_href))
            .with(Setting::HelpLabel, &text(&props.help_label))
            .with(Setting::Share, share)
            .with(Setting::Field, if is_key { &key } else { "" })
            .with(Setting::Start, if props.start == Start::First { "first" } else { "" })
            .with(Setting::Label, &text(&props.label))
            .with(Setting::HeadingLevel, &props.heading_level.to_string())
    }
}

//! A result, as an app is told of it: the detail of `exhale-complete`. Without the reasons, and never an answer.

use std::str::FromStr;

use serde::{Deserialize, Deserializer, de::Error};

use crate::quiz::{Band, Form, Profile, Scale, UnknownName};

/// A result, or the sketch after ten statements.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Outcome {
    /// [`Form::Quick`] for the sketch, which is provisional; [`Form::Full`] for the result.
    #[serde(deserialize_with = "named")]
    pub form: Form,
    /// The three scales.
    pub scales: ScaleOutcomes,
    /// The name of the picture. `None` where there are not enough answers, or all are the same.
    #[serde(deserialize_with = "named_or_null")]
    pub profile: Option<Profile>,
    /// The profile it has a touch of.
    #[serde(deserialize_with = "named_or_null")]
    pub touch: Option<Profile>,
    /// A link to the picture. `None` where nothing can be shared.
    pub share_url: Option<String>,
}

/// The scales of an [`Outcome`].
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[allow(missing_docs, reason = "they are named as in `Scale`")]
pub struct ScaleOutcomes {
    pub control: ScaleOutcome,
    pub perfectionism: ScaleOutcome,
    pub trust: ScaleOutcome,
}

impl ScaleOutcomes {
    /// One of them.
    pub const fn get(&self, scale: Scale) -> ScaleOutcome {
        match scale {
            Scale::Control => self.control,
            Scale::Perfectionism => self.perfectionism,
            Scale::Trust => self.trust,
        }
    }
}

/// A scale of an [`Outcome`].
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct ScaleOutcome {
    /// How many answers stand behind it: 0–12.
    pub answered: u8,
    /// Its score, if those are enough.
    #[serde(flatten)]
    pub score: Option<Scored>,
}

/// The score of a scale.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Scored {
    /// What makes sharing the lead harder: 0–100.
    pub pull: f64,
    /// What the quiz shows: 0–100. The pull; for trust, which is shown as a strength, 100 less the pull.
    pub shown: u8,
    /// The band of the pull.
    #[serde(deserialize_with = "named")]
    pub band: Band,
    /// True if it is so close to a cut that the quiz names both bands.
    pub near_line: bool,
    /// The assumed standard error of the pull.
    pub se: f64,
}

/// What has this name: a form, a band, a profile.
fn named<'de, D: Deserializer<'de>, T: FromStr<Err = UnknownName>>(from: D) -> Result<T, D::Error> {
    String::deserialize(from)?.parse().map_err(D::Error::custom)
}

/// The same, or `None` for `null`.
fn named_or_null<'de, D: Deserializer<'de>, T: FromStr<Err = UnknownName>>(from: D) -> Result<Option<T>, D::Error> {
    Option::<String>::deserialize(from)?.map(|name| name.parse()).transpose().map_err(D::Error::custom)
}

//! A result, as an app is told of it: what `score` prints of it, without the reasons and never an answer.

use serde::{Deserialize, Deserializer, de::Error};

use crate::quiz::{Band, Form, Profile, Scale};

/// A result, or the sketch after ten statements.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Outcome {
    /// [`Form::Quick`] for the sketch, which is provisional; [`Form::Full`] for the result.
    #[serde(deserialize_with = "form")]
    pub form: Form,
    /// The three scales.
    pub scales: ScaleOutcomes,
    /// The name of the picture. `None` where there are not enough answers, or all are the same.
    #[serde(deserialize_with = "profile")]
    pub profile: Option<Profile>,
    /// The profile it has a touch of.
    #[serde(deserialize_with = "profile")]
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
#[non_exhaustive]
pub struct Scored {
    /// What makes sharing the lead harder: 0–100.
    pub pull: f64,
    /// What the quiz shows: 0–100. The pull; for trust, which is shown as a strength, 100 less the pull.
    pub shown: u8,
    /// The band of the pull.
    #[serde(deserialize_with = "band")]
    pub band: Band,
    /// True if it is so close to a cut that the quiz names both bands.
    pub near_line: bool,
    /// The assumed standard error of the pull.
    pub se: f64,
}

fn form<'de, D: Deserializer<'de>>(from: D) -> Result<Form, D::Error> {
    named(from, &[Form::Quick, Form::Full], Form::slug)?.ok_or_else(|| D::Error::custom("expected a form"))
}

fn band<'de, D: Deserializer<'de>>(from: D) -> Result<Band, D::Error> {
    named(from, &[Band::Low, Band::Mid, Band::High], Band::slug)?.ok_or_else(|| D::Error::custom("expected a band"))
}

fn profile<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Profile>, D::Error> {
    named(from, &Profile::ALL, Profile::slug)
}

/// What has this name among those there are; `None` for `null`.
fn named<'de, D: Deserializer<'de>, T: Copy>(from: D, all: &[T], slug: fn(T) -> &'static str) -> Result<Option<T>, D::Error> {
    let Some(name) = Option::<String>::deserialize(from)? else { return Ok(None) };
    let found = all.iter().copied().find(|&value| slug(value) == name);
    found.map(Some).ok_or_else(|| D::Error::custom(format_args!("there is no \"{name}\"")))
}

//! What the quiz says, as data. `content/<lang>.toml` is checked and packed by [`build`]; the page fetches the packed
//! file beside the WebAssembly, which holds no prose of its own.
//!
//! The text type is a parameter: `String` where a file is written, `&'static str` where it is read. A page keeps the
//! fetched bytes for its whole life, so a string on the screen is never copied.

#[cfg(all(feature = "tools", not(target_arch = "wasm32")))]
pub mod build;
mod fill;

use serde::{Deserialize, Serialize};

pub use fill::fill;

use crate::quiz::{Answer, Band, ITEMS, Position, Profile, REASONS, REVISION, Reason, Scale};

/// Everything said in one language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "content/en.toml says what each text is for")]
pub struct Content<S> {
    /// BCP 47 language tag.
    pub lang: S,
    /// `ltr` or `rtl`.
    pub dir: S,
    pub name: S,
    pub label: S,
    pub items: [S; ITEMS],
    pub page: Page<S>,
    pub first: First<S>,
    pub statement: Statement<S>,
    pub pause: Pause<S>,
    pub sketch: Sketch<S>,
    pub result: ResultWords<S>,
    pub safety: SafetyWords<S>,
    pub scales: Scales<S>,
    pub profiles: Profiles<S>,
    pub reasons: [ReasonWords<S>; REASONS],
}

macro_rules! words {
    ($($(#[$meta:meta])* $name:ident { $($field:ident: $type:ty,)+ })+) => {$(
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(deny_unknown_fields, rename_all = "kebab-case")]
        #[allow(missing_docs, reason = "content/en.toml says what each text is for")]
        pub struct $name<S> { $(pub $field: $type,)+ }
    )+};
}

words! {
    /// Our own page, around the quiz.
    Page { title: S, heading: S, standfirst: S, description: S, unavailable: S, }
    /// The first screen.
    First {
        lead: S, moves_on: S, how: S, instructions: Vec<S>, privacy: S, privacy_text: S, forget: S, forgotten: S,
        not_forgotten: S, go_on_from: S, go_on_pause: S, see_again: S, earlier: S, not_kept: S, set_aside_damaged: S,
        set_aside_version: S,
    }
    /// One statement to a screen.
    Statement {
        prompt: S, options: [S; 5], back: S, skip: S, next: S, position: S, progress: S, announce: S, revisiting: S,
        review: S, skipped: S, stop: S, kept: S,
    }
    /// After ten statements.
    Pause { title: S, lead: S, sketch: S, go_on: S, }
    /// The picture of the first ten answers.
    Sketch { folio: S, title: S, lead: S, kicker: S, caption: S, go_on: S, go_on_from: S, stop: S, shift: S, }
    /// The result.
    ResultWords {
        folio: S, title: S, unnamed: S, caption: S, caption_unnamed: S, between: S, nearer: S, not_enough: S, chart: S,
        chart_not_enough: S, numbers: S, column_line: S, column_answers: S, column_of_100: S, value: S, standouts_one: S,
        standouts_two: S, standouts_three: S, standouts_text: S, standouts_text_one: S, strong_pull: S, some_pull: S,
        no_standout: S, no_standout_sharing: S, same_answer_title: S, same_answer: S, same_answer_revisit: S,
        mixed_answer_title: S, mixed_answer: S, quote: S, change: S, limits_title: S, limits: S, keep_title: S, retake: S,
    }
    /// The safety note.
    SafetyWords { line: S, summary: S, title: S, text: Vec<S>, leave: S, leave_note: S, leave_href: S, }
    /// The three scales.
    Scales { control: ScaleWords<S>, perfectionism: ScaleWords<S>, trust: ScaleWords<S>, }
    /// A scale: its ends and bands from left to right as drawn.
    ScaleWords { name: S, ends: [S; 2], bands: [S; 3], }
    /// The six profiles.
    Profiles {
        open_hands: ProfileWords<S>, co_pilot: ProfileWords<S>, navigator: ProfileWords<S>, craftsperson: ProfileWords<S>,
        lighthouse: ProfileWords<S>, cornerstone: ProfileWords<S>,
    }
    /// A profile.
    ProfileWords { name: S, touch: S, line: S, }
    /// A reason.
    ReasonWords { name: S, }
}

impl<S> Content<S> {
    /// The statement at a position.
    pub const fn item(&self, position: Position) -> &S {
        &self.items[position.index()]
    }

    /// The label of an answer.
    pub const fn option(&self, answer: Answer) -> &S {
        &self.statement.options[answer.index()]
    }

    /// The words of a scale.
    pub const fn scale(&self, scale: Scale) -> &ScaleWords<S> {
        match scale {
            Scale::Control => &self.scales.control,
            Scale::Perfectionism => &self.scales.perfectionism,
            Scale::Trust => &self.scales.trust,
        }
    }

    /// The name of a band of the pull. Trust is drawn the other way round.
    pub const fn band(&self, scale: Scale, band: Band) -> &S {
        let index = match scale {
            Scale::Trust => 2 - band.index(),
            _ => band.index(),
        };
        &self.scale(scale).bands[index]
    }

    /// The words of a reason.
    pub const fn reason(&self, reason: Reason) -> &ReasonWords<S> {
        &self.reasons[reason.index()]
    }

    /// The words of a profile.
    pub const fn profile(&self, profile: Profile) -> &ProfileWords<S> {
        let profiles = &self.profiles;
        match profile {
            Profile::OpenHands => &profiles.open_hands,
            Profile::CoPilot => &profiles.co_pilot,
            Profile::Navigator => &profiles.navigator,
            Profile::Craftsperson => &profiles.craftsperson,
            Profile::Lighthouse => &profiles.lighthouse,
            Profile::Cornerstone => &profiles.cornerstone,
        }
    }
}

/// The words of the page: they stay for its whole life.
pub type Words = &'static Content<&'static str>;

/// The first bytes of a packed content file: a mark, the version of its layout, and the revision of the instrument.
const HEADER: [u8; 4] = [b'E', b'x', 1, REVISION];

/// A packed content file that this module cannot read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unreadable;

/// Reads a packed content file, and keeps it for good.
///
/// # Errors
/// [`Unreadable`] if the bytes are no content file, one of another version, or cut or longer than one.
pub fn read(bytes: Vec<u8>) -> Result<Words, Unreadable> {
    let bytes: &'static [u8] = bytes.leak();
    let packed = bytes.strip_prefix(&HEADER).ok_or(Unreadable)?;
    match postcard::take_from_bytes::<Content<&'static str>>(packed) {
        Ok((content, [])) => Ok(Box::leak(Box::new(content))),
        _ => Err(Unreadable),
    }
}

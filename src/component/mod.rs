//! The quiz as a component of another Yew app: [`Quiz`], what can be set, and what its callbacks get.
//!
//! It stands in a shadow root of its own, so that neither side's styles reach the other, and speaks English unless it is
//! given [`Messages`](crate::content::Messages) of another language.

#[cfg(feature = "english")]
mod english;
mod hears;
mod inside;
mod outcome;
mod quiz;
mod settings;

#[cfg(feature = "english")]
pub use english::english;
pub use hears::{Progress, ShareMethod, ShareRequest};
pub use outcome::{Outcome, ScaleOutcome, ScaleOutcomes, Scored};
pub use quiz::{Quiz, QuizProps};
pub use settings::{Share, Start, Theme};

/// The example there compiles.
#[cfg(all(doctest, feature = "english"))]
#[doc = include_str!("../../docs/embedding.md")]
struct Embedding;

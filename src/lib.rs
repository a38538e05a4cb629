//! Exhale: a self-assessment on control, perfectionism and trust, scored entirely in the browser.

#[cfg(feature = "widget")]
pub mod browser;
#[cfg(feature = "component")]
mod component;
pub mod content;
pub mod qr;
pub mod quiz;
#[cfg(feature = "widget")]
pub mod widget;

#[cfg(feature = "component")]
pub use component::{
    Outcome, Progress, Quiz, QuizProps, ScaleOutcome, ScaleOutcomes, Scored, Share, ShareMethod, ShareRequest, Start, Theme,
    english,
};

//! Exhale: a self-assessment on control, perfectionism and trust, scored entirely in the browser.
//!
//! [`quiz`] is what the answers mean: pure Rust, no browser, the same on every machine. With the feature `component` the whole quiz
//! is a component of another Yew app, `exhale::Quiz`; the features `widget` and `tools` are for its own site.
//!
//! ```
//! use exhale::quiz::{Answer, Answers, Form, Picture, Position, Scale};
//!
//! // Thirty answers, 1 ("Not at all true") to 5 ("Completely true"), in the order of the statements.
//! let given = [2, 4, 5, 4, 5, 2, 3, 4, 1, 2, 4, 4, 3, 2, 5, 1, 4, 2, 4, 5, 3, 2, 5, 2, 1, 3, 4, 2, 5, 4];
//! let sheet = Position::all()
//!     .zip(given)
//!     .fold(Answers::NONE, |sheet, (position, answer)| sheet.with(position, Answer::new(answer)));
//!
//! let picture = Picture::of(Form::Full, &sheet);
//! let control = picture.scores.scale(Scale::Control).expect("nothing was skipped");
//! assert_eq!(control.shown(Scale::Control), 92); // of 100, give or take 7.5
//! assert_eq!(picture.headline.expect("three scores").profile.slug(), "navigator");
//! ```
//!
//! The rules, their reasons and what is not known stand in `docs/instrument.md`; the numbers in brackets there, such as (4.1), are
//! those that the items of [`quiz`] name. Nobody has tested the statements on real groups of people: there are no norms.

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

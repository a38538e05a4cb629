//! Exhale: a self-assessment on control, perfectionism and trust, scored entirely in the browser.
//!
//! This crate is the Yew widget: the WebAssembly module of the site, and [`Quiz`], the same quiz as a component of another Yew
//! app. [`quiz`] is what the answers mean (the crate `exhale-quiz`), [`content`] what is said (`exhale-content`).
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

pub mod browser;
mod component;
pub mod qr;
pub mod style;
pub mod widget;

#[cfg(feature = "english")]
pub use component::english;
pub use component::{
    Outcome, Progress, Quiz, QuizProps, ScaleOutcome, ScaleOutcomes, Scored, Share, ShareMethod, ShareRequest, Start, Theme,
};
pub use exhale_content as content;
pub use exhale_quiz as quiz;

//! Exhale: a self-assessment on control, perfectionism and trust, scored entirely in the browser.
//!
//! This crate is the Yew widget: [`QuizWidget`], which is the WebAssembly module of the site, and [`QuizHost`], the same in a shadow root for
//! another Yew app. [`quiz`] is what the answers mean (the crate `exhale-quiz`), [`content`] what is said (`exhale-content`).
//!
//! ```
//! use exhale::quiz::{Answer, Answers, Form, QuizResult, Position, Scale};
//!
//! // Thirty answers, 1 ("Not at all true") to 5 ("Completely true"), in the order of the statements.
//! let given = [2, 4, 5, 4, 5, 2, 3, 4, 1, 2, 4, 4, 3, 2, 5, 1, 4, 2, 4, 5, 3, 2, 5, 2, 1, 3, 4, 2, 5, 4];
//! let sheet = Position::all()
//!     .zip(given)
//!     .fold(Answers::NONE, |sheet, (position, answer)| sheet.with(position, Answer::new(answer)));
//!
//! let result = QuizResult::of(Form::Full, &sheet);
//! let control = result.scores.scale(Scale::Control).expect("nothing was skipped");
//! assert_eq!(control.shown(Scale::Control), 97); // of 100, give or take 8.7
//! assert_eq!(result.headline.expect("three scores").profile.slug(), "navigator");
//! ```
//!
//! The rules, their reasons and what is not known stand in `docs/instrument.md`; the numbers in brackets there, such as (4.1), are
//! those that the items of [`quiz`] name. Nobody has tested the statements on real groups of people: there are no norms.
//!
//! Input becomes an [`input::Intent`], which dispatches a [`state::Action`] or runs an [`effects::Effect`]; the [`state::State`]
//! is reduced, and the screens draw it.

pub mod app;
mod browser;
mod button;
pub mod context;
pub mod effects;
pub mod element;
#[cfg(feature = "english")]
mod english;
mod events;
mod help_line;
mod host;
pub mod input;
mod props;
pub mod result;
mod screens;
pub mod share;
pub mod state;
pub mod storage;
pub mod style;

pub use app::QuizWidget;
#[cfg(feature = "english")]
pub use english::english;
pub use events::{QuizEvent, ResultSummary, ShareMethod};
pub use exhale_content as content;
pub use exhale_quiz as quiz;
pub use help_line::HelpLine;
pub use host::{QuizHost, QuizHostProps, Theme};
pub use props::{QuizProps, Share, Start};

/// The example there compiles.
#[cfg(all(doctest, feature = "english"))]
#[doc = include_str!("../docs/embedding.md")]
struct Embedding;

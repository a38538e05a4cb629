//! What the answers mean. Pure: no clock, storage, page or chance, and no floating point in any decision.
//!
//! Section numbers in these docs refer to `docs/instrument.md`.
//!
//! ```
//! use exhale_quiz::{Answer, Answers, Form, QuizResult, Profile, Scale};
//!
//! let half_and_half = Answer::new(3);
//! let result = QuizResult::of(Form::Full, &Answers::new([half_and_half; 30]));
//! assert_eq!(result.scores.scale(Scale::Control).unwrap().shown(Scale::Control), 50);
//! assert!(result.same_answer.is_some(), "thirty equal answers draw no picture");
//! assert_eq!(result.headline, None);
//! ```

mod address;
mod answers;
mod context;
mod decimal;
mod fragment;
mod guidance;
pub mod history;
mod instrument;
pub mod json;
mod letter;
pub mod link;
mod name;
mod profile;
mod quality;
mod result;
mod safety;
mod scoring;
mod session;
pub mod session_codec;
mod standouts;
mod step;
mod text;

pub use answers::{Answer, Answers};
pub use context::{Carries, LeadMore, LifeContext, Partner, UnreadableContext};
pub use decimal::{decimal, number};
pub use guidance::{STRENGTHS_SHOWN, strengths};
pub use instrument::{
    Edition, Form, INSTRUMENT, ITEMS, Instrument, Item, Key, Position, QUICK_ITEMS, REASONS, REVISION, Reason, Scale,
};
pub use letter::{Condition, Letter, LineText, Sentence};
pub use name::UnknownName;
pub use profile::{Headline, Profile, headline};
pub use quality::{SameAnswer, mixed_answer, most_opposed, same_answer};
pub use result::QuizResult;
pub use safety::Safety;
pub use scoring::{Band, Change, REASON_MAX, ReasonScore, ScaleScore, Scores, points, se_centi};
pub use session::{Place, Session, SessionAction};
pub use standouts::{Pull, STANDOUTS, ranked, standouts};
pub use step::{KeptStep, Tried, UnreadableStep};
pub use text::{split, split_once};

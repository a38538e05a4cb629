//! A step that a person keeps: one line on the device (section 7).
//!
//! `format.day.reason.tried sentence`, for example `1.20779.4.- Could you take over the bookings?`.

use core::{fmt, str::FromStr};

use super::{
    decimal::number,
    instrument::Reason,
    text::{split, split_once},
};

/// The version of the line's layout.
const FORMAT: &str = "1";
/// The longest sentence that is kept, in bytes; a longer one is cut.
const MAX_SENTENCE: usize = 1000;

/// A step that was kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptStep {
    /// The day it was kept, counted from 1970-01-01.
    pub day: u32,
    /// The reason that it is a step on.
    pub reason: Reason,
    /// What the person says of it later.
    pub tried: Option<Tried>,
    /// The sentence to say, in the person's own words, on one line.
    pub sentence: String,
}

/// What came of a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tried {
    /// It was tried.
    Yes,
    /// Not yet.
    NotYet,
    /// It is not for this person.
    NotForMe,
}

impl Tried {
    /// All answers, in the order in which they are offered.
    pub const ALL: [Tried; 3] = [Tried::Yes, Tried::NotYet, Tried::NotForMe];

    /// 0–2.
    pub const fn index(self) -> usize {
        self as usize
    }
}

impl KeptStep {
    /// A new step. Line breaks in the sentence become spaces.
    pub fn new(day: u32, reason: Reason, sentence: &str) -> KeptStep {
        let mut line = String::with_capacity(sentence.len());
        for word in sentence.split_ascii_whitespace() {
            if line.len() + word.len() >= MAX_SENTENCE {
                break;
            }
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
        KeptStep { day, reason, tried: None, sentence: line }
    }
}

/// The line to store.
impl From<&KeptStep> for String {
    fn from(step: &KeptStep) -> String {
        let tried = step.tried.map_or_else(|| "-".to_owned(), |tried| number(tried.index() as u32));
        [FORMAT, ".", &number(step.day), ".", &number(step.reason.number()), ".", &tried, " ", &step.sentence].concat()
    }
}

/// A stored line that is no step of this version.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnreadableStep;

impl fmt::Display for UnreadableStep {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("the stored step is damaged, or of another version")
    }
}

impl core::error::Error for UnreadableStep {}

impl FromStr for KeptStep {
    type Err = UnreadableStep;

    fn from_str(line: &str) -> Result<KeptStep, UnreadableStep> {
        let read = || {
            let (head, sentence) = split_once(line, b' ')?;
            let mut parts = split(head, b'.');
            let mut part = || parts.next();
            if part()? != FORMAT {
                return None;
            }
            let (day, reason, tried) = (part()?.parse().ok()?, part()?.parse().ok()?, part()?);
            let mut step = KeptStep::new(day, Reason::new(reason)?, sentence);
            step.tried = Tried::ALL.into_iter().find(|tried_so| number(tried_so.index() as u32) == tried);
            Some(step)
        };
        // Whatever is not written in this one way is refused.
        read().filter(|step| String::from(step) == line).ok_or(UnreadableStep)
    }
}

//! What a person said: five fully labelled options, or nothing (section 2.4).

use super::instrument::{Form, ITEMS, Position};

/// One answer, 1 ("Not at all true") to 5 ("Completely true").
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Answer(u8);

impl Answer {
    /// "Not at all true".
    pub const LOWEST: Answer = Answer(1);
    /// "Half and half".
    pub const MIDDLE: Answer = Answer(3);

    /// The answer with this value, if it is 1–5.
    pub const fn new(value: u8) -> Option<Answer> {
        if value >= 1 && value <= 5 { Some(Answer(value)) } else { None }
    }

    /// The answer that a digit stands for: `1` to `5`.
    pub const fn from_digit(text: &str) -> Option<Answer> {
        match text.as_bytes() {
            [digit] => Answer::new(digit.wrapping_sub(b'0')),
            _ => None,
        }
    }

    /// All five answers in ascending order.
    pub fn all() -> impl Iterator<Item = Answer> {
        const ALL: [Answer; 5] = [Answer(1), Answer(2), Answer(3), Answer(4), Answer(5)];
        ALL.iter().copied()
    }

    /// 1–5.
    pub const fn value(self) -> u8 {
        self.0
    }

    /// 0–4.
    pub const fn index(self) -> usize {
        self.0 as usize - 1
    }
}

/// The answers to the thirty items; `None` where an item was skipped or not reached.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Answers([Option<Answer>; ITEMS]);

impl Answers {
    /// No answers yet.
    pub const NONE: Answers = Answers([None; ITEMS]);

    /// The answers in the order of their positions.
    pub const fn new(answers: [Option<Answer>; ITEMS]) -> Answers {
        Answers(answers)
    }

    /// The answer at a position.
    pub const fn get(&self, position: Position) -> Option<Answer> {
        self.0[position.index()]
    }

    /// These answers with one of them set, or taken back.
    #[must_use]
    pub const fn with(mut self, position: Position, answer: Option<Answer>) -> Answers {
        self.0[position.index()] = answer;
        self
    }

    /// The answers a form counts, in the order of their positions.
    pub fn of(&self, form: Form) -> &[Option<Answer>] {
        &self.0[..form.items()]
    }

    /// How many items of the form were answered: 0–30.
    pub fn count(&self, form: Form) -> u8 {
        self.of(form).iter().flatten().count() as u8
    }

    /// The same answers, with everything past the form left out.
    #[must_use]
    pub fn only(mut self, form: Form) -> Answers {
        self.0[form.items()..].fill(None);
        self
    }
}

//! Everything a result says, computed from the answers alone.

use super::{
    answers::Answers,
    guidance::strengths,
    instrument::{Form, INSTRUMENT, Instrument, Position, Reason},
    link::Shared,
    profile::{Headline, headline},
    quality::{self, SameAnswer},
    safety::Safety,
    scoring::Scores,
    standouts::{Pull, standouts},
};

/// The result of one answer sheet. A pure function of form and answers: no history, no clock, no chance.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuizResult {
    /// Points of reasons and scales.
    pub scores: Scores,
    /// The answers that the form counts; none in a result from a link.
    pub answers: Answers,
    /// How many items of the form were answered: 0–30.
    pub answered: u8,
    /// The headline, or `None` where it is not shown: a scale without a score, or the same-answer note.
    pub headline: Option<Headline>,
    /// Up to three reasons that stood out; empty under the same-answer note.
    pub standouts: Vec<(Reason, Pull)>,
    /// Up to three statements whose answers show a strength; empty under the same-answer note.
    pub strengths: Vec<Position>,
    /// Nearly all answers were the same: then headline, stand-outs and strengths are left out, and no link is offered.
    pub same_answer: Option<SameAnswer>,
    /// Answers within reasons pull in different ways.
    pub mixed_answer: bool,
    /// Where the safety note stands, and whether the ideas wait.
    pub safety: Safety,
}

impl QuizResult {
    /// The result of the answers that the form counts.
    pub fn of(form: Form, answers: &Answers) -> QuizResult {
        QuizResult::with(&INSTRUMENT, form, answers)
    }

    /// The same with another instrument, for tests that plant a wrong key.
    pub fn with(instrument: &Instrument, form: Form, answers: &Answers) -> QuizResult {
        let scores = Scores::of(instrument, form, answers);
        let same_answer = quality::same_answer(form, answers);
        let standouts = if same_answer.is_some() { Vec::new() } else { standouts(&scores) };
        QuizResult {
            scores,
            answers: answers.only(form),
            answered: answers.count(form),
            headline: headline(&scores).filter(|_| same_answer.is_none()),
            strengths: if same_answer.is_some() { Vec::new() } else { strengths(instrument, &scores, &standouts, answers) },
            standouts,
            same_answer,
            mixed_answer: quality::mixed_answer(&scores),
            safety: Safety::of(instrument, &scores, answers),
        }
    }

    /// The result in a link: what its sender saw, without what a link does not hold.
    pub fn of_shared(shared: &Shared) -> QuizResult {
        let scores = shared.scores();
        QuizResult {
            scores,
            answers: Answers::NONE,
            answered: shared.scales.iter().flatten().map(|score| score.answered).sum(),
            headline: headline(&scores),
            standouts: Vec::new(),
            strengths: Vec::new(),
            same_answer: None,
            mixed_answer: false,
            safety: Safety::End,
        }
    }

    /// The form that was scored.
    pub const fn form(&self) -> Form {
        self.scores.form
    }
}

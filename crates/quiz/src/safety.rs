//! Where the safety note stands, and when ideas for doing something wait (section 5.6).
//!
//! The note itself is always there, and its words never depend on which rule fired.

use super::{
    answers::{Answer, Answers},
    instrument::{Form, Instrument, Position, Reason, Scale},
    scoring::{Band, REASON_MAX, Scores, points},
};

/// Pull of at least 62.5, in sixths.
const HIGH: u8 = 15;
/// Pull of at least 75, in sixths.
const STRONG: u8 = 18;

/// How the safety note is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Safety {
    /// In its ordinary place.
    End,
    /// Open, right after what is said of Trust.
    Trust,
    /// First on the page, and open.
    First,
    /// First on the page, and everything that asks the person to do something waits behind one plain choice.
    FirstAndIdeasWait,
}

impl Safety {
    /// Applies the rules to the answers that the form counts.
    pub fn of(instrument: &Instrument, scores: &Scores, answers: &Answers) -> Safety {
        let is_full = scores.form == Form::Full;
        let at_least = |reason, sixths| scores.reason(reason).is_some_and(|score| score.sixths >= sixths);
        let voice = Reason::LOSING_MY_SAY;
        // Where too little was answered for a score, the one answer counts.
        let lone_answer_pulls = || {
            let answer = |position| Some(points(instrument.item(position).key, answers.get(position)?));
            scores.reason(voice).is_none() && instrument.positions_of(voice).filter_map(answer).any(|points| points >= 3)
        };
        let speaks_up = answers.get(Position::FIRST).map(Answer::value);
        let ideas_wait = speaks_up == Some(1)
            || is_full && (at_least(voice, STRONG) || speaks_up == Some(2) && at_least(voice, HIGH) || lone_answer_pulls());
        if ideas_wait {
            return Safety::FirstAndIdeasWait;
        }
        let is_careful = matches!(speaks_up, Some(3) | None) && at_least(Reason::OPENING_UP, STRONG);
        if speaks_up == Some(2) || is_full && at_least(voice, HIGH) || is_careful {
            return Safety::First;
        }
        let is_guarded = scores.scale(Scale::Trust).is_some_and(|score| score.band() == Band::High);
        let was_hurt = at_least(Reason::PAST_HURT, if is_full { STRONG } else { REASON_MAX });
        if is_guarded || was_hurt { Safety::Trust } else { Safety::End }
    }

    /// True if everything that asks the person to do something waits for a choice.
    pub const fn ideas_wait(self) -> bool {
        matches!(self, Safety::FirstAndIdeasWait)
    }

    /// True if the note stands first.
    pub const fn is_first(self) -> bool {
        matches!(self, Safety::First | Safety::FirstAndIdeasWait)
    }

    /// The name used in results: where the note stands.
    pub const fn slug(self) -> &'static str {
        match self {
            Safety::End => "end",
            Safety::Trust => "trust",
            Safety::First | Safety::FirstAndIdeasWait => "first",
        }
    }
}

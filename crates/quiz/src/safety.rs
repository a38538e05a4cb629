//! When the safety note stands first, and when ideas for doing something wait (section 5.6).
//!
//! The note itself is always there, and its words never depend on which rule fired.

use super::{
    answers::{Answer, Answers},
    instrument::{Form, Position, Reason, Scale},
    scoring::{Band, REASON_MAX, Scores},
};

/// How the safety note is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Safety {
    /// In its ordinary place.
    Present,
    /// First on the page, and open.
    First,
    /// First on the page, and everything that asks the person to do something waits behind one plain choice.
    FirstAndIdeasWait,
}

impl Safety {
    /// Applies the rules to the answers that the form counts.
    pub fn of(scores: &Scores, answers: &Answers) -> Safety {
        let cannot_speak_up = answers.get(Position::FIRST) == Some(Answer::LOWEST);
        if cannot_speak_up || strong(scores, Reason::LOSING_MY_SAY) {
            return Safety::FirstAndIdeasWait;
        }
        let guarded = scores.scale(Scale::Trust).is_some_and(|score| score.band() == Band::High);
        if guarded || strong(scores, Reason::PAST_HURT) { Safety::First } else { Safety::Present }
    }

    /// True if everything that asks the person to do something waits for a choice.
    pub const fn ideas_wait(self) -> bool {
        matches!(self, Safety::FirstAndIdeasWait)
    }

    /// True if the note stands first.
    pub const fn is_first(self) -> bool {
        !matches!(self, Safety::Present)
    }
}

/// Pull of at least 75; in the quick form, where one answer stands behind it, 100.
fn strong(scores: &Scores, reason: Reason) -> bool {
    let least = match scores.form {
        Form::Quick => REASON_MAX,
        Form::Full => REASON_MAX / 4 * 3,
    };
    scores.reason(reason).is_some_and(|score| score.sixths >= least)
}

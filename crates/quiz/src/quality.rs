//! Notes on how the answers hang together (section 4.6). They are told to the person, never block, never leave the page.

use super::{
    answers::{Answer, Answers},
    instrument::{Form, Instrument, Position, Reason},
    scoring::{Scores, points},
};

/// Nearly all answers were one and the same: there is no picture to draw.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SameAnswer {
    /// Some statements point opposite ways, so it cannot all be so.
    Same,
    /// "Half and half": that may be so, or the statements may not fit.
    Middle,
}

/// At least 8 answered, and one option makes up at least nine tenths of the answers.
pub fn same_answer(form: Form, answers: &Answers) -> Option<SameAnswer> {
    let mut counts = [0_u8; 5];
    for answer in answers.of(form).iter().flatten() {
        counts[answer.index()] += 1;
    }
    let answered: u8 = counts.iter().sum();
    let most = (0..counts.len()).find(|index| 10 * u16::from(counts[*index]) >= 9 * u16::from(answered))?;
    let note = if most == Answer::MIDDLE.index() { SameAnswer::Middle } else { SameAnswer::Same };
    (answered >= 8).then_some(note)
}

/// Full form only: over the reasons with three answers (at least six of them), the mean range of points is at least
/// 2.4 of 4, which is what random tapping gives.
pub fn mixed_answer(scores: &Scores) -> bool {
    if scores.form == Form::Quick {
        return false;
    }
    let (mut count, mut sum) = (0_u16, 0_u16);
    for score in Reason::all().filter_map(|reason| scores.reason(reason)).filter(|score| score.answered == 3) {
        count += 1;
        sum += u16::from(score.range);
    }
    count >= 6 && 10 * sum >= 24 * count
}

/// The two statements of one reason whose answers pull in the most different ways: the largest gap in points, then
/// the earliest. `None` if no two statements of a reason differ.
pub fn most_opposed(instrument: &Instrument, form: Form, answers: &Answers) -> Option<(Position, Position)> {
    let pulls = |position: Position| answers.get(position).map(|answer: Answer| points(instrument.item(position).key, answer));
    let last = form.items();
    let mut best: Option<(u8, (Position, Position))> = None;
    for first in Position::all().take(last) {
        for second in Position::all().take(last).skip(first.index() + 1) {
            if instrument.item(first).reason != instrument.item(second).reason {
                continue;
            }
            let (Some(a), Some(b)) = (pulls(first), pulls(second)) else { continue };
            let gap = a.abs_diff(b);
            if gap > best.map_or(0, |(most, _)| most) {
                best = Some((gap, (first, second)));
            }
        }
    }
    best.map(|(_, pair)| pair)
}

//! Which texts the answers call for (section 5). The texts themselves are content.

use super::{
    answers::Answers,
    instrument::{Form, Instrument, Key, Position, Reason},
    scoring::{REASON_MAX, Scores},
};

/// How many strengths are shown at the most.
pub const STRENGTHS_SHOWN: usize = 3;

/// Up to three reverse statements answered "mostly" or "completely true" (section 5.1): the stronger answer first, then
/// the first of its reason before a second one, then the earlier.
pub fn strengths(instrument: &Instrument, form: Form, answers: &Answers) -> Vec<Position> {
    let agreed = |position: Position| {
        let answer = answers.get(position).filter(|answer| answer.value() >= 4)?;
        (instrument.item(position).key == Key::Reverse).then_some(answer)
    };
    let mut found: Vec<Position> = Position::all().take(form.items()).filter(|position| agreed(*position).is_some()).collect();
    found.sort_by_key(|position| core::cmp::Reverse(agreed(*position)));
    // The sort is stable: within a reason, too, the stronger and then the earlier answer comes first.
    let mut ranks = Vec::with_capacity(found.len());
    for (index, position) in found.iter().enumerate() {
        let reason = instrument.item(*position).reason;
        ranks.push((*position, found[..index].iter().filter(|other| instrument.item(**other).reason == reason).count()));
    }
    ranks.sort_by_key(|(position, rank)| (core::cmp::Reverse(agreed(*position)), *rank));
    ranks.into_iter().map(|(position, _)| position).take(STRENGTHS_SHOWN).collect()
}

/// True where fear of losing one's say pulls above 50: it raises Control, and the text for Control says so first
/// (section 5.6).
pub fn keeps_a_say(scores: &Scores) -> bool {
    scores.reason(Reason::LOSING_MY_SAY).is_some_and(|score| score.six > REASON_MAX / 2)
}

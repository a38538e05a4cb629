//! Which texts the answers call for (section 5). The texts themselves are content.

use super::{
    answers::Answers,
    instrument::{Form, ITEMS, Instrument, Key, Position, REASONS, Reason},
    scoring::{REASON_MAX, Scores},
};

/// How many strengths are shown at the most.
pub const STRENGTHS_SHOWN: usize = 3;

/// Up to three reverse statements answered "mostly" or "completely true" (section 5.1): the stronger answer first, then
/// the first of its reason before a second one, then the earlier.
pub fn strengths(instrument: &Instrument, form: Form, answers: &Answers) -> Vec<Position> {
    let reverse = |position: &Position| instrument.item(*position).key == Key::Reverse;
    let mut keys = Vec::with_capacity(ITEMS);
    let mut ranks = [0_u32; REASONS];
    // The stronger answers first, so that they also come first within their reason.
    for value in [5, 4] {
        for position in Position::all().take(form.items()).filter(reverse) {
            if answers.get(position).is_some_and(|answer| answer.value() == value) {
                let rank = &mut ranks[instrument.item(position).reason.index()];
                // One number to sort by, the most significant first.
                keys.push(u32::from(5 - value) << 16 | *rank << 8 | u32::from(position.number()));
                *rank += 1;
            }
        }
    }
    keys.sort_unstable();
    keys.into_iter().filter_map(|key| Position::new(key as u8)).take(STRENGTHS_SHOWN).collect()
}

/// True where fear of losing one's say pulls above 50: it raises Control, and the text for Control says so first
/// (section 5.6).
pub fn keeps_a_say(scores: &Scores) -> bool {
    scores.reason(Reason::LOSING_MY_SAY).is_some_and(|score| score.sixths > REASON_MAX / 2)
}

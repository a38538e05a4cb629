//! Which texts the answers call for (section 5). The texts themselves are content.

use super::{
    answers::Answers,
    instrument::{ITEMS, Instrument, Key, Position, REASONS, Reason},
    scoring::{REASON_MAX, Scores},
    standouts::Pull,
};

/// How many strengths are shown at the most.
pub const STRENGTHS_SHOWN: usize = 3;

/// A reason that pulls this hard, in sixths, has no strength shown.
const HARD: u8 = 15;

/// Up to three reverse statements answered "mostly" or "completely true" (section 5.2): the stronger answer first, then
/// the first of its reason before a second one, then the one whose reason pulls least, then the earlier. None of a reason that stands
/// out or pulls hard: the two would contradict each other.
pub fn strengths(instrument: &Instrument, scores: &Scores, standouts: &[(Reason, Pull)], answers: &Answers) -> Vec<Position> {
    let sixths = |position: Position| scores.reason(instrument.item(position).reason).map(|score| score.sixths);
    let counts = |position: &Position| {
        let item = instrument.item(*position);
        let stands_out = standouts.iter().any(|(reason, _)| *reason == item.reason);
        item.key == Key::Reverse && !stands_out && sixths(*position).is_none_or(|sixths| sixths < HARD)
    };
    let mut keys = Vec::with_capacity(ITEMS);
    let mut ranks = [0_u32; REASONS];
    // The stronger answers first, so that they also come first within their reason.
    for value in [5, 4] {
        for position in Position::all().take(scores.form.items()).filter(counts) {
            if answers.get(position).is_some_and(|answer| answer.value() == value) {
                let rank = &mut ranks[instrument.item(position).reason.index()];
                // One number to sort by, the most significant first.
                let pull = u32::from(sixths(position).unwrap_or(REASON_MAX));
                keys.push(u32::from(5 - value) << 18 | *rank << 16 | pull << 8 | u32::from(position.number()));
                *rank += 1;
            }
        }
    }
    keys.sort_unstable();
    keys.into_iter().filter_map(|key| Position::new(key as u8)).take(STRENGTHS_SHOWN).collect()
}

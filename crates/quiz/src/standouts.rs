//! The reasons that stood out (section 4.4): up to three, no one of them crowned.

use super::{
    instrument::{REASONS, Reason},
    scoring::{REASON_MAX, Scores},
};

/// Pull of 50 in sixths: a reason stands out above it, strictly.
const HALF: u8 = 12;
/// Above this many sixths the words are "a strong pull"; from 13 to here "some pull".
const STRONG: u8 = 15;
/// How many reasons are shown at the most.
pub const STANDOUTS: usize = 3;

/// How hard a reason that stood out pulls.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pull {
    /// 13–15 sixths.
    Some,
    /// 16–24 sixths.
    Strong,
}

/// The reasons with a score, strongest first: by their own pull, then the pull of their scale (one without a score
/// counts lowest), then their number.
pub fn ranked(scores: &Scores) -> Vec<Reason> {
    let mut keys = Vec::with_capacity(REASONS);
    for reason in Reason::all() {
        let Some(score) = scores.reason(reason) else { continue };
        // One number to sort by, the most significant first: 0–24, 0–1152 or nothing, 0–9.
        let own_scale = own_scale(scores, reason).map_or(0, |sum| sum + 1);
        keys.push(u32::from(REASON_MAX - score.sixths) << 16 | (2047 - own_scale) << 4 | reason.index() as u32);
    }
    keys.sort_unstable();
    keys.into_iter().filter_map(|key| Reason::new((key & 15) as u8 + 1)).collect()
}

/// The pull of the reason's scale on one common denominator: 24 × 12 holds halves, thirds and quarters exactly.
fn own_scale(scores: &Scores, reason: Reason) -> Option<u32> {
    scores.scale(scores.edition.scale_of(reason)).map(|score| u32::from(score.sum) * (12 / u32::from(score.reasons)))
}

/// Up to three reasons with a pull above 50, in the order of [`ranked`].
pub fn standouts(scores: &Scores) -> Vec<(Reason, Pull)> {
    ranked(scores)
        .into_iter()
        .filter_map(|reason| match scores.reason(reason)?.sixths {
            0..=HALF => None,
            13..=STRONG => Some((reason, Pull::Some)),
            _ => Some((reason, Pull::Strong)),
        })
        .take(STANDOUTS)
        .collect()
}

//! From answers to points, reasons and scales, in integers throughout (section 4.1).
//!
//! About one scale score in fifty falls exactly on a cut; averages of floats put some of those in the wrong band.

use super::{
    answers::{Answer, Answers},
    instrument::{Edition, Form, Instrument, Key, REASONS, Reason, Scale},
};

/// Points per reason when every item pulls as hard as it can, in sixths of a point.
pub const REASON_MAX: u8 = 24;

/// The points of one answer: 0–4, high = more pull.
pub const fn points(key: Key, answer: Answer) -> u8 {
    match key {
        Key::Direct => answer.value() - 1,
        Key::Reverse => 5 - answer.value(),
    }
}

/// The score of one reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReasonScore {
    /// Mean points in sixths, exact: 0–24. The pull is `100 * sixths / 24`.
    pub sixths: u8,
    /// Answered items: 1–3.
    pub answered: u8,
    /// Largest less smallest points among its answers: 0–4.
    pub range: u8,
}

impl ReasonScore {
    /// Pull in thousandths of a point, rounded half up: 0–100 000.
    pub const fn pull_milli(self) -> u32 {
        rounded(100_000 * self.sixths as u32, REASON_MAX as u32)
    }
}

/// The score of one scale, as the exact fraction `sum / max`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ScaleScore {
    /// Sum of the sixths of its available reasons: 0–96.
    pub sum: u8,
    /// Number of available reasons: 2–4.
    pub reasons: u8,
    /// Answered items in the available reasons: 2–12. The error depends on it.
    pub answered: u8,
}

/// Where a pull lies between the two cuts, 37.5 and 62.5 (section 4.3).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Band {
    /// Pull below 37.5.
    Low,
    /// Pull from 37.5 to 62.5, both included.
    Mid,
    /// Pull above 62.5.
    High,
}

impl Band {
    /// The name used in results.
    pub const fn slug(self) -> &'static str {
        match self {
            Band::Low => "low",
            Band::Mid => "mid",
            Band::High => "high",
        }
    }

    /// 0–2.
    pub const fn index(self) -> usize {
        self as usize
    }
}

impl ScaleScore {
    /// Largest possible sum: 48–96.
    pub const fn max(self) -> u8 {
        REASON_MAX * self.reasons
    }

    /// Pull in thousandths of a point, rounded half up: 0–100 000.
    pub const fn pull_milli(self) -> u32 {
        rounded(100_000 * self.sum as u32, self.max() as u32)
    }

    /// Pull rounded half up to a whole number: 0–100.
    pub const fn pull_rounded(self) -> u8 {
        rounded(100 * self.sum as u32, self.max() as u32) as u8
    }

    /// The whole number shown for the scale: 0–100. Trust is shown as a strength, rounded first and turned then, so
    /// that trust and guard always add up to 100.
    pub const fn shown(self, scale: Scale) -> u8 {
        match scale {
            Scale::Trust => 100 - self.pull_rounded(),
            _ => self.pull_rounded(),
        }
    }

    /// The place of the dot on the line, in hundredths of a percent, rounded half up: 0–10 000.
    pub const fn place_centi(self, scale: Scale) -> u32 {
        let sum = match scale {
            Scale::Trust => self.max() - self.sum,
            _ => self.sum,
        };
        rounded(10_000 * sum as u32, self.max() as u32)
    }

    /// The band of the pull.
    pub const fn band(self) -> Band {
        let (eights, max) = (8 * self.sum as u32, self.max() as u32);
        if eights < 3 * max {
            Band::Low
        } else if eights > 5 * max {
            Band::High
        } else {
            Band::Mid
        }
    }

    /// If the pull is closer than half a standard error to a cut: the two bands that meet there, the one it is in
    /// first.
    pub const fn near_line(self) -> Option<(Band, Band)> {
        let (eights, max) = (8 * self.sum as i64, self.max() as i64);
        let (low, high) = ((eights - 3 * max).abs(), (eights - 5 * max).abs());
        let nearer = if low < high { low } else { high };
        if 625 * nearer * nearer * self.answered as i64 >= 676 * max * max {
            return None;
        }
        let other = match self.band() {
            Band::Mid if low < high => Band::Low,
            Band::Mid => Band::High,
            Band::Low | Band::High => Band::Mid,
        };
        Some((self.band(), other))
    }

    /// True if the pull is in this band, or so close to a cut that it may as well be.
    pub fn is_in_or_near(self, band: Band) -> bool {
        band == self.band() || self.near_line().is_some_and(|(_, other)| other == band)
    }

    /// True if the pull is exactly 37.5 or 62.5.
    pub const fn is_on_cut(self) -> bool {
        let (eights, max) = (8 * self.sum as u32, self.max() as u32);
        eights == 3 * max || eights == 5 * max
    }

    /// Assumed standard error, `26 / sqrt(answered)` points, in hundredths, rounded: 751–1838.
    pub const fn se_centi(self) -> u32 {
        se_centi(self.answered)
    }

    /// True if this pull is larger than the other, exactly.
    pub const fn exceeds(self, other: ScaleScore) -> bool {
        self.sum as u32 * other.max() as u32 > other.sum as u32 * self.max() as u32
    }
}

/// How a scale moved from one full result to another (section 4.3).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// By no more than chance moves it: about the same.
    Same,
    /// The pull rose.
    Up,
    /// The pull fell.
    Down,
}

impl ScaleScore {
    /// How the pull moved since an earlier score: a change where it moved by more than 1.645 × 26 × √(1/n₁ + 1/n₂) points,
    /// which chance does one time in ten. Both scores must be of the full form: nothing is read from a quick one.
    pub const fn change_since(self, before: ScaleScore) -> Change {
        // 42.77 = 1.645 × 26. All factors fit: the largest product is 1.3e18.
        let (now, then) = (self.sum as i64 * before.max() as i64, before.sum as i64 * self.max() as i64);
        let (n1, n2) = (self.answered as i64, before.answered as i64);
        let moved = 10_000 * (now - then) * (now - then);
        let scale = self.max() as i64 * before.max() as i64;
        if 10_000 * moved * n1 * n2 <= 4277 * 4277 * (n1 + n2) * scale * scale {
            Change::Same
        } else if now > then {
            Change::Up
        } else {
            Change::Down
        }
    }
}

/// Assumed standard error for a number of answered items (section 4.3), in hundredths of a point, rounded.
/// `answered` must be at least 1.
pub const fn se_centi(answered: u8) -> u32 {
    // round(s) = floor((floor(2 s) + 1) / 2), and floor(2 s) is an integer square root.
    ((4 * 2600 * 2600 / answered as u32).isqrt() + 1) / 2
}

/// `numerator / denominator`, rounded half up.
const fn rounded(numerator: u32, denominator: u32) -> u32 {
    (2 * numerator + denominator) / (2 * denominator)
}

/// The scores of one answer sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scores {
    /// The form that was scored.
    pub form: Form,
    /// The edition that it was scored by.
    pub edition: Edition,
    reasons: [Option<ReasonScore>; REASONS],
    scales: [Option<ScaleScore>; 3],
}

impl Scores {
    /// Scores the answers that the form counts.
    pub fn of(instrument: &Instrument, form: Form, answers: &Answers) -> Scores {
        struct Tally {
            sum: u8,
            answered: u8,
            least: u8,
            most: u8,
        }
        let mut tallies = [const { Tally { sum: 0, answered: 0, least: 4, most: 0 } }; REASONS];
        for (item, answer) in instrument.items.iter().zip(answers.of(form)) {
            let Some(answer) = *answer else { continue };
            let points = points(item.key, answer);
            let tally = &mut tallies[item.reason.index()];
            tally.sum += points;
            tally.answered += 1;
            tally.least = tally.least.min(points);
            tally.most = tally.most.max(points);
        }
        let reasons = tallies.map(|tally| {
            (tally.answered >= form.needed_per_reason()).then(|| ReasonScore {
                sixths: tally.sum * 6 / tally.answered,
                answered: tally.answered,
                range: tally.most - tally.least,
            })
        });
        let scales = Scale::ALL.map(|scale| scale_score(scale, &reasons));
        Scores { form, edition: Edition::CURRENT, reasons, scales }
    }

    /// Scores that were worked out elsewhere.
    pub(super) const fn from_parts(
        form: Form,
        edition: Edition,
        reasons: [Option<ReasonScore>; REASONS],
        scales: [Option<ScaleScore>; 3],
    ) -> Scores {
        Scores { form, edition, reasons, scales }
    }

    /// The score of a reason, or `None` where there are not enough answers.
    pub const fn reason(&self, reason: Reason) -> Option<ReasonScore> {
        self.reasons[reason.index()]
    }

    /// The score of a scale, or `None` where there are not enough answers.
    pub const fn scale(&self, scale: Scale) -> Option<ScaleScore> {
        self.scales[scale.index()]
    }

    /// How many answers a scale has in its available reasons: 0–12, also where they are too few for a score.
    pub fn answered(&self, scale: Scale) -> u8 {
        self.edition.reasons_of(scale).filter_map(|reason| self.reason(reason)).map(|score| score.answered).sum()
    }
}

fn scale_score(scale: Scale, reasons: &[Option<ReasonScore>; REASONS]) -> Option<ScaleScore> {
    let mut score = ScaleScore { sum: 0, reasons: 0, answered: 0 };
    let mut missing = 0;
    for reason in scale.reasons() {
        match reasons[reason.index()] {
            Some(found) => {
                score.sum += found.sixths;
                score.reasons += 1;
                score.answered += found.answered;
            }
            None => missing += 1,
        }
    }
    (missing <= 1).then_some(score)
}

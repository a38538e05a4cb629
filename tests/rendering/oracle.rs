//! What a sheet calls for, by the specification (`docs/instrument.md`, 3.2, 4 and 5): its arithmetic once more, in other
//! units and apart from the library, and held to the golden file.

use exhale::quiz::Form;

use crate::sheets::Sheet;

/// The reason of each statement.
pub const REASON: [u8; 30] = [7, 4, 5, 6, 8, 3, 2, 10, 1, 9, 4, 7, 6, 5, 3, 8, 10, 2, 9, 1, 4, 7, 5, 6, 8, 9, 3, 10, 1, 2];
/// Whether agreeing with it adds pull.
pub const DIRECT: [bool; 30] = {
    let (keys, mut direct, mut place) = (b"RDDRDRRDRDRDRRDRDDRDRRDDRDDRDR", [false; 30], 0);
    while place < 30 {
        direct[place] = keys[place] == b'D';
        place += 1;
    }
    direct
};
/// The reasons of Control, Perfectionism and Trust.
pub const SCALES: [&[u8]; 3] = [&[1, 5, 8], &[3, 4, 10], &[2, 6, 7, 9]];

/// Where a pull lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Zone {
    Low,
    Mid,
    High,
}

/// A pull of 0 to 100 as an exact fraction, and the answers behind it.
#[derive(Clone, Copy, Debug)]
pub struct Pull {
    part: i32,
    whole: i32,
    answers: i32,
}

impl Pull {
    /// The pull in points. Comparisons with cuts do not use it.
    pub fn points(self) -> f64 {
        f64::from(self.part) / f64::from(self.whole)
    }

    /// Compared with a number of half points.
    fn against(self, halves: i32) -> std::cmp::Ordering {
        (2 * self.part).cmp(&(halves * self.whole))
    }

    pub fn exceeds(self, other: Pull) -> bool {
        self.part * other.whole > other.part * self.whole
    }

    pub fn zone(self) -> Zone {
        match (self.against(75).is_lt(), self.against(125).is_gt()) {
            (true, _) => Zone::Low,
            (_, true) => Zone::High,
            _ => Zone::Mid,
        }
    }

    pub fn is_on_cut(self) -> bool {
        self.against(75).is_eq() || self.against(125).is_eq()
    }

    /// The pull of a reason in sixths of a point.
    pub fn sixths(self) -> i32 {
        24 * self.part / (100 * self.whole)
    }

    /// A reason pulls hard.
    pub fn is_hard(self) -> bool {
        self.against(125).is_ge()
    }

    /// A reason pulls little.
    pub fn is_little(self) -> bool {
        self.against(75).is_le()
    }

    /// The zone across the cut that is closer than half a standard error.
    pub fn near(self) -> Option<Zone> {
        let [low, high] = [37.5, 62.5].map(|cut| (self.points() - cut).abs() < 13.0 / f64::from(self.answers).sqrt());
        match self.zone() {
            Zone::Low | Zone::High => (low || high).then_some(Zone::Mid),
            Zone::Mid if low => Some(Zone::Low),
            Zone::Mid => high.then_some(Zone::High),
        }
    }

    /// Rounded half up.
    pub fn rounded(self) -> i32 {
        (2 * self.part + self.whole) / (2 * self.whole)
    }

    /// The standard error as a whole number.
    pub fn error(self) -> String {
        format!("{:.0}", 26.0 / f64::from(self.answers).sqrt())
    }
}

/// What is expected of a sheet.
pub struct Expected {
    /// The pull of each scale.
    pub scales: [Option<Pull>; 3],
    /// The pull of each reason, from reason 1.
    pub reasons: [Option<Pull>; 10],
    /// The profile that is computed, and the one it has a touch of: their keys.
    pub profile: Option<(&'static str, Option<&'static str>)>,
    /// Up to three reasons above 50, shown or not.
    pub standouts: Vec<u8>,
    /// Up to three statements that show a strength, as places from 0.
    pub strengths: Vec<usize>,
    pub same_answer: bool,
    /// The one answer is "half and half".
    pub middle_answer: bool,
    pub mixed_answer: bool,
    pub safety: Safety,
}

/// Where the safety note stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Safety {
    /// At its place further down.
    End,
    /// After what is said of Trust.
    Trust,
    First,
    /// And what asks the person to do something waits.
    FirstAndIdeasWait,
}

impl Expected {
    pub fn of(sheet: &Sheet) -> Expected {
        let points = |(place, answer): (usize, u8)| if DIRECT[place] { answer - 1 } else { 5 - answer };
        let of_reason = |reason: u8| sheet.counted().filter(move |(place, _)| REASON[*place] == reason).map(points);
        let quick = sheet.form() == Form::Quick;
        let reasons: [Option<Pull>; 10] = std::array::from_fn(|index| {
            let points: Vec<u8> = of_reason(index as u8 + 1).collect();
            let (sum, answers) = (points.iter().copied().map(i32::from).sum::<i32>(), number(points.len()));
            // A third of a point and half a point are whole numbers in sixths.
            let pull = || Pull { part: 150 * sum / answers, whole: 6, answers };
            (points.len() >= if quick { 1 } else { 2 }).then(pull)
        });
        let pull_of = |reason: u8| reasons[usize::from(reason) - 1];
        let scales = SCALES.map(|members| {
            let found: Vec<Pull> = members.iter().filter_map(|reason| pull_of(*reason)).collect();
            (found.len() + 1 >= members.len()).then(|| Pull {
                part: found.iter().map(|pull| pull.part).sum(),
                whole: 6 * number(found.len()),
                answers: found.iter().map(|pull| pull.answers).sum(),
            })
        });
        let ranges: Vec<u8> = (1..=10)
            .filter(|reason| of_reason(*reason).count() == 3)
            .filter_map(|reason| Some(of_reason(reason).max()? - of_reason(reason).min()?))
            .collect();
        let range: usize = ranges.iter().copied().map(usize::from).sum();
        let most = (1..=5).map(|option| sheet.counted().filter(|(_, answer)| *answer == option).count()).max().unwrap_or(0);
        let answered = sheet.counted().count();
        let halves = sheet.counted().filter(|(_, answer)| *answer == 3).count();
        let same_answer = answered >= 8 && 10 * most >= 9 * answered;
        // Against half points of 100: 150 are 18 of 24 sixths, 125 are 15.
        let at_least = |reason, halves| pull_of(reason).is_some_and(|pull| pull.against(halves).is_ge());
        let first_answer = sheet.0[0];
        let lone_answer = pull_of(7).is_none() && of_reason(7).any(|points| points >= 3);
        let ideas_wait =
            first_answer == Some(1) || !quick && (at_least(7, 150) || lone_answer || first_answer == Some(2) && at_least(7, 125));
        let is_careful = (first_answer.is_none() || first_answer == Some(3)) && at_least(6, 150);
        let standouts = standouts(&reasons, scales);
        Expected {
            scales,
            reasons,
            profile: profile(scales),
            strengths: strengths(sheet, &reasons, &standouts),
            standouts,
            same_answer,
            middle_answer: same_answer && 10 * halves >= 9 * answered,
            mixed_answer: !quick && ranges.len() >= 6 && 10 * range >= 24 * ranges.len(),
            safety: if ideas_wait {
                Safety::FirstAndIdeasWait
            } else if first_answer == Some(2) || !quick && at_least(7, 125) || is_careful {
                Safety::First
            } else if at_least(2, if quick { 200 } else { 150 }) || scales[2].is_some_and(|pull| pull.zone() == Zone::High) {
                Safety::Trust
            } else {
                Safety::End
            },
        }
    }

    pub fn safety_prominent(&self) -> bool {
        matches!(self.safety, Safety::First | Safety::FirstAndIdeasWait)
    }

    pub fn ideas_wait(&self) -> bool {
        self.safety == Safety::FirstAndIdeasWait
    }

    /// Part of the line of Trust is about keeping a say: said where that line is not at its open end.
    pub fn keeps_a_say(&self) -> bool {
        self.pull_of(7).is_some_and(|pull| pull.against(100).is_gt())
            && self.scales[2].is_some_and(|pull| pull.zone() != Zone::Low)
    }

    /// Something is known of the reasons.
    pub fn knows_reasons(&self) -> bool {
        !self.same_answer && self.reasons.iter().any(Option::is_some)
    }

    /// The reasons of a scale that have a pull: those that lean most to either side first, then those that pull harder.
    pub fn by_lean(&self, scale: usize) -> Vec<(u8, Pull)> {
        let mut reasons: Vec<(u8, Pull)> =
            SCALES[scale].iter().filter_map(|reason| Some((*reason, self.pull_of(*reason)?))).collect();
        reasons.sort_by_key(|(reason, pull)| (-(pull.sixths() - 12).abs(), -pull.sixths(), *reason));
        reasons
    }

    /// The reasons of a scale that pull most and least, where these are far apart and each stands alone.
    pub fn mixed(&self, scale: usize) -> Option<(u8, u8)> {
        let mut reasons = self.by_lean(scale);
        reasons.sort_by_key(|(_, pull)| pull.sixths());
        let [(least, low), (_, second), ..] = reasons[..] else { return None };
        let [.., (_, second_last), (most, high)] = reasons[..] else { return None };
        let is_alone = low.sixths() < second.sixths() && second_last.sixths() < high.sixths();
        (is_alone && high.sixths() - low.sixths() >= 9).then_some((most, least))
    }

    pub fn pull_of(&self, reason: u8) -> Option<Pull> {
        self.reasons[usize::from(reason) - 1]
    }
}

fn number(count: usize) -> i32 {
    i32::try_from(count).expect("30 at most")
}

fn profile(scales: [Option<Pull>; 3]) -> Option<(&'static str, Option<&'static str>)> {
    let [control, perfectionism, trust] = scales;
    let mut named = [(control?, "navigator"), (perfectionism?, "craftsperson"), (trust?, "lighthouse")];
    let low = named.iter().filter(|(pull, _)| pull.zone() == Zone::Low).count();
    // The sort is stable: of two equal pulls the earlier scale stays first.
    named.sort_by(|(a, _), (b, _)| (b.part * a.whole).cmp(&(a.part * b.whole)));
    let high: Vec<&str> = named.iter().filter(|(pull, _)| pull.zone() == Zone::High).map(|(_, name)| *name).collect();
    Some(match high[..] {
        [] if low >= 2 => ("open-hands", None),
        [] => ("co-pilot", None),
        [only] => (only, None),
        [main, second] => (main, Some(second)),
        _ => ("cornerstone", None),
    })
}

fn standouts(reasons: &[Option<Pull>; 10], scales: [Option<Pull>; 3]) -> Vec<u8> {
    let own_scale = |reason: u8| SCALES.iter().position(|members| members.contains(&reason)).and_then(|scale| scales[scale]);
    let pull_of = |reason: u8| reasons[usize::from(reason) - 1];
    // The strongest is taken out again and again: plainly by the words of section 4.4.
    let mut left: Vec<u8> = (1..=10).filter(|reason| pull_of(*reason).is_some_and(|pull| pull.against(100).is_gt())).collect();
    let mut taken = Vec::new();
    while let Some(&(mut first)) = left.first().filter(|_| taken.len() < 3) {
        for &other in &left {
            let ahead = |a: Option<Pull>, b: Option<Pull>| match (a, b) {
                (Some(a), Some(b)) => a.exceeds(b),
                (a, b) => a.is_some() && b.is_none(),
            };
            let (mine, best) = (pull_of(other), pull_of(first));
            if ahead(mine, best) || (!ahead(best, mine) && ahead(own_scale(other), own_scale(first))) {
                first = other;
            }
        }
        left.retain(|reason| *reason != first);
        taken.push(first);
    }
    taken
}

fn strengths(sheet: &Sheet, reasons: &[Option<Pull>; 10], standouts: &[u8]) -> Vec<usize> {
    let pull_of = |place: usize| reasons[usize::from(REASON[place]) - 1];
    let contradicts =
        |place: usize| standouts.contains(&REASON[place]) || pull_of(place).is_some_and(|pull| pull.against(125).is_ge());
    let agreed: Vec<(usize, u8)> =
        sheet.counted().filter(|(place, answer)| !DIRECT[*place] && *answer >= 4 && !contradicts(*place)).collect();
    let rank = |place: usize, answer: u8| {
        let before = |(other, others): &&(usize, u8)| {
            REASON[*other] == REASON[place] && (*others > answer || (*others == answer && *other < place))
        };
        agreed.iter().filter(before).count()
    };
    // A pull in six-hundredths, so that it can be sorted by; none comes last.
    let weight = |place: usize| pull_of(place).map_or(i32::MAX, |pull| 600 / pull.whole * pull.part);
    let mut order: Vec<(u8, usize, i32, usize)> =
        agreed.iter().map(|(place, answer)| (5 - answer, rank(*place, *answer), weight(*place), *place)).collect();
    order.sort_unstable();
    order.into_iter().map(|(_, _, _, place)| place).take(3).collect()
}

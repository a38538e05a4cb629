//! Answer sheets: the golden ones, some that each show something, and many by chance.

use std::fmt;

use exhale::quiz::Form;

use exhale_test_support::golden::{Golden, golden};

use crate::oracle::{DIRECT, REASON, SCALES};

/// The answers that were given or skipped in order: ten or more of the quick form, thirty of the full one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet(pub Vec<Option<u8>>);

impl Sheet {
    pub fn form(&self) -> Form {
        if self.0.len() == 30 { Form::Full } else { Form::Quick }
    }

    /// The answers that count, each with its place from 0.
    pub fn counted(&self) -> impl Iterator<Item = (usize, u8)> + Clone {
        self.0.iter().take(self.form().items()).enumerate().filter_map(|(place, answer)| Some((place, (*answer)?)))
    }

    /// One sign for each statement: `1` to `5`, or `-` where it was skipped.
    pub fn script(&self) -> String {
        self.0.iter().map(|answer| answer.map_or('-', |answer| char::from(b'0' + answer))).collect()
    }

    /// The sheet with this [script](Sheet::script).
    pub fn read(script: &str) -> Sheet {
        Sheet(script.chars().map(|sign| sign.to_digit(10).map(|answer| answer as u8)).collect())
    }

    /// The sheet of a golden case.
    pub fn of(case: &Golden) -> Sheet {
        let answer = |entry: &serde_json::Value| entry.as_u64().map(|value| u8::try_from(value).expect("1 to 5"));
        Sheet(case.entries.iter().take(case.form.items()).map(answer).collect())
    }

    /// The sheet whose answers earn these points, 0 to 4, at each place.
    fn earning(form: Form, points: impl Fn(usize) -> u8) -> Sheet {
        let answer = |place: usize| if DIRECT[place] { points(place) + 1 } else { 5 - points(place) };
        Sheet((0..form.items()).map(|place| Some(answer(place))).collect())
    }

    /// Sheets that together bring out every text of a result.
    pub fn telling() -> Vec<Sheet> {
        let mut sheets: Vec<Sheet> = golden().iter().map(Sheet::of).collect();
        for form in [Form::Quick, Form::Full] {
            // One reason stands out, and then two of them; some pull.
            sheets.extend((1..=10).map(|reason| Sheet::earning(form, |place| if REASON[place] == reason { 4 } else { 1 })));
            sheets.push(Sheet::earning(
                form,
                |place| if [3, 5].contains(&REASON[place]) { 3 } else { 1 + u8::from(place % 2 == 0) },
            ));
            // Nothing stands out, and no line is at its far end; then nothing does although one line has no score.
            sheets.push(Sheet::earning(form, |place| 1 + u8::from(REASON[place] == 1)));
            let mut unscored = Sheet::earning(form, |place| 1 + u8::from(REASON[place] == 1));
            (0..form.items()).filter(|place| [3, 4].contains(&REASON[*place])).for_each(|place| unscored.0[place] = None);
            sheets.push(unscored);
            sheets.push(Sheet(vec![None; form.items()]));
            // Every other statement of Control gets a point more: exactly on the cut.
            for least in [1, 2] {
                let before = |place| (0..place).filter(|other| SCALES[0].contains(&REASON[*other])).count();
                sheets.push(Sheet::earning(form, |place| least + (before(place) % 2) as u8));
            }
            // One scale pulls hard, and another nearly so.
            for (main, second) in [(0, 1), (1, 2), (2, 0)] {
                let points = |place: usize| match REASON[place] {
                    reason if SCALES[main].contains(&reason) => 4,
                    reason if SCALES[second].contains(&reason) => 3,
                    _ => 2,
                };
                sheets.push(Sheet::earning(form, points));
            }
            // One statement alone shows a strength; one skipped leaves a reason with two answers.
            for strength in (0..form.items()).filter(|place| !DIRECT[*place]) {
                let mut sheet = Sheet::earning(form, |place| if DIRECT[place] { 1 } else { 2 + u8::from(place % 3 == 0) });
                sheet.0[strength] = Some(5);
                sheet.0[(strength + 1) % form.items()] = None;
                sheets.push(sheet);
            }
        }
        sheets
    }

    /// Sheets by chance, the same ones each time: people who lean one way on each scale, and tap and skip more or less
    /// at random. Half are full.
    pub fn many() -> impl Iterator<Item = Sheet> {
        let mut random = Random(20_251_121);
        (0..600).map(move |n| {
            let length = if n % 2 == 0 { 30 } else { 10 + random.below(20) / 3 };
            let leans = [random.below(6), random.below(6), random.below(6)];
            let (noise, skips) = (random.below(4), [0, 0, 2, 9][random.below(4)]);
            let mut answer = |place: usize| {
                let scale = SCALES.iter().position(|reasons| reasons.contains(&REASON[place])).expect("each has a scale");
                let points = (leans[scale] + random.below(2 * noise + 1)).saturating_sub(noise).min(4) as u8;
                let skipped = random.below(20) < skips;
                (!skipped).then_some(if DIRECT[place] { points + 1 } else { 5 - points })
            };
            Sheet((0..length).map(&mut answer).collect())
        })
    }
}

impl fmt::Display for Sheet {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "the {} sheet {}", self.form().slug(), self.script())
    }
}

/// `SplitMix64`: chance that is the same each time.
struct Random(u64);

impl Random {
    /// 0 up to but not including a number.
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((bits ^ (bits >> 31)) % end as u64) as usize
    }
}

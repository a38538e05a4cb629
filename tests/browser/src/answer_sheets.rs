//! Answer sheets that lead to each name a result can have.

use std::collections::BTreeMap;

use exhale_content::Content;
use exhale_quiz::{Form, INSTRUMENT, Key, Letter, LifeContext, Position, Profile, QuizResult};

use crate::page::sheet;

/// A sheet of thirty answers.
pub type Sheet = Vec<Option<u8>>;

/// Numbers that look like chance, always the same.
struct Numbers(u64);

impl Numbers {
    /// Below a limit.
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % limit
    }
}

/// For each name, with each touch, a sheet whose result shows it with no note before it and nothing that waits. Of many that do, it
/// is the one whose sentence under the lines is the longest in this language.
pub fn named(texts: &Content<String>, form: Form) -> Vec<Sheet> {
    let mut found: BTreeMap<(&str, Option<&str>), (usize, Sheet)> = BTreeMap::new();
    let mut numbers = Numbers(1);
    for _ in 0..60_000 {
        // The points of a scale lie around a middle of its own.
        let middles = [0; 3].map(|_| numbers.below(5));
        let given: Sheet = Position::all()
            .take(form.items())
            .map(|position| {
                let item = INSTRUMENT.item(position);
                let points = (middles[item.reason.scale().index()] + numbers.below(3)).clamp(1, 5) - 1;
                let points = u8::try_from(points).expect("0 to 4");
                Some(if item.key == Key::Direct { points + 1 } else { 5 - points })
            })
            .collect();
        let result = QuizResult::of(form, &sheet(&given));
        let Some(headline) = result.headline else { continue };
        if result.safety.is_first() || result.safety.ideas_wait() || result.mixed_answer {
            continue;
        }
        let length = sentence(texts, &result).map_or(0, |sentence| sentence.chars().count());
        let longest = found.entry((headline.profile.slug(), headline.touch.map(Profile::slug))).or_default();
        if longest.1.is_empty() || length > longest.0 {
            *longest = (length, given);
        }
    }
    assert_eq!(found.len(), 12, "three names alone, three with each of two touches: {:?}", found.keys());
    found.into_values().map(|(_, given)| given).collect()
}

/// The sentence that the plate shows under the lines.
pub fn sentence<'a>(texts: &'a Content<String>, result: &QuizResult) -> Option<&'a String> {
    let letter = Letter::of(result, LifeContext::default(), false);
    let strength = letter.strengths.first().and_then(|position| texts.strength(*position));
    strength.or_else(|| letter.steps.first().map(|(reason, _)| &texts.reason(*reason).protects))
}

/// A sheet on which every answer pulls as hard (4) or as little (0) as it can.
pub fn at_the_end(points: u8) -> Sheet {
    INSTRUMENT.items.iter().map(|item| Some(if item.key == Key::Direct { points + 1 } else { 5 - points })).collect()
}

/// The sheet without these answers.
pub fn without(given: &[Option<u8>], positions: &[usize]) -> Sheet {
    let mut given = given.to_vec();
    for position in positions {
        given[position - 1] = None;
    }
    given
}

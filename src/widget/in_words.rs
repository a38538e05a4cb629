//! What is said of a score: its band or the two it lies between, its number, both in a sentence.

use crate::{
    content::{Messages, TextId},
    quiz::{Scale, ScaleScore, number},
};

/// The band as it stands over the line.
pub fn over_the_line(words: Messages, scale: Scale, score: Option<ScaleScore>) -> String {
    band(words, scale, score, words.result.between)
}

/// The band as the table says it: near a cut, which of the two is nearer.
pub fn exactly(words: Messages, scale: Scale, score: Option<ScaleScore>) -> String {
    band(words, scale, score, words.result.nearer)
}

/// The whole line in a sentence or two.
pub fn whole(words: Messages, scale: Scale, score: Option<ScaleScore>) -> String {
    let name = words.get(words.scale(scale).name);
    let Some(known) = score else { return words.fill(words.result.chart_not_enough, &[name]) };
    let (shown, se) = (number(known.shown(scale)), error(known));
    words.fill(words.result.chart, &[&exactly(words, scale, score), name, &se, &shown])
}

/// The number with its error.
pub fn value(words: Messages, scale: Scale, score: ScaleScore) -> String {
    words.fill(words.result.value, &[&error(score), &number(score.shown(scale))])
}

/// Near a cut, but not on it: which of the two names over the line is nearer.
pub fn nearer(words: Messages, scale: Scale, score: ScaleScore) -> Option<String> {
    let (own, _) = score.near_line().filter(|_| !score.is_on_cut())?;
    Some(words.fill(words.result.nearer_says, &[words.get(*words.band(scale, own))]))
}

/// The standard error as a whole number.
fn error(score: ScaleScore) -> String {
    number((score.se_centi() + 50) / 100)
}

/// Near a cut both names are said, in the order in which they lie on the line; exactly on it the dot is nearer to
/// neither.
fn band(words: Messages, scale: Scale, score: Option<ScaleScore>, nearer: TextId) -> String {
    let Some(score) = score else { return words.get(words.result.not_enough).to_owned() };
    let own = words.get(*words.band(scale, score.band()));
    let Some((band, other)) = score.near_line() else { return own.to_owned() };
    let other_name = words.get(*words.band(scale, other));
    let (a, b) = if (band < other) == (scale != Scale::Trust) { (own, other_name) } else { (other_name, own) };
    let sentence = if score.is_on_cut() { words.result.between } else { nearer };
    words.fill(sentence, &[a, b, own])
}

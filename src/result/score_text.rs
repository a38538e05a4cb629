//! A score in words: its band or the two it lies between, its number, both in a sentence.

use crate::{
    content::Messages,
    quiz::{Scale, ScaleScore, number},
};

/// The whole line in a sentence or two.
pub fn sentence(messages: Messages, scale: Scale, score: Option<ScaleScore>) -> String {
    let name = messages.get(messages.scale(scale).name);
    let Some(known) = score else { return messages.fill(messages.result.chart_not_enough, &[name]) };
    let (shown, se) = (number(known.shown(scale)), error(known));
    messages.fill(messages.result.chart, &[&exact_band(messages, scale, score), name, &se, &shown])
}

/// The number with its error.
pub fn value(messages: Messages, scale: Scale, score: ScaleScore) -> String {
    messages.fill(messages.result.value, &[&error(score), &number(score.shown(scale))])
}

/// The standard error as a whole number.
fn error(score: ScaleScore) -> String {
    number((score.se_centi() + 50) / 100)
}

/// The band; near a cut both names, in the order in which they lie on the line, and which is nearer: exactly on the cut neither.
pub fn exact_band(messages: Messages, scale: Scale, score: Option<ScaleScore>) -> String {
    let Some(score) = score else { return messages.get(messages.result.not_enough).to_owned() };
    let own = messages.get(*messages.band(scale, score.band()));
    let Some((band, other)) = score.near_line() else { return own.to_owned() };
    let other_name = messages.get(*messages.band(scale, other));
    let (a, b) = if (band < other) == (scale != Scale::Trust) { (own, other_name) } else { (other_name, own) };
    let sentence = if score.is_on_cut() { messages.result.between } else { messages.result.nearer };
    messages.fill(sentence, &[a, b, own])
}

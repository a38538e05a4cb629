//! First, what is going well: from the person's own answers, or else what a reason may protect.

use yew::prelude::*;

use super::view::{View, el, filled, folded, leaf, text};
use crate::{
    content::fill,
    quiz::{Picture, Position},
};

const SECTION: &[(&str, &str)] = &[("key", "strengths"), ("class", "strengths"), ("part", "strength")];
const KICKER: &[(&str, &str)] = &[("class", "kicker")];
const LEAD: &[(&str, &str)] = &[("class", "lead")];

pub fn section(view: &View<'_>, picture: &Picture) -> Option<Html> {
    let (words, texts) = (view.words, &view.words.result);
    if picture.strengths.is_empty() {
        let (reason, _) = picture.standouts.first()?;
        let protects = leaf("p", LEAD, words.reason(*reason).protects);
        return Some(el("div", SECTION, vec![leaf("h2", KICKER, texts.protects), protects]));
    }
    let mut children = vec![leaf("h2", KICKER, texts.strengths)];
    children.extend(picture.strengths.iter().filter_map(|position| words.strength(*position)).map(|line| leaf("p", LEAD, line)));
    let quotes = picture.strengths.iter().map(|position| el("p", &[], vec![filled(quote(view, *position))])).collect();
    children.push(folded(&[], text(texts.strengths_from), quotes));
    Some(el("div", SECTION, children))
}

/// A statement and the answer to it.
pub fn quote(view: &View<'_>, position: Position) -> String {
    let words = view.words;
    let answer = view.state.session.answers().get(position).map_or(words.statement.skipped, |answer| words.option(answer));
    fill(words.result.quote, &[("statement", words.item(position)), ("answer", answer)])
}

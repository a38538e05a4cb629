//! The plate: the name of the picture, its three spectra, and a table that says the same.

use yew::prelude::*;

use super::{
    chart,
    view::{View, el, filled, folded, leaf, p, text},
};
use crate::{
    content::{Words, fill},
    quiz::{Band, Form, Picture, Scale, ScaleScore, keeps_a_say},
};

/// The plate; `told` adds what is said of the profile and of each line.
pub fn plate(view: &View<'_>, picture: &Picture, told: bool) -> Html {
    let words = view.words;
    let sketch = picture.form() == Form::Quick;
    let mut children = Vec::with_capacity(16);
    if sketch {
        children.push(leaf("p", &[("class", "kicker")], words.sketch.kicker));
    }
    name(&mut children, view, picture, told);
    for scale in Scale::ALL {
        let score = picture.scores.scale(scale);
        let (band, says) = bands(words, scale, score);
        children.push(chart::spectrum(words, scale, score, picture.form(), band, &says));
        if let Some(score) = score.filter(|_| told && !picture.same_answer) {
            children.push(el("div", &[("class", "says")], said(view, picture, scale, score)));
        }
    }
    let scored = Scale::ALL.iter().filter(|scale| picture.scores.scale(**scale).is_some()).count();
    let mut caption = Vec::with_capacity(4);
    if picture.headline.is_some() {
        caption.push(p(words.result.caption_name));
    }
    if scored > 0 {
        caption.push(p(words.result.caption));
        if sketch {
            caption.push(p(words.sketch.caption));
        }
    }
    if scored < Scale::ALL.len() {
        caption.push(p(words.result.not_enough_text));
    }
    children.push(el("figcaption", &[], caption));
    el("div", &[("key", "picture")], vec![el("figure", &[("class", "plate")], children), table(words, picture)])
}

fn name(children: &mut Vec<Html>, view: &View<'_>, picture: &Picture, told: bool) {
    const NAME: &[(&str, &str)] = &[("class", "name"), ("part", "result-title")];
    let words = view.words;
    let Some(headline) = picture.headline else {
        children.push(leaf("h2", NAME, words.result.unnamed));
        return;
    };
    let profile = words.profile(headline.profile);
    children.push(leaf("h2", NAME, profile.name));
    if let Some(touch) = headline.touch {
        children.push(leaf("p", &[("class", "touch")], words.profile(touch).touch));
    }
    children.push(leaf("p", &[("class", "oneline")], profile.line));
    if told {
        children.extend([p(profile.strength), p(profile.watch)]);
        if view.shows_ideas(picture) {
            children
                .extend([leaf("p", &[("class", "small ask")], words.result.ask), leaf("p", &[("class", "say")], profile.ask)]);
        }
    }
}

/// What is said of one line.
fn said(view: &View<'_>, picture: &Picture, scale: Scale, score: ScaleScore) -> Vec<Html> {
    let words = view.words;
    let texts = words.band_text(scale, score.band());
    let mut children = Vec::with_capacity(4);
    if let Some(near) = near(words, scale, score, words.result.between_says, words.result.nearer_says) {
        children.push(el("p", &[], vec![filled(near)]));
    }
    if scale == Scale::Control && score.band() != Band::Low && keeps_a_say(&picture.scores) {
        children.push(p(words.result.keeping_a_say));
    }
    children.push(p(texts.says));
    if view.shows_ideas(picture) {
        children.push(p(texts.r#try));
    }
    children
}

/// The band as it stands over the line, and as the table says it.
fn bands(words: Words, scale: Scale, score: Option<ScaleScore>) -> (String, String) {
    let Some(score) = score else {
        return (words.result.not_enough.to_owned(), words.result.not_enough.to_owned());
    };
    let own = || (*words.band(scale, score.band())).to_owned();
    let over = near(words, scale, score, words.result.between, words.result.between);
    let says = near(words, scale, score, words.result.between, words.result.nearer);
    (over.unwrap_or_else(own), says.unwrap_or_else(own))
}

/// Near a cut both names are said, in the order in which they lie on the line; exactly on it the dot is nearer to
/// neither.
fn near(words: Words, scale: Scale, score: ScaleScore, between: &str, nearer: &str) -> Option<String> {
    let (band, other) = score.near_line()?;
    let (own, other_name) = (*words.band(scale, band), *words.band(scale, other));
    let (a, b) = if (band < other) == (scale != Scale::Trust) { (own, other_name) } else { (other_name, own) };
    let sentence = if score.is_on_cut() { between } else { nearer };
    Some(fill(sentence, &[("a", a), ("b", b), ("nearer", own)]))
}

fn table(words: Words, picture: &Picture) -> Html {
    const COLUMN: &[(&str, &str)] = &[("scope", "col")];
    let texts = &words.result;
    let rows = Scale::ALL.map(|scale| {
        let score = picture.scores.scale(scale);
        let (_, says) = bands(words, scale, score);
        let value =
            score.map(|score| fill(texts.value, &[("shown", &score.shown(scale).to_string()), ("se", &chart::error(score))]));
        el(
            "tr",
            &[],
            vec![
                leaf("th", &[("scope", "row")], words.scale(scale).name),
                el("td", &[], vec![filled(says)]),
                el("td", &[("class", "num")], vec![filled(value.unwrap_or_default())]),
            ],
        )
    });
    let head = vec![
        leaf("th", COLUMN, texts.column_line),
        leaf("th", COLUMN, texts.column_answers),
        leaf("th", &[("scope", "col"), ("class", "num")], texts.column_of_100),
    ];
    let body = vec![el("thead", &[], vec![el("tr", &[], head)]), el("tbody", &[], rows.into())];
    folded(&[("key", "numbers"), ("class", "numbers")], text(texts.numbers), vec![el("table", &[("part", "table")], body)])
}

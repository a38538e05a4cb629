//! The reasons that stood out: up to three, none of them crowned; and all ten as a quiet dot plot.

use yew::prelude::*;

use super::{
    chart,
    view::{SMALL, View, el, filled, folded, leaf, p, small, text},
};
use crate::{
    content::fill,
    quiz::{Band, Form, INSTRUMENT, Picture, Position, Pull, REASON_MAX, Reason, Scale, ScaleScore, se_centi},
};

pub fn section(view: &View<'_>, picture: &Picture) -> Option<Html> {
    let texts = &view.words.result;
    let bands = Scale::ALL.map(|scale| picture.scores.scale(scale).map(ScaleScore::band));
    if picture.same_answer || Reason::all().all(|reason| picture.scores.reason(reason).is_none()) {
        return None;
    }
    let sharing = bands.iter().all(|band| band.is_some_and(|band| band != Band::High));
    let (title, intro) = match picture.standouts.len() {
        0 if sharing => (None, texts.no_standout_sharing),
        0 => (None, texts.no_standout),
        1 => (Some(texts.standouts_one), texts.standouts_text_one),
        2 => (Some(texts.standouts_two), texts.standouts_text),
        _ => (Some(texts.standouts_three), texts.standouts_text),
    };
    let mut children: Vec<Html> = title.map(|title| leaf("h2", &[], title)).into_iter().collect();
    children.push(p(intro));
    children.extend(picture.standouts.iter().map(|(reason, pull)| standout(view, picture, *reason, *pull)));
    children.push(all(view, picture));
    Some(el("section", &[("key", "standouts"), ("part", "reasons")], children))
}

fn standout(view: &View<'_>, picture: &Picture, reason: Reason, pull: Pull) -> Html {
    let (words, texts) = (view.words.reason(reason), &view.words.result);
    let mut list = Vec::with_capacity(10);
    let mut entry = |title, class: &'static [(&str, &str)], body| list.extend([leaf("dt", &[], title), leaf("dd", class, body)]);
    entry(texts.looks_like, &[], words.looks_like);
    entry(texts.may_protect, &[], words.protects);
    if view.shows_ideas(picture) {
        entry(texts.experiment, &[], words.experiment);
        entry(texts.say, &[("class", "say")], words.say);
    }
    entry(texts.partner, &[], words.partner);
    let pull = match pull {
        Pull::Strong => texts.strong_pull,
        Pull::Some => texts.some_pull,
    };
    let children = vec![small(pull), el("dl", &[], list), el("p", SMALL, vec![filled(from(view, picture, reason))])];
    folded(&[("class", "reason"), ("part", "reason"), ("open", "")], leaf("h3", &[], words.name), children)
}

/// Which answers a reason comes from.
fn from(view: &View<'_>, picture: &Picture, reason: Reason) -> String {
    let texts = &view.words.result;
    let answers = view.state.session.answers();
    let mut numbers = INSTRUMENT
        .positions_of(reason)
        .take_while(|position| position.index() < picture.form().items())
        .filter(|position| answers.get(*position).is_some())
        .map(|position: Position| position.number().to_string());
    match [numbers.next(), numbers.next(), numbers.next()] {
        [Some(a), Some(b), Some(c)] => fill(texts.from_three, &[("a", &a), ("b", &b), ("c", &c)]),
        [Some(a), Some(b), None] => fill(texts.from_two, &[("a", &a), ("b", &b)]),
        [a, ..] => fill(texts.from_answer, &[("n", &a.unwrap_or_default())]),
    }
}

/// All ten reasons, opened on request. One statement carries no number, so the quick form shows none.
fn all(view: &View<'_>, picture: &Picture) -> Html {
    let (words, texts) = (view.words, &view.words.result);
    let quick = picture.form() == Form::Quick;
    let row = |reason: Reason| {
        let name = words.reason(reason).name;
        let score = picture.scores.reason(reason);
        let label = match score {
            None => fill(texts.chart_not_enough, &[("scale", name)]),
            Some(score) if quick => {
                let sentence = match score.six {
                    0..12 => texts.reason_dot_less,
                    12 => texts.reason_dot_middle,
                    _ => texts.reason_dot_more,
                };
                fill(sentence, &[("reason", name)])
            }
            Some(score) => {
                let pull = ((score.pull_milli() + 500) / 1000).to_string();
                let se = ((se_centi(score.answered) + 50) / 100).to_string();
                fill(texts.reason_dot, &[("reason", name), ("pull", &pull), ("se", &se)])
            }
        };
        let place = score.map(|score| u32::from(score.six) * 10_000 / u32::from(REASON_MAX));
        el("li", &[], vec![leaf("span", &[], name), chart::dot_on_a_line(place, quick, label)])
    };
    let ends = vec![leaf("span", &[], texts.reasons_left), leaf("span", &[], texts.reasons_right)];
    let children = vec![
        small(if quick { texts.reasons_all_text_quick } else { texts.reasons_all_text }),
        el("ul", &[("class", "dots")], Reason::all().map(row).collect()),
        el("p", &[("class", "ends")], ends),
    ];
    folded(&[("class", "all")], text(texts.reasons_all), children)
}

//! Show the working: every statement, its key, its points, and the sums a person with a pencil can follow.

use yew::prelude::*;

use super::view::{Look, View, el, filled, folded, leaf, p};
use crate::{
    content::fill,
    quiz::{Action, INSTRUMENT, Key, Picture, Position, Reason, Scale, decimal, points},
};

pub fn section(view: &View<'_>, picture: &Picture) -> Html {
    let texts = &view.words.result;
    let mut children = vec![leaf("h2", &[], texts.working), p(texts.working_text)];
    children.extend(Scale::ALL.map(|scale| of_scale(view, picture, scale)));
    el("section", &[("key", "working"), ("part", "working")], children)
}

fn of_scale(view: &View<'_>, picture: &Picture, scale: Scale) -> Html {
    let (words, texts) = (view.words, &view.words.result);
    let name = words.scale(scale).name;
    let summary = match picture.scores.scale(scale) {
        Some(score) => fill(texts.working_sum, &[("scale", name), ("shown", &score.shown(scale).to_string())]),
        None => fill(texts.working_sum_none, &[("scale", name)]),
    };
    let mut children: Vec<Html> = scale.reasons().map(|reason| of_reason(view, picture, reason)).collect();
    children.push(el("p", &[], vec![filled(formula(view, picture, scale))]));
    folded(&[], filled(summary), children)
}

fn of_reason(view: &View<'_>, picture: &Picture, reason: Reason) -> Html {
    const COLUMN: &[(&str, &str)] = &[("scope", "col")];
    let (words, texts) = (view.words, &view.words.result);
    let counted = INSTRUMENT.positions_of(reason).take_while(|position| position.index() < picture.form().items());
    let answers = view.state.session.answers();
    let earned = |position: Position| Some(points(INSTRUMENT.item(position).key, answers.get(position)?));
    let sum: u8 = counted.clone().filter_map(earned).sum();
    let total = picture.scores.reason(reason).map_or_else(
        || texts.reason_not_enough.to_owned(),
        |score| {
            let (points, answered, six) = (sum.to_string(), score.answered.to_string(), score.six.to_string());
            fill(texts.reason_sum, &[("points", &points), ("answered", &answered), ("six", &six)])
        },
    );
    let head = vec![
        leaf("th", COLUMN, words.reason(reason).name),
        leaf("th", COLUMN, texts.working_answer),
        leaf("th", &[("scope", "col"), ("class", "num")], texts.working_points),
    ];
    let rows = counted.map(|position| of_item(view, position)).collect();
    let foot = el("th", &[("scope", "row"), ("colspan", "3")], vec![filled(total)]);
    let parts = vec![
        el("thead", &[], vec![el("tr", &[], head)]),
        el("tbody", &[], rows),
        el("tfoot", &[], vec![el("tr", &[], vec![foot])]),
    ];
    el("table", &[], parts)
}

fn of_item(view: &View<'_>, position: Position) -> Html {
    let (words, texts) = (view.words, &view.words.result);
    let item = INSTRUMENT.item(position);
    let scale = item.reason.scale();
    // The line for Trust is drawn from guarded to open: "adds to Trust" would say the opposite of what the points do.
    let key = match (item.key, scale) {
        (Key::Direct, Scale::Trust) => texts.adds_guard,
        (Key::Reverse, Scale::Trust) => texts.takes_guard,
        (Key::Direct, _) => texts.adds,
        (Key::Reverse, _) => texts.takes,
    };
    let key = fill(key, &[("scale", words.scale(scale).name)]);
    let answer = view.state.session.answers().get(position);
    let said = answer.map_or(words.statement.skipped, |answer| words.option(answer));
    let points = answer.map_or_else(|| "–".to_owned(), |answer| points(item.key, answer).to_string());
    let statement = format!("{}. {}", position.number(), words.item(position));
    let cells = vec![
        el("th", &[("scope", "row")], vec![filled(statement), el("i", &[], vec![filled(key)])]),
        el("td", &[], vec![view.button(Look::Quiet, "review", said, Action::Jump(position))]),
        el("td", &[("class", "num")], vec![filled(points)]),
    ];
    el("tr", &[], cells)
}

fn formula(view: &View<'_>, picture: &Picture, scale: Scale) -> String {
    let texts = &view.words.result;
    let Some(score) = picture.scores.scale(scale) else {
        return texts.formula_none.to_owned();
    };
    let sums: Vec<String> =
        scale.reasons().filter_map(|reason| picture.scores.reason(reason)).map(|score| score.six.to_string()).collect();
    let text = if scale == Scale::Trust { texts.formula_trust } else { texts.formula };
    let values = [
        ("sums", sums.join(" + ")),
        ("sum", score.sum.to_string()),
        ("reasons", score.reasons.to_string()),
        ("max", score.max().to_string()),
        ("pull", decimal((score.pull_milli() + 5) / 10, 2)),
        ("rounded", score.pull_rounded().to_string()),
        ("shown", score.shown(scale).to_string()),
    ];
    fill(text, &values.each_ref().map(|(key, value)| (*key, value.as_str())))
}

//! Show the working: every statement, its key, its points, and the sums a person with a pencil can follow.

use super::{
    hands::Then,
    markup::{Look, Markup, Text, tag},
    picture,
    view::View,
};
use crate::quiz::{INSTRUMENT, Key, Picture, Position, Reason, Scale, decimal, number, points};

pub fn section(view: &View<'_>, out: &mut Markup, picture: &Picture) {
    let texts = &view.words.result;
    out.open(tag!["section", "class" = "working", "part" = "working"]);
    out.key("working");
    out.h2(texts.working);
    out.p(texts.working_text);
    for scale in Scale::ALL {
        of_scale(view, out, picture, scale);
    }
    out.close();
}

fn of_scale(view: &View<'_>, out: &mut Markup, picture: &Picture, scale: Scale) {
    let (words, texts) = (view.words, &view.words.result);
    let name = words.scale(scale).name;
    let summary = match picture.scores.scale(scale) {
        Some(score) => words.fill(texts.working_sum, &[words.get(name), &number(score.shown(scale))]),
        None => words.fill(texts.working_sum_none, &[words.get(name)]),
    };
    let changing = view.state.changing.is_some_and(|position| INSTRUMENT.item(position).reason.scale() == scale);
    out.open_folded(scale.slug(), if changing { tag!["details", "open" = ""] } else { "details" }, summary);
    for reason in scale.reasons() {
        of_reason(view, out, picture, reason);
    }
    out.filled_p(formula(view, picture, scale));
    out.close();
}

fn of_reason(view: &View<'_>, out: &mut Markup, picture: &Picture, reason: Reason) {
    let (words, texts) = (view.words, &view.words.result);
    out.open("table");
    picture::head(out, words.reason(reason).name, texts.working_answer, texts.working_points);
    out.open("tbody");
    let mut sum = 0;
    for position in INSTRUMENT.positions_of(reason) {
        if position.index() < picture.form().items() {
            sum += of_item(view, out, position);
        }
    }
    out.close();
    out.open("tfoot");
    out.open("tr");
    let total = match picture.scores.reason(reason) {
        None => words.get(texts.reason_not_enough).to_owned(),
        Some(score) => {
            let (points, answered, sixths) = (number(sum), number(score.answered), number(score.sixths));
            words.fill(texts.reason_sum, &[&answered, &points, &sixths])
        }
    };
    out.filled_leaf(tag!["th", "scope" = "row", "colspan" = "3"], total);
    out.close();
    out.close();
    out.close();
}

/// The row of a statement, and its points.
fn of_item(view: &View<'_>, out: &mut Markup, position: Position) -> u8 {
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
    let answer = view.state.session.answers().get(position);
    let earned = answer.map(|answer| points(item.key, answer));
    if view.state.changing == Some(position) {
        out.open(tag!["tr", "tabindex" = "-1"]);
        out.found_by(view.hands.heading());
    } else {
        out.open("tr");
    }
    out.open(tag!["th", "scope" = "row"]);
    out.filled(number(position.number()) + ". " + words.get(*words.item(position)));
    out.filled_leaf("i", words.fill(key, &[words.get(words.scale(scale).name)]));
    out.close();
    out.open("td");
    let said = answer.map_or(words.statement.skipped, |answer| *words.option(answer));
    out.button(Look::Quiet, "review", said, Then::Change(position));
    out.close();
    out.number(earned.map_or(Text::Fixed("–"), |points| number(points).into()));
    out.close();
    earned.unwrap_or(0)
}

fn formula(view: &View<'_>, picture: &Picture, scale: Scale) -> String {
    let texts = &view.words.result;
    let Some(score) = picture.scores.scale(scale) else {
        return view.words.get(texts.formula_none).to_owned();
    };
    let mut sums = String::new();
    for score in scale.reasons().filter_map(|reason| picture.scores.reason(reason)) {
        if !sums.is_empty() {
            sums += " + ";
        }
        sums += &number(score.sixths);
    }
    let (max, pull, reasons) = (number(score.max()), decimal((score.pull_milli() + 5) / 10, 2), number(score.reasons));
    let (rounded, shown, sum) = (number(score.pull_rounded()), number(score.shown(scale)), number(score.sum));
    if scale == Scale::Trust {
        view.words.fill(texts.formula_trust, &[&max, &pull, &reasons, &rounded, &shown, &sum, &sums])
    } else {
        view.words.fill(texts.formula, &[&max, &pull, &reasons, &sum, &sums])
    }
}

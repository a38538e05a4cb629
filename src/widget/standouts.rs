//! The reasons that stood out: up to three, none of them crowned; and all ten as a quiet dot plot.

use super::{
    chart,
    markup::{Markup, SMALL, Tag, tag},
    view::View,
};
use crate::{
    content::TextId,
    quiz::{Band, Form, INSTRUMENT, Picture, Pull, REASON_MAX, Reason, Scale, ScaleScore, number, se_centi},
};

pub fn section(view: &View<'_>, out: &mut Markup, picture: &Picture) {
    let texts = &view.words.result;
    if picture.same_answer || Reason::all().all(|reason| picture.scores.reason(reason).is_none()) {
        return;
    }
    let high = |scale| picture.scores.scale(scale).map(ScaleScore::band).is_none_or(|band| band == Band::High);
    let (title, intro) = match picture.standouts.len() {
        0 if !Scale::ALL.into_iter().any(high) => (None, texts.no_standout_sharing),
        0 => (None, texts.no_standout),
        1 => (Some(texts.standouts_one), texts.standouts_text_one),
        2 => (Some(texts.standouts_two), texts.standouts_text),
        _ => (Some(texts.standouts_three), texts.standouts_text),
    };
    out.open(tag!["section", "part" = "reasons"]);
    out.key("standouts");
    if let Some(title) = title {
        out.h2(title);
    }
    out.p(intro);
    for (reason, pull) in &picture.standouts {
        standout(view, out, picture, *reason, *pull);
    }
    all(view, out, picture, picture.form() == Form::Full);
    out.close();
}

fn standout(view: &View<'_>, out: &mut Markup, picture: &Picture, reason: Reason, pull: Pull) {
    let (words, texts) = (view.words.reason(reason), &view.words.result);
    out.open(tag!["details", "class" = "reason", "part" = "reason", "open" = ""]);
    out.open("summary");
    out.leaf("h3", words.name);
    out.close();
    out.small(match pull {
        Pull::Strong => texts.strong_pull,
        Pull::Some => texts.some_pull,
    });
    out.open("dl");
    entry(out, texts.looks_like, "dd", words.looks_like);
    entry(out, texts.may_protect, "dd", words.protects);
    if view.shows_ideas(picture) {
        entry(out, texts.experiment, "dd", words.experiment);
        entry(out, texts.say, tag!["dd", "class" = "say"], words.say);
    }
    entry(out, texts.partner, "dd", words.partner);
    out.close();
    out.filled_leaf(SMALL, from(view, picture, reason));
    out.close();
}

fn entry(out: &mut Markup, title: TextId, tag: Tag, text: TextId) {
    out.leaf("dt", title);
    out.leaf(tag, text);
}

/// Which answers a reason comes from.
fn from(view: &View<'_>, picture: &Picture, reason: Reason) -> String {
    let texts = &view.words.result;
    let mut numbers = Vec::with_capacity(3);
    for position in INSTRUMENT.positions_of(reason) {
        if position.index() < picture.form().items() && view.state.session.answers().get(position).is_some() {
            numbers.push(number(position.number()));
        }
    }
    match &numbers[..] {
        [a, b, c] => view.words.fill(texts.from_three, &[a, b, c]),
        [a, b] => view.words.fill(texts.from_two, &[a, b]),
        [n] => view.words.fill(texts.from_answer, &[n]),
        _ => String::new(),
    }
}

/// All ten reasons, opened on request; `numbered` where enough is known for a number: one statement carries none, so the
/// quick form shows none, and a link does not say how many answers stand behind a reason.
pub fn all(view: &View<'_>, out: &mut Markup, picture: &Picture, numbered: bool) {
    let (words, texts) = (view.words, &view.words.result);
    let quick = picture.form() == Form::Quick;
    out.open_folded("all", tag!["details", "class" = "all"], texts.reasons_all);
    out.small(if quick { texts.reasons_all_text_quick } else { texts.reasons_all_text });
    out.open(tag!["ul", "class" = "dots"]);
    for reason in Reason::all() {
        let name = words.reason(reason).name;
        let score = picture.scores.reason(reason);
        let sentence = match score {
            None => texts.chart_not_enough,
            Some(score) if !numbered => match score.sixths {
                0..12 => texts.reason_dot_less,
                12 => texts.reason_dot_middle,
                _ => texts.reason_dot_more,
            },
            Some(_) => texts.reason_dot,
        };
        let (pull, se) = score.map_or((0, 0), |score| ((score.pull_milli() + 500) / 1000, (se_centi(score.answered) + 50) / 100));
        let (pull, se, said) = (number(pull), number(se), words.get(name));
        let label =
            if score.is_some() && numbered { words.fill(sentence, &[&pull, said, &se]) } else { words.fill(sentence, &[said]) };
        out.open("li");
        out.leaf("span", name);
        chart::dot_on_a_line(out, score.map(|score| u32::from(score.sixths) * 10_000 / u32::from(REASON_MAX)), quick, &label);
        out.close();
    }
    out.close();
    out.open(tag!["p", "class" = "ends"]);
    out.leaf("span", texts.reasons_left);
    out.leaf("span", texts.reasons_right);
    out.close();
    out.close();
}

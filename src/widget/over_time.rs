//! Over time, on this device only, if the person says so: dated results, and what has changed since.

use super::{
    ask::Ask,
    hands::Then,
    in_words,
    kept::Entry,
    markup::{Look, Markup, SMALL, Text, tag},
    view::View,
};
use crate::{
    content::Messages,
    quiz::{Change, Form, Picture, Scale, ScaleScore, history, link::Shared},
};

pub fn section(view: &View<'_>, out: &mut Markup, shown: &Picture) {
    let (words, state) = (view.words, view.state);
    let texts = &words.over_time;
    let Some(now) = Shared::of(&shown.scores, false).filter(|_| !shown.same_answer && state.keeps == Some(true)) else { return };
    out.open(tag!["section", "class" = "over-time"]);
    out.key("over-time");
    out.h2(texts.title);
    out.open("div");
    out.key("text");
    out.p(texts.text);
    let kept = state.history.first().is_some_and(|entry| entry.is_today && entry.dated.shared == now);
    if kept {
        out.p(texts.kept_today);
    } else {
        out.open(tag!["p", "class" = "moves"]);
        out.button(Look::Plain, "keep", texts.keep, Then::Ask(Ask::Keep(now)));
        out.close();
    }
    out.close();
    for entry in &state.history {
        earlier(words, out, entry, &now);
    }
    if state.history.iter().any(|entry| entry.dated.shared.form == Form::Full && entry.dated.shared != now) {
        out.open(SMALL);
        out.key("rule");
        out.text(texts.rule);
        out.close();
    }
    if state.history.len() > 1 {
        out.open(tag!["p", "class" = "moves"]);
        out.key("all");
        out.button(Look::Plain, "forget", texts.delete_all, Then::Ask(Ask::DeleteAll));
        out.close();
    }
    out.close();
}

/// A kept result beside the one on the screen.
fn earlier(words: Messages, out: &mut Markup, entry: &Entry, now: &Shared) {
    let texts = &words.over_time;
    let then = &entry.dated.shared;
    let sketch = then.form == Form::Quick || now.form == Form::Quick;
    out.open(tag!["div", "class" = "earlier"]);
    out.key_text(history::write(&[entry.dated]));
    out.filled_leaf("h3", entry.date.clone());
    if then != now {
        out.open("table");
        out.open("thead");
        out.open("tr");
        out.leaf(tag!["th", "scope" = "col"], words.result.column_line);
        for column in [texts.then, texts.now] {
            out.leaf(tag!["th", "scope" = "col", "class" = "num"], column);
        }
        out.close();
        out.close();
        out.open("tbody");
        for scale in Scale::ALL {
            let scores = [then, now].map(|shared| shared.scales[scale.index()]);
            out.open("tr");
            out.open(tag!["th", "scope" = "row"]);
            out.text(words.scale(scale).name);
            if !sketch {
                out.filled_leaf("i", change(words, scale, scores));
            }
            out.close();
            for score in scores {
                out.number(score.map_or(Text::Fixed("–"), |score| in_words::value(words, scale, score).into()));
            }
            out.close();
        }
        out.close();
        out.close();
        if sketch {
            out.small(texts.sketch);
        }
    }
    out.button(Look::Quiet, "forget", words.fill(texts.delete, &[&entry.date]), Then::Ask(Ask::Delete(entry.dated)));
    out.close();
}

/// How a line has changed, in words.
fn change(words: Messages, scale: Scale, [then, now]: [Option<ScaleScore>; 2]) -> String {
    let texts = &words.over_time;
    let (Some(then), Some(now)) = (then, now) else { return words.get(words.result.not_enough).to_owned() };
    // The line for Trust is drawn the other way round.
    let right = match now.change_since(then) {
        Change::Same => return words.get(texts.same).to_owned(),
        Change::Up => scale != Scale::Trust,
        Change::Down => scale == Scale::Trust,
    };
    words.fill(texts.moved, &[words.get(words.scale(scale).ends[usize::from(right)])])
}

//! First, what is going well: from the person's own answers, or else what a reason may protect.

use super::{
    markup::{Markup, Tag, tag},
    view::View,
};
use crate::quiz::{Picture, Position};

const LEAD: Tag = tag!["p", "class" = "lead"];

pub fn section(view: &View<'_>, out: &mut Markup, picture: &Picture) {
    let (words, texts) = (view.words, &view.words.result);
    let title = match (picture.strengths.is_empty(), picture.standouts.is_empty()) {
        (false, _) => texts.strengths,
        (true, false) => texts.protects,
        (true, true) => return,
    };
    out.open(tag!["div", "class" = "strengths", "part" = "strength"]);
    out.key("strengths");
    out.leaf(tag!["h2", "class" = "kicker"], title);
    for position in &picture.strengths {
        if let Some(line) = words.strength(*position) {
            out.leaf(LEAD, *line);
        }
    }
    if picture.strengths.is_empty() {
        out.leaf(LEAD, words.reason(picture.standouts[0].0).protects);
    } else {
        out.open_folded("from", "details", texts.strengths_from);
        for position in &picture.strengths {
            out.filled_p(quote(view, *position));
        }
        out.close();
    }
    out.close();
}

/// A statement and the answer to it.
pub fn quote(view: &View<'_>, position: Position) -> String {
    let words = view.words;
    let answer = view.state.session.answers().get(position).map_or(words.statement.skipped, |answer| *words.option(answer));
    words.fill(words.result.quote, &[words.get(answer), words.get(*words.item(position))])
}

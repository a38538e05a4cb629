//! The name, the line that grows, and where you are.

use super::{
    markup::{Markup, tag},
    state::Shows,
    view::View,
};
use crate::quiz::{Place, number};

pub fn head(view: &View<'_>, out: &mut Markup) {
    let (words, session) = (view.words, &view.state.session);
    let shows = view.state.shows;
    let n = if shows == Shows::Quiz { session.progress() } else { session.total() };
    let (n, total) = (number(n), number(session.total()));
    let mut position = words.fill(words.statement.position, &[&n, &total]);
    let name = match (shows, session.place()) {
        (Shows::Theirs, _) => Some(words.shared.folio),
        (Shows::Both, _) => Some(words.both.folio),
        (Shows::Quiz, Place::Item(_) | Place::Pause) => None,
        (Shows::Quiz, Place::Sketch) => Some(words.sketch.folio),
        (Shows::Quiz, Place::Result) => Some(words.result.folio),
    };
    let folio = name.map_or_else(|| position.clone(), |name| words.get(name).to_owned());
    // In front of the quiz there is no way to go: the line is whole, and says what is there.
    if shows != Shows::Quiz {
        position.clone_from(&folio);
    }
    out.open(tag!["div", "class" = "head"]);
    out.key("head");
    out.leaf(tag!["p", "class" = "mark"], words.name);
    let tag = tag![
        "progress",
        "class" = "line",
        "part" = "progress",
        "max" = "{0}",
        "value" = "{1}",
        "aria-label" = "{2}",
        "aria-valuetext" = "{3}"
    ];
    out.open_filled(tag, &[&total, &n, words.get(words.statement.progress), &position]);
    out.filled(position);
    out.close();
    out.filled_leaf(tag!["p", "class" = "folio"], folio);
    out.close();
}

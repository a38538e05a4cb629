//! The name, the line that grows, and where you are.

use super::{
    markup::{Markup, attributes},
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
    out.open("div", attributes!["class" = "head"]);
    out.key("head");
    out.leaf("p", attributes!["class" = "mark"], words.name);
    let values =
        vec!["line".into(), "progress".into(), total.into(), n.into(), words.statement.progress.into(), position.clone().into()];
    out.open_with("progress", &["class", "part", "max", "value", "aria-label", "aria-valuetext"], values);
    out.filled(position);
    out.close();
    out.filled_leaf("p", attributes!["class" = "folio"], folio);
    out.close();
}

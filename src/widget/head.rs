//! The name, the line that grows, and where you are.

use super::{
    markup::{Markup, attributes},
    state::Shows,
    view::View,
};
use crate::quiz::{Place, number};

pub fn head(view: &View<'_>, out: &mut Markup) {
    let (words, session) = (view.words, &view.state.session);
    let (n, total) = (number(session.progress()), number(session.total()));
    let position = words.fill(words.statement.position, &[("n", &n), ("total", &total)]);
    let folio = match session.place() {
        _ if view.state.shows == Shows::Theirs => words.get(words.shared.folio).to_owned(),
        _ if view.state.shows == Shows::Both => words.get(words.both.folio).to_owned(),
        Place::Item(_) | Place::Pause => position.clone(),
        Place::Sketch => words.get(words.sketch.folio).to_owned(),
        Place::Result => words.get(words.result.folio).to_owned(),
    };
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

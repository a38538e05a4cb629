//! Somebody's picture, opened from a link: clearly theirs, with the way to one's own.

use super::{
    both,
    chart::Whose,
    hands::Then,
    markup::{Look, Markup, tag},
    picture, standouts,
    state::Shows,
    view::View,
};
use crate::quiz::Picture;

/// What stands in front of the quiz.
pub fn screen(view: &View<'_>, out: &mut Markup) {
    let (words, state) = (&view.words.shared, view.state);
    let Some(theirs) = state.theirs else { return };
    let mine = state.finished();
    if let (Shows::Both, Some(mine)) = (state.shows, mine) {
        return both::screen(view, out, &Picture::of(mine.form(), mine.answers()), &Picture::of_shared(&theirs));
    }
    let shown = Picture::of_shared(&theirs);
    out.open(tag!["div", "class" = "screen", "part" = "result"]);
    out.key("theirs");
    view.title(out, tag!["h2", "class" = "title", "tabindex" = "-1"], words.title);
    out.leaf(tag!["p", "class" = "lead"], words.lead);
    picture::plate(view, out, &shown, false, Whose::Theirs);
    if theirs.reasons.is_some() {
        standouts::all(view, out, &shown, false);
    }
    out.open(tag!["div", "class" = "moves"]);
    if mine.is_some() {
        out.button(Look::Primary, "next", words.beside, Then::Look(Shows::Both));
        out.button(Look::Plain, "next", words.take, Then::TakeIt);
    } else {
        out.button(Look::Primary, "next", words.take, Then::TakeIt);
    }
    out.button(Look::Quiet, "back", words.away, Then::PutAway);
    out.close();
    out.small(words.small);
    out.close();
}

/// On one's own result: the picture that waits to be seen beside it.
pub fn waiting(view: &View<'_>, out: &mut Markup) {
    let words = &view.words.shared;
    out.open(tag!["section", "class" = "on"]);
    out.key("theirs");
    out.h2(words.waiting);
    out.open(tag!["div", "class" = "moves"]);
    out.button(Look::Plain, "next", words.both, Then::Look(Shows::Both));
    out.button(Look::Quiet, "back", words.away, Then::PutAway);
    out.close();
    out.close();
}

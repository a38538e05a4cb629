//! After ten statements: see a first sketch, or go on.

use super::{
    hands::Then,
    markup::{Look, Markup, tag},
    view::View,
};
use crate::quiz::Action;

pub fn screen(view: &View<'_>, out: &mut Markup) {
    let words = &view.words.pause;
    out.open(tag!["div", "class" = "screen enter"]);
    out.key("pause");
    view.title(out, tag!["h2", "class" = "title", "part" = "title", "tabindex" = "-1"], words.title);
    out.leaf(tag!["p", "class" = "lead"], words.lead);
    out.open(tag!["div", "class" = "moves"]);
    out.button(Look::Primary, "next", words.sketch, Then::Do(Action::Sketch));
    out.button(Look::Plain, "next", words.go_on, Then::Do(Action::GoOn));
    out.button(Look::Quiet, "back", view.words.statement.back, Then::Do(Action::Back));
    out.close();
    out.close();
}

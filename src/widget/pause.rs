//! After ten statements: see a first sketch, or go on.

use super::{
    hands::Then,
    markup::{Look, Markup, attributes},
    view::View,
};
use crate::quiz::Action;

pub fn screen(view: &View<'_>, out: &mut Markup) {
    let words = &view.words.pause;
    out.open("div", attributes!["class" = "screen enter"]);
    out.key("pause");
    view.title(out, attributes!["class" = "title", "part" = "title", "tabindex" = "-1"], words.title);
    out.leaf("p", attributes!["class" = "lead"], words.lead);
    out.open("div", attributes!["class" = "moves"]);
    out.button(Look::Primary, "next", words.sketch, Then::Do(Action::Sketch));
    out.button(Look::Plain, "next", words.go_on, Then::Do(Action::GoOn));
    out.button(Look::Quiet, "back", view.words.statement.back, Then::Do(Action::Back));
    out.close();
    out.close();
}

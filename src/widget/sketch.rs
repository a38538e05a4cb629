//! The picture of the first ten answers, with the choice to go on.

use super::{
    chart::Whose,
    hands::Then,
    markup::{Look, Markup, Text, tag},
    picture, quality, safety,
    view::View,
};
use crate::quiz::{Action, Picture, QUICK_ITEMS, number};

pub fn screen(view: &View<'_>, out: &mut Markup, picture: &Picture) {
    let words = &view.words.sketch;
    out.open(tag!["div", "class" = "screen enter"]);
    out.key("sketch");
    view.title(out, tag!["h2", "class" = "title", "part" = "sketch", "tabindex" = "-1"], words.title);
    out.leaf(tag!["p", "class" = "lead"], words.lead);
    if picture.safety.is_first() {
        safety::note(view, out);
    }
    quality::note(view, out, picture);
    picture::plate(view, out, picture, false, Whose::Mine);
    out.open(tag!["div", "class" = "moves"]);
    out.button(Look::Primary, "next", go_on(view), Then::Do(Action::GoOn));
    out.button(Look::Quiet, "next", words.stop, Then::Do(Action::Finish));
    out.button(Look::Quiet, "back", view.words.statement.back, Then::Do(Action::Back));
    out.close();
    out.small(words.shift);
    out.close();
}

/// "Go on", and from where, if the person has been further.
pub fn go_on(view: &View<'_>) -> Text {
    let passed = view.state.session.passed();
    if usize::from(passed) > QUICK_ITEMS {
        return view.words.fill(view.words.sketch.go_on_from, &[&number(passed + 1)]).into();
    }
    view.words.sketch.go_on.into()
}

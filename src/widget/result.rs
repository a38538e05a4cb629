//! The result.

use super::{
    chart::Whose,
    hands::{On, Then},
    keeping,
    markup::{Look, Markup, tag},
    over_time, picture, quality, safety, share, shared, sketch, standouts, strengths,
    view::View,
    working,
};
use crate::quiz::{Action, Form, Picture, number};

pub fn screen(view: &View<'_>, out: &mut Markup, picture: &Picture) {
    let words = &view.words.result;
    let (n, total) = (number(picture.answered), number(picture.form().items() as u32));
    out.open(tag!["div", "class" = "screen enter", "part" = "result"]);
    out.key("result");
    out.open(tag!["h2", "class" = "kicker", "tabindex" = "-1"]);
    out.key("title");
    if view.state.changing.is_none() {
        out.found_by(view.hands.heading());
    }
    out.filled(view.words.fill(words.title, &[&n, &total]));
    out.close();
    let safety_first = picture.safety.is_first();
    if safety_first {
        safety::note(view, out);
    }
    quality::note(view, out, picture);
    strengths::section(view, out, picture);
    waiting(view, out, picture);
    picture::plate(view, out, picture, true, Whose::Mine);
    standouts::section(view, out, picture);
    if !safety_first {
        safety::note(view, out);
    }
    working::section(view, out, picture);
    out.open("section");
    out.key("limits");
    out.h2(words.limits_title);
    out.p(words.limits);
    out.close();
    if view.state.theirs.is_some() {
        shared::waiting(view, out);
    }
    share::section(view, out, picture);
    keeping::section(view, out, picture);
    over_time::section(view, out, picture);
    from_here(view, out, picture);
    out.close();
}

/// Where the safety rule says so, what asks the person to do something waits behind one plain choice.
fn waiting(view: &View<'_>, out: &mut Markup, picture: &Picture) {
    if !picture.safety.ideas_wait() || picture.same_answer {
        return;
    }
    let words = &view.words.result;
    let (open, label) = if view.state.ideas_open { ("true", words.waiting_close) } else { ("false", words.waiting_open) };
    out.open(tag!["section", "class" = "waiting"]);
    out.key("waiting");
    out.h2(words.waiting_title);
    out.p(words.waiting);
    out.open(tag!["div", "class" = "moves"]);
    out.open_filled(tag!["button", "class" = "btn", "type" = "button", "aria-expanded" = "{0}"], &[open]);
    out.on(On::Click, Then::ToggleIdeas);
    out.text(label);
    out.close();
    out.close();
    out.close();
}

fn from_here(view: &View<'_>, out: &mut Markup, picture: &Picture) {
    let words = view.words;
    out.open(tag!["section", "class" = "on"]);
    out.key("on");
    out.h2(words.result.on_title);
    out.open(tag!["div", "class" = "moves"]);
    if picture.form() == Form::Quick {
        out.button(Look::Primary, "next", sketch::go_on(view), Then::Do(Action::GoOn));
    }
    out.button(Look::Plain, "retake", words.result.retake, Then::StartAgain);
    out.button(Look::Quiet, "back", words.statement.back, Then::Do(Action::Back));
    out.close();
    out.close();
}

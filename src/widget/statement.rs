//! One statement to a screen.

use super::{
    first,
    hands::{On, Then},
    markup::{Look, Markup, Text, tag},
    view::View,
};
use crate::{
    content::TextId,
    quiz::{Action, Answer, Position, number},
};

/// A statement. On the first one stands also what this is and how it works.
pub fn screen(view: &View<'_>, out: &mut Markup, position: Position) {
    let is_first = position.previous().is_none();
    out.open(if is_first { tag!["div", "class" = "screen first"] } else { tag!["div", "class" = "screen"] });
    out.key_text(number(position.number()));
    if is_first {
        first::kept(view, out);
    }
    question(view, out, position);
    moves(view, out);
    if is_first {
        first::how(view, out);
    } else if view.state.session.is_revisiting() {
        out.small(view.words.statement.revisiting);
    }
    out.close();
}

/// The statement and its five answers. What a person should know before choosing stands before the answers.
fn question(view: &View<'_>, out: &mut Markup, position: Position) {
    let words = view.words;
    if view.state.moves > 0 {
        out.open(tag!["fieldset", "class" = "question", "part" = "question", "aria-describedby" = "prompt", "data-moved" = ""]);
    } else {
        out.open(tag!["fieldset", "class" = "question", "part" = "question", "aria-describedby" = "prompt"]);
    }
    out.key("question");
    out.open(tag!["legend", "class" = "statement", "part" = "legend", "tabindex" = "-1"]);
    out.found_by(view.hands.heading());
    out.text(*words.item(position));
    out.close();
    out.open(tag!["p", "class" = "prompt", "id" = "prompt"]);
    out.leaf("span", words.statement.prompt);
    if position.previous().is_none() {
        out.say(Text::Fixed(" "));
        out.leaf(tag!["span", "class" = "small"], words.first.moves_on);
    }
    out.close();
    let chosen = view.state.session.answers().get(position);
    for answer in Answer::all() {
        option(out, *words.option(answer), position, answer, chosen == Some(answer));
    }
    out.close();
}

fn option(out: &mut Markup, label: TextId, position: Position, answer: Answer, checked: bool) {
    let value = number(answer.value());
    // A name of its own: under one name for all, Chromium restores the statement before when it undoes a second tap.
    let name = number(position.number());
    out.open(tag!["div", "class" = "option", "part" = "option"]);
    let tag = tag!["input", "type" = "radio", "part" = "option-input", "name" = "{0}", "id" = "{1}", "value" = "{1}"];
    out.open_filled(tag, &[&name, &value]);
    out.checked(checked);
    out.on(On::Click, Then::Radio(answer));
    out.close();
    out.open_filled(tag!["label", "part" = "option-label", "for" = "{0}"], &[&value]);
    out.text(label);
    out.close();
    out.close();
}

/// Back, skip and next.
fn moves(view: &View<'_>, out: &mut Markup) {
    let words = &view.words.statement;
    out.open(tag!["div", "class" = "moves"]);
    out.key("moves");
    if view.state.session.can_go_back() {
        out.button(Look::Quiet, "back", words.back, Then::Do(Action::Back));
    }
    out.button(Look::Quiet, "skip", words.skip, Then::Do(Action::Skip));
    out.button(Look::Plain, "next", words.next, Then::Do(Action::Next));
    out.close();
}

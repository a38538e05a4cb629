//! One statement to a screen.

use super::{
    first,
    hands::{On, Then},
    markup::{Look, Markup, SMALL, Text, tag},
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
    // The same for each statement: the next one is drawn in place, and only what is different changes on the page.
    out.key("statement");
    if is_first {
        first::kept(view, out);
    }
    question(view, out, position);
    moves(view, out);
    if is_first {
        first::how(view, out);
    } else if view.state.session.is_revisiting() {
        out.open(SMALL);
        out.key("revisiting");
        out.text(view.words.statement.revisiting);
        out.close();
    }
    out.close();
}

/// The statement and its five answers. What a person should know before choosing stands before the answers.
fn question(view: &View<'_>, out: &mut Markup, position: Position) {
    let words = view.words;
    out.open(tag!["fieldset", "class" = "question", "part" = "question", "aria-describedby" = "prompt"]);
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
        option(out, *words.option(answer), answer, chosen == Some(answer));
    }
    out.close();
}

fn option(out: &mut Markup, label: TextId, answer: Answer, checked: bool) {
    let value = number(answer.value());
    out.open(tag!["div", "class" = "option", "part" = "option"]);
    let tag = tag!["input", "type" = "radio", "part" = "option-input", "name" = "answer", "id" = "{0}", "value" = "{0}"];
    out.open_filled(tag, &[&value]);
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

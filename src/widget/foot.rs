//! Under every screen: ways on, looking back over answers, what is kept, and the safety note.

use super::{
    hands::{On, Then},
    markup::{Look, Markup, SMALL, Text, tag},
    safety,
    state::Shows,
    view::View,
};
use crate::quiz::{Action, Picture, Place, Position, number};

pub fn foot(view: &View<'_>, out: &mut Markup) {
    let words = view.words;
    let session = &view.state.session;
    out.open(tag!["div", "class" = "foot"]);
    out.key("foot");
    let in_front = view.state.shows != Shows::Quiz;
    if !in_front {
        way_on(view, out);
        if view.state.has_review() {
            review(view, out);
        }
    }
    out.open_folded("privacy", "details", words.first.privacy);
    privacy(view, out);
    out.close();
    if in_front || session.place() == Place::Item(Position::FIRST) {
        out.open(SMALL);
        out.key("safety-line");
        out.text(words.safety.line);
        out.close();
    }
    if in_front || !shows_note(view) {
        safety::behind_a_line(view, out);
    }
    out.close();
}

/// True if the screen itself shows the safety note in full.
fn shows_note(view: &View<'_>) -> bool {
    let session = &view.state.session;
    match session.place() {
        Place::Result => true,
        Place::Sketch => Picture::of(session.form(), session.answers()).safety.is_first(),
        Place::Item(_) | Place::Pause => false,
    }
}

/// From a statement further back: to where the person has got, or to the picture.
fn way_on(view: &View<'_>, out: &mut Markup) {
    let (words, session) = (view.words, &view.state.session);
    let Place::Item(position) = session.place() else { return };
    if session.is_revisiting() || session.passed() == 0 {
        return;
    }
    let (label, action): (Text, Action) = match session.frontier() {
        None => (words.first.see_again.into(), Action::Finish),
        Some(frontier) if position == frontier && session.can_sketch() => (words.statement.stop.into(), Action::Sketch),
        Some(frontier) if position != frontier && session.can_open(frontier) => {
            let label = words.fill(words.first.go_on_from, &[&number(frontier.number())]);
            (label.into(), Action::Jump(frontier))
        }
        Some(_) => return,
    };
    out.open("div");
    out.key("on");
    out.button(Look::Quiet, "stop", label, Then::Do(action));
    out.close();
}

/// Every statement passed so far, each a button that opens it.
fn review(view: &View<'_>, out: &mut Markup) {
    let words = view.words;
    let session = &view.state.session;
    out.open(tag!["details", "part" = "review"]);
    out.key("review");
    out.open("summary");
    // It stays the same one, whose click the browser then answers.
    out.key("summary");
    out.on(On::Click, Then::ToggleReview);
    out.text(words.statement.review);
    out.close();
    if !view.state.review_open {
        return out.close();
    }
    out.open(tag!["ol", "class" = "review"]);
    out.key("list");
    for position in Position::all().take(usize::from(session.passed())) {
        let answer = session.answers().get(position).map_or(words.statement.skipped, |answer| *words.option(answer));
        out.open("li");
        out.button(Look::Quiet, "review", *words.item(position), Then::Do(Action::Jump(position)));
        out.leaf(tag!["span", "class" = "small"], answer);
        out.close();
    }
    out.close();
    out.close();
}

fn privacy(view: &View<'_>, out: &mut Markup) {
    let words = &view.words.first;
    if view.state.keeps == Some(false) && view.state.offers.is_empty() {
        out.p(words.not_kept);
        return;
    }
    out.p(words.privacy_text);
    out.open("p");
    out.button(Look::Plain, "forget", words.forget, Then::Forget);
    out.close();
}

//! What stands round the first statement: what this is or what is kept above it, how it works below it.

use super::{
    hands::Then,
    kept::{Notice, Run},
    markup::{Look, Markup, tag},
    settings::Setting,
    view::View,
};
use crate::{
    content::{Messages, TextId},
    quiz::{Place, number},
};

/// Kept runs to go on from, or what this is about. The room is there before the browser has been asked.
pub fn kept(view: &View<'_>, out: &mut Markup) {
    let state = view.state;
    out.open(tag!["div", "class" = "kept"]);
    out.key("kept");
    if let Some(said) = state.notice {
        out.open(tag!["p", "class" = "small", "part" = "note"]);
        out.key("notice");
        out.text(notice(view.words, said));
        out.close();
    } else if state.offers.is_empty() && view.settings.get(Setting::Start) != "first" {
        out.open(tag!["p", "class" = "small", "part" = "intro"]);
        out.key("lead");
        out.text(view.words.first.lead);
        out.close();
    }
    for (place, run) in state.offers.iter().enumerate() {
        let mut label = choice(view.words, run);
        if place > 0 {
            label = view.words.fill(view.words.first.earlier, &[&label]);
        }
        out.open("div");
        out.key_text(number(place as u32));
        out.button(Look::Quiet, "resume", label, Then::TakeUp(place));
        out.close();
    }
    out.close();
}

/// How this works, folded away.
pub fn how(view: &View<'_>, out: &mut Markup) {
    let words = &view.words.first;
    out.open_folded("how", tag!["details", "class" = "intro"], words.how);
    out.paragraphs(&words.instructions);
    out.close();
}

/// What is said about what the browser keeps.
pub fn notice(words: Messages, notice: Notice) -> TextId {
    let words = &words.first;
    match notice {
        Notice::Damaged => words.set_aside_damaged,
        Notice::OtherVersion => words.set_aside_version,
        Notice::Forgotten => words.forgotten,
        Notice::NotForgotten => words.not_forgotten,
    }
}

fn choice(words: Messages, run: &Run) -> String {
    let (sentence, n) = match run.session.place() {
        Place::Item(position) => (words.first.go_on_from, position.number()),
        Place::Pause => (words.first.go_on_pause, run.session.passed()),
        Place::Sketch | Place::Result => return words.get(words.first.see_again).to_owned(),
    };
    words.fill(sentence, &[&number(n)])
}

//! The result.

use yew::prelude::*;

use super::{
    picture, quality, safety, sketch, standouts,
    state::Event,
    strengths,
    view::{Look, View, el, leaf, p, plain_button},
    working,
};
use crate::{
    browser::clock,
    content::fill,
    quiz::{Action, Form, Picture},
};

pub fn screen(view: &View<'_>, picture: &Picture) -> Html {
    let words = &view.words.result;
    let (n, total) = (picture.answered.to_string(), picture.form().items().to_string());
    let title = fill(words.title, &[("n", &n), ("total", &total)]);
    let first = picture.safety.is_first();
    let limits = vec![leaf("h2", &[], words.limits_title), p(words.limits)];
    let parts = [
        first.then(|| safety::note(view)),
        quality::note(view, picture),
        strengths::section(view, picture),
        Some(picture::plate(view, picture, true)),
        waiting(view, picture),
        standouts::section(view, picture),
        (!first).then(|| safety::note(view)),
        Some(working::section(view, picture)),
        Some(el("section", &[("key", "limits")], limits)),
        Some(from_here(view, picture)),
    ];
    html! {
        <div key="result" class="screen enter" part="result">
            <h2 key="title" class="kicker" tabindex="-1" ref={view.heading.clone()}>{ title }</h2>
            { for parts.into_iter().flatten() }
        </div>
    }
}

/// Where the safety rule says so, what asks the person to do something waits behind one plain choice.
fn waiting(view: &View<'_>, picture: &Picture) -> Option<Html> {
    if !picture.safety.ideas_wait() || picture.same_answer {
        return None;
    }
    let words = &view.words.result;
    let hands = view.hands.clone();
    let onclick = Callback::from(move |event: MouseEvent| {
        if hands.is_new(&event) {
            hands.tell(Event::ToggledIdeas);
        }
    });
    let open = view.state.ideas_open.to_string();
    let toggle = html! { <button class="btn" type="button" aria-expanded={open} {onclick}>{ words.waiting_open }</button> };
    let children = vec![leaf("h2", &[], words.waiting_title), p(words.waiting), el("div", &[("class", "moves")], vec![toggle])];
    Some(el("section", &[("key", "waiting"), ("class", "waiting")], children))
}

fn from_here(view: &View<'_>, picture: &Picture) -> Html {
    let words = view.words;
    let hands = view.hands.clone();
    let again = Callback::from(move |event: MouseEvent| {
        if hands.is_new(&event) {
            hands.tell(Event::StartedAgain(clock::today()));
        }
    });
    let mut buttons = Vec::with_capacity(3);
    if picture.form() == Form::Quick {
        buttons.push(view.button(Look::Primary, "next", sketch::go_on(view), Action::GoOn));
    }
    buttons.push(plain_button(Look::Plain, "retake", words.result.retake.into(), again));
    buttons.push(view.button(Look::Quiet, "back", words.statement.back, Action::Back));
    let children = vec![leaf("h2", &[], words.result.keep_title), el("div", &[("class", "moves")], buttons)];
    el("section", &[("key", "keep"), ("class", "keep")], children)
}

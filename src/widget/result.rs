//! The result.

use yew::prelude::*;

use super::{
    picture, safety, standouts,
    state::Event,
    strengths::{self, quote},
    view::{Look, View, plain_button},
    working,
};
use crate::{
    browser::clock,
    content::fill,
    quiz::{Action, Form, INSTRUMENT, Picture, Position, most_opposed},
};

pub fn screen(view: &View<'_>, picture: &Picture) -> Html {
    let words = &view.words.result;
    let first = picture.safety.is_first();
    let (n, total) = (picture.answered.to_string(), picture.form().items().to_string());
    let title = fill(words.title, &[("n", &n), ("total", &total)]);
    html! {
        <div key="result" class="screen enter" part="result">
            <h2 key="title" class="kicker" tabindex="-1" ref={view.heading.clone()}>{ title }</h2>
            if first {
                { safety::note(view) }
            }
            { quality(view, picture) }
            { strengths::section(view, picture) }
            { picture::plate(view, picture, true) }
            { waiting(view, picture) }
            { standouts::section(view, picture) }
            if !first {
                { safety::note(view) }
            }
            { working::section(view, picture) }
            <section key="limits">
                <h2>{ words.limits_title }</h2>
                <p>{ words.limits }</p>
            </section>
            { from_here(view, picture) }
        </div>
    }
}

/// Where the safety rule says so, what asks the person to do something waits behind one plain choice.
fn waiting(view: &View<'_>, picture: &Picture) -> Html {
    if !picture.safety.ideas_wait() || picture.same_answer {
        return html! { <section key="waiting" hidden=true /> };
    }
    let words = &view.words.result;
    let hands = view.hands.clone();
    let onclick = Callback::from(move |_: MouseEvent| hands.tell(Event::ToggledIdeas));
    html! {
        <section key="waiting" class="waiting">
            <h2>{ words.waiting_title }</h2>
            <p>{ words.waiting }</p>
            <div class="moves">
                <button class="btn" type="button" aria-expanded={view.state.ideas_open.to_string()} {onclick}>{ words.waiting_open }</button>
            </div>
        </section>
    }
}

/// What the answers say about themselves, in soft words.
fn quality(view: &View<'_>, picture: &Picture) -> Html {
    let words = &view.words.result;
    let told = |title: &'static str, text: &'static str, more: Html| {
        html! {
            <section key="quality" class="note" part="note">
                <h2>{ title }</h2>
                <p>{ text }</p>
                { more }
            </section>
        }
    };
    let revisit = || view.button(Look::Plain, "review", words.same_answer_revisit, Action::Jump(Position::FIRST));
    if picture.same_answer {
        return told(words.same_answer_title, words.same_answer, html! { <div class="moves">{ revisit() }</div> });
    }
    if picture.mixed_answer {
        let pair = most_opposed(&INSTRUMENT, picture.form(), view.state.session.answers());
        let quotes = pair.into_iter().flat_map(|(first, second)| [first, second]).map(|position| opposed(view, position));
        return told(words.mixed_answer_title, words.mixed_answer, quotes.collect());
    }
    html! { <section key="quality" hidden=true /> }
}

fn opposed(view: &View<'_>, position: Position) -> Html {
    html! {
        <>
            <p>{ quote(view, position) }</p>
            <p class="change">{ view.button(Look::Quiet, "review", view.words.result.change, Action::Jump(position)) }</p>
        </>
    }
}

fn from_here(view: &View<'_>, picture: &Picture) -> Html {
    let words = view.words;
    let hands = view.hands.clone();
    let again = Callback::from(move |event: MouseEvent| {
        if hands.is_new(&event) {
            hands.tell(Event::StartedAgain(clock::today()));
        }
    });
    html! {
        <section key="keep" class="keep">
            <h2>{ words.result.keep_title }</h2>
            <div class="moves">
                if picture.form() == Form::Quick {
                    { view.button(Look::Primary, "next", words.sketch.go_on, Action::GoOn) }
                }
                { plain_button(Look::Plain, "retake", words.result.retake.into(), again) }
                { view.button(Look::Quiet, "back", words.statement.back, Action::Back) }
            </div>
        </section>
    }
}

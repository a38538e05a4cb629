//! The result.

use yew::prelude::*;

use super::{
    picture, safety, standouts,
    state::Event,
    view::{Look, View, plain_button},
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
            { picture::plate(view, picture) }
            { standouts::section(view, picture) }
            if !first {
                { safety::note(view) }
            }
            <section key="limits">
                <h2>{ words.limits_title }</h2>
                <p>{ words.limits }</p>
            </section>
            { from_here(view, picture) }
        </div>
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
        let quotes = pair.into_iter().flat_map(|(first, second)| [first, second]).map(|position| quote(view, position));
        return told(words.mixed_answer_title, words.mixed_answer, quotes.collect());
    }
    html! { <section key="quality" hidden=true /> }
}

fn quote(view: &View<'_>, position: Position) -> Html {
    let words = view.words;
    let answer = view.state.session.answers().get(position).map_or(words.statement.skipped, |answer| words.option(answer));
    let text = fill(words.result.quote, &[("statement", words.item(position)), ("answer", answer)]);
    html! {
        <>
            <p>{ text }</p>
            <p class="change">{ view.button(Look::Quiet, "review", words.result.change, Action::Jump(position)) }</p>
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

//! One statement to a screen.

use yew::prelude::*;

use super::view::{Look, View};
use crate::quiz::{Action, Answer, Position};

/// A statement past the first.
pub fn screen(view: &View<'_>, position: Position) -> Html {
    let revisiting = view.state.session.is_revisiting();
    html! {
        <div key={position.number()} class="screen">
            { question(view, position, None) }
            { moves(view) }
            if revisiting {
                <p class="small">{ view.words.statement.revisiting }</p>
            }
        </div>
    }
}

/// The statement and its five answers. What a person should know before choosing stands before the answers.
pub fn question(view: &View<'_>, position: Position, hint: Option<&'static str>) -> Html {
    let words = view.words;
    let moved = (view.state.moves > 0).then_some("");
    let name = format!("q{:02}", position.number());
    let prompt = format!("{name}-prompt");
    html! {
        <fieldset key="question" class="question" part="question" data-moved={moved} aria-describedby={prompt.clone()}>
            <legend class="statement" part="legend" tabindex="-1" ref={view.heading.clone()}>{ *words.item(position) }</legend>
            <p class="prompt" id={prompt}>
                <span>{ words.statement.prompt }</span>
                if let Some(hint) = hint {
                    { " " }<span class="small">{ hint }</span>
                }
            </p>
            { for Answer::all().map(|answer| option(view, position, &name, answer)) }
        </fieldset>
    }
}

fn option(view: &View<'_>, position: Position, name: &str, answer: Answer) -> Html {
    let hands = view.hands.clone();
    let onclick = Callback::from(move |event: MouseEvent| hands.radio_click(&event, answer));
    let id = format!("{name}-{}", answer.value());
    let checked = view.state.session.answers().get(position) == Some(answer);
    html! {
        <div class="option" part="option">
            <input type="radio" part="option-input" name={name.to_owned()} id={id.clone()} value={answer.value().to_string()} {checked} {onclick} />
            <label part="option-label" for={id}>{ *view.words.option(answer) }</label>
        </div>
    }
}

/// Back, skip and next.
pub fn moves(view: &View<'_>) -> Html {
    let words = &view.words.statement;
    html! {
        <div key="moves" class="moves">
            if view.state.session.can_go_back() {
                { view.button(Look::Quiet, "back", words.back, Action::Back) }
            }
            { view.button(Look::Quiet, "skip", words.skip, Action::Skip) }
            { view.button(Look::Plain, "next", words.next, Action::Next) }
        </div>
    }
}

//! First, what is going well: from the person's own answers, or else what a reason may protect.

use yew::prelude::*;

use super::view::View;
use crate::{
    content::fill,
    quiz::{Picture, Position},
};

pub fn section(view: &View<'_>, picture: &Picture) -> Html {
    let (words, texts) = (view.words, &view.words.result);
    if picture.strengths.is_empty() {
        return match picture.standouts.first() {
            Some((reason, _)) => html! {
                <div key="strengths" class="strengths" part="strength">
                    <h2 class="kicker">{ texts.protects }</h2>
                    <p class="lead">{ words.reason(*reason).protects }</p>
                </div>
            },
            None => html! { <div key="strengths" hidden=true /> },
        };
    }
    html! {
        <div key="strengths" class="strengths" part="strength">
            <h2 class="kicker">{ texts.strengths }</h2>
            { for picture.strengths.iter().filter_map(|position| words.strength(*position)).map(|line| html! { <p class="lead">{ *line }</p> }) }
            <details>
                <summary>{ texts.strengths_from }</summary>
                { for picture.strengths.iter().map(|position| html! { <p>{ quote(view, *position) }</p> }) }
            </details>
        </div>
    }
}

/// A statement and the answer to it.
pub fn quote(view: &View<'_>, position: Position) -> String {
    let words = view.words;
    let answer = view.state.session.answers().get(position).map_or(words.statement.skipped, |answer| words.option(answer));
    fill(words.result.quote, &[("statement", words.item(position)), ("answer", answer)])
}

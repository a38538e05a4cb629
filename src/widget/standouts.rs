//! The reasons that stood out, by name: up to three, none of them crowned.

use yew::prelude::*;

use super::view::View;
use crate::quiz::{Band, Picture, Pull, Scale, ScaleScore};

pub fn section(view: &View<'_>, picture: &Picture) -> Html {
    let (words, texts) = (view.words, &view.words.result);
    let (title, text) = match picture.standouts.len() {
        0 => return none(view, picture),
        1 => (texts.standouts_one, texts.standouts_text_one),
        2 => (texts.standouts_two, texts.standouts_text),
        _ => (texts.standouts_three, texts.standouts_text),
    };
    html! {
        <section key="standouts" part="reasons">
            <h2>{ title }</h2>
            <p>{ text }</p>
            <ul class="reasons">
                { for picture.standouts.iter().map(|(reason, pull)| html! {
                    <li class="reason" part="reason">
                        <h3>{ words.reason(*reason).name }</h3>
                        <p class="small">{ match pull { Pull::Strong => texts.strong_pull, Pull::Some => texts.some_pull } }</p>
                    </li>
                }) }
            </ul>
        </section>
    }
}

/// Nothing stood out: said plainly, and only where it can be told from too few answers.
fn none(view: &View<'_>, picture: &Picture) -> Html {
    let texts = &view.words.result;
    let bands = Scale::ALL.map(|scale| picture.scores.scale(scale).map(ScaleScore::band));
    if picture.same_answer || bands.iter().all(Option::is_none) {
        return html! { <section key="standouts" hidden=true /> };
    }
    let sharing = bands.iter().all(|band| band.is_some_and(|band| band != Band::High));
    html! {
        <section key="standouts" part="reasons">
            <p>{ if sharing { texts.no_standout_sharing } else { texts.no_standout } }</p>
        </section>
    }
}

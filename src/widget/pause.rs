//! After ten statements: see a first sketch, or go on.

use yew::prelude::*;

use super::view::{Look, View, el, leaf};
use crate::quiz::Action;

pub fn screen(view: &View<'_>) -> Html {
    let words = &view.words.pause;
    let buttons = vec![
        view.button(Look::Primary, "next", words.sketch, Action::Sketch),
        view.button(Look::Plain, "next", words.go_on, Action::GoOn),
        view.button(Look::Quiet, "back", view.words.statement.back, Action::Back),
    ];
    html! {
        <div key="pause" class="screen enter">
            <h2 class="title" part="title" tabindex="-1" ref={view.heading.clone()}>{ words.title }</h2>
            { leaf("p", &[("class", "lead")], words.lead) }
            { el("div", &[("class", "moves")], buttons) }
        </div>
    }
}

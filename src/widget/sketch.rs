//! The picture of the first ten answers, with the choice to go on.

use yew::prelude::*;

use super::{
    picture, safety,
    view::{Look, View},
};
use crate::{
    content::fill,
    quiz::{Action, Picture, QUICK_ITEMS},
};

pub fn screen(view: &View<'_>, picture: &Picture) -> Html {
    let words = &view.words.sketch;
    let session = &view.state.session;
    let go_on = if usize::from(session.passed()) > QUICK_ITEMS {
        fill(words.go_on_from, &[("n", &(session.passed() + 1).to_string())])
    } else {
        words.go_on.to_owned()
    };
    html! {
        <div key="sketch" class="screen enter">
            <h2 class="title" part="sketch" tabindex="-1" ref={view.heading.clone()}>{ words.title }</h2>
            <p class="lead">{ words.lead }</p>
            if picture.safety.is_first() {
                { safety::note(view) }
            }
            { picture::plate(view, picture, false) }
            <div class="moves">
                { view.button(Look::Primary, "next", go_on, Action::GoOn) }
                { view.button(Look::Quiet, "next", words.stop, Action::Finish) }
                { view.button(Look::Quiet, "back", view.words.statement.back, Action::Back) }
            </div>
            <p class="small">{ words.shift }</p>
        </div>
    }
}

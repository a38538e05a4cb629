//! The picture of the first ten answers, with the choice to go on.

use yew::prelude::*;

use super::{
    picture, quality, safety,
    view::{Look, View, el, leaf, small},
};
use crate::{
    content::fill,
    quiz::{Action, Picture, QUICK_ITEMS},
};

pub fn screen(view: &View<'_>, picture: &Picture) -> Html {
    let words = &view.words.sketch;
    let buttons = vec![
        view.button(Look::Primary, "next", go_on(view), Action::GoOn),
        view.button(Look::Quiet, "next", words.stop, Action::Finish),
        view.button(Look::Quiet, "back", view.words.statement.back, Action::Back),
    ];
    let parts = [
        picture.safety.is_first().then(|| safety::note(view)),
        quality::note(view, picture),
        Some(picture::plate(view, picture, false)),
        Some(el("div", &[("key", "moves"), ("class", "moves")], buttons)),
        Some(small(words.shift)),
    ];
    html! {
        <div key="sketch" class="screen enter">
            <h2 key="title" class="title" part="sketch" tabindex="-1" ref={view.heading.clone()}>{ words.title }</h2>
            { leaf("p", &[("key", "lead"), ("class", "lead")], words.lead) }
            { for parts.into_iter().flatten() }
        </div>
    }
}

/// "Go on", and from where, if the person has been further.
pub fn go_on(view: &View<'_>) -> String {
    let passed = view.state.session.passed();
    if usize::from(passed) > QUICK_ITEMS {
        return fill(view.words.sketch.go_on_from, &[("n", &(passed + 1).to_string())]);
    }
    view.words.sketch.go_on.to_owned()
}

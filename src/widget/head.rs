//! The name, the line that grows, and where you are.

use yew::prelude::*;

use super::view::View;
use crate::{content::fill, quiz::Place};

pub fn head(view: &View<'_>) -> Html {
    let (words, session) = (view.words, &view.state.session);
    let (n, total) = (session.progress().to_string(), session.total().to_string());
    let position = fill(words.statement.position, &[("n", &n), ("total", &total)]);
    let folio = match session.place() {
        Place::Item(_) | Place::Pause => position.clone(),
        Place::Sketch => words.sketch.folio.to_owned(),
        Place::Result => words.result.folio.to_owned(),
    };
    html! {
        <div key="head" class="head">
            <p class="mark">{ words.name }</p>
            <progress class="line" part="progress" max={total} value={n} aria-label={words.statement.progress} aria-valuetext={position.clone()}>{ position }</progress>
            <p class="folio">{ folio }</p>
        </div>
    }
}

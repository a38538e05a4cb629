//! The safety note. Its words never depend on which rule put it first.

use yew::prelude::*;

use super::view::{Look, View, paragraphs, plain_button};
use crate::browser::page;

/// The note in full, as a section.
pub fn note(view: &View<'_>) -> Html {
    let words = &view.words.safety;
    html! {
        <section key="safety" class="note" part="safety">
            <h2>{ words.title }</h2>
            { body(view) }
        </section>
    }
}

/// The note behind one line.
pub fn folded(view: &View<'_>) -> Html {
    html! {
        <details key="safety" part="safety">
            <summary>{ view.words.safety.summary }</summary>
            { body(view) }
        </details>
    }
}

fn body(view: &View<'_>) -> Html {
    let words = &view.words.safety;
    let leave = Callback::from(|_: MouseEvent| {
        page::leave(words.leave_href);
    });
    html! {
        <>
            { paragraphs(&words.text) }
            <p class="leave">{ plain_button(Look::Plain, "leave", words.leave.into(), leave) }</p>
            <p class="small leave">{ words.leave_note }</p>
        </>
    }
}

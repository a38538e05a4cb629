//! Under every screen: looking back over answers, what is kept, and the safety note.

use yew::prelude::*;

use super::{
    keep, safety,
    state::Event,
    view::{Look, View, plain_button},
};
use crate::quiz::{Action, Place, Position};

pub fn foot(view: &View<'_>) -> Html {
    let words = view.words;
    let session = &view.state.session;
    let shows_note = matches!(session.place(), Place::Result);
    let first = session.place() == Place::Item(Position::FIRST);
    html! {
        <div key="foot" class="foot">
            if session.can_sketch() && matches!(session.place(), Place::Item(_)) && session.gone_on() {
                <div key="stop">{ view.button(Look::Quiet, "stop", words.statement.stop, Action::Sketch) }</div>
            }
            if session.passed() > 0 {
                { review(view) }
            }
            <details key="privacy">
                <summary>{ words.first.privacy }</summary>
                if view.state.keeps == Some(false) {
                    <p key="not-kept">{ words.first.not_kept }</p>
                } else {
                    <p key="kept">{ words.first.privacy_text }</p>
                    <p key="forget">{ forget(view) }</p>
                }
            </details>
            if first {
                <p key="safety-line" class="small">{ words.safety.line }</p>
            }
            if !shows_note {
                { safety::folded(view) }
            }
        </div>
    }
}

/// Every statement passed so far, each a button that opens it.
fn review(view: &View<'_>) -> Html {
    let words = view.words;
    let session = &view.state.session;
    let row = |position: Position| {
        let answer = session.answers().get(position).map_or(words.statement.skipped, |answer| words.option(answer));
        html! {
            <li key={position.number()}>
                { view.button(Look::Quiet, "review", *words.item(position), Action::Jump(position)) }
                <span class="small">{ answer }</span>
            </li>
        }
    };
    html! {
        <details key="review" part="review">
            <summary>{ words.statement.review }</summary>
            <ol class="review">{ for Position::all().take(usize::from(session.passed())).map(row) }</ol>
        </details>
    }
}

fn forget(view: &View<'_>) -> Html {
    let hands = view.hands.clone();
    let onclick = Callback::from(move |_: MouseEvent| hands.tell(Event::Forgot(keep::forget())));
    plain_button(Look::Plain, "forget", view.words.first.forget.into(), onclick)
}

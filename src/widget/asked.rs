//! What a person asks for that changes nothing in the quiz is done: a result is kept outside it, or with a date.

use wasm_bindgen::JsValue;
use web_sys::Element;
use yew::Callback;

use super::{
    ask::Ask,
    hands::{Hands, Message},
    host, keep, plain_text, poster,
    settings::Props,
    share,
    state::{Event, State, Told},
};
use crate::{
    browser::{page, saving},
    quiz::{Picture, record},
};

/// Does it, and tells what came of it.
pub fn fulfil(ask: Ask, props: &Props, state: &State, hands: &Hands, tell: &Callback<Message>) {
    let Props { words, settings } = props;
    let words = *words;
    let answers = state.session.answers();
    let picture = Picture::of(state.session.form(), answers);
    let text = plain_text::of(words, &picture);
    let now = |told| tell.emit(Message::Happened(Event::Told(told)));
    let then = |yes, no| later(tell.clone(), yes, no);
    match ask {
        Ask::Picture => {
            let Some(frame) = hands.saved().cast::<Element>() else { return };
            let svg = poster::svg(words, &picture);
            let ((width, height), name) = (poster::SIZE, words.get(words.keep.picture_file));
            saving::picture(&svg, width, height, name, &text.clone(), &frame, then(Told::Saved, Told::Refused(text)));
        }
        Ask::Text => saving::copy(&text.clone(), None, then(Told::Copied, Told::Refused(text))),
        Ask::Print => {
            if !page::print() {
                now(Told::Refused(text));
            }
        }
        Ask::Answers => {
            let sheet = record::answer_sheet(picture.form(), answers);
            let done = saving::download(&sheet, words.get(words.keep.answers_file));
            now(if done { Told::Downloaded } else { Told::Refused(sheet) });
        }
        Ask::CopyLink | Ask::ShareLink => {
            let link = share::link(words, settings, state, &picture);
            let copies = ask == Ask::CopyLink;
            let from = hands.heading().cast::<Element>();
            if from.is_some_and(|from| !host::shares(&from, if copies { "copy" } else { "share" }, &link)) {
                return;
            }
            if copies {
                saving::copy(&link, hands.link().cast(), then(Told::LinkCopied, Told::LinkSelected));
            } else {
                saving::share(words.get(words.name), &link, then(Told::LinkShared, Told::LinkSelected));
            }
        }
        Ask::ClearLink => saving::clear_field(settings.field()),
        Ask::Keep(_) | Ask::Delete(_) | Ask::DeleteAll => {
            // The button that has focus goes: focus waits before its section.
            let before = hands.saved().cast::<Element>();
            if let Some(before) = before {
                page::focus(&before);
            }
            now(match keep::history(ask, words.get(words.lang)) {
                Some(entries) => Told::History(entries),
                None => Told::NotKept,
            });
        }
    }
}

/// Tells one thing or the other once it is known which. One function, since each closure for a script costs half a kilobyte.
fn later(tell: Callback<Message>, yes: Told, no: Told) -> JsValue {
    saving::then(move |done| tell.emit(Message::Happened(Event::Told(if done { yes } else { no }))))
}

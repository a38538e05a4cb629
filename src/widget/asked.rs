//! What a person asks for that changes nothing in the quiz: to keep a result outside it, or with a date.

use web_sys::{Element, HtmlInputElement};
use yew::Callback;

use super::{
    Props,
    hands::{Hands, Message},
    host, keep, plain_text, poster, share,
    state::{Event, State, Told},
};
use crate::{
    browser::{page, saving},
    quiz::{Picture, history::Dated, link::Shared, record},
};

/// Something a person asks for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Ask {
    /// The picture as PNG.
    Picture,
    /// The result as text, on the clipboard.
    Text,
    /// The result on paper.
    Print,
    /// The answers as a file that `score` reads.
    Answers,
    /// The link, on the clipboard.
    CopyLink,
    /// The link, to the share sheet.
    ShareLink,
    /// The address of the page without the link that was opened.
    ClearLink,
    /// The result is kept with today's date.
    Keep(Shared),
    /// A kept result is deleted.
    Delete(Dated),
    /// All kept results are deleted.
    DeleteAll,
}

/// Does it, and tells what came of it.
pub fn fulfil(ask: Ask, props: &Props, state: &State, hands: &Hands, tell: Callback<Message>) {
    let Props { words, settings } = props;
    let words = *words;
    let answers = state.session.answers();
    let picture = Picture::of(state.session.form(), answers);
    let text = plain_text::of(words, &picture);
    let told = move |told| tell.emit(Message::Happened(Event::Told(told)));
    match ask {
        Ask::Picture => {
            let Some(frame) = hands.saved().cast::<Element>() else { return };
            let svg = poster::svg(words, &picture);
            let alt = text.clone();
            let image = saving::Image { svg: &svg, size: poster::SIZE, name: words.get(words.keep.picture_file), alt: &alt };
            saving::picture(&image, &frame, move |done| told(if done { Told::Saved } else { Told::Refused(text) }));
        }
        Ask::Text => {
            let copy = text.clone();
            saving::copy(&copy, move |done| told(if done { Told::Copied } else { Told::Refused(text) }));
        }
        Ask::Print => {
            if !page::print() {
                told(Told::Refused(text));
            }
        }
        Ask::Answers => {
            let sheet = record::answer_sheet(picture.form(), answers);
            let done = saving::download(&sheet, words.get(words.keep.answers_file));
            told(if done { Told::Downloaded } else { Told::Refused(sheet) });
        }
        Ask::CopyLink => {
            let field = hands.link().cast::<HtmlInputElement>();
            let link = share::link(words, settings, state, &picture);
            if !shares(hands, "copy", &link) {
                return;
            }
            saving::copy(&link, move |done| {
                if let Some(field) = field.filter(|_| !done) {
                    page::select(&field);
                }
                told(if done { Told::LinkCopied } else { Told::LinkSelected });
            });
        }
        Ask::ShareLink => {
            let link = share::link(words, settings, state, &picture);
            if !shares(hands, "share", &link) {
                return;
            }
            saving::share(words.get(words.name), &link, move |done| {
                told(if done { Told::LinkShared } else { Told::LinkSelected });
            });
        }
        Ask::ClearLink => saving::clear_field(settings.field()),
        Ask::Keep(_) | Ask::Delete(_) | Ask::DeleteAll => told(match keep::history(ask, words.get(words.lang)) {
            Some(entries) => Told::History(entries),
            None => Told::NotKept,
        }),
    }
}

/// False if the page shares the link itself.
fn shares(hands: &Hands, method: &str, link: &str) -> bool {
    hands.heading().cast::<Element>().is_none_or(|from| host::shares(&from, method, link))
}

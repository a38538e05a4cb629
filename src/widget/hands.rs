//! From what hands do to what the state is told: the pointer and keyboard rules.
//!
//! * A tap, Enter, Space or a key 1–5 chooses and moves on. Arrow keys only move the choice.
//! * One tap, one answer: what follows a move within 250 ms is ignored, and so are keys that repeat.

use std::{cell::Cell, rc::Rc};

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement, KeyboardEvent};
use yew::{
    Callback, NodeRef,
    virtual_dom::{Listener, ListenerKind},
};

use super::{
    ask::Ask,
    keep,
    state::{Event, Sharing, Shows},
};
use crate::{
    browser::{clock, page},
    quiz::{Action, Answer, Position},
};

/// How long after a move further activations are ignored, in milliseconds.
const ONE_TAP: f64 = 250.0;

/// What an event on the page leads to.
#[derive(Clone, Copy)]
pub enum Then {
    /// The session moves.
    Do(Action),
    /// A statement is opened from the working, to change the answer.
    Change(Position),
    /// A kept run is taken up: its place among the offers.
    TakeUp(usize),
    /// A new run begins.
    StartAgain,
    /// The ideas that wait open, or close again.
    ToggleIdeas,
    /// The list of what was answered unfolds, or folds again.
    ToggleReview,
    /// Everything is deleted from this device.
    Forget,
    /// Another page replaces this one.
    Leave(&'static str),
    /// Something that changes nothing in the quiz.
    Ask(Ask),
    /// Something else is looked at.
    Look(Shows),
    /// The quiz is taken instead of looking at a shared picture; the picture waits.
    TakeIt,
    /// The shared picture is put away.
    PutAway,
    /// What the link holds, or how it is shown, changes.
    Share(Sharing),
    /// A radio was clicked: by a tap on it or its label, an assistive technology, or an arrow key.
    Radio(Answer),
    /// Something was clicked that may fold: the browser does the rest.
    Fold,
    /// A key went down while a statement is on the screen.
    Key,
    /// A key went up or a pointer went down: what comes now is not an arrow key's click.
    Release,
}

/// What hands tell.
pub enum Message {
    /// Something happened that changes the state.
    Happened(Event),
    /// Something was asked for that changes nothing in the quiz.
    Asked(Ask),
    /// Another tab has kept a run.
    KeptElsewhere,
}

/// Tells what a person does.
#[derive(Clone)]
pub struct Hands(Rc<Memory>);

struct Memory {
    tell: Callback<Message>,
    /// Where focus belongs after a move.
    heading: NodeRef,
    /// Where a saved picture is shown.
    saved: NodeRef,
    /// The field with the link.
    link: NodeRef,
    /// When the last move was made: the time stamp of its event.
    moved: Cell<Option<f64>>,
    /// True while an arrow key is down: the click it causes on a radio is no tap.
    arrow: Cell<bool>,
}

impl Hands {
    /// Hands that tell of what they do.
    pub fn new(tell: Callback<Message>) -> Hands {
        let [heading, saved, link] = core::array::from_fn(|_| NodeRef::default());
        Hands(Rc::new(Memory { tell, heading, saved, link, moved: Cell::default(), arrow: Cell::default() }))
    }

    /// The heading that focus goes to after a move.
    pub fn heading(&self) -> &NodeRef {
        &self.0.heading
    }

    /// Where a saved picture is shown.
    pub fn saved(&self) -> &NodeRef {
        &self.0.saved
    }

    /// The field with the link.
    pub fn link(&self) -> &NodeRef {
        &self.0.link
    }

    fn handle(&self, cause: &web_sys::Event, then: Then) {
        match then {
            Then::Fold => self.fold(cause),
            Then::Key => self.key_down(cause.unchecked_ref()),
            Then::Release => self.0.arrow.set(false),
            Then::Radio(answer) if self.0.arrow.get() => self.tell(Event::Did(Action::Select(answer))),
            // The browser has unfolded it unless that was an echo; no move is made.
            Then::ToggleReview => {
                if !self.undo_echo(cause) {
                    self.tell(Event::ToggledReview);
                }
            }
            // Every button, also "Leave": where a screen has just changed under a double tap, the second tap may fall on it.
            _ if !self.is_new(cause) => {}
            Then::Do(action) => self.tell(Event::Did(action)),
            Then::Change(position) => self.tell(Event::Changing(position)),
            Then::Radio(answer) => self.tell(Event::Did(Action::Choose(answer))),
            Then::TakeUp(place) => self.tell(Event::TookUp(place, clock::today())),
            Then::StartAgain => self.tell(Event::StartedAgain(clock::today())),
            Then::ToggleIdeas => self.tell(Event::ToggledIdeas),
            Then::Forget => self.tell(Event::Forgot(keep::forget())),
            Then::Leave(href) => {
                // Whoever comes back, or waits for the other page, sees the first screen only. What was said stays kept.
                self.tell(Event::StartedAgain(clock::today()));
                page::leave(href);
            }
            Then::Look(shows) => self.tell(Event::Looked(shows)),
            Then::TakeIt => {
                self.0.tell.emit(Message::Asked(Ask::ClearLink));
                self.tell(Event::Looked(Shows::Quiz));
            }
            Then::PutAway => {
                self.0.tell.emit(Message::Asked(Ask::ClearLink));
                self.tell(Event::PutAway);
            }
            Then::Share(sharing) => self.tell(Event::Shares(sharing)),
            Then::Ask(ask) => self.0.tell.emit(Message::Asked(ask)),
        }
    }

    fn tell(&self, event: Event) {
        self.0.tell.emit(Message::Happened(event));
    }

    /// True, and remembered as a move, if the event does not follow a move too closely.
    fn is_new(&self, cause: &web_sys::Event) -> bool {
        let is_new = !self.undo_echo(cause);
        if is_new {
            self.0.moved.set(Some(cause.time_stamp()));
        }
        is_new
    }

    /// True if the event follows a move too closely. Then what it did by itself is undone: a radio does not look chosen
    /// when it is not, nothing unfolds, and focus is back on the heading.
    fn undo_echo(&self, cause: &web_sys::Event) -> bool {
        let is_echo = self.0.moved.get().is_some_and(|then| (0.0..ONE_TAP).contains(&(cause.time_stamp() - then)));
        if is_echo {
            cause.prevent_default();
            if let Some(heading) = self.0.heading.cast() {
                page::focus(&heading);
            }
        }
        is_echo
    }

    fn fold(&self, cause: &web_sys::Event) {
        let target = cause.composed_path().get(0).dyn_into::<Element>();
        if target.is_ok_and(|target| target.closest("summary").is_ok_and(|summary| summary.is_some())) {
            self.undo_echo(cause);
        }
    }

    fn key_down(&self, event: &KeyboardEvent) {
        if event.ctrl_key() || event.alt_key() || event.meta_key() || event.is_composing() {
            return;
        }
        let radio = event.composed_path().get(0).dyn_into::<HtmlInputElement>().ok().filter(|input| input.type_() == "radio");
        let key = event.key();
        if key.starts_with("Arrow") {
            self.0.arrow.set(radio.is_some());
            return;
        }
        let answer = match (key.as_str(), radio) {
            ("Enter" | " ", Some(radio)) => Answer::from_digit(&radio.value()),
            _ => Answer::from_digit(&key),
        };
        if let Some(answer) = answer {
            event.prevent_default();
            if !event.repeat() && self.is_new(event) {
                self.tell(Event::Did(Action::Choose(answer)));
            }
        }
    }
}

/// An event that is listened for.
#[derive(Clone, Copy)]
pub enum On {
    /// A tap, a click, or a key that makes one.
    Click,
    /// A key goes down.
    KeyDown,
    /// A key goes up.
    KeyUp,
    /// A finger, a pen or a mouse button goes down.
    PointerDown,
}

/// An event that is listened for, and what it leads to.
pub struct Listening {
    kind: On,
    hands: Hands,
    then: Then,
}

impl Listening {
    /// Listens for events of a kind.
    pub const fn new(kind: On, hands: Hands, then: Then) -> Listening {
        Listening { kind, hands, then }
    }
}

impl Listener for Listening {
    fn kind(&self) -> ListenerKind {
        match self.kind {
            On::Click => ListenerKind::onclick,
            On::KeyDown => ListenerKind::onkeydown,
            On::KeyUp => ListenerKind::onkeyup,
            On::PointerDown => ListenerKind::onpointerdown,
        }
    }

    fn handle(&self, event: web_sys::Event) {
        self.hands.handle(&event, self.then);
    }

    fn passive(&self) -> bool {
        false
    }
}

//! From what hands do to what the session is told: the pointer and keyboard rules.
//!
//! * A tap, Enter, Space or a key 1–5 chooses and moves on. Arrow keys only move the choice.
//! * One tap, one answer: what follows a move within 250 ms is ignored, and so are keys that repeat.

use std::{cell::Cell, rc::Rc};

use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, KeyboardEvent, MouseEvent};
use yew::UseReducerDispatcher;

use super::state::{Event, State};
use crate::quiz::{Action, Answer};

/// How long after a move further activations are ignored, in milliseconds.
const ONE_TAP: f64 = 250.0;

/// Tells the state what a person does.
#[derive(Clone)]
pub struct Hands {
    dispatcher: UseReducerDispatcher<State>,
    memory: Rc<Memory>,
}

/// What is remembered between two events.
#[derive(Default)]
pub struct Memory {
    /// When the last move was made: the time stamp of its event.
    moved: Cell<Option<f64>>,
    /// True while an arrow key is down: the click it causes on a radio is no tap.
    arrow: Cell<bool>,
}

impl Hands {
    /// Hands that dispatch to a state; the memory must be the same at every render.
    pub const fn new(dispatcher: UseReducerDispatcher<State>, memory: Rc<Memory>) -> Hands {
        Hands { dispatcher, memory }
    }

    /// Tells the state of an event that needs no care about double taps.
    pub fn tell(&self, event: Event) {
        self.dispatcher.dispatch(event);
    }

    /// A move, unless it is the echo of the one before.
    pub fn act(&self, cause: &web_sys::Event, action: Action) {
        if self.is_new(cause) {
            self.tell(Event::Did(action));
        }
    }

    /// True, and remembered as a move, if the event does not follow a move too closely. Otherwise the event is
    /// cancelled, so that a radio does not look chosen when it is not.
    pub fn is_new(&self, cause: &web_sys::Event) -> bool {
        let now = cause.time_stamp();
        if self.memory.moved.get().is_some_and(|then| now - then < ONE_TAP) {
            cause.prevent_default();
            return false;
        }
        self.memory.moved.set(Some(now));
        true
    }

    /// A click on a radio: a tap on it or its label, an assistive technology, or an arrow key.
    pub fn radio_click(&self, cause: &MouseEvent, answer: Answer) {
        if self.memory.arrow.get() {
            self.tell(Event::Did(Action::Select(answer)));
        } else {
            self.act(cause, Action::Choose(answer));
        }
    }

    /// A key went down anywhere in the quiz while a statement is on the screen.
    pub fn key_down(&self, event: &KeyboardEvent) {
        if event.ctrl_key() || event.alt_key() || event.meta_key() || event.is_composing() {
            return;
        }
        let radio = event.composed_path().get(0).dyn_into::<HtmlInputElement>().ok().filter(|input| input.type_() == "radio");
        let key = event.key();
        if key.starts_with("Arrow") {
            self.memory.arrow.set(radio.is_some());
            return;
        }
        let answer = match (key.as_str(), radio) {
            ("Enter" | " ", Some(radio)) => radio.value().parse().ok().and_then(Answer::new),
            ("1" | "2" | "3" | "4" | "5", _) => key.parse().ok().and_then(Answer::new),
            _ => None,
        };
        if let Some(answer) = answer {
            event.prevent_default();
            if !event.repeat() {
                self.act(event, Action::Choose(answer));
            }
        }
    }

    /// A key went up or a pointer went down: what comes now is not an arrow key's click.
    pub fn release(&self) {
        self.memory.arrow.set(false);
    }
}

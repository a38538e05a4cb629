//! From what hands do to what the session is told: the pointer and keyboard rules.
//!
//! * A tap, Enter, Space or a key 1–5 chooses and moves on. Arrow keys only move the choice.
//! * One tap, one answer: what follows a move within 250 ms is ignored, and so are keys that repeat.

use std::{cell::Cell, rc::Rc};

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement, KeyboardEvent, MouseEvent};
use yew::{NodeRef, UseReducerDispatcher};

use super::state::{Event, State};
use crate::{
    browser::page,
    quiz::{Action, Answer},
};

/// How long after a move further activations are ignored, in milliseconds.
const ONE_TAP: f64 = 250.0;

/// Tells the state what a person does.
#[derive(Clone)]
pub struct Hands {
    dispatcher: UseReducerDispatcher<State>,
    memory: Rc<Memory>,
    heading: NodeRef,
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
    /// Hands that dispatch to a state; the memory must be the same at every render. `heading` is where focus belongs
    /// after a move.
    pub const fn new(dispatcher: UseReducerDispatcher<State>, memory: Rc<Memory>, heading: NodeRef) -> Hands {
        Hands { dispatcher, memory, heading }
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

    /// True, and remembered as a move, if the event does not follow a move too closely.
    pub fn is_new(&self, cause: &web_sys::Event) -> bool {
        let is_new = !self.undo_echo(cause);
        if is_new {
            self.memory.moved.set(Some(cause.time_stamp()));
        }
        is_new
    }

    /// True if the event follows a move too closely. Then what it did by itself is undone: a radio does not look chosen
    /// when it is not, nothing unfolds, and focus is back on the heading.
    fn undo_echo(&self, cause: &web_sys::Event) -> bool {
        let is_echo = self.memory.moved.get().is_some_and(|then| (0.0..ONE_TAP).contains(&(cause.time_stamp() - then)));
        if is_echo {
            cause.prevent_default();
            if let Some(heading) = self.heading.cast() {
                page::focus(&heading);
            }
        }
        is_echo
    }

    /// A click on something that folds: the browser does the rest.
    pub fn fold(&self, cause: &MouseEvent) {
        let target = cause.composed_path().get(0).dyn_into::<Element>();
        if target.is_ok_and(|target| target.closest("summary").is_ok_and(|summary| summary.is_some())) {
            self.undo_echo(cause);
        }
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

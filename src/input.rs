//! Maps pointer and keyboard input to actions and effects.
//!
//! * A tap, Enter, Space or a key 1–5 chooses and moves on. Arrow keys only move the choice.
//! * One tap, one answer: what follows a change of the screen within 250 ms is ignored, and so are keys that repeat.

use std::{cell::Cell, rc::Rc};

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlInputElement, KeyboardEvent};
use yew::{Callback, NodeRef};

use crate::{
    app::Message,
    browser::page,
    effects::Effect,
    quiz::{Answer, SessionAction},
    state::Action,
};

/// How long after a tap further ones are ignored, in milliseconds.
const ONE_TAP: f64 = 250.0;

/// What an input means.
#[derive(Clone)]
pub enum Intent {
    /// A button that changes the state.
    Dispatch(Action),
    /// A button for what the browser does.
    Run(Effect),
    /// A button that leaves the page for another one, and deletes everything before (`true`).
    Leave(&'static str, bool),
    /// A radio was clicked: by a tap, an assistive technology, or an arrow key.
    Choose(Answer),
    /// The label of a radio was clicked.
    ChooseByLabel(Answer),
    /// The summary of the list of answers was clicked.
    ToggleReview,
    /// Something was clicked that may fold: the browser does the rest.
    Fold,
    /// A key went down while a statement is on the screen.
    KeyDown,
    /// A key went up or a pointer went down: what comes now is not an arrow key's click.
    Release,
}

/// Elements that are needed after they are drawn.
#[derive(Clone, Default)]
pub struct Nodes {
    /// The heading that focus goes to after a change of the screen.
    pub heading: NodeRef,
    /// The section with the steps.
    pub steps: NodeRef,
    /// Where a saved image is shown.
    pub image_frame: NodeRef,
    /// The heading over the stored results.
    pub history: NodeRef,
    /// The heading over the link.
    pub sharing: NodeRef,
    /// The field with the link.
    pub link_field: NodeRef,
}

/// Handles the input of a quiz.
#[derive(Clone)]
pub struct InputHandler(Rc<Inner>);

struct Inner {
    send: Callback<Message>,
    nodes: Nodes,
    /// The time stamp of the last tap that counted.
    last_tap: Cell<Option<f64>>,
    /// True while an arrow key is down: the click it causes on a radio is no tap.
    arrow_down: Cell<bool>,
}

impl InputHandler {
    /// A handler that sends to a component.
    pub fn new(send: Callback<Message>) -> InputHandler {
        let inner = Inner { send, nodes: Nodes::default(), last_tap: Cell::default(), arrow_down: Cell::default() };
        InputHandler(Rc::new(inner))
    }

    /// The elements that are found again later.
    pub fn nodes(&self) -> &Nodes {
        &self.0.nodes
    }

    /// The callback for an event with this meaning.
    pub fn on<E: AsRef<Event> + 'static>(&self, intent: Intent) -> Callback<E> {
        let input = self.clone();
        Callback::from(move |event: E| input.handle(event.as_ref(), &intent))
    }

    fn handle(&self, event: &Event, intent: &Intent) {
        match intent {
            Intent::Fold => self.fold(event),
            Intent::KeyDown => self.key_down(event.unchecked_ref()),
            Intent::Release => self.0.arrow_down.set(false),
            Intent::Choose(answer) if self.0.arrow_down.get() => self.answer(SessionAction::Select(*answer)),
            // The browser has unfolded it unless that was an echo.
            Intent::ToggleReview => {
                if !self.undo_echo(event) {
                    self.send(Message::Dispatch(Action::ToggleReview));
                }
            }
            // Every button, also "Leave": where a screen has just changed under a double tap, the second tap may fall on it.
            _ if !self.is_new(event) => {}
            Intent::Choose(answer) => self.answer(SessionAction::Choose(*answer)),
            Intent::ChooseByLabel(answer) => {
                // Otherwise WebKit moves focus to the radio, once the next statement has it.
                event.prevent_default();
                self.answer(SessionAction::Choose(*answer));
            }
            Intent::Dispatch(action) => self.send(Message::Dispatch(action.clone())),
            Intent::Run(effect) => self.send(Message::Run(*effect)),
            Intent::Leave(href, deletes) => self.send(Message::Leave(href, *deletes)),
        }
    }

    fn send(&self, message: Message) {
        self.0.send.emit(message);
    }

    fn answer(&self, action: SessionAction) {
        self.send(Message::Dispatch(Action::Session(action)));
    }

    /// True, and remembered as a tap, if the event does not follow a tap too closely.
    fn is_new(&self, event: &Event) -> bool {
        let is_new = !self.undo_echo(event);
        if is_new {
            self.0.last_tap.set(Some(event.time_stamp()));
        }
        is_new
    }

    /// True if the event follows a tap too closely. Then what it did by itself is undone: a radio does not look chosen when it is
    /// not, nothing unfolds, and focus is back on the heading.
    fn undo_echo(&self, event: &Event) -> bool {
        let is_echo = self.0.last_tap.get().is_some_and(|then| (0.0..ONE_TAP).contains(&(event.time_stamp() - then)));
        if is_echo {
            event.prevent_default();
            if let Some(heading) = page::element(&self.0.nodes.heading) {
                page::focus(&heading);
            }
        }
        is_echo
    }

    fn fold(&self, event: &Event) {
        let target: Element = target(event);
        if target.closest("summary").is_ok_and(|summary| summary.is_some()) {
            self.undo_echo(event);
        }
    }

    fn key_down(&self, event: &KeyboardEvent) {
        if event.ctrl_key() || event.alt_key() || event.meta_key() || event.is_composing() {
            return;
        }
        let input: HtmlInputElement = target(event);
        // Of another element the type is undefined.
        let radio = Some(input).filter(|input| input.matches("input[type=radio]").unwrap_or_default());
        let key = event.key();
        if key.starts_with("Arrow") {
            self.0.arrow_down.set(radio.is_some());
            return;
        }
        let answer = match (key.as_str(), radio) {
            ("Enter" | " ", Some(radio)) => Answer::from_digit(&radio.value()),
            _ => {
                answer_of(&key).or_else(|| event.code().strip_prefix("Digit").filter(|_| !event.shift_key()).and_then(answer_of))
            }
        };
        if let Some(answer) = answer {
            event.prevent_default();
            if !event.repeat() && self.is_new(event) {
                self.answer(SessionAction::Choose(answer));
            }
        }
    }
}

/// The answer of a digit 1–5, also an Arabic or Persian one.
fn answer_of(digit: &str) -> Option<Answer> {
    let mut signs = digit.chars();
    let (Some(digit), None) = (signs.next(), signs.next()) else { return None };
    let zero = ['0', '\u{660}', '\u{6F0}']
        .into_iter()
        .find(|zero| (1..=5).contains(&(u32::from(digit).wrapping_sub(u32::from(*zero)))))?;
    Answer::new((u32::from(digit) - u32::from(zero)) as u8)
}

/// The element of the quiz in which an event began. Without a check of its class: a page may have replaced `Element`.
fn target<T: JsCast>(event: &Event) -> T {
    event.composed_path().get(0).unchecked_into()
}

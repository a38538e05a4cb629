//! The quiz in its shadow root. It is a Yew app of its own there: in a portal its events would go on to the handlers of the
//! components around it, hotkeys among them, and Yew would keep the element around the portal after it is gone.

use std::{cell::RefCell, rc::Rc};

use gloo::events::{EventListener, EventListenerOptions};
use web_sys::Element;
use yew::{AppHandle, Renderer};

use super::{
    QuizProps,
    hears::{EVENTS, hear},
};
use crate::{browser::shadow, style, widget};

/// All that is there only while the component is on the page.
pub struct Inside {
    mount: Element,
    app: AppHandle<widget::Quiz>,
    /// What the listeners go by.
    latest: Rc<RefCell<QuizProps>>,
    _listeners: [EventListener; 5],
}

impl Inside {
    /// Puts the quiz into a shadow root of an element that has none.
    pub fn new(host: &Element, props: &QuizProps) -> Inside {
        let mount = shadow::attach(host, style::SHEET);
        let latest = Rc::new(RefCell::new(props.clone()));
        let listeners = EVENTS.map(|kind| {
            let latest = latest.clone();
            EventListener::new_with_options(&mount, kind, EventListenerOptions::enable_prevent_default(), move |event| {
                // A copy: what is called may change them.
                let props = latest.borrow().clone();
                hear(&props, event);
            })
        });
        let app = Renderer::<widget::Quiz>::with_root_and_props(mount.clone(), inner(props)).render();
        Inside { mount, app, latest, _listeners: listeners }
    }

    /// Gives the quiz other props. What was answered stays.
    pub fn update(&mut self, props: &QuizProps) {
        self.app.update(inner(props));
        self.latest.replace(props.clone());
    }

    /// Ends it. Yew keeps the element that an app was mounted into for good, so that goes by itself: with it would stay whatever
    /// it stands in.
    pub fn end(self) {
        self.app.destroy();
        self.mount.remove();
    }
}

fn inner(props: &QuizProps) -> widget::Props {
    widget::Props { words: props.words, settings: props.into() }
}

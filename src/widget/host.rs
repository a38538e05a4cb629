//! What the page is told on which the quiz stands: where somebody is, and the result. Never an answer.

use web_sys::Element;

use super::{settings::Props, share, state::State};
use crate::{
    browser::host,
    quiz::{Form, Picture, Place, number, record},
};

/// What the page knows.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Known {
    own: bool,
    place: Place,
    total: u8,
}

impl Known {
    /// What there is to know of a state.
    pub fn of(state: &State) -> Known {
        Known { own: state.own, place: state.session.place(), total: state.session.total() }
    }

    /// Tells what is new since then.
    pub fn tell(&mut self, from: &Element, props: &Props, state: &State) {
        let before = core::mem::replace(self, Known::of(state));
        if before.own != self.own {
            host::tell(from, if self.own { "start" } else { "reset" }, "", "");
        }
        if before == *self {
            return;
        }
        match self.place {
            // The first statement of a run that nobody has begun is no progress.
            Place::Item(_) if !self.own => {}
            Place::Item(position) => {
                let detail = ["{\"index\":", &number(position.number()), ",\"total\":", &number(self.total), "}"].concat();
                host::tell(from, "progress", &detail, "");
            }
            Place::Pause => {}
            Place::Sketch => complete(from, props, state, Form::Quick),
            Place::Result => complete(from, props, state, state.session.form()),
        }
    }
}

fn complete(from: &Element, props: &Props, state: &State, form: Form) {
    let picture = Picture::of(form, state.session.answers());
    let link = share::plain_link(props.words, &props.settings, state, &picture);
    host::tell(from, "complete", &["{", &record::result(&picture), "}"].concat(), &link);
}

/// Asks the page whether it shares a link itself. True if it does not, and the quiz is to.
pub fn shares(from: &Element, method: &str, link: &str) -> bool {
    host::tell(from, "share", &["{\"method\":\"", method, "\"}"].concat(), link)
}

//! What every screen is given.

use yew::NodeRef;

use super::state::State;
use crate::{content::Words, quiz::Picture};

/// What a screen is drawn from.
pub struct View<'a> {
    /// The words.
    pub words: Words,
    /// Everything that changes.
    pub state: &'a State,
    /// The heading that focus goes to after a move.
    pub heading: &'a NodeRef,
}

impl View<'_> {
    /// True if what asks the person to do something is shown.
    pub fn shows_ideas(&self, picture: &Picture) -> bool {
        !picture.safety.ideas_wait() || self.state.ideas_open
    }
}

//! What every screen is given.

use super::{
    hands::Hands,
    markup::{Markup, Tag},
    settings::Settings,
    state::State,
};
use crate::{
    content::{Messages, TextId},
    quiz::Picture,
};

/// What a screen is drawn from.
pub struct View<'a> {
    /// The words.
    pub words: Messages,
    /// Everything that changes.
    pub state: &'a State,
    /// What knows the places that are found again later.
    pub hands: &'a Hands,
    /// What the page sets.
    pub settings: &'a Settings,
}

impl View<'_> {
    /// True if what asks the person to do something is shown.
    pub fn shows_ideas(&self, picture: &Picture) -> bool {
        !picture.safety.ideas_wait() || self.state.ideas_open
    }

    /// The title of a screen: focus goes to it after a move.
    pub fn title(&self, out: &mut Markup, tag: Tag, title: TextId) {
        out.open(tag);
        out.found_by(self.hands.heading());
        out.text(title);
        out.close();
    }
}

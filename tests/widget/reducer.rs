//! A reducer, for tests that read as chains of actions.

use std::rc::Rc;

use exhale::state::{Action, State};
use yew::Reducible;

/// Actions in a chain.
pub trait After {
    /// The state after an action.
    fn after(&self, action: Action) -> State;
}

impl After for State {
    fn after(&self, action: Action) -> State {
        Rc::unwrap_or_clone(Rc::new(self.clone()).reduce(action))
    }
}

/// True if an action leaves the state as it is, down to the allocation: then nothing is drawn or stored again.
pub fn changes_nothing(state: &State, action: Action) -> bool {
    let state = Rc::new(state.clone());
    Rc::ptr_eq(&state.clone().reduce(action), &state)
}

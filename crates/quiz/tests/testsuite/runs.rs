//! Runs through the quiz: written as a script, or any at all.

use exhale_quiz::{Action, Answer, Position, Session};
use proptest::{collection::vec, prelude::*};

/// One step of a run.
#[derive(Clone, Debug)]
pub enum Step {
    /// Something the person did.
    Act(Action),
    /// They came back to what was stored this many steps ago.
    ResumeEarlier(usize),
}

/// Every session of a run, the first one included.
pub fn replay(steps: &[Step]) -> Vec<(Action, Session)> {
    let mut run: Vec<(Action, Session)> = vec![(Action::Restart, Session::NEW)];
    for step in steps {
        let action = match *step {
            Step::Act(action) => action,
            Step::ResumeEarlier(ago) => Action::Resume(run[run.len() - 1 - ago % run.len()].1),
        };
        let session = run[run.len() - 1].1.apply(action);
        run.push((action, session));
    }
    run
}

/// Long enough to come to the end of the quiz now and then, and wild enough to go anywhere on the way.
pub fn any_steps() -> impl Strategy<Value = Vec<Step>> {
    let answer = || (1..=5_u8).prop_map(|value| Answer::new(value).expect("1 to 5"));
    let position = (1..=30_u8).prop_map(|number| Position::new(number).expect("1 to 30"));
    let act = prop_oneof![
        30 => answer().prop_map(Action::Choose),
        5 => Just(Action::Next),
        5 => Just(Action::Skip),
        4 => answer().prop_map(Action::Select),
        3 => Just(Action::Back),
        4 => position.prop_map(Action::Jump),
        1 => Just(Action::Sketch),
        4 => Just(Action::GoOn),
        1 => Just(Action::Finish),
        1 => Just(Action::Walk),
    ];
    let rare = prop_oneof![3 => (1..40_usize).prop_map(Step::ResumeEarlier), 1 => Just(Step::Act(Action::Restart))];
    vec(prop_oneof![60 => act.prop_map(Step::Act), 1 => rare], 0..120)
}

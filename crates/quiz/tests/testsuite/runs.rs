//! Runs through the quiz: written as a script, or any at all.

use exhale_quiz::{Answer, Position, Session, SessionAction};
use proptest::{collection::vec, prelude::*};

/// One step of a run.
#[derive(Clone, Debug)]
pub enum Step {
    /// Something the person did.
    Act(SessionAction),
    /// They came back to what was stored this many steps ago.
    ResumeEarlier(usize),
}

/// Every session of a run, the first one included.
pub fn replay(steps: &[Step]) -> Vec<(SessionAction, Session)> {
    let mut run: Vec<(SessionAction, Session)> = vec![(SessionAction::Restart, Session::NEW)];
    for step in steps {
        let action = match *step {
            Step::Act(action) => action,
            Step::ResumeEarlier(ago) => SessionAction::Resume(run[run.len() - 1 - ago % run.len()].1),
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
        30 => answer().prop_map(SessionAction::Choose),
        5 => Just(SessionAction::Next),
        5 => Just(SessionAction::Skip),
        4 => answer().prop_map(SessionAction::Select),
        3 => Just(SessionAction::Back),
        4 => position.prop_map(SessionAction::Jump),
        1 => Just(SessionAction::Sketch),
        4 => Just(SessionAction::GoOn),
        1 => Just(SessionAction::Finish),
        1 => Just(SessionAction::Walk),
    ];
    let rare = prop_oneof![3 => (1..40_usize).prop_map(Step::ResumeEarlier), 1 => Just(Step::Act(SessionAction::Restart))];
    vec(prop_oneof![60 => act.prop_map(Step::Act), 1 => rare], 0..120)
}

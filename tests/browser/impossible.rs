//! What an engine, or its driver, cannot do. Such a test runs all the same, and must fail with the words that stand here: one
//! that passes has become possible, and its line is to go; one that fails with other words has another fault.

use std::{
    sync::{Arc, Mutex},
    thread,
};

use libtest_mimic::Failed;

use crate::{
    engine::Engine,
    summary::{Outcome, Summary},
};

pub struct Impossible {
    engine: Engine,
    pub test: &'static str,
    /// Part of what the failure says.
    says: &'static str,
    reason: &'static str,
}

const fn not(engine: Engine, test: &'static str, says: &'static str, reason: &'static str) -> Impossible {
    Impossible { engine, test, says, reason }
}

const TABLE: &[Impossible] = &[
    not(
        Engine::Firefox,
        "tree: the prompt is the group's description, and the status is a live one",
        "does not know goog/cdp/execute",
        "WebDriver tells role and name only, and Chromium alone has its tree read",
    ),
    not(
        Engine::WebKit,
        "tree: the prompt is the group's description, and the status is a live one",
        "does not know goog/cdp/execute",
        "WebDriver tells role and name only, and Chromium alone has its tree read",
    ),
    not(
        Engine::WebKit,
        "axe: every screen of the quiz, in colours of one's own",
        "WebKitGTK cannot be asked for",
        "it has no colours of one's own",
    ),
    not(
        Engine::WebKit,
        "axe: every other page, in colours of one's own",
        "WebKitGTK cannot be asked for",
        "it has no colours of one's own",
    ),
    not(
        Engine::WebKit,
        "focus: Tab goes through every other page in its order, and what has focus is seen",
        "builder: stop 2 of 20 is [3",
        "its field for colours takes no focus by Tab; the text field beside it takes the same",
    ),
];

pub fn find(engine: Engine, test: &str) -> Option<&'static Impossible> {
    TABLE.iter().find(|known| known.engine == engine && known.test == test)
}

pub type Run = Box<dyn FnOnce() -> Result<(), Failed> + Send>;

/// Tries what is not possible, two at a time. Whether it still is not.
pub fn run(tests: Vec<(&'static Impossible, &'static str, Run)>, summary: &Arc<Summary>) -> bool {
    let (tests, all) = (Mutex::new(tests), Mutex::new(true));
    thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                loop {
                    let next = tests.lock().expect("nobody panics with it").pop();
                    let Some((known, suite, test)) = next else { return };
                    let (engine, name) = (known.engine.name(), known.test);
                    let fault = match test() {
                        Ok(()) => Some("this works now: take its line out of tests/browser/impossible.rs".to_owned()),
                        Err(failed) => {
                            let words = failed.message().unwrap_or_default();
                            (!words.contains(known.says))
                                .then(|| format!("failed for another reason than '{}': {words}", known.says))
                        }
                    };
                    if let Some(fault) = fault {
                        println!("test [{engine}] {name} ... FAILED: {fault}");
                        summary.add(known.engine, suite, Outcome::Failed);
                        *all.lock().expect("nobody panics with it") = false;
                    } else {
                        println!("test [{engine}] {name} ... not possible: {}", known.reason);
                        summary.add(known.engine, suite, Outcome::NotPossible);
                    }
                }
            });
        }
    });
    all.into_inner().expect("nobody has panicked with it")
}

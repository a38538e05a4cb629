//! What an engine, or its driver, cannot do. Such a test runs all the same, and must fail with the words that stand here: one
//! that passes has become possible, and its line is to go; one that fails with other words has another fault.

use std::{
    sync::{Arc, Mutex},
    thread,
};

use libtest_mimic::Failed;

use crate::{
    engine::Engine::{self, Firefox, WebKit},
    summary::{Outcome, Summary},
};

/// One line of the table.
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

const NO_DEVTOOLS: &str = "the driver does not know goog/cdp/execute";
const NOT_MEASURED: &str = "not measured";

const TABLE: &[Impossible] = &[
    not(
        WebKit,
        "early: without scripts there is the first statement, and the way to the form on paper",
        "WebKitGTK cannot be asked for",
        "its driver runs its own scripts in the page: without any it sees nothing",
    ),
    not(Firefox, "early: nothing moves while the page loads", NOT_MEASURED, "the engine measures no layout shifts"),
    not(WebKit, "early: nothing moves while the page loads", NOT_MEASURED, "the engine measures no layout shifts"),
    not(
        WebKit,
        "saving: the result prints on one to three pages, nothing cut",
        "UnknownCommand",
        "its driver has no command to print",
    ),
    not(
        WebKit,
        "saving: our page prints with all it says, until there is a picture",
        "UnknownCommand",
        "its driver has no command to print",
    ),
    not(
        WebKit,
        "saving: what was unfolded on the screen leaves no empty page",
        "UnknownCommand",
        "its driver has no command to print",
    ),
    not(
        Firefox,
        "instances: two hundred mounts and removals leave almost nothing",
        NO_DEVTOOLS,
        "the driver cannot count what is alive",
    ),
    not(
        WebKit,
        "instances: two hundred mounts and removals leave almost nothing",
        NO_DEVTOOLS,
        "the driver cannot count what is alive",
    ),
    not(
        Firefox,
        "manners: on a slow machine, keys that are typed ahead do not reach them either",
        NO_DEVTOOLS,
        "the driver cannot make the machine slow",
    ),
    not(
        WebKit,
        "manners: on a slow machine, keys that are typed ahead do not reach them either",
        NO_DEVTOOLS,
        "the driver cannot make the machine slow",
    ),
    not(
        Firefox,
        "loading: that script moves nothing on the page, and is no long task",
        NOT_MEASURED,
        "the engine measures neither",
    ),
    not(
        WebKit,
        "loading: that script moves nothing on the page, and is no long task",
        NOT_MEASURED,
        "the engine measures neither",
    ),
    not(
        WebKit,
        "trouble: the script beside the module is not the one that was built: it is not run",
        "exhale-error is heard",
        "the engine does not enforce the integrity of a preloaded module (docs/embedding.md)",
    ),
    not(
        Firefox,
        "yew component: a quiz that a Yew app takes away is freed, and offers what is kept when it is back",
        NO_DEVTOOLS,
        "the driver cannot ask for a collection of garbage",
    ),
    not(
        WebKit,
        "yew component: a quiz that a Yew app takes away is freed, and offers what is kept when it is back",
        NO_DEVTOOLS,
        "the driver cannot ask for a collection of garbage",
    ),
    not(
        Firefox,
        "tree: the prompt is the group's description, and the status is a live one",
        NO_DEVTOOLS,
        "WebDriver tells role and name only",
    ),
    not(
        WebKit,
        "tree: the prompt is the group's description, and the status is a live one",
        NO_DEVTOOLS,
        "WebDriver tells role and name only",
    ),
    not(
        WebKit,
        "axe: every screen of the quiz, in colours of one's own",
        "WebKitGTK cannot be asked for",
        "it has no colours of one's own",
    ),
    not(
        WebKit,
        "axe: every other page, in colours of one's own",
        "WebKitGTK cannot be asked for",
        "it has no colours of one's own",
    ),
    not(
        WebKit,
        "fits: where the browser sets that size, other pages take their narrow shape, and fit",
        "WebKitGTK cannot be asked for",
        "its driver cannot set the size of text",
    ),
    not(
        WebKit,
        "focus: Tab goes through every other page in its order, and what has focus is seen",
        "builder: stop 2 of 20 is [3",
        "its field for colours takes no focus by Tab; the text field beside it takes the same",
    ),
];

/// Each line is about a test that there is.
pub fn assert_real(tests: &[String]) {
    for Impossible { test, .. } in TABLE {
        assert!(tests.iter().any(|name| name == test), "tests/browser/impossible.rs: there is no test '{test}'");
    }
}

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

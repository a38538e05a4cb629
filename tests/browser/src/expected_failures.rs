//! Tests that an engine or its driver cannot pass. They run all the same and must fail with the message given here: a test that
//! passes must lose its entry, and one that fails with another message has a different fault.

use libtest_mimic::Failed;

use crate::engine::Engine::{self, Firefox, WebKit};

/// An entry of the table.
pub struct ExpectedFailure {
    engine: Engine,
    test: &'static str,
    /// Part of the failure message.
    message: &'static str,
    reason: &'static str,
}

const fn expect(engine: Engine, test: &'static str, message: &'static str, reason: &'static str) -> ExpectedFailure {
    ExpectedFailure { engine, test, message, reason }
}

const NO_DEVTOOLS: &str = "the driver does not know goog/cdp/execute";
const NOT_MEASURED: &str = "not measured";
const NO_SETTING: &str = "WebKitGTK has no setting for";

const TABLE: &[ExpectedFailure] = &[
    expect(
        WebKit,
        "early_input: without scripts there is the first statement, and the way to the form on paper",
        NO_SETTING,
        "its driver works by scripts in the page",
    ),
    expect(Firefox, "early_input: nothing moves while the page loads", NOT_MEASURED, "the engine does not report layout shifts"),
    expect(WebKit, "early_input: nothing moves while the page loads", NOT_MEASURED, "the engine does not report layout shifts"),
    expect(
        WebKit,
        "export: the result prints on one to three pages, nothing cut",
        "UnknownCommand",
        "its driver has no print command",
    ),
    expect(WebKit, "export: a step prints alone, as a card", "UnknownCommand", "its driver has no print command"),
    expect(
        WebKit,
        "export: our page prints with all it says, until there is a picture",
        "UnknownCommand",
        "its driver has no print command",
    ),
    expect(
        WebKit,
        "export: the form on paper prints on four pages, with each statement in one line",
        "UnknownCommand",
        "its driver has no print command",
    ),
    expect(
        WebKit,
        "export: what was unfolded on the screen leaves no empty page",
        "UnknownCommand",
        "its driver has no print command",
    ),
    expect(WebKit, "sharing: the questions for both print alone, as a card", "UnknownCommand", "its driver has no print command"),
    expect(
        Firefox,
        "instances: two hundred mounts and removals leave almost nothing",
        NO_DEVTOOLS,
        "the driver cannot count live nodes and listeners",
    ),
    expect(
        WebKit,
        "instances: two hundred mounts and removals leave almost nothing",
        NO_DEVTOOLS,
        "the driver cannot count live nodes and listeners",
    ),
    expect(
        Firefox,
        "non_interference: on a slow machine, keys that are typed ahead do not reach them either",
        NO_DEVTOOLS,
        "the driver cannot throttle the CPU",
    ),
    expect(
        WebKit,
        "non_interference: on a slow machine, keys that are typed ahead do not reach them either",
        NO_DEVTOOLS,
        "the driver cannot throttle the CPU",
    ),
    expect(
        Firefox,
        "loading: those scripts move nothing on the page, and are no long task",
        NOT_MEASURED,
        "the engine reports neither layout shifts nor long tasks",
    ),
    expect(
        WebKit,
        "loading: those scripts move nothing on the page, and are no long task",
        NOT_MEASURED,
        "the engine reports neither layout shifts nor long tasks",
    ),
    expect(
        WebKit,
        "fallbacks: the script beside the module is not the one that was built: it is not run",
        "exhale-error is heard",
        "the engine does not enforce the integrity of a preloaded module (docs/embedding.md)",
    ),
    expect(
        Firefox,
        "yew_component: a quiz that a Yew app takes away is freed, and offers what is kept when it is back",
        NO_DEVTOOLS,
        "the driver cannot collect garbage",
    ),
    expect(
        WebKit,
        "yew_component: a quiz that a Yew app takes away is freed, and offers what is kept when it is back",
        NO_DEVTOOLS,
        "the driver cannot collect garbage",
    ),
    expect(
        Firefox,
        "accessibility_tree: the prompt is the group's description, and the status is a live one",
        NO_DEVTOOLS,
        "WebDriver only exposes role and name",
    ),
    expect(
        WebKit,
        "accessibility_tree: the prompt is the group's description, and the status is a live one",
        NO_DEVTOOLS,
        "WebDriver only exposes role and name",
    ),
    expect(WebKit, "axe: every screen of the quiz, in colours of one's own", NO_SETTING, "the engine has no forced colors"),
    expect(WebKit, "axe: every other page, in colours of one's own", NO_SETTING, "the engine has no forced colors"),
    expect(
        WebKit,
        "reflow: where the browser sets that size, other pages take their narrow shape, and fit",
        NO_SETTING,
        "its driver cannot set the default font size",
    ),
    expect(
        WebKit,
        "focus: Tab goes through every other page in its order, and what has focus is seen",
        r#"is [5,\"Pick one, or write it like #1f5f8b"#,
        "Tab skips its colour picker; the text field beside it takes the same values",
    ),
];

/// # Panics
/// If an entry names a test that does not exist.
pub fn assert_exist(tests: &[String]) {
    for ExpectedFailure { test, .. } in TABLE {
        assert!(tests.iter().any(|name| name == test), "expected_failures.rs: there is no test '{test}'");
    }
}

pub fn find(engine: Engine, test: &str) -> Option<&'static ExpectedFailure> {
    TABLE.iter().find(|entry| entry.engine == engine && entry.test == test)
}

impl ExpectedFailure {
    /// Succeeds if the test has failed as expected.
    pub fn check(&self, result: Result<(), Failed>) -> Result<(), Failed> {
        let Err(failed) = result else { return Err("it passes now: remove its entry from expected_failures.rs".into()) };
        let message = failed.message().unwrap_or_default();
        if message.contains(self.message) {
            return Ok(());
        }
        Err(format!("failed for another reason than '{}' ({}): {message}", self.message, self.reason).into())
    }
}

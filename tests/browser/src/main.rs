//! End-to-end tests of the built site in Chromium, Firefox and `WebKitGTK`, driven over WebDriver. Build the site first:
//! `make build`. Every test gets a browser session of its own with an empty profile.
//!
//! Environment variables:
//!
//! - `EXHALE_ENGINE`: the engines to test, separated by commas (default: `chromium,firefox,webkit`)
//! - `EXHALE_SMOKE`: the engines in which only the tests in [`SMOKE`] run, such as `firefox,webkit`
//! - `EXHALE_LANG`: the language of our own page and of the texts that are expected (default: `en`)
//! - `EXHALE_DIST`: the folder of the site (default: `dist`)
//! - `EXHALE_EXAMPLE`: the folder of the built `examples/yew-app` (default: `target/example-site`, by `scripts/example.sh`)
//! - `EXHALE_HOSTS`: a file with the addresses of real hosts; only tests on these run (`make hosts`)
//! - `EXHALE_FUZZ_SECONDS`: how long each test of `fuzzing` generates input (default: 2)
//! - `EXHALE_PICTURES`: a folder; only takes screenshots of all screens and writes them there (`make pictures`)

mod accessibility;
mod answer_sheets;
mod builder;
mod choosing;
mod commands;
mod early_input;
mod engine;
mod expected_failures;
mod export;
mod faults;
mod fuzzing;
mod guidance;
mod history;
mod host_events;
mod host_pages;
mod hosting;
mod hosts;
mod languages;
mod letter;
mod manifest;
mod navigation;
mod package;
mod page;
mod plate;
mod results;
mod safety;
mod saved_pictures;
mod screenshots;
mod sharing;
mod smoke;
mod stored_runs;
mod summary;
mod yew_app;

use std::{
    future::Future,
    process::ExitCode,
    sync::{Arc, Mutex},
    time::{Duration, Instant},
};

use libtest_mimic::{Arguments, Failed, Trial};
use tokio::runtime::{Builder, Runtime};

use crate::{
    engine::{Device, Drivers, Engine, Site},
    page::Page,
    summary::{Entry, Outcome, Summary},
};

/// A test: its name, which completes "It …" or states what holds, and its function.
type Test = (&'static str, TestFunction);
type TestFunction = fn(&Context) -> Result<(), Failed>;

/// All suites. Each is a list of tests in the module of that name; a large one is spread over several modules.
const SUITES: &[(&str, &[Test])] = &[
    ("smoke", smoke::TESTS),
    ("early_input", early_input::TESTS),
    ("choosing", choosing::TESTS),
    ("navigation", navigation::TESTS),
    ("stored_runs", stored_runs::TESTS),
    ("results", results::TESTS),
    ("plate", plate::TESTS),
    ("guidance", guidance::TESTS),
    ("letter", letter::TESTS),
    ("safety", safety::TESTS),
    ("export", export::TESTS),
    ("export", saved_pictures::TESTS),
    ("history", history::TESTS),
    ("faults", faults::files::TESTS),
    ("faults", faults::killed::TESTS),
    ("faults", faults::tabs::TESTS),
    ("faults", faults::later::TESTS),
    ("scale", faults::scale::TESTS),
    ("hosting", hosting::TESTS),
    ("fuzzing", fuzzing::TESTS),
    ("sharing", sharing::TESTS),
    ("links", host_pages::links::TESTS),
    ("host_events", host_events::TESTS),
    ("languages", languages::TESTS),
    ("host_styles", host_pages::host_styles::TESTS),
    ("instances", host_pages::instances::TESTS),
    ("non_interference", host_pages::non_interference::TESTS),
    ("loading", host_pages::loading::TESTS),
    ("contract", host_pages::contract::TESTS),
    ("fallbacks", host_pages::fallbacks::TESTS),
    ("snippet", host_pages::snippet::TESTS),
    ("surroundings", host_pages::surroundings::TESTS),
    ("frames", host_pages::frames::TESTS),
    ("frames", host_pages::frame_contract::TESTS),
    ("no_network", host_pages::no_network::TESTS),
    ("manifest", manifest::TESTS),
    ("package", package::TESTS),
    ("blogs", host_pages::blogs::TESTS),
    ("docs_examples", host_pages::docs_examples::TESTS),
    ("axe", accessibility::axe::TESTS),
    ("accessibility_tree", accessibility::accessibility_tree::TESTS),
    ("focus", accessibility::focus::TESTS),
    ("keyboard", accessibility::keyboard::TESTS),
    ("announcements", accessibility::announcements::TESTS),
    ("reflow", accessibility::reflow::TESTS),
    ("builder", builder::page::TESTS),
    ("builder", builder::colours::TESTS),
    ("builder", builder::help::TESTS),
    ("builder", builder::copying::TESTS),
    ("builder_snippets", host_pages::builder_snippets::settings::TESTS),
    ("builder_snippets", host_pages::builder_snippets::security::TESTS),
    ("yew_component", yew_app::TESTS),
];

/// How the names of the tests begin that run in the engines of `EXHALE_SMOKE`. They are those in which engines have differed, and
/// take a minute at most in each.
const SMOKE: &[&str] = &[
    "smoke: the whole quiz can be taken with a keyboard alone",
    "smoke: nothing is fetched between the first answer and the result",
    "early_input: the first statement stands there before the module does",
    "early_input: a tap before the module is there is shown at once",
    "early_input: a button that is pressed before the module is there",
    "choosing: a double tap is one answer",
    "choosing: a key that repeats is one answer",
    "choosing: arrow keys move the choice and stay",
    "choosing: the radios are a named group",
    "navigation: focus and the live region follow every move",
    "stored_runs: an answer that was only selected is kept too",
    "stored_runs: Forget deletes every stored byte",
    "export: the saved picture is a PNG",
    "sharing: the link opens as the same picture elsewhere",
    "languages: an element takes another language where it stands",
    "host_events: start, reset, focus and ready",
    "host_styles: a reset of everything",
    "non_interference: on load it takes neither focus nor scroll",
    "non_interference: keys that are meant for the quiz",
    "loading: it comes when it is scrolled near",
    "fallbacks: a policy without WebAssembly: the frame",
    "fallbacks: the style sheet is not the one that was built",
    "fallbacks: a trap in the module",
    "frames: each frame has the height of its own quiz",
    "no_network: our pages and the frame could ask for nothing",
    "accessibility_tree: each group of answers is named",
    "keyboard: ",
    "builder: everything can be chosen and copied",
    "yew_component: a Yew app shows the quiz",
];

/// What a test runs against.
pub struct Context {
    /// Shared by all tests, because a browser that is reused by the next test depends on it.
    runtime: Runtime,
    drivers: Drivers,
    site: Site,
    hosts: Site,
}

impl Context {
    fn start(engine: Engine) -> Context {
        let site = Site::dist();
        let hosts = site.hosts();
        let runtime = Builder::new_multi_thread().worker_threads(1).enable_all().build().expect("threads can be started");
        Context { runtime, drivers: Drivers::of(engine), site, hosts }
    }

    /// Runs a test in a new browser session on our own page.
    fn visit<F: Future<Output = ()>>(&self, test: impl FnOnce(Page) -> F) -> Result<(), Failed> {
        self.visit_on(Device::default(), test)
    }

    /// The same on another device.
    fn visit_on<F: Future<Output = ()>>(&self, device: Device, test: impl FnOnce(Page) -> F) -> Result<(), Failed> {
        self.browse(device, |page| async move { test(page.open().await).await })
    }

    /// Runs a test in a new browser session on a host page with the quiz on it.
    fn visit_host_page<F: Future<Output = ()>>(&self, test: impl FnOnce(Page) -> F) -> Result<(), Failed> {
        self.browse(Device::default(), |page| async move { test(page.open_host_page().await).await })
    }

    /// Runs a test in a new browser session with an empty tab.
    fn browse<F: Future<Output = ()>>(&self, device: Device, test: impl FnOnce(Page) -> F) -> Result<(), Failed> {
        self.runtime.block_on(async {
            let driver = self.drivers.open(device).await?;
            let page = Page {
                client: driver.client.clone().expect("its browser is open"),
                driver: driver.address.clone(),
                device,
                engine: self.drivers.engine,
                site: self.site.address.clone(),
                hosts: self.hosts.address.clone(),
                log: self.site.log.clone(),
                quiz: "exhale-quiz".to_owned(),
                acted: Arc::new(Mutex::new(Instant::now())),
            };
            let limit = Duration::from_mins(5) + fuzzing::requested_time();
            let outcome = catch_panic(tokio::time::timeout(limit, test(page))).await;
            // Where a test has failed, the next one would fail with it: its browser ends.
            if matches!(outcome, Ok(Ok(()))) {
                self.drivers.give_back(driver).await;
            } else {
                Drivers::end(driver).await;
            }
            match outcome {
                Ok(Ok(())) => Ok(()),
                Ok(Err(_)) => Err(format!("took longer than {} s", limit.as_secs()).into()),
                Err(message) => Err(Failed::from(message)),
            }
        })
    }
}

impl Drop for Context {
    /// Browsers that are closed, not killed, leave no files behind.
    fn drop(&mut self) {
        self.runtime.block_on(self.drivers.close());
    }
}

/// Awaits a future and turns a panic in it into its message, so that the browser session is closed in any case.
async fn catch_panic<F: Future>(future: F) -> Result<F::Output, String> {
    use std::{
        panic::{AssertUnwindSafe, catch_unwind},
        pin::pin,
        task::Poll,
    };
    let mut future = pin!(future);
    std::future::poll_fn(move |context| match catch_unwind(AssertUnwindSafe(|| future.as_mut().poll(context))) {
        Ok(Poll::Pending) => Poll::Pending,
        Ok(Poll::Ready(output)) => Poll::Ready(Ok(output)),
        Err(panic) => {
            let text = panic.downcast_ref::<String>().cloned();
            Poll::Ready(Err(text.or_else(|| panic.downcast_ref::<&str>().map(ToString::to_string)).unwrap_or_default()))
        }
    })
    .await
}

/// Messages of a driver that has stopped working, which is no fault of the quiz.
const DRIVER_FAILURES: [&str; 2] = ["webdriver server did not respond", "does not open a session"];

/// Runs a test, and once more with another driver if its driver has stopped working.
fn run_with_retry(context: &Context, name: &str, test: TestFunction) -> Result<(), Failed> {
    test(context).or_else(|failed| {
        let message = failed.message().unwrap_or_default();
        if !DRIVER_FAILURES.iter().any(|failure| message.contains(failure)) {
            return Err(failed);
        }
        println!("test [{}] {name} ... retried, its driver failed: {message}", context.drivers.engine.name());
        test(context)
    })
}

fn main() -> ExitCode {
    let mut arguments = Arguments::from_args();
    // Much of a test is waiting, as a person looks at a screen before the next tap.
    arguments.test_threads = arguments.test_threads.or(Some(5));
    let suites = if screenshots::folder().is_some() {
        &[("screenshots", screenshots::TESTS)]
    } else if hosts::ADDRESSES.is_some() {
        hosts::SUITES
    } else {
        SUITES
    };
    let engines = Engine::list_from("EXHALE_ENGINE").unwrap_or_else(|| Engine::ALL.to_vec());
    let smoke_only = Engine::list_from("EXHALE_SMOKE").unwrap_or_default();
    let all: Vec<String> = tests(SUITES).map(|(name, ..)| name).collect();
    expected_failures::assert_exist(&all);
    for start in SMOKE {
        assert!(all.iter().any(|name| name.starts_with(start)), "SMOKE: no test begins with '{start}'");
    }
    let summary = Arc::new(Summary::new(&engines, suites.iter().map(|(suite, _)| *suite)));
    let mut trials = Vec::new();
    for engine in engines {
        let context = (!arguments.list).then(|| Arc::new(Context::start(engine)));
        let is_smoke = |name: &str| SMOKE.iter().any(|start| name.starts_with(start));
        for (name, suite, test) in tests(suites) {
            let is_wanted = hosts::ADDRESSES.is_none() || hosts::is_set_up(suite);
            if is_wanted && (!smoke_only.contains(&engine) || is_smoke(&name)) {
                trials.push(trial(engine, suite, name, test, context.clone(), summary.clone()));
            }
        }
    }
    let conclusion = libtest_mimic::run(&arguments, trials);
    if arguments.list {
        return conclusion.exit_code();
    }
    println!("{summary}");
    if conclusion.num_passed == 0 {
        eprintln!("no browser test passed: the filter may match none");
        return ExitCode::FAILURE;
    }
    conclusion.exit_code()
}

/// The tests of the suites: full name, suite, and function.
fn tests(suites: &'static [(&str, &[Test])]) -> impl Iterator<Item = (String, &'static str, TestFunction)> {
    suites.iter().flat_map(|&(suite, tests)| tests.iter().map(move |&(name, test)| (format!("{suite}: {name}"), suite, test)))
}

/// A test in an engine, which is recorded in the summary.
fn trial(
    engine: Engine,
    suite: &'static str,
    name: String,
    test: TestFunction,
    context: Option<Arc<Context>>,
    summary: Arc<Summary>,
) -> Trial {
    let expected = expected_failures::find(engine, &name);
    let kind = if expected.is_some() { format!("{}, expected to fail", engine.name()) } else { engine.name().to_owned() };
    let run = {
        let name = name.clone();
        move || {
            let start = Instant::now();
            let result = run_with_retry(&context.expect("tests do not run if they are only listed"), &name, test);
            let (result, success) = match expected {
                Some(expected) => (expected.check(result), Outcome::ExpectedFailure),
                None => (result, Outcome::Passed),
            };
            let outcome = if result.is_ok() { success } else { Outcome::Failed };
            summary.add(Entry { engine, suite, name, outcome, time: start.elapsed() });
            result
        }
    };
    Trial::test(name, run).with_kind(kind)
}

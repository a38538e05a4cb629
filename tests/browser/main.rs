//! The shipped `dist/` in real browsers, driven over WebDriver. `EXHALE_ENGINE` names one engine (default: all three),
//! `EXHALE_DIST` the folder (default `dist`). Build the site first: `make build`. `EXHALE_EXAMPLE` names the folder of the
//! Yew app with the quiz in it (default `target/example-site`), which `scripts/example.sh` builds.
//! With `EXHALE_PICTURES` naming a folder, it only takes pictures of the screens there (`make pictures`).
//!
//! Every test gets a browser session of its own with an empty profile. What an engine or its driver cannot do stands in
//! `impossible.rs`. The table that is printed last counts both.

mod access;
mod builder;
mod choosing;
#[path = "../common/languages.rs"]
mod content_files;
mod early;
mod engine;
mod faults;
mod fuzzed;
mod guidance;
mod impossible;
mod keeping;
mod languages;
mod manifest;
#[path = "../common/markdown.rs"]
mod markdown;
mod moving;
mod over_time;
mod package;
mod page;
mod pictures;
mod results;
mod safety;
mod saving;
mod sharing;
mod summary;
mod telling;
mod whole;
mod yew_app;
mod zoo;

use std::{
    future::Future,
    process::ExitCode,
    sync::{Arc, Mutex},
    time::{Duration, Instant},
};

use libtest_mimic::{Arguments, Failed, Trial};
use tokio::runtime::{Builder, Runtime};

use crate::{
    engine::{Drivers, Engine, Look, Site},
    page::Page,
    summary::Summary,
};

/// A test: what it shows, as a sentence without the first word "It".
type Test = (&'static str, fn(&Context) -> Result<(), Failed>);

/// What a test runs against.
pub struct Context {
    /// One for all tests: a browser that goes from one to the next hangs on it.
    runtime: Runtime,
    drivers: Drivers,
    site: Site,
    hosts: Site,
}

impl Context {
    fn start(engine: Engine) -> Context {
        let site = Site::shipped();
        let hosts = site.hosts();
        let runtime = Builder::new_multi_thread().worker_threads(1).enable_all().build().expect("threads can be started");
        Context { runtime, drivers: Drivers::of(engine), site, hosts }
    }

    /// Runs a test in a new browser session on the page as a first-time visitor sees it.
    fn visit<F: Future<Output = ()>>(&self, test: impl FnOnce(Page) -> F) -> Result<(), Failed> {
        self.visit_on(Look::default(), test)
    }

    /// The same on another screen.
    fn visit_on<F: Future<Output = ()>>(&self, look: Look, test: impl FnOnce(Page) -> F) -> Result<(), Failed> {
        self.browse(look, |page| async move { test(page.open().await).await })
    }

    /// Runs a test in a new browser session on a page of somebody else with the quiz on it.
    fn visit_elsewhere<F: Future<Output = ()>>(&self, test: impl FnOnce(Page) -> F) -> Result<(), Failed> {
        self.browse(Look::default(), |page| async move { test(page.open_elsewhere().await).await })
    }

    /// Runs a test in a new browser session that has opened nothing yet.
    fn browse<F: Future<Output = ()>>(&self, look: Look, test: impl FnOnce(Page) -> F) -> Result<(), Failed> {
        self.runtime.block_on(async {
            let driver = self.drivers.open(look).await?;
            let page = Page {
                client: driver.client.clone().expect("its browser is open"),
                driver: driver.address.clone(),
                look,
                engine: self.drivers.engine,
                site: self.site.address.clone(),
                hosts: self.hosts.address.clone(),
                log: self.site.log.clone(),
                quiz: "exhale-quiz".to_owned(),
                acted: Arc::new(Mutex::new(Instant::now())),
            };
            let time = Duration::from_mins(5) + fuzzed::asked_for();
            let limit = tokio::time::timeout(time, test(page));
            let outcome = futures_catch(limit).await;
            self.drivers.give_back(driver).await;
            match outcome {
                Ok(Ok(())) => Ok(()),
                Ok(Err(_)) => Err(format!("took longer than {} s", time.as_secs()).into()),
                Err(message) => Err(Failed::from(message)),
            }
        })
    }
}

impl Drop for Context {
    /// Browsers that are ended by themselves leave nothing on the disk.
    fn drop(&mut self) {
        self.runtime.block_on(self.drivers.close());
    }
}

/// Awaits a future and turns a panic in it into its message, so that the browser session is closed all the same.
async fn futures_catch<F: Future>(future: F) -> Result<F::Output, String> {
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

/// What is said of a driver that does not answer. It says nothing about the quiz.
const ACCIDENTS: [&str; 2] = ["webdriver server did not respond", "does not open a session"];

/// Runs a test. Where its driver has had an accident it is run with another, and that is said; what fails for any other reason has
/// failed.
fn attempt(context: &Context, name: &str, test: fn(&Context) -> Result<(), Failed>) -> Result<(), Failed> {
    test(context).or_else(|failed| {
        let words = failed.message().unwrap_or_default();
        if !ACCIDENTS.iter().any(|accident| words.contains(accident)) {
            return Err(failed);
        }
        println!("test [{}] {name} ... its driver had an accident, another one tries: {words}", context.drivers.engine.name());
        test(context)
    })
}

fn main() -> ExitCode {
    let mut arguments = Arguments::from_args();
    // Four browsers at a time: much of a test is waiting, as a person looks at a screen before the next tap.
    arguments.test_threads = arguments.test_threads.or(Some(4));
    let mut suites: Vec<(&str, &[Test])> = vec![
        ("whole", whole::TESTS),
        ("early", early::TESTS),
        ("choosing", choosing::TESTS),
        ("moving", moving::TESTS),
        ("keeping", keeping::TESTS),
        ("results", results::TESTS),
        ("guidance", guidance::TESTS),
        ("safety", safety::TESTS),
        ("saving", saving::TESTS),
        ("over time", over_time::TESTS),
        ("faults", faults::files::TESTS),
        ("faults", faults::killed::TESTS),
        ("faults", faults::tabs::TESTS),
        ("faults", faults::later::TESTS),
        ("at scale", faults::scale::TESTS),
        ("fuzzed", fuzzed::TESTS),
        ("sharing", sharing::TESTS),
        ("telling", telling::TESTS),
        ("languages", languages::TESTS),
        ("host pages", zoo::looks::TESTS),
        ("instances", zoo::instances::TESTS),
        ("manners", zoo::manners::TESTS),
        ("loading", zoo::loading::TESTS),
        ("contract", zoo::contract::TESTS),
        ("trouble", zoo::trouble::TESTS),
        ("frames", zoo::frames::TESTS),
        ("silence", zoo::silence::TESTS),
        ("manifest", manifest::TESTS),
        ("package", package::TESTS),
        ("blogs", zoo::blogs::TESTS),
        ("documented", zoo::documented::TESTS),
        ("axe", access::axe::TESTS),
        ("tree", access::tree::TESTS),
        ("focus", access::focus::TESTS),
        ("keys", access::keys::TESTS),
        ("announced", access::moves::TESTS),
        ("fits", access::fits::TESTS),
        ("builder", builder::page::TESTS),
        ("builder", builder::colours::TESTS),
        ("builder", builder::help::TESTS),
        ("builder", builder::copying::TESTS),
        ("pasted from the builder", zoo::pasted::chosen::TESTS),
        ("pasted from the builder", zoo::pasted::safe::TESTS),
        ("yew component", yew_app::TESTS),
    ];
    if pictures::folder().is_some() {
        suites = vec![("pictures", pictures::TESTS)];
    }
    let engines = Engine::from_environment();
    let contexts: Vec<Option<Arc<Context>>> =
        engines.iter().map(|&engine| (!arguments.list).then(|| Arc::new(Context::start(engine)))).collect();
    let summary = Arc::new(Summary::new(&engines, suites.iter().map(|(suite, _)| *suite)));
    if pictures::folder().is_none() {
        let all = suites.iter().flat_map(|(suite, tests)| tests.iter().map(move |(name, _)| format!("{suite}: {name}")));
        impossible::assert_real(&all.collect::<Vec<_>>());
    }
    let (mut trials, mut impossible) = (Vec::new(), Vec::new());
    for (&engine, context) in engines.iter().zip(contexts) {
        for &(suite, tests) in &suites {
            for &(name, test) in tests {
                let (context, summary) = (context.clone(), summary.clone());
                let full = format!("{suite}: {name}");
                let known = impossible::find(engine, &full);
                let name = full.clone();
                let run = move || attempt(&context.expect("tests run where they are not only listed"), &name, test);
                if let Some(known) = known {
                    impossible.push((known, suite, Box::new(run) as impossible::Run));
                } else {
                    let run = move || summary.note(engine, suite, run());
                    trials.push(Trial::test(full, run).with_kind(engine.name()));
                }
            }
        }
    }
    let wanted = |test: &str| arguments.filter.as_ref().is_none_or(|filter| test.contains(filter));
    impossible.retain(|(known, ..)| wanted(known.test) && !arguments.list);
    let conclusion = libtest_mimic::run(&arguments, trials);
    if arguments.list {
        return conclusion.exit_code();
    }
    let still_impossible = impossible::run(impossible, &summary);
    println!("{summary}");
    if conclusion.num_passed == 0 {
        eprintln!("no browser test ran");
        return ExitCode::FAILURE;
    }
    if still_impossible { conclusion.exit_code() } else { ExitCode::FAILURE }
}

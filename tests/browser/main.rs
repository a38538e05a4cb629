//! The shipped `dist/` in a real browser, driven over WebDriver. `EXHALE_ENGINE` names the engine (default `chromium`),
//! `EXHALE_DIST` the folder (default `dist`). Build the site first: `make build`. `EXHALE_EXAMPLE` names the folder of the
//! Yew app with the quiz in it (default `target/example-site`), which `scripts/example.sh` builds.
//! With `EXHALE_PICTURES` naming a folder, it only takes pictures of the screens there (`make pictures`).
//!
//! Every test gets a browser session of its own with an empty profile, and ends in the table that is printed last.

mod builder;
mod choosing;
mod early;
mod engine;
mod guidance;
mod keeping;
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
mod telling;
mod whole;
mod yew_app;
mod zoo;

use std::{future::Future, path::PathBuf, process::ExitCode, time::Duration};

use libtest_mimic::{Arguments, Failed, Trial};

use crate::{
    engine::{Driver, Engine, Look, Site},
    page::Page,
};

/// A test: what it shows, as a sentence without the first word "It".
type Test = (&'static str, fn(&Context) -> Result<(), Failed>);

/// What a test runs against.
pub struct Context {
    engine: Engine,
    driver: String,
    site: String,
    hosts: String,
    log: PathBuf,
}

impl Context {
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
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        runtime.block_on(async {
            let client = self.engine.connect(&self.driver, look).await?;
            let page = Page {
                client: client.clone(),
                site: self.site.clone(),
                hosts: self.hosts.clone(),
                log: self.log.clone(),
                quiz: "exhale-quiz".to_owned(),
            };
            let limit = tokio::time::timeout(Duration::from_mins(3), test(page));
            let outcome = futures_catch(limit).await;
            let _ = client.close().await;
            match outcome {
                Ok(Ok(())) => Ok(()),
                Ok(Err(_)) => Err(Failed::from("took longer than three minutes")),
                Err(message) => Err(Failed::from(message)),
            }
        })
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

fn main() -> ExitCode {
    let mut arguments = Arguments::from_args();
    // Two browsers at a time on two cores: more makes them wait for each other.
    arguments.test_threads = arguments.test_threads.or(Some(2));
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
        ("sharing", sharing::TESTS),
        ("telling", telling::TESTS),
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
    let listing = arguments.list;
    let engine = Engine::from_environment();
    let (mut site, mut hosts, mut driver) = (None, None, None);
    if !listing {
        site = Some(Site::shipped());
        hosts = site.as_ref().map(Site::hosts);
        driver = Some(Driver::start(engine));
    }
    let context: &'static Context = Box::leak(Box::new(Context {
        engine,
        driver: driver.as_ref().map_or_else(String::new, |driver| driver.address.clone()),
        site: site.as_ref().map_or_else(String::new, |site| site.address.clone()),
        hosts: hosts.as_ref().map_or_else(String::new, |hosts| hosts.address.clone()),
        log: site.as_ref().map_or_else(PathBuf::new, |site| site.log.clone()),
    }));
    let mut trials = Vec::new();
    for (suite, tests) in suites {
        for &(name, test) in tests {
            trials.push(Trial::test(format!("{suite}: {name}"), move || test(context)).with_kind(engine.name()));
        }
    }
    let conclusion = libtest_mimic::run(&arguments, trials);
    drop(driver);
    drop((site, hosts));
    if conclusion.num_passed == 0 && !listing {
        eprintln!("no browser test ran");
        return ExitCode::FAILURE;
    }
    conclusion.exit_code()
}

//! The npm package in a project that `scripts/package.sh` has built with Vite.

use std::{
    fs,
    io::{BufRead, BufReader},
    path::PathBuf,
    process::{Command, Stdio},
};

use exhale_test_support::project;
use libtest_mimic::Failed;
use serde_json::{Value, json};

use crate::{
    Context, Test,
    engine::{Device, Process, Site},
    page::{Page, TEXTS},
    results::{assert_shows, scales_as_told, score},
};

pub const TESTS: &[Test] = &[
    ("a page that Vite built has the whole quiz, and asks nobody else for anything", built),
    ("the same page in a folder, built for wherever it is put", in_a_folder),
    ("a page from Vite's development server has the quiz, as it looks", in_development),
];

const SHEET: [u8; 30] = [2, 4, 5, 4, 5, 2, 3, 4, 1, 2, 4, 2, 3, 2, 5, 1, 4, 2, 4, 5, 3, 2, 5, 2, 1, 3, 4, 2, 5, 4];

/// The project that uses the package.
fn consumer() -> PathBuf {
    let consumer = project("target/package");
    assert!(fs::exists(consumer.join("site/index.html")).unwrap_or(false), "no page is built: run scripts/package.sh");
    consumer
}

/// Serves the built pages with a policy that allows nothing from other origins.
fn served() -> Site {
    let rules = project("tests/package/headers.json");
    Site::serve(&consumer().join("site"), &["--rules".into(), rules.into()])
}

async fn open(page: Page, address: String) -> Page {
    let page = Page { site: address, ..page };
    page.go(&page.site).await;
    page.ready().await;
    page
}

/// The event detail of the result is what `score` prints.
async fn assert_told(page: &Page, form: &str) {
    let told = page.run("return JSON.parse(document.querySelector('#heard').textContent)").await;
    let expected = score(form, &SHEET.map(Some));
    for member in ["form", "profile", "touch"] {
        assert_eq!(told[member], expected[member], "{member}");
    }
    assert_eq!(told["scales"], scales_as_told(&expected));
    assert!(told["shareUrl"].as_str().is_some_and(|link| link.starts_with(&format!("{}#exhale=", page.site))), "{told}");
}

/// Every request was to the server of the page.
async fn assert_alone(page: &Page) {
    let requests = page.run("return performance.getEntriesByType('resource').map((entry) => entry.name)").await;
    let origin = page.run("return location.origin + '/'").await;
    let requests: Vec<&str> = requests.as_array().expect("a list").iter().filter_map(Value::as_str).collect();
    assert!(requests.iter().any(|request| request.contains("exhale_bg.")), "{requests:?}");
    for request in requests {
        assert!(request.starts_with(origin.as_str().expect("an origin")), "{request}");
    }
}

fn built(context: &Context) -> Result<(), Failed> {
    let site = served();
    context.browse(Device::default(), |page| async move {
        let page = open(page, format!("{}index.html", site.address)).await;
        page.take_all(&SHEET.map(Some)).await;
        assert_shows(&page, "full", &SHEET.map(Some)).await;
        assert_told(&page, "full").await;
        assert_alone(&page).await;
    })
}

fn in_a_folder(context: &Context) -> Result<(), Failed> {
    let site = served();
    context.browse(Device::default(), |page| async move {
        let page = open(page, format!("{}in/a/folder/index.html", site.address)).await;
        page.answer(1, &SHEET.map(Some)[..10]).await;
        page.heading(&TEXTS.pause.title).await;
        page.press(&TEXTS.pause.sketch).await;
        page.heading(&TEXTS.sketch.title).await;
        assert_told(&page, "quick").await;
        assert_alone(&page).await;
    })
}

fn in_development(context: &Context) -> Result<(), Failed> {
    let mut vite = Command::new("node");
    vite.current_dir(consumer()).args(["node_modules/vite/bin/vite.js", "--host", "127.0.0.1", "--port", "0"]);
    let mut vite = vite.env("NO_COLOR", "1").stdout(Stdio::piped()).spawn().map(Process).expect("node is on PATH");
    // Vite picks a free port and prints it.
    let mut lines = BufReader::new(vite.0.stdout.take().expect("piped")).lines();
    let address = lines.by_ref().map_while(Result::ok).find_map(|line| Some(line[line.find("http://")?..].trim().to_owned()));
    let address = address.expect("Vite says where it is");
    context.browse(Device::default(), |page| async move {
        let page = open(page, address).await;
        page.answer(1, &SHEET.map(Some)[..3]).await;
        page.at(4).await;
        let ground = "return getComputedStyle(quiz.shadowRoot.querySelector('.exhale')).backgroundColor";
        assert_eq!(page.ask(ground).await, json!("rgb(250, 248, 245)"), "it has its style sheet");
        assert_eq!(page.run("return document.querySelector('#heard').textContent").await, json!(""), "and says no error");
        drop(vite);
    })
}

//! A file of ours comes late, breaks off, is not the one that was built, or is gone.

use libtest_mimic::Failed;
use serde_json::json;

use super::{SHEET, answers, go_on, kept, says, until_decided};
use crate::{
    Context, Test,
    engine::{Engine, Look},
    page::{Page, WORDS},
};

pub const TESTS: &[Test] = &[
    ("a file that comes late: the quiz", |context| each(context, "late", &FILES)),
    ("a file that is gone: the quiz, or a sentence and a way on", |context| each(context, "no", &["own", "sheet"])),
    ("a file that breaks off: the quiz, or a sentence and a way on", |context| each(context, "cut", &["own", "sheet"])),
    ("a file that is not the one that was built: the quiz, or a sentence and a way on", |context| {
        // A comment more in a file that has no hash changes nothing; on our own pages the style sheet has none. The glue's hash is not looked at by WebKit (`impossible`).
        let glue = if context.drivers.engine == Engine::WebKit { "glue" } else { "" };
        each(context, "altered", &["own", "embed", "sheet", "style", glue])
    }),
    ("a frame without the script of the element: a sentence and a way on", in_a_frame),
];

/// As `scripts/serve.py` calls them.
const FILES: [&str; 7] = ["wasm", "glue", "style", "content", "own", "embed", "sheet"];

/// What happens to each file, one after the other; with which of them the quiz is there all the same.
fn each(context: &Context, what: &'static str, harmless: &[&str]) -> Result<(), Failed> {
    context.browse(Look::default(), |page| async move {
        for file in FILES {
            let name = format!("{what}-{file}");
            page.open_at(&page.site).await;
            page.run("localStorage.clear()").await;
            page.keep(&SHEET[..3].iter().copied().map(Some).collect::<Vec<_>>(), false).await;
            page.open_at(&format!("{}copy/{name}/", page.site)).await;
            let there = is_there(&page, &name).await;
            // Engines other than Chromium may take of a style sheet what has come.
            if name != "cut-style" || page.engine == Engine::Chromium {
                assert_eq!(there, harmless.contains(&file), "{name}: whether the quiz is there");
            }
            if there {
                page.ready().await;
                page.press(&go_on(4)).await;
                page.answer(4, &[Some(SHEET[3])]).await;
                page.at(5).await;
                assert_eq!(answers(&kept(&page).await), "4211", "{name}");
            } else {
                assert_eq!(answers(&kept(&page).await), "421", "{name}");
            }
        }
    })
}

/// Whether the quiz is there. If not, the page says so, and leads to the form on paper.
async fn is_there(page: &Page, name: &str) -> bool {
    until_decided(page).await;
    if page.run("return (document.querySelector('exhale-quiz')?.state ?? 'error') !== 'error'").await == json!(true) {
        return true;
    }
    let text = says(page).await;
    assert!(text.contains(&WORDS.page.failed[..20]), "{name}: {text}");
    let way_on =
        "return [...document.querySelectorAll('[slot=failed] a[href$=\"paper.html\"]')].some((link) => link.checkVisibility())";
    assert_eq!(page.run(way_on).await, json!(true), "{name}: a way on");
    false
}

fn in_a_frame(context: &Context) -> Result<(), Failed> {
    context.browse(Look::default(), |page| async move {
        page.open_at(&format!("{}copy/no-embed/v1/frame.html", page.site)).await;
        assert!(!is_there(&page, "no-embed in a frame").await);
    })
}

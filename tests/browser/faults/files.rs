//! A file of ours comes late, breaks off, is not the one that was built, or is gone.

use libtest_mimic::Failed;
use serde_json::json;

use super::{SHEET, answers, go_on, kept, says, until_decided};
use crate::{
    Context, Test,
    engine::Look,
    page::{Page, WORDS},
};

pub const TESTS: &[Test] = &[
    ("a file that comes late: the quiz", |context| each(context, "late")),
    ("a file that is gone: the quiz, or a sentence and a way on", |context| each(context, "no")),
    ("a file that breaks off: the quiz, or a sentence and a way on", |context| each(context, "cut")),
    ("a file that is not the one that was built: the quiz, or a sentence and a way on", |context| each(context, "altered")),
];

/// As `scripts/serve.py` calls them.
const FILES: [&str; 7] = ["wasm", "glue", "style", "content", "own", "embed", "sheet"];

fn each(context: &Context, what: &'static str) -> Result<(), Failed> {
    context.browse(Look::default(), |page| async move {
        for file in FILES {
            let name = format!("{what}-{file}");
            page.open_at(&page.site).await;
            page.run("localStorage.clear()").await;
            page.keep(&SHEET[..3].iter().copied().map(Some).collect::<Vec<_>>(), false).await;
            page.open_at(&format!("{}copy/{name}/", page.site)).await;
            if is_there(&page, &name).await {
                page.ready().await;
                page.press(&go_on(4)).await;
                page.answer(4, &[Some(SHEET[3])]).await;
                page.at(5).await;
                assert_eq!(answers(&kept(&page).await), "4211", "{name}");
            } else {
                assert_ne!(what, "late", "{name}: it came");
                assert_eq!(answers(&kept(&page).await), "421", "{name}");
            }
        }
    })
}

/// Whether the quiz is there. If not, the page says so, and leads to the form on paper.
async fn is_there(page: &Page, name: &str) -> bool {
    if ["no-embed", "cut-embed"].contains(&name) {
        // Nothing of ours runs that could say anything: docs/reliability.md.
        let undefined = "return document.readyState === 'complete' && !customElements.get('exhale-quiz')";
        page.until(&format!("{name}: the page is there"), || async { page.run(undefined).await == json!(true) }).await;
    } else {
        until_decided(page).await;
        if page.ask("return quiz.state !== 'error'").await == json!(true) {
            return true;
        }
        let text = says(page).await;
        assert!(text.contains(&WORDS.page.failed[..20]), "{name}: {text}");
    }
    let way_on = "return [...document.querySelectorAll('a[href$=\"paper.html\"]')].some((link) => link.checkVisibility())";
    assert_eq!(page.run(way_on).await, json!(true), "{name}: a way on");
    false
}

//! A file of the site is late, truncated, altered or missing.

use libtest_mimic::Failed;
use serde_json::json;

use super::{SHEET, answers, go_on, kept, says, until_decided};
use crate::{
    Context, Test,
    engine::{Device, Engine},
    page::{Page, SITE_TEXTS},
};

pub const TESTS: &[Test] = &[
    ("a file that comes late: the quiz", |context| each(context, "late", &FILES)),
    ("a file that is gone: the quiz, or a sentence and a way on", |context| each(context, "no", &["first-party", "page-style"])),
    ("a file that breaks off: the quiz, or a sentence and a way on", |context| {
        each(context, "cut", &["first-party", "page-style"])
    }),
    ("a file that is not the one that was built: the quiz, or a sentence and a way on", |context| {
        // An added comment is harmless in a file without an integrity hash.
        each(context, "altered", &["first-party", "embed", "page-style"])
    }),
    ("a frame without the script of the element: a sentence and a way on", in_a_frame),
    ("on another page a file of the element that is gone, breaks off or is altered: what its author wrote", elsewhere),
];

/// As `server.py` names them.
const FILES: [&str; 5] = ["wasm", "content", "first-party", "embed", "page-style"];

/// Injects a fault into each file in turn. The quiz must work despite a fault in the `harmless` ones.
fn each(context: &Context, what: &'static str, harmless: &[&str]) -> Result<(), Failed> {
    context.browse(Device::default(), |page| async move {
        for file in FILES {
            let name = format!("{what}-{file}");
            page.open_at(&page.site).await;
            page.run("localStorage.clear()").await;
            page.store_run(&SHEET[..3].iter().copied().map(Some).collect::<Vec<_>>(), false).await;
            page.open_at(&format!("{}copy/{name}/", page.site)).await;
            let there = is_there(&page, &name).await;
            assert_eq!(there, harmless.contains(&file), "{name}: whether the quiz is there");
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

/// Whether the quiz is ready. If not, the page must say so and link to the form on paper.
async fn is_there(page: &Page, name: &str) -> bool {
    until_decided(page).await;
    if page.run("return (document.querySelector('exhale-quiz')?.state ?? 'error') !== 'error'").await == json!(true) {
        return true;
    }
    // Our own page still says what it is about.
    let heading = "const heading = document.querySelector('h1'); return heading?.checkVisibility() ? heading.textContent : null";
    if name != "no-embed in a frame" {
        assert_eq!(page.run(heading).await, json!(SITE_TEXTS.page.heading), "{name}: the heading of the page");
    }
    let text = says(page).await;
    assert!(text.contains(&SITE_TEXTS.page.failed[..20]), "{name}: {text}");
    let way_on =
        "return [...document.querySelectorAll('[slot=failed] a[href$=\"paper.html\"]')].some((link) => link.checkVisibility())";
    assert_eq!(page.run(way_on).await, json!(true), "{name}: a way on");
    false
}

/// Injects each fault into each file that the element loads on another page. The page stays as it is, and shows what stands in the
/// element.
fn elsewhere(context: &Context) -> Result<(), Failed> {
    context.browse(Device::default(), |page| async move {
        for what in ["no", "cut", "altered"] {
            for file in ["glue", "wasm", "style", "content"] {
                // A module that is imported has its integrity from a preload, which WebKit does not hold it to.
                if (what, file) == ("altered", "glue") && page.engine == Engine::WebKit {
                    continue;
                }
                let name = format!("{what}-{file}");
                let markup = "<p>Words before.</p><exhale-quiz><p>What the author wrote.</p></exhale-quiz><p>Words after.</p>";
                page.open_host_page_with(markup, &format!("{}copy/{name}/", page.site)).await;
                until_decided(&page).await;
                let seen = page.run("return [document.querySelector('exhale-quiz').state, document.body.innerText]").await;
                println!("{name}: {seen}");
                assert_eq!(seen, json!(["error", "Words before.\n\nWhat the author wrote.\n\nWords after."]), "{name}");
            }
        }
    })
}

fn in_a_frame(context: &Context) -> Result<(), Failed> {
    context.browse(Device::default(), |page| async move {
        page.open_at(&format!("{}copy/no-embed/v1/frame.html", page.site)).await;
        assert!(!is_there(&page, "no-embed in a frame").await);
    })
}

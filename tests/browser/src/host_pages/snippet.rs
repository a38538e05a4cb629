//! The script of the snippet: the page never waits for it, and however it is rewritten it works, or one warning says why not.

use std::fs;

use libtest_mimic::Failed;
use serde_json::{Value, json};

use super::{answer_three, assert_link, noted, on};
use crate::{
    Context, Test,
    engine::{Device, dist},
    page::Page,
};

pub const TESTS: &[Test] = &[
    ("where the element never comes, the page goes on", stalled),
    ("an import map behind it keeps working", import_map),
    ("however its tag is rewritten, the quiz comes", rewritten),
    ("where it cannot work, one warning says why", lost),
];

fn stalled(context: &Context) -> Result<(), Failed> {
    on(context, "stalled-embed", |page| async move {
        page.until("the page went on", || async { page.run("return [host.deferred, host.parsed]").await == json!([true, true]) })
            .await;
        assert_eq!(page.run("return document.readyState").await, json!("complete"));
        assert_link(&page).await;
        assert_eq!(noted(&page, "errors").await, json!([]));
    })
}

fn import_map(context: &Context) -> Result<(), Failed> {
    on(context, "import-map", |page| async move {
        answer_three(&page).await;
        assert_eq!(page.run("return host.mapped").await, json!(true), "the page's own module runs");
        assert_eq!(noted(&page, "errors").await, json!([]));
    })
}

/// Opens a page with a quiz, and with this in its head as an optimizer has left it. `SITE` stands for our site.
async fn open(page: &Page, scripts: &str) {
    page.go(&format!("{}before.html", page.hosts)).await;
    let scripts = scripts.replace("SITE", &page.site);
    let html = format!(
        "<!doctype html><html lang=en><script src=/hosts/host.js></script>{scripts}\
         <body><exhale-quiz id=first><a href='{}'>Exhale</a></exhale-quiz><p id=end>",
        page.site
    );
    page.run(&format!("document.open(); document.write({}); document.close()", Value::from(html))).await;
    page.until("the page is there", || async { page.run("return !!document.querySelector('#end')").await == json!(true) }).await;
}

/// The script in a blob, as consent managers and speed plugins load it.
const BLOB: &str = "<script>fetch('SITE/NAME').then((it) => it.text()).then((text) => {
    const src = URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));
    document.head.append(Object.assign(document.createElement('script'), { src, type: 'TYPE' }));
})</script>";

fn blob(name: &str, kind: &str) -> String {
    BLOB.replace("SITE/NAME", &format!("SITEv1/{name}")).replace("TYPE", kind)
}

fn rewritten(context: &Context) -> Result<(), Failed> {
    context.browse(Device::default(), |page| async move {
        let page = page.of("#first");
        for scripts in [
            "<script async src='SITEv1/quiz.js?ver=6.7'></script>",
            "<script src='SITEv1/quiz.js'></script>",
            "<script type=module src='SITEv1/quiz.js'></script>",
            "<script defer src='SITEv1/quiz.js'></script><script defer src='SITEv1/quiz.js'></script>",
            "<img name=currentScript src='data:,'><script async src='SITEv1/quiz.js'></script>",
            // A consent manager keeps the address for later.
            "<script type='text/plain' data-src='SITEv1/quiz.js'></script><script>
                setTimeout(() => {
                    const script = document.createElement('script');
                    script.src = document.querySelector('[data-src]').dataset.src;
                    document.body.append(script);
                }, 300);
            </script>",
            &blob("quiz.js", ""),
            // That of 1.0.0, with and without its type.
            "<script type=module src='SITEv1/embed.js'></script>",
            "<script src='SITEv1/embed.js'></script><script defer src='SITEv1/embed.js'></script>",
        ] {
            open(&page, scripts).await;
            let there = "return quiz.state === 'ready'";
            page.until(&format!("it is there with {scripts}"), || async { page.ask(there).await == json!(true) }).await;
            answer_three(&page).await;
            assert_eq!(noted(&page, "errors").await, json!([]), "{scripts}");
            assert_eq!(noted(&page, "warnings").await, json!([]), "{scripts}");
            page.run("localStorage.clear()").await;
        }
    })
}

fn lost(context: &Context) -> Result<(), Failed> {
    context.browse(Device::default(), |page| async move {
        let page = page.of("#first");
        let script = fs::read_to_string(dist().join("v1/quiz.js")).expect("the script");
        for (scripts, said) in [
            (format!("<script>{script}</script>"), "cannot tell where it comes from"),
            (blob("embed.js", "module"), "its script did not load"),
            (blob("embed.js", ""), "its script did not load"),
            ("<script async src='SITEcopy/no-embed/v1/quiz.js'></script>".to_owned(), "copy/no-embed/v1/embed.js did not load"),
            ("<script async src='SITEcopy/no-cors/v1/quiz.js'></script>".to_owned(), "Access-Control-Allow-Origin"),
            ("<script async src='SITEcopy/no-wasm/v1/quiz.js'></script>".to_owned(), "(HTTP 404): upload all of dist/"),
            ("<script async src='SITEcopy/altered-style/v1/quiz.js'></script>".to_owned(), "other content than was built"),
            ("<script async src='SITEcopy/no-runtime/v1/quiz.js'></script>".to_owned(), "its script did not load"),
        ] {
            open(&page, &scripts).await;
            page.until(&format!("a warning says '{said}'"), || async { noted(&page, "warnings").await != json!([]) }).await;
            let warnings = noted(&page, "warnings").await;
            let warnings: Vec<&str> = warnings.as_array().expect("a list").iter().filter_map(Value::as_str).collect();
            assert!(
                matches!(warnings[..], [one] if one.starts_with("exhale-quiz: ") && one.contains(said)),
                "{said}: {warnings:?}"
            );
            assert_link(&page).await;
            assert_eq!(noted(&page, "errors").await, json!([]), "{said}");
        }
        // A page from a cache names an older second script, which is gone: the newest takes its place.
        open(&page, "<script async src='SITEcopy/no-hashed-runtime/v1/quiz.js'></script>").await;
        answer_three(&page).await;
    })
}

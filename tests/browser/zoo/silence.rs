//! Once the quiz is there, no server hears of anything any more: on our own pages and in the frame the browser sees to it, on
//! other pages nothing is asked for.

use libtest_mimic::Failed;
use serde_json::{Value, json};

use super::{SHEET, enter, frames::frame, modules, requests};
use crate::{
    Context, Test,
    engine::Look,
    page::{Page, WORDS},
};

pub const TESTS: &[Test] = &[
    ("a whole visit to our page asks for nothing once the quiz is there", our_page),
    ("nor does one to a page of a shared picture", preview),
    ("nor does one in a frame", in_a_frame),
    ("nor does one on a page of somebody else", elsewhere),
    ("our pages and the frame could ask for nothing, however they tried", refused),
];

/// The folder of a copy of our site, whose requests can be told from those of other tests.
fn copy(page: &Page, name: &str) -> String {
    format!("{}copy/{name}/", page.site)
}

/// Does all that can be done with a quiz without leaving it, and sees that nothing has been asked of the copy since it was there.
async fn assert_silent(page: &Page, name: &str) {
    page.ready().await;
    page.run(
        "window.refused = []; addEventListener('securitypolicyviolation', (event) => refused.push(event.effectiveDirective));
        HTMLAnchorElement.prototype.click = window.print = () => {};",
    )
    .await;
    let before = requests(page, name);
    assert_eq!(modules(page, name), 1, "the log is of this copy: {before:?}");
    page.press(&WORDS.first.privacy).await;
    page.take_all(&SHEET.map(Some)).await;
    let all = [&WORDS.share.with_reasons, &WORDS.share.with_preview, &WORDS.share.with_qr, &WORDS.share.copy];
    for label in all.into_iter().chain([&WORDS.keep.picture, &WORDS.keep.text, &WORDS.keep.answers, &WORDS.keep.print]) {
        page.press(label).await;
    }
    let drawn = "return quiz.shadowRoot.querySelector('.saved img')?.naturalWidth ?? 0";
    page.until("the picture is there", || async { page.ask(drawn).await == json!(1200) }).await;
    // Opening a link that somebody sent is no request either.
    let link = page.ask("return quiz.shadowRoot.querySelector('[part=share-link]').value").await;
    let fragment = link.as_str().and_then(|link| link.split_once('#')).expect("a fragment").1.to_owned();
    page.run(&format!("location.hash = '{fragment}'")).await;
    page.heading(&WORDS.shared.title).await;
    assert_eq!(requests(page, name), before);
    assert_eq!(page.run("return refused").await, json!([]));
}

fn visit(context: &Context, name: &'static str, address: &str) -> Result<(), Failed> {
    context.browse(Look::default(), |page| async move {
        page.client.goto(&(copy(&page, name) + address)).await.expect("the page opens");
        assert_silent(&page, name).await;
    })
}

fn our_page(context: &Context) -> Result<(), Failed> {
    visit(context, "silence-page", "index.html")
}

fn preview(context: &Context) -> Result<(), Failed> {
    visit(context, "silence-preview", "r/en/navigator/index.html")
}

fn in_a_frame(context: &Context) -> Result<(), Failed> {
    context.browse(Look::default(), |page| async move {
        let name = "silence-frame";
        let page = page.of("iframe");
        let copy = copy(&page, name);
        page.put_elsewhere(&format!(r#"<iframe src="{copy}v1/frame.html" width="700" height="600"></iframe>"#), &copy).await;
        let inside = enter(&page, frame(&page).await).await;
        assert_silent(&inside, name).await;
    })
}

fn elsewhere(context: &Context) -> Result<(), Failed> {
    context.browse(Look::default(), |page| async move {
        let name = "silence-element";
        page.put_elsewhere("<exhale-quiz></exhale-quiz>", &copy(&page, name)).await;
        assert_silent(&page, name).await;
    })
}

/// Tries each way a script has to ask a server for something; then what the policy has refused.
const ASK: &str = r#"
    const home = new URL("?asked", location).href;
    const refused = [];
    addEventListener("securitypolicyviolation", ({ effectiveDirective, disposition }) => refused.push(`${effectiveDirective} ${disposition}`));
    const put = (tag, more) => document.body.append(Object.assign(document.createElement(tag), more));
    return (async () => {
        const ways = [
            () => fetch(home),
            () => navigator.sendBeacon(home),
            () => new WebSocket(home.replace("http", "ws")),
            () => new EventSource(home),
            () => put("img", { src: home }),
            () => put("script", { src: home }),
            () => put("link", { rel: "stylesheet", href: home }),
            () => put("iframe", { src: home }),
            () => put("audio", { src: home }),
            () => put("object", { data: home }),
            () => new FontFace("a", `url("${home}")`).load(),
            () => import(home),
            () => new Worker(home),
        ];
        // Some say no with an error, some with a promise that is not kept, some with silence.
        for (const way of ways) try { await way() } catch {}
        await new Promise((resolve) => setTimeout(resolve, 300));
        return [...new Set(refused)].sort();
    })();
"#;

fn refused(context: &Context) -> Result<(), Failed> {
    context.browse(Look::default(), |page| async move {
        let name = "silence-refused";
        for address in ["index.html", "r/en/navigator/index.html", "v1/frame.html"] {
            page.client.goto(&(copy(&page, name) + address)).await.expect("the page opens");
            page.ready().await;
            let refused = page.run(ASK).await;
            let kinds = ["connect", "font", "frame", "img", "media", "object", "script", "style", "worker"];
            for kind in kinds {
                let is_one =
                    |said: &Value| said.as_str().is_some_and(|said| said.starts_with(kind) && said.ends_with(" enforce"));
                assert!(refused.as_array().expect("a list").iter().any(is_one), "{address}: {kind} is not in {refused}");
            }
            // What page audits ask for under the policy of the page.
            let robots = "return fetch('/robots.txt').then(({ ok }) => ok, () => false)";
            assert_eq!(page.run(robots).await, json!(true));
        }
        let asked: Vec<_> = requests(&page, name).into_iter().filter(|path| path.contains("asked")).collect();
        assert_eq!(asked, [""; 0]);
    })
}

//! No requests once the quiz is ready: on our own pages and in the frame a policy blocks them, on other pages none is made.

use libtest_mimic::Failed;
use serde_json::{Value, json};

use super::{SHEET, enter, frames::frame, modules, requests};
use crate::{
    Context, Test,
    accessibility::screens::{NAME, REASONS, tick},
    engine::Device,
    page::{Page, TEXTS},
};

pub const TESTS: &[Test] = &[
    ("a whole visit to our page asks for nothing once the quiz is there", our_page),
    ("nor does one to a page of a shared picture", preview),
    ("nor does one in a frame", in_a_frame),
    ("nor does one on a page of somebody else", elsewhere),
    ("our pages and the frame could ask for nothing, however they tried", refused),
];

/// A copy of our site, whose requests are logged apart.
fn copy(page: &Page, name: &str) -> String {
    format!("{}copy/{name}/", page.site)
}

/// Uses everything in the quiz, and checks that the copy has received no request since it was ready.
async fn assert_silent(page: &Page, name: &str) {
    page.ready().await;
    page.run(
        "window.refused = []; addEventListener('securitypolicyviolation', (event) => refused.push(event.effectiveDirective));
        HTMLAnchorElement.prototype.click = window.print = () => {};",
    )
    .await;
    let before = requests(page, name);
    assert_eq!(modules(page, name), 1, "the log is of this copy: {before:?}");
    page.press(&TEXTS.first.privacy).await;
    page.take_all(&SHEET.map(Some)).await;
    for more in [REASONS, NAME] {
        tick(page, more).await;
    }
    let (keep, share) = (&TEXTS.keep, &TEXTS.share);
    for label in [&keep.share, &share.copy, &keep.picture, &keep.text, &keep.answers, &keep.print] {
        page.press(label).await;
    }
    let drawn = "return quiz.shadowRoot.querySelector('.saved img')?.naturalWidth ?? 0";
    page.until("the picture is there", || async { page.ask(drawn).await == json!(1200) }).await;
    // Opening a shared link makes no request either.
    let link = page.ask("return quiz.shadowRoot.querySelector('[part=share-link]').value").await;
    let fragment = link.as_str().and_then(|link| link.split_once('#')).expect("a fragment").1.to_owned();
    page.run(&format!("location.hash = '{fragment}'")).await;
    page.heading(&TEXTS.shared.title).await;
    assert_eq!(requests(page, name), before);
    assert_eq!(page.run("return refused").await, json!([]));
}

fn visit(context: &Context, name: &'static str, address: &str) -> Result<(), Failed> {
    context.browse(Device::default(), |page| async move {
        page.go(&(copy(&page, name) + address)).await;
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
    context.browse(Device::default(), |page| async move {
        let name = "silence-frame";
        let page = page.of("iframe");
        let copy = copy(&page, name);
        page.open_host_page_with(&format!(r#"<iframe src="{copy}v1/frame.html" width="700" height="600"></iframe>"#), &copy)
            .await;
        let inside = enter(&page, frame(&page).await).await;
        assert_silent(&inside, name).await;
    })
}

fn elsewhere(context: &Context) -> Result<(), Failed> {
    context.browse(Device::default(), |page| async move {
        let name = "silence-element";
        page.open_host_page_with("<exhale-quiz></exhale-quiz>", &copy(&page, name)).await;
        assert_silent(&page, name).await;
    })
}

/// Tries each way to make a request from a script, and returns the violations of the policy.
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
        // Some throw, some reject, some fail silently.
        for (const way of ways) try { await way() } catch {}
        await new Promise((resolve) => setTimeout(resolve, 300));
        return [...new Set(refused)].sort();
    })();
"#;

fn refused(context: &Context) -> Result<(), Failed> {
    context.browse(Device::default(), |page| async move {
        let name = "silence-refused";
        for address in ["index.html", "r/en/navigator/index.html", "v1/frame.html"] {
            page.go(&(copy(&page, name) + address)).await;
            page.ready().await;
            let refused = page.run(ASK).await;
            let kinds = ["connect", "font", "frame", "img", "media", "object", "script", "style", "worker"];
            for kind in kinds {
                let is_one =
                    |said: &Value| said.as_str().is_some_and(|said| said.starts_with(kind) && said.ends_with(" enforce"));
                assert!(refused.as_array().expect("a list").iter().any(is_one), "{address}: {kind} is not in {refused}");
            }
            // Page audits fetch this under the policy of the page.
            let robots = "return fetch('/robots.txt').then(({ ok }) => ok, () => false)";
            assert_eq!(page.run(robots).await, json!(true));
        }
        let asked: Vec<_> = requests(&page, name).into_iter().filter(|path| path.contains("asked")).collect();
        assert_eq!(asked, [""; 0]);
    })
}

//! What a frame and the page around it owe each other: height, sight, leave, patience, and who listens to whom.

use std::{future::Future, time::Duration};

use fantoccini::{Locator, elements::Element};
use libtest_mimic::Failed;
use serde_json::{Value, json};

use super::{SHEET, answer_three, enter, leave, noted, until_state};
use crate::{
    Context, Test,
    engine::{Device, Engine},
    page::{Page, TEXTS},
};

pub const TESTS: &[Test] = &[
    ("a frame tells its height, however it is hidden", hidden),
    ("WordPress shows the frame: it is told the height without asking, and when it asks", unasked),
    ("after each move the heading is in sight, in whatever scrolls", in_sight),
    ("nothing scrolls before a move, and what is in sight stays where it is", nothing_scrolls),
    ("after a move the heading is in sight without a script on the page too", in_sight_alone),
    ("a frame that a server redirects to another name is known", redirected),
    ("a server that drops the query: the settings of a frame are kept", query_dropped),
    ("pages and frames of version 1.0.0 and of this one understand each other", released),
    ("a script that comes late is heard, and so is a frame in a shadow root", late_script),
    ("a slow frame comes late, and stands in for the link then", late_frame),
    ("a frame that shows something else is given up: the link stays", not_ours),
    ("a frame that the page's policy forbids is noticed at once, and not one it merely reports", policy),
    ("a quiz that cannot come is told to the page, at its height", failed),
    ("in an old browser the frame has a sentence, its height, and the way to the form on paper", old_browser),
    ("a frame after a fallback takes no attribute that nobody set", no_undefined),
    ("a shared link leads to the address that the page gives as its own", canonical),
    ("Leave this page leaves the page around the frame", leaves_the_page),
    ("in a sandbox each refusal is said, with another way", refusals),
    ("without a sandbox nothing is refused", no_refusals),
    ("the frame snippet fits an unstyled page, without a border", snippet_fits),
];

/// The address of the frame.
fn frame_at(page: &Page, query: &str) -> String {
    format!("{}v1/frame.html{query}", page.site)
}

/// A page of another site with this markup, and our script from a folder, if one is named. It records messages and events.
async fn host(page: &Page, markup: &str, script: Option<&str>) {
    page.go(&format!("{}plain.html", page.hosts)).await;
    let build = r#"
        const [markup, src] = arguments;
        window.host = { heard: [], events: [], errors: [] };
        addEventListener("message", ({ data }) => data?.message && host.heard.push(data));
        addEventListener("error", ({ message }) => host.errors.push(message));
        for (const name of ["ready", "start", "progress", "complete", "share", "reset", "error"]) {
            document.addEventListener(`exhale-${name}`, ({ target, detail }) => host.events.push([name, target.id, detail]));
        }
        document.body.innerHTML = markup;
        if (src) document.head.append(Object.assign(document.createElement("script"), { type: "module", src }));
    "#;
    page.client.execute(build, vec![json!(markup), json!(script)]).await.expect("the page is built");
}

fn on_host<F: Future<Output = ()>>(context: &Context, device: Device, test: impl FnOnce(Page) -> F) -> Result<(), Failed> {
    context.browse(device, |page| async move { test(page.of("#first")).await })
}

fn parent_script(page: &Page) -> String {
    format!("{}v1/frame.js", page.site)
}

async fn inside(page: &Page) -> Page {
    let frame = page.client.find(Locator::Css(&page.quiz)).await.expect("a frame");
    enter(page, frame).await
}

async fn events(page: &Page, name: &str) -> usize {
    let count = format!("return host.events.filter(([event]) => event === '{name}').length");
    usize::try_from(page.run(&count).await.as_u64().expect("a number")).expect("a small one")
}

/// Waits until the page has heard an event of the frame.
async fn until_heard(page: &Page, name: &str) {
    page.until(&format!("exhale-{name} is heard"), || async { events(page, name).await > 0 }).await;
}

/// The height of what the frame shows.
async fn needed(page: &Page) -> f64 {
    let inside = inside(page).await;
    let needed = inside.run("return document.body.getBoundingClientRect().height").await.as_f64().expect("a height");
    leave(page).await;
    needed
}

async fn told(page: &Page) -> f64 {
    page.ask("return parseFloat(quiz.style.height) || 0").await.as_f64().expect("a height")
}

async fn until_it_fits(page: &Page) {
    page.until("the frame is as high as the quiz", || async {
        let (told, needed) = (told(page).await, needed(page).await);
        needed > 100.0 && (told - needed).abs() < 2.0
    })
    .await;
}

const HIDDEN: [&str; 8] = [
    "position: absolute; clip: rect(1px, 1px, 1px, 1px)",
    "position: absolute; visibility: hidden",
    "visibility: hidden",
    "display: none",
    "opacity: 0; position: absolute",
    "position: absolute; inset-inline-start: -9999px",
    "position: absolute; clip-path: inset(50%)",
    "margin-top: 6000px",
];

fn hidden(context: &Context) -> Result<(), Failed> {
    on_host(context, Device::default(), |page| async move {
        for style in HIDDEN {
            let frame = format!("<iframe id=first width=600 src='{}' style='{style}'></iframe>", frame_at(&page, ""));
            host(&page, &frame, Some(&parent_script(&page))).await;
            until_heard(&page, "ready").await;
            page.until(&format!("a height comes to a frame with {style}"), || async { told(&page).await > 200.0 }).await;
            let before = told(&page).await;
            // Once it is shown, it has its true height.
            page.ask("const { height } = quiz.style; quiz.removeAttribute('style'); quiz.style.height = height").await;
            page.ask("quiz.scrollIntoView()").await;
            until_it_fits(&page).await;
            if style != "display: none" {
                let after = told(&page).await;
                assert!((before - after).abs() < 2.0, "{style}: {before}, then {after}");
            }
        }
    })
}

fn unasked(context: &Context) -> Result<(), Failed> {
    on_host(context, Device::default(), |page| async move {
        for style in HIDDEN {
            let frame = format!(
                "<iframe id=first sandbox=allow-scripts width=600 height=300 src='{}' style='{style}'></iframe>",
                frame_at(&page, "#?secret=k3JvT0pQxw")
            );
            host(&page, &frame, None).await;
            let heights = "return host.heard.filter((data) => data.message === 'height' && data.secret === 'k3JvT0pQxw' && data.value > 200).length";
            page.until(&format!("a height comes from a frame with {style}"), || async { page.run(heights).await != json!(0) })
                .await;
            page.run("host.heard = []").await;
            page.ask("quiz.contentWindow.postMessage({ message: 'ready', secret: 'k3JvT0pQxw' }, '*')").await;
            page.until("it says so again when it is asked", || async { page.run(heights).await == json!(1) }).await;
        }
    })
}

/// Pages in which something scrolls, around the frame.
fn scrolling(frame: &str) -> Vec<(&'static str, String)> {
    let long = "<p style='height: 1500px'>Words.</p>";
    let holder = |style: &str, inner: &str| format!("<div class=scroller style='{style}'>{long}{inner}{long}</div>");
    vec![
        ("the window", format!("{long}{frame}{long}")),
        ("a div", holder("height: 500px; overflow: auto; border: 5px solid", frame)),
        ("nested divs", holder("height: 500px; overflow: auto", &holder("height: 450px; overflow-y: scroll", frame))),
        ("a div far down the page", format!("{long}{}{long}", holder("height: 450px; overflow: auto", frame))),
        ("a fixed layer", holder("position: fixed; inset: 20px; overflow: auto; background: white", frame)),
        (
            "a dialog",
            format!("{long}<dialog style='width: 80%; height: 400px; overflow: auto'>{long}{frame}{long}</dialog>{long}"),
        ),
        (
            "the body",
            format!(
                "<style>html {{ overflow: hidden; height: 100% }} body {{ overflow: auto; height: 100%; margin: 0 }}</style>{long}{frame}{long}"
            ),
        ),
        ("a page that hides what is too wide", format!("<style>html, body {{ overflow-x: hidden }}</style>{long}{frame}{long}")),
        ("a page with room for a header", format!("<style>html {{ scroll-padding-top: 80px }}</style>{long}{frame}{long}")),
    ]
}

/// Where the heading is, and what is seen of the page around it there: a list of `[top, start, end]`, from the inside out.
const SEEN: &str = r#"
    const seen = [];
    const y = quiz.getBoundingClientRect().top + quiz.clientTop + arguments[0];
    for (const one of document.querySelectorAll(".scroller, dialog")) {
        const { top } = one.getBoundingClientRect();
        seen.push([y, top + one.clientTop, top + one.clientTop + one.clientHeight]);
    }
    return [...seen, [y, 0, innerHeight]];
"#;

async fn seen(page: &Page) -> Vec<[f64; 3]> {
    let inside = inside(page).await;
    let top = "return quiz.shadowRoot.querySelector('.exhale [tabindex]').getBoundingClientRect().top";
    let top = inside.ask(top).await;
    leave(page).await;
    let script = format!("const quiz = document.querySelector('#first'); {SEEN}");
    let seen = page.client.execute(&script, vec![top]).await.expect("a list");
    serde_json::from_value(seen).expect("numbers")
}

async fn is_seen(page: &Page) -> bool {
    seen(page).await.iter().all(|[top, start, end]| top >= start && *top <= end - 30.0)
}

/// Scrolls everything so that the end of the frame is in sight, not its top.
async fn scroll_past(page: &Page) {
    page.ask(
        "document.querySelector('dialog:not([open])')?.showModal(); quiz.scrollIntoView({ block: 'end', behavior: 'instant' })",
    )
    .await;
}

/// Clicks as a script does: a driver would scroll to the button first.
async fn click(page: &Page, css: &str) {
    tokio::time::sleep(Duration::from_millis(300)).await; // not a double tap
    let inside = inside(page).await;
    inside.ask(&format!("quiz.shadowRoot.querySelector('{css}').click()")).await;
    leave(page).await;
}

fn in_sight(context: &Context) -> Result<(), Failed> {
    on_host(context, Device::default(), |page| async move {
        let frame = format!("<iframe id=first width=100% height=640 frameborder=0 src='{}'></iframe>", frame_at(&page, ""));
        for (name, markup) in scrolling(&frame) {
            host(&page, &markup, Some(&parent_script(&page))).await;
            page.ask("document.querySelector('dialog')?.showModal()").await;
            until_heard(&page, "ready").await;
            // A screen that is higher than what can be seen of it.
            page.ask("quiz.style.minHeight = '1200px'").await;
            let moves = ["[part=skip]", "[part=skip]", "[part=back]"];
            for css in moves {
                scroll_past(&page).await;
                assert!(!is_seen(&page).await, "{name}: it is out of sight before {css}");
                click(&page, css).await;
                page.until(&format!("the heading is in sight in {name} after {css}"), || is_seen(&page)).await;
            }
            if name == "the window" {
                // The tenth answer, the sketch, and the way back to the beginning.
                let inside = inside(&page).await;
                inside.answer(2, &SHEET.map(Some)[1..9]).await;
                inside.at(10).await;
                leave(&page).await;
                scroll_past(&page).await;
                click(&page, "#\\\\33").await;
                page.until("the heading is in sight after the tenth answer", || is_seen(&page)).await;
            }
            assert_eq!(noted(&page, "errors").await, json!([]), "{name}");
        }
    })
}

fn nothing_scrolls(context: &Context) -> Result<(), Failed> {
    on_host(context, Device::default(), |page| async move {
        let frame = format!("<iframe id=first width=100% height=640 frameborder=0 src='{}'></iframe>", frame_at(&page, ""));
        for (name, markup) in scrolling(&frame) {
            host(&page, &markup, Some(&parent_script(&page))).await;
            page.ask("document.querySelector('dialog')?.showModal()").await;
            let places = "return [scrollY, document.body.scrollTop, ...[...document.querySelectorAll('.scroller, dialog')].map((one) => one.scrollTop)]";
            until_heard(&page, "ready").await;
            tokio::time::sleep(Duration::from_millis(300)).await;
            let there = page.run(places).await;
            let at_the_top = there.as_array().expect("a list").iter().all(|place| place == 0);
            assert!(at_the_top, "{name}: {there}");
            page.ask("quiz.scrollIntoView({ block: 'start', behavior: 'instant' })").await;
            let there = page.run(places).await;
            click(&page, "[part=skip]").await;
            page.until("the page hears of it", || async { events(&page, "progress").await == 1 }).await;
            tokio::time::sleep(Duration::from_millis(300)).await;
            assert_eq!(page.run(places).await, there, "{name}");
        }
    })
}

fn in_sight_alone(context: &Context) -> Result<(), Failed> {
    on_host(context, Device::default(), |page| async move {
        // The frame scrolls itself.
        let frame = format!("<iframe id=first width=340 height=300 src='{}'></iframe>", frame_at(&page, ""));
        host(&page, &frame, None).await;
        let inside = inside(&page).await;
        inside.ready().await;
        for css in ["[part=skip]", "[part=back]"] {
            inside.run("scrollTo(0, 9999)").await;
            tokio::time::sleep(Duration::from_millis(300)).await;
            inside.ask(&format!("quiz.shadowRoot.querySelector('{css}').click()")).await;
            let sight = "const { top } = quiz.shadowRoot.querySelector('.exhale [tabindex]').getBoundingClientRect(); return top >= 0 && top <= innerHeight - 30";
            inside.until("the heading is in sight", || async { inside.ask(sight).await == json!(true) }).await;
        }
        leave(&page).await;
        // The page around scrolls, and nothing helps but the browser. WebKit scrolls no page of another origin.
        if page.engine == Engine::WebKit {
            return;
        }
        let frame = format!(
            "<p style='height: 1500px'></p><iframe id=first width=340 height=1400 src='{}'></iframe>",
            frame_at(&page, "")
        );
        for sandbox in ["", " sandbox=allow-scripts"] {
            host(&page, &frame.replace(" src", &format!("{sandbox} src")), None).await;
            let inside = self::inside(&page).await;
            inside.ready().await;
            leave(&page).await;
            scroll_past(&page).await;
            assert!(!is_seen(&page).await);
            let skip = self::inside(&page).await;
            let button = skip.shadow("[part=skip]").await;
            skip.act(button.click()).await.expect("the button takes a click");
            leave(&page).await;
            page.until("the heading is in sight", || is_seen(&page)).await;
        }
    })
}

fn redirected(context: &Context) -> Result<(), Failed> {
    on_host(context, Device::default(), |page| async move {
        let other = page.site.replace("127.0.0.1", "localhost");
        for (src, script) in [
            (format!("{}copy/moved-frame/v1/frame.html", page.site), parent_script(&page)),
            (format!("{other}copy/moved-frame/v1/frame.html"), parent_script(&page)),
            (format!("{}copy/moved-frame/v1/frame.html", page.site), format!("{other}v1/frame.js")),
            (format!("{other}v1/frame.html"), format!("{}copy/moved-parent/v1/frame.js", page.site)),
            (frame_at(&page, ""), format!("{}copy/moved-parent/v1/frame.js", page.site)),
        ] {
            for sandbox in ["", "sandbox=allow-scripts"] {
                host(&page, &format!("<iframe id=first {sandbox} width=600 height=300 src='{src}'></iframe>"), Some(&script))
                    .await;
                page.until(&format!("{src} is heard by {script} {sandbox}"), || async { events(&page, "ready").await == 1 })
                    .await;
                until_it_fits(&page).await;
            }
        }
        // An element whose frame is redirected.
        let script = format!("{}copy/moved-frame/v1/embed.js", page.site);
        host(&page, "<exhale-quiz id=first mode=iframe loading=eager></exhale-quiz>", Some(&script)).await;
        until_state(&page, "ready").await;
    })
}

fn query_dropped(context: &Context) -> Result<(), Failed> {
    on_host(context, Device::default(), |page| async move {
        let copy = format!("{}copy/clean/", page.site);
        let src = format!("{copy}v1/frame.html?theme=dark&lang=es&persist=off");
        for (markup, script) in [
            (format!("<iframe id=first width=600 src='{src}'></iframe>"), parent_script(&page)),
            // Without a script, what stands behind the `#` is kept.
            (format!("<iframe id=first width=600 src='{}'></iframe>", src.replace('?', "#")), String::new()),
            (
                "<exhale-quiz id=first lang=es theme=dark persist=off mode=iframe loading=eager></exhale-quiz>".to_owned(),
                format!("{copy}v1/embed.js"),
            ),
        ] {
            host(&page, &markup, Some(&*script).filter(|script| !script.is_empty())).await;
            let element = markup.starts_with("<exhale-quiz");
            if element {
                until_state(&page, "ready").await;
            }
            let settings = r#"
                if (quiz?.state !== "ready") return null;
                return [quiz.lang, quiz.theme, quiz.persist, quiz.shadowRoot.querySelector(".exhale").lang];
            "#;
            page.until(&format!("the settings come to {markup}"), || async {
                let frame = if element {
                    page.shadow("iframe").await
                } else {
                    page.client.find(Locator::Css("#first")).await.expect("a frame")
                };
                let inside = enter(&page, frame).await;
                let found = inside.ask(settings).await;
                leave(&page).await;
                found == json!(["es", "dark", "off", "es"])
            })
            .await;
            assert_eq!(events(&page, "error").await, 0, "what the page that was replaced had begun to load is no failure");
        }
    })
}

fn released(context: &Context) -> Result<(), Failed> {
    on_host(context, Device::default(), |page| async move {
        let old = format!("{}copy/version-1-0-0/v1/", page.site);
        let new = format!("{}v1/", page.site);
        for (frame, script) in [(&new, &old), (&old, &new), (&old, &old), (&new, &new)] {
            for sandbox in ["", "sandbox=allow-scripts"] {
                let markup = format!(
                    "<p style='height: 900px'></p><iframe id=first {sandbox} width=600 height=300 src='{frame}frame.html'></iframe><p style='height: 900px'></p>"
                );
                host(&page, &markup, Some(&format!("{script}frame.js"))).await;
                page.until(&format!("{frame} is heard by {script} {sandbox}"), || async { events(&page, "ready").await == 1 })
                    .await;
                until_it_fits(&page).await;
                scroll_past(&page).await;
                click(&page, "[part=skip]").await;
                page.until("the page hears of it", || async { events(&page, "progress").await == 1 }).await;
                // Another page in the frame.
                page.ask("quiz.src += '?theme=dark'").await;
                page.until("it is ready again", || async { events(&page, "ready").await == 2 }).await;
                assert_eq!(noted(&page, "errors").await, json!([]));
            }
        }
        // Both scripts on one page: each event comes once.
        host(
            &page,
            &format!("<iframe id=first width=600 height=300 src='{new}frame.html'></iframe>"),
            Some(&format!("{old}frame.js")),
        )
        .await;
        page.run(&format!(
            "document.head.append(Object.assign(document.createElement('script'), {{ type: 'module', src: '{new}frame.js' }}))"
        ))
        .await;
        until_heard(&page, "ready").await;
        until_it_fits(&page).await;
        let before = events(&page, "progress").await;
        click(&page, "[part=skip]").await;
        page.until("the page hears of it", || async { events(&page, "progress").await > before }).await;
        assert_eq!(events(&page, "progress").await, before + 1);
    })
}

fn late_script(context: &Context) -> Result<(), Failed> {
    on_host(context, Device::default(), |page| async move {
        let frame = format!("<iframe id=first width=600 height=300 src='{}'></iframe>", frame_at(&page, ""));
        host(&page, &frame, None).await;
        inside(&page).await.ready().await;
        leave(&page).await;
        tokio::time::sleep(Duration::from_secs(4)).await; // past the hellos that follow each other closely
        let add = format!(
            "document.head.append(Object.assign(document.createElement('script'), {{ type: 'module', src: '{}' }}))",
            parent_script(&page)
        );
        page.run(&add).await;
        page.until("its event is heard", || async { events(&page, "ready").await == 1 }).await;
        until_it_fits(&page).await;

        host(&page, "<div id=holder></div>", Some(&parent_script(&page))).await;
        let script = r#"
            const [src] = arguments;
            const root = document.getElementById("holder").attachShadow({ mode: "open" });
            const inner = root.appendChild(document.createElement("p")).attachShadow({ mode: "open" });
            window.inner = inner.appendChild(Object.assign(document.createElement("iframe"), { src, width: 600, height: 300 }));
        "#;
        page.client.execute(script, vec![json!(frame_at(&page, ""))]).await.expect("the frame is inserted");
        page.until("a frame in a shadow root gets its height", || async {
            page.run("return parseFloat(inner.style.height) > 300").await == json!(true)
        })
        .await;
    })
}

/// A copy of the site that holds a file until it is released, and another for each engine.
fn held(page: &Page, file: &str) -> String {
    format!("{}copy/held-{file}-{}/", page.site, format!("{:?}", page.engine).to_lowercase())
}

fn late_frame(context: &Context) -> Result<(), Failed> {
    on_host(context, Device::default(), |page| async move {
        let element = "<exhale-quiz id=first mode=iframe loading=eager><a href='/'>The quiz</a></exhale-quiz>";
        for file in ["frame", "child"] {
            let copy = held(&page, file);
            host(&page, element, Some(&format!("{copy}v1/embed.js"))).await;
            page.until("the frame is asked for", || async {
                page.ask("return !!quiz.shadowRoot?.querySelector('iframe')").await == json!(true)
            })
            .await;
            tokio::time::sleep(Duration::from_secs(12)).await;
            assert_eq!(
                page.ask("return [quiz.state, quiz.querySelector('a').checkVisibility()]").await,
                json!(["loading", true]),
                "{file}"
            );
            page.run(&format!("fetch('{copy}release', {{ mode: 'no-cors' }})")).await;
            until_state(&page, "ready").await;
            assert_eq!(page.ask("return quiz.querySelector('a').checkVisibility()").await, json!(false));
            assert_eq!((events(&page, "error").await, events(&page, "ready").await), (0, 1));
        }
    })
}

fn not_ours(context: &Context) -> Result<(), Failed> {
    on_host(context, Device::default(), |page| async move {
        let element = "<exhale-quiz id=first mode=iframe loading=eager><a href='/'>The quiz</a></exhale-quiz>";
        host(&page, element, Some(&format!("{}copy/no-frame/v1/embed.js", page.site))).await;
        until_state(&page, "error").await;
        assert_eq!(
            page.ask("return [quiz.querySelector('a').checkVisibility(), !!quiz.shadowRoot.querySelector('iframe')]").await,
            json!([true, false])
        );
        host(&page, element, Some(&format!("{}copy/no-child/v1/embed.js", page.site))).await;
        until_state(&page, "error").await;
    })
}

fn policy(context: &Context) -> Result<(), Failed> {
    on_host(context, Device::default(), |page| async move {
        page.go(&format!("{}hosts/csp-reported.html", page.hosts)).await;
        until_state(&page, "ready").await;
        assert_ne!(noted(&page, "refused").await, json!([]), "the policy reports it");
        page.go(&format!("{}hosts/csp-no-frame.html", page.hosts)).await;
        until_state(&page, "error").await;
        assert_eq!(page.ask("return quiz.querySelector('a').checkVisibility()").await, json!(true));
    })
}

fn failed(context: &Context) -> Result<(), Failed> {
    on_host(context, Device::default(), |page| async move {
        for fault in ["no-embed", "no-wasm", "cut-embed"] {
            let src = format!("{}copy/{fault}/v1/frame.html", page.site);
            let markup = format!("<iframe id=first width=600 height=900 style='display: none' src='{src}'></iframe>");
            host(&page, &markup, Some(&parent_script(&page))).await;
            page.until(&format!("{fault} is told"), || async { events(&page, "error").await == 1 }).await;
            page.ask("quiz.style.display = 'block'").await;
            page.until("the frame is as high as the sentence", || async {
                let height = told(&page).await;
                height > 20.0 && height < 400.0
            })
            .await;
            let inside = inside(&page).await;
            let text = inside.run("return document.body.innerText").await;
            assert!(text.as_str().is_some_and(|text| text.contains(&crate::page::SITE_TEXTS.page.failed)), "{fault}: {text}");
            leave(&page).await;
        }
        let element = "<exhale-quiz id=first mode=iframe loading=eager><a href='/'>The quiz</a></exhale-quiz>";
        host(&page, element, Some(&format!("{}copy/no-content/v1/embed.js", page.site))).await;
        until_state(&page, "error").await;
    })
}

fn old_browser(context: &Context) -> Result<(), Failed> {
    on_host(context, Device::default(), |page| async move {
        let src = format!("{}copy/old/v1/frame.html", page.site);
        host(
            &page,
            &format!("<iframe id=first width=600 height=900 src='{src}#?secret=abc'></iframe>"),
            Some(&parent_script(&page)),
        )
        .await;
        page.until("it is told", || async { events(&page, "error").await == 1 }).await;
        page.until("the frame is as high as the sentence", || async { (20.0..400.0).contains(&told(&page).await) }).await;
        assert_eq!(
            page.run("return host.heard.some(({ message, value }) => message === 'height' && value > 20)").await,
            json!(true)
        );
        let inside = inside(&page).await;
        let seen = "return document.querySelector('a').checkVisibility({ visibilityProperty: true })";
        inside.until("the sentence is seen", || async { inside.run(seen).await == json!(true) }).await;
        let link = inside.run("return new URL(document.querySelector('a').href).pathname").await;
        assert_eq!(link, json!("/copy/old/paper.html"));
        leave(&page).await;
    })
}

fn no_undefined(context: &Context) -> Result<(), Failed> {
    on_host(context, Device::default(), |page| async move {
        // The page around answers before the element is there.
        let element = "<exhale-quiz id=first mode=iframe loading=eager></exhale-quiz>";
        host(&page, element, Some(&format!("{}copy/late-embed/v1/embed.js", page.site))).await;
        until_state(&page, "ready").await;
        let inside = enter(&page, page.shadow("iframe").await).await;
        let attributes = inside
            .ask("return [...quiz.attributes].filter(({ value }) => /undefined|null/.test(value)).map(({ name }) => name)")
            .await;
        assert_eq!(attributes, json!([]));
        assert_eq!(inside.ask("return quiz.getAttribute('share')").await, json!("page"));
        leave(&page).await;
    })
}

fn canonical(context: &Context) -> Result<(), Failed> {
    on_host(context, Device::default(), |page| async move {
        let hosts = page.hosts.clone();
        for (link, expected) in [
            ("", format!("{hosts}plain.html#exhale=")),
            ("/post/#comments", format!("{hosts}post/#exhale=")),
            ("https://elsewhere.example/", format!("{hosts}plain.html#exhale=")),
        ] {
            page.go(&format!("{hosts}plain.html?token=SECRET")).await;
            let script = r#"
                const [href, src] = arguments;
                if (href) document.head.append(Object.assign(document.createElement("link"), { rel: "canonical", href }));
                document.body.innerHTML = "<exhale-quiz id=first mode=iframe loading=eager></exhale-quiz>";
                document.head.append(Object.assign(document.createElement("script"), { type: "module", src }));
            "#;
            let src = format!("{}v1/embed.js", page.site);
            page.client.execute(script, vec![json!(link), json!(src)]).await.expect("the quiz is inserted");
            until_state(&page, "ready").await;
            let inside = enter(&page, page.shadow("iframe").await).await;
            inside.take_all(&SHEET.map(Some)).await;
            let url = inside.ask("return quiz.getShareUrl()").await;
            leave(&page).await;
            assert!(url.as_str().is_some_and(|url| url.starts_with(&expected)), "{link}: {url}");
        }
    })
}

/// Unfolds the safety note, and all else.
async fn unfold(inside: &Page) {
    inside.ask("for (const one of quiz.shadowRoot.querySelectorAll('details')) one.open = true").await;
}

/// A button or link in the frame, in sight. Firefox's driver does not scroll the page around a frame, and a click out of sight is lost.
async fn part_in_sight(inside: &Page, part: &str) -> Element {
    if inside.engine == Engine::Firefox {
        let top = format!("return quiz.shadowRoot.querySelector('{}').getBoundingClientRect().top + scrollY", selector(part));
        let top = inside.ask(&top).await;
        leave(inside).await;
        let around = inside.of("#first");
        around.ask(&format!("scrollTo(0, scrollY + quiz.getBoundingClientRect().top + {top} - innerHeight / 2)")).await;
        enter(&around, around.client.find(Locator::Css(&around.quiz)).await.expect("the frame")).await;
    }
    inside.shadow(&selector(part)).await
}

/// Of a button or link for the whole result: those of a step may be folded.
fn selector(part: &str) -> String {
    format!("[part={part}]:not(.reason *)")
}

async fn press_part(inside: &Page, part: &str) {
    let button = part_in_sight(inside, part).await;
    if inside.engine == Engine::WebKit {
        // Its driver misses buttons far down in a frame that scrolls.
        let script = format!("quiz.shadowRoot.querySelector('{}').click()", selector(part));
        inside.act(inside.ask(&script)).await;
        return;
    }
    inside.act(button.click()).await.unwrap_or_else(|error| panic!("{part}: {error}"));
}

fn leaves_the_page(context: &Context) -> Result<(), Failed> {
    on_host(context, Device::default(), |page| async move {
        for sandbox in ["", "sandbox='allow-scripts allow-top-navigation-by-user-activation'"] {
            let frame = format!("<iframe id=first {sandbox} width=700 height=900 src='{}'></iframe>", frame_at(&page, ""));
            host(&page, &frame, None).await;
            let inside = inside(&page).await;
            inside.ready().await;
            answer_three(&inside).await;
            unfold(&inside).await;
            // A driver may report that the other page, which is out of reach, does not load.
            let _ = inside.act(part_in_sight(&inside, "leave").await.click()).await;
            page.until("the page is left", || async {
                page.client.current_url().await.is_ok_and(|url| !url.as_str().starts_with(&page.hosts))
            })
            .await;
        }
    })
}

async fn notice(inside: &Page) -> Value {
    inside.run("const notice = document.querySelector('#notice'); return notice.checkVisibility() ? notice.textContent.trim() : null").await
}

fn refusals(context: &Context) -> Result<(), Failed> {
    on_host(context, Device::default(), |page| async move {
        let texts = &crate::page::SITE_TEXTS.frame;
        let web = "?help-href=https://help.example/line&help-label=Line";
        let call = "?help-href=tel:0800%20123&help-label=Line";
        for (sandbox, query, shown, script) in [
            ("allow-scripts", web, "https://help.example/line", None),
            ("allow-scripts", call, "0800 123", None),
            ("allow-scripts allow-same-origin", web, "https://help.example/line", Some(parent_script(&page))),
            ("allow-scripts allow-same-origin", call, "0800 123", Some(parent_script(&page))),
        ] {
            let frame =
                format!("<iframe id=first sandbox='{sandbox}' width=700 height=900 src='{}'></iframe>", frame_at(&page, query));
            host(&page, &frame, script.as_deref()).await;
            let inside = inside(&page).await;
            inside.ready().await;
            // One whole run is enough: the note is on the first screen too.
            let is_run = query == web;
            if is_run {
                inside.take_all(&SHEET.map(Some)).await;
            }
            unfold(&inside).await;
            press_part(&inside, "help").await;
            let expected = json!(format!("{} {shown}", texts.open));
            inside.until("it shows where the link leads", || async { notice(&inside).await == expected }).await;
            for part in ["print", "download"].into_iter().filter(|_| is_run) {
                press_part(&inside, part).await;
                inside.until("the next tap puts the notice away", || async { notice(&inside).await == Value::Null }).await;
                let by_hand = "return quiz.shadowRoot.querySelector('.keep textarea, pre')?.checkVisibility() === true";
                inside
                    .until(&format!("{part}: a text to copy by hand"), || async { inside.ask(by_hand).await == json!(true) })
                    .await;
                assert!(inside.see().await.text.contains(&TEXTS.keep.refused), "{part}");
                press_part(&inside, "copy").await;
            }
            unfold(&inside).await;
            press_part(&inside, "leave").await;
            inside.until("it says that it cannot leave", || async { notice(&inside).await == json!(texts.leave) }).await;
            assert_eq!(
                inside.see().await.statement.as_deref(),
                Some(crate::page::statement(1)),
                "the picture is gone from the screen"
            );
            leave(&page).await;
            assert!(page.client.current_url().await.expect("an address").as_str().starts_with(&page.hosts));
        }
    })
}

fn no_refusals(context: &Context) -> Result<(), Failed> {
    on_host(context, Device::default(), |page| async move {
        let query = format!("?help-href={}plain.html&help-label=Line", page.hosts);
        let frame = format!("<iframe id=first width=700 height=900 src='{}'></iframe>", frame_at(&page, &query));
        host(&page, &frame, Some(&parent_script(&page))).await;
        let inside = inside(&page).await;
        inside.ready().await;
        inside.take_all(&SHEET.map(Some)).await;
        unfold(&inside).await;
        if page.engine == Engine::Chromium {
            // In the others the dialogue would stay open.
            press_part(&inside, "print").await;
            tokio::time::sleep(Duration::from_millis(500)).await;
            assert!(!inside.see().await.text.contains(&TEXTS.keep.refused), "printing is not taken for refused");
        }
        inside.run("HTMLAnchorElement.prototype.click = () => {}").await;
        press_part(&inside, "download").await;
        inside.until("it is downloaded", || async { inside.see().await.text.contains(&TEXTS.keep.downloaded) }).await;
        // At the end: a page behind another is not drawn in every browser.
        let windows = page.client.windows().await.expect("windows").len();
        inside.act(part_in_sight(&inside, "help").await.click()).await.expect("the link takes a click");
        page.until("the help line opens", || async { page.client.windows().await.is_ok_and(|now| now.len() == windows + 1) })
            .await;
        assert_eq!(notice(&inside).await, Value::Null);
        leave(&page).await;
    })
}

fn snippet_fits(context: &Context) -> Result<(), Failed> {
    on_host(context, Device::default(), |page| async move {
        let docs = exhale_test_support::markdown::blocks("docs/embedding.md");
        let snippet = docs.into_iter().find(|block| block.heading == "The frame").expect("a snippet").text;
        let snippet = snippet.replace("https://quiz.example/", &page.site);
        // A page of 390 pixels, in a frame that can be asked.
        page.go(&format!("{}plain.html", page.hosts)).await;
        let build = r#"
            const [snippet] = arguments;
            const outer = Object.assign(document.createElement("iframe"), { width: 390, height: 800, frameBorder: 0 });
            document.body.replaceChildren(outer);
            outer.contentDocument.open();
            outer.contentDocument.write(`<!doctype html><title>A post</title>${snippet}`);
            outer.contentDocument.close();
            const frame = outer.contentDocument.querySelector("iframe");
            const { scrollWidth, clientWidth } = outer.contentDocument.documentElement;
            return [scrollWidth <= clientWidth, frame.clientWidth === frame.offsetWidth, frame.offsetHeight, frame.textContent.includes("<a href="), frame.allow.includes("web-share")];
        "#;
        let found = page.client.execute(build, vec![json!(snippet)]).await.expect("the page is built");
        assert_eq!(found, json!([true, true, 640, true, false]));
        // What a host leaves that strips the frame and keeps what stands in it.
        let strip = r#"
            const [snippet] = arguments;
            document.body.innerHTML = snippet.replace(/<\/?iframe[^>]*>/g, "");
            const [link] = document.links;
            return [document.links.length, link.checkVisibility(), link.href];
        "#;
        let left = page.client.execute(strip, vec![json!(snippet)]).await.expect("the page is built");
        assert_eq!(left, json!([1, true, page.site]));
    })
}

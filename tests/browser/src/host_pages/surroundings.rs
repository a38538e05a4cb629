//! What surrounds the element on real pages: boxes without a width, inherited properties, replaced globals, nodes of others in its
//! shadow root, languages, and shared pictures in the address.

use std::time::Duration;

use libtest_mimic::Failed;
use serde_json::json;

use super::{answer_three, enter_fallback, leave, noted, until_state};
use crate::{
    Context, Test,
    engine::{Device, Engine},
    page::{Page, language},
};

pub const TESTS: &[Test] = &[
    ("in every box that fits its content the quiz is readable, and runs over nowhere", boxes),
    ("what a page hands down to everything does not reach the quiz", inherited),
    ("what others add to its shadow root stays, and does no harm", foreign_nodes),
    ("where a script has replaced what browsers have, the quiz works, or its frame does", globals),
    ("a frame that is asked for there is one frame", one_frame),
    ("the language of the page around, as pages write it, and as it changes", languages),
    ("near-misses of settings about privacy count as no", privacy),
    ("a shared picture in the address is loaded and scrolled to", linked),
    ("an element without a box is loaded; in another document it keeps its looks", without_box),
];

const QUIZ: &str = "<exhale-quiz loading=eager persist=off><a href=/>Exhale</a></exhale-quiz>";

/// Boxes around the element, `QUIZ`, that ask it for its width; or the element itself as one.
const BOXES: &[&str] = &[
    "<div style='float: left'>QUIZ</div>",
    "<div style='float: right; padding: 8px'>QUIZ</div>",
    "<div style='display: inline-block'>QUIZ</div>",
    "<div style='position: absolute'>QUIZ</div>",
    "<div style='position: absolute; right: 0'>QUIZ</div>",
    "<div style='position: fixed'>QUIZ</div>",
    "<dialog open>QUIZ</dialog>",
    "<div style='width: fit-content'>QUIZ</div>",
    "<div style='width: max-content; max-width: 100%'>QUIZ</div>",
    "<div style='display: inline-flex'>QUIZ</div>",
    "<div style='display: flex'>QUIZ</div>",
    "<div style='display: flex'><div>QUIZ</div></div>",
    "<div style='display: flex; flex-direction: column; align-items: flex-start'><div>QUIZ</div></div>",
    "<div style='display: flex; gap: 8px'><i style='flex: 0 0 40px'>i</i><div>QUIZ</div></div>",
    "<div style='display: inline-grid'>QUIZ</div>",
    "<div style='display: grid; grid-template-columns: auto auto'><b>b</b>QUIZ</div>",
    "<div style='display: grid; grid-template-columns: auto 40px'><div>QUIZ</div><i>i</i></div>",
    "<div style='display: grid; justify-items: start'><div>QUIZ</div></div>",
    "<table><tr><td>QUIZ</td></tr></table>",
    "<table><tr><td>a</td><td>QUIZ</td></tr></table>",
    "<div style='display: table'>QUIZ</div>",
    "<fieldset style='display: inline-block; min-width: 0; margin: 0'>QUIZ</fieldset>",
    "<div style='float: left'><div style='float: left; padding: 4px'>QUIZ</div></div>",
    "<style>.own exhale-quiz { float: left }</style><div class=own>QUIZ</div>",
    "<style>.inl exhale-quiz { display: inline-block }</style><div class=inl>QUIZ</div>",
    "<style>.abs exhale-quiz { position: absolute }</style><div class=abs>QUIZ</div>",
    "<style>.con exhale-quiz { display: contents }</style><div class=con style='float: left'>QUIZ</div>",
];

/// How wide the quizzes are at least, and what of them is outside of its container.
const FITS: &str = r#"
    const wrong = [];
    for (const box of document.querySelectorAll(".box")) {
        const card = box.querySelector("exhale-quiz").shadowRoot.querySelector(".exhale");
        const [outer, inner] = [box.getBoundingClientRect(), card.getBoundingClientRect()];
        const name = box.innerHTML.split("<exhale")[0];
        const least = Math.min(outer.width * 0.7, 440);
        if (inner.width < least) wrong.push(`${outer.width}: ${inner.width} wide in ${name}`);
        if (inner.right > outer.right + 0.5 || inner.left < outer.left - 0.5) wrong.push(`${outer.width}: ${inner.left}–${inner.right} in ${name}`);
        if (card.scrollWidth > card.clientWidth + 1) wrong.push(`${outer.width}: runs over in ${name}`);
    }
    return wrong;
"#;

async fn all_ready(page: &Page) {
    let ready = "return [...document.querySelectorAll('exhale-quiz')].every(({ state }) => state === 'ready')";
    page.until("all are there", || async { page.run(ready).await == json!(true) }).await;
}

fn boxes(context: &Context) -> Result<(), Failed> {
    context.browse(Device::default(), |page| async move {
        for width in [320, 360, 768, 1280] {
            let place = |html: &&str| {
                let html = html.replace("QUIZ", QUIZ);
                // It contains what is fixed, too.
                format!("<div class=box style='width: {width}px; height: 900px; transform: translate(0)'>{html}</div>")
            };
            let markup = BOXES.iter().map(place).collect::<Vec<_>>().concat();
            page.open_host_page_with(&markup, &page.site).await;
            all_ready(&page).await;
            page.run("return new Promise((then) => requestAnimationFrame(() => requestAnimationFrame(() => then(1))))").await;
            assert_eq!(page.run(FITS).await, json!([]));
        }
    })
}

fn inherited(context: &Context) -> Result<(), Failed> {
    context.browse(Device::default(), |page| async move {
        let hostile = "white-space: nowrap; line-height: 0; letter-spacing: 1em; word-spacing: 2em; text-transform: uppercase; \
            text-indent: 9em; text-align: center; user-select: none; cursor: none; direction: rtl; writing-mode: vertical-rl; \
            word-break: break-all; overflow-wrap: anywhere; hyphens: auto; list-style: square inside; border-spacing: 40px; \
            font-variant: small-caps; font-stretch: condensed; font-weight: 900; font-style: italic; text-shadow: 4px 4px red; \
            text-wrap: nowrap; tab-size: 40; quotes: none; caption-side: bottom; empty-cells: hide; \
            -webkit-text-fill-color: transparent; -webkit-text-stroke: 3px red; text-orientation: upright; \
            font-feature-settings: \"smcp\"; text-underline-position: under; text-emphasis: dot";
        let markup = format!(
            "<div id=plain style='width: 600px; font: 16px sans-serif'>{QUIZ}</div>\
             <div id=hostile style='width: 600px; font: 16px sans-serif'><div style='writing-mode: horizontal-tb; {hostile}'>\
             <div style='writing-mode: horizontal-tb; width: 600px'>{QUIZ}</div></div></div>\
             <div id=small style='width: 600px; font: 0px sans-serif'>{QUIZ}</div>"
        );
        page.open_host_page_with(&markup, &page.site).await;
        all_ready(&page).await;
        // The height that is held is one of whole pixels, and comes a frame later.
        let held = "return [...document.querySelectorAll('exhale-quiz')].every(({ shadowRoot }) => \
            shadowRoot.querySelector('.exhale').style.minBlockSize)";
        page.until("each height is held", || async { page.run(held).await == json!(true) }).await;
        let look = |id: &str| {
            format!(
                "const root = document.querySelector('#{id} exhale-quiz').shadowRoot;
                 return ['.exhale', 'legend', 'p', '.option label', '.option', 'button', 'progress', '.folio'].map((css) => {{
                     const element = root.querySelector(css);
                     const {{ width, height }} = element.getBoundingClientRect();
                     const style = getComputedStyle(element);
                     const names = ['fontFamily', 'fontSize', 'fontStyle', 'fontVariant', 'fontWeight', 'color', 'letterSpacing', 'lineHeight',
                        'textAlign', 'textTransform', 'textIndent', 'whiteSpace', 'wordBreak', 'direction', 'writingMode', 'cursor', 'textShadow',
                        'webkitTextFillColor', 'visibility', 'pointerEvents', 'colorScheme'];
                     // Firefox works a height out from where its edges lie: the last digits depend on the place.
                     return [css, ...[width, height].map((size) => size.toFixed(2)), ...names.map((name) => style[name])];
                 }});"
            )
        };
        let (plain, hostile) = (page.run(&look("plain")).await, page.run(&look("hostile")).await);
        assert_eq!(plain, hostile);
        assert!(plain.to_string().contains("sans-serif"), "the typeface of the page: {plain}");
        let sizes = "return [...document.querySelectorAll('#small exhale-quiz')].map(({ shadowRoot }) => \
            ['.exhale', 'legend', '.option label'].map((css) => parseFloat(getComputedStyle(shadowRoot.querySelector(css)).fontSize) >= 12))";
        assert_eq!(page.run(sizes).await, json!([[true, true, true]]));
        // What pages hide stays hidden.
        page.run("document.querySelector('#plain').style.cssText += '; visibility: hidden; pointer-events: none'").await;
        let hidden = "const style = getComputedStyle(document.querySelector('#plain exhale-quiz').shadowRoot.querySelector('legend'));
            return [style.visibility, style.pointerEvents]";
        assert_eq!(page.run(hidden).await, json!(["hidden", "none"]));
    })
}

/// Adds nodes to the shadow root, as extensions and scripts of pages do: a style sheet and blocks at both ends.
const ADD: &str = r#"
    const root = quiz.shadowRoot;
    const added = (tag, text) => Object.assign(document.createElement(tag), { className: "foreign", textContent: text });
    root.prepend(added("style", ".foreign { color: red }"), added("div", "first"));
    root.append(added("div", "last"), added("style", "b { color: red }"));
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("u { color: red }");
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
"#;
/// What is in the shadow root, by kind; whether the quiz is styled; and the adopted style sheets of others.
const CONTENT: &str = r#"
    const root = quiz.shadowRoot;
    const names = [...root.children].map((node) => node.className || (node.querySelector("iframe") ? "frame" : node.querySelector(".exhale") ? "quiz" : node.localName));
    const card = root.querySelector(".exhale");
    return [names, card ? getComputedStyle(card).containerType : null, root.adoptedStyleSheets.filter(({ cssRules }) => cssRules[0].selectorText === "u").length];
"#;

fn foreign_nodes(context: &Context) -> Result<(), Failed> {
    context.browse(Device::default(), |page| async move {
        let around = |ours: &str| json!(["foreign", "foreign", ours, "foreign", "foreign"]);
        let link = format!("<a href='{}'>Exhale</a>", page.site);
        // Before it is loaded.
        page.open_host_page_with(&format!("<exhale-quiz loading=click>{link}</exhale-quiz>"), &page.site).await;
        let idle = "return quiz.state === 'idle'";
        page.until("it is there", || async { page.ask(idle).await == json!(true) }).await;
        page.ask(ADD).await;
        page.ask("quiz.start()").await;
        answer_three(&page).await;
        assert_eq!(page.ask(CONTENT).await, json!([around("quiz"), "inline-size", 1]));
        // After, and when it comes back.
        page.ask("window.quiz = quiz; quiz.remove()").await;
        page.until("it is idle", || async { page.run("return window.quiz.state === 'idle'").await == json!(true) }).await;
        page.run("document.body.append(window.quiz)").await;
        page.ask("quiz.start()").await;
        page.ready().await;
        assert_eq!(page.ask(CONTENT).await, json!([around("quiz"), "inline-size", 1]));
        // With a frame.
        page.open_host_page_with(&format!("<exhale-quiz mode=iframe loading=click>{link}</exhale-quiz>"), &page.site).await;
        page.until("it is there", || async { page.ask(idle).await == json!(true) }).await;
        page.ask(ADD).await;
        page.ask("quiz.start()").await;
        let frame = enter_fallback(&page).await;
        answer_three(&frame).await;
        leave(&page).await;
        assert_eq!(page.ask(CONTENT).await[0], around("frame"));
        assert_eq!(
            page.ask("return quiz.querySelector('a').checkVisibility()").await,
            json!(false),
            "the link has done its work"
        );
        // As on our own page, with the first screen in the markup, before its scripts run.
        page.go(&format!("{}plain.html", page.hosts)).await;
        let own = r#"
            const [site, add] = arguments;
            return fetch(site).then((page) => page.text()).then((text) => {
                const page = new DOMParser().parseFromString(text.replaceAll('="v1/', `="${site}v1/`), "text/html");
                const quiz = Object.assign(document.createElement("exhale-quiz"), { lang: "en" });
                const root = quiz.attachShadow({ mode: "open" });
                const template = page.querySelector("exhale-quiz > template");
                root.append(...(template ? template.content.childNodes : page.querySelector("exhale-quiz").shadowRoot.childNodes));
                document.body.replaceChildren(quiz);
                new Function("quiz", add)(quiz);
                document.head.append(Object.assign(document.createElement("script"), { type: "module", src: `${site}v1/page-embed.js` }));
            });
        "#;
        page.client.execute(own, vec![json!(page.site), json!(ADD)]).await.expect("the quiz is inserted");
        answer_three(&page).await;
        assert_eq!(page.ask(CONTENT).await, json!([["foreign", "foreign", "link", "slot", "quiz", "slot", "foreign", "foreign"], "inline-size", 1]));
    })
}

/// What scripts of pages have been seen to replace.
const GLOBALS: &[&str] = &[
    "window.Element = function () {}",
    "window.Node = function () {}",
    "window.HTMLElement = function () {}",
    "window.ShadowRoot = function () {}",
    "window.Window = function () {}",
    "window.Event = function () {}",
    "Object.defineProperty(Array, 'from', { value: function (value) { return value ? Array.prototype.slice.call(value) : []; } })",
    "JSON.stringify = function () { return ''; }",
    "Object.assign = function (object) { return object; }",
    "Array.prototype.toJSON = function () { return '[]'; }; Object.prototype.toJSON = function () { return '{}'; }",
    "Function.prototype.bind = function (bind) { var self = this; return function () { return self.apply(bind, arguments); }; }",
    "Array.prototype.each = Array.prototype.extend = function () {}; String.prototype.contains = function () {}",
    "window.Promise = function () { throw new Error('no'); }",
    "Element.prototype.remove = Element.prototype.toggle = function () { return this; }",
    "window.$ = window.Class = window.Hash = function () {}",
];

/// Takes three answers, and then says in the title whether the quiz did or its frame is there: a driver needs the globals too.
const TAKER: &str = r#"
    const { document, setTimeout, Promise } = window;
    const { stringify } = JSON;
    const { bind } = Function.prototype;
    let answers = 0;
    document.addEventListener("exhale-progress", () => answers++);
    const look = () => {
        const quiz = document.querySelector("exhale-quiz");
        const root = quiz.shadowRoot;
        if (answers >= 3) document.title = "inline";
        else if (root && quiz.state === "ready" && root.querySelector("iframe")) document.title = "frame";
        else if (root && root.querySelector("label")) root.querySelector("label").click();
        if (document.title === "taking") return setTimeout(look, 400);
        JSON.stringify = stringify;
        Function.prototype.bind = bind;
        window.Promise = Promise;
        delete Array.prototype.toJSON;
        delete Object.prototype.toJSON;
    };
    document.title = "taking";
    look();
"#;

fn globals(context: &Context) -> Result<(), Failed> {
    context.browse(Device::default(), |page| async move {
        for change in GLOBALS {
            page.go(&format!("{}before.html", page.hosts)).await;
            page.run("localStorage.clear()").await;
            page.go(&format!("{}plain.html", page.hosts)).await;
            let insert = r#"
                const [change, site, taker] = arguments;
                document.body.innerHTML = `<exhale-quiz><a href="${site}">Exhale</a></exhale-quiz>`;
                new Function(taker)();
                setTimeout(() => {
                    const append = (property, value) => {
                        const script = document.createElement("script");
                        script[property] = value;
                        document.head.appendChild(script);
                    };
                    append("textContent", change);
                    append("src", `${site}v1/quiz.js`);
                }, 50);
            "#;
            page.client.execute(insert, vec![json!(change), json!(page.site), json!(TAKER)]).await.expect("the quiz is inserted");
            // Nothing is asked of the page meanwhile.
            tokio::time::sleep(Duration::from_millis(2500)).await;
            page.until(&format!("the quiz or its frame works after {change}"), || async {
                page.client.title().await.is_ok_and(|title| title == "inline" || title == "frame")
            })
            .await;
        }
    })
}

fn one_frame(context: &Context) -> Result<(), Failed> {
    context.browse(Device::default(), |page| async move {
        page.go(&format!("{}plain.html", page.hosts)).await;
        let insert = "
            const [site] = arguments;
            document.body.innerHTML = '<exhale-quiz mode=iframe loading=eager></exhale-quiz>';
            window.Window = function () {};
            document.head.append(Object.assign(document.createElement('script'), { src: `${site}v1/quiz.js` }));
        ";
        page.client.execute(insert, vec![json!(page.site)]).await.expect("the quiz is inserted");
        page.until("the frame is ready", || async { page.ask("return quiz.state").await == json!("ready") }).await;
        let loaded = "return performance.getEntriesByType('resource').filter(({ name }) => name.includes('/frame.html')).length";
        assert_eq!(page.run(loaded).await, json!(1));
    })
}

fn languages(context: &Context) -> Result<(), Failed> {
    context.browse(Device::default(), |page| async move {
        let spanish = language("es").quiz.lang;
        let lang = "return quiz.shadowRoot.querySelector('.exhale').lang";
        for (markup, expected) in [
            ("<div lang=es_ES>QUIZ</div>", &*spanish),
            ("<div lang=ES-mx>QUIZ</div>", "es"),
            ("<div lang=spa>QUIZ</div>", "es"),
            ("<div lang=fa_IR.UTF-8>QUIZ</div>", "fa"),
            ("<div xml:lang=es>QUIZ</div>", "es"),
            ("<div lang=de>QUIZ</div>", "en"),
            ("<div lang='not a language'>QUIZ</div>", "en"),
        ] {
            page.open_host_page_with(&markup.replace("QUIZ", QUIZ), &page.site).await;
            page.ready().await;
            assert_eq!(page.ask(lang).await, json!(expected), "{markup}");
        }
        // A later change, of the page itself.
        page.open_host_page_with(QUIZ, &page.site).await;
        page.ready().await;
        for wanted in ["es_ES", "fa", "en-GB"] {
            page.run(&format!("document.documentElement.lang = '{wanted}'")).await;
            page.until(wanted, || async { page.ask(lang).await == json!(wanted[..2]) }).await;
        }
        // Around shadow roots.
        let inside = "const outer = document.createElement('div');
            outer.lang = 'es';
            const root = outer.attachShadow({ mode: 'open' });
            const quiz = document.createElement('exhale-quiz');
            quiz.setAttribute('loading', 'eager');
            root.append(quiz);
            document.body.append(outer);
            window.outer = outer; window.inner = quiz;";
        page.run(inside).await;
        let lang = "return inner.shadowRoot.querySelector('.exhale')?.lang ?? ''";
        page.until("it is Spanish", || async { page.run(lang).await == json!("es") }).await;
        page.until("it is ready", || async { page.run("return inner.state").await == json!("ready") }).await;
        page.run("outer.lang = 'fa'").await;
        page.until("it is Persian", || async { page.run(lang).await == json!("fa") }).await;
    })
}

fn privacy(context: &Context) -> Result<(), Failed> {
    context.browse(Device::default(), |page| async move {
        page.open_host_page_with(QUIZ, &page.site).await;
        page.ready().await;
        let script = r#"
            const read = (name, value) => {
                const quiz = document.createElement("exhale-quiz");
                if (typeof value === "string") quiz.setAttribute(name, value);
                else quiz[name] = value;
                return quiz[name];
            };
            const no = [false, "false", "no", "0", "none", "OFF ", " Off", "never", "disabled", 0];
            const yes = [true, "", "ON", " on", "yes", "1", null, undefined];
            return [no.map((value) => read("persist", value)), yes.map((value) => read("persist", value)),
                [false, "off", "no", "None ", "nobody"].map((value) => read("share", value)),
                ["Page", " HOSTED"].map((value) => read("share", value)), [read("theme", " Dark "), read("loading", "CLICK")]];
        "#;
        let all = |value: &str, count: usize| vec![json!(value); count];
        let expected = json!([all("off", 10), all("on", 8), all("none", 5), ["page", "hosted"], ["dark", "click"]]);
        assert_eq!(page.run(script).await, expected);
        // As frameworks set it.
        page.open_host_page_with("<exhale-quiz loading=eager theme=' Dark '></exhale-quiz>", &page.site).await;
        page.ask("quiz.persist = false").await;
        answer_three(&page).await;
        assert_eq!(page.run("return Object.keys(localStorage)").await, json!([]));
        let scheme = "return getComputedStyle(quiz.shadowRoot.querySelector('.exhale')).colorScheme";
        assert_eq!(page.ask(scheme).await, json!("dark"));
    })
}

/// A shared picture.
const PICTURE: &str = "exhale=0400";

fn linked(context: &Context) -> Result<(), Failed> {
    context.browse(Device::default(), |page| async move {
        let gap = "<div style='height: 4000px'>A long post</div>";
        let markup = format!("{gap}<exhale-quiz></exhale-quiz>{gap}<exhale-quiz id=second></exhale-quiz>{gap}");
        let in_sight = "const { top } = quiz.getBoundingClientRect(); return top > -1 && top < innerHeight / 2";
        let open = async |hash: &str, prepare: &str| {
            page.go(&format!("{}before.html", page.hosts)).await;
            page.go(&format!("{}plain.html#{hash}", page.hosts)).await;
            let script = r#"
                const [markup, site, prepare] = arguments;
                document.body.innerHTML = markup;
                new Function(prepare)();
                document.head.append(Object.assign(document.createElement("script"), { src: `${site}v1/quiz.js` }));
            "#;
            page.client.execute(script, vec![json!(markup), json!(page.site), json!(prepare)]).await.expect("inserted");
        };
        for hash in [PICTURE, "a=b&exhale=0400", "!exhale=0400", "exhale%3D0400", "/post?exhale=0400"] {
            open(hash, "").await;
            page.ready().await;
            page.until(hash, || async { page.ask(in_sight).await == json!(true) }).await;
            assert_eq!(page.of("#second").ask("return quiz.state").await, json!("idle"), "only the first");
        }
        // The reader has scrolled.
        open(PICTURE, "scrollTo(0, 900)").await;
        page.ready().await;
        assert_eq!(page.run("return scrollY").await, json!(900));
        // Of a router, or of another quiz.
        for hash in ["/exhale", "/old?exhale=1", "why-exhale=0400", "picture=0400", "exhaled=0400"] {
            open(hash, "").await;
            page.until("it is defined", || async { page.ask("return quiz.state").await == json!("idle") }).await;
            assert_eq!(page.run("return scrollY").await, json!(0), "{hash}");
        }
        // A link on the page.
        page.run("location.hash = 'exhale=0400'").await;
        page.ready().await;
        page.until("it is in sight", || async { page.ask(in_sight).await == json!(true) }).await;
        page.run("scrollTo(0, 0); location.hash = 'exhale=0401'").await;
        page.until("it is in sight again", || async { page.ask(in_sight).await == json!(true) }).await;
        // One that comes late, under a name of its own.
        open("picture=0400", "document.querySelector('exhale-quiz').setAttribute('hash-key', 'picture')").await;
        page.ready().await;
        page.until("it is in sight", || async { page.ask(in_sight).await == json!(true) }).await;
    })
}

fn without_box(context: &Context) -> Result<(), Failed> {
    context.browse(Device::default(), |page| async move {
        let markup = "<div style='height: 3000px'></div><exhale-quiz style='display: contents'><a href=/>Exhale</a></exhale-quiz><iframe></iframe>";
        page.open_host_page_with(markup, &page.site).await;
        until_state(&page, "idle").await;
        page.run("scrollTo(0, 3000)").await;
        answer_three(&page).await;
        page.ask("window.inner = quiz; document.querySelector('iframe').contentDocument.body.append(quiz)").await;
        let styled = "return inner.ownerDocument.defaultView.getComputedStyle(inner.shadowRoot.querySelector('.exhale')).containerType";
        page.until("it has its looks there", || async { page.run(styled).await == json!("inline-size") }).await;
        // Firefox takes its class from an element that is adopted.
        if page.engine != Engine::Firefox {
            assert_eq!(page.run("return inner.state").await, json!("running"));
        }
        page.run("document.body.append(inner)").await;
        page.until("and here again", || async { page.run(styled).await == json!("inline-size") }).await;
        page.run("window.host ??= { errors: [] }").await;
        assert_eq!(noted(&page, "errors").await, json!([]));
    })
}

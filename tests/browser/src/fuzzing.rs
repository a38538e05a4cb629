//! Fuzzing of messages and attributes: nothing is thrown, and the quiz works. Each test replays the corpus in `fuzz/corpus`, then
//! generates input for `EXHALE_FUZZ_SECONDS` (default 2).

use std::{env, time::Duration};

use libtest_mimic::Failed;
use serde_json::{Value, json};

use crate::{
    Context, Test,
    engine::{Device, timeouts},
    page::Page,
};

pub const TESTS: &[Test] = &[
    ("messages to a frame", to_the_frame),
    ("messages to the page round a frame", to_the_page),
    ("attributes, properties and their removal", attributes),
];

/// The time that was requested for generated input; zero if none was.
pub fn requested_time() -> Duration {
    let seconds = env::var("EXHALE_FUZZ_SECONDS").map_or(0, |seconds| seconds.parse().expect("EXHALE_FUZZ_SECONDS is a number"));
    Duration::from_secs(seconds)
}

/// The corpus of a test.
fn corpus(name: &str) -> Value {
    serde_json::from_str(&exhale_test_support::read(&format!("fuzz/corpus/{name}"))).expect("JSON")
}

/// JavaScript: `make()` generates a value, reproducibly from `seed`. `threw` collects uncaught errors.
const MAKE: &str = r##"
    let state = seed;
    const random = (below) => {
        state = (state + 0x6d2b79f5) | 0;
        let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
        mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
        return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
    };
    const pick = (list) => list[random(list.length)];
    const words = [...known, "", " ", "0", "-1", "1e999", "NaN", "null", "true", "__proto__", "constructor", "toString", "javascript:alert(1)",
        "data:text/html,<script>alert(1)</script>", "//evil.example", "\u0000", "\u202e", "\ud800", "<b onclick=alert(1)>", "\n\r\t",
        "var(--exhale-ink)", "url(https://evil.example)", "red;}*{color:red", "a".repeat(600), "💜", "../../..", "%00", "%", "#", "?"];
    const text = () => pick([() => pick(words), () => pick(words) + pick(words), () => String.fromCodePoint(random(0xd7ff)).repeat(random(4))])();
    const number = () => pick([0, -0, 1, -1, 0.5, NaN, Infinity, -Infinity, 2 ** 31, 2 ** 53, 1e308, random(20000)]);
    const make = (deep = 0) => pick([
        text, text, number, () => null, () => undefined, () => true, () => false, () => new Date(NaN), () => /x/, () => new Map([[1, 2]]), () => 10n ** 30n,
        () => new ArrayBuffer(8), () => new Error("x"), () => [],
        ...(deep > 3 ? [] : [() => Array.from({ length: random(5) }, () => make(deep + 1)), shaped, shaped, shaped]),
    ])();
    const shaped = (deep = 2) => {
        const made = {};
        for (let fields = random(5); fields >= 0; fields--) {
            const field = pick(fieldsKnown);
            made[field] = random(3) ? pick([text, number, () => make(deep + 1)])() : make(deep + 1);
        }
        if (random(2)) made.type = pick(types);
        if (random(3) === 0) made.attributes = Array.from({ length: random(6) }, () => pick([() => [text(), text()], () => make(3)])());
        return made;
    };
    window.threw ??= [];
    if (!window.isWatched) {
        window.isWatched = true;
        addEventListener("error", (event) => threw.push(String(event.message)));
        addEventListener("unhandledrejection", (event) => threw.push(String(event.reason)));
    }
    const pause = () => new Promise((then) => setTimeout(then));
    const until = performance.now() + milliseconds;
"##;

/// Names that occur in messages, so that generated ones pass the first checks.
const MESSAGE_VOCABULARY: &str = r##"
    const types = ["set", "focus", "reset", "init", "hello", "resize", "scroll", "ready", "start", "progress", "complete", "share", "error", "height"];
    const fieldsKnown = ["type", "attributes", "exhale", "h", "top", "detail", "href", "message", "secret", "value", "length", "code"];
    const known = ["theme", "lang", "start", "persist", "share", "heading-level", "help-href", "help-label", "label", "accent", "ink", "radius", "inset",
        "max-width", "dark", "light", "inherit", "none", "hosted", "first", "off", "en", "xx", "#123456", "rgb(1 2 3)", "2em", "100vw", "ready"];
"##;

/// Runs a script on the corpus, then on generated input until its time is up. Returns the number of inputs.
async fn feed(page: &Page, about: &str, script: &str, kept: Value) -> u64 {
    let time = requested_time().max(Duration::from_secs(2));
    page.client.update_timeouts(timeouts(time + Duration::from_mins(1))).await.expect("the driver waits");
    let seed = u32::from_le_bytes(std::process::id().to_le_bytes());
    println!("seed {seed}");
    let whole = format!("const [corpus, seed, milliseconds] = arguments; {about} {MAKE} {script}");
    let arguments = vec![kept, json!(seed), json!(time.as_secs() * 1000)];
    let tried = page.client.execute(&whole, arguments).await.unwrap_or_else(|error| panic!("seed {seed}: {error}"));
    assert_eq!(tried["threw"], json!([]), "seed {seed}");
    tried["tried"].as_u64().expect("a number")
}

/// To the window of the frame, and over a port that it takes for its host's.
fn to_the_frame(context: &Context) -> Result<(), Failed> {
    context.browse(Device::default(), |page| async move {
        // A frame of the same origin can be inspected.
        page.go(&format!("{}robots.txt", page.site)).await;
        let script = r#"
            document.body.replaceChildren(Object.assign(document.createElement("iframe"), { src: "v1/frame.html?loading=eager", height: 900, width: 700 }));
            return (async () => {
                const frame = document.querySelector("iframe");
                await new Promise((then) => frame.addEventListener("load", then, { once: true }));
                const inside = frame.contentWindow;
                const quiz = () => inside.document.querySelector("exhale-quiz");
                while (quiz()?.state !== "ready") await pause();
                const threw = [];
                const watch = () => {
                    inside.addEventListener("error", (event) => threw.push(String(event.message)));
                    inside.addEventListener("unhandledrejection", (event) => threw.push(String(event.reason)));
                };
                watch();
                const channel = new MessageChannel();
                inside.postMessage({ exhale: 1, type: "init" }, "*", [channel.port2]);
                let tried = 0;
                const send = async (data) => {
                    try {
                        if (tried++ % 2) inside.postMessage(data, "*");
                        else channel.port1.postMessage(data);
                    } catch {} // cannot be cloned
                    if (tried % 50 === 0) await pause();
                };
                for (const data of corpus) { await send(data); await send(data); }
                while (performance.now() < until) {
                    // Another language would load another page; the suite `frames` tests that.
                    const data = make();
                    if (!JSON.stringify(data, (_, value) => (typeof value === "bigint" ? "" : value))?.includes('"lang"')) await send(data);
                }
                await new Promise((then) => setTimeout(then, 100));
                if (!["ready", "running", "done"].includes(quiz().state)) threw.push(`it is ${quiz().state}`);
                if (quiz().shadowRoot.querySelectorAll("input").length !== 5) threw.push("the first statement is gone");
                if (inside.document.querySelector("script:not([src])")) threw.push("a script was added");
                return { tried, threw };
            })();
        "#;
        let tried = feed(&page, MESSAGE_VOCABULARY, script, corpus("messages.json")).await;
        assert!(tried > 200, "{tried}");
    })
}

/// To the window of the page, and over the port that our frame was given.
fn to_the_page(context: &Context) -> Result<(), Failed> {
    context.browse(Device::default(), |page| async move {
        page.go(&format!("{}plain.html", page.hosts)).await;
        let script = r#"
            return (async () => {
                // The end of the channel that the frame would have.
                let port;
                const Real = MessageChannel;
                window.MessageChannel = function () {
                    const channel = new Real();
                    port = channel.port2;
                    return { port1: channel.port1, port2: new Real().port2 };
                };
                const frame = Object.assign(document.createElement("iframe"), { src: `${corpus.site}v1/frame.html`, height: 640 });
                document.body.append(frame);
                document.head.append(Object.assign(document.createElement("script"), { type: "module", src: `${corpus.site}v1/frame.js` }));
                while (!port) await pause();
                const home = new URL(corpus.site).origin;
                let tried = 0;
                const send = async (data) => {
                    try {
                        if (tried++ % 2) postMessage(data, "*");
                        else port.postMessage(data);
                        if (tried % 7 === 0) dispatchEvent(new MessageEvent("message", { data, origin: home, source: frame.contentWindow }));
                    } catch {} // cannot be cloned
                    if (tried % 50 === 0) await pause();
                };
                for (const data of corpus.messages) { await send(data); await send(data); }
                while (performance.now() < until) await send(make());
                await new Promise((then) => setTimeout(then, 100));
                const height = parseFloat(frame.style.height || frame.height);
                if (!(height > 0 && height <= 20000)) threw.push(`the frame is ${height} high`);
                if (document.querySelectorAll("iframe").length !== 1) threw.push("frames have been added");
                return { tried, threw };
            })();
        "#;
        let kept = json!({ "site": page.site, "messages": corpus("messages.json") });
        let tried = feed(&page, MESSAGE_VOCABULARY, script, kept).await;
        assert!(tried > 200, "{tried}");
    })
}

fn attributes(context: &Context) -> Result<(), Failed> {
    context.browse(Device::default(), |page| async move {
        page.open_host_page_with("<exhale-quiz loading=\"eager\"></exhale-quiz>", &page.site).await;
        page.ready().await;
        let about = r#"
            const types = ["a"];
            const fieldsKnown = ["a"];
            const known = ["auto", "light", "dark", "inherit", "lazy", "eager", "click", "inline", "iframe", "page", "hosted", "none", "intro", "first", "on",
                "off", "2", "3", "6", "7", "en", "EN-gb", "xx", "https://example.org/help", "tel:112", "exhale", "r", "http://example.org/a?b#c"];
        "#;
        let script = r#"
            const names = ["theme", "loading", "mode", "share", "start", "persist", "heading-level", "hash-key", "result-base", "help-href", "help-label",
                "label", "lang", "dir", "id", "class", "style", "hidden", "tabindex"];
            const properties = [...names.map((name) => name.replace(/-(.)/g, (_, letter) => letter.toUpperCase())), "address"];
            const quiz = document.querySelector("exhale-quiz");
            console.warn = () => {};
            return (async () => {
                let tried = 0;
                const set = async (name, value, how) => {
                    tried++;
                    if (how === 2) quiz.removeAttribute(name);
                    else if (how === 1 && properties.includes(name)) try { quiz[name] = value; } catch {} // read-only property
                    else try { quiz.setAttribute(name, value); } catch {} // invalid name
                    if (tried % 20) return;
                    await pause();
                    const link = quiz.shadowRoot.querySelector("[part=safety] a[href]");
                    if (link && !/^(https?|tel):/i.test(link.getAttribute("href"))) threw.push(`a help line to ${link.getAttribute("href")}`);
                };
                for (const [name, value] of corpus) for (const how of [0, 1, 2]) await set(name, value, how);
                while (performance.now() < until) await set(pick(random(3) ? names : properties), random(4) ? text() : make(3), random(3));
                for (const name of [...names, ...properties]) quiz.removeAttribute(name);
                await new Promise((then) => setTimeout(then, 100));
                if (!["ready", "running"].includes(quiz.state)) threw.push(`it is ${quiz.state}`);
                return { tried, threw };
            })();
        "#;
        let tried = feed(&page, about, script, corpus("attributes.json")).await;
        assert!(tried > 200, "{tried}");
        page.answer(1, &[Some(2), Some(4)]).await;
        page.at(3).await;
    })
}

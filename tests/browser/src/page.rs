//! A page with the quiz, used as a visitor does: through its texts, with a pointer or a keyboard.

mod input;
mod runs;

use std::{
    env,
    future::Future,
    path::PathBuf,
    sync::{Arc, LazyLock, Mutex},
    time::{Duration, Instant},
};

use exhale_content::{
    Content, SiteContent,
    compile::{Language, parse},
    with_digits,
};
use exhale_quiz::{Answer, Position};
use fantoccini::{Client, Locator};
use serde::Deserialize;
use serde_json::{Value, json};

pub use self::runs::sheet;
use crate::engine::{Device, Engine, devtools, send_raw};

static LANGUAGE: LazyLock<Language> = LazyLock::new(|| language(&env::var("EXHALE_LANG").unwrap_or_else(|_| "en".to_owned())));
/// The texts of the quiz in English, or in the language that `EXHALE_LANG` names.
pub static TEXTS: LazyLock<&Content<String>> = LazyLock::new(|| &LANGUAGE.quiz);
/// The texts of our own pages in the same language.
pub static SITE_TEXTS: LazyLock<&SiteContent<String>> = LazyLock::new(|| &LANGUAGE.site);

/// The texts of the quiz in a language.
pub fn texts(lang: &str) -> Content<String> {
    language(lang).quiz
}

/// A text with its `{n}` filled in, as the quiz does.
pub fn with_number(text: &str, n: &str) -> String {
    with_digits(&text.replace("{n}", n), &TEXTS.numbers)
}

/// All texts of a language.
pub fn language(lang: &str) -> Language {
    let path = format!("content/{lang}.toml");
    parse(&exhale_test_support::read(&path)).unwrap_or_else(|mistake| panic!("{path}: {mistake}"))
}

/// The answers to give, in order; `None` skips.
pub type Given = [Option<u8>];

/// The quiz as it is displayed.
#[derive(Debug, Deserialize)]
pub struct Seen {
    /// The statement; `None` on other screens.
    pub statement: Option<String>,
    /// The label of the selected answer.
    pub chosen: Option<String>,
    /// "4 of 10, then 20 if you like", "Your picture".
    pub folio: String,
    /// Value and maximum of the progress bar; `None` where there is none.
    pub progress: Option<(f64, f64)>,
    /// The text of the focused element, if that is inside the quiz.
    pub focused: Option<String>,
    /// The text of the live region.
    pub status: String,
    /// All visible text, one line per block.
    pub text: String,
    /// The headings in order.
    pub headings: Vec<String>,
}

const SEE: &str = r#"
    const root = quiz.shadowRoot;
    const text = (css) => root.querySelector(css)?.textContent.trim().replace(/\s+/g, " ");
    const bar = root.querySelector("progress");
    const chosen = root.querySelector("input:checked");
    return {
        statement: text("legend") ?? null,
        chosen: chosen ? root.querySelector(`label[for="${chosen.id}"]`).textContent : null,
        folio: text(".folio"),
        progress: bar && [bar.value, bar.max],
        focused: root.activeElement?.textContent.trim().replace(/\s+/g, " ") ?? null,
        status: text("[role=status]"),
        text: root.querySelector(".exhale").innerText,
        headings: [...root.querySelectorAll("h2, h3")].map((heading) => heading.textContent.trim()),
    };
"#;

/// JavaScript: `contrastOn(background, colour)` is the contrast of WCAG 2 of the two colours as they are painted.
pub const CONTRAST: &str = r#"
    const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
    const light = (...colours) => {
        for (const colour of colours) {
            canvas.fillStyle = colour;
            canvas.fillRect(0, 0, 1, 1);
        }
        const [r, g, b] = [...canvas.getImageData(0, 0, 1, 1).data].map((value) => {
            const part = value / 255;
            return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
        });
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const contrastOn = (paper, colour) => {
        const [dark, bright] = [light(paper), light(paper, colour)].sort((one, other) => one - other);
        return (bright + 0.05) / (dark + 0.05);
    };
"#;

/// Longer than the time in which the quiz takes a second tap for part of a double tap.
pub const ONE_TAP: Duration = Duration::from_millis(260);
const TIMEOUT: Duration = Duration::from_secs(15);

#[derive(Clone)]
pub struct Page {
    pub client: Client,
    /// The address of the driver.
    pub driver: String,
    pub engine: Engine,
    pub device: Device,
    /// The address of our own page.
    pub site: String,
    /// The address of the host pages.
    pub hosts: String,
    /// The request log of the server of our own page.
    pub log: PathBuf,
    /// The selector of the element under test.
    pub quiz: String,
    /// The time of the last input: the quiz ignores input that follows too closely.
    pub acted: Arc<Mutex<Instant>>,
}

impl Page {
    /// Opens our own page.
    pub async fn open(self) -> Page {
        self.open_at(&self.home()).await;
        self.ready().await;
        self
    }

    /// The address of our own first page in the language of [`TEXTS`].
    pub fn home(&self) -> String {
        if TEXTS.lang == "en" { self.site.clone() } else { format!("{}{}/", self.site, TEXTS.lang) }
    }

    /// Opens an address, and waits until the page is parsed: on a busy machine chromedriver may come back before.
    pub async fn go(&self, address: &str) {
        self.client.goto(address).await.unwrap_or_else(|error| panic!("{address} opens: {error}"));
        let parsed = "return document.readyState !== 'loading' && location.href !== 'about:blank'";
        self.until("the page is parsed", || async { self.run(parsed).await == json!(true) }).await;
    }

    /// Opens an address of our site. Engines without phone emulation show it in an iframe of that size.
    pub async fn open_at(&self, address: &str) {
        let open = async |address: &str| self.go(address).await;
        let Some((width, height)) = self.device.phone.filter(|_| self.engine != Engine::Chromium) else {
            return open(address).await;
        };
        open(&format!("{}robots.txt", self.site)).await;
        let script = r#"
            const [src, width, height] = arguments;
            const frame = Object.assign(document.createElement("iframe"), { src, width, height });
            frame.style.border = 0;
            const loaded = new Promise((then) => frame.addEventListener("load", then));
            document.body.replaceChildren(frame);
            return loaded.then(() => {});
        "#;
        // Until it has loaded it shows an empty document.
        self.client.execute(script, vec![json!(address), json!(width), json!(height)]).await.expect("the iframe is inserted");
        let frame = self.client.find(Locator::Css("iframe")).await.expect("the frame");
        frame.enter_frame().await.expect("a frame");
    }

    /// Sends a command of the Chrome `DevTools` protocol.
    pub async fn devtools(&self, command: &str, parameters: &Value) -> Value {
        devtools(&self.client, &self.driver, command, parameters).await
    }

    /// Crashes the renderer process of the page, which the driver reports as an error.
    pub async fn crash(&self) {
        let (status, body) =
            send_raw(&self.client, &self.driver, "goog/cdp/execute", Some(&json!({ "cmd": "Page.crash", "params": {} }))).await;
        assert!(body.contains("crash"), "{status}: {body}");
    }

    /// Opens a host page with the quiz on it. Unlike our own page, whose policy forbids further requests, it can load more of them.
    pub async fn open_host_page(self) -> Page {
        self.open_host_page_with("<exhale-quiz></exhale-quiz>", &self.site).await;
        self.ready().await;
        self
    }

    /// Opens a host page with this markup, and with the element's script from a copy of our site.
    pub async fn open_host_page_with(&self, markup: &str, site: &str) {
        self.go(&format!("{}plain.html", self.hosts)).await;
        let script = r#"
            const [markup, site] = arguments;
            document.body.innerHTML = markup;
            document.head.append(Object.assign(document.createElement("script"), { src: `${site}v1/quiz.js` }));
        "#;
        self.client.execute(script, vec![json!(markup), json!(site)]).await.expect("the quiz is inserted");
    }

    /// The same page with another element under test.
    pub fn of(&self, quiz: &str) -> Page {
        Page { quiz: quiz.to_owned(), ..self.clone() }
    }

    /// Waits until the quiz is interactive and has read the storage.
    pub async fn ready(&self) {
        // Our own pages show the first screen before the quiz is ready; the component in a Yew app has no state.
        let script = "const { state } = quiz ?? {};
            const is_there = state ? ['ready', 'running', 'done'].includes(state) : quiz?.matches(':defined');
            return !!is_there && !!quiz.shadowRoot?.querySelector('fieldset');";
        self.until("the quiz is ready", || async { self.ask(script).await == Value::Bool(true) }).await;
        self.until_stable().await;
    }

    /// Waits until the DOM of the quiz no longer changes: it reads the storage and the link after the first render.
    pub async fn until_stable(&self) {
        let script = "return new Promise((done) => {
            let timer;
            const later = () => { clearTimeout(timer); timer = setTimeout(done, 50); };
            new MutationObserver(later).observe(quiz.shadowRoot, { subtree: true, childList: true, characterData: true });
            later();
        })";
        self.ask(script).await;
    }

    pub async fn reload(&self) {
        self.client.refresh().await.expect("the page reloads");
        self.ready().await;
    }

    pub async fn run(&self, script: &str) -> Value {
        loop {
            match self.client.execute(script, Vec::new()).await {
                Ok(value) => return value,
                // WebKit, when the page unloads meanwhile: asks the next page.
                Err(error) if error.to_string().contains("before the unload event") => {}
                Err(error) => panic!("{script}: {error}"),
            }
        }
    }

    /// Runs a script in which `quiz` is the element under test.
    pub async fn ask(&self, script: &str) -> Value {
        self.run(&format!("const quiz = document.querySelector('{}'); {script}", self.quiz)).await
    }

    pub async fn see(&self) -> Seen {
        serde_json::from_value(self.ask(SEE).await).expect("the quiz is on the page")
    }

    /// Waits for a condition.
    pub async fn until<F: Future<Output = bool>>(&self, what: &str, mut holds: impl FnMut() -> F) {
        let start = Instant::now();
        while !holds().await {
            assert!(start.elapsed() < TIMEOUT, "timed out waiting until {what}");
            tokio::time::sleep(Duration::from_millis(25)).await;
        }
    }

    /// Waits until the statement at a position is displayed.
    pub async fn at(&self, position: u8) {
        let statement = statement(position);
        let what = format!("statement {position} is on the screen");
        // Less than `see` reads: this runs thousands of times.
        let seen = "return quiz.shadowRoot.querySelector('legend')?.textContent.trim()";
        self.until(&what, || async { self.ask(seen).await.as_str() == Some(statement) }).await;
        self.pause().await;
    }

    /// Waits until a heading is displayed.
    pub async fn heading(&self, heading: &str) {
        let what = format!("the heading '{heading}' is on the screen");
        let seen = "return [...quiz.shadowRoot.querySelectorAll('h2, h3')].map((heading) => heading.textContent.trim())";
        let is_there = |found: &Value| found.as_array().is_some_and(|found| found.iter().any(|found| found == heading));
        self.until(&what, || async { is_there(&self.ask(seen).await) }).await;
        self.pause().await;
    }

    /// Waits, as a visitor does who looks at a new screen before the next tap. The time of the last input is not considered,
    /// because a script may have led to the screen.
    async fn pause(&self) {
        tokio::time::sleep(ONE_TAP).await;
    }
}

/// The statement at a position, 1–30.
pub fn statement(position: u8) -> &'static str {
    TEXTS.item(Position::new(position).expect("1 to 30"))
}

/// The label of an answer, 1–5.
pub fn option(answer: u8) -> &'static str {
    TEXTS.option(Answer::new(answer).expect("1 to 5"))
}

//! The quiz on a page, as a person finds and uses it: by what it says, with a pointer or with keys.

mod hands;
mod runs;

use std::{
    env, fs,
    future::Future,
    path::{Path, PathBuf},
    sync::{Arc, LazyLock, Mutex},
    time::{Duration, Instant},
};

use exhale::{
    content::{Content, build},
    quiz::{Answer, Position},
};
use fantoccini::{Client, Locator};
use serde::Deserialize;
use serde_json::{Value, json};

pub use self::runs::sheet;
use crate::engine::{Engine, Look, answer, devtools};

/// What the quiz says, from the content file itself: English, or the language that `EXHALE_LANG` names.
pub static WORDS: LazyLock<Content<String>> =
    LazyLock::new(|| words(&env::var("EXHALE_LANG").unwrap_or_else(|_| "en".to_owned())));

/// What the quiz says in a language.
pub fn words(lang: &str) -> Content<String> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("content/{lang}.toml"));
    let source = fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    build::parse(&source).unwrap_or_else(|mistake| panic!("{}: {mistake}", file.display()))
}

/// Answers a person gives, in order; `None` skips.
pub type Given = [Option<u8>];

/// The quiz as it stands on the screen.
#[derive(Debug, Deserialize)]
pub struct Seen {
    /// The statement, or nothing on other screens.
    pub statement: Option<String>,
    /// The label of the chosen answer.
    pub chosen: Option<String>,
    /// "4 of 10", "Your picture".
    pub folio: String,
    /// What the progress bar says of itself: value and maximum.
    pub progress: (f64, f64),
    /// The text of the element that has focus, if it is inside the quiz.
    pub focused: Option<String>,
    /// What the live region says.
    pub status: String,
    /// All text on the screen, one line a block, without what is folded away.
    pub text: String,
    /// Headings in their order.
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
        progress: [bar.value, bar.max],
        focused: root.activeElement?.textContent.trim().replace(/\s+/g, " ") ?? null,
        status: text("[role=status]"),
        text: root.querySelector(".exhale").innerText,
        headings: [...root.querySelectorAll("h2, h3")].map((heading) => heading.textContent.trim()),
    };
"#;

/// For scripts: the contrast, as WCAG 2 defines it, of a colour as it is painted on a paper.
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

/// Longer than the time in which a second tap counts as an echo of the first.
pub const ONE_TAP: Duration = Duration::from_millis(260);
const PATIENCE: Duration = Duration::from_secs(15);

#[derive(Clone)]
pub struct Page {
    pub client: Client,
    /// The address of the driver.
    pub driver: String,
    pub engine: Engine,
    pub look: Look,
    /// The address of our own page.
    pub site: String,
    /// The address of somebody else's pages.
    pub hosts: String,
    /// The requests that the server of our own page has had.
    pub log: PathBuf,
    /// Which element is meant, as a selector: the first on the page, if nothing else is said.
    pub quiz: String,
    /// When the person last did something: the quiz takes what follows too closely for an echo.
    pub acted: Arc<Mutex<Instant>>,
}

impl Page {
    /// Opens our own page.
    pub async fn open(self) -> Page {
        self.open_at(&self.home()).await;
        self.ready().await;
        self
    }

    /// The address of our own first page in the language of [`WORDS`].
    pub fn home(&self) -> String {
        if WORDS.lang == "en" { self.site.clone() } else { format!("{}{}/", self.site, WORDS.lang) }
    }

    /// Opens an address of our site. Where no phone can be imitated, in a frame of its size.
    pub async fn open_at(&self, address: &str) {
        let open = async |address: &str| self.client.goto(address).await.expect("the page opens");
        let Some((width, height)) = self.look.phone.filter(|_| self.engine != Engine::Chromium) else {
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
        // Loaded: until then another document stands in it.
        self.client.execute(script, vec![json!(address), json!(width), json!(height)]).await.expect("a frame is put there");
        let frame = self.client.find(Locator::Css("iframe")).await.expect("the frame");
        frame.enter_frame().await.expect("the frame is entered");
    }

    /// A command of Chromium's own, which WebDriver has no word for.
    pub async fn devtools(&self, command: &str, parameters: &Value) -> Value {
        devtools(&self.client, &self.driver, command, parameters).await
    }

    /// Has Chromium end the process of the page. Its driver finds nobody who could answer.
    pub async fn crash(&self) {
        let (status, answer) =
            answer(&self.client, &self.driver, "goog/cdp/execute", Some(&json!({ "cmd": "Page.crash", "params": {} }))).await;
        assert!(answer.contains("crash"), "{status}: {answer}");
    }

    /// Opens a page of somebody else with the quiz on it. There, more of them can be made: our own page fetches nothing any more
    /// once its quiz is there.
    pub async fn open_elsewhere(self) -> Page {
        self.put_elsewhere("<exhale-quiz></exhale-quiz>", &self.site).await;
        self.ready().await;
        self
    }

    /// Opens a page of somebody else with this markup, and the script of the element from a copy of our site.
    pub async fn put_elsewhere(&self, markup: &str, site: &str) {
        self.client.goto(&format!("{}plain.html", self.hosts)).await.expect("the host's page opens");
        let script = r#"
            const [markup, site] = arguments;
            document.body.innerHTML = markup;
            document.head.append(Object.assign(document.createElement("script"), { type: "module", src: `${site}v1/embed.js` }));
        "#;
        self.client.execute(script, vec![json!(markup), json!(site)]).await.expect("the quiz is put there");
    }

    /// The same page, with another element on it in mind.
    pub fn of(&self, quiz: &str) -> Page {
        Page { quiz: quiz.to_owned(), ..self.clone() }
    }

    /// Waits until the quiz is there and has read what the browser keeps.
    pub async fn ready(&self) {
        // Our own pages show the first screen before the quiz is there; a Yew app has no element that tells its state.
        let script = "const { state } = quiz ?? {};
            const is_there = state ? ['ready', 'running', 'done'].includes(state) : quiz?.matches(':defined');
            return !!is_there && !!quiz.shadowRoot?.querySelector('fieldset');";
        self.until("the quiz is there", || async { self.ask(script).await == Value::Bool(true) }).await;
        self.still().await;
    }

    /// Waits until nothing in the quiz changes any more. What is kept, and a link, are read after the first render; on a slow
    /// machine Yew pauses in between, by a timer that is due at once.
    pub async fn still(&self) {
        let still = "return new Promise((done) => {
            let timer;
            const later = () => { clearTimeout(timer); timer = setTimeout(done, 50); };
            new MutationObserver(later).observe(quiz.shadowRoot, { subtree: true, childList: true, characterData: true });
            later();
        })";
        self.ask(still).await;
    }

    pub async fn reload(&self) {
        self.client.refresh().await.expect("the page reloads");
        self.ready().await;
    }

    pub async fn run(&self, script: &str) -> Value {
        loop {
            match self.client.execute(script, Vec::new()).await {
                Ok(value) => return value,
                // So says WebKit of a script that met the end of its page: the page that follows is asked.
                Err(error) if error.to_string().contains("before the unload event") => {}
                Err(error) => panic!("{script}: {error}"),
            }
        }
    }

    /// Runs a script that calls the element `quiz`.
    pub async fn ask(&self, script: &str) -> Value {
        self.run(&format!("const quiz = document.querySelector('{}'); {script}", self.quiz)).await
    }

    pub async fn see(&self) -> Seen {
        serde_json::from_value(self.ask(SEE).await).expect("the quiz is on the page")
    }

    /// Waits for something to become true.
    pub async fn until<F: Future<Output = bool>>(&self, what: &str, mut holds: impl FnMut() -> F) {
        let start = Instant::now();
        while !holds().await {
            assert!(start.elapsed() < PATIENCE, "waited in vain until {what}");
            tokio::time::sleep(Duration::from_millis(25)).await;
        }
    }

    /// Waits until the statement at a position is on the screen.
    pub async fn at(&self, position: u8) {
        let statement = statement(position);
        let what = format!("statement {position} is on the screen");
        // Not all that `see` sees: this is asked thousands of times in a run.
        let seen = "return quiz.shadowRoot.querySelector('legend')?.textContent.trim()";
        self.until(&what, || async { self.ask(seen).await.as_str() == Some(statement) }).await;
        self.seen().await;
    }

    /// Waits until a heading is on the screen.
    pub async fn heading(&self, heading: &str) {
        let what = format!("the heading '{heading}' is on the screen");
        let seen = "return [...quiz.shadowRoot.querySelectorAll('h2, h3')].map((heading) => heading.textContent.trim())";
        let is_there = |found: &Value| found.as_array().is_some_and(|found| found.iter().any(|found| found == heading));
        self.until(&what, || async { is_there(&self.ask(seen).await) }).await;
        self.seen().await;
    }

    /// A new screen is there: waits as long as a person looks at it before the next tap. How long ago this page acted does not
    /// count: a script may have led to it, or a tap from before the module was there.
    async fn seen(&self) {
        tokio::time::sleep(ONE_TAP).await;
    }
}

/// The statement at a position, 1–30.
pub fn statement(position: u8) -> &'static str {
    WORDS.item(Position::new(position).expect("1 to 30"))
}

/// The label of an answer, 1–5.
pub fn option(answer: u8) -> &'static str {
    WORDS.option(Answer::new(answer).expect("1 to 5"))
}

//! Snippets from the builder, pasted into pages on another origin: the quiz has the chosen settings.

pub mod security;
pub mod settings;

use fantoccini::Locator;
use serde_json::{Value, json};

use super::{SHEET, enter};
use crate::{
    builder::{choose, open, snippet, write},
    page::{Page, TEXTS},
};

/// Rewrites the host page with the snippet in it, so that its scripts run as in a parsed page.
const PASTE: &str = r#"
    localStorage.clear();
    const html = document.documentElement.outerHTML.replace("<!-- snippet -->", () => arguments[0]);
    document.open();
    window.host = { events: [], refused: [], failed: [] };
    document.addEventListener("securitypolicyviolation", (event) => host.refused.push(`${event.violatedDirective} ${event.blockedURI}`));
    for (const name of ["ready", "complete", "error"]) {
        document.addEventListener(`exhale-${name}`, (event) => host.events.push([name, event.detail]));
    }
    // A deferred resize observation is no failure.
    const isFailure = ({ message }) => !message?.startsWith("ResizeObserver loop");
    addEventListener("error", (event) => isFailure(event) && host.failed.push(event.target.src ?? event.message), { capture: true });
    document.write(`<!doctype html>${html}`);
    document.close();
"#;

/// Pastes a snippet into a host page.
async fn paste(page: &Page, host: &str, snippet: &str) {
    page.go(&format!("{}hosts/{host}.html", page.hosts)).await;
    page.client.execute(PASTE, vec![json!(snippet)]).await.expect("the page is written");
}

/// Fields of the builder and their values.
type Choices = [(&'static str, &'static str)];

/// Fills in the builder, and returns these snippets.
async fn printed<const N: usize>(page: &Page, choices: &Choices, names: [&str; N]) -> [String; N] {
    open(page).await;
    // The frame may have stored a run before.
    page.run("localStorage.clear()").await;
    for (name, value) in choices {
        match *name {
            "accent" | "help-label" | "help-href" => write(page, name, value).await,
            _ => choose(page, name, value).await,
        }
    }
    let mut snippets = [const { String::new() }; N];
    for (place, name) in snippets.iter_mut().zip(names) {
        *place = snippet(page, name).await;
    }
    snippets
}

async fn enter_frame(page: &Page) -> Page {
    enter(page, page.client.find(Locator::Css("iframe")).await.expect("a frame")).await
}

/// Settings, and the colours of the quiz with them on a light device: background, accent, and text on the accent.
const CHOICES: &[(&Choices, [&str; 3])] = &[
    (&[], ["rgb(250, 248, 245)", "#743c6a", "#fff"]),
    (
        &[
            ("theme", "dark"),
            ("accent", "#ffcc00"),
            ("lang", "en"),
            ("start", "first"),
            ("share", "none"),
            ("help-label", "Night line"),
            ("help-href", "tel:0800123456"),
        ],
        ["rgb(28, 25, 29)", "#ffcc00", "#000"],
    ),
    (
        &[("accent", "#004080"), ("help-label", "Help & “more”"), ("help-href", "https://a.example/?a=1&b=2#c")],
        ["rgb(250, 248, 245)", "#004080", "#fff"],
    ),
    (&[("theme", "light"), ("start", "first")], ["rgb(250, 248, 245)", "#743c6a", "#fff"]),
];

/// The quiz has these settings and colours.
async fn assert_chosen(page: &Page, choices: &Choices, look: [&str; 3]) {
    page.ready().await;
    let value = |name: &str| choices.iter().find(|(one, _)| *one == name).map(|(_, value)| *value);
    let seen = page
        .ask(
            r#"
            const root = quiz.shadowRoot;
            const style = getComputedStyle(root.querySelector(".exhale"));
            const help = root.querySelector("[part=safety] a");
            const probe = root.querySelector(".line");
            probe.style.color = "var(--exhale-accent)";
            const accent = getComputedStyle(probe).color;
            probe.style.color = "var(--exhale-on-accent)";
            return {
                ground: style.backgroundColor, accent, ink: getComputedStyle(probe).color,
                intro: !!root.querySelector("p[part=intro]"),
                help: help && [help.getAttribute("href"), help.textContent],
                errors: globalThis.host?.failed ?? [],
            };
            "#,
        )
        .await;
    assert_eq!((&seen["ground"], &seen["errors"]), (&json!(look[0]), &json!([])), "{choices:?}");
    assert_eq!((&seen["accent"], &seen["ink"]), (&rgb(look[1]), &rgb(look[2])), "{choices:?}");
    assert_eq!(seen["intro"], json!(value("start").is_none()), "{choices:?}");
    assert_eq!(seen["help"], value("help-href").map_or(Value::Null, |href| json!([href, value("help-label")])), "{choices:?}");
    // Only share=none needs a result, which takes ten answers.
    if value("share") == Some("none") {
        to_result(page).await;
        assert!(page.shadow_all("[part=share-link]").await.is_empty(), "{choices:?}");
    }
}

/// From the first statement to the result after ten.
async fn to_result(page: &Page) {
    page.answer(1, &SHEET.map(Some)[..10]).await;
    page.heading(&TEXTS.pause.title).await;
    page.press(&TEXTS.pause.sketch).await;
    page.heading(&TEXTS.sketch.title).await;
    page.press(&TEXTS.sketch.stop).await;
    page.on_result().await;
}

/// `#rrggbb` or `#rgb` as browsers serialize it.
fn rgb(colour: &str) -> Value {
    let digits = colour.trim_start_matches('#');
    let width = digits.len() / 3;
    let part = |at: usize| {
        let part = &digits[at * width..(at + 1) * width];
        u8::from_str_radix(&part.repeat(2 / width), 16).expect("a colour")
    };
    json!(format!("rgb({}, {}, {})", part(0), part(1), part(2)))
}

//! axe-core finds no violations on any screen or page, in any colour scheme. What it cannot measure is text over a drawing: the words
//! over a ribbon.

use std::{env, fs, path::PathBuf, process::Command, sync::LazyLock};

use base64::{Engine as _, engine::general_purpose::STANDARD};
use exhale_test_support::project;
use libtest_mimic::Failed;
use serde_json::json;

use super::screens;
use crate::{
    Context, Test,
    engine::Device,
    page::{CONTRAST, Page},
};

pub const TESTS: &[Test] = &[
    ("every screen of the quiz, in light", |context| quiz(context, Device::default())),
    ("every screen of the quiz, in the dark", |context| quiz(context, Device::DARK)),
    ("every screen of the quiz, in colours of one's own", |context| quiz(context, Device::FORCED_COLORS)),
    ("words over a ribbon can be read, in light", |context| over_the_ribbon(context, Device::default())),
    ("words over a ribbon can be read, in the dark", |context| over_the_ribbon(context, Device::DARK)),
    ("every other page, in light", |context| pages(context, Device::default())),
    ("every other page, in the dark", |context| pages(context, Device::DARK)),
    ("every other page, in colours of one's own", |context| pages(context, Device::FORCED_COLORS)),
];

/// The script that `scripts/setup.sh test` installs.
static AXE: LazyLock<String> = LazyLock::new(|| {
    let path = env::var_os("EXHALE_AXE").map_or_else(installed, PathBuf::from);
    fs::read_to_string(&path)
        .unwrap_or_else(|error| panic!("axe-core is not there: run scripts/setup.sh test ({}: {error})", path.display()))
});

/// Where `scripts/env.sh` says that it is.
fn installed() -> PathBuf {
    let mut shell = Command::new("bash");
    let shell = shell.current_dir(project(".")).args(["-c", "source scripts/env.sh && printf %s \"$EXHALE_AXE\""]);
    String::from_utf8(shell.output().expect("bash is on PATH").stdout).expect("UTF-8").into()
}

/// Every rule for WCAG 2.0 to 2.2, A and AA, and axe's best practices. The page of a frame is part of a host page, which has the
/// main heading and the main landmark.
const RUN: &str = r#"
    const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
    const enabled = !location.pathname.endsWith("/frame.html");
    const rules = { "target-size": { enabled: true }, "page-has-heading-one": { enabled }, "landmark-one-main": { enabled } };
    const short = (found) => found.map(({ id, nodes }) =>
        [id, ...nodes.slice(0, 4).map(({ target, failureSummary }) => `${target.flat().join(" ")}: ${failureSummary}`)]);
    return (async () => {
        const { violations, incomplete, passes } = await axe.run(document, { runOnly: tags, rules });
        return { violations: short(violations), incomplete: short(incomplete), passes: passes.length };
    })()
"#;

/// The violations on a screen. `EXHALE_AXE_SAYS` prints what axe could not decide.
async fn look(page: &Page, screen: &str) -> Vec<String> {
    if page.run("return !window.axe").await == json!(true) {
        page.client.execute(&AXE, Vec::new()).await.expect("axe can be read");
    }
    let said = page.run(RUN).await;
    assert!(said["passes"].as_u64().is_some_and(|passes| passes >= 10), "{screen}: axe has looked: {said}");
    if env::var_os("EXHALE_AXE_SAYS").is_some() {
        println!("{screen}: {:#}", said["incomplete"]);
    }
    said["violations"].as_array().expect("a list").iter().map(|found| format!("{screen}: {found}")).collect()
}

fn quiz(context: &Context, on: Device) -> Result<(), Failed> {
    context.browse(on, |page| async move {
        let mut found = Vec::new();
        screens::each_of_the_quiz(&page, async |screen| found.extend(look(&page, screen).await)).await;
        assert!(found.is_empty(), "{found:#?}");
    })
}

fn pages(context: &Context, on: Device) -> Result<(), Failed> {
    context.browse(on, |page| async move {
        let mut found = Vec::new();
        screens::each_page(&page, async |screen| found.extend(look(&page, screen).await)).await;
        assert!(found.is_empty(), "{found:#?}");
    })
}

/// Leaves of a drawing only its ribbon, in sight. Returns where it is, and how many layers are filled.
const BARE: &str = r#"
    const bare = new CSSStyleSheet();
    bare.replaceSync(".lines > :not(.veil), g:not([data-owner=user]) { visibility: hidden !important } .veil { animation: none !important; clip-path: none !important }");
    const root = quiz.shadowRoot;
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, bare];
    return [...root.querySelectorAll(".lines")].map((lines) => {
        const layers = [...lines.querySelectorAll("[data-owner=user] path")];
        return layers.filter((path) => path.checkVisibility() && getComputedStyle(path).fill !== "none").length;
    });
"#;

/// Scrolls to a drawing.
const SHOW: &str = r#"
    const lines = document.querySelector("exhale-quiz").shadowRoot.querySelectorAll(".lines")[arguments[0]];
    lines.scrollIntoView({ block: "center" });
    const painted = new Promise((then) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(then, 50))));
    return painted.then(() => {
        const { left, top, width, height } = lines.getBoundingClientRect();
        return [left, top, width, height];
    });
"#;

/// The least contrast of the texts in a drawing with any pixel of it, and the most contrast of two pixels.
const PIXELS: &str = r#"
    const [index, picture, [left, top, width, height]] = arguments;
    const root = document.querySelector("exhale-quiz").shadowRoot;
    const lines = root.querySelectorAll(".lines")[index];
    const image = new Image();
    image.src = `data:image/png;base64,${picture}`;
    return image.decode().then(() => {
        const scale = image.width / innerWidth;
        const board = new OffscreenCanvas(image.width, image.height).getContext("2d");
        board.drawImage(image, 0, 0);
        const rows = [Math.max(top, 0) * scale, Math.min(height + Math.min(top, 0), innerHeight - Math.max(top, 0)) * scale];
        const { data } = board.getImageData(Math.ceil(left * scale), Math.ceil(rows[0]), Math.floor(width * scale) - 1, Math.floor(rows[1]) - 1);
        const colours = new Set();
        for (let at = 0; at < data.length; at += 4) colours.add(`rgb(${data[at]} ${data[at + 1]} ${data[at + 2]})`);
        const texts = [...lines.querySelectorAll(".words span, h3, .verdict")].filter((text) => text.textContent.trim());
        const inks = new Set(texts.map((text) => getComputedStyle(text).color));
        const surface = getComputedStyle(root.querySelector(".exhale")).backgroundColor;
        const contrasts = [...colours].flatMap((colour) => [...inks].map((ink) => [contrastOn(colour, ink), colour, ink]));
        const [least] = contrasts.sort(([one], [other]) => one - other);
        return { least, inks: inks.size, colours: colours.size, core: Math.max(...[...colours].map((colour) => contrastOn(surface, colour))) };
    });
"#;

fn over_the_ribbon(context: &Context, on: Device) -> Result<(), Failed> {
    context.browse(on, |page| async move {
        let mut drawings = 0;
        screens::each_of_the_quiz(&page, async |screen| {
            for (index, layers) in page.ask(BARE).await.as_array().expect("a list").iter().enumerate() {
                let place = page.client.execute(SHOW, vec![json!(index)]).await.expect("a place");
                let picture = STANDARD.encode(page.client.screenshot().await.expect("a picture"));
                let script = format!("{CONTRAST}{PIXELS}");
                let seen = page.client.execute(&script, vec![json!(index), json!(picture), place]).await.expect("pixels");
                let least = seen["least"][0].as_f64().expect("a contrast");
                assert!(least >= 4.5, "{screen}: {seen}");
                // That of somebody else is an outline.
                if screen != "somebody's picture" {
                    drawings += 1;
                    assert_eq!(layers, &json!(7), "{screen}");
                    assert!(seen["core"].as_f64().is_some_and(|core| core >= 1.2), "{screen}: the ribbon is seen: {seen}");
                }
            }
        })
        .await;
        assert!(drawings >= 10, "{drawings}");
    })
}

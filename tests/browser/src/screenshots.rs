//! Screenshots of every screen and page: phone and desktop, light, dark, forced colours, right to left, printed. Not a test.

use std::{env, fs, path::PathBuf, time::Duration};

use base64::{Engine as _, engine::general_purpose::STANDARD};
use libtest_mimic::Failed;
use serde_json::{Value, json};

use crate::{
    Context, Test,
    accessibility::screens,
    engine::Device,
    page::{Page, TEXTS},
};

pub const TESTS: &[Test] = &[
    ("phone, light", |context| take(context, "phone", Device::phone(390, 844))),
    ("phone, dark", |context| take(context, "phone-dark", Device { dark: true, ..Device::phone(390, 844) })),
    ("small phone", |context| take(context, "small", Device::phone(320, 568))),
    ("desktop", |context| take(context, "desktop", Device::default())),
    ("desktop, dark", |context| take(context, "desktop-dark", Device::DARK)),
    ("every screen on a phone", |context| every(context, "phone", Device::phone(390, 844), "")),
    ("every screen on a phone, dark", |context| {
        every(context, "phone-dark", Device { dark: true, ..Device::phone(390, 844) }, "")
    }),
    ("every screen on a phone, right to left", |context| every(context, "phone-rtl", Device::phone(390, 844), RIGHT_TO_LEFT)),
    ("every screen on a small phone", |context| every(context, "small", Device::phone(320, 568), "")),
    ("every screen on a desktop", |context| every(context, "desktop", Device::default(), "")),
    ("every screen on a desktop, right to left", |context| every(context, "desktop-rtl", Device::default(), RIGHT_TO_LEFT)),
    ("every screen in fewer colours", |context| every(context, "forced", Device::FORCED_COLORS, "")),
    ("every screen in fewer colours, dark", |context| {
        every(context, "forced-dark", Device { dark: true, ..Device::FORCED_COLORS }, "")
    }),
    ("every screen, printed", |context| {
        context.browse(Device::default(), |page| async move {
            let print = async |screen: &str| {
                let pdf = page.devtools("Page.printToPDF", &json!({ "preferCSSPageSize": true })).await;
                write(&format!("print/{}.pdf", file_name(screen)), &decoded(&pdf["data"]));
            };
            screens::each_of_the_quiz(&page, print).await;
            screens::each_page(&page, print).await;
        })
    }),
];

/// Sets the direction of the page and its quiz.
const RIGHT_TO_LEFT: &str = "
    const quiz = document.querySelector('exhale-quiz')?.shadowRoot?.querySelector('.exhale');
    for (const root of [document.documentElement, quiz]) root?.setAttribute('dir', 'rtl');
";

/// A Navigator with a touch of the Craftsperson, one scale near a threshold.
const SHEET: [u8; 30] = [4, 4, 5, 4, 4, 2, 3, 3, 2, 2, 4, 2, 3, 2, 5, 3, 4, 2, 5, 5, 2, 4, 4, 2, 2, 2, 4, 3, 5, 4];

/// Where the screenshots go; `None` if none are wanted.
pub fn folder() -> Option<PathBuf> {
    env::var_os("EXHALE_PICTURES").map(PathBuf::from)
}

async fn save(page: &Page, look: &str, screen: &str) {
    // The transition of a new screen is over.
    tokio::time::sleep(Duration::from_millis(300)).await;
    write(&format!("{screen}-{look}.png"), &page.client.screenshot().await.expect("a picture"));
}

/// Writes a file into the folder of the screenshots.
fn write(name: &str, bytes: &[u8]) {
    let path = folder().expect("EXHALE_PICTURES is set").join(name);
    fs::create_dir_all(path.parent().expect("it is in a folder")).expect("the folder can be made");
    fs::write(path, bytes).expect("the picture is written");
}

/// Takes a full-page screenshot of every screen and page after this script.
fn every(context: &Context, look: &'static str, screen: Device, script: &'static str) -> Result<(), Failed> {
    context.browse(screen, |page| async move {
        let picture = async |screen: &str| {
            page.run(script).await;
            screens::settle(&page).await;
            let size = page.devtools("Page.getLayoutMetrics", &json!({})).await["cssContentSize"].take();
            let clip = json!({ "x": 0, "y": 0, "width": size["width"], "height": size["height"], "scale": 1 });
            let whole = json!({ "clip": clip, "captureBeyondViewport": true });
            let taken = page.devtools("Page.captureScreenshot", &whole).await;
            write(&format!("{look}/{}.png", file_name(screen)), &decoded(&taken["data"]));
        };
        screens::each_of_the_quiz(&page, picture).await;
        screens::each_page(&page, picture).await;
    })
}

fn decoded(data: &Value) -> Vec<u8> {
    STANDARD.decode(data.as_str().expect("a file in base64")).expect("base64")
}

fn file_name(screen: &str) -> String {
    screen.replace(", ", "-").replace([' ', '\''], "-")
}

fn take(context: &Context, look: &'static str, screen: Device) -> Result<(), Failed> {
    context.visit_on(screen, |page| async move {
        save(&page, look, "first").await;
        page.answer(1, &SHEET[..8].iter().copied().map(Some).collect::<Vec<_>>()).await;
        page.at(9).await;
        save(&page, look, "statement").await;
        page.open_review().await;
        save(&page, look, "review").await;
        page.reload().await;
        save(&page, look, "kept").await;
        page.press(&TEXTS.first.go_on_from.replace("{n}", "9")).await;
        page.answer(9, &[Some(2), Some(2)]).await;
        page.heading(&TEXTS.pause.title).await;
        save(&page, look, "pause").await;
        page.press(&TEXTS.pause.sketch).await;
        page.heading(&TEXTS.sketch.title).await;
        save(&page, look, "sketch").await;
        page.press(&TEXTS.sketch.go_on).await;
        page.answer(11, &SHEET[10..].iter().copied().map(Some).collect::<Vec<_>>()).await;
        page.on_result().await;
        save(&page, look, "result").await;
    })
}

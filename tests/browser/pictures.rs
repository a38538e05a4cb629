//! Pictures of every screen, to be looked at: phone and desktop, light and dark. Not a test.

use std::{env, fs, path::PathBuf};

use libtest_mimic::Failed;

use crate::{
    Context, Test,
    engine::Look,
    page::{Page, WORDS},
};

pub const TESTS: &[Test] = &[
    ("phone, light", |context| take(context, "phone", Look::phone(390, 844))),
    ("phone, dark", |context| take(context, "phone-dark", Look { dark: true, ..Look::phone(390, 844) })),
    ("small phone", |context| take(context, "small", Look::phone(320, 568))),
    ("desktop", |context| take(context, "desktop", Look::default())),
    ("desktop, dark", |context| take(context, "desktop-dark", Look::DARK)),
    ("the whole result on a phone", |context| {
        context.visit_on(Look::phone(390, 3600), |page| async move {
            page.take_all(&SHEET.map(Some)).await;
            save(&page, "phone", "result-whole").await;
        })
    }),
];

/// A Navigator with a touch of the Craftsperson, one line near a cut.
const SHEET: [u8; 30] = [4, 4, 5, 4, 4, 2, 3, 3, 2, 2, 4, 2, 3, 2, 5, 3, 4, 2, 5, 5, 2, 4, 4, 2, 2, 2, 4, 3, 5, 4];

/// Where the pictures go, if pictures are wanted.
pub fn folder() -> Option<PathBuf> {
    env::var_os("EXHALE_PICTURES").map(PathBuf::from)
}

async fn save(page: &Page, look: &str, screen: &str) {
    let folder = folder().expect("EXHALE_PICTURES is set");
    fs::create_dir_all(&folder).expect("the folder can be made");
    // The fade of a new screen is over.
    tokio::time::sleep(std::time::Duration::from_millis(300)).await;
    let picture = page.client.screenshot().await.expect("a picture");
    fs::write(folder.join(format!("{screen}-{look}.png")), picture).expect("the picture is written");
}

fn take(context: &Context, look: &'static str, screen: Look) -> Result<(), Failed> {
    context.visit_on(screen, |page| async move {
        save(&page, look, "first").await;
        page.answer(1, &SHEET[..8].iter().copied().map(Some).collect::<Vec<_>>()).await;
        page.at(9).await;
        save(&page, look, "statement").await;
        page.open_review().await;
        save(&page, look, "review").await;
        page.reload().await;
        save(&page, look, "kept").await;
        page.press(&WORDS.first.go_on_from.replace("{n}", "9")).await;
        page.answer(9, &[Some(2), Some(2)]).await;
        page.heading(&WORDS.pause.title).await;
        save(&page, look, "pause").await;
        page.press(&WORDS.pause.sketch).await;
        page.heading(&WORDS.sketch.title).await;
        save(&page, look, "sketch").await;
        page.press(&WORDS.sketch.go_on).await;
        page.answer(11, &SHEET[10..].iter().copied().map(Some).collect::<Vec<_>>()).await;
        page.on_result().await;
        save(&page, look, "result").await;
    })
}

//! The tab is killed without notice right after an answer.

use libtest_mimic::Failed;

use super::{SHEET, answers, go_on, kept};
use crate::{
    Context, Test,
    engine::{Device, Engine},
    page::{Page, TEXTS},
};

pub const TESTS: &[Test] = &[
    ("the tab dies after an answer, in the first ten: nothing said is lost", |context| killed(context, 1..=10, &[1])),
    ("the tab dies after an answer, in the second ten: nothing said is lost", |context| killed(context, 11..=20, &[15])),
    ("the tab dies after an answer, in the last ten: nothing said is lost", |context| killed(context, 21..=30, &[30])),
];

/// Kills the process of the page, as a phone does that runs out of memory, and goes to another tab. In the other engines several
/// tabs share a process, or the driver dies with it: there the tab is closed, without a `beforeunload` event.
async fn kill(page: &Page) {
    let next = page.client.new_window(true).await.expect("another tab").handle;
    if page.engine == Engine::Chromium {
        page.crash().await;
    } else {
        page.client.close_window().await.expect("the tab can be closed");
    }
    page.client.switch_to_window(next).await.expect("the other tab");
}

/// Kills the tab after `all` positions in Chromium, after `some` in the others.
fn killed(context: &Context, all: std::ops::RangeInclusive<u8>, some: &'static [u8]) -> Result<(), Failed> {
    context.browse(Device::default(), |page| async move {
        let positions = if page.engine == Engine::Chromium { all.collect() } else { some.to_vec() };
        page.open_at(&page.site).await;
        for position in positions {
            let before = usize::from(position) - 1;
            page.run("localStorage.clear()").await;
            if before > 0 {
                page.store_run(&SHEET[..before].iter().copied().map(Some).collect::<Vec<_>>(), false).await;
            }
            page.open_at(&page.site).await;
            page.ready().await;
            if before > 0 {
                let place = if before == 10 { TEXTS.first.go_on_pause.replace("{n}", "10") } else { go_on(position) };
                page.press(&place).await;
            }
            if before == 10 {
                page.heading(&TEXTS.pause.title).await;
                page.press(&TEXTS.pause.go_on).await;
            }
            page.answer(position, &[Some(SHEET[before])]).await;
            match position {
                10 => page.heading(&TEXTS.pause.title).await,
                30 => page.on_result().await,
                _ => page.at(position + 1).await,
            }
            kill(&page).await;
            page.open_at(&page.site).await;
            page.ready().await;
            let given: String = SHEET[..=before].iter().map(ToString::to_string).collect();
            assert_eq!(answers(&kept(&page).await), given);
            let offer = match position {
                10 => TEXTS.first.go_on_pause.replace("{n}", "10"),
                30 => TEXTS.first.see_again.clone(),
                _ => go_on(position + 1),
            };
            assert!(page.find_button(&offer).await.is_some(), "after {position}: {offer}");
        }
    })
}

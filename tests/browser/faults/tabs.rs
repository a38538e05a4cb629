//! Two tabs with the quiz in them.

use fantoccini::wd::WindowHandle;
use libtest_mimic::Failed;
use serde_json::json;

use super::{SHEET, answers, go_on, kept};
use crate::{Context, Test, page::Page};

pub const TESTS: &[Test] =
    &[("two tabs with answers of their own go on undisturbed, and what was answered last is kept", neither)];

/// Opens our own page in another tab, and is there.
async fn another(page: &Page) -> (WindowHandle, WindowHandle) {
    let first = page.client.window().await.expect("a window");
    let second = page.client.new_window(true).await.expect("another tab").handle;
    page.client.switch_to_window(second.clone()).await.expect("it is there");
    page.open_at(&page.site).await;
    page.ready().await;
    (first, second)
}

async fn to(page: &Page, window: &WindowHandle) {
    page.client.switch_to_window(window.clone()).await.expect("the tab is there");
}

fn neither(context: &Context) -> Result<(), Failed> {
    context.visit(|page| async move {
        let (first, second) = another(&page).await;
        page.answer(1, &[Some(1)]).await;
        page.at(2).await;
        to(&page, &first).await;
        page.run("window.heard = 0; addEventListener('storage', ({ key }) => (window.heard += key === 'exhale.run'))").await;
        page.answer(1, &[Some(5), Some(4), Some(3)]).await;
        page.at(4).await;
        tokio::time::sleep(std::time::Duration::from_millis(500)).await;
        assert_eq!(page.run("return window.heard").await, json!(0), "the other tab has written nothing");
        to(&page, &second).await;
        page.at(2).await;
        page.answer(2, &[Some(1)]).await;
        page.at(3).await;
        assert_eq!(answers(&kept(&page).await), "11");
        page.client.close_window().await.expect("the tab can be closed");
        to(&page, &first).await;
        page.at(4).await;
        page.reload().await;
        page.press(&go_on(3)).await;
        page.at(3).await;
        page.answer(3, &[Some(SHEET[0])]).await;
        page.at(4).await;
        assert_eq!(answers(&kept(&page).await), "114");
    })
}

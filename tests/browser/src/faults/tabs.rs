//! Two tabs with the quiz, of the same version or of different ones.

use fantoccini::wd::WindowHandle;
use libtest_mimic::Failed;
use serde_json::json;

use super::{SHEET, answers, go_on, kept};
use crate::{
    Context, Test,
    page::{Page, TEXTS},
};

pub const TESTS: &[Test] = &[
    ("an untouched first screen offers what another tab keeps meanwhile", offers),
    ("two tabs with answers of their own lose neither, and do not answer each other", neither),
    ("a tab with another version of the quiz takes nothing from this one, nor this one from it", versions),
];

/// Opens a page of our site in a new tab, and switches to it. Returns both tabs.
async fn another(page: &Page, address: &str) -> (WindowHandle, WindowHandle) {
    let first = page.client.window().await.expect("a window");
    let second = page.client.new_window(true).await.expect("another tab").handle;
    page.client.switch_to_window(second.clone()).await.expect("it is there");
    page.open_at(address).await;
    (first, second)
}

/// Counts in this tab how often others change the stored run.
async fn listen(page: &Page) {
    page.run("window.heard = 0; addEventListener('storage', ({ key }) => (window.heard += key === 'exhale.run'))").await;
}

async fn has_heard(page: &Page, times: u32) {
    page.until("it has heard of it", || async { page.run("return window.heard").await == json!(times) }).await;
}

async fn to(page: &Page, window: &WindowHandle) {
    page.client.switch_to_window(window.clone()).await.expect("the tab is there");
}

fn offers(context: &Context) -> Result<(), Failed> {
    context.visit(|page| async move {
        let (first, second) = another(&page, &page.site).await;
        page.ready().await;
        to(&page, &first).await;
        page.answer(1, &[Some(2), Some(4)]).await;
        page.at(3).await;
        to(&page, &second).await;
        page.until("it is offered", || async { page.find_button(&go_on(3)).await.is_some() }).await;
        page.press(&go_on(3)).await;
        page.answer(3, &[Some(5)]).await;
        page.at(4).await;
        assert_eq!(answers(&kept(&page).await), "245");
    })
}

fn neither(context: &Context) -> Result<(), Failed> {
    context.visit(|page| async move {
        let (first, second) = another(&page, &page.site).await;
        page.ready().await;
        page.answer(1, &[Some(1)]).await;
        page.at(2).await;
        to(&page, &first).await;
        listen(&page).await;
        page.answer(1, &[Some(5), Some(4), Some(3)]).await;
        page.at(4).await;
        tokio::time::sleep(std::time::Duration::from_millis(500)).await;
        assert_eq!(page.run("return window.heard").await, json!(0), "the other tab has written nothing");
        to(&page, &second).await;
        page.at(2).await;
        // Twice: the tab stores the other's run only after its own, which may be too late for the first event.
        page.answer(2, &[Some(1), Some(1)]).await;
        page.at(4).await;
        assert_eq!(answers(&kept(&page).await), "111");
        page.client.close_window().await.expect("the tab can be closed");
        to(&page, &first).await;
        page.at(4).await;
        // The storage holds an older state of this run: it does not replace the other's.
        page.answer(4, &[Some(2)]).await;
        page.at(5).await;
        assert_eq!(answers(&kept(&page).await), "5432");
        page.reload().await;
        assert!(page.find_button(&go_on(5)).await.is_some(), "what was answered last");
        let earlier = TEXTS.first.earlier.replace("{choice}", &go_on(4));
        page.press(&earlier).await;
        page.at(4).await;
        page.answer(4, &[Some(SHEET[0])]).await;
        page.at(5).await;
        assert_eq!(answers(&kept(&page).await), "1114");
    })
}

/// The other tab is a page without a quiz, which acts as another version would.
fn versions(context: &Context) -> Result<(), Failed> {
    context.visit(|page| async move {
        page.answer(1, &[Some(5), Some(4), Some(3)]).await;
        page.at(4).await;
        listen(&page).await;
        let (first, second) = another(&page, &format!("{}paper.html", page.site)).await;
        // It cannot parse our run, sets it aside and deletes it.
        let opens = "const line = localStorage.getItem('exhale.run');
            localStorage.setItem('exhale.unread', `${Math.floor(Date.now() / 864e5)} ${line}`);
            localStorage.removeItem('exhale.run')";
        page.run(opens).await;
        to(&page, &first).await;
        has_heard(&page, 1).await;
        page.at(4).await;
        // It stores a run of its own.
        to(&page, &second).await;
        page.run("localStorage.setItem('exhale.run', '9.later')").await;
        to(&page, &first).await;
        has_heard(&page, 2).await;
        page.at(4).await;
        assert_eq!(kept(&page).await, json!("9.later"), "it is the other's to delete");
        page.answer(4, &[Some(2)]).await;
        page.at(5).await;
        assert_eq!(answers(&kept(&page).await), "5432", "what was answered last");
    })
}

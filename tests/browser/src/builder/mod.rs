//! The page with embed snippets: settings show in the preview and in the snippets, and invalid ones are explained. Whether the
//! snippets work on other pages is tested in `host_pages/builder_snippets`.

pub mod colours;
pub mod copying;
pub mod help;
pub mod page;

use std::sync::LazyLock;

use exhale_content::Builder;
use fantoccini::{Locator, key::Key};
use serde_json::json;

use crate::page::{Page, language};

/// The English texts of the page.
pub static BUILDER_TEXTS: LazyLock<Builder<String>> = LazyLock::new(|| language("en").site.builder);

/// Opens the page.
pub async fn open(page: &Page) {
    open_at(page, &page.site).await;
}

/// Opens the page in another folder.
async fn open_at(page: &Page, site: &str) {
    page.open_at(&format!("{site}builder.html")).await;
    page.until("there are snippets", || async { !snippet(page, "script").await.is_empty() }).await;
}

/// The text of a snippet.
pub async fn snippet(page: &Page, name: &str) -> String {
    let text = page.run(&format!("return document.querySelector('#{name} code').textContent")).await;
    text.as_str().expect("a text").to_owned()
}

/// Opens what an element is folded in.
async fn unfold(page: &Page, css: &str) {
    page.run(&format!("document.querySelector(`{css}`).closest('details')?.setAttribute('open', '')")).await;
}

/// Chooses an option of a radio group or select.
pub async fn choose(page: &Page, name: &str, value: &str) {
    let css = format!("[name={name}][value='{value}'], [name={name}] [value='{value}']");
    unfold(page, &css).await;
    page.client.find(Locator::Css(&css)).await.expect(&css).click().await.expect("it can be chosen");
}

/// Types into a field, and leaves it.
pub async fn write(page: &Page, id: &str, text: &str) {
    unfold(page, &format!("#{id}")).await;
    let field = page.client.find(Locator::Id(id)).await.expect(id);
    field.clear().await.expect("it can be emptied");
    // One driver rejects an empty text.
    if !text.is_empty() {
        field.send_keys(text).await.expect("it takes keys");
    }
    page.keys(&[Key::Tab.into()]).await;
}

/// The message next to a field.
async fn said(page: &Page, id: &str) -> String {
    let text = page.run(&format!("return document.getElementById('{id}-says').textContent")).await;
    text.as_str().expect("a text").to_owned()
}

async fn is_invalid(page: &Page, id: &str) -> bool {
    page.run(&format!("return document.getElementById('{id}').matches('[aria-invalid=true]')")).await == json!(true)
}

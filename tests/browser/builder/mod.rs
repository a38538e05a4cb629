//! "Put this on your site": what is chosen shows in the preview and in the snippets, and what cannot be used is said. That the
//! snippets do what they should on other pages is in `zoo/pasted`.

pub mod colours;
pub mod copying;
pub mod help;
pub mod page;

use std::{fs, path::Path, sync::LazyLock};

use exhale::content::{Builder, build};
use fantoccini::{Locator, key::Key};
use serde_json::json;

use crate::page::Page;

/// What the page says, from the content file itself.
pub static SAYS: LazyLock<Builder> = LazyLock::new(|| {
    let source = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("content/en.toml")).expect("content/en.toml");
    build::builder(&source).expect("content/en.toml is right")
});

/// Opens the page.
pub async fn open(page: &Page) {
    open_at(page, &page.site).await;
}

/// Opens the page where it stands in another folder.
async fn open_at(page: &Page, site: &str) {
    page.open_at(&format!("{site}builder.html")).await;
    page.until("there are snippets", || async { !snippet(page, "script").await.is_empty() }).await;
}

/// The text of a snippet.
pub async fn snippet(page: &Page, name: &str) -> String {
    let text = page.run(&format!("return document.querySelector('#{name} code').textContent")).await;
    text.as_str().expect("a text").to_owned()
}

/// Chooses one of several.
pub async fn choose(page: &Page, name: &str, value: &str) {
    let css = format!("[name={name}][value='{value}'], [name={name}] [value='{value}']");
    page.client.find(Locator::Css(&css)).await.expect(&css).click().await.expect("it can be chosen");
}

/// Writes into a field, and leaves it.
pub async fn write(page: &Page, id: &str, text: &str) {
    let field = page.client.find(Locator::Id(id)).await.expect(id);
    field.clear().await.expect("it can be emptied");
    // One of the drivers takes no text for no keys.
    if !text.is_empty() {
        field.send_keys(text).await.expect("it takes keys");
    }
    page.keys(&[Key::Tab.into()]).await;
}

/// What is said next to a field.
async fn said(page: &Page, id: &str) -> String {
    let text = page.run(&format!("return document.getElementById('{id}-says').textContent")).await;
    text.as_str().expect("a text").to_owned()
}

async fn is_invalid(page: &Page, id: &str) -> bool {
    page.run(&format!("return document.getElementById('{id}').matches('[aria-invalid=true]')")).await == json!(true)
}

//! What is found by its name: the manifest, `robots.txt`, the map of the site, and in a page the same page in other languages.
//! The map and those addresses have to be whole (sitemaps.org, "XML tag definitions"), so there are none where nobody says where the
//! site will stand.

use std::{env, fmt::Write};

use exhale_content::Content;
use minijinja::{Value, context};
use serde_json::json;

use crate::{address::Address, languages::Language};

pub const MANIFEST: &str = "manifest.json";
pub const MAP: &str = "sitemap.xml";
/// The page about the quiz, beside the first page of each language.
pub const ABOUT: &str = "about.html";

const SOURCE: &str = "EXHALE_SOURCE_URL";
/// The pages of a language that somebody may look for.
const PAGES: [&str; 4] = ["", ABOUT, "paper.html", "builder.html"];

/// Where the source is, as the environment says it; empty is not said.
///
/// # Errors
/// One sentence, if it is no address on the web.
pub fn source() -> Result<Option<String>, String> {
    let said = env::var_os(SOURCE).unwrap_or_default().to_string_lossy().into_owned();
    if said.is_empty() || said.starts_with("https://") || said.starts_with("http://") {
        return Ok(Some(said).filter(|said| !said.is_empty()));
    }
    Err(format!("{SOURCE}: expected an address such as https://code.example/exhale, found {said:?}"))
}

/// It names the site where somebody keeps it on a screen of theirs; it opens in the browser, where the ways back and away stay in
/// sight. Chromium fetches it with the page, so it says no more than that needs.
pub fn manifest(english: &Content<String>) -> String {
    let icon = json!({ "src": "icon.png", "sizes": "512x512" });
    json!({ "name": english.name, "start_url": "./", "icons": [icon] }).to_string()
}

/// Everything may be found but what asks for itself not to be, in its own page.
pub fn robots(address: &Address) -> String {
    let map = address.known().map(|site| format!("\nSitemap: {site}{MAP}\n"));
    format!("User-agent: *\nDisallow:\n{}", map.unwrap_or_default())
}

/// The map of the site.
pub fn map(address: &Address, languages: &[Language]) -> Option<String> {
    let site = address.known()?;
    let mut map = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
    );
    for language in languages {
        for page in PAGES {
            // An address of the build has no sign that XML would have written otherwise.
            let _ = writeln!(map, "<url><loc>{site}{}{page}</loc></url>", language.home());
        }
    }
    Some(map + "</urlset>\n")
}

/// Where a page beside the first one, or that one itself (empty), is in each language, its own among them, as search engines ask for it.
pub fn alternates(address: &Address, languages: &[Language], page: &str) -> Value {
    let Some(site) = address.known() else { return Value::from(()) };
    let link = |lang: &str, home: &str| context! { lang, address => format!("{site}{home}{page}") };
    let links = languages.iter().map(|language| link(language.lang(), &language.home()));
    links.chain([link("x-default", "")]).collect()
}

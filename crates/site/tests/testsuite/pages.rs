//! The pages around the quiz, written by `site pages` and read back.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
    sync::{Mutex, PoisonError},
};

use exhale_content::compile::{Language, parse};
use exhale_quiz::Profile;
use exhale_test_support::page::{self, Element};
use exhale_test_support::{project, read};

pub const NO_ADDRESS: &str = "";

/// Runs `site pages` into an empty folder of this name, in the folder `from`, which holds `content/`.
pub fn run(from: &Path, folder: &Path, address: &str) -> Output {
    let _ = fs::remove_dir_all(folder);
    fs::create_dir_all(folder).unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_site"));
    command.arg("pages").arg(folder).current_dir(from).env("EXHALE_SITE_URL", address);
    command.output().expect("site runs")
}

pub fn temporary(name: &str) -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join("previews").join(name)
}

/// What it writes for a site at this address: once, since drawing the cards takes longest.
pub fn written(address: &'static str) -> PathBuf {
    static WRITTEN: Mutex<BTreeMap<&str, PathBuf>> = Mutex::new(BTreeMap::new());
    let mut written = WRITTEN.lock().unwrap_or_else(PoisonError::into_inner);
    let name = format!("site-{}", written.len());
    written.entry(address).or_insert_with(|| written_anew(&name, address)).clone()
}

pub fn written_anew(name: &str, address: &str) -> PathBuf {
    let folder = temporary(name);
    let run = run(&project(""), &folder, address);
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    folder
}

/// What a run that must fail says.
pub fn refused(from: &Path, name: &str, address: &str) -> String {
    let run = run(from, &temporary(name), address);
    assert!(!run.status.success(), "{address} is taken");
    String::from_utf8(run.stderr).unwrap()
}

pub fn words() -> Language {
    parse(&read("content/en.toml")).unwrap()
}

pub fn slugs() -> Vec<&'static str> {
    Profile::ALL.map(Profile::slug).into_iter().chain(["picture"]).collect()
}

/// The seven pages of `r/en/`, as address in the site and tree.
pub fn previews(site: &Path) -> Vec<(String, Element)> {
    let address = |slug: &str| format!("r/en/{slug}/index.html");
    slugs().into_iter().map(|slug| (address(slug), page_at(&site.join(address(slug))))).collect()
}

/// A page, by a reader that wants it well formed.
pub fn page_at(path: &Path) -> Element {
    let text = fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    page::read(&text)
}

/// What a `<meta>` of this name or property says.
pub fn meta<'a>(page: &'a Element, name: &str) -> Option<&'a str> {
    let is_it = |meta: &&&Element| [meta.attribute("name"), meta.attribute("property")].contains(&name);
    let metas = page.all("meta");
    let found: Vec<&&Element> = metas.iter().filter(is_it).collect();
    assert!(found.len() < 2, "two of {name}");
    found.first().map(|meta| meta.attribute("content"))
}

pub fn image(site: &Path, slug: &str) -> Vec<u8> {
    fs::read(site.join(format!("r/en/{slug}/og.png"))).unwrap()
}

/// What `site pages` says to content with one text replaced.
pub fn refused_with(name: &str, old: &str, new: &str) -> String {
    refused(&with_text(name, old, new), name, NO_ADDRESS)
}

/// A folder with the English content, one text replaced.
pub fn with_text(name: &str, old: &str, new: &str) -> PathBuf {
    let from = temporary(&format!("{name}-content"));
    fs::create_dir_all(from.join("content")).unwrap();
    let source = read("content/en.toml");
    assert!(source.contains(old));
    fs::write(from.join("content/en.toml"), source.replace(old, new)).unwrap();
    from
}

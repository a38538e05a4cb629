//! The page that writes snippets, as `site pages` writes it. What its script does is in `tests/browser/builder.rs`.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use exhale_content::compile::parse;
use exhale_test_support::page::{self, Element};
use exhale_test_support::{project, read};

/// What `site pages` writes into an empty folder of this name, from the content files in the folder `from`.
fn written(name: &str, from: &Path, address: &str) -> Element {
    let folder = temporary(name);
    let mut command = Command::new(env!("CARGO_BIN_EXE_site"));
    let run = command
        .arg("pages")
        .arg(&folder)
        .arg("no-cards")
        .current_dir(from)
        .env("EXHALE_SITE_URL", address)
        .output()
        .expect("site runs");
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    page::read(&fs::read_to_string(folder.join("builder.html")).unwrap())
}

fn temporary(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("builder").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

fn ids(page: &Element) -> Vec<&str> {
    page.everything().into_iter().map(|element| element.attribute("id")).filter(|id| !id.is_empty()).collect()
}

#[test]
fn what_a_label_or_a_description_points_at_is_there_once() {
    let page = written("ids", &project(""), "");
    let ids = ids(&page);
    let mut pointed = 0;
    for element in page.everything() {
        for name in ["for", "aria-describedby"] {
            for id in element.attribute(name).split_whitespace() {
                assert_eq!(ids.iter().filter(|other| **other == id).count(), 1, "{id}, as {name} of <{}>", element.name);
                pointed += 1;
            }
        }
    }
    assert!(pointed > 10);
    // Everything that can be chosen has a name.
    for field in [page.all("input"), page.all("select")].concat() {
        let id = field.attribute("id");
        let has_label = !id.is_empty() && page.all("label").iter().any(|label| label.attribute("for") == id);
        let in_label = page.all("label").iter().any(|label| label.everything().iter().any(|one| std::ptr::eq(*one, field)));
        assert!(has_label || in_label || !field.attribute("aria-label").is_empty(), "{field:?}");
    }
}

#[test]
fn without_a_script_there_is_a_link_to_paste() {
    let link = &parse(&read("content/en.toml")).unwrap().site.builder.link;
    for (address, expected) in [("", "https://quiz.example/"), ("https://a.example/b/", "https://a.example/b/")] {
        let page = written("plain", &project(""), address);
        assert_eq!(page.the("noscript").the("code").text(), format!("<a href=\"{expected}\">{link}</a>"));
    }
}

#[test]
fn every_language_can_be_chosen_with_its_own_words_and_its_own_page_ours_first() {
    let from = temporary("two-languages");
    fs::create_dir_all(from.join("content")).unwrap();
    let english = read("content/en.toml");
    let other =
        english.replace("lang = \"en\"", "lang = \"de\"").replace("Exhale: a four-minute look", "Exhale: vier \\\"Minuten\\\"");
    fs::write(from.join("content/en.toml"), &english).unwrap();
    fs::write(from.join("content/de.toml"), other).unwrap();
    let page = written("languages", &from, "");
    let options = page.the("select").all("option");
    let told = |name| options.iter().map(|option| option.attribute(name)).collect::<Vec<_>>();
    assert_eq!(told("value"), ["", "en", "de"]);
    assert_eq!(told("data-home"), ["", "", "de/"]);
    assert!(told("data-link")[1].starts_with("Exhale: a four-minute look"), "{options:?}");
    assert!(told("data-link")[2].starts_with("Exhale: vier \"Minuten\""), "{options:?}");
}

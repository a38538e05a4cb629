//! What docs/embedding.md shows is what the tests use: the blog that Hugo builds, the headers of the host pages, and the
//! names under which answers are kept. Its other examples run in the browser suite (`tests/browser/src/host_pages/docs_examples.rs`).

use std::{collections::BTreeSet, fs};

use exhale_test_support::markdown::{Block, blocks};
use serde_json::Value;

const GUIDE: &str = "docs/embedding.md";

fn under(heading: &str, languages: &[&str]) -> Vec<Block> {
    let found: Vec<Block> = blocks(GUIDE).into_iter().filter(|block| block.heading == heading).collect();
    let found_languages: Vec<&str> = found.iter().map(|block| &*block.language).collect();
    assert_eq!(found_languages, languages, "the examples under {heading}");
    found
}

#[test]
fn the_hugo_examples_are_files_of_the_blog_that_is_built() {
    let file = |name: &str| fs::read_to_string(format!("tests/browser/hugo/{name}")).unwrap();
    let examples = under("Hugo", &["go-html-template", "markdown", "toml"]);
    let names = ["layouts/shortcodes/exhale.html", "content/posts/shortcode.md", "with-html.toml"];
    assert_eq!(examples.len(), names.len());
    for (example, name) in examples.iter().zip(names) {
        assert!(file(name).contains(&example.text), "{name} has not:\n{}", example.text);
    }
    assert_eq!(examples[0].text, file(names[0]), "the shortcode is the whole file");
    // The snippet pasted there is the one for every page.
    assert!(file("content/posts/pasted.md").contains(&under("The snippet", &["html", "html", "css"])[0].text));
}

/// A policy as its directives with what each allows.
fn directives(policy: &str) -> Vec<(String, BTreeSet<String>)> {
    let parts = policy.trim().split(';').map(|part| part.split_whitespace().map(ToOwned::to_owned));
    parts.filter_map(|mut words| Some((words.next()?, words.collect()))).collect()
}

#[test]
fn the_policies_are_those_of_pages_the_quiz_is_tried_on() {
    let headers: Value = serde_json::from_str(&fs::read_to_string("tests/browser/pages/headers.json").unwrap()).unwrap();
    let [element, frame] = &under("Content security policy", &["text", "text"])[..] else { panic!("two policies") };
    for (example, page) in [(element, "csp-wasm"), (frame, "csp-script")] {
        let header = headers[format!("/hosts/{page}.html")]["Content-Security-Policy"].as_str().unwrap();
        let header = directives(&header.replace("{{site}}", "https://quiz.example"));
        for (directive, sources) in directives(&example.text) {
            let allowed =
                &header.iter().find(|(name, _)| *name == directive).unwrap_or_else(|| panic!("{directive} on {page}")).1;
            // Nothing more is allowed on that page, but for what is its own.
            let more: Vec<&String> = allowed.difference(&sources).filter(|source| *source != "'self'").collect();
            assert!(sources.is_subset(allowed) && more.is_empty(), "{directive} on {page}: {allowed:?}");
        }
    }
}

#[test]
fn every_name_under_which_something_is_kept_is_documented() {
    let guide = fs::read_to_string(GUIDE).unwrap();
    let table = guide.split("## What is kept, and where").nth(1).unwrap().split("\n## ").next().unwrap();
    let names = |text: &str, before: &str, after: char| -> BTreeSet<String> {
        let names = text.split(before).skip(1).filter_map(|rest| rest.split_once(after));
        names.map(|(name, _)| format!("exhale.{name}")).collect()
    };
    let used = names(&fs::read_to_string("src/storage/mod.rs").unwrap(), "\"exhale.", '"');
    assert_eq!(names(table, "| `exhale.", '`'), used);
}

//! What a blog is told that is given the address of our page: `oembed.json`, as `site pages` writes it.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use exhale_test_support::{page, project};
use serde_json::Value;

const SITE: &str = "https://quiz.example/exhale/";

fn written(name: &str, address: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("oembed").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    let run = Command::new(env!("CARGO_BIN_EXE_site"))
        .arg("pages")
        .arg(&folder)
        .current_dir(project(""))
        .env("EXHALE_SITE_URL", address)
        .output()
        .unwrap();
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    folder
}

/// Where the page at this place tells blogs to look.
fn discovered(site: &Path, file: &str) -> Vec<String> {
    let page = page::read(&fs::read_to_string(site.join(file)).unwrap());
    let links = page.all("link");
    let links = links.iter().filter(|link| link.attribute("type") == "application/json+oembed");
    links.map(|link| link.attribute("href").to_owned()).collect()
}

#[test]
fn the_first_page_alone_says_where_to_look() {
    let site = written("found", SITE);
    assert_eq!(discovered(&site, "index.html"), [format!("{SITE}oembed.json")]);
    // WordPress reads 150 KB at most, and only what stands before </head>.
    let page = fs::read_to_string(site.join("index.html")).unwrap();
    let place = page.find("application/json+oembed").unwrap();
    assert!(place < page.find("</head>").unwrap() && place < 150 * 1024);
    assert!(discovered(&site, "r/en/picture/index.html").is_empty());
}

#[test]
fn without_an_address_nothing_is_promised() {
    let site = written("none", "");
    assert!(discovered(&site, "index.html").is_empty());
    assert!(!site.join("oembed.json").exists());
}

#[test]
fn the_answer_is_a_rich_one_with_whole_addresses_and_what_a_blog_lets_through() {
    let site = written("answer", SITE);
    let answer: Value = serde_json::from_str(&fs::read_to_string(site.join("oembed.json")).unwrap()).unwrap();
    for (name, value) in [("version", "1.0"), ("type", "rich"), ("provider_name", "Exhale"), ("provider_url", SITE)] {
        assert_eq!(answer[name], value, "{name}");
    }
    for (name, value) in [("width", 640), ("height", 800), ("thumbnail_width", 1200), ("thumbnail_height", 630)] {
        assert_eq!(answer[name], value, "{name}");
    }
    let image = answer["thumbnail_url"].as_str().unwrap();
    assert!(site.join(image.strip_prefix(SITE).unwrap()).is_file(), "{image}");
    let html = page::read(&format!("<!doctype html><html><body><main>{}</main></body></html>", answer["html"].as_str().unwrap()));
    let names: Vec<&str> = html.the("main").everything().iter().map(|element| &*element.name).collect();
    assert_eq!(names.iter().filter(|name| !["main", "a", "blockquote", "iframe"].contains(name)).count(), 0, "{names:?}");
    assert_eq!(html.the("a").attribute("href"), SITE);
    assert!(html.the("blockquote").text().starts_with("Exhale: "), "what stands there without the frame");
    let frame = html.the("iframe");
    assert_eq!(frame.attribute("src"), format!("{SITE}v1/frame.html?lang=en"));
    assert_eq!(frame.attribute("title"), "Exhale, a short quiz");
    // WordPress knows its own by the class, and drops styles: the border goes by the old attribute.
    for (name, value) in [("class", "wp-embedded-content"), ("width", "100%"), ("height", "800"), ("frameborder", "0")] {
        assert_eq!(frame.attribute(name), value, "{name}");
    }
}

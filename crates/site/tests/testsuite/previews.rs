//! The pages around the quiz, as `site pages` writes them: what a network shows of a shared link, and the way back for a
//! link whose `#` a messenger has changed.

use std::{
    collections::BTreeSet,
    fs,
    path::{Component, Path},
    process::Command,
};

use exhale_content::compile::{Language, parse};
use exhale_quiz::{Profile, Scale};
use exhale_test_support::{languages::languages, page::Element, project, read};

use crate::pages::*;

#[test]
fn each_profile_has_a_page_with_a_card_of_its_own() {
    let site = written(NO_ADDRESS);
    assert_eq!(fs::read_dir(site.join("r/en")).unwrap().count(), 7);
    let mut seen = BTreeSet::new();
    for (address, page) in previews(&site) {
        let title = page.the("title").text();
        let description = meta(&page, "description").expect("a description");
        for (name, expected) in [
            ("og:type", "website"),
            ("og:title", &title),
            ("og:description", description),
            ("og:image", "og.png"),
            ("og:image:width", "1200"),
            ("og:image:height", "630"),
            ("og:locale", "en_GB"),
            // The one thing that only this name says; title, text and image are taken from those above.
            ("twitter:card", "summary_large_image"),
        ] {
            assert_eq!(meta(&page, name), Some(expected), "{name} in {address}");
        }
        let alt = meta(&page, "og:image:alt").expect("words for the image");
        for text in [&*title, description, alt] {
            assert!(!text.contains(['{', '}']) && seen.insert(text.to_owned()), "{address}: {text}");
        }
    }
    let words = words();
    for (profile, (address, page)) in Profile::ALL.into_iter().zip(previews(&site)) {
        let said = words.quiz.profile(profile);
        assert!(page.the("title").text().ends_with(&*said.name), "{address}");
        assert!(meta(&page, "og:description").unwrap().contains(&*said.line), "{address}");
    }
}

/// The words for the card say all that stands on it, in its order.
#[test]
fn the_words_for_a_card_are_those_on_it() {
    let site = written(NO_ADDRESS);
    for lang in languages() {
        let Language { quiz, site: texts } = parse(&read(&format!("content/{lang}.toml"))).unwrap();
        let alt = |slug: &str| {
            let page = page_at(&site.join(format!("r/{lang}/{slug}/index.html")));
            meta(&page, "og:image:alt").expect("words for the image").to_owned()
        };
        let scales = Scale::ALL.map(|scale| quiz.scale(scale).name.clone());
        for profile in Profile::ALL {
            let alt = alt(profile.slug());
            let name = quiz.profile(profile).name.clone();
            let mut rest = &*alt;
            for said in [&texts.page.heading, &name].into_iter().chain(&scales).chain([&texts.preview.note]) {
                rest = rest.split_once(&**said).unwrap_or_else(|| panic!("{said} in {alt}")).1;
            }
            for (scale, said) in Scale::ALL.into_iter().zip(&scales) {
                let words = alt.rsplit_once(&format!("{said}: ")).expect("a line").1.split_once('.').expect("its end").0;
                let bands = profile.bands(scale);
                let is_named = |band: &_| words.contains(&**quiz.band(scale, *band));
                let told = if bands.len() == 3 { words == texts.preview.anywhere } else { bands.iter().all(is_named) };
                assert!(told, "{said} in {alt}");
            }
            assert!(!alt.contains(|letter: char| lang == "fa" && letter.is_ascii_digit()), "{alt}");
        }
        let any = alt("picture");
        for said in [&texts.page.heading, &texts.preview.note] {
            assert!(any.contains(&**said), "{said} in {any}");
        }
    }
}

#[test]
fn a_name_says_of_each_line_what_its_bands_are() {
    let site = written(NO_ADDRESS);
    for (slug, said) in [
        ("navigator", "Control: Firm hold. Perfectionism: anywhere. Trust: anywhere."),
        ("craftsperson", "Control: anywhere. Perfectionism: High bar. Trust: anywhere."),
        ("lighthouse", "Control: anywhere. Perfectionism: anywhere. Trust: Guarded."),
        ("cornerstone", "Control: Firm hold. Perfectionism: High bar. Trust: Guarded."),
        ("open-hands", "Control: Light hold or Shared hold. Perfectionism: Relaxed or It depends. Trust: Wait and see or Open."),
        ("co-pilot", "Control: Light hold or Shared hold. Perfectionism: Relaxed or It depends. Trust: Wait and see or Open."),
    ] {
        let page = page_at(&site.join(format!("r/en/{slug}/index.html")));
        assert!(meta(&page, "og:image:alt").unwrap().contains(said), "{slug}");
    }
}

#[test]
fn the_first_page_keeps_its_title_and_has_the_card_of_any_picture() {
    let (site, words) = (written(NO_ADDRESS), words());
    let page = page_at(&site.join("index.html"));
    assert_eq!(page.the("title").text(), words.site.page.title);
    assert_eq!(meta(&page, "description"), Some(&*words.site.page.description));
    assert_eq!(meta(&page, "og:title"), Some(&*words.site.page.title));
    assert_eq!(meta(&page, "og:description"), Some(&*words.site.page.description));
    assert_eq!(meta(&page, "og:image"), Some("r/en/picture/og.png"));
}

#[test]
fn no_page_names_an_address_that_would_replace_the_shared_one() {
    let site = written("https://quiz.example/");
    for (address, page) in previews(&site).into_iter().chain([("index.html".into(), page_at(&site.join("index.html")))]) {
        assert_eq!(meta(&page, "og:url"), None, "{address}");
        let rels = ["icon", "manifest", "stylesheet", "preload"].as_slice();
        let more = if address == "index.html" { ["alternate"].as_slice() } else { &[] };
        assert!(page.all("link").iter().all(|link| [rels, more].concat().contains(&link.attribute("rel"))), "{address}");
        assert!(page.all("base").is_empty());
    }
}

/// The file of the site that a relative address in a page means.
fn resolved(page: &str, link: &str) -> String {
    let mut parts: Vec<&str> = page.split('/').collect();
    parts.pop();
    for part in Path::new(link).components() {
        match part {
            Component::ParentDir => drop(parts.pop().expect("the address stays in the site")),
            Component::CurDir => {}
            Component::Normal(name) => parts.push(name.to_str().unwrap()),
            other => panic!("{other:?} in {link}"),
        }
    }
    parts.join("/")
}

#[test]
fn every_address_in_a_page_leads_to_a_file_of_the_site() {
    let site = written(NO_ADDRESS);
    for (address, page) in previews(&site).into_iter().chain([("index.html".into(), page_at(&site.join("index.html")))]) {
        let links = page.everything().into_iter().flat_map(Element::attributes);
        let links: Vec<&str> = links.filter(|(name, _)| ["href", "src"].contains(name)).map(|(_, link)| link).collect();
        let links = links.iter().filter(|link| !link.starts_with("data:image/svg+xml,"));
        let help = &words().site.page.help_href;
        let files: Vec<String> = links.filter(|link| *link != help).map(|link| resolved(&address, link)).collect();
        // The first screen has the style sheet of the page.
        let first: &[&str] = if address == "index.html" { &["start.css"] } else { &[] };
        let page_itself = address.strip_suffix("index.html").unwrap();
        let others: Vec<String> = languages()
            .iter()
            .filter(|lang| *lang != "en")
            .map(|lang| match page_itself.strip_prefix("r/en/") {
                Some(picture) => format!("r/{lang}/{}", picture.trim_end_matches('/')),
                None => lang.clone(),
            })
            .collect();
        let others: Vec<&str> = others.iter().map(String::as_str).collect();
        let before = ["paper.html", "paper.html"];
        let after = ["about.html", "paper.html", "builder.html", "v1/first-party.js", "v1/page-embed.js"];
        let expected = [&["manifest.json"], &["start.css"][..], first, &before, &others, &after].concat();
        assert_eq!(files, expected, "{address}");
        assert!(site.join(resolved(&address, meta(&page, "og:image").unwrap())).is_file(), "{address}");
        assert_eq!(page.the("exhale-quiz").attribute("lang"), "en");
    }
}

#[test]
fn every_address_in_the_page_about_the_quiz_leads_to_a_file_of_the_site() {
    let site = written(NO_ADDRESS);
    for (folder, others) in [("", ["es/", "fa/"]), ("fa/", ["", "es/"])] {
        let page = page_at(&site.join(format!("{folder}about.html")));
        let links = page.everything().into_iter().flat_map(Element::attributes);
        let links = links.filter(|(name, link)| ["href", "src"].contains(name) && !link.starts_with("data:"));
        let files: Vec<String> = links.map(|(_, link)| resolved(&format!("{folder}about.html"), link)).collect();
        let own = ["builder.html", "paper.html"].map(|file| format!("{folder}{file}"));
        let others = others.map(|other| format!("{other}about.html"));
        let home = folder.trim_end_matches('/').to_owned();
        let loaded = ["page.css", "about.css", "about.js"].map(str::to_owned);
        assert_eq!(files, [&loaded[..], &own, &[home], &others].concat());
    }
}

/// The first screen in the markup and the element show the same one; the page around a frame names its own.
#[test]
fn our_own_pages_have_a_help_line_and_the_frame_has_none() {
    let (site, page) = (written(NO_ADDRESS), words().site.page);
    let line = (page.help_href.as_str(), page.help_label.as_str());
    for (address, page) in previews(&site).into_iter().chain([("index.html".into(), page_at(&site.join("index.html")))]) {
        let quiz = page.the("exhale-quiz");
        assert_eq!((quiz.attribute("help-href"), quiz.attribute("help-label")), line, "{address}");
        let links = page.all("a").into_iter().filter(|link| link.attribute("part") == "help");
        let links: Vec<_> = links.map(|link| (link.attribute("href").to_owned(), link.text())).collect();
        let expected = if address == "index.html" { vec![(line.0.to_owned(), line.1.to_owned())] } else { Vec::new() };
        assert_eq!(links, expected, "{address}");
    }
    assert!(!fs::read_to_string(site.join("v1/frame.html")).unwrap().contains("part=\"help\""));
}

#[test]
fn a_help_line_that_the_quiz_would_not_show_stops_the_build() {
    let said = refused_with("help", "help-href = \"https://", "help-href = \"//");
    assert!(said.contains("content/en.toml: page.help-href: expected an address that begins with"), "{said}");
}

#[test]
fn a_strict_policy_stands_in_every_page_and_nothing_in_it_is_refused() {
    let site = written(NO_ADDRESS);
    let others =
        ["index.html", "about.html", "404.html", "builder.html"].map(|name| (name.to_owned(), page_at(&site.join(name))));
    for (address, page) in previews(&site).into_iter().chain(others) {
        let policy = page.all("meta").into_iter().find(|meta| meta.attribute("http-equiv") == "Content-Security-Policy");
        let policy = policy.expect("a policy").attribute("content");
        assert!(policy.starts_with("default-src 'none'; script-src 'self'") && !policy.contains("unsafe-inline"), "{policy}");
        assert!(page.all("style").is_empty(), "{address}");
        assert!(
            page.all("script").iter().all(|script| script.text().is_empty() && !script.attribute("src").is_empty()),
            "{address}"
        );
        for (name, _) in page.everything().into_iter().flat_map(Element::attributes) {
            assert!(name != "style" && !name.starts_with("on") && !name.starts_with("data-trunk"), "{name} in {address}");
        }
    }
}

#[test]
fn with_the_address_of_the_site_the_image_is_named_by_its_whole_address() {
    let site = written("https://quiz.example/exhale/");
    for (address, page) in previews(&site) {
        let folder = address.strip_suffix("index.html").unwrap();
        assert_eq!(meta(&page, "og:image"), Some(&*format!("https://quiz.example/exhale/{folder}og.png")));
    }
    let first = page_at(&site.join("index.html"));
    assert_eq!(meta(&first, "og:image"), Some("https://quiz.example/exhale/r/en/picture/og.png"));
}

#[test]
fn an_address_that_is_none_stops_the_build_with_a_sentence() {
    for bad in ["quiz.example", "https://quiz.example", "ftp://quiz.example/", "https://quiz.example/\"><b>/", "/"] {
        let said = refused(&project(""), "bad", bad);
        assert!(said.starts_with("site: EXHALE_SITE_URL: expected an address such as https://quiz.example/"), "{said}");
        assert_eq!(said.lines().count(), 1, "{said}");
        assert_eq!(fs::read_dir(temporary("bad")).unwrap().count(), 0, "nothing is written");
    }
}

#[test]
fn the_missing_page_is_right_at_every_depth() {
    for (address, root) in [(NO_ADDRESS, "/"), ("https://quiz.example/a/b/", "/a/b/")] {
        let page = page_at(&written(address).join("404.html"));
        let links = page.everything().into_iter().flat_map(Element::attributes);
        let links: Vec<&str> = links.filter(|(name, _)| ["href", "src"].contains(name)).map(|(_, link)| link).collect();
        let expected = ["404.js", "page.css", "", "paper.html"].map(|file| format!("{root}{file}"));
        assert_eq!(links[1..], expected, "{links:?}");
    }
}

/// Runs the script with this path and query, and returns where it leads.
fn led_to(script: &Path, places: &[(&str, &str)]) -> Vec<Option<String>> {
    const RUN: &str = "
        const [script, places] = process.argv.slice(1);
        const code = require('node:fs').readFileSync(script, 'utf8');
        const led = JSON.parse(places).map(([pathname, search]) => {
            let to = null;
            const location = { origin: 'https://quiz.example', pathname, search, replace: (where) => { to = where; } };
            require('node:vm').runInNewContext(code, { location });
            return to;
        });
        console.log(JSON.stringify(led));";
    let places = serde_json::to_string(places).unwrap();
    let run = Command::new("node").args(["-e", RUN]).arg(script).arg(places).output().expect("node runs");
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    serde_json::from_slice(&run.stdout).expect("a list")
}

#[test]
fn a_link_whose_hash_was_changed_leads_to_the_picture_and_nothing_else_leads_anywhere() {
    let long = "a".repeat(64);
    let (fits, too_long) = (format!("/%23exhale={long}"), format!("/%23exhale={long}a"));
    let fits_to = format!("/#exhale={long}");
    let table = [
        ("/%23exhale=040vapctkkt809me", "", Some("/#exhale=040vapctkkt809me")),
        ("/%2523exhale=040vapctkkt809me", "", Some("/#exhale=040vapctkkt809me")),
        ("/r/en/navigator/%23exhale=040VAPCTKKT809ME", "", Some("/r/en/navigator/#exhale=040VAPCTKKT809ME")),
        ("/%23exhale%3D040vapctkkt809me", "", Some("/#exhale=040vapctkkt809me")),
        ("/%2523exhale%253d040vapctkkt809me", "", Some("/#exhale=040vapctkkt809me")),
        ("/a/r/en/co-pilot%23exhale=040v", "", Some("/a/r/en/co-pilot#exhale=040v")),
        ("/%23exhale=040v", "?ref=blog", Some("/?ref=blog#exhale=040v")),
        ("//elsewhere.example/%23exhale=040v", "", Some("//elsewhere.example/#exhale=040v")),
        (&fits, "", Some(&fits_to)),
        (&too_long, "", None),
        ("/", "", None),
        ("/nothing/here", "", None),
        ("/%23exhale=", "", None),
        ("/%23exhale=a-b", "", None),
        ("/%23exhale=a/b", "", None),
        ("/%23exhale=%3Cb%3E", "", None),
        ("/%23other=040v", "", None),
        ("/exhale=040v", "", None),
        ("/%25252523exhale=040v", "", None),
        ("/", "?q=%23exhale=040v", None),
    ];
    let places: Vec<(&str, &str)> = table.iter().map(|(path, query, _)| (*path, *query)).collect();
    let led = led_to(&project("pages/404.js"), &places);
    for ((path, query, expected), led) in table.into_iter().zip(led) {
        assert_eq!(led, expected.map(|to| format!("https://quiz.example{to}")), "{path}{query}");
    }
}

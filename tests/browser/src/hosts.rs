//! The quiz on real hosts, which `make hosts` sets up (`tests/hosts/run.py`): a blog by WordPress, Hugo and Jekyll, pages with scripts
//! that change what every page relies on, and servers with the configuration that `docs/hosting.md` shows. No part of `make test`.

use std::{
    collections::BTreeMap,
    env, fs,
    io::{Read, Write},
    net::TcpStream,
    sync::LazyLock,
};

use fantoccini::Locator;
use libtest_mimic::Failed;
use serde_json::json;

use crate::{
    Context, Test,
    engine::{Device, dist},
    host_pages::{SHEET, until_state},
    page::{Page, SITE_TEXTS},
    results::assert_shows,
};

/// The suites, each named after its host.
pub const SUITES: &[(&str, &[Test])] = &[
    (
        "wordpress",
        &[
            ("as author: the address on a line of its own shows the quiz, to the end", |context| {
                post(context, "wordpress", "author-line", Shown::Frame)
            }),
            ("as author: the address in an embed block shows the quiz, to the end", |context| {
                post(context, "wordpress", "author-embed", Shown::Frame)
            }),
            ("as author: a pasted snippet leaves its link", author_snippet),
            ("as administrator: the address on a line of its own shows the quiz, to the end", |context| {
                post(context, "wordpress", "administrator-line", Shown::Frame)
            }),
            ("as administrator: the address in an embed block shows the quiz, to the end", |context| {
                post(context, "wordpress", "administrator-embed", Shown::Frame)
            }),
            ("as administrator: the snippet in a block Custom HTML shows the quiz, to the end", |context| {
                post(context, "wordpress", "administrator-html", Shown::Element)
            }),
        ],
    ),
    (
        "hugo",
        &[
            ("the shortcode shows the quiz, to the end", |context| post(context, "hugo", "shortcode", Shown::Element)),
            ("the snippet shows the quiz, to the end", |context| post(context, "hugo", "snippet", Shown::Element)),
        ],
    ),
    ("jekyll", &[("the snippet shows the quiz, to the end", |context| post(context, "jekyll", "snippet", Shown::Element))]),
    (
        "prototype",
        &[("the quiz beside it can be answered, to the end", |context| post(context, "prototype", "page", Shown::Element))],
    ),
    (
        "mootools",
        &[("the quiz beside it can be answered, to the end", |context| post(context, "mootools", "page", Shown::Element))],
    ),
    ("zone", &[("the quiz beside it can be answered, to the end", |context| post(context, "zone", "page", Shown::Element))]),
    (
        "darkreader",
        &[("the quiz beside it can be answered, to the end", |context| post(context, "darkreader", "page", Shown::Element))],
    ),
    (
        "nginx",
        &[
            ("our own page is answered, to the end", |context| own_page(context, "nginx")),
            ("the element on another site shows the quiz", |context| elsewhere(context, "nginx")),
            ("a frame in a sandbox shows the quiz", |context| sandboxed(context, "nginx")),
            ("headers are those that docs/hosting.md asks for", |context| headers(context, "nginx", "gzip")),
            ("a missing page is our own 404 page", |context| missing(context, "nginx")),
        ],
    ),
    (
        "nginx_debian",
        &[
            ("our own page is answered, to the end", |context| own_page(context, "nginx_debian")),
            ("without the first header the element on another site leaves its link", element_without_cors),
        ],
    ),
    (
        "serve",
        &[
            ("in a folder, shown without its last slash, our own page is answered, to the end", |context| {
                own_page(context, "serve")
            }),
            ("the element on another site shows the quiz", |context| elsewhere(context, "serve")),
            ("the frame, whose address loses its ending, shows the quiz", |context| frame(context, "serve", "")),
        ],
    ),
    (
        "caddy",
        &[
            ("our own page is answered, to the end", |context| own_page(context, "caddy")),
            ("the element on another site shows the quiz", |context| elsewhere(context, "caddy")),
            ("a frame in a sandbox shows the quiz", |context| sandboxed(context, "caddy")),
            ("headers are those that docs/hosting.md asks for", |context| headers(context, "caddy", "br")),
            ("a missing page is our own 404 page", |context| missing(context, "caddy")),
        ],
    ),
    (
        "apache",
        &[
            ("our own page is answered, to the end", |context| own_page(context, "apache")),
            ("the element on another site shows the quiz", |context| elsewhere(context, "apache")),
            ("a frame in a sandbox shows the quiz", |context| sandboxed(context, "apache")),
            ("headers are those that docs/hosting.md asks for", |context| headers(context, "apache", "br")),
            ("a missing page is our own 404 page", |context| missing(context, "apache")),
        ],
    ),
];

/// The addresses of the hosts that are set up, by host and name. `EXHALE_HOSTS` names the file.
pub static ADDRESSES: LazyLock<Option<BTreeMap<String, BTreeMap<String, String>>>> = LazyLock::new(|| {
    let file = env::var_os("EXHALE_HOSTS")?;
    let text = fs::read_to_string(&file).unwrap_or_else(|error| panic!("EXHALE_HOSTS={}: {error}", file.display()));
    Some(serde_json::from_str(&text).expect("addresses by host and name"))
});

/// Whether a host is set up.
pub fn is_set_up(host: &str) -> bool {
    ADDRESSES.as_ref().is_some_and(|hosts| hosts.contains_key(host))
}

fn address(host: &str, name: &str) -> &'static str {
    &ADDRESSES.as_ref().expect("EXHALE_HOSTS is set")[host][name]
}

/// How a post shows the quiz.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shown {
    Element,
    Frame,
}

/// Takes the quiz in a post, on a phone and in a window of 1280 pixels.
fn post(context: &Context, host: &str, name: &str, shown: Shown) -> Result<(), Failed> {
    for width in [390, 1280] {
        let device = if width < 500 { Device::phone(width, 844) } else { Device::default() };
        context.browse(device, |page| async move {
            if device.phone.is_none() {
                page.client.set_window_size(u32::from(width), 900).await.expect("the window can be resized");
            }
            let page = page.of(if shown == Shown::Frame { "iframe" } else { "exhale-quiz" });
            page.go(address(host, name)).await;
            page.until("something stands in the place of the quiz", || async {
                page.ask("quiz?.scrollIntoView(); return !!quiz").await == json!(true)
            })
            .await;
            if shown == Shown::Element {
                let is_there = "return quiz.state === 'ready'";
                page.until("the quiz is there", || async { page.ask(is_there).await == json!(true) }).await;
                // Beside a script that replaces what the browser has, the quiz goes into a frame of its own.
                if page.ask("return !!quiz.shadowRoot.querySelector('iframe')").await == json!(true) {
                    assert_fits(&page, width).await;
                    page.shadow("iframe").await.enter_frame().await.expect("a frame");
                    let inside = page.of("exhale-quiz");
                    inside.ready().await;
                    inside.take_all(&SHEET.map(Some)).await;
                    assert_shows(&inside, "full", &SHEET.map(Some)).await;
                    page.client.enter_parent_frame().await.expect("the page");
                    assert_fits(&page, width).await;
                    return;
                }
                page.ready().await;
                assert_fits(&page, width).await;
                page.take_all(&SHEET.map(Some)).await;
                assert_shows(&page, "full", &SHEET.map(Some)).await;
                assert_fits(&page, width).await;
                return;
            }
            // A person sees it: whatever hides it, something else would be found in its middle.
            let is_seen = "
                quiz.scrollIntoView();
                const { left, right, top, bottom } = quiz.getBoundingClientRect();
                const middle = [(left + right) / 2, (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2];
                return quiz.checkVisibility({ visibilityProperty: true }) && document.elementFromPoint(...middle) === quiz;
            ";
            page.until("the frame is shown", || async { page.ask(is_seen).await == json!(true) }).await;
            assert_fits(&page, width).await;
            let frame = page.client.find(Locator::Css("iframe")).await.expect("the frame");
            frame.enter_frame().await.expect("a frame");
            let inside = page.of("exhale-quiz");
            inside.ready().await;
            inside.take_all(&SHEET.map(Some)).await;
            assert_shows(&inside, "full", &SHEET.map(Some)).await;
            let overflow = inside.run("return document.documentElement.scrollWidth - innerWidth").await;
            assert!(overflow.as_f64().is_some_and(|pixels| pixels <= 0.0), "the frame scrolls sideways by {overflow} px");
            page.client.enter_parent_frame().await.expect("the post");
            assert_fits(&page, width).await;
        })?;
    }
    Ok(())
}

/// Nothing is wider than the screen: the page does not scroll sideways, and the quiz is inside.
async fn assert_fits(page: &Page, width: u16) {
    let script = "
        const { left, right } = quiz.getBoundingClientRect();
        return [document.documentElement.scrollWidth, Math.floor(left), Math.ceil(right)];
    ";
    let found: (f64, f64, f64) = serde_json::from_value(page.ask(script).await).expect("three numbers");
    let width = f64::from(width);
    assert!(found.0 <= width && found.1 >= 0.0 && found.2 <= width, "in {width} px: page, left, right are {found:?}");
}

/// Scripts and unknown elements of authors are stripped.
fn author_snippet(context: &Context) -> Result<(), Failed> {
    context.browse(Device::default(), |page| async move {
        page.go(address("wordpress", "author-html")).await;
        let found = "return [document.querySelectorAll('exhale-quiz').length, [...document.querySelectorAll('a')]
            .filter(({ textContent }) => textContent.startsWith('Exhale: ')).map(({ href }) => href)]";
        let [elements, links]: [serde_json::Value; 2] = serde_json::from_value(page.run(found).await).expect("two values");
        assert_eq!((elements, links.as_array().map(Vec::len)), (json!(0), Some(1)), "{links}");
    })
}

fn own_page(context: &Context, host: &str) -> Result<(), Failed> {
    context.browse(Device::default(), |page| async move {
        page.go(address(host, "site")).await;
        page.ready().await;
        page.take_all(&SHEET.map(Some)).await;
        assert_shows(&page, "full", &SHEET.map(Some)).await;
    })
}

fn elsewhere(context: &Context, host: &str) -> Result<(), Failed> {
    context.browse(Device::default(), |page| async move {
        let site = format!("{}/", address(host, "site").trim_end_matches('/'));
        page.open_host_page_with("<exhale-quiz></exhale-quiz>", &site).await;
        page.ready().await;
        assert_eq!(page.ask("return !!quiz.shadowRoot.querySelector('iframe')").await, json!(false), "it is in the page itself");
        page.answer(1, &SHEET.map(Some)[..3]).await;
        page.at(4).await;
    })
}

fn element_without_cors(context: &Context) -> Result<(), Failed> {
    context.browse(Device::default(), |page| async move {
        let site = address("nginx_debian", "site");
        let markup = format!("<exhale-quiz><a href='{site}'>Exhale</a></exhale-quiz>");
        page.open_host_page_with(&markup, site).await;
        // The script is refused: nothing is ever defined.
        let refused = format!(
            "return import('{site}v1/embed.js').then(() => 'loaded', () => [!!customElements.get('exhale-quiz'), quiz.innerText])"
        );
        assert_eq!(page.ask(&refused).await, json!([false, "Exhale"]));
        // The frame needs no such header.
        let frame = format!("document.body.innerHTML = '<iframe src=\"{site}v1/frame.html\" width=700 height=800></iframe>'");
        page.run(&frame).await;
        page.client.find(Locator::Css("iframe")).await.expect("the frame").enter_frame().await.expect("a frame");
        page.ready().await;
        page.answer(1, &SHEET.map(Some)[..3]).await;
        page.at(4).await;
    })
}

/// As WordPress puts a frame.
fn sandboxed(context: &Context, host: &str) -> Result<(), Failed> {
    frame(context, host, "sandbox=\"allow-scripts\"")
}

fn frame(context: &Context, host: &str, attributes: &'static str) -> Result<(), Failed> {
    context.browse(Device::default(), |page| async move {
        page.go(&format!("{}plain.html", page.hosts)).await;
        let src = format!("{}/v1/frame.html", address(host, "site").trim_end_matches('/'));
        page.run(&format!("document.body.innerHTML = '<iframe {attributes} src=\"{src}\" width=700 height=800></iframe>'")).await;
        page.client.find(Locator::Css("iframe")).await.expect("the frame").enter_frame().await.expect("a frame");
        page.ready().await;
        page.answer(1, &SHEET.map(Some)[..3]).await;
        page.at(4).await;
    })
}

/// The answer of a server: the status line, and the headers by their names in small letters.
fn answer(url: &str, encodings: &str) -> (String, BTreeMap<String, String>) {
    let (host, path) = url.trim_start_matches("http://").split_once('/').expect("an address");
    let mut stream = TcpStream::connect(host).expect("the server listens");
    write!(stream, "GET /{path} HTTP/1.1\r\nHost: {host}\r\nAccept-Encoding: {encodings}\r\nConnection: close\r\n\r\n")
        .expect("the server reads");
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes).expect("the server answers");
    let text = String::from_utf8_lossy(&bytes);
    let mut lines = text.lines().take_while(|line| !line.is_empty());
    let status = lines.next().expect("a status").to_owned();
    let headers = lines.filter_map(|line| line.split_once(": ")).map(|(name, value)| (name.to_lowercase(), value.to_owned()));
    (status, headers.collect())
}

/// How long files may be kept that never change, and those of the element that do.
const GOOD: &str = "public, max-age=31536000, immutable";
const HOUR: &str = "public, max-age=3600";

/// What `docs/hosting.md` asks for, by file. `best` is the best encoding that the server can send.
fn headers(_: &Context, host: &str, best: &str) -> Result<(), Failed> {
    let site = address(host, "site");
    let element: Vec<String> = fs::read_dir(dist().join("v1"))?
        .map(|entry| entry.map(|entry| entry.file_name().to_string_lossy().into_owned()))
        .collect::<Result<_, _>>()?;
    let named = |start: &str, end: &str| {
        let name = element.iter().find(|name| name.starts_with(start) && name.ends_with(end));
        format!("v1/{}", name.unwrap_or_else(|| panic!("{start}…{end} in dist/v1")))
    };
    let script = &["text/javascript", "application/javascript"][..];
    let expected = [
        (String::new(), &["text/html"][..], "no-cache"),
        ("es/".to_owned(), &["text/html"], "no-cache"),
        ("start.css".to_owned(), &["text/css"], "no-cache"),
        ("builder.js".to_owned(), script, "no-cache"),
        ("manifest.json".to_owned(), &["application/json"], "no-cache"),
        ("icon.png".to_owned(), &["image/png"], "public, max-age=86400"),
        ("r/en/navigator/og.png".to_owned(), &["image/png"], "public, max-age=86400"),
        ("v1/embed.js".to_owned(), script, HOUR),
        ("v1/first-party.js".to_owned(), script, HOUR),
        ("v1/frame.html".to_owned(), &["text/html"], HOUR),
        ("v1/frame.css".to_owned(), &["text/css"], HOUR),
        (named("quiz.", ".css"), &["text/css"], GOOD),
        (named("exhale.", ".js"), script, GOOD),
        (named("exhale_bg.", ".wasm"), &["application/wasm"], GOOD),
        (named("content.en.", ".txt"), &["text/plain"], GOOD),
        (format!("v{}/embed.js", env!("CARGO_PKG_VERSION")), script, GOOD),
        (format!("v{}/frame.html", env!("CARGO_PKG_VERSION")), &["text/html"], GOOD),
    ];
    let mut wrong = Vec::new();
    for (path, types, cache) in expected {
        for encodings in ["identity", "gzip", "gzip, deflate, br"] {
            let (status, headers) = answer(&format!("{site}{path}"), encodings);
            let header = |name: &str| headers.get(name).map_or("", String::as_str);
            let mut check = |what: &str, found: &str, is_right: bool| {
                if !is_right {
                    wrong.push(format!("/{path} ({encodings}): {what}: {found}"));
                }
            };
            check("status", &status, status.contains(" 200 "));
            check("origin", header("access-control-allow-origin"), header("access-control-allow-origin") == "*");
            let media_type = header("content-type").split(';').next().unwrap_or_default();
            check("type", media_type, types.contains(&media_type));
            check("cache", header("cache-control"), header("cache-control") == cache);
            if media_type == "image/png" {
                check("encoding", header("content-encoding"), header("content-encoding").is_empty());
                continue;
            }
            let encoding = if encodings == "identity" {
                ""
            } else if encodings.contains("br") {
                best
            } else {
                "gzip"
            };
            check("encoding", header("content-encoding"), header("content-encoding") == encoding);
            check("vary", header("vary"), encoding.is_empty() || header("vary").contains("Accept-Encoding"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    Ok(())
}

fn missing(context: &Context, host: &str) -> Result<(), Failed> {
    let site = address(host, "site");
    let (status, _) = answer(&format!("{site}no/such/page"), "identity");
    assert!(status.contains(" 404 "), "{status}");
    context.browse(Device::default(), |page| async move {
        page.go(&format!("{site}no/such/page")).await;
        assert_eq!(page.run("return document.querySelector('h1').textContent").await, json!(SITE_TEXTS.missing.title));
        // What a messenger made of the # of a shared link.
        let given = SHEET.map(Some);
        page.go(site).await;
        page.ready().await;
        page.take_all(&given).await;
        let link = page.ask("return quiz.getShareUrl()").await;
        page.go(&link.as_str().expect("a link").replace('#', "%23")).await;
        until_state(&page, "ready").await;
        assert_eq!(page.run("return location.hash.startsWith('#exhale=')").await, json!(true));
    })
}

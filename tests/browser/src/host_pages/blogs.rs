//! The quiz in blogs: a site built by Hugo, and the HTML that WordPress makes of `oembed.json`.

use std::{
    fs,
    future::Future,
    path::{Path, PathBuf},
    process::Command,
};

use exhale_test_support::project;
use libtest_mimic::Failed;
use serde_json::{Value, json};

use super::{SHEET, answer_three, assert_link, enter, leave};
use crate::{
    Context, Test, commands,
    engine::{Device, Site},
    page::Page,
    results::assert_shows,
};

pub const TESTS: &[Test] = &[
    ("in a Hugo blog the shortcode shows the quiz, with its settings, to the end", shortcode),
    ("in a Hugo blog that lets HTML through the pasted snippet shows the quiz", pasted),
    ("where Hugo drops HTML, and in its feed, what a reader needs is still there or the docs say so", without_html),
    ("a link in plain Markdown leads to the quiz", plain_markdown),
    ("WordPress, given our address, shows the quiz at its height", oembed),
];

fn temporary(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("blogs").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a temporary folder");
    folder
}

/// Copies a folder, replacing the placeholder with the address of our site.
fn copy(from: &Path, to: &Path, site: &str) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("the blog's files") {
        let path = entry.expect("a file").path();
        let copied = to.join(path.file_name().expect("a name"));
        if path.is_dir() {
            copy(&path, &copied, site);
        } else {
            let text = fs::read_to_string(&path).expect("a text").replace("https://quiz.example/", site);
            fs::write(copied, text).expect("a copy");
        }
    }
}

/// Builds the blog in `tests/browser/hugo` with these settings files, and serves it.
fn hugo(context: &Context, name: &str, settings: &str) -> Site {
    let folder = temporary(name);
    copy(&project("tests/browser/hugo"), &folder, &context.site.address);
    let run = Command::new("hugo").args(["--config", settings]).current_dir(&folder).output().expect("hugo is on PATH");
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stdout));
    Site::serve(&folder.join("public"), &[])
}

/// Runs a test on a post of the blog.
fn post<F: Future<Output = ()>>(context: &Context, blog: &Site, path: &str, test: impl FnOnce(Page) -> F) -> Result<(), Failed> {
    context.browse(Device::default(), |page| async move {
        page.go(&format!("{}{path}", blog.address)).await;
        test(page).await;
    })
}

fn shortcode(context: &Context) -> Result<(), Failed> {
    let blog = hugo(context, "shortcode", "hugo.toml");
    post(context, &blog, "posts/shortcode/", |page| async move {
        page.ready().await;
        let set = "return [quiz.theme, quiz.share, getComputedStyle(quiz.shadowRoot.querySelector('.exhale')).colorScheme]";
        assert_eq!(page.ask(set).await, json!(["light", "page", "light"]));
        page.take_all(&SHEET.map(Some)).await;
        assert_shows(&page, "full", &SHEET.map(Some)).await;
        let link = page.ask("return quiz.getShareUrl()").await;
        let here = page.run("return location.href").await;
        assert!(link.as_str().expect("a link").starts_with(here.as_str().expect("an address")), "{link} leads to the post");
    })
}

fn pasted(context: &Context) -> Result<(), Failed> {
    let blog = hugo(context, "pasted", "hugo.toml,with-html.toml");
    post(context, &blog, "posts/pasted/", |page| async move { answer_three(&page).await })
}

/// The links of a post in a feed reader, which drops scripts and unknown elements.
const READER: &str = r#"
    const feed = new DOMParser().parseFromString(await (await fetch("/index.xml")).text(), "text/xml");
    const item = [...feed.querySelectorAll("item")].find((item) => item.querySelector("link").textContent.includes(post));
    const body = new DOMParser().parseFromString(item.querySelector("description").textContent, "text/html").body;
    for (const script of body.querySelectorAll("script")) script.remove();
    for (const quiz of body.querySelectorAll("exhale-quiz")) quiz.replaceWith(...quiz.childNodes);
    return [...body.querySelectorAll("a")].map((link) => link.href);
"#;

fn without_html(context: &Context) -> Result<(), Failed> {
    let blog = hugo(context, "without-html", "hugo.toml");
    post(context, &blog, "posts/pasted/", |page| async move {
        // Hugo drops the snippet silently, which is why docs/embedding.md recommends the shortcode.
        assert_eq!(page.run("return document.querySelectorAll('exhale-quiz, article a').length").await, json!(0));
        let links = |post: &str| format!("return (async () => {{ const post = '{post}'; {READER} }})()");
        assert_eq!(page.run(&links("posts/shortcode")).await, json!([page.site]), "a feed reader has the link");
        assert_eq!(page.run(&links("posts/link")).await, json!([page.site]));
    })
}

fn plain_markdown(context: &Context) -> Result<(), Failed> {
    let blog = hugo(context, "markdown", "hugo.toml");
    post(context, &blog, "posts/link/", |page| async move {
        page.run("document.querySelector('article a').click()").await;
        answer_three(&page).await;
        assert_eq!(page.run("return location.href").await, json!(page.site));
    })
}

/// The oEmbed response of a site built for this address.
fn oembed_answer(site: &str) -> Value {
    let folder = temporary("oembed");
    let run = commands::site().arg("pages").arg(&folder).env("EXHALE_SITE_URL", site).output().expect("site runs");
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    serde_json::from_str(&fs::read_to_string(folder.join("oembed.json")).expect("an answer")).expect("JSON")
}

/// The HTML after `wp_filter_oembed_result` of WordPress.
fn in_wordpress(html: &str) -> String {
    const SECRET: &str = "k3JvT0pQxw";
    let frame = format!(
        "<iframe id=\"first\" sandbox=\"allow-scripts\" security=\"restricted\" style=\"position: absolute; visibility: hidden\" data-secret=\"{SECRET}\""
    );
    let html = html.replace("<iframe", &frame).replace("<blockquote", &format!("<blockquote data-secret=\"{SECRET}\""));
    let (before, address) = html.split_once(" src=\"").expect("a frame");
    let (address, after) = address.split_once('"').expect("an address");
    format!("{before} src=\"{address}#?secret={SECRET}\"{after}")
}

fn oembed(context: &Context) -> Result<(), Failed> {
    context.browse(Device::default(), |page| async move {
        let page = page.of("#first");
        let answer = oembed_answer(&page.site);
        let html = in_wordpress(answer["html"].as_str().expect("HTML"));
        page.go(&format!("{}hosts/wordpress.html", page.hosts)).await;
        // The same post with the HTML of our response.
        let script = format!(
            r#"return (async () => {{
                const post = await (await fetch(location.href)).text();
                window.host.heard = [];
                document.open();
                document.write(post.replace(/<figure.*<\/figure>/s, () => `<figure class="wp-block-embed">{html}</figure>`));
                document.close();
            }})()"#
        );
        page.run(&script).await;
        page.until("a height has come", || async { page.run("return !!window.host?.heard?.length").await == json!(true) }).await;
        let shown = "return [quiz.checkVisibility({ visibilityProperty: true }), document.querySelector('blockquote').hidden]";
        assert_eq!(page.ask(shown).await, json!([true, true]));
        let frame = page.client.find(fantoccini::Locator::Css("#first")).await.expect("the frame");
        let inside = enter(&page, frame).await;
        answer_three(&inside).await;
        leave(&page).await;
        // If frames are stripped, the blockquote remains: a link to the quiz.
        let stripped = "
            document.querySelector('#first').remove();
            const quote = document.querySelector('blockquote');
            Object.assign(quote, { id: 'first', hidden: false });
        ";
        page.run(stripped).await;
        assert_link(&page).await;
    })
}

//! What hosts do to the site between the build and a visitor: git, servers that know few endings or show a folder without its last slash,
//! caches that keep pages longer than their files, browsers that are too old.

use std::{collections::BTreeSet, env, fs, path::Path, process::Command, time::Duration};

use fantoccini::Locator;
use libtest_mimic::Failed;
use serde_json::json;

use crate::{
    Context, Test, commands,
    engine::{Device, Engine, Site, dist},
    host_pages::SHEET,
    page::{Page, SITE_TEXTS, texts},
};

pub const TESTS: &[Test] = &[
    ("through git with converted line ends every file stays what it was", git),
    ("every ending is one that hosts know, or web.config names it", endings),
    ("in a folder, shown without its last slash, our pages work in each language", without_slash),
    ("a page from a cache works with the files that a release keeps", kept),
    ("where no script of ours can run, a sentence and the way to the form on paper", |context| silent(context, "none")),
    ("in an engine without declarative shadow roots too", |context| silent(context, "none-rootless")),
    ("in an engine without constructable style sheets, a sentence and the way to the form on paper", old_engine),
    ("without scripts nothing is said of a connection", without_scripts),
];

/// A folder of this run for a test.
fn temporary(name: &str) -> std::path::PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("hosting").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(folder.parent().expect("a folder")).expect("a temporary folder");
    folder
}

fn copy(from: &Path, to: &Path) {
    let run = Command::new("cp").arg("-R").args([from, to]).status().expect("cp runs");
    assert!(run.success(), "{} is copied", from.display());
}

fn run(command: &mut Command) -> String {
    let done = command.output().unwrap_or_else(|error| panic!("{command:?}: {error}"));
    assert!(done.status.success(), "{command:?}: {}", String::from_utf8_lossy(&done.stderr));
    String::from_utf8_lossy(&done.stdout).into_owned()
}

/// As people do on Windows who publish a folder from a repository.
fn git(_: &Context) -> Result<(), Failed> {
    let (published, cloned) = (temporary("published"), temporary("cloned"));
    copy(&dist(), &published);
    let git = |folder: &Path, arguments: &[&str]| {
        let settings = ["core.autocrlf=true", "core.safecrlf=false", "user.name=A", "user.email=a@example.org"];
        let settings = settings.iter().flat_map(|setting| ["-c", setting]);
        run(Command::new("git")
            .current_dir(folder)
            .envs([("GIT_CONFIG_GLOBAL", "/dev/null"), ("GIT_CONFIG_SYSTEM", "/dev/null")])
            .args(settings)
            .args(arguments))
    };
    git(&published, &["init", "--quiet"]);
    git(&published, &["add", "--all"]);
    git(&published, &["commit", "--quiet", "--message", "The quiz"]);
    let (from, to) = (published.to_str().ok_or("a path")?, cloned.to_str().ok_or("a path")?);
    git(&published, &["clone", "--quiet", from, to]);
    run(Command::new("diff").args(["-r", "--exclude=.git"]).args([dist(), cloned]));
    Ok(())
}

/// Endings that the servers of the last fifteen years all have a type for.
const KNOWN: [&str; 7] = ["html", "css", "js", "png", "txt", "xml", "ts"];

fn endings(_: &Context) -> Result<(), Failed> {
    let config = fs::read_to_string(dist().join("web.config"))?;
    let mut unknown = BTreeSet::new();
    let mut folders = vec![dist()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            // What hosts read, and what is sent in the place of the file without that ending.
            let is_served = !name.starts_with(['.', '_']) && name != "web.config";
            let ending = name.rsplit('.').next().unwrap_or_default();
            let is_known = KNOWN.contains(&ending) || config.contains(&format!("<mimeMap fileExtension=\".{ending}\""));
            if is_served && !is_known && !["br", "gz"].contains(&ending) {
                unknown.insert(name);
            }
        }
    }
    assert!(unknown.is_empty(), "{unknown:?}");
    Ok(())
}

/// The site as it is built for an address, served there.
fn addressed(name: &str, path: &str, options: &[&str]) -> (Site, String) {
    let folder = temporary(name);
    let site = folder.join(path);
    fs::create_dir_all(site.parent().expect("a folder")).expect("a temporary folder");
    copy(&dist(), &site);
    let server = Site::serve(&folder, &options.iter().map(Into::into).collect::<Vec<_>>());
    let address = format!("{}{path}/", server.address);
    run(commands::site().arg("address").arg(&site).env("EXHALE_SITE_URL", &address));
    (server, address)
}

fn without_slash(context: &Context) -> Result<(), Failed> {
    let (_server, address) = addressed("without-slash", "some/quiz", &["--clean"]);
    context.browse(Device::default(), |page| async move {
        for (path, lang) in [("", "en"), ("es/", "es"), ("fa/", "fa")] {
            let shown = format!("{address}{path}");
            page.go(shown.trim_end_matches('/')).await;
            page.ready().await;
            assert_eq!(page.run("return location.href").await, json!(shown.trim_end_matches('/')), "it is shown as it is");
            let legend = "return quiz.shadowRoot.querySelector('legend').textContent.trim()";
            assert_eq!(page.ask(legend).await, json!(texts(lang).items[0]));
            let links =
                "return ['about', 'paper', 'builder'].map((name) => document.querySelector(`footer a[href*=${name}]`).href)";
            let expected = ["about.html", "paper.html", "builder.html"].map(|name| format!("{shown}{name}"));
            assert_eq!(page.run(links).await, json!(expected));
        }
        // A shared result, as its page is shown there.
        page.go(&format!("{address}r/en/navigator")).await;
        page.ready().await;
        // An address that loses its ending.
        page.go(&format!("{address}paper.html")).await;
        assert_eq!(page.run("return document.title").await, json!(SITE_TEXTS.paper.title));
        // From there, what is beside it is found too.
        page.go(&format!("{address}es/about.html")).await;
        let links = "return [...document.querySelectorAll('a')].map((link) => link.href)";
        let expected = ["es/builder.html", "es/paper.html", "es/", "about.html", "fa/about.html"];
        assert_eq!(page.run(links).await, json!(expected.map(|name| format!("{address}{name}"))));
    })
}

/// A site whose newest version has other files, as a release makes it of this one.
fn kept(context: &Context) -> Result<(), Failed> {
    let newer = temporary("newer");
    copy(&dist(), &newer);
    let is_hashed = |name: &str| ["quiz.", "exhale.", "exhale_bg.", "content."].iter().any(|start| name.starts_with(start));
    for entry in fs::read_dir(newer.join("v1"))? {
        let path = entry?.path();
        if is_hashed(&path.file_name().unwrap_or_default().to_string_lossy()) {
            fs::remove_file(path)?;
        }
    }
    // Without them, a page from a cache says so.
    let gone = Site::serve(&newer, &[]);
    context.browse(Device::default(), |page| async move {
        page.go(&gone.address).await;
        assert_says_so(&page).await;
    })?;
    run(commands::site().arg("keep").args([&newer, &dist()]));
    let served = Site::serve(&newer, &[]);
    context.browse(Device::default(), |page| async move {
        page.go(&served.address).await;
        page.ready().await;
        page.answer(1, &SHEET.map(Some)[..3]).await;
        page.at(4).await;
    })
}

/// The page says that there is no quiz, and a link that is seen leads to the form on paper.
async fn assert_says_so(page: &Page) {
    let script = "
        const line = document.querySelector('[slot=failed]:has(a)');
        const link = line?.querySelector('a');
        return !!line && line.checkVisibility({ visibilityProperty: true }) && link.getBoundingClientRect().height > 10
            && link.href.endsWith('paper.html') && line.innerText;
    ";
    let start = SITE_TEXTS.page.failed.chars().take(20).collect::<String>();
    page.until("the page says what is wrong", || async {
        page.run(script).await.as_str().is_some_and(|text| text.starts_with(&start))
    })
    .await;
}

fn silent(context: &Context, fault: &str) -> Result<(), Failed> {
    context.browse(Device::default(), |page| async move {
        for path in ["", "v1/frame.html"] {
            page.go(&format!("{}copy/{fault}/{path}", page.site)).await;
            let early = "return document.querySelector('[slot=failed]').checkVisibility({ visibilityProperty: true })";
            assert_eq!(page.run(early).await, json!(false), "what may still come is waited for");
            tokio::time::sleep(Duration::from_secs(10)).await;
            assert_says_so(&page).await;
        }
    })
}

/// Safari before 16.4, as far as an engine can be made like it.
fn old_engine(context: &Context) -> Result<(), Failed> {
    if context.drivers.engine != Engine::Chromium {
        return Ok(()); // the others run no script before those of the page
    }
    context.browse(Device::default(), |page| async move {
        let source = "
            window.CSSStyleSheet = class { constructor() { throw new TypeError('Illegal constructor'); } };
            delete Document.prototype.adoptedStyleSheets;
            delete ShadowRoot.prototype.adoptedStyleSheets;
            delete HTMLElement.prototype.attachInternals;
            delete window.ElementInternals;
        ";
        let added = page.devtools("Page.addScriptToEvaluateOnNewDocument", &json!({ "source": source })).await;
        for path in ["", "v1/frame.html"] {
            page.go(&format!("{}copy/rootless/{path}", page.site)).await;
            assert_says_so(&page).await;
        }
        // In a frame from another site Chromium runs no script of ours before those of the page.
        page.open_host_page_with("<exhale-quiz mode=inline><a id='link' href='.'>Exhale</a></exhale-quiz>", &page.site).await;
        page.until("the element gives up", || async { page.ask("return quiz.state").await == json!("error") }).await;
        let link = page.client.find(Locator::Css("#link")).await.expect("the link");
        assert!(link.is_displayed().await.expect("it can be asked"), "what stands inside the element stays");
        page.devtools("Page.removeScriptToEvaluateOnNewDocument", &added).await;
    })
}

fn without_scripts(context: &Context) -> Result<(), Failed> {
    if context.drivers.engine == Engine::WebKit {
        return Ok(()); // it has no such setting here
    }
    context.browse(Device::WITHOUT_SCRIPTS, |page| async move {
        page.go(&page.site).await;
        tokio::time::sleep(Duration::from_secs(11)).await;
        let shown = page.client.find(Locator::Css("[slot=failed]")).await.expect("the line");
        assert!(!shown.is_displayed().await.expect("it can be asked"), "what is wrong is another thing");
    })
}

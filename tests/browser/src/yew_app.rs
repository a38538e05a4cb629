//! The quiz as a component of another Yew app: `examples/yew-app`.

use std::{env, fs, future::Future, path::PathBuf};

use exhale_quiz::{Form, QuizResult, Scale};
use exhale_test_support::project;
use libtest_mimic::Failed;
use serde_json::json;

use crate::{
    Context, Test,
    engine::{Device, Site},
    host_pages::SHEET,
    page::{Page, TEXTS, sheet},
};

pub const TESTS: &[Test] = &[
    ("a Yew app shows the quiz in a shadow root, with its style sheet and nothing of the app's fallback", looks),
    ("a Yew app is told of the sketch and of the result that the quiz shows", told),
    ("a prop that changes takes effect, and what was answered stays", changed),
    ("keys that are pressed in the quiz do not reach the app's hotkeys, and the others do", hotkeys),
    ("a quiz that a Yew app takes away is freed, and offers what is kept when it is back", removed),
];

/// Runs a test on the quiz of the app.
fn on<F: Future<Output = ()>>(context: &Context, test: impl FnOnce(Page) -> F) -> Result<(), Failed> {
    let folder = env::var_os("EXHALE_EXAMPLE").map_or_else(|| project("target/example-site"), PathBuf::from);
    if !fs::exists(folder.join("index.html"))? {
        return Err(format!("{} is not built: run scripts/example.sh", folder.display()).into());
    }
    let app = Site::serve(&folder, &[]);
    context.browse(Device::default(), |page| async move {
        test(Page { site: app.address.clone(), ..page.of(".quiz") }.open().await).await;
    })
}

/// Presses a key while a button of the app has focus.
async fn press_outside(page: &Page, key: char) {
    page.run("document.querySelector('main button').focus()").await;
    page.keys(&[key]).await;
}

async fn is_there(page: &Page) -> bool {
    page.ask("return !!quiz").await == json!(true)
}

fn looks(context: &Context) -> Result<(), Failed> {
    on(context, |page| async move {
        let seen = page
            .ask(
                r#"const [before, host, after] = [...document.querySelectorAll("main > :not(h1)")];
                const { shadowRoot } = quiz;
                return [before.localName, host === quiz, after.localName, quiz.innerText.includes("needs a browser"),
                    shadowRoot.adoptedStyleSheets.length, document.querySelectorAll("style, [style]").length,
                    getComputedStyle(shadowRoot.querySelector(".exhale")).containerType,
                    getComputedStyle(quiz.previousElementSibling).containerType];"#,
            )
            .await;
        assert_eq!(seen, json!(["p", true, "p", false, 1, 0, "inline-size", "normal"]));
    })
}

fn told(context: &Context) -> Result<(), Failed> {
    on(context, |page| async move {
        let given = SHEET.map(Some);
        says(&page, "Here it will say how you look.").await;
        page.answer(1, &given[..1]).await;
        says(&page, "Statement 2 of 10.").await;
        page.answer(2, &given[1..10]).await;
        page.heading(&TEXTS.pause.title).await;
        page.press(&TEXTS.pause.sketch).await;
        page.heading(&TEXTS.sketch.title).await;
        says_the_picture(&page, &QuizResult::of(Form::Quick, &sheet(&given))).await;
        page.press(&TEXTS.sketch.go_on).await;
        page.answer(11, &given[10..]).await;
        page.on_result().await;
        let picture = QuizResult::of(Form::Full, &sheet(&given));
        says_the_picture(&page, &picture).await;
        let seen = page.see().await;
        assert!(seen.headings.iter().any(|heading| heading.contains(name(&picture))), "{seen:?}");
        let link = page.ask("return quiz.shadowRoot.querySelector('[part=share-link]').value").await;
        assert_eq!(page.run("return document.querySelector('.told a').href").await, link, "the link is the one on the screen");

        page.press(&TEXTS.share.copy).await;
        says(&page, &format!("A link to pass on: {}", link.as_str().expect("a link"))).await;
        assert!(!page.see().await.text.contains(&TEXTS.keep.copied), "the app does it");
        page.press(&TEXTS.result.retake).await;
        says(&page, "Here it will say how you look.").await;
        page.at(1).await;
        page.press(&TEXTS.first.see_again).await;
        says_the_picture(&page, &picture).await;
    })
}

/// Waits for a text of the app.
async fn says(page: &Page, text: &str) {
    let what = format!("the app says '{text}'");
    page.until(&what, || async { page.run("return document.querySelector('.told').textContent").await == text }).await;
}

async fn says_the_picture(page: &Page, picture: &QuizResult) {
    let trust = picture.scores.scale(Scale::Trust).expect("enough answers").shown(Scale::Trust);
    says(page, &format!("You look most like {}. Trust: {trust} of 100. Your picture", name(picture))).await;
}

fn name(picture: &QuizResult) -> &'static str {
    &TEXTS.profile(picture.headline.expect("a name").profile).name
}

fn changed(context: &Context) -> Result<(), Failed> {
    on(context, |page| async move {
        let surface = "return getComputedStyle(quiz.shadowRoot.querySelector('.exhale')).backgroundColor";
        page.answer(1, &SHEET.map(Some)[..2]).await;
        page.at(3).await;
        assert_eq!(page.ask(surface).await, "rgb(250, 248, 245)");
        page.run("document.querySelector('main button').click()").await;
        page.until("it is dark", || async { page.ask(surface).await == "rgb(28, 25, 29)" }).await;

        let kept = "return localStorage.getItem('exhale.run')";
        let before = page.run(kept).await;
        assert!(before.is_string(), "it is kept");
        page.run("document.querySelector('main input').click()").await;
        page.answer(3, &SHEET.map(Some)[2..3]).await;
        page.at(4).await;
        assert_eq!(page.run(kept).await, before, "nothing more is kept");
    })
}

fn hotkeys(context: &Context) -> Result<(), Failed> {
    on(context, |page| async move {
        page.run("window.keys = []; for (const type of ['keydown', 'keyup', 'keypress']) addEventListener(type, ({ key }) => keys.push(key))")
            .await;
        page.answer(1, &SHEET.map(Some)[..2]).await;
        page.at(3).await;
        page.keys(&['h', '4']).await;
        page.at(4).await;
        assert_eq!(page.run("return keys").await, json!([]));
        press_outside(&page, 'h').await;
        page.until("the app takes the quiz away", || async { !is_there(&page).await }).await;
    })
}

fn removed(context: &Context) -> Result<(), Failed> {
    on(context, |page| async move {
        // By keys: WebDriver keeps elements alive that it has found.
        page.ask("quiz.shadowRoot.querySelector('input').focus()").await;
        for statement in 1..=10 {
            page.at(statement).await;
            page.keys(&['4']).await;
        }
        page.heading(&TEXTS.pause.title).await;
        page.ask("window.gone = new WeakRef(quiz)").await;
        press_outside(&page, 'h').await;
        page.until("the quiz is gone", || async { !is_there(&page).await }).await;
        page.until("it is freed", || async {
            page.devtools("HeapProfiler.collectGarbage", &json!({})).await;
            page.run("return gone.deref() === undefined").await == json!(true)
        })
        .await;
        page.keys(&['h']).await;
        page.ready().await;
        page.press(&TEXTS.first.go_on_pause.replace("{n}", "10")).await;
        page.heading(&TEXTS.pause.title).await;
        says(&page, "You have begun.").await;
    })
}

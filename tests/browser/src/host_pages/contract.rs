//! The API of the element: attributes, properties, states, events and methods.

use libtest_mimic::Failed;
use serde_json::{Value, json};

use super::{SHEET, answer_three, hear, heard, noted, on, until_state};
use crate::{
    Context, Test,
    page::{Page, TEXTS, statement},
    results::{scales_as_told, score},
};

pub const TESTS: &[Test] = &[
    ("values that are not allowed are named in one warning each, and the default holds", wrong_values),
    ("properties that were set before the element was defined are taken up", early),
    ("properties mirror attributes", mirror),
    ("settings reach the quiz: outline, name, sharing, storage and help line", settings),
    ("attributes can change while the quiz is running", changes),
    ("from idle to done the page can follow, and hears the result as score prints it", whole_story),
    ("start, reset, focus and ready do what they say", methods),
    ("the page can share the link itself", share),
];

fn wrong_values(context: &Context) -> Result<(), Failed> {
    on(context, "wrong-values", |page| async move {
        answer_three(&page).await;
        let warnings = noted(&page, "warnings").await;
        let warnings: Vec<&str> = warnings.as_array().expect("a list").iter().filter_map(Value::as_str).collect();
        for (name, value, allowed) in [
            ("theme", "drak", &["auto", "light", "dark", "inherit"][..]),
            ("loading", "soon", &["lazy", "eager", "click"]),
            ("mode", "popup", &["auto", "inline", "iframe"]),
            ("share", "all", &["page", "hosted", "none"]),
            ("start", "end", &["intro", "first"]),
            ("persist", "maybe", &["on", "off"]),
            ("heading-level", "9", &["2", "3", "4", "5", "6"]),
        ] {
            let about: Vec<_> = warnings.iter().filter(|text| text.contains(value)).collect();
            assert_eq!(about.len(), 1, "{value} in {warnings:?}");
            for word in [&[name], allowed].concat() {
                assert!(about[0].contains(word), "'{word}' in '{}'", about[0]);
            }
        }
        assert_eq!(warnings.len(), 7, "{warnings:?}");
        assert_eq!(page.ask("return [quiz.theme, quiz.loading, quiz.mode]").await, json!(["auto", "lazy", "auto"]));
    })
}

fn early(context: &Context) -> Result<(), Failed> {
    on(context, "early", |page| async move {
        answer_three(&page).await;
        let own = "return ['theme', 'persist', 'headingLevel', 'label'].filter((name) => Object.hasOwn(quiz, name))";
        assert_eq!(page.ask(own).await, json!([]), "they do not hide the element's own");
        assert_eq!(
            page.ask("return [quiz.theme, quiz.label, String(quiz.headingLevel)]").await,
            json!(["dark", "My own quiz", "4"])
        );
        assert_eq!(page.run("return localStorage.length").await, json!(0), "persist=off holds");
        assert_eq!(label(&page).await, json!("My own quiz"));
        assert!(is_dark(&page).await);
    })
}

/// The accessible name of the quiz.
async fn label(page: &Page) -> Value {
    page.ask("return quiz.shadowRoot.querySelector('[role=region]').getAttribute('aria-label')").await
}

async fn is_dark(page: &Page) -> bool {
    let script = "return getComputedStyle(quiz.shadowRoot.querySelector('.exhale')).backgroundColor";
    page.ask(script).await == json!("rgb(28, 25, 29)")
}

fn mirror(context: &Context) -> Result<(), Failed> {
    on(context, "post", |page| async move {
        page.ready().await;
        let script = r#"
            const plain = document.createElement("exhale-quiz");
            const names = ["lang", "theme", "loading", "mode", "share", "persist", "hashKey", "headingLevel"];
            const before = names.map((name) => String(plain[name]));
            const other = document.createElement("exhale-quiz");
            const set = {
                lang: "en", theme: "light", loading: "click", mode: "inline", share: "none", persist: "off", hashKey: "mine",
                headingLevel: 5, label: "A name", helpHref: "tel:1", helpLabel: "Line", resultBase: "https://pictures.example/",
            };
            Object.assign(other, set);
            const attributes = Object.fromEntries([...other.attributes].map(({ name, value }) => [name, value]));
            const back = Object.entries(set).filter(([name, value]) => String(other[name]) !== String(value));
            return [before, attributes, back, typeof other.start];
        "#;
        let expected = json!([
            ["", "auto", "lazy", "auto", "page", "on", "exhale", "2"],
            {
                "lang": "en", "theme": "light", "loading": "click", "mode": "inline", "share": "none", "persist": "off",
                "hash-key": "mine", "heading-level": "5", "label": "A name", "help-href": "tel:1", "help-label": "Line",
                "result-base": "https://pictures.example/",
            },
            [],
            "function",
        ]);
        assert_eq!(page.run(script).await, expected);
    })
}

fn settings(context: &Context) -> Result<(), Failed> {
    on(context, "settings", |page| async move {
        page.ready().await;
        assert_eq!(label(&page).await, json!("A look at holding on"));
        let help = r#"
            const link = quiz.shadowRoot.querySelector("[part=safety] a");
            return [link?.getAttribute("href"), link?.textContent];
        "#;
        assert_eq!(page.ask(help).await, json!(["tel:0800123456", "Helpline"]));
        page.answer(1, &SHEET.map(Some)[..10]).await;
        page.heading(&TEXTS.pause.title).await;
        page.press(&TEXTS.pause.sketch).await;
        page.heading(&TEXTS.sketch.title).await;
        let levels = r#"
            const headings = [...quiz.shadowRoot.querySelectorAll("h1, h2, h3, h4, h5, h6")];
            return [...new Set(headings.map((one) => Number(one.ariaLevel ?? one.localName[1])))].sort();
        "#;
        let levels = page.ask(levels).await;
        assert_eq!(levels, json!([3, 4]), "the page's outline goes on");
        page.press(&TEXTS.sketch.stop).await;
        page.heading(&TEXTS.rests.title).await;
        assert!(page.shadow_all("[part=share-link]").await.is_empty(), "share=none");
        assert_eq!(page.run("return localStorage.length").await, json!(0), "persist=off");
        assert_eq!(hear(&page, "complete").await["shareUrl"], Value::Null);
    })
}

fn changes(context: &Context) -> Result<(), Failed> {
    on(context, "post", |page| async move {
        answer_three(&page).await;
        assert!(!is_dark(&page).await);
        page.ask("quiz.theme = 'dark'; quiz.label = 'Another name'").await;
        page.until("it is dark", || is_dark(&page)).await;
        page.until("it has another name", || async { label(&page).await == json!("Another name") }).await;
        page.at(4).await;
        page.ask("quiz.removeAttribute('theme')").await;
        page.until("it is light", || async { !is_dark(&page).await }).await;
        page.at(4).await;
        assert_eq!(noted(&page, "errors").await, json!([]));
    })
}

/// The property `state`, and the custom states that match.
async fn states(page: &Page) -> Value {
    let script = "return [quiz.state, ...['running', 'done', 'error'].filter((name) => quiz.matches(`:state(${name})`))]";
    page.ask(script).await
}

fn whole_story(context: &Context) -> Result<(), Failed> {
    on(context, "click", |page| async move {
        let given = SHEET.map(Some);
        page.until("it is defined", || async { page.ask("return quiz?.state").await == json!("idle") }).await;
        let version = "return customElements.get('exhale-quiz').version";
        assert_eq!(page.run(version).await, json!(env!("CARGO_PKG_VERSION")));
        assert_eq!(page.ask("return [quiz.result, quiz.getShareUrl()]").await, json!([null, null]));
        page.ask("quiz.start()").await;
        page.ready().await;
        assert_eq!(states(&page).await, json!(["ready"]));
        page.answer(1, &given[..10]).await;
        page.heading(&TEXTS.pause.title).await;
        assert_eq!(states(&page).await, json!(["running", "running"]));
        page.press(&TEXTS.pause.go_on).await;
        page.answer(11, &given[10..]).await;
        page.on_result().await;
        assert_eq!(states(&page).await, json!(["done", "done"]));

        assert_eq!((heard(&page, "ready").await.len(), heard(&page, "start").await.len()), (1, 1));
        let progress = heard(&page, "progress").await;
        let totals: Vec<_> = progress.iter().filter_map(|detail| detail["total"].as_u64()).collect();
        let indexes: Vec<_> = progress.iter().filter_map(|detail| detail["index"].as_u64()).collect();
        assert!(
            indexes.is_sorted() && totals.is_sorted() && totals.first() == Some(&10) && totals.last() == Some(&30),
            "{progress:?}"
        );
        let complete = hear(&page, "complete").await;
        let expected = score("full", &given);
        for field in ["profile", "touch", "form"] {
            assert_eq!(complete[field], expected[field], "{field}");
        }
        assert_eq!(complete["scales"], scales_as_told(&expected));
        let mut fields: Vec<_> = complete.as_object().expect("an object").keys().map(String::as_str).collect();
        fields.sort_unstable();
        assert_eq!(fields, ["form", "profile", "scales", "shareUrl", "touch"], "and never the answers");
        let address = page.run("return location.href").await;
        let link = complete["shareUrl"].as_str().expect("a link");
        assert!(link.starts_with(&format!("{}#exhale=", address.as_str().expect("an address"))), "{link}");
        assert_eq!(page.ask("return [quiz.result, quiz.getShareUrl()]").await, json!([complete, link]));
        assert_eq!(heard(&page, "error").await, Vec::<Value>::new());
    })
}

fn methods(context: &Context) -> Result<(), Failed> {
    on(context, "far", |page| async move {
        page.until("it is defined", || async { page.ask("return quiz?.state").await == json!("idle") }).await;
        page.ask("window.told = 0; quiz.ready.then(() => window.told++); quiz.start()").await;
        page.ready().await;
        page.until("who waited is told", || async { page.run("return told").await == json!(1) }).await;
        page.until("start leads to the quiz", || async { page.run("return document.activeElement.id").await == json!("first") })
            .await;
        answer_three(&page).await;
        page.ask("quiz.shadowRoot.activeElement.blur(); quiz.focus()").await;
        assert_eq!(page.see().await.focused.as_deref(), Some(statement(4)));
        page.ask("quiz.reset()").await;
        page.at(1).await;
        assert_eq!(page.see().await.chosen, None);
        hear(&page, "reset").await;
        until_state(&page, "ready").await;
        assert!(page.find_button(&TEXTS.first.go_on_from.replace("{n}", "4")).await.is_some(), "what was answered stays kept");
    })
}

fn share(context: &Context) -> Result<(), Failed> {
    on(context, "post", |page| async move {
        page.ready().await;
        page.open_result(&SHEET.map(Some)).await;
        page.run(
            "Object.defineProperty(navigator, 'clipboard', { value: { writeText: async (text) => { window.text = text; } } })",
        )
        .await;
        let link = page.ask("return quiz.getShareUrl()").await;
        page.press(&TEXTS.share.copy).await;
        assert_eq!(hear(&page, "share").await, json!({ "method": "copy", "url": link }));
        page.until("it is copied", || async { page.run("return window.text").await == link }).await;
        page.run("window.text = null; document.addEventListener('exhale-share', (event) => event.preventDefault())").await;
        page.press(&TEXTS.share.copy).await;
        page.until("it is asked again", || async { heard(&page, "share").await.len() == 2 }).await;
        assert_eq!(page.run("return window.text").await, Value::Null, "the page does it itself");
    })
}

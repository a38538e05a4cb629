//! Parts and design tokens.

use std::collections::{BTreeMap, BTreeSet};

use exhale_test_support::manifest::{Manifest, name};
use fantoccini::key::Key;
use libtest_mimic::Failed;
use serde_json::{Value, json};

use super::set;
use crate::{
    Context,
    host_pages::{SHEET, on},
    page::{Page, TEXTS},
};

/// Adds the parts in the DOM of a screen.
async fn seen(page: &Page, parts: &mut BTreeMap<String, &'static str>, screen: &'static str) {
    let here = page.ask("return [...quiz.shadowRoot.querySelectorAll('[part]')].flatMap((one) => [...one.part])").await;
    for part in set(&here) {
        parts.entry(part.to_owned()).or_insert(screen);
    }
}

/// Opens the page with a fragment, and sets a help line.
async fn open(page: &Page, fragment: &str) {
    page.client.goto("about:blank").await.expect("an empty page");
    page.go(&format!("{}hosts/post.html{fragment}", page.hosts)).await;
    let drawn = "return !!quiz?.shadowRoot?.querySelector('.screen')";
    page.until("the quiz is there", || async { page.ask(drawn).await == Value::Bool(true) }).await;
    page.ask("quiz.helpHref = 'tel:0800123456'; quiz.helpLabel = 'Helpline'").await;
    page.until("it has a line to turn to", || async {
        page.ask("return !!quiz.shadowRoot.querySelector('[part=safety] a')").await == Value::Bool(true)
    })
    .await;
}

pub fn parts(context: &Context) -> Result<(), Failed> {
    on(context, "post", |page| async move {
        let (manifest, mut parts) = (Manifest::read(), BTreeMap::new());
        open(&page, "#exhale=hello-world").await;
        seen(&page, &mut parts, "a link that does not open").await;
        open(&page, "").await;
        seen(&page, &mut parts, "the first statement").await;
        page.answer(1, &SHEET.map(Some)[..10]).await;
        page.heading(&TEXTS.pause.title).await;
        seen(&page, &mut parts, "the pause").await;
        page.press(&TEXTS.pause.sketch).await;
        page.heading(&TEXTS.sketch.title).await;
        seen(&page, &mut parts, "the sketch").await;
        page.press(&TEXTS.sketch.go_on).await;
        page.answer(11, &SHEET.map(Some)[10..12]).await;
        page.at(13).await;
        seen(&page, &mut parts, "a statement").await;
        open(&page, "").await;
        seen(&page, &mut parts, "a kept run").await;

        page.open_result(&[Some(4); 30]).await;
        seen(&page, &mut parts, "answers that are all the same").await;
        page.open_result(&SHEET.map(Some)).await;
        seen(&page, &mut parts, "the result").await;
        // The quiz ignores a tap that follows too closely.
        tokio::time::sleep(std::time::Duration::from_millis(260)).await;
        page.press(&TEXTS.over_time.keep).await;
        page.until("it is kept", || async { page.see().await.status == TEXTS.over_time.kept }).await;
        seen(&page, &mut parts, "a kept result").await;

        let link = page.ask("return new URL(quiz.getShareUrl()).hash").await;
        open(&page, link.as_str().expect("a fragment")).await;
        seen(&page, &mut parts, "somebody's picture").await;
        page.press(&TEXTS.shared.beside).await;
        page.heading(&TEXTS.both.title).await;
        seen(&page, &mut parts, "both pictures").await;

        let documented = manifest.names("cssParts");
        let extra: Vec<_> = parts.iter().filter(|(part, _)| !documented.contains(part.as_str())).collect();
        assert!(extra.is_empty(), "not documented, each with where it was seen: {extra:?}");
        let missing: Vec<_> = documented.iter().filter(|part| !parts.contains_key(**part)).collect();
        assert!(missing.is_empty(), "documented, and on no screen: {missing:?}");
    })
}

/// Sets each token to a unique value, and returns those that occur in a computed style.
const TAKEN_UP: &str = r#"
    const [quiz, tokens] = [document.querySelector("exhale-quiz"), arguments[0]];
    const shown = () => {
        const all = new Set();
        for (const one of quiz.shadowRoot.querySelectorAll("*")) {
            const style = getComputedStyle(one);
            for (const property of style) if (!property.startsWith("--")) all.add(style.getPropertyValue(property));
        }
        const text = [...all].join("\n");
        return tokens.filter(([, value]) => text.includes(value)).map(([name]) => name);
    };
    const before = shown();
    if (before.length > 0) throw new Error(`values that are there before they are set: ${before}`);
    for (const [name, value] of tokens) quiz.style.setProperty(name, value);
    const after = shown();
    for (const [name] of tokens) quiz.style.removeProperty(name);
    return after;
"#;

pub fn tokens(context: &Context) -> Result<(), Failed> {
    on(context, "post", |page| async move {
        let manifest = Manifest::read();
        // All values differ, so that each can be found.
        let probe = |(index, token): (usize, &Value)| {
            let value = match token["syntax"].as_str() {
                Some("<color>") => format!("rgb(1, 2, {})", index + 100),
                Some("<length-percentage>") => format!("{}.4375px", index + 20),
                Some("<time>") => format!("{}.25s", index + 20),
                Some("*") => format!("Probe{index}End"),
                other => panic!("{token}: what is {other:?} set to?"),
            };
            json!([name(token), value])
        };
        let probes: Vec<Value> = manifest.all("cssProperties").iter().enumerate().map(probe).collect();
        let look = || async { page.client.execute(TAKEN_UP, vec![json!(probes)]).await.expect("an answer") };
        page.ready().await;
        page.shadow("summary").await.click().await.expect("a fold");
        page.keys(&[Key::Tab.into()]).await;
        let on_a_statement = look().await;
        page.answer(1, &SHEET.map(Some)[..10]).await;
        page.heading(&TEXTS.pause.title).await;
        // The first primary button.
        let on_the_pause = look().await;
        let taken: BTreeSet<&str> = set(&on_a_statement).union(&set(&on_the_pause)).copied().collect();
        assert_eq!(taken, manifest.names("cssProperties"), "a token that changes nothing");
    })
}

//! The quiz does not interfere with the page: focus, scrolling, hotkeys, address and history.

use fantoccini::{
    actions::{InputSource, KeyAction, KeyActions},
    key::Key,
};
use libtest_mimic::Failed;
use serde_json::{Value, json};

use super::{SHEET, noted, on};
use crate::{
    Context, Test,
    page::{Page, TEXTS, option, statement},
};

pub const TESTS: &[Test] = &[
    ("on load it takes neither focus nor scroll", on_load),
    ("keys that are meant for the quiz do not reach the page's hotkeys, and the others do", hotkeys),
    ("on a slow machine, keys that are typed ahead do not reach them either", typed_ahead),
    ("Tab leads in, through, and out again", tab),
    ("while statements change the text below stays where it is", stays),
    ("a router that lives in the fragment is left alone", hash_router),
    ("Back from another page leads to the same statement, alive", back),
];

fn on_load(context: &Context) -> Result<(), Failed> {
    on(context, "post", |page| async move {
        page.ready().await;
        let script = "return [document.activeElement === document.body, scrollX, scrollY, getSelection().rangeCount]";
        assert_eq!(page.run(script).await, json!([true, 0, 0, 0]));
        // The same for one that is out of sight.
        let far = r#"
            const gap = document.createElement("div");
            gap.style.height = "3000px";
            const far = Object.assign(document.createElement("exhale-quiz"), { id: "far", loading: "eager" });
            document.body.append(gap, far);
        "#;
        page.run(far).await;
        page.of("#far").ready().await;
        assert_eq!(page.run(script).await, json!([true, 0, 0, 0]));
    })
}

/// Presses a key combination.
async fn chord(page: &Page, held: Key, value: char) {
    let held = held.into();
    let actions = KeyActions::new("keys".to_owned())
        .then(KeyAction::Down { value: held })
        .then(KeyAction::Down { value })
        .then(KeyAction::Up { value })
        .then(KeyAction::Up { value: held });
    page.client.perform_actions(actions).await.expect("keys can be pressed");
}

/// The page has seen no key but Tab.
async fn assert_only_tab(page: &Page) {
    let reached = noted(page, "keys").await;
    let mut keys = reached.as_array().expect("a list").iter().filter_map(Value::as_str);
    assert!(keys.all(|key| key.ends_with(" Tab")), "{reached}");
}

fn hotkeys(context: &Context) -> Result<(), Failed> {
    on(context, "hotkeys", |page| async move {
        page.ready().await;
        // The first tab stop in the quiz is the group of answers.
        page.keys(&[Key::Tab.into()]).await;
        for (keys, statement) in
            [(&[Key::Down.into(), Key::Up.into(), Key::Enter.into()][..], 2), (&['4'], 3), (&['j', 'k', 's'], 3)]
        {
            page.keys(keys).await;
            page.at(statement).await;
            assert_only_tab(&page).await;
        }
        for (button, key, statement) in [(&TEXTS.statement.skip, ' ', 4), (&TEXTS.statement.back, Key::Enter.into(), 3)] {
            page.tab_to(button).await;
            page.keys(&[key]).await;
            page.at(statement).await;
            assert_only_tab(&page).await;
        }
        assert_eq!(page.run("return taken").await, json!([]));

        page.run("host.keys = []").await;
        page.keys(&[Key::Escape.into()]).await;
        chord(&page, Key::Control, 'k').await;
        let reached = noted(&page, "keys").await.to_string();
        assert!(reached.contains("keydown Escape") && reached.contains("keydown k"), "{reached}");

        // Outside the quiz the hotkeys of the page work.
        page.ask("window.taken = []; quiz.shadowRoot.activeElement.blur()").await;
        page.keys(&['j', '3']).await;
        assert_eq!(page.run("return taken").await, json!(["j", "3"]));
        page.at(3).await;
    })
}

fn typed_ahead(context: &Context) -> Result<(), Failed> {
    on(context, "hotkeys", |page| async move {
        page.ready().await;
        page.devtools("Emulation.setCPUThrottlingRate", &json!({ "rate": 8 })).await;
        page.keys(&[Key::Tab.into(), Key::Down.into(), Key::Up.into(), Key::Enter.into(), '4', '4', 'j']).await;
        page.devtools("Emulation.setCPUThrottlingRate", &json!({ "rate": 1 })).await;
        page.until("a next statement has focus", || async {
            page.see().await.focused.is_some_and(|focused| focused != statement(1))
        })
        .await;
        assert_only_tab(&page).await;
        assert_eq!(page.run("return taken").await, json!([]));
    })
}

fn tab(context: &Context) -> Result<(), Failed> {
    on(context, "post", |page| async move {
        page.ready().await;
        let inside = |id: &'static str| format!("return document.activeElement.closest('#{id}') !== null");
        page.run("document.body.insertAdjacentHTML('beforeend', '<a id=end href=#end>End</a>')").await;
        page.keys(&[Key::Tab.into()]).await;
        assert_eq!(page.run(&inside("first")).await, json!(true));
        for _ in 0..60 {
            page.keys(&[Key::Tab.into()]).await;
            if page.run(&inside("end")).await == json!(true) {
                return;
            }
        }
        panic!("Tab does not lead out of the quiz");
    })
}

fn stays(context: &Context) -> Result<(), Failed> {
    on(context, "post", |page| async move {
        page.ready().await;
        let height = || async { page.ask("return quiz.getBoundingClientRect().height").await.as_f64().expect("a height") };
        page.answer(1, &SHEET.map(Some)[..1]).await;
        page.at(2).await;
        let mut last = height().await;
        for position in 2..=10 {
            page.answer(position, &SHEET.map(Some)[usize::from(position) - 1..usize::from(position)]).await;
            if position < 10 {
                page.at(position + 1).await;
            } else {
                page.heading(&TEXTS.pause.title).await;
            }
            let now = height().await;
            assert!(now > last - 1.0, "after statement {position} it shrank from {last} to {now}");
            last = now;
        }
    })
}

fn hash_router(context: &Context) -> Result<(), Failed> {
    on(context, "hash-router", |page| async move {
        page.run("location.hash = '#/'").await;
        page.ready().await;
        page.answer(1, &SHEET.map(Some)[..2]).await;
        page.at(3).await;
        let entries = page.run("return history.length").await;
        for (link, hash) in [("#/about", "#/about"), ("#!/old?exhale=1", "#!/old?exhale=1"), ("#/", "#/")] {
            page.run(&format!("document.querySelector('nav a[href=\"{link}\"]').click()")).await;
            let title = format!("You are at {hash}");
            page.until("the router has shown it", || async {
                page.run("return document.querySelector('h1').textContent").await == json!(title)
            })
            .await;
            page.at(3).await;
            assert!(!page.see().await.text.contains(&TEXTS.bad_link.title));
        }
        assert_eq!(page.run("return history.length").await, json!(entries.as_u64().expect("a number") + 3));
        page.answer(3, &SHEET.map(Some)[2..3]).await;
        page.at(4).await;
        assert_eq!(page.run("return [location.hash, history.length]").await, json!(["#/", entries.as_u64().unwrap_or(0) + 3]));
    })
}

fn back(context: &Context) -> Result<(), Failed> {
    on(context, "post", |page| async move {
        page.ready().await;
        // By script: Firefox does not cache a page for Back once its driver has clicked on it.
        for (position, answer) in (1..).zip(&SHEET[..3]) {
            page.at(position).await;
            page.ask(&format!("quiz.shadowRoot.querySelector('.option:nth-of-type({answer}) label').click()")).await;
        }
        page.at(4).await;
        page.run("window.before = true; addEventListener('pageshow', ({ persisted }) => { window.persisted = persisted; })")
            .await;
        page.go(&format!("{}plain.html", page.hosts)).await;
        page.client.back().await.expect("Back works");
        page.until("the page is there again", || async { page.ask("return !!quiz").await == Value::Bool(true) }).await;
        assert_eq!(
            page.run("return [window.before, window.persisted]").await,
            json!([true, true]),
            "nothing keeps it from staying"
        );
        page.at(4).await;
        page.press(&TEXTS.statement.back).await;
        page.at(3).await;
        assert_eq!(page.see().await.chosen.as_deref(), Some(option(SHEET[2])));
        page.tap(1).await;
        page.until("the quiz goes on", || async { page.see().await.statement.as_deref() == Some(statement(4)) }).await;
    })
}

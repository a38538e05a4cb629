//! Results over time: stored on this device only on request, and deleted one by one or all at once.

use exhale_quiz::{
    Form, INSTRUMENT, Position, Scores,
    history::{self, Dated},
    link::Shared,
};
use libtest_mimic::Failed;
use serde_json::{Value, json};

use crate::{
    Context, Test,
    page::{Given, Page, TEXTS, sheet},
    results::score,
};

pub const TESTS: &[Test] = &[
    ("a picture is kept with its date only when asked, and deleted when asked", keep_and_delete),
    ("changes are named only where they are larger than chance makes them, and never from a sketch", changes),
    ("kept pictures that cannot be read are set aside with a sentence, the others stay", unreadable),
];

const SHEET: [u8; 30] = [2, 4, 5, 4, 5, 2, 3, 4, 1, 2, 4, 2, 3, 2, 5, 1, 4, 2, 4, 5, 3, 2, 5, 2, 1, 3, 4, 2, 5, 4];

async fn stored(page: &Page) -> Value {
    page.run("return localStorage.getItem('exhale.results')").await
}

/// For each stored result: its date, and for each scale the change, the value then, and the value now.
async fn listed(page: &Page) -> Value {
    page.run(
        r#"
        const root = document.querySelector("exhale-quiz").shadowRoot;
        return [...root.querySelectorAll(".earlier")].map((entry) => [
            entry.querySelector("h3").textContent,
            ...[...entry.querySelectorAll("tbody tr")].map((row) => [
                row.querySelector("i")?.textContent ?? null, row.cells[1].textContent, row.cells[2].textContent]),
        ]);
        "#,
    )
    .await
}

fn dated(day: u32, form: Form, given: &Given) -> Dated {
    Dated { day, shared: Shared::of(&Scores::of(&INSTRUMENT, form, &sheet(given)), false).expect("a score") }
}

fn value(form: &str, given: &Given, scale: &str) -> String {
    let scale = &score(form, given)["scales"][scale];
    format!("{} ± {}", scale["shown"], scale["se"].as_f64().expect("a number").round())
}

fn keep_and_delete(context: &Context) -> Result<(), Failed> {
    context.visit(|page| async move {
        page.open_result(&SHEET.map(Some)).await;
        assert_eq!(stored(&page).await, Value::Null, "nothing is kept before the person says so");
        page.press(&TEXTS.over_time.keep).await;
        page.until("it is listed", || async { listed(&page).await != json!([]) }).await;
        let line = stored(&page).await;
        let (kept, whole) = history::read(line.as_str().expect("a line"));
        assert!(whole && kept.len() == 1 && kept[0].shared == dated(0, Form::Full, &SHEET.map(Some)).shared);
        assert!(page.see().await.text.contains(&TEXTS.over_time.kept_today));
        assert_eq!(page.see().await.status, TEXTS.over_time.kept);
        assert!(page.find_button(&TEXTS.over_time.keep).await.is_none(), "the same picture is not kept twice a day");

        page.reload().await;
        page.press(&TEXTS.first.see_again).await;
        page.on_result().await;
        let date = listed(&page).await[0][0].as_str().expect("a date").to_owned();
        page.press(&TEXTS.over_time.delete.replace("{date}", &date)).await;
        page.until("it is gone", || async { listed(&page).await == json!([]) }).await;
        assert_eq!(stored(&page).await, Value::Null);
        assert!(page.find_button(&TEXTS.over_time.keep).await.is_some());
    })
}

fn changes(context: &Context) -> Result<(), Failed> {
    context.visit(|page| async move {
        let now = SHEET.map(Some);
        // Control: the opposite answers. Perfectionism and Trust: as now, but for one answer.
        let mut then = now;
        for position in Position::all() {
            let answer = &mut then[position.index()];
            if INSTRUMENT.item(position).reason.scale().slug() == "control" {
                *answer = answer.map(|answer| 6 - answer);
            }
        }
        then[1] = Some(5);
        let kept = [dated(20_000, Form::Full, &then), dated(19_000, Form::Quick, &now)];
        page.run(&format!("localStorage.setItem('exhale.results', '{}')", history::write(&kept))).await;
        page.open_result(&now).await;
        let texts = &TEXTS.over_time;
        let row = |said: Option<String>, form: &str, given: &Given, scale: &str| {
            json!([said, value(form, given, scale), value("full", &now, scale)])
        };
        let moved = texts.moved.replace("{end}", &TEXTS.scales.control.ends[1]);
        let expected = json!([
            [
                "October 4, 2024",
                row(Some(moved), "full", &then, "control"),
                row(Some(texts.same.clone()), "full", &then, "perfectionism"),
                row(Some(texts.same.clone()), "full", &then, "trust"),
            ],
            [
                "January 8, 2022",
                row(None, "quick", &now, "control"),
                row(None, "quick", &now, "perfectionism"),
                row(None, "quick", &now, "trust"),
            ],
        ]);
        assert_eq!(listed(&page).await, expected);
        assert!(page.see().await.text.contains(&texts.sketch));
        page.press(&texts.delete_all).await;
        page.until("all are gone", || async { listed(&page).await == json!([]) }).await;
        assert_eq!(stored(&page).await, Value::Null);
    })
}

fn unreadable(context: &Context) -> Result<(), Failed> {
    context.visit(|page| async move {
        let good = history::write(&[dated(20_000, Form::Full, &SHEET.map(Some))]);
        page.run(&format!("localStorage.setItem('exhale.results', 'rubbish {good}')")).await;
        page.reload().await;
        assert!(page.see().await.text.contains(&TEXTS.first.set_aside_damaged));
        assert_eq!(stored(&page).await, json!(good));
        let unread = page.run("return localStorage.getItem('exhale.unread')").await;
        assert!(unread.as_str().is_some_and(|unread| unread.ends_with(&format!(" rubbish {good}"))), "{unread}");
    })
}

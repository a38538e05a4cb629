//! Results over time: stored on this device only on request, and deleted one by one or all at once.

use exhale_content::fill;
use exhale_quiz::{
    Form, INSTRUMENT, Position, Scale, Scores,
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

/// For each stored result: its date, what is said over the lines, the ribbons, and for each scale the change in words, the
/// description, the places of the ring and of the dot, and where a bar between them begins and ends.
async fn listed(page: &Page) -> Value {
    page.ask(
        r#"
        const heights = ["16.667%", "50%", "83.333%"];
        return [...quiz.shadowRoot.querySelectorAll(".earlier")].map((entry) => {
            const marks = (owner, css, height, index) =>
                [...entry.querySelectorAll(`.breath:not(.veil) > ${css}[data-owner=${owner}]`)]
                    .filter((mark) => mark.getAttribute(height) === heights[index]);
            const dots = (owner, index) =>
                marks(owner, "svg", "y", index).map((dot) => [dot.getAttribute("x"), dot.hasAttribute("data-open")]);
            return [
                entry.querySelector("h3").textContent,
                entry.querySelector(":scope > h3 + p")?.textContent ?? null,
                [...entry.querySelectorAll(".veil > g")].map(({ dataset, children }) => [dataset.owner, children.length]),
                ...[...entry.querySelectorAll(".lines > .scale")].map((scale, index) => [
                    scale.querySelector(".verdict").textContent,
                    scale.querySelector("[role=img]").getAttribute("aria-label"),
                    dots("earlier", index),
                    dots("user", index),
                    ["earlier", "user"].map((owner) => marks(owner, "line", "y1", index).map((bar) => [bar.getAttribute("x1"), bar.getAttribute("x2")]).filter(([from, to]) => from !== to)),
                ]),
            ];
        });
        "#,
    )
    .await
}

fn dated(day: u32, form: Form, given: &Given) -> Dated {
    Dated { day, shared: Shared::of(&Scores::of(&INSTRUMENT, form, &sheet(given)), false).expect("a score") }
}

/// What is expected of a scale of two sheets with their forms: the change in words, and whether a bar shows it.
fn line(scale: Scale, says: &str, moved: bool, then: (&str, &Given), now: (&str, &Given)) -> Value {
    let [(then_form, then), (now_form, now)] =
        [then, now].map(|(form, given)| (form, score(form, given)["scales"][scale.slug()].clone()));
    let place = |scored: &Value| {
        let pull = scored["pull"].as_f64().expect("a pull");
        format!("{}%", (if scale == Scale::Trust { 100.0 - pull } else { pull } * 100.0).round() / 100.0)
    };
    let texts = &TEXTS.over_time;
    let (own, other) = (now["shown"].to_string(), then["shown"].to_string());
    let values = [
        ("scale", TEXTS.scale(scale).name.as_str()),
        ("own-name", &texts.now),
        ("own", &own),
        ("other-name", &texts.then),
        ("other", &other),
        ("so", says),
    ];
    let bar = if moved { json!([[place(&then), place(&now)]]) } else { json!([]) };
    assert!(then_form == "full" || now_form == "full");
    let dots = (json!([[place(&then), true]]), json!([[place(&now), now_form == "quick"]]));
    json!([says, fill(&TEXTS.both.chart, &values), dots.0, dots.1, [bar, json!([])]])
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
        let full = |scale, says: &str, moved| line(scale, says, moved, ("full", &then), ("full", &now));
        // Of a sketch the row says nothing of its own, or what both pictures say.
        let found = listed(&page).await;
        let says = found[1][3][0].as_str().expect("a text").to_owned();
        assert!(["", TEXTS.both.unread.as_str()].contains(&&*says), "{says}");
        let labels: Vec<String> = (3..6).filter_map(|row| found[1][row][1].as_str().map(str::to_owned)).collect();
        let sketch = |scale| line(scale, &says, false, ("quick", &now[..10]), ("full", &now));
        let moved = texts.moved.replace("{end}", &TEXTS.scales.control.ends[1]);
        let names = [("a", &TEXTS.scales.control.name), ("b", &TEXTS.scales.perfectionism.name), ("c", &TEXTS.scales.trust.name)];
        let headline = fill(&TEXTS.both.headlines[1], &names.map(|(sign, name)| (sign, name.as_str())));
        let ribbons = json!([["earlier", 1], ["user", 7]]);
        let expected = json!([
            [
                "October 4, 2024",
                headline,
                ribbons,
                full(Scale::Control, &moved, true),
                full(Scale::Perfectionism, &texts.same, false),
                full(Scale::Trust, &texts.same, false),
            ],
            [
                "January 8, 2022",
                null,
                ribbons,
                sketch(Scale::Control),
                sketch(Scale::Perfectionism),
                sketch(Scale::Trust),
            ],
        ]);
        assert_eq!(found, expected);
        assert!(labels.iter().all(|label| !label.contains(". .")), "a sentence with nothing in it: {labels:?}");
        let text = page.see().await.text;
        assert!(text.contains(&TEXTS.both.sketch) && text.contains(&texts.rule), "{text}");
        let dashed = "return [...quiz.shadowRoot.querySelectorAll('.earlier [data-owner=earlier] path')].map((path) => getComputedStyle(path).strokeDasharray !== 'none' && getComputedStyle(path).fill === 'none')";
        assert_eq!(page.ask(dashed).await, json!([true, true]), "then is dashed, and now is filled");
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

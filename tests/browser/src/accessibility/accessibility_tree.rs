//! Roles, names and descriptions in the accessibility tree, which axe does not compare with the texts.

use fantoccini::elements::Element;
use libtest_mimic::Failed;
use serde_json::json;

use super::screens;
use crate::{
    Context, Test,
    engine::{Device, send},
    page::{Page, TEXTS, option, statement},
};

pub const TESTS: &[Test] = &[
    ("each group of answers is named by its statement, and each answer by its words", groups),
    ("the line that grows says what it is and where one is", progress),
    ("each chart says its facts, and a table says the same", charts),
    ("the prompt is the group's description, and the status is a live one", described),
    ("headings go down one level at a time, and each page has a title and a language", headings),
];

/// Computed role and accessible name.
async fn said(page: &Page, element: &Element) -> (String, String) {
    let id = element.element_id().to_string();
    let ask = async |what: &str| {
        let said = send(&page.client, &page.driver, &format!("element/{id}/computed{what}"), None).await;
        said.as_str().expect("words").to_owned()
    };
    (ask("role").await, ask("label").await)
}

async fn of(page: &Page, css: &str) -> (String, String) {
    said(page, &page.shadow(css).await).await
}

fn groups(context: &Context) -> Result<(), Failed> {
    context.visit(|page| async move {
        for position in 1..=3 {
            page.at(position).await;
            assert_eq!(of(&page, "fieldset").await, ("group".to_owned(), statement(position).to_owned()));
            for (answer, radio) in (1..).zip(page.shadow_all("input").await) {
                assert_eq!(said(&page, &radio).await, ("radio".to_owned(), option(answer).to_owned()));
            }
            page.tap(4).await;
        }
        assert_eq!(of(&page, ".exhale").await, ("region".to_owned(), TEXTS.label.clone()));
    })
}

fn progress(context: &Context) -> Result<(), Failed> {
    context.visit(|page| async move {
        for position in 1..=2 {
            page.at(position).await;
            // In the name: Chromium tells no `aria-valuetext` of a native element.
            let name = TEXTS.statement.position_first.replace("{n}", &position.to_string()).replace("{total}", "10");
            assert_eq!(of(&page, "progress").await, ("progressbar".to_owned(), name));
            // One line of all thirty.
            assert_eq!(page.see().await.progress, Some((f64::from(position - 1), 30.0)));
            page.tap(4).await;
        }
    })
}

fn charts(context: &Context) -> Result<(), Failed> {
    context.visit(|page| async move {
        screens::result(&page, &screens::SHEET).await;
        page.press(&TEXTS.result.numbers).await;
        // A chart for each scale and one for each reason. Nothing else is drawn that is not hidden.
        let parts = [(".plate", 3), (".ten", 10)];
        for (part, count) in parts {
            assert_eq!(page.shadow_all(&format!("{part} [role=img]")).await.len(), count, "{part}");
        }
        let drawn = "return quiz.shadowRoot.querySelectorAll('svg:not([aria-hidden], [aria-hidden] *), [role=img]').length";
        assert_eq!(page.ask(drawn).await, json!(3 + 10));
        for chart in page.shadow_all(".ten [role=img]").await {
            let (role, label) = said(&page, &chart).await;
            assert!(["img", "image"].contains(&role.as_str()), "{role}");
            assert!(label.len() > 10, "{label}");
        }
        for chart in page.shadow_all(".plate [role=img]").await {
            let (role, label) = said(&page, &chart).await;
            assert!(["img", "image"].contains(&role.as_str()), "{role}");
            let name = label.split(':').next().expect("a name");
            let rows = page.ask("return [...quiz.shadowRoot.querySelectorAll('.numbers tbody tr')].map((row) => [...row.cells].map((cell) => cell.textContent))").await;
            let row = rows.as_array().expect("rows").iter().find(|row| row[0] == name).unwrap_or_else(|| panic!("no row for {label}"));
            let (value, error) = row[2].as_str().and_then(|value| value.split_once(" ± ")).expect("a value and its error");
            let facts = format!("{name}: {value} of 100, give or take {error}. {}.", row[1].as_str().expect("words"));
            assert_eq!(label, facts);
        }
        for (css, role) in [("tbody th", "rowheader"), ("thead th", "columnheader"), ("tbody td", "cell")] {
            assert_eq!(of(&page, &format!(".numbers {css}")).await.0, role);
        }
    })
}

fn described(context: &Context) -> Result<(), Failed> {
    context.visit(|page| async move {
        page.answer(1, &[Some(3)]).await;
        page.at(2).await;
        page.devtools("Accessibility.enable", &json!({})).await;
        let tree = page.devtools("Accessibility.getFullAXTree", &json!({})).await;
        let nodes = tree["nodes"].as_array().expect("a tree");
        let find = |role: &str| nodes.iter().find(|node| node["role"]["value"] == role).unwrap_or_else(|| panic!("no {role}"));
        let group = nodes.iter().find(|node| node["role"]["value"] == "group" && node["name"]["value"] == statement(2));
        assert_eq!(group.expect("the group")["description"]["value"], json!(TEXTS.statement.prompt));
        let live =
            find("status")["properties"].as_array().expect("properties").iter().find(|property| property["name"] == "live");
        assert_eq!(live.expect("it is live")["value"]["value"], json!("polite"));
    })
}

/// Heading levels in the order they are read: those in shadow roots, and those that are slotted into one where their slot is.
const HEADINGS: &str = r#"
    const levels = [];
    const walk = (node) => {
        const assigned = node.localName === "slot" ? node.assignedElements() : [];
        for (const element of assigned.length ? assigned : (node.shadowRoot ?? node).children) {
            if (/^h[1-6]$/.test(element.localName) && element.checkVisibility())
                levels.push(Number(element.ariaLevel ?? element.localName[1]));
            walk(element);
        }
    };
    walk(document.body);
    const inside = document.querySelector("exhale-quiz")?.shadowRoot?.querySelector(".exhale");
    return { levels, title: document.title, languages: [document.documentElement.lang, inside?.lang ?? document.documentElement.lang] };
"#;

fn headings(context: &Context) -> Result<(), Failed> {
    context.browse(Device::default(), |page| async move {
        let look = async |screen: &str| {
            let seen = page.run(HEADINGS).await;
            let levels: Vec<u64> = serde_json::from_value(seen["levels"].clone()).expect("levels");
            // A frame is part of a host page, which has the main heading.
            let first = if screen == "page of the frame" { 2 } else { 1 };
            assert!(levels.iter().all(|level| *level >= first), "{screen}: {levels:?}");
            assert_eq!(levels.iter().filter(|level| **level == 1).count(), usize::from(first == 1), "{screen}: {levels:?}");
            assert!(levels.is_empty() || levels[0] == first, "{screen}: {levels:?}");
            assert!(levels.windows(2).all(|pair| pair[1] <= pair[0] + 1), "{screen}: {levels:?}");
            assert!(seen["title"].as_str().is_some_and(|title| title.len() > 5), "{screen}: {seen}");
            let lang = match screen.rsplit_once(" in ") {
                Some((_, "Spanish")) => "es",
                Some((_, "Persian")) => "fa",
                _ => "en",
            };
            assert_eq!(seen["languages"], json!([lang, lang]), "{screen}");
        };
        screens::each_of_the_quiz(&page, look).await;
        screens::each_page(&page, look).await;
    })
}

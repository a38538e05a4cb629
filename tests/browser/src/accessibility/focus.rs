//! Focus order, visible focus, and where focus goes after each action.

use std::time::Duration;

use fantoccini::{
    actions::{InputSource, KeyAction, KeyActions},
    key::Key,
};
use libtest_mimic::Failed;
use serde_json::{Value, json};

use super::screens::{self, NAME, REASONS, SHEET, open_with, payload, result, settle};
use crate::{
    Context, Test,
    engine::{Device, Engine},
    page::{CONTRAST, ONE_TAP, Page, TEXTS, statement},
};

pub const TESTS: &[Test] = &[
    ("Tab goes through the quiz in the order it is read, and what has focus is seen", |context| walk(context, Device::default())),
    ("in the dark too", |context| walk(context, Device::DARK)),
    ("beside a plate that stays in sight too, and on the way back", |context| beside_the_plate(context, screens::DESKTOP)),
    ("beside one that is higher than the window too", |context| beside_the_plate(context, screens::LOW)),
    ("Tab goes through every other page in its order, and what has focus is seen", walk_pages),
    ("after every move between statements it is where one goes on", statements),
    ("after whatever is done with the result it is where one goes on", results),
    ("after whatever is done with somebody's picture it is where one goes on", pictures),
];

/// Collects the expected tab stops in order, and moves focus before the first.
const START: &str = r#"
    window.stops = [];
    window.isOnTheWayBack = false;
    const walk = (node) => {
        for (const element of node.children) {
            const isStop = element.matches("a[href], button, summary, input, select, textarea, [tabindex='0']") && element.checkVisibility();
            // A group of radios is one stop: the selected one, or else the first.
            const others = stops.filter((stop) => element.type === "radio" && stop.name === element.name && stop.type === "radio");
            if (isStop && element.checked && others.length) stops[stops.indexOf(others[0])] = element;
            else if (isStop && !others.length) stops.push(element);
            if (element.shadowRoot) walk(element.shadowRoot);
            walk(element);
        }
    };
    walk(document.body);
    document.body.tabIndex = -1;
    document.body.focus();
    scrollTo(0, 0);
    return stops.length;
"#;

/// The focused element: its index among the stops, its name, and its faults.
const STOP: &str = r#"return (async () => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    if (!at || at === document.body) return [-1, "", []];
    const faults = [];
    const outlined = [at, ...(at.labels ?? [])].find((one) => getComputedStyle(one).outlineStyle !== "none");
    const { outlineWidth, outlineColor } = getComputedStyle(outlined ?? at);
    // The browser's own focus ring contrasts with any background.
    const own = outlined && getComputedStyle(outlined).outlineStyle === "auto";
    if (!own && (!outlined || parseFloat(outlineWidth) < 2)) faults.push("no outline");
    let paper = at.parentElement;
    while (paper && /, 0\)$|transparent/.test(getComputedStyle(paper).backgroundColor)) paper = paper.parentElement ?? paper.getRootNode().host;
    const under = paper ? getComputedStyle(paper).backgroundColor : "white";
    if (!own && contrastOn(under, outlineColor) < 3) faults.push(`${outlineColor} on ${under} cannot be told`);
    const seen = at.labels?.[0] ?? at;
    // WebKit does not scroll back to a field with text, on any page.
    const isLeft = window.isOnTheWayBack && !/Firefox|Chrome/.test(navigator.userAgent) && at.matches("textarea, input[readonly]");
    // The browser may scroll to it a frame later.
    for (let frame = 0; !isLeft; frame++) {
        const [box] = seen.getClientRects();
        let height = Math.min(box.height, 40);
        // Firefox leaves the page where it is if some of it is in sight.
        if (/Firefox/.test(navigator.userAgent) && box.y < innerHeight - 16) height = Math.min(height, innerHeight - box.y);
        // Of a field with several lines, browsers bring the one with the caret into sight. Firefox does as above.
        const isInPart = at.localName === "textarea" || (/Firefox/.test(navigator.userAgent) && box.bottom > 1);
        const top = isInPart ? Math.max(box.y, 0) : box.y;
        height = Math.min(height, box.bottom - top);
        const over = at.getRootNode().elementFromPoint(box.x + box.width / 2, top + height / 2);
        if (over === at || seen.contains(over)) break;
        if (frame === 10) {
            faults.push(`not in sight: ${Math.round(box.top)} of ${innerHeight}`);
            break;
        }
        await new Promise(requestAnimationFrame);
    }
    // A later stop is further down, or further along in the same line.
    const place = stops.indexOf(at);
    const before = stops[place - 1]?.getBoundingClientRect();
    const now = at.getBoundingClientRect();
    const isBack = document.dir === "rtl" ? now.right > before?.right : now.left < before?.left;
    // From the plate the way leads to the top of the letter beside it.
    const isNextColumn = now.left >= before?.right && stops[place - 1].closest(".plate") && at.closest(".letter");
    if (before && !isNextColumn && (now.bottom <= before.top || (now.top < before.bottom - 1 && isBack)))
        faults.push("stands before the one before");
    return [place, at.labels?.[0]?.textContent || at.textContent || at.id || at.localName, faults];
})()"#;

/// Presses Tab from the first stop to the last, and returns all faults.
async fn tab_through(page: &Page, screen: &str) -> Vec<String> {
    let count = page.run(START).await.as_i64().expect("a number");
    let faults = tab(page, screen, &[Key::Tab.into()], 0..count).await;
    assert!(count > 0, "{screen}: there is something to get to");
    page.run("document.body.removeAttribute('tabindex')").await;
    faults
}

/// The same the other way round, from the last stop on, where Tab has led.
async fn tab_back(page: &Page, screen: &str) -> Vec<String> {
    let last = page.run("window.isOnTheWayBack = true; return stops.length - 1").await.as_i64().expect("a number");
    tab(page, &format!("{screen}, on the way back"), &[Key::Shift.into(), Key::Tab.into()], (0..last).rev()).await
}

/// Holds all of these keys, then releases them.
pub async fn chord(page: &Page, keys: &[char]) {
    let down = keys.iter().map(|value| KeyAction::Down { value: *value });
    let up = keys.iter().rev().map(|value| KeyAction::Up { value: *value });
    let actions = down.chain(up).fold(KeyActions::new("keys".to_owned()), KeyActions::then);
    page.client.perform_actions(actions).await.expect("keys can be pressed");
}

/// Presses these keys together for each of the stops that they should lead to, and returns all faults.
async fn tab(page: &Page, screen: &str, keys: &[char], stops: impl Iterator<Item = i64>) -> Vec<String> {
    let mut faults = Vec::new();
    for expected in stops {
        // WebKit does not scroll to the next stop while it is still scrolling.
        if page.engine == Engine::WebKit {
            tokio::time::sleep(Duration::from_millis(60)).await;
        }
        chord(page, keys).await;
        let stop = page.run(&format!("{CONTRAST}{STOP}")).await;
        let name = stop[1].as_str().unwrap_or_default().trim().to_owned();
        if stop[0] != expected {
            faults.push(format!("{screen}: stop {expected} is {stop}"));
            break;
        }
        faults.extend(stop[2].as_array().expect("a list").iter().map(|fault| format!("{screen}: '{name}': {fault}")));
    }
    faults
}

fn beside_the_plate(context: &Context, window: (u32, u32)) -> Result<(), Failed> {
    context.browse(Device::default(), |page| async move {
        screens::resize(&page, window).await;
        let mut faults = Vec::new();
        screens::each_of_the_quiz(&page, async |screen| {
            if page.ask("return !quiz.shadowRoot.querySelector('.sheet')").await == json!(true) {
                return;
            }
            faults.extend(tab_through(&page, screen).await);
            faults.extend(tab_back(&page, screen).await);
        })
        .await;
        screens::resize(&page, screens::WINDOW).await;
        assert!(faults.is_empty(), "{faults:#?}");
    })
}

fn walk(context: &Context, on: Device) -> Result<(), Failed> {
    context.browse(on, |page| async move {
        let mut faults = Vec::new();
        screens::each_of_the_quiz(&page, async |screen| faults.extend(tab_through(&page, screen).await)).await;
        assert!(faults.is_empty(), "{faults:#?}");
    })
}

fn walk_pages(context: &Context) -> Result<(), Failed> {
    context.browse(Device::default(), |page| async move {
        let mut faults = Vec::new();
        screens::each_page(&page, async |screen| faults.extend(tab_through(&page, screen).await)).await;
        assert!(faults.is_empty(), "{faults:#?}");
    })
}

/// The text of the focused element.
async fn focused(page: &Page) -> String {
    page.see().await.focused.unwrap_or_default()
}

/// Waits until focus is on an element whose text begins with this.
async fn lands(page: &Page, after: &str, on: &str) {
    for _ in 0..100 {
        if page.see().await.focused.is_some_and(|at| at.starts_with(on)) {
            break;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    settle(page).await;
    let seen = page.see().await;
    let at = seen.focused.as_deref().unwrap_or_else(|| panic!("after '{after}' focus is lost"));
    assert!(at.starts_with(on), "after '{after}' focus is on '{at}', not on '{on}'; it said '{}'", seen.status);
    tokio::time::sleep(ONE_TAP).await;
}

/// Presses a button or a summary with Enter, and waits for focus on an element whose text begins with `on`.
async fn press(page: &Page, label: &str, on: &str) {
    let script = r#"
        const [label] = arguments;
        const root = document.querySelector("exhale-quiz").shadowRoot;
        const button = [...root.querySelectorAll("button, summary")].find((one) => one.checkVisibility() && one.textContent.trim() === label);
        button?.focus();
        return !!button;
    "#;
    let found = page.client.execute(script, vec![json!(label)]).await.expect("a script");
    assert_eq!(found, json!(true), "there is '{label}'");
    page.keys(&[Key::Enter.into()]).await;
    lands(page, label, on).await;
}

async fn key(page: &Page, key: char, on: &str) {
    page.keys(&[key]).await;
    lands(page, &key.to_string(), on).await;
}

fn statements(context: &Context) -> Result<(), Failed> {
    context.visit(|page| async move {
        let words = &TEXTS.statement;
        page.keys(&[Key::Tab.into()]).await;
        key(&page, '4', statement(2)).await;
        press(&page, &words.back, statement(1)).await;
        press(&page, &words.next, statement(2)).await;
        press(&page, &words.skip, statement(3)).await;
        press(&page, &words.review, &words.review).await;
        press(&page, statement(1), statement(1)).await;
        key(&page, '5', statement(3)).await;
        press(&page, &words.back, statement(2)).await;
        press(&page, &TEXTS.first.go_on_from.replace("{n}", "3"), statement(3)).await;
        press(&page, &TEXTS.safety.summary, &TEXTS.safety.summary).await;
        press(&page, &TEXTS.first.privacy, &TEXTS.first.privacy).await;
        press(&page, &TEXTS.first.forget, statement(1)).await;

        open_with(&page, &SHEET[..9], false).await;
        assert_eq!(focused(&page).await, "", "nothing takes focus on load");
        press(&page, &TEXTS.first.go_on_from.replace("{n}", "10"), statement(10)).await;
        key(&page, '2', &TEXTS.pause.title).await;
        press(&page, &TEXTS.pause.sketch, &TEXTS.sketch.title).await;
        press(&page, &words.back, &TEXTS.pause.title).await;
        press(&page, &TEXTS.pause.go_on, statement(11)).await;
        press(&page, &words.stop, &TEXTS.sketch.title).await;
        let title = TEXTS.result.title.replace("{n}", "10").replace("{total}", "10");
        press(&page, &TEXTS.sketch.stop, &title).await;
        press(&page, &words.back, &TEXTS.sketch.title).await;
    })
}

fn results(context: &Context) -> Result<(), Failed> {
    context.visit(|page| async move {
        open_with(&page, &SHEET, true).await;
        let title = TEXTS.result.title.replace("{n}", "30").replace("{total}", "30");
        press(&page, &TEXTS.first.see_again, &title).await;
        // Firefox would focus its download panel.
        page.run("HTMLAnchorElement.prototype.click = window.print = () => {}").await;
        page.run("Object.defineProperty(navigator, 'clipboard', { value: { writeText: async () => {} } })").await;
        let (share, keep, history) = (&TEXTS.share, &TEXTS.keep, &TEXTS.over_time);
        for (label, on) in [
            (&TEXTS.result.numbers, &TEXTS.result.numbers),
            (&keep.share, &share.title),
            (&share.copy, &share.copy),
            (&keep.text, &keep.text),
            (&keep.picture, &keep.picture),
            (&keep.print, &keep.print),
            (&keep.answers, &keep.answers),
        ] {
            press(&page, label, on).await;
        }
        // A box that is ticked keeps focus, while the link and its code change.
        for id in [REASONS, NAME, NAME, REASONS] {
            let link = "return quiz.shadowRoot.querySelector('[part=share-link]').value";
            let before = page.ask(link).await;
            page.ask(&format!("quiz.shadowRoot.getElementById('{id}').focus()")).await;
            page.keys(&[' ']).await;
            page.until("the link changes", || async { page.ask(link).await != before }).await;
            settle(&page).await;
            assert_eq!(page.ask("return quiz.shadowRoot.activeElement?.id").await, json!(id));
            tokio::time::sleep(ONE_TAP).await;
        }
        // The buttons of kept results disappear when they are pressed: focus moves to the heading of their section.
        let waits = "return quiz.shadowRoot.activeElement?.closest('.over-time')?.querySelector('h2') === quiz.shadowRoot.activeElement";
        press(&page, &history.keep, &history.title).await;
        page.until("focus waits after keeping", || async { page.ask(waits).await == json!(true) }).await;
        settle(&page).await;
        page.keys(&[Key::Tab.into()]).await;
        let date = page.ask("return quiz.shadowRoot.querySelector('.earlier h3').textContent").await;
        let delete = history.delete.replace("{date}", date.as_str().expect("a date"));
        lands(&page, "Tab", &delete).await;
        press(&page, &delete, &history.title).await;
        page.until("focus waits after deleting", || async { page.ask(waits).await == json!(true) }).await;
        tokio::time::sleep(ONE_TAP).await;
        // From the scoring details to a statement, and back to its row.
        page.ask("const working = quiz.shadowRoot.querySelector('.working'), fold = working.querySelector('details'); working.open = fold.open = true; fold.querySelector('td button').focus()").await;
        page.keys(&[Key::Enter.into()]).await;
        page.until("a statement is on the screen", || async { page.see().await.statement.is_some() }).await;
        let opened = page.see().await.statement;
        let first = (1..=30).find(|position| opened.as_deref() == Some(statement(*position))).expect("one of the thirty");
        lands(&page, "an answer in the working", statement(first)).await;
        key(&page, '1', &format!("{first}. {}", statement(first))).await;
        press(&page, &TEXTS.result.retake, statement(1)).await;
        press(&page, &TEXTS.first.see_again, &title).await;
        press(&page, &TEXTS.first.privacy, &TEXTS.first.privacy).await;
        press(&page, &TEXTS.first.forget, statement(1)).await;

        result(&page, &screens::LONGEST).await;
        press(&page, &TEXTS.result.waiting_open, &TEXTS.result.waiting_close).await;
        press(&page, &TEXTS.result.change, "").await;
        assert!(page.see().await.statement.is_some_and(|statement| !statement.is_empty()));
        assert_eq!(Some(focused(&page).await), page.see().await.statement);
        result(&page, &[4; 30]).await;
        press(&page, &TEXTS.result.same_answer_revisit, statement(1)).await;
    })
}

fn pictures(context: &Context) -> Result<(), Failed> {
    context.visit(|page| async move {
        let follow = async |link: &str| page.run(&format!("location.hash = 'exhale={link}'")).await;
        let (shared, both) = (&TEXTS.shared, &TEXTS.both);
        open_with(&page, &SHEET, true).await;
        follow(&payload()).await;
        lands(&page, "a link that is followed", &shared.title).await;
        press(&page, &shared.beside, &both.title).await;
        press(&page, &both.back, &shared.title).await;
        press(&page, &shared.take, statement(1)).await;
        follow(&payload()).await;
        lands(&page, "the same link again", &shared.title).await;
        press(&page, &shared.away, statement(1)).await;
        follow("hello-world").await;
        lands(&page, "a link that does not open", statement(1)).await;
        press(&page, &TEXTS.bad_link.away, statement(1)).await;
        assert_eq!(page.run("return document.activeElement.localName").await, Value::from("exhale-quiz"));

        // After a crash the quiz can be reloaded with the keyboard.
        screens::stop(&page).await;
        let to = "quiz.shadowRoot.querySelector('[part=error] button').focus(); return quiz.shadowRoot.activeElement.textContent";
        assert_eq!(page.ask(to).await, json!(TEXTS.trouble.reload));
        page.keys(&[Key::Enter.into()]).await;
        tokio::time::sleep(Duration::from_millis(300)).await;
        page.ready().await;
    })
}

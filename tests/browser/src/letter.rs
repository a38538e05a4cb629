//! What the result is fitted to, the step that is kept, and leaving without a trace on the device.

use libtest_mimic::Failed;
use serde_json::{Value, json};

use crate::{
    Context, Test,
    page::{ONE_TAP, Page, TEXTS},
};

pub const TESTS: &[Test] = &[
    ("what the words are fitted to is asked once, before the first full result, and may be left open", left_open),
    ("what is chosen fits the words, outlives a reload and can be changed", chosen),
    ("a step is kept in one's own words, and asked about the next time", step),
    ("choices and a step that cannot be read are set aside with a sentence", unreadable),
    ("Delete everything and leave leaves nothing in any storage", delete_and_leave),
];

/// A Navigator with a touch of the Craftsperson, for whom no idea waits.
const SHEET: [u8; 30] = [2, 4, 5, 4, 5, 2, 3, 4, 1, 2, 4, 2, 3, 2, 5, 1, 4, 2, 4, 5, 3, 2, 5, 2, 1, 3, 4, 2, 5, 4];

/// Answers all statements, up to the questions before the result.
async fn answer_all(page: &Page) {
    let given = SHEET.map(Some);
    page.answer(1, &given[..10]).await;
    page.heading(&TEXTS.pause.title).await;
    page.press(&TEXTS.pause.go_on).await;
    page.answer(11, &given[10..]).await;
    page.heading(&TEXTS.words_fit.title).await;
}

/// Chooses an answer by its words.
async fn choose(page: &Page, option: &str) {
    let label = format!(
        "return [...quiz.shadowRoot.querySelectorAll('.question label')].findIndex((one) => one.textContent === '{option}')"
    );
    let index = page.ask(&label).await.as_u64().unwrap_or_else(|| panic!("'{option}' is not offered"));
    let labels = page.shadow_all(".question label").await;
    page.act(labels[usize::try_from(index).expect("a small number")].click()).await.expect("it takes a click");
}

async fn checked(page: &Page) -> Value {
    page.ask("return [...quiz.shadowRoot.querySelectorAll('.question :checked')].map((one) => one.labels[0].textContent)").await
}

async fn stored(page: &Page, key: &str) -> Value {
    page.run(&format!("return localStorage.getItem('exhale.{key}')")).await
}

async fn text(page: &Page) -> String {
    page.see().await.text
}

fn left_open(context: &Context) -> Result<(), Failed> {
    context.visit(|page| async move {
        answer_all(&page).await;
        assert_eq!(checked(&page).await, json!([]), "nothing is chosen for anybody");
        page.press(&TEXTS.words_fit.show).await;
        page.heading(&TEXTS.rests.title).await;
        let shown = text(&page).await;
        assert!(!shown.contains(&TEXTS.carry.title) && !shown.contains(&TEXTS.lead.title), "{shown}");
        assert!(shown.contains(&TEXTS.profiles.navigator.ask), "the question is for a partner");
        page.reload().await;
        page.press(&TEXTS.first.see_again).await;
        page.heading(&TEXTS.rests.title).await;
    })
}

fn chosen(context: &Context) -> Result<(), Failed> {
    context.visit(|page| async move {
        let texts = &TEXTS.words_fit;
        answer_all(&page).await;
        for option in [&texts.partner_options[0], &texts.carries_options[0], &texts.lead_more_options[0]] {
            choose(&page, option).await;
        }
        // A second tap takes a choice back.
        choose(&page, &texts.lead_more_options[0]).await;
        let two = json!([texts.partner_options[0], texts.carries_options[0]]);
        page.until("the third is open again", || async { checked(&page).await == two }).await;
        choose(&page, &texts.lead_more_options[0]).await;
        // A reload before the picture loses neither answers nor choices.
        page.until("it is kept", || async { stored(&page, "context").await == json!("1ymy") }).await;
        page.reload().await;
        page.press(&TEXTS.first.see_again).await;
        page.on_result().await;
        let shown = text(&page).await;
        for part in [&TEXTS.carry.title, &TEXTS.lead.title, &texts.carries_options[0]] {
            assert!(shown.contains(part.as_str()), "'{part}': {shown}");
        }
        page.press(&texts.change).await;
        page.heading(&texts.title).await;
        choose(&page, &texts.partner_options[1]).await;
        page.until("the other two are gone", || async { page.shadow_all(".question").await.len() == 1 }).await;
        page.press(&texts.show).await;
        page.heading(&TEXTS.rests.title).await;
        let shown = text(&page).await;
        for part in [&TEXTS.carry.title, &TEXTS.lead.title, &TEXTS.profiles.navigator.ask, &TEXTS.result.partner] {
            assert!(!shown.contains(part.as_str()), "'{part}' is for somebody with a partner: {shown}");
        }
        assert!(shown.contains(&TEXTS.profiles.navigator.ask_alone), "{shown}");
        let link = page.ask("return quiz.getShareUrl()").await;
        assert_eq!(link.as_str().and_then(|link| link.split_once("#exhale=")).map(|(_, code)| code.len()), Some(16), "{link}");
    })
}

fn step(context: &Context) -> Result<(), Failed> {
    context.visit(|page| async move {
        page.open_result(&SHEET.map(Some)).await;
        let reason = "quiz.shadowRoot.querySelector('.reason')";
        page.ask(&format!("{reason}.open = true")).await;
        let field = page.shadow(".reason textarea").await;
        field.clear().await.expect("the sentence can be deleted");
        field.send_keys("Could you take Sunday?").await.expect("another can be written");
        let keep = page.shadow(".reason [part=keep]").await;
        page.act(keep.click()).await.expect("it takes a click");
        page.until("it says so", || async { text(&page).await.contains(&TEXTS.step.kept) }).await;
        let line = stored(&page, "step").await;
        assert!(line.as_str().is_some_and(|line| line.ends_with(".- Could you take Sunday?")), "{line}");
        // A week later.
        page.run("localStorage.setItem('exhale.step', localStorage.getItem('exhale.step').replace(/^1\\.(\\d+)/, (_, day) => `1.${day - 7}`))")
            .await;
        page.reload().await;
        page.press(&TEXTS.first.see_again).await;
        page.on_result().await;
        let shown = text(&page).await;
        for part in ["Could you take Sunday?", &TEXTS.step.tried] {
            assert!(shown.contains(part), "'{part}': {shown}");
        }
        for (answer, option) in TEXTS.step.tried_options.iter().enumerate() {
            tokio::time::sleep(ONE_TAP).await;
            page.press(option).await;
            let expected = &TEXTS.step.tried_answers[answer];
            page.until("it has an answer", || async { text(&page).await.contains(expected.as_str()) }).await;
        }
        page.reload().await;
        page.press(&TEXTS.first.see_again).await;
        page.on_result().await;
        assert!(text(&page).await.contains(&TEXTS.step.tried_answers[2]), "what was said of it is kept too");
        page.press(&TEXTS.step.delete).await;
        page.until("it is gone", || async { stored(&page, "step").await == Value::Null }).await;
        assert!(!text(&page).await.contains("Could you take Sunday?"));
    })
}

fn unreadable(context: &Context) -> Result<(), Failed> {
    context.visit(|page| async move {
        for (key, garbage) in
            [("context", "1x?"), ("context", "9ymy"), ("step", "1.20779.11.- No such reason"), ("step", "\u{1f980}")]
        {
            page.run("localStorage.clear()").await;
            page.store_run(&SHEET.map(Some), true).await;
            page.run(&format!("localStorage.setItem('exhale.{key}', '{garbage}')")).await;
            page.reload().await;
            let shown = text(&page).await;
            assert!(shown.contains(&TEXTS.first.set_aside_damaged), "{key} '{garbage}': {shown}");
            assert_eq!(stored(&page, key).await, Value::Null, "{garbage}");
            let kept = page.run("return Object.values(localStorage)").await;
            let is_there =
                kept.as_array().is_some_and(|all| all.iter().any(|one| one.as_str().is_some_and(|one| one.contains(garbage))));
            assert!(is_there, "'{garbage}' is not lost: {kept}");
            page.press(&TEXTS.first.see_again).await;
            page.on_result().await;
        }
    })
}

fn delete_and_leave(context: &Context) -> Result<(), Failed> {
    context.visit(|page| async move {
        answer_all(&page).await;
        choose(&page, &TEXTS.words_fit.partner_options[0]).await;
        page.press(&TEXTS.words_fit.show).await;
        page.heading(&TEXTS.rests.title).await;
        page.press(&TEXTS.over_time.keep).await;
        page.ask("quiz.shadowRoot.querySelector('.reason').open = true").await;
        let keep = page.shadow(".reason [part=keep]").await;
        page.act(keep.click()).await.expect("it takes a click");
        let keys = "return Object.keys(localStorage).sort()";
        let all = json!(["exhale.context", "exhale.results", "exhale.run", "exhale.step"]);
        page.until("all is kept", || async { page.run(keys).await == all }).await;
        tokio::time::sleep(ONE_TAP).await;
        let leave = format!(
            "[...quiz.shadowRoot.querySelectorAll('button')].find((one) => one.textContent === '{}').click()",
            TEXTS.safety.leave_delete
        );
        page.ask(&leave).await;
        page.until("the page is left", || async {
            page.client.current_url().await.is_ok_and(|url| !url.as_str().starts_with(&page.site))
        })
        .await;
        // A driver may refuse while the other page, which is out of reach, is still loading.
        page.until("the page opens again", || async { page.client.goto(&page.site).await.is_ok() }).await;
        page.ready().await;
        let left = "return (async () => [
            Object.keys(localStorage), Object.keys(sessionStorage), document.cookie,
            await globalThis.caches?.keys() ?? [], (await indexedDB.databases?.() ?? []).map(({ name }) => name),
        ])()";
        assert_eq!(page.run(left).await, json!([[], [], "", [], []]));
        assert!(page.find_button(&TEXTS.first.see_again).await.is_none());
    })
}

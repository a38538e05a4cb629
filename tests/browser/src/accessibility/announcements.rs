//! Each action is announced once, and reduced motion is respected.

use libtest_mimic::Failed;
use serde_json::{Value, json};

use super::screens::{self, SHEET, open_with, payload};
use crate::{
    Context, Test,
    engine::Device,
    page::{ONE_TAP, Page, TEXTS},
};

pub const TESTS: &[Test] = &[
    ("each move between statements is said once", statements),
    ("whatever is done with a result or a link is said once", results),
    ("for whoever wants less motion nothing moves", still),
    ("otherwise a new screen comes softly", soft),
];

/// Records what the only live region says after each change. A text is replaced together with its element, which is one change.
const LISTEN: &str = "
    const regions = [...quiz.shadowRoot.querySelectorAll('[role=status], [role=alert], [role=log], [aria-live], output')];
    const [status, ...others] = regions.filter((region) => region.checkVisibility() || region.classList.contains('unseen'));
    window.said = [];
    new MutationObserver(() => said.push(status.textContent))
        .observe(status, { childList: true, characterData: true, subtree: true });
    return others.length;
";

async fn listen(page: &Page) {
    assert_eq!(page.ask(LISTEN).await, json!(0), "one region speaks");
}

/// Waits for an announcement: it has this text, and comes once.
async fn says(page: &Page, expected: &str) {
    page.until(&format!("'{expected}' is said"), || async { page.run("return said.length > 0").await == Value::Bool(true) })
        .await;
    tokio::time::sleep(ONE_TAP).await;
    assert_eq!(page.run("return said.splice(0)").await, json!([expected]));
}

async fn press(page: &Page, label: &str, expected: &str) {
    page.press(label).await;
    says(page, expected).await;
}

fn at(n: u8, total: u8) -> String {
    TEXTS.statement.announce.replace("{n}", &n.to_string()).replace("{total}", &total.to_string())
}

fn statements(context: &Context) -> Result<(), Failed> {
    context.visit(|page| async move {
        let words = &TEXTS.statement;
        listen(&page).await;
        page.tap(2).await;
        says(&page, &at(2, 10)).await;
        press(&page, &words.back, &at(1, 10)).await;
        press(&page, &words.next, &at(2, 10)).await;
        press(&page, &words.skip, &at(3, 10)).await;
        open_with(&page, &SHEET[..9], false).await;
        listen(&page).await;
        press(&page, &TEXTS.first.go_on_from.replace("{n}", "10"), &at(10, 10)).await;
        page.tap(4).await;
        says(&page, &TEXTS.pause.title).await;
        press(&page, &TEXTS.pause.sketch, &TEXTS.sketch.folio).await;
        press(&page, &TEXTS.sketch.go_on, &at(11, 30)).await;
        press(&page, &words.stop, &TEXTS.sketch.folio).await;
        press(&page, &TEXTS.sketch.stop, &TEXTS.result.folio).await;
    })
}

fn results(context: &Context) -> Result<(), Failed> {
    context.visit(|page| async move {
        open_with(&page, &SHEET, true).await;
        listen(&page).await;
        page.run("Object.defineProperty(navigator, 'clipboard', { value: { writeText: async () => {} } })").await;
        press(&page, &TEXTS.first.see_again, &TEXTS.result.folio).await;
        press(&page, &TEXTS.share.copy, &TEXTS.keep.copied).await;
        press(&page, &TEXTS.keep.answers, &TEXTS.keep.downloaded).await;
        press(&page, &TEXTS.over_time.keep, &TEXTS.over_time.kept).await;
        press(&page, &TEXTS.result.retake, &at(1, 10)).await;
        page.run(&format!("location.hash = 'exhale={}'", payload())).await;
        says(&page, &TEXTS.shared.title).await;
        press(&page, &TEXTS.shared.beside, &TEXTS.both.title).await;
        press(&page, &TEXTS.shared.away, &at(1, 10)).await;
        page.run("location.hash = 'exhale=hello-world'").await;
        says(&page, &TEXTS.bad_link.foreign).await;
        press(&page, &TEXTS.bad_link.away, &at(1, 10)).await;
        page.press(&TEXTS.first.privacy).await;
        press(&page, &TEXTS.first.forget, &TEXTS.first.forgotten).await;
    })
}

/// The most animations that run at once after a choice.
async fn animations(page: &Page) -> Value {
    let script = "return (async () => {
        const root = document.querySelector('exhale-quiz').shadowRoot;
        root.querySelector('.option:nth-of-type(3) input').click();
        let most = 0;
        for (let frame = 0; frame < 6; frame++) {
            await new Promise(requestAnimationFrame);
            most = Math.max(most, document.getAnimations().length, root.getAnimations().length);
        }
        return most; })()";
    page.run(script).await
}

fn still(context: &Context) -> Result<(), Failed> {
    context.browse(Device::REDUCED_MOTION, |page| async move {
        page.open_at(&page.site).await;
        page.ready().await;
        assert_eq!(page.run("return matchMedia('(prefers-reduced-motion: reduce)').matches").await, json!(true));
        assert_eq!(animations(&page).await, json!(0));
        page.at(2).await;
        let look = async |screen: &str| {
            // `late` shows, after ten seconds, that the quiz does not come: nothing moves.
            let running = "return document.getAnimations().filter((one) => one.animationName !== 'late').length";
            assert_eq!(page.run(running).await, json!(0), "{screen}");
            let moving = page
                .ask(
                    "return quiz?.shadowRoot ? [...quiz.shadowRoot.querySelectorAll('*')].filter((element) => {
                const { transitionDuration, animationName } = getComputedStyle(element);
                return animationName !== 'none' || transitionDuration.split(',').some((time) => parseFloat(time) > 0);
            }).map((element) => element.className) : []",
                )
                .await;
            assert_eq!(moving, json!([]), "{screen}");
        };
        screens::each_of_the_quiz(&page, look).await;
        screens::each_page(&page, look).await;
    })
}

fn soft(context: &Context) -> Result<(), Failed> {
    context.visit(|page| async move {
        // The next statement is drawn in place: the screen after the tenth is new.
        page.answer(1, &[Some(3); 9]).await;
        page.at(10).await;
        assert!(animations(&page).await.as_u64().is_some_and(|count| count > 0), "the test before looks at the right thing");
    })
}

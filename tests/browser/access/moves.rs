//! What comes of a move besides a new screen: one announcement, and no motion for whoever wants none.

use libtest_mimic::Failed;
use serde_json::{Value, json};

use super::screens::{self, SHEET, open_with, payload};
use crate::{
    Context, Test,
    engine::Look,
    page::{ONE_TAP, Page, WORDS},
};

pub const TESTS: &[Test] = &[
    ("each move between statements is said once", statements),
    ("whatever is done with a result or a link is said once", results),
    ("for whoever wants less motion nothing moves", still),
    ("otherwise a new statement comes softly", soft),
];

/// Notes each change of the one region that speaks.
const LISTEN: &str = "
    const regions = [...quiz.shadowRoot.querySelectorAll('[role=status], [role=alert], [role=log], [aria-live], output')];
    const [status, ...others] = regions.filter((region) => region.checkVisibility() || region.classList.contains('unseen'));
    window.said = [];
    new MutationObserver((records) => said.push(...records.map(() => status.textContent)))
        .observe(status, { childList: true, characterData: true, subtree: true });
    return others.length;
";

async fn listen(page: &Page) {
    assert_eq!(page.ask(LISTEN).await, json!(0), "one region speaks");
}

/// Waits until something is said: it is this, and it is said once.
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
    WORDS.statement.announce.replace("{n}", &n.to_string()).replace("{total}", &total.to_string())
}

fn statements(context: &Context) -> Result<(), Failed> {
    context.visit(|page| async move {
        let words = &WORDS.statement;
        listen(&page).await;
        page.tap(2).await;
        says(&page, &at(2, 10)).await;
        press(&page, &words.back, &at(1, 10)).await;
        press(&page, &words.next, &at(2, 10)).await;
        press(&page, &words.skip, &at(3, 10)).await;
        open_with(&page, &SHEET[..9], false).await;
        listen(&page).await;
        press(&page, &WORDS.first.go_on_from.replace("{n}", "10"), &at(10, 10)).await;
        page.tap(4).await;
        says(&page, &WORDS.pause.title).await;
        press(&page, &WORDS.pause.sketch, &WORDS.sketch.folio).await;
        press(&page, &WORDS.sketch.go_on, &at(11, 30)).await;
        press(&page, &words.stop, &WORDS.sketch.folio).await;
        press(&page, &WORDS.sketch.stop, &WORDS.result.folio).await;
    })
}

fn results(context: &Context) -> Result<(), Failed> {
    context.visit(|page| async move {
        open_with(&page, &SHEET, true).await;
        listen(&page).await;
        page.run("Object.defineProperty(navigator, 'clipboard', { value: { writeText: async () => {} } })").await;
        press(&page, &WORDS.first.see_again, &WORDS.result.folio).await;
        press(&page, &WORDS.share.copy, &WORDS.keep.copied).await;
        press(&page, &WORDS.keep.answers, &WORDS.keep.downloaded).await;
        press(&page, &WORDS.over_time.keep, &WORDS.over_time.kept).await;
        press(&page, &WORDS.result.retake, &at(1, 10)).await;
        page.run(&format!("location.hash = 'exhale={}'", payload())).await;
        says(&page, &WORDS.shared.title).await;
        press(&page, &WORDS.shared.beside, &WORDS.both.title).await;
        press(&page, &WORDS.shared.away, &at(1, 10)).await;
        page.run("location.hash = 'exhale=hello-world'").await;
        says(&page, &WORDS.bad_link.foreign).await;
        press(&page, &WORDS.bad_link.away, &at(1, 10)).await;
        page.press(&WORDS.first.privacy).await;
        press(&page, &WORDS.first.forget, &WORDS.first.forgotten).await;
    })
}

/// The animations that a move sets off, as they begin.
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
    context.browse(Look::STILL, |page| async move {
        page.open_at(&page.site).await;
        page.ready().await;
        assert_eq!(page.run("return matchMedia('(prefers-reduced-motion: reduce)').matches").await, json!(true));
        assert_eq!(animations(&page).await, json!(0));
        page.at(2).await;
        let look = async |screen: &str| {
            assert_eq!(page.run("return document.getAnimations().length").await, json!(0), "{screen}");
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
        assert!(animations(&page).await.as_u64().is_some_and(|count| count > 0), "the test before looks at the right thing");
    })
}

//! The quiz in a frame: its height, its events, and messages from others.

use exhale_content::with_digits;
use fantoccini::{Locator, elements::Element};
use libtest_mimic::Failed;
use serde_json::{Value, json};

use super::{SHEET, answer_three, enter, enter_fallback, hear, heard, leave, noted, on};
use crate::{
    Context, Test,
    page::{Page, TEXTS, texts},
    results::{assert_shows, scales_as_told, score},
};

pub const TESTS: &[Test] = &[
    ("each frame has the height of its own quiz, and its events are its own", two_frames),
    ("after a move the page scrolls to the heading in the frame, where that is out of sight", scrolled),
    ("a frame takes its theme from its address", themed),
    ("the address of a frame may turn sharing off, and not say where links lead", sharing),
    ("without a script the frame keeps its height and can be used", alone),
    ("in a sandbox without an origin the whole quiz can be taken, and the page hears the result", sandboxed),
    ("a frame that is loaded again says hello again", reloaded),
    ("another language is another page in the frame, and what was answered is kept", another_language),
    ("empty, foreign and hostile messages change nothing", messages),
    ("in WordPress' frame the quiz is shown, at its height", wordpress),
];

/// The iframe under test.
pub async fn frame(page: &Page) -> Element {
    page.client.find(Locator::Css(&page.quiz)).await.expect("a frame")
}

async fn height(page: &Page) -> f64 {
    page.ask("return quiz.getBoundingClientRect().height").await.as_f64().expect("a height")
}

/// The height of the content of the frame.
async fn needed(page: &Page) -> f64 {
    let frame = enter(page, frame(page).await).await;
    let drawn = "return !!quiz?.shadowRoot?.querySelector('.screen')";
    frame.until("the quiz is there", || async { frame.ask(drawn).await == Value::Bool(true) }).await;
    let needed = frame.run("return document.body.getBoundingClientRect().bottom + scrollY").await.as_f64().expect("a height");
    leave(page).await;
    needed
}

/// Waits until the frame is as high as its content: no scroll bar, and no gap.
async fn until_it_fits(page: &Page) {
    page.until("the frame fits", || async {
        let (frame, content) = (height(page).await, needed(page).await);
        frame >= content.floor() && frame - content < 24.0
    })
    .await;
}

fn two_frames(context: &Context) -> Result<(), Failed> {
    on(context, "frames", |page| async move {
        let second = page.of("#second");
        until_it_fits(&page).await;
        until_it_fits(&second).await;
        assert_eq!(page.run("return [document.activeElement === document.body, scrollY]").await, json!([true, 0]));
        let (before, other) = (height(&page).await, height(&second).await);

        let inside = enter(&page, frame(&page).await).await;
        inside.press(&TEXTS.first.how).await;
        leave(&page).await;
        page.until("it grows", || async { height(&page).await > before + 40.0 }).await;
        until_it_fits(&page).await;
        let inside = enter(&page, frame(&page).await).await;
        inside.press(&TEXTS.first.how).await;
        leave(&page).await;
        page.until("it shrinks", || async { height(&page).await < before + 8.0 }).await;

        let inside = enter(&page, frame(&page).await).await;
        answer_three(&inside).await;
        leave(&page).await;
        until_it_fits(&page).await;
        page.until("the page has heard it", || async { heard(&page, "progress").await.len() == 3 }).await;
        assert_eq!((heard(&page, "ready").await.len(), heard(&page, "start").await.len()), (1, 1));
        assert_eq!((heard(&second, "ready").await.len(), heard(&second, "start").await.len()), (1, 0));
        assert!((height(&second).await - other).abs() < 1.0, "the other frame stays as it is");
        assert_eq!(noted(&page, "errors").await, json!([]));
    })
}

fn scrolled(context: &Context) -> Result<(), Failed> {
    on(context, "frames", |page| async move {
        until_it_fits(&page).await;
        let skip = "document.querySelector('exhale-quiz').shadowRoot.querySelector('[part=skip]').click()";
        // Where the heading is afterwards: brought into sight with some room above it, or left where it was.
        let heading = "return quiz.shadowRoot.querySelector('.exhale [tabindex]').getBoundingClientRect().top";
        for (above, expected) in [(300, 0.0..48.0), (-100, 100.0..300.0)] {
            page.ask(&format!("scrollTo(0, scrollY + quiz.getBoundingClientRect().top + {above})")).await;
            let inside = enter(&page, frame(&page).await).await;
            tokio::time::sleep(std::time::Duration::from_millis(300)).await; // not a double tap
            inside.run(skip).await;
            leave(&page).await;
            page.until("the page hears of it", || async { heard(&page, "progress").await.len() == 1 + usize::from(above < 0) })
                .await;
            let top = "return quiz.getBoundingClientRect().top";
            page.until("the heading is in sight", || async {
                let frame_top = page.ask(top).await.as_f64().expect("a place");
                let inside = enter(&page, frame(&page).await).await;
                let in_frame = inside.ask(heading).await.as_f64().expect("a place");
                leave(&page).await;
                expected.contains(&(frame_top + in_frame)) && (above > 0 || (90.0..110.0).contains(&frame_top))
            })
            .await;
        }
    })
}

fn themed(context: &Context) -> Result<(), Failed> {
    on(context, "frames", |page| async move {
        for (id, expected) in [("#first", "rgb(250, 248, 245)"), ("#second", "rgb(28, 25, 29)")] {
            let inside = enter(&page, frame(&page.of(id)).await).await;
            inside.ready().await;
            let paper = "return getComputedStyle(quiz.shadowRoot.querySelector('.exhale')).backgroundColor";
            assert_eq!(inside.ask(paper).await, json!(expected), "{id}");
            leave(&page).await;
        }
    })
}

fn sharing(context: &Context) -> Result<(), Failed> {
    context.visit(|page| async move {
        page.store_run(&SHEET.map(Some), true).await;
        let mut links = Vec::new();
        for query in ["", "?share=page", "?share=none"] {
            page.open_at(&format!("{}v1/frame.html{query}", page.site)).await;
            page.ready().await;
            page.press(&TEXTS.first.see_again).await;
            page.on_result().await;
            links.push(page.ask("return quiz.shadowRoot.querySelector('[part=share-link]')?.value ?? null").await);
        }
        assert!(links[0].as_str().is_some_and(|link| !link.contains("frame.html") && link.contains("#exhale=")), "{links:?}");
        assert_eq!((&links[1], &links[2]), (&links[0], &Value::Null));
    })
}

fn alone(context: &Context) -> Result<(), Failed> {
    on(context, "frame-alone", |page| async move {
        let inside = enter(&page, frame(&page).await).await;
        answer_three(&inside).await;
        assert_eq!(inside.run("return document.documentElement.scrollWidth <= innerWidth").await, json!(true));
        leave(&page).await;
        assert!((height(&page).await - 640.0).abs() < 6.0, "nobody sets its height");
    })
}

fn sandboxed(context: &Context) -> Result<(), Failed> {
    on(context, "frame-sandboxed", |page| async move {
        let given = SHEET.map(Some);
        until_it_fits(&page).await;
        let before = height(&page).await;
        let inside = enter(&page, frame(&page).await).await;
        inside.ready().await;
        let storage = "try { return localStorage.length } catch (error) { return error.name }";
        assert_eq!(inside.run(storage).await, json!("SecurityError"));
        inside.take_all(&given).await;
        assert_shows(&inside, "full", &given).await;
        leave(&page).await;
        let complete = hear(&page, "complete").await;
        let expected = score("full", &given);
        assert_eq!((&complete["profile"], &complete["scales"]), (&expected["profile"], &scales_as_told(&expected)));
        let link = complete["shareUrl"].as_str().expect("a link");
        assert!(link.starts_with(&page.site) && link.contains("#exhale="), "the link leads to our own page: {link}");
        until_it_fits(&page).await;
        assert!(height(&page).await > before + 400.0, "the picture takes more room than the first statement");
        assert_eq!(noted(&page, "errors").await, json!([]));
    })
}

fn reloaded(context: &Context) -> Result<(), Failed> {
    on(context, "frame-sandboxed", |page| async move {
        until_it_fits(&page).await;
        page.ask("quiz.style.height = '300px'; quiz.src += '?again'").await;
        page.until("it is ready again", || async { heard(&page, "ready").await.len() == 2 }).await;
        until_it_fits(&page).await;
        // Replaced by another.
        page.ask("const other = quiz.cloneNode(); other.style.height = '300px'; quiz.replaceWith(other)").await;
        page.until("the other is ready", || async { heard(&page, "ready").await.len() == 3 }).await;
        until_it_fits(&page).await;
        assert_eq!(noted(&page, "errors").await, json!([]));
    })
}

fn another_language(context: &Context) -> Result<(), Failed> {
    on(context, "framed", |page| async move {
        let inside = enter_fallback(&page).await;
        answer_three(&inside).await;
        leave(&page).await;
        page.ask("quiz.theme = 'dark'").await;
        page.ask("quiz.lang = 'fa'").await;
        page.until("it is ready again", || async { heard(&page, "ready").await.len() == 2 }).await;
        let inside = enter_fallback(&page).await;
        inside.ready().await;
        let asked = "const asked = new URLSearchParams(location.search); return [asked.getAll('lang'), asked.getAll('theme')]";
        assert_eq!(inside.run(asked).await, json!([["fa"], ["dark"]]));
        assert_eq!(inside.ask("return quiz.theme").await, json!("dark"));
        let persian = texts("fa");
        inside.press(&with_digits(&persian.first.go_on_from.replace("{n}", "4"), &persian.numbers)).await;
        inside.until("it goes on", || async { inside.see().await.statement.as_deref() == Some(&*persian.items[3]) }).await;
        leave(&page).await;
        assert_eq!(noted(&page, "errors").await, json!([]));
    })
}

fn messages(context: &Context) -> Result<(), Failed> {
    on(context, "frame-messages", |page| async move {
        until_it_fits(&page).await;
        page.run("shout()").await;
        let liar = page.of("#liar");
        let inside = enter(&liar, frame(&liar).await).await;
        inside.run("lie()").await;
        leave(&page).await;
        let quiz = enter(&page, frame(&page).await).await;
        answer_three(&quiz).await;
        quiz.run("window.troubles = []; addEventListener('error', ({ message }) => troubles.push(message))").await;
        leave(&page).await;
        page.run("shout()").await;
        until_it_fits(&page).await;
        let quiz = enter(&page, frame(&page).await).await;
        quiz.at(4).await;
        assert_eq!(quiz.run("return troubles").await, json!([]));
        let paper = "return getComputedStyle(quiz.shadowRoot.querySelector('.exhale')).backgroundColor";
        assert_eq!(quiz.ask(paper).await, json!("rgb(250, 248, 245)"), "who is not its parent does not set its theme");
        leave(&page).await;

        let inside = enter(&liar, frame(&liar).await).await;
        assert_eq!(
            inside.run("return given.filter(([data, ports]) => ports > 0 || data?.exhale)").await,
            json!([]),
            "it gets no port"
        );
        leave(&page).await;
        assert_eq!(heard(&page, "complete").await, Vec::<Value>::new());
        assert_eq!(page.run("return host.events.filter(([, id]) => id !== 'first')").await, json!([]));
        assert_eq!((heard(&page, "ready").await.len(), heard(&page, "progress").await.len()), (1, 3));
        assert_eq!(noted(&page, "errors").await, json!([]));
    })
}

fn wordpress(context: &Context) -> Result<(), Failed> {
    on(context, "wordpress", |page| async move {
        let said = |what: &'static str| format!("return host.heard.filter(({{ message }}) => message === '{what}')");
        page.until("a height has come", || async { page.run(&said("height")).await != json!([]) }).await;
        let shown = "return [quiz.checkVisibility({ visibilityProperty: true }), document.querySelector('blockquote').hidden]";
        assert_eq!(page.ask(shown).await, json!([true, true]));
        let needed = needed(&page).await;
        page.until("the height is the quiz's", || async {
            let (height, clamped) = (height(&page).await, needed.clamp(200.0, 1000.0));
            height >= clamped.floor() && height - clamped < 24.0
        })
        .await;
        let inside = enter(&page, frame(&page).await).await;
        answer_three(&inside).await;
        assert_eq!(inside.run("return location.hash").await, json!("#?secret=k3JvT0pQxw"), "the secret stays in the address");
        assert!(!inside.see().await.text.contains(&TEXTS.bad_link.title));
        leave(&page).await;

        // WordPress asks again if its script loads late.
        page.run("host.heard = []").await;
        page.ask("quiz.contentWindow.postMessage({ message: 'ready', secret: quiz.dataset.secret }, '*')").await;
        page.until("the height is said again", || async { page.run(&said("height")).await != json!([]) }).await;
        // A wrong secret gets no response.
        page.run("host.heard = []").await;
        page.ask("quiz.contentWindow.postMessage({ message: 'ready', secret: 'another' }, '*')").await;
        let heard = page.run("return host.heard").await;
        let values = heard.as_array().expect("a list").iter().filter(|data| data["secret"] != json!("k3JvT0pQxw")).count();
        assert_eq!(values, 0, "{heard}");
        assert_eq!(noted(&page, "errors").await, json!([]));
    })
}

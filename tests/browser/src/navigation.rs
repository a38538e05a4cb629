//! Back, skip, review, progress and focus.

use libtest_mimic::Failed;
use serde_json::json;

use crate::{
    Context, Test,
    engine::Device,
    page::{Page, TEXTS, option, statement},
};

pub const TESTS: &[Test] = &[
    ("a statement without an answer can be skipped, and one with an answer left as it is", skip),
    ("the review list opens any statement and comes back", review),
    ("the folio counts to ten until the person goes on, then to thirty; the line is that of all thirty", progress),
    ("the line never shrinks in a run, also with Back, at the pause and at the sketch", never_back),
    ("on our page nothing around the quiz moves while it is answered, and over the result the title goes", still_here),
    ("on a blog nothing around the quiz moves while it is answered", still_on_a_blog),
    ("focus and the live region follow every move, and nothing is said on load", focus_follows),
    ("Back leads from the pause and the sketch to the statements", back_from_the_pause),
    ("taking it again keeps the picture for later", again),
    ("Leave this page replaces the page", leave),
    ("a browser that translates the page does not keep a text from changing", translated),
];

/// Browsers that translate a page put elements of their own in the place of its text nodes.
async fn translate(page: &Page) {
    let script = r#"
        const root = document.querySelector("exhale-quiz").shadowRoot;
        const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
        const texts = [];
        while (walker.nextNode()) if (walker.currentNode.data.trim() && !walker.currentNode.parentElement.closest("font")) texts.push(walker.currentNode);
        for (const text of texts) {
            const [outer, inner] = [document.createElement("font"), document.createElement("font")];
            inner.textContent = `<${text.data}>`;
            outer.append(inner);
            text.replaceWith(outer);
        }
        return texts.length;
    "#;
    assert!(page.run(script).await.as_u64() > Some(0));
}

fn translated(context: &Context) -> Result<(), Failed> {
    context.visit(|page| async move {
        let text = "return quiz.shadowRoot.querySelector('.exhale').textContent";
        let shown = || async { page.ask(text).await.as_str().expect("text").to_owned() };
        for position in 1..=10 {
            translate(&page).await;
            assert!(shown().await.contains(&format!("<{}>", statement(position))));
            let radio = "quiz.shadowRoot.querySelectorAll('input')[2].click()";
            page.ask(radio).await;
            if position < 10 {
                page.until("the next statement", || async { shown().await.contains(statement(position + 1)) }).await;
                let text = shown().await;
                assert!(!text.contains(statement(position)));
                assert!(text.contains(&format!("{} of 10", position + 1)) && !text.contains(&format!("{position} of 10")));
            }
            tokio::time::sleep(std::time::Duration::from_millis(300)).await;
        }
        page.until("the pause", || async { shown().await.contains(&TEXTS.pause.title) }).await;
    })
}

fn skip(context: &Context) -> Result<(), Failed> {
    context.visit(|page| async move {
        // What stands in the line under the answers, in order.
        let slot = "return [...quiz.shadowRoot.querySelectorAll('.slot button')].map(({ textContent }) => textContent)";
        let texts = &TEXTS.statement;
        assert_eq!(page.ask(slot).await, json!([texts.skip]), "on the first statement there is no way back");
        page.press(&texts.skip).await;
        page.at(2).await;
        assert_eq!(page.ask(slot).await, json!([texts.back, texts.skip]));
        page.answer(2, &[Some(2)]).await;
        page.at(3).await;
        page.open_review().await;
        assert!(page.see().await.text.contains(&texts.skipped));
        page.press(&texts.back).await;
        page.at(2).await;
        assert_eq!(page.see().await.chosen.as_deref(), Some(option(2)));
        assert_eq!(page.ask(slot).await, json!([texts.back, texts.next]), "one place, one button");
        page.press(&texts.next).await;
        page.at(3).await;
        for position in [2, 1] {
            page.press(&texts.back).await;
            page.at(position).await;
        }
        assert_eq!(page.see().await.chosen, None);
    })
}

fn review(context: &Context) -> Result<(), Failed> {
    context.visit(|page| async move {
        page.answer(1, &[Some(1), Some(2), None, Some(4)]).await;
        page.at(5).await;
        page.open_review().await;
        let text = page.see().await.text;
        for (position, answer) in [(1, option(1)), (2, option(2)), (3, &*TEXTS.statement.skipped), (4, option(4))] {
            let (_, after) = text.split_once(statement(position)).expect("every statement passed is listed");
            assert_eq!(after.trim_start().lines().next(), Some(answer));
        }
        assert!(!text.contains(statement(6)), "what lies ahead is not listed");
        page.press(statement(3)).await;
        page.at(3).await;
        assert!(page.see().await.text.contains(&TEXTS.statement.revisiting));
        page.tap(5).await;
        page.at(5).await;
        page.press(&TEXTS.statement.back).await;
        page.at(4).await;
        page.press(&TEXTS.statement.back).await;
        page.at(3).await;
        assert_eq!(page.see().await.chosen.as_deref(), Some(option(5)));
    })
}

fn progress(context: &Context) -> Result<(), Failed> {
    context.visit(|page| async move {
        let label = "return quiz.shadowRoot.querySelector('progress').ariaLabel";
        let expect = async |n: u8, total: u8, sentence: &str| {
            page.at(n).await;
            let folio = exhale_content::fill(sentence, &[("n", &n.to_string()), ("total", &total.to_string())]);
            let seen = page.see().await;
            assert_eq!((seen.folio.as_str(), seen.progress), (folio.as_str(), Some((f64::from(n - 1), 30.0))));
            assert_eq!(page.ask(label).await, json!(folio), "it is said to assistive technologies too");
            page.tap(3).await;
        };
        for position in 1..=10 {
            expect(position, 10, &TEXTS.statement.position_first).await;
        }
        page.heading(&TEXTS.pause.title).await;
        page.press(&TEXTS.pause.go_on).await;
        for position in 11..=13 {
            expect(position, 30, &TEXTS.statement.position).await;
        }
    })
}

fn never_back(context: &Context) -> Result<(), Failed> {
    context.visit(|page| async move {
        // Every value that the line has had, in order, also one that is there for a moment only.
        let watch = "
            const bar = () => quiz.shadowRoot.querySelector('progress');
            window.values = [[bar().value, bar().max]];
            new MutationObserver(() => {
                const now = [bar()?.value, bar()?.max];
                if (String(values.at(-1)) !== String(now)) values.push(now);
            }).observe(quiz.shadowRoot, { subtree: true, childList: true, attributes: true });";
        page.ask(watch).await;
        page.answer(1, &[Some(2), Some(4), None, Some(1)]).await;
        page.at(5).await;
        for position in [4, 3, 2] {
            page.press(&TEXTS.statement.back).await;
            page.at(position).await;
        }
        page.answer(2, &[Some(5), Some(3)]).await;
        page.at(4).await;
        page.press(&TEXTS.first.go_on_from.replace("{n}", "5")).await;
        page.answer(5, &[Some(3); 6]).await;
        page.heading(&TEXTS.pause.title).await;
        page.press(&TEXTS.statement.back).await;
        page.at(10).await;
        page.press(&TEXTS.statement.next).await;
        page.heading(&TEXTS.pause.title).await;
        page.press(&TEXTS.pause.sketch).await;
        page.heading(&TEXTS.sketch.title).await;
        page.press(&TEXTS.sketch.go_on).await;
        page.answer(11, &[Some(3), Some(2), Some(4)]).await;
        page.at(14).await;
        page.press(&TEXTS.statement.stop).await;
        page.heading(&TEXTS.sketch.title).await;
        page.press(&TEXTS.sketch.go_on_from.replace("{n}", "14")).await;
        page.answer(14, &[Some(5); 3]).await;
        page.at(17).await;
        page.open_review().await;
        page.press(statement(3)).await;
        page.answer(3, &[Some(1)]).await;
        page.at(17).await;
        page.answer(17, &[Some(4); 14]).await;
        page.on_result().await;
        let values: Vec<(f64, f64)> =
            serde_json::from_value(page.run("return values").await).expect("a value and a maximum each");
        let expected: Vec<(f64, f64)> = (0..=30).map(|passed| (f64::from(passed), 30.0)).collect();
        assert_eq!(values, expected, "by one with each statement, and never back");
    })
}

/// Where everything around the quiz stands on the page: the name of the element, and its box. What is not seen has none.
const AROUND: &str = r#"
    const around = [...document.querySelectorAll("h1, .opening, .opening p, .closing, .closing a, .around")];
    return around.map((element) => {
        const slot = element.closest("[slot]")?.assignedSlot;
        if (!element.checkVisibility() || (slot && getComputedStyle(slot).clipPath !== "none")) return [element.localName, null];
        const { left, top, width, height } = element.getBoundingClientRect();
        return [element.localName, [left + scrollX, top + scrollY, width, height]];
    });
"#;

type Part = (String, Option<[f64; 4]>);
type Around = Vec<Part>;

async fn around(page: &Page) -> Around {
    serde_json::from_value(page.run(AROUND).await).expect("names and boxes")
}

/// Whether everything stands where it stood, to a pixel: the height that the quiz holds is a whole one.
fn is_still(before: &[Part], now: &[Part]) -> bool {
    let is_near = |one: &[f64; 4], other: &[f64; 4]| one.iter().zip(other).all(|(one, other)| (one - other).abs() < 1.01);
    let is_same = |(before, now): (&Part, &Part)| match (before.1, now.1) {
        (Some(before), Some(now)) => is_near(&before, &now),
        (before, now) => before == now,
    };
    before.len() == now.len() && before.iter().zip(now).all(is_same)
}

fn still_here(context: &Context) -> Result<(), Failed> {
    for device in [Device::default(), Device::phone(390, 844)] {
        context.visit_on(device, |page| async move {
            // The title slot: its parts come first.
            let before = still(&page).await;
            assert!(is_still(&before[..3], &around(&page).await[..3]), "before the result");
            page.press(&TEXTS.words_fit.show).await;
            page.heading(&TEXTS.rests.title).await;
            let now = around(&page).await;
            let gone: Vec<&str> = now.iter().filter(|(_, place)| place.is_none()).map(|(name, _)| name.as_str()).collect();
            assert_eq!(gone, ["header", "h1", "p"], "over the result, the title makes room");
            assert_eq!(now.len(), before.len());
            // It comes back with the statements.
            page.press(&TEXTS.result.retake).await;
            page.at(1).await;
            assert!(is_still(&before[..3], &around(&page).await[..3]));
        })?;
    }
    Ok(())
}

fn still_on_a_blog(context: &Context) -> Result<(), Failed> {
    for device in [Device::default(), Device::phone(390, 844)] {
        context.browse(device, |page| async move {
            let words = "Words of somebody else, a few lines of them. ".repeat(12);
            let paragraph = format!("<p class=around>{words}</p>");
            let markup =
                format!("<h1>A post</h1>{paragraph}<exhale-quiz></exhale-quiz>{paragraph}<footer class=around>By A</footer>");
            page.open_host_page_with(&markup, &page.site).await;
            page.run("document.querySelector('exhale-quiz').scrollIntoView()").await;
            page.ready().await;
            let before = still(&page).await;
            page.press(&TEXTS.words_fit.show).await;
            page.heading(&TEXTS.rests.title).await;
            assert!(is_still(&before[..2], &around(&page).await[..2]), "the host's own words stay");
        })?;
    }
    Ok(())
}

/// Answers all statements, and looks after each one whether everything stands where it stood. Before the result, what stands over
/// the quiz still does: the first `over` of all. Returns where that is.
async fn still(page: &Page) -> Around {
    let given = [0; 6].map(|_| [4, 2, 5, 1, 3].map(Some)).concat();
    let before = around(page).await;
    assert!(before.len() >= 4 && before.iter().all(|(_, place)| place.is_some()), "{before:?}");
    for (position, answer) in (1..).zip(&given) {
        page.answer(position, &[*answer]).await;
        if position == 10 {
            page.heading(&TEXTS.pause.title).await;
            let now = around(page).await;
            assert!(is_still(&before, &now), "at the pause: {before:?} {now:?}");
            page.press(&TEXTS.pause.go_on).await;
        }
        if position < 30 {
            page.at(position + 1).await;
            let now = around(page).await;
            assert!(is_still(&before, &now), "after answer {position}: {before:?} {now:?}");
        }
    }
    page.heading(&TEXTS.words_fit.title).await;
    before
}

fn focus_follows(context: &Context) -> Result<(), Failed> {
    context.visit(|page| async move {
        let seen = page.see().await;
        assert_eq!((seen.focused, seen.status.as_str()), (None, ""));
        assert_eq!(page.run("return [scrollX, scrollY]").await, json!([0, 0]));
        page.tap(1).await;
        // Yew may let the browser in between drawing and what follows.
        page.until("focus is on the next statement", || async { page.see().await.focused.as_deref() == Some(statement(2)) })
            .await;
        let seen = page.see().await;
        let said = |n: &str| TEXTS.statement.announce.replace("{n}", n).replace("{total}", "10");
        assert_eq!(seen.status, said("2"));
        page.press(&TEXTS.statement.back).await;
        page.until("focus is on the statement before", || async { page.see().await.focused.as_deref() == Some(statement(1)) })
            .await;
        assert_eq!(page.see().await.status, said("1"));
        page.answer(1, &[Some(3); 10]).await;
        page.heading(&TEXTS.pause.title).await;
        let seen = page.see().await;
        assert_eq!((seen.focused.as_deref(), seen.status.as_str()), (Some(&*TEXTS.pause.title), &*TEXTS.pause.title));
        page.press(&TEXTS.pause.sketch).await;
        page.heading(&TEXTS.sketch.title).await;
        assert_eq!(page.see().await.focused.as_deref(), Some(&*TEXTS.sketch.title));
    })
}

fn back_from_the_pause(context: &Context) -> Result<(), Failed> {
    context.visit(|page| async move {
        page.answer(1, &[Some(2); 10]).await;
        page.heading(&TEXTS.pause.title).await;
        page.press(&TEXTS.pause.sketch).await;
        page.heading(&TEXTS.sketch.title).await;
        page.press(&TEXTS.statement.back).await;
        page.heading(&TEXTS.pause.title).await;
        page.press(&TEXTS.statement.back).await;
        page.at(10).await;
        assert_eq!(page.see().await.chosen.as_deref(), Some(option(2)));
    })
}

fn again(context: &Context) -> Result<(), Failed> {
    context.visit(|page| async move {
        page.answer(1, &[Some(2), Some(4), Some(3), Some(5), Some(1), Some(2), Some(3), Some(4), Some(5), Some(1)]).await;
        page.heading(&TEXTS.pause.title).await;
        page.press(&TEXTS.pause.sketch).await;
        page.heading(&TEXTS.sketch.title).await;
        page.press(&TEXTS.sketch.stop).await;
        page.on_result().await;
        page.press(&TEXTS.result.retake).await;
        page.at(1).await;
        assert_eq!(page.see().await.chosen, None);
        page.tap(3).await;
        page.at(2).await;
        page.press(&TEXTS.statement.back).await;
        page.at(1).await;
        page.press(&TEXTS.first.see_again).await;
        page.on_result().await;
    })
}

fn leave(context: &Context) -> Result<(), Failed> {
    context.visit(|page| async move {
        let before = format!("{}before.html", page.hosts);
        page.go(&before).await;
        page.go(&page.site).await;
        page.ready().await;
        page.answer(1, &[Some(2), Some(4)]).await;
        page.at(3).await;
        page.press(&TEXTS.safety.summary).await;
        // The driver may report an error, because the other page is out of reach.
        let _ = page.find_button(&TEXTS.safety.leave).await.expect("the button").click().await;
        page.until("the page is another", || async {
            page.client.current_url().await.is_ok_and(|url| !url.as_str().starts_with(&page.site))
        })
        .await;
        // Back leads to the page before the quiz.
        page.client.back().await.expect("Back works");
        page.until("Back leads past the quiz", || async {
            page.client.current_url().await.is_ok_and(|url| url.as_str() == before)
        })
        .await;
    })
}

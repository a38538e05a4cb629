//! Back, skip, review, progress and focus.

use libtest_mimic::Failed;

use crate::{
    Context, Test,
    page::{Page, TEXTS, option, statement},
};

pub const TESTS: &[Test] = &[
    ("skip takes an answer back and moves on", skip),
    ("the review list opens any statement and comes back", review),
    ("progress counts to ten until the person goes on, then to thirty", progress),
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
        page.answer(1, &[Some(2)]).await;
        page.at(2).await;
        page.press(&TEXTS.statement.back).await;
        page.at(1).await;
        page.press(&TEXTS.statement.skip).await;
        page.at(2).await;
        page.open_review().await;
        assert!(page.see().await.text.contains(&TEXTS.statement.skipped));
        page.press(&TEXTS.statement.back).await;
        page.at(1).await;
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
        let expect = |n: u8, total: u8| (format!("{n} of {total}"), (f64::from(n), f64::from(total)));
        for position in 1..=10 {
            page.at(position).await;
            let seen = page.see().await;
            assert_eq!((seen.folio, seen.progress), expect(position, 10));
            page.tap(3).await;
        }
        page.heading(&TEXTS.pause.title).await;
        page.press(&TEXTS.pause.go_on).await;
        page.at(11).await;
        let seen = page.see().await;
        assert_eq!((seen.folio, seen.progress), expect(11, 30));
    })
}

fn focus_follows(context: &Context) -> Result<(), Failed> {
    context.visit(|page| async move {
        let seen = page.see().await;
        assert_eq!((seen.focused, seen.status.as_str()), (None, ""));
        assert_eq!(page.run("return [scrollX, scrollY]").await, serde_json::json!([0, 0]));
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

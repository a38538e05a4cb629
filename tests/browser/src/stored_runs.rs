//! Runs in the storage of the browser: resumed on request, never shown without a tap, and deleted on request.

use libtest_mimic::Failed;
use serde_json::{Value, json};

use crate::{
    Context, Test,
    page::{Page, TEXTS, option, statement},
    results::assert_shows,
};

pub const TESTS: &[Test] = &[
    ("a reload at any place loses nothing and shows nothing before a tap", reloads),
    ("answering afresh keeps the run before", afresh),
    ("a reload while an answer is being changed leads back to the picture", reload_while_revisiting),
    ("stray taps on the first statement do not push out a finished picture", stray_taps),
    ("an answer that was only selected is kept too", selected),
    ("Forget deletes every stored byte", forget),
    ("what is forgotten in one tab is not written again by another", forget_elsewhere),
    ("what cannot be read is set aside with a plain sentence", unreadable),
    ("a context or a step that cannot be read is set aside, and the other stays", unreadable_beside),
    ("what has expired is gone", expired),
    ("nothing is stored before the first answer", untouched),
    ("where the browser refuses storage the quiz works, and says that nothing is kept", refused),
    ("where the storage is full the quiz works, and says that nothing is kept", full),
    ("with persist=off nothing is stored", not_wanted),
];

const SHEET: [u8; 30] = [4, 2, 1, 1, 5, 1, 2, 3, 2, 3, 3, 1, 1, 4, 4, 4, 4, 3, 3, 3, 2, 5, 1, 5, 3, 2, 5, 5, 5, 1];

async fn kept(page: &Page) -> Value {
    page.run("return Object.fromEntries(Object.entries(localStorage))").await
}

/// Reloads, checks that the first screen shows nothing stored, and presses the button that resumes.
async fn reload_and_go_on(page: &Page, offer: &str) {
    page.reload().await;
    let seen = page.see().await;
    assert_eq!((seen.statement.as_deref(), seen.chosen), (Some(statement(1)), None), "nothing stored is shown without a tap");
    assert_eq!(seen.folio, TEXTS.statement.position_first.replace("{n}", "1").replace("{total}", "10"));
    page.press(offer).await;
}

fn reloads(context: &Context) -> Result<(), Failed> {
    context.visit(|page| async move {
        let given = SHEET.map(Some);
        let go_on = |n: u8| TEXTS.first.go_on_from.replace("{n}", &n.to_string());
        let mut done = 0;
        for stop in [1_u8, 4, 9, 10] {
            page.answer(done + 1, &given[usize::from(done)..usize::from(stop)]).await;
            done = stop;
            if stop == 10 {
                page.heading(&TEXTS.pause.title).await;
                reload_and_go_on(&page, &TEXTS.first.go_on_pause.replace("{n}", "10")).await;
                page.heading(&TEXTS.pause.title).await;
            } else {
                page.at(stop + 1).await;
                reload_and_go_on(&page, &go_on(stop + 1)).await;
                page.at(stop + 1).await;
            }
        }
        page.press(&TEXTS.pause.sketch).await;
        page.heading(&TEXTS.sketch.title).await;
        reload_and_go_on(&page, &TEXTS.first.see_again).await;
        page.heading(&TEXTS.sketch.title).await;
        page.press(&TEXTS.sketch.go_on).await;
        for stop in [17, 29, 30] {
            page.answer(done + 1, &given[usize::from(done)..usize::from(stop)]).await;
            done = stop;
            if stop < 30 {
                page.at(stop + 1).await;
                reload_and_go_on(&page, &go_on(stop + 1)).await;
                page.at(stop + 1).await;
            }
        }
        page.on_result().await;
        reload_and_go_on(&page, &TEXTS.first.see_again).await;
        page.on_result().await;
        assert_shows(&page, "full", &given).await;
    })
}

fn afresh(context: &Context) -> Result<(), Failed> {
    context.visit(|page| async move {
        page.answer(1, &[Some(5), Some(4), Some(3)]).await;
        page.at(4).await;
        page.reload().await;
        page.tap(1).await;
        page.at(2).await;
        assert_eq!(page.see().await.chosen, None, "a new run starts empty");
        page.reload().await;
        let earlier = TEXTS.first.earlier.replace("{choice}", &TEXTS.first.go_on_from.replace("{n}", "4"));
        assert!(page.find_button(&TEXTS.first.go_on_from.replace("{n}", "2")).await.is_some());
        page.press(&earlier).await;
        page.at(4).await;
        page.press(&TEXTS.statement.back).await;
        page.at(3).await;
        assert_eq!(page.see().await.chosen.as_deref(), Some(option(3)));
        page.reload().await;
        assert!(page.find_button(&TEXTS.first.go_on_from.replace("{n}", "3")).await.is_some());
    })
}

fn selected(context: &Context) -> Result<(), Failed> {
    context.visit(|page| async move {
        page.keys(&[fantoccini::key::Key::Tab.into(), fantoccini::key::Key::Down.into()]).await;
        assert_eq!(page.see().await.chosen.as_deref(), Some(option(2)));
        reload_and_go_on(&page, &TEXTS.first.go_on_from.replace("{n}", "1")).await;
        page.until("the kept choice is shown", || async { page.see().await.chosen.as_deref() == Some(option(2)) }).await;
    })
}

fn forget(context: &Context) -> Result<(), Failed> {
    context.visit(|page| async move {
        page.run("localStorage.setItem('someone-else', 'x'); localStorage.setItem('exhale.unread', 'y')").await;
        page.answer(1, &[Some(5), Some(4), Some(3)]).await;
        page.at(4).await;
        page.reload().await;
        page.answer(1, &[Some(2)]).await;
        page.at(2).await;
        page.run("localStorage.setItem('exhale.results', 'z')").await;
        page.press(&TEXTS.first.privacy).await;
        page.press(&TEXTS.first.forget).await;
        page.at(1).await;
        let seen = page.see().await;
        assert!(seen.text.contains(&TEXTS.first.forgotten), "{}", seen.text);
        assert_eq!(seen.status, TEXTS.first.forgotten, "it is said, too");
        let note = page.shadow("[part=note]").await.rectangle().await.expect("a place");
        assert!(note.1 >= 0.0, "and stands in sight: {note:?}");
        assert_eq!(seen.chosen, None);
        assert_eq!(kept(&page).await, json!({ "someone-else": "x" }), "what others store on this site stays");
        page.reload().await;
        assert!(page.shadow_all("[part=resume]").await.is_empty());
    })
}

fn unreadable(context: &Context) -> Result<(), Failed> {
    context.visit(|page| async move {
        for (line, says) in [
            ("1.2.10.2.i3.45", &TEXTS.first.set_aside_damaged),
            ("<script>alert(1)</script>", &TEXTS.first.set_aside_damaged),
            ("", &TEXTS.first.set_aside_damaged),
            ("2.1.anything", &TEXTS.first.set_aside_version),
            // Of the first edition of the statements.
            ("1.1.10.2.i3.450000000000000000000000000000.20414", &TEXTS.first.set_aside_version),
        ] {
            page.client.execute("localStorage.setItem('exhale.run', arguments[0])", vec![json!(line)]).await.expect("stored");
            page.reload().await;
            let seen = page.see().await;
            assert!(seen.text.contains(says), "{line}: {}", seen.text);
            let aside = kept(&page).await;
            assert!(aside["exhale.unread"].as_str().is_some_and(|kept| kept.ends_with(&format!(" {line}"))), "{aside}");
            assert_eq!(aside.as_object().map(serde_json::Map::len), Some(1));
            page.answer(1, &[Some(2)]).await;
            page.at(2).await;
        }
    })
}

fn expired(context: &Context) -> Result<(), Failed> {
    context.visit(|page| async move {
        let line = "return `1.2.10.2.i3.450000000000000000000000000000.${Math.floor(Date.now() / 86400000) - DAYS}`";
        for (days, offered) in [("30", true), ("31", false)] {
            let line = page.run(&line.replace("DAYS", days)).await;
            page.client.execute("localStorage.setItem('exhale.run', arguments[0])", vec![line.clone()]).await.expect("stored");
            page.reload().await;
            assert_eq!(!page.shadow_all("[part=resume]").await.is_empty(), offered, "after {days} days");
            // Opening the page does not renew it.
            assert_eq!(kept(&page).await["exhale.run"], if offered { line } else { Value::Null });
        }
    })
}

fn untouched(context: &Context) -> Result<(), Failed> {
    context.visit(|page| async move {
        page.press(&TEXTS.first.how).await;
        assert_eq!(kept(&page).await, json!({}));
        assert_eq!(page.run("return document.cookie").await, json!(""));
    })
}

fn unreadable_beside(context: &Context) -> Result<(), Failed> {
    context.visit(|page| async move {
        let good = [("exhale.context", "1ym-"), ("exhale.step", "1.20779.4.- Could you take over the bookings?")];
        for (garbage, other) in [(good[0].0, good[1]), (good[1].0, good[0])] {
            page.run(&format!("localStorage.clear(); localStorage.setItem('{}', '{}')", other.0, other.1)).await;
            page.run(&format!("localStorage.setItem('{garbage}', 'rubbish')")).await;
            page.reload().await;
            assert!(page.see().await.text.contains(&TEXTS.first.set_aside_damaged), "{garbage}");
            let left = kept(&page).await;
            assert_eq!((&left[garbage], &left[other.0]), (&Value::Null, &json!(other.1)), "{garbage}");
            assert!(left["exhale.unread"].as_str().is_some_and(|unread| unread.ends_with(" rubbish")), "{left}");
        }
    })
}

fn refused(context: &Context) -> Result<(), Failed> {
    context.visit(|page| async move {
        // In a sandbox without an origin even access to localStorage throws.
        let frame = format!("{}sandboxed.html?site={}v1/frame.html", page.hosts, page.site);
        page.go(&frame).await;
        page.client.enter_frame(0).await.expect("the frame");
        page.ready().await;
        assert_eq!(
            page.run("try { return localStorage.length } catch (error) { return error.name }").await,
            json!("SecurityError")
        );
        page.press(&TEXTS.first.privacy).await;
        let text = page.see().await.text;
        assert!(text.contains(&TEXTS.first.not_kept) && !text.contains(&TEXTS.first.privacy_text), "{text}");
        page.take_all(&SHEET.map(Some)).await;
        assert_shows(&page, "full", &SHEET.map(Some)).await;
    })
}

fn full(context: &Context) -> Result<(), Failed> {
    context.visit(|page| async move {
        // Other data of this origin fills it to the last character.
        let fill = r#"
            let n = 0;
            for (let size = 2 ** 22; size >= 1; size /= 2) {
                try {
                    while (n < 200) localStorage.setItem(`else-${(n += 1)}`, "x".repeat(size));
                } catch {}
            }
            return n < 200;
        "#;
        assert_eq!(page.run(fill).await, json!(true), "it is full");
        page.reload().await;
        page.press(&TEXTS.first.privacy).await;
        let text = page.see().await.text;
        assert!(text.contains(&TEXTS.first.not_kept) && !text.contains(&TEXTS.first.privacy_text), "{text}");
        page.take_all(&SHEET.map(Some)).await;
        assert_shows(&page, "full", &SHEET.map(Some)).await;
        assert_eq!(page.run("return localStorage.getItem('exhale.run')").await, Value::Null);

        // Once there is room again, runs are stored.
        page.run("localStorage.clear()").await;
        page.reload().await;
        page.answer(1, &[Some(5)]).await;
        page.at(2).await;
        assert!(page.run("return localStorage.getItem('exhale.run')").await.is_string());
    })
}

fn not_wanted(context: &Context) -> Result<(), Failed> {
    context.visit_host_page(|page| async move {
        let again = r#"
            const quiz = document.createElement("exhale-quiz");
            quiz.setAttribute("persist", "off");
            document.querySelector("exhale-quiz").replaceWith(quiz);
        "#;
        page.run(again).await;
        page.ready().await;
        page.answer(1, &[Some(5), Some(4)]).await;
        page.at(3).await;
        assert_eq!(kept(&page).await, json!({}));
    })
}

fn reload_while_revisiting(context: &Context) -> Result<(), Failed> {
    context.visit(|page| async move {
        let mut given = SHEET.map(Some);
        page.take_all(&given).await;
        page.open_review().await;
        page.press(statement(4)).await;
        page.at(4).await;
        page.keys(&[fantoccini::key::Key::Tab.into(), fantoccini::key::Key::Down.into()]).await;
        given[3] = Some(2);
        reload_and_go_on(&page, &TEXTS.first.see_again).await;
        page.on_result().await;
        assert_shows(&page, "full", &given).await;
    })
}

fn stray_taps(context: &Context) -> Result<(), Failed> {
    context.visit(|page| async move {
        page.take_all(&SHEET.map(Some)).await;
        for _ in 0..3 {
            page.reload().await;
            page.tap(5).await;
            page.at(2).await;
        }
        page.reload().await;
        page.press(&TEXTS.first.earlier.replace("{choice}", &TEXTS.first.see_again)).await;
        page.on_result().await;
        assert_shows(&page, "full", &SHEET.map(Some)).await;
    })
}

fn forget_elsewhere(context: &Context) -> Result<(), Failed> {
    context.visit(|page| async move {
        page.answer(1, &[Some(5), Some(4), Some(3)]).await;
        page.at(4).await;
        let first = page.client.window().await.expect("this tab");
        let second = page.client.new_window(true).await.expect("another tab");
        page.client.switch_to_window(second.handle).await.expect("the other tab");
        page.go(&page.site).await;
        page.ready().await;
        page.press(&TEXTS.first.privacy).await;
        page.press(&TEXTS.first.forget).await;
        page.until("everything is deleted", || async { kept(&page).await == json!({}) }).await;
        page.client.switch_to_window(first).await.expect("the first tab");
        page.at(1).await;
        page.tap(2).await;
        page.at(2).await;
        let line = kept(&page).await["exhale.run"].as_str().map(str::to_owned).expect("the new run is kept");
        assert!(line.contains(".200000000000000000000000000000."), "{line}");
    })
}

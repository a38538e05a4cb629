//! Choosing an answer by tap or key, and input that must not count as a choice.

use fantoccini::{elements::Element, key::Key};
use libtest_mimic::Failed;
use serde_json::{Value, json};

use crate::{
    Context, Test,
    page::{ONE_TAP, Page, TEXTS, option, statement},
};

pub const TESTS: &[Test] = &[
    ("the next statement is drawn in place: only its text, the choice and the progress change", in_place),
    ("a tap chooses and moves on, and Back shows what was chosen", tap_and_back),
    ("a press at the very edge of a radio or a button counts: nothing moves away under it", at_the_edge),
    ("a double tap is one answer", double_tap),
    ("a tap that comes too soon after a move presses nothing that has just appeared", stray_tap),
    ("a key that repeats is one answer", repeated_key),
    ("arrow keys move the choice and stay", arrows),
    ("keys with a modifier, and other keys, do nothing", other_keys),
    ("digits of other keyboards answer", other_keyboards),
    ("Next is there once something is chosen", next),
    ("keys outside the quiz do nothing", keys_outside),
    ("the radios are a named group of five native inputs", native_radios),
];

fn tap_and_back(context: &Context) -> Result<(), Failed> {
    context.visit(|page| async move {
        page.tap(4).await;
        page.at(2).await;
        assert_eq!(page.see().await.chosen, None);
        page.press(&TEXTS.statement.back).await;
        page.at(1).await;
        assert_eq!(page.see().await.chosen.as_deref(), Some(option(4)));
        page.press(&TEXTS.statement.next).await;
        page.at(2).await;
    })
}

/// Presses the mouse one pixel within the left or the top edge of an element.
async fn press_edge(page: &Page, css: &str, is_left: bool) {
    let script = format!(
        "const element = quiz.shadowRoot.querySelector('{css}');
        element.scrollIntoView({{ block: 'center' }});
        const {{ left, top, width, height }} = element.getBoundingClientRect();
        return {is_left} ? [Math.ceil(left), Math.round(top + height / 2)] : [Math.round(left + width / 2), Math.ceil(top)]"
    );
    let place: [f64; 2] = serde_json::from_value(page.ask(&script).await).expect("a place");
    page.click_at(place).await;
}

fn at_the_edge(context: &Context) -> Result<(), Failed> {
    context.visit(|page| async move {
        press_edge(&page, ".option input", true).await;
        page.at(2).await;
        press_edge(&page, "[part=back]", false).await;
        page.at(1).await;
        assert_eq!(page.see().await.chosen.as_deref(), Some(option(1)));
        press_edge(&page, "[part=next]", false).await;
        page.at(2).await;
        page.open_review().await;
        press_edge(&page, ".review .btn", false).await;
        page.at(1).await;
    })
}

fn double_tap(context: &Context) -> Result<(), Failed> {
    context.visit(|page| async move {
        for last_try in [false, false, false, true] {
            page.run("localStorage.clear()").await;
            page.reload().await;
            if !tap_twice(&page, page.row(3).await, last_try).await {
                continue;
            }
            page.at(2).await;
            let seen = page.see().await;
            assert_eq!((seen.statement.as_deref(), seen.chosen), (Some(statement(2)), None), "the second tap chose nothing");
            page.press(&TEXTS.statement.back).await;
            page.at(1).await;
            assert_eq!(page.see().await.chosen.as_deref(), Some(option(3)));
            let next = page.find_button(&TEXTS.statement.next).await.expect("Next");
            if tap_twice(&page, next, last_try).await {
                return page.at(2).await;
            }
        }
        panic!("two clicks in one script are a double tap");
    })
}

/// A double tap; false if the driver was too slow for one, as on a busy machine. A script is not.
async fn tap_twice(page: &Page, element: Element, scripted: bool) -> bool {
    if !scripted {
        return page.double_tap(element).await;
    }
    let element = serde_json::to_value(element).expect("an element is a reference");
    page.client.execute("arguments[0].click(); arguments[0].click();", vec![element]).await.expect("the script runs");
    true
}

fn repeated_key(context: &Context) -> Result<(), Failed> {
    context.visit(|page| async move {
        page.keys(&[Key::Tab.into(), '2']).await;
        page.at(2).await;
        // Drivers cannot hold a key down; to the page these events look the same.
        let repeat = r#"
            const target = document.querySelector("exhale-quiz").shadowRoot.activeElement;
            for (let i = 0; i < 3; i++)
                target.dispatchEvent(new KeyboardEvent("keydown", { key: "2", repeat: true, bubbles: true, composed: true, cancelable: true }));
        "#;
        page.run(repeat).await;
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
        let seen = page.see().await;
        assert_eq!((seen.statement.as_deref(), seen.chosen), (Some(statement(2)), None));
        page.run(&repeat.replace("repeat: true, ", "").replace("i < 3", "i < 1")).await;
        page.at(3).await;
    })
}

fn arrows(context: &Context) -> Result<(), Failed> {
    context.visit(|page| async move {
        page.keys(&[Key::Tab.into(), Key::Down.into(), Key::Down.into(), Key::Right.into(), Key::Up.into()]).await;
        let seen = page.see().await;
        assert_eq!((seen.statement.as_deref(), seen.chosen.as_deref()), (Some(statement(1)), Some(option(3))));
        assert_eq!(seen.folio, TEXTS.statement.position_first.replace("{n}", "1").replace("{total}", "10"));
        // After an arrow key, a tap moves on again.
        page.tap(5).await;
        page.at(2).await;
        page.press(&TEXTS.statement.back).await;
        page.at(1).await;
        assert_eq!(page.see().await.chosen.as_deref(), Some(option(5)));
    })
}

fn other_keys(context: &Context) -> Result<(), Failed> {
    context.visit(|page| async move {
        page.keys(&[Key::Tab.into(), '0', '6', 'x']).await;
        let modified = r#"
            const target = document.querySelector("exhale-quiz").shadowRoot.activeElement;
            for (const modifier of ["ctrlKey", "altKey", "metaKey"])
                target.dispatchEvent(new KeyboardEvent("keydown", { key: "2", [modifier]: true, bubbles: true, composed: true }));
        "#;
        page.run(modified).await;
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
        let seen = page.see().await;
        assert_eq!((seen.statement.as_deref(), seen.chosen), (Some(statement(1)), None));
    })
}

/// Presses keys as other keyboards do: with what they write, and the place of the key.
async fn press_key(page: &Page, key: &str, code: &str, shift: bool) {
    let script = r#"
        const [key, code, shiftKey] = arguments;
        const target = document.querySelector("exhale-quiz").shadowRoot.querySelector("input");
        target.dispatchEvent(new KeyboardEvent("keydown", { key, code, shiftKey, bubbles: true, composed: true, cancelable: true }));
    "#;
    page.client.execute(script, vec![json!(key), json!(code), json!(shift)]).await.expect("the script runs");
    // Two answers within a quarter of a second are one.
    tokio::time::sleep(std::time::Duration::from_millis(350)).await;
}

fn other_keyboards(context: &Context) -> Result<(), Failed> {
    context.visit(|page| async move {
        // AZERTY, Czech; Persian and Arabic with and without the place of the key; a wide digit.
        for (position, (key, code, shift, answer)) in (1..).zip([
            ("&", "Digit1", false, 1),
            ("1", "Digit1", true, 1),
            ("\u{11b}", "Digit2", false, 2),
            ("\u{6f3}", "", false, 3),
            ("\u{664}", "Digit4", false, 4),
            ("\u{661}", "", false, 1),
        ]) {
            page.at(position).await;
            press_key(&page, key, code, shift).await;
            page.at(position + 1).await;
            page.press(&TEXTS.statement.back).await;
            page.at(position).await;
            assert_eq!(page.see().await.chosen.as_deref(), Some(option(answer)), "{key} {code}");
            page.press(&TEXTS.statement.next).await;
        }
        page.at(7).await;
        for (key, code, shift) in [
            ("!", "Digit1", true),
            ("F1", "F1", false),
            ("End", "Numpad1", false),
            ("\u{e0}", "Digit0", false),
            ("6", "Digit6", false),
            ("\u{6f6}", "", false),
            ("12", "", false),
        ] {
            press_key(&page, key, code, shift).await;
            let seen = page.see().await;
            assert_eq!((seen.statement.as_deref(), seen.chosen), (Some(statement(7)), None), "{key} {code}");
        }
    })
}

fn next(context: &Context) -> Result<(), Failed> {
    context.visit(|page| async move {
        assert!(page.find_button(&TEXTS.statement.next).await.is_none());
        page.keys(&[Key::Tab.into(), Key::Down.into()]).await;
        page.press(&TEXTS.statement.next).await;
        page.at(2).await;
        assert!(page.find_button(&TEXTS.statement.next).await.is_none());
        page.press(&TEXTS.statement.skip).await;
        page.at(3).await;
    })
}

fn keys_outside(context: &Context) -> Result<(), Failed> {
    context.visit(|page| async move {
        assert_eq!(page.see().await.focused, None, "the quiz takes no focus on load");
        page.keys(&['3', Key::Enter.into()]).await;
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
        let seen = page.see().await;
        assert_eq!((seen.statement.as_deref(), seen.chosen), (Some(statement(1)), None));
    })
}

fn native_radios(context: &Context) -> Result<(), Failed> {
    context.visit(|page| async move {
        let found = page
            .run(
                r#"
            const root = document.querySelector("exhale-quiz").shadowRoot;
            const group = root.querySelector("fieldset");
            const radios = [...group.querySelectorAll("input[type=radio]")];
            return {
                name: group.firstElementChild.matches("legend") && group.firstElementChild.textContent,
                labels: radios.map((radio) => radio.labels[0].textContent),
                one: new Set(radios.map((radio) => radio.name)).size,
                low: Math.min(...radios.map((radio) => radio.labels[0].getBoundingClientRect().height)),
                seen: radios.every((radio) => radio.getBoundingClientRect().width >= 16),
            };
        "#,
            )
            .await;
        assert_eq!(found["name"], statement(1));
        assert_eq!(found["labels"], serde_json::json!(TEXTS.statement.options));
        assert_eq!(found["one"], 1);
        assert!(found["low"].as_f64().is_some_and(|low| low >= 48.0), "rows are at least 48 px high: {found}");
        assert_eq!(found["seen"], true);
    })
}

fn stray_tap(context: &Context) -> Result<(), Failed> {
    context.visit(|page| async move {
        // The safety note comes first: its "Leave this page" may appear under the pointer.
        page.answer(1, &[Some(1); 9]).await;
        page.at(10).await;
        page.tap(1).await;
        page.heading(&TEXTS.pause.title).await;
        let both_at_once = r#"
            const done = arguments[arguments.length - 1];
            const root = document.querySelector("exhale-quiz").shadowRoot;
            const seen = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
            (async () => {
                const start = performance.now();
                root.querySelector("[data-look=primary]").click();
                await seen();
                // On a busy machine the sketch may come too late to call the next taps too soon.
                if (performance.now() - start > 200) return done(null);
                const summary = root.querySelector("summary");
                root.querySelector("[part=leave]").click();
                root.querySelector("[part=forget]").click();
                summary.click();
                done(summary.parentElement.open);
            })();
        "#;
        let mut unfolded = Value::Null;
        for _ in 0..5 {
            unfolded = page.client.execute_async(both_at_once, Vec::new()).await.expect("the script runs");
            page.heading(&TEXTS.sketch.title).await;
            if !unfolded.is_null() {
                break;
            }
            page.press(&TEXTS.statement.back).await;
            page.heading(&TEXTS.pause.title).await;
            tokio::time::sleep(ONE_TAP).await;
        }
        assert_eq!(unfolded, false, "nothing unfolds");
        let seen = page.see().await;
        assert_eq!(seen.focused.as_deref(), Some(&*TEXTS.sketch.title), "focus stays on the heading");
        assert!(page.client.current_url().await.is_ok_and(|url| url.as_str().starts_with(&page.site)), "the page is still there");
        assert!(page.run("return localStorage['exhale.run']").await.is_string(), "nothing is forgotten");
    })
}

/// What changes on the page with an answer that is followed by another statement: the kind of each change and where it is, once each.
const CHANGES: &str = r#"
    return (async () => {
        const changes = new Set();
        const observer = new MutationObserver((records) => {
            for (const { type, target, attributeName } of records) {
                const element = target.nodeType === Node.TEXT_NODE ? target.parentElement : target;
                changes.add(`${type} ${attributeName ?? ""} ${element.className || element.localName}`);
            }
        });
        const nodes = { subtree: true, childList: true, attributes: true, characterData: true };
        const inputs = [...quiz.shadowRoot.querySelectorAll("legend, input, label, button")];
        observer.observe(quiz.shadowRoot, nodes);
        inputs.find(({ value }) => value === "4").click();
        await new Promise((resolve) => setTimeout(resolve, 300));
        observer.disconnect();
        const checked = quiz.shadowRoot.querySelectorAll(":checked").length;
        return { changes: [...changes].sort(), stay: inputs.every(({ isConnected }) => isConnected), checked };
    })();
"#;

fn in_place(context: &Context) -> Result<(), Failed> {
    context.visit(|page| async move {
        page.answer(1, &[Some(2)]).await;
        page.at(2).await;
        let seen = page.ask(CHANGES).await;
        page.at(3).await;
        let expected = [
            "attributes aria-label line",
            "attributes value line",
            "childList  folio",
            "childList  span",
            "childList  statement",
            "childList  unseen",
        ];
        assert_eq!(seen, json!({ "changes": expected, "stay": true, "checked": 0 }));
        // An answer that was given before is chosen when its statement comes back.
        page.press(&TEXTS.statement.back).await;
        page.at(2).await;
        assert_eq!(page.ask("return quiz.shadowRoot.querySelector(':checked').value").await, json!("4"));
    })
}

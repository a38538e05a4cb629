//! The first screen, which is in the HTML of our own pages: input before the module is ready is not lost, and the quiz that
//! takes its place changes nothing on the screen.

use std::{future::Future, time::Duration};

use libtest_mimic::Failed;
use serde_json::{Value, json};

use crate::{
    Context, Test,
    engine::Device,
    page::{Page, TEXTS},
};

pub const TESTS: &[Test] = &[
    ("the first statement stands there before the module does, and the quiz takes up what stands there", taken_up),
    ("a tap before the module is there is shown at once, and moves on once it is", tapped),
    ("a tap that began before the module is there ends where it began", held_down),
    ("a choice before the module is there outlives a reload, and Back", reloaded),
    ("a choice with the keyboard stays on the statement", by_keyboard),
    ("a button that is pressed before the module is there does its work once it is", pressed),
    ("nothing moves while the page loads", stands_still),
    ("with persist=off nothing is kept before the module is there either", not_kept),
    ("the first screen of a frame is taken up too", framed),
    ("markup that somebody's minifier has spoilt is drawn anew, and styled", mangled),
    ("where the script that takes it up does not come, the quiz draws it anew, and styled", alone),
    ("a tap on markup that is drawn anew is not lost either", mangled_and_tapped),
    ("without scripts there is the first statement, and the way to the form on paper", without_scripts),
];

/// A copy of our site whose module is held back until `release`.
struct Held(String);

impl Held {
    /// Opens a page of the copy, and waits until its script has run.
    async fn open(page: &Page, name: &str, file: &str) -> Held {
        let held = Held(format!("{}copy/held-wasm-{name}/", page.site));
        page.go(&format!("{}{file}", held.0)).await;
        held.watched(page).await;
        held
    }

    async fn watched(&self, page: &Page) {
        page.until("the script runs", || async { page.ask("return quiz?.state").await == json!("loading") }).await;
    }

    async fn release(&self, page: &Page) {
        page.run(&format!("return (async () => {{ await fetch('{}release') }})()", self.0)).await;
        page.until("the quiz is there", || async {
            ["ready", "running"].map(Value::from).contains(&page.ask("return quiz?.state").await)
        })
        .await;
    }
}

fn visit<F: Future<Output = ()>>(context: &Context, test: impl FnOnce(Page) -> F) -> Result<(), Failed> {
    context.browse(Device::default(), test)
}

/// The cumulative layout shift of the page.
const SHIFT: &str = r#"
    return new Promise((resolve) => {
        const sum = (entries) => entries.reduce((sum, { value }) => sum + value, 0);
        new PerformanceObserver((list) => resolve(sum(list.getEntries()))).observe({ type: "layout-shift", buffered: true });
        setTimeout(() => resolve(PerformanceObserver.supportedEntryTypes.includes("layout-shift") ? 0 : "not measured"), 300);
    });
"#;

/// What is on the first screen, and where: each element with its text, its state and its box.
const OUTLINE: &str = r#"
    const { top: y } = quiz.shadowRoot.querySelector(".exhale").getBoundingClientRect();
    // What is folded comes with the texts, and so does what is said when the module stops.
    const comes = "details:not([part=safety]) > :not(summary), details:not([part=safety]) > :not(summary) *, [part=error], [part=error] *";
    return [...quiz.shadowRoot.querySelectorAll(".exhale *")].filter((element) => !element.matches(comes)).map((element) => {
        const { left, top, width, height } = element.getBoundingClientRect();
        const text = element.childElementCount ? "" : element.textContent;
        const attributes = [...element.attributes].map(({ name, value }) => `${name}=${value}`).sort();
        return [element.localName, attributes, text, element.checked, element.open, left, top - y, width, height].join();
    });
"#;

async fn outline(page: &Page) -> Vec<String> {
    serde_json::from_value(page.ask(OUTLINE).await).expect("texts")
}

fn taken_up(context: &Context) -> Result<(), Failed> {
    visit(context, |page| async move {
        let held = Held::open(&page, "taken-up", "").await;
        page.ask("quiz.shadowRoot.querySelector('[part=safety] summary').click()").await;
        tokio::time::sleep(Duration::from_millis(200)).await;
        let focused = "const radio = quiz.shadowRoot.querySelectorAll('input')[1]; radio.focus(); return radio.value";
        assert_eq!(page.ask(focused).await, json!("2"));
        let before = outline(&page).await;
        assert!(before.len() > 50, "{} elements", before.len());
        held.release(&page).await;
        tokio::time::sleep(Duration::from_millis(300)).await;
        assert_eq!(outline(&page).await, before, "everything stands where it stood");
        let focus = "return [quiz.shadowRoot.activeElement?.value, quiz.shadowRoot.querySelector('[part=safety]').open]";
        assert_eq!(page.ask(focus).await, json!(["2", true]), "focus and what was unfolded stay");
        // The quiz responds.
        page.tap(4).await;
        page.at(2).await;
        assert_eq!(page.ask("return quiz.shadowRoot.querySelectorAll('.exhale').length").await, json!(1));
    })
}

fn held_down(context: &Context) -> Result<(), Failed> {
    visit(context, |page| async move {
        let held = Held::open(&page, "held-down", "").await;
        page.ask("window.label = quiz.shadowRoot.querySelectorAll('label')[3]").await;
        page.mouse_down(page.row(4).await).await;
        page.run(&format!("return (async () => {{ await fetch('{}release') }})()", held.0)).await;
        tokio::time::sleep(Duration::from_secs(1)).await;
        assert_eq!(page.ask("return [label.isConnected, quiz.state]").await, json!([true, "loading"]));
        page.mouse_up().await;
        page.at(2).await;
        assert_eq!(page.run("return label.isConnected").await, json!(false));
    })
}

fn stands_still(context: &Context) -> Result<(), Failed> {
    visit(context, |page| async move {
        let _held = Held::open(&page, "still", "").await;
        assert_eq!(page.ask(SHIFT).await, json!(0));
        // A preview page has no first screen in its HTML.
        let held = Held::open(&page, "still-too", "r/en/navigator/").await;
        tokio::time::sleep(Duration::from_millis(300)).await;
        held.release(&page).await;
        page.ready().await;
        assert_eq!(page.ask(SHIFT).await, json!(0), "on a page of a shared picture");
    })
}

/// The stored run.
async fn kept(page: &Page) -> Value {
    page.run("return localStorage.getItem('exhale.run')").await
}

fn tapped(context: &Context) -> Result<(), Failed> {
    visit(context, |page| async move {
        let held = Held::open(&page, "tapped", "").await;
        page.tap(5).await;
        page.tap(3).await;
        let chosen = "return [...quiz.shadowRoot.querySelectorAll('input')].map((radio) => radio.checked)";
        assert_eq!(page.ask(chosen).await, json!([false, false, true, false, false]));
        held.release(&page).await;
        page.at(2).await;
        page.press(&TEXTS.statement.back).await;
        page.at(1).await;
        assert_eq!(page.ask(chosen).await, json!([false, false, true, false, false]), "the last choice counts");
        assert_ne!(kept(&page).await, Value::Null);
        assert_eq!(page.run("return sessionStorage.length").await, json!(0));
    })
}

fn reloaded(context: &Context) -> Result<(), Failed> {
    visit(context, |page| async move {
        let held = Held::open(&page, "reloaded", "").await;
        page.tap(2).await;
        page.client.refresh().await.expect("the page reloads");
        held.watched(&page).await;
        let chosen = "return quiz.shadowRoot.querySelector(':checked')?.value";
        assert_eq!(page.ask(chosen).await, json!("2"), "after a reload");
        page.go(&format!("{}before.html", page.hosts)).await;
        page.client.back().await.expect("Back");
        held.watched(&page).await;
        assert_eq!(page.ask(chosen).await, json!("2"), "after Back");
        held.release(&page).await;
        page.at(2).await;
        page.reload().await;
        let offer = exhale_content::fill(&TEXTS.first.go_on_from, &[("n", "2")]);
        assert!(page.see().await.text.contains(&offer), "it is kept as any other answer");
        assert_ne!(kept(&page).await, Value::Null);
    })
}

fn by_keyboard(context: &Context) -> Result<(), Failed> {
    visit(context, |page| async move {
        let held = Held::open(&page, "keyboard", "").await;
        page.keys(&['\u{e004}', '\u{e00d}', '\u{e015}']).await;
        let chosen = "return quiz.shadowRoot.querySelector(':checked')?.value";
        assert_eq!(page.ask(chosen).await, json!("2"), "Tab, Space, Arrow down");
        held.release(&page).await;
        tokio::time::sleep(Duration::from_millis(300)).await;
        page.at(1).await;
        assert_eq!(page.ask(chosen).await, json!("2"));
        page.press(&TEXTS.statement.next).await;
        page.at(2).await;
    })
}

fn pressed(context: &Context) -> Result<(), Failed> {
    visit(context, |page| async move {
        let held = Held::open(&page, "pressed", "").await;
        page.press(&TEXTS.statement.skip).await;
        held.release(&page).await;
        page.at(2).await;
    })
}

fn not_kept(context: &Context) -> Result<(), Failed> {
    visit(context, |page| async move {
        let held = Held::open(&page, "not-kept", "v1/frame.html?persist=off").await;
        page.tap(2).await;
        assert_eq!(page.run("return sessionStorage.length").await, json!(0));
        held.release(&page).await;
        page.at(2).await;
        assert_eq!(page.run("return [sessionStorage.length, localStorage.length]").await, json!([0, 0]));
    })
}

fn framed(context: &Context) -> Result<(), Failed> {
    visit(context, |page| async move {
        let held = Held::open(&page, "framed", "v1/frame.html?theme=dark&heading-level=4&start=first").await;
        let before = outline(&page).await;
        let lead = format!("return quiz.shadowRoot.querySelector('.exhale').textContent.includes('{}')", TEXTS.first.lead);
        assert_eq!(page.ask(&lead).await, json!(false), "the address leaves it out");
        held.release(&page).await;
        tokio::time::sleep(Duration::from_millis(300)).await;
        assert_eq!(outline(&page).await, before);
        page.tap(4).await;
        page.at(2).await;
    })
}

fn mangled(context: &Context) -> Result<(), Failed> {
    visit(context, |page| async move {
        page.go(&format!("{}copy/mangled/index.html", page.site)).await;
        page.ready().await;
        page.answer(1, &[Some(2), Some(4), Some(5)]).await;
        page.at(4).await;
        let counts =
            "return ['legend', '.foot', '.moves', 'progress'].map((css) => quiz.shadowRoot.querySelectorAll(css).length)";
        assert_eq!(page.ask(counts).await, json!([1, 1, 3, 1]), "nothing stands there twice");
        assert_eq!(page.ask("return quiz.shadowRoot.querySelectorAll('b').length").await, json!(0));
        let styled = "return getComputedStyle(quiz.shadowRoot.querySelector('.exhale')).containerType";
        assert_eq!(page.ask(styled).await, json!("inline-size"), "the style sheet it named is gone: it has the one there is");
    })
}

fn alone(context: &Context) -> Result<(), Failed> {
    visit(context, |page| async move {
        page.go(&format!("{}copy/no-first-party/index.html", page.site)).await;
        page.ready().await;
        let seen = page.ask("return [quiz.shadowRoot.querySelectorAll('legend').length, getComputedStyle(quiz.shadowRoot.querySelector('.option')).position]").await;
        assert_eq!(seen, json!([1, "relative"]));
        page.tap(4).await;
        page.at(2).await;
    })
}

fn mangled_and_tapped(context: &Context) -> Result<(), Failed> {
    visit(context, |page| async move {
        let held = Held::open(&page, "mangled", "index.html").await;
        page.tap(4).await;
        held.release(&page).await;
        page.at(2).await;
    })
}

fn without_scripts(context: &Context) -> Result<(), Failed> {
    context.browse(Device::WITHOUT_SCRIPTS, |page| async move {
        page.go(&page.site).await;
        let script = r#"
            const seen = (element) => !!element?.getClientRects().length;
            const paper = [...document.querySelectorAll("noscript a")].find((link) => link.href.endsWith("/paper.html"));
            const root = quiz.shadowRoot;
            return [seen(root.querySelector("legend")), root.querySelector("legend").textContent, seen(paper), root.querySelectorAll("input").length];
        "#;
        assert_eq!(page.ask(script).await, json!([true, TEXTS.items[0], true, 5]));
        page.tap(2).await;
        assert_eq!(page.ask("return quiz.shadowRoot.querySelector(':checked').value").await, json!("2"), "natively");
    })
}

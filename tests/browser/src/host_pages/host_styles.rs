//! The style sheets of host pages do not break the quiz.

use libtest_mimic::Failed;
use serde_json::{Value, json};

use super::{SHEET, answer_three, on};
use crate::{
    Context, Test,
    engine::Device,
    page::{CONTRAST, Page},
    results::assert_shows,
};

pub const TESTS: &[Test] = &[
    ("a reset of everything changes nothing in the quiz", reset),
    ("rules that hide labels and flatten blocks do not reach in", hostile),
    ("where 1 rem is 10 pixels, the text has the size of the page's text", small_root),
    ("on a page from right to left the English quiz runs from left to right", right_to_left),
    ("on a dark page theme=inherit has the page's ink, in readable contrast", dark),
    ("where a flex or a grid box centres it, it is as wide as there is room", centred),
    ("in a sidebar of 300 pixels nothing runs over, from the first statement to the result", sidebar),
];

fn centred(context: &Context) -> Result<(), Failed> {
    context.browse(Device::default(), |page| async move {
        let quiz = "<exhale-quiz loading=\"eager\" persist=\"off\" style=\"margin-inline: 10px\"></exhale-quiz>";
        let boxes =
            ["flex; justify-content: center", "grid; place-items: center", "flex; flex-direction: column; align-items: center"];
        let markup = boxes.map(|style| format!("<div style=\"width: 500px; display: {style}\">{quiz}</div>")).concat();
        page.open_host_page_with(&markup, &page.site).await;
        page.ready().await;
        let widths = "return [...document.querySelectorAll('exhale-quiz')].map((quiz) => quiz.getBoundingClientRect().width)";
        page.until("all are there", || async { page.run(widths).await == json!([480, 480, 480]) }).await;
    })
}

const MEASURES: &str = r#"
    const root = quiz.shadowRoot;
    const all = (css) => [...root.querySelectorAll(css)];
    const text = root.querySelector(".exhale");
    const size = (element) => parseFloat(getComputedStyle(element).fontSize);
    const lies_open = (element) => {
        element.scrollIntoView({ block: "center" });
        const box = element.getBoundingClientRect();
        return root.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2) === element;
    };
    return {
        inherited: size(quiz),
        text: size(text),
        statement: size(root.querySelector("legend")),
        rows: Math.min(...all(".option").map((row) => row.getBoundingClientRect().height)),
        open: all(".option label, .question + .moves button").every(lies_open),
        radios: all("input[type=radio]").every((radio) => {
            const { x, width, height } = radio.getBoundingClientRect();
            return x >= 0 && width >= 12 && height >= 12 && getComputedStyle(radio).appearance !== "none";
        }),
        bar: root.querySelector("progress").getBoundingClientRect().width,
        leading: parseFloat(getComputedStyle(text).lineHeight) / size(text),
        over: Math.max(...[document.documentElement, text].map((one) => one.scrollWidth - one.clientWidth)),
    };
"#;

/// Everything is visible, readable, and large enough to tap.
async fn assert_usable(page: &Page) -> Value {
    let seen = page.ask(MEASURES).await;
    let number = |name: &str| seen[name].as_f64().unwrap_or_else(|| panic!("{name} in {seen}"));
    assert!((number("text") - number("inherited")).abs() < 0.5, "text is as large as the page's: {seen}");
    assert!(number("statement") >= number("text"), "{seen}");
    assert!(number("rows") >= 44.0, "each row can be hit: {seen}");
    assert_eq!((&seen["open"], &seen["radios"]), (&json!(true), &json!(true)), "labels, buttons and radios are seen: {seen}");
    assert!(number("bar") >= 30.0, "the line that grows is there: {seen}");
    assert!(number("leading") >= 1.3, "lines have room: {seen}");
    assert!(number("over") <= 0.0, "nothing runs over: {seen}");
    seen
}

/// The style sheet breaks elements of the page itself.
async fn assert_suffers(page: &Page, css: &str) {
    let script = format!("return document.querySelector('{css}').getBoundingClientRect().height");
    assert_eq!(page.run(&script).await, json!(0), "the page hides {css}");
}

fn reset(context: &Context) -> Result<(), Failed> {
    on(context, "reset", |page| async move {
        answer_three(&page).await;
        assert_suffers(&page, "progress.own").await;
        assert_usable(&page).await;
    })
}

fn hostile(context: &Context) -> Result<(), Failed> {
    on(context, "hostile", |page| async move {
        answer_three(&page).await;
        assert_suffers(&page, "label.own").await;
        assert_suffers(&page, "div.own").await;
        assert_usable(&page).await;
        let ink = "return getComputedStyle(quiz.shadowRoot.querySelector('.prompt')).color";
        assert_ne!(page.ask(ink).await, json!("rgb(255, 255, 255)"));
    })
}

fn small_root(context: &Context) -> Result<(), Failed> {
    on(context, "small-root", |page| async move {
        answer_three(&page).await;
        assert_eq!(page.run("return getComputedStyle(document.documentElement).fontSize").await, json!("10px"));
        assert_eq!(assert_usable(&page).await["text"], json!(18));
        let least = r#"
            const shown = [...quiz.shadowRoot.querySelectorAll("*")].filter((one) => one.checkVisibility() && one.textContent);
            return Math.min(...shown.map((one) => parseFloat(getComputedStyle(one).fontSize)));
        "#;
        assert!(page.ask(least).await.as_f64().is_some_and(|least| least >= 14.0), "no text shrinks with the root");
    })
}

fn right_to_left(context: &Context) -> Result<(), Failed> {
    on(context, "rtl", |page| async move {
        answer_three(&page).await;
        assert_usable(&page).await;
        let script = r#"
            const at = (css) => quiz.shadowRoot.querySelector(css).getBoundingClientRect();
            const style = getComputedStyle(quiz.shadowRoot.querySelector(".exhale"));
            const line = getComputedStyle(quiz.shadowRoot.querySelector("progress"));
            return [getComputedStyle(quiz).direction, style.direction, line.transform, at("input").right < at("label").left + 60];
        "#;
        assert_eq!(page.ask(script).await, json!(["rtl", "ltr", "none", true]));
    })
}

fn dark(context: &Context) -> Result<(), Failed> {
    on(context, "dark", |page| async move {
        answer_three(&page).await;
        assert_usable(&page).await;
        // Contrast on the background of the page.
        let script = r#"
            const paper = getComputedStyle(document.body).backgroundColor;
            const style = (css) => getComputedStyle(quiz.shadowRoot.querySelector(css));
            const contrast = (colour) => contrastOn(paper, colour);
            return {
                own: style(".exhale").backgroundColor,
                texts: Math.min(...["legend", ".prompt", ".option label", ".folio"].map((css) => contrast(style(css).color))),
                line: contrast(style("progress").color),
            };
        "#;
        let seen = page.ask(&format!("{CONTRAST}{script}")).await;
        assert_eq!(seen["own"], json!("rgba(0, 0, 0, 0)"), "the page's paper is seen through");
        assert!(seen["texts"].as_f64().is_some_and(|contrast| contrast >= 4.5), "texts can be read: {seen}");
        assert!(seen["line"].as_f64().is_some_and(|contrast| contrast >= 3.0), "the line that grows can be seen: {seen}");
    })
}

fn sidebar(context: &Context) -> Result<(), Failed> {
    on(context, "sidebar", |page| async move {
        page.ready().await;
        assert_usable(&page).await;
        page.take_all(&SHEET.map(Some)).await;
        assert_shows(&page, "full", &SHEET.map(Some)).await;
        let over = r#"
            for (const folded of quiz.shadowRoot.querySelectorAll("details")) folded.open = true;
            const { right } = quiz.getBoundingClientRect();
            // A mark is an SVG within one: Firefox takes all that it could draw on for its size.
            const texts = [...quiz.shadowRoot.querySelectorAll("p, h2, h3, button, summary, li, legend, svg:not(svg svg), input")];
            const wide = texts.filter((one) => one.checkVisibility() && one.getBoundingClientRect().right > right + 1);
            const page = document.documentElement;
            return [page.scrollWidth - page.clientWidth, ...wide.map((one) => one.outerHTML.slice(0, 99))];
        "#;
        assert_eq!(page.ask(over).await, json!([0]), "with everything unfolded");
    })
}

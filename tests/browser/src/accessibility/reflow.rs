//! Reflow, text spacing, text of twice the size, and target size.

use std::cell::RefCell;

use libtest_mimic::Failed;
use serde_json::json;

use super::screens::{self, DESKTOP};
use crate::{Context, Test, engine::Device, page::Page};

pub const TESTS: &[Test] = &[
    ("at 320 pixels, or zoomed to 400 %, nothing scrolls sideways and all can be hit", |context| narrow(context, 320)),
    ("at 300 pixels, on every screen of the quiz, neither", |context| narrow(context, 300)),
    ("in two columns nothing scrolls sideways, is cut off or overlaps", |context| two_columns(context, "")),
    ("in two columns with one's own spacing neither", |context| two_columns(context, SPACING)),
    ("with one's own spacing nothing is cut off or overlaps", |context| changed(context, Device::default(), SPACING)),
    ("with one's own spacing on a phone neither", |context| changed(context, PHONE, SPACING)),
    ("with text of twice the size neither", |context| changed(context, Device::default(), TWICE)),
    ("with text of twice the size on a phone neither", |context| changed(context, PHONE, TWICE)),
    ("where the browser sets that size, other pages take their narrow shape, and fit", large),
];

const PHONE: Device = Device::phone(390, 640);

/// Text spacing of WCAG 1.4.12.
const SPACING: &str = "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
    p { margin-block-end: 2em !important; }";
const TWICE: &str = "html { font-size: 200% !important; }";

/// All visible elements, without visually hidden texts and the contents of charts other than texts.
const SHOWN: &str = r#"
    const root = document.querySelector("exhale-quiz")?.shadowRoot;
    const everything = [...document.body.querySelectorAll("*"), ...(root?.querySelectorAll("*") ?? [])];
    const scrolls = (element) => /auto|scroll/.test(getComputedStyle(element).overflowX);
    const inAScroller = (element) => {
        for (let around = element.parentElement; around && around !== document.body; around = around.parentElement)
            if (scrolls(around)) return true;
        return false;
    };
    const isUnseen = (element) => {
        const slot = element.closest("slot") ?? element.closest("[slot]")?.assignedSlot;
        return element.closest(".unseen") || (slot && getComputedStyle(slot).clipPath !== "none");
    };
    const shown = everything.filter((element) => element.checkVisibility() && element.getClientRects().length
        && !isUnseen(element) && (!element.ownerSVGElement || element.localName === "text") && !inAScroller(element));
    const named = (element) => `${element.localName}.${element.classList} ${element.textContent.trim().slice(0, 40)}`;
"#;

/// Elements that overflow the page horizontally.
const OVER: &str = r"
    const page = document.scrollingElement;
    const sticksOut = (element) => {
        const { left, right } = element.getBoundingClientRect();
        return right > page.clientWidth + 1 || left < -1;
    };
    const innermost = (element, _, all) => !all.some((other) => other !== element && element.contains(other));
    const over = shown.filter(sticksOut).filter(innermost).map(named);
    if (page.scrollWidth > page.clientWidth) {
        const all = everything.filter(sticksOut).filter(innermost).map(named);
        over.push(`the page, by ${page.scrollWidth - page.clientWidth}: ${all.slice(0, 3)}`);
    }
";

/// Targets smaller than 24 pixels, answers smaller than 48, and buttons in a row less than 48 high. Links in a sentence are exempt.
const SMALL: &str = r#"
    const targets = shown.filter((element) => element.matches("a[href], button, summary, input, select, textarea, label[for], label:has(input)"));
    const isInText = (link) => link.localName === "a" && link.parentElement.textContent.trim() !== link.textContent.trim()
        && getComputedStyle(link).display === "inline";
    const small = targets.filter((element) => {
        const [first] = [element, ...(element.labels ?? [])].map((one) => one.getBoundingClientRect()).sort((one, other) => other.height - one.height);
        const least = (parts) => (element.closest(parts) && root?.contains(element) ? 48 : 24);
        return (first.width < least(".option") || first.height < least(".option, .moves")) && !isInText(element) && !element.matches("label:not(.option label)");
    }).map(named);
    over.push(...small);
"#;

/// Text that is cut off, or overlapped by other text.
const CLASHES: &str = r#"
    // Text fields scroll.
    const clips = (element) => element.clientWidth && !element.matches("input, textarea") && /hidden|clip/.test(getComputedStyle(element).overflow)
        && (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1);
    const clashes = shown.filter(clips).map((element) => `cut off: ${named(element)}`);
    // Buttons and rows contain their text.
    for (const element of shown.filter((element) => element.matches(".btn, label, summary"))) {
        if (element.scrollWidth > element.clientWidth + 1 && element.clientWidth) clashes.push(`runs over: ${element.scrollWidth} in ${element.clientWidth}: ${named(element)}`);
    }
    // Lines of text in different blocks do not overlap.
    const block = (node) => {
        let element = node.parentElement;
        while (getComputedStyle(element).display.startsWith("inline") && element.parentElement) element = element.parentElement;
        return element;
    };
    // What is fixed to the window is over what is scrolled below it.
    const isFixed = (element) => !!element && (getComputedStyle(element).position === "fixed" || isFixed(element.parentElement));
    const lines = [];
    const visible = new Set(shown);
    for (const place of [document.body, root].filter(Boolean)) {
        const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) {
            const node = walker.currentNode;
            if (!node.data.trim() || !visible.has(node.parentElement) || node.parentElement.closest("noscript, select, textarea")) continue;
            const range = document.createRange();
            range.selectNodeContents(node);
            const { fontSize } = getComputedStyle(node.parentElement);
            // The glyphs alone, without the font's ascent and descent.
            for (const { left, right, top, bottom } of range.getClientRects()) {
                const middle = (top + bottom) / 2;
                const half = parseFloat(fontSize) * 0.36;
                if (right - left > 2) lines.push({ node, block: block(node), isFixed: isFixed(node.parentElement), left, right, top: middle - half, bottom: middle + half });
            }
        }
    }
    // Nor does a mark of a chart lie over words.
    for (const mark of root?.querySelectorAll(":is(.breath, .chart) :is(circle, rect)") ?? []) {
        if (!mark.checkVisibility()) continue;
        const { left, right, top, bottom } = mark.getBoundingClientRect();
        const under = lines.find((line) => !line.node.parentElement.ownerSVGElement
            && line.left < right - 1 && left < line.right - 1 && line.top < bottom - 1 && top < line.bottom - 1);
        if (under) clashes.push(`a mark lies over: ${under.node.data.slice(0, 30)}`);
    }
    lines.sort((one, other) => one.top - other.top);
    lines.forEach((one, index) => {
        for (let next = index + 1; next < lines.length && lines[next].top < one.bottom - 1; next++) {
            const other = lines[next];
            if (other.block !== one.block && other.isFixed === one.isFixed && other.left < one.right - 1 && one.left < other.right - 1)
                clashes.push(`overlaps: ${one.node.data.slice(0, 30)} / ${other.node.data.slice(0, 30)}`);
        }
    });
"#;

/// The faults on a screen, each with the name of the screen.
async fn probe(page: &Page, screen: &str, scripts: &[&str]) -> Vec<String> {
    let script = [&scripts.concat(), "return [over, clashes, shown.length]"].concat();
    let seen = page.run(&script).await;
    assert!(seen[2].as_u64().is_some_and(|shown| shown > 3), "{screen}: something is shown");
    let faults = (0..2).flat_map(|kind| seen[kind].as_array().expect("a list"));
    faults.map(|fault| format!("{screen}: {fault}")).collect()
}

/// 320 pixels: 1280 by 1024 at 400 %. The other pages are not made for less.
fn narrow(context: &Context, width: u16) -> Result<(), Failed> {
    context.browse(Device::phone(width, 256), |page| async move {
        let faults = RefCell::new(Vec::new());
        let look = async |screen: &str| {
            assert_eq!(page.run("return innerWidth").await, json!(width), "{screen}");
            let found = probe(&page, screen, &[SHOWN, OVER, SMALL, CLASHES]).await;
            faults.borrow_mut().extend(found);
        };
        screens::each_of_the_quiz(&page, &look).await;
        assert!(faults.borrow().is_empty(), "{:#?}", faults.borrow());
        if width >= 320 {
            screens::each_page(&page, &look).await;
        }
        assert!(faults.borrow().is_empty(), "{:#?}", faults.borrow());
    })
}

/// Every screen in a window in which a letter stands beside its plate, with a user style sheet in the quiz.
fn two_columns(context: &Context, sheet: &'static str) -> Result<(), Failed> {
    context.browse(Device::default(), |page| async move {
        screens::resize(&page, DESKTOP).await;
        let beside = "
            const plate = quiz.shadowRoot.querySelector('.sheet > .plate')?.getBoundingClientRect();
            const letter = quiz.shadowRoot.querySelector('.sheet > .letter')?.getBoundingClientRect();
            const isBeside = plate && (plate.right < letter.left || letter.right < plate.left);
            return plate && letter ? [isBeside, plate.top < letter.bottom && letter.top < plate.bottom] : null";
        let (faults, pairs) = (RefCell::new(Vec::new()), RefCell::new(0));
        screens::each_of_the_quiz(&page, async |screen: &str| {
            page.client.execute(OWN, vec![json!(sheet)]).await.expect("a style sheet");
            let is_beside = page.ask(beside).await;
            if !is_beside.is_null() {
                assert_eq!(is_beside, json!([true, true]), "{screen}: the letter stands beside the plate");
                *pairs.borrow_mut() += 1;
            }
            for part in ["0", "innerHeight / 2", "document.body.scrollHeight / 2"] {
                page.run(&format!("scrollTo(0, {part})")).await;
                let found = probe(&page, screen, &[SHOWN, OVER, CLASHES]).await;
                faults.borrow_mut().extend(found);
            }
            page.run("scrollTo(0, 0)").await;
        })
        .await;
        screens::resize(&page, screens::WINDOW).await;
        assert!(faults.borrow().is_empty(), "{:#?}", faults.borrow());
        assert!(*pairs.borrow() >= 10, "{}", pairs.borrow());
    })
}

fn large(context: &Context) -> Result<(), Failed> {
    context.browse(Device { large_text: true, ..Device::default() }, |page| async move {
        let faults = RefCell::new(Vec::new());
        screens::each_page(&page, async |screen: &str| {
            assert_eq!(page.run("return getComputedStyle(document.documentElement).fontSize").await, json!("32px"), "{screen}");
            let found = probe(&page, screen, &[SHOWN, OVER, CLASHES]).await;
            faults.borrow_mut().extend(found);
        })
        .await;
        assert!(faults.borrow().is_empty(), "{:#?}", faults.borrow());
    })
}

/// Adds a user style sheet to the page and to the quiz.
const OWN: &str = r#"
    const own = new CSSStyleSheet();
    own.replaceSync(arguments[0]);
    const places = [document, document.querySelector("exhale-quiz")?.shadowRoot].filter(Boolean);
    for (const place of places) if (!place.own) place.adoptedStyleSheets = [...place.adoptedStyleSheets, place.own = own];
"#;

/// Checks all screens with a user style sheet in the page and in the quiz.
fn changed(context: &Context, on: Device, sheet: &'static str) -> Result<(), Failed> {
    context.browse(on, |page| async move {
        let faults = RefCell::new(Vec::new());
        let look = async |screen: &str| {
            // Their media queries depend on the default font size of the browser, not of the page: see `large`.
            let zoomed = screen.starts_with("form on paper") || (screen.starts_with("builder") && on.phone.is_some());
            if sheet == TWICE && zoomed {
                return;
            }
            page.client.execute(OWN, vec![json!(sheet)]).await.expect("a style sheet");
            let found = probe(&page, screen, &[SHOWN, OVER, CLASHES]).await;
            faults.borrow_mut().extend(found);
        };
        screens::each_of_the_quiz(&page, &look).await;
        assert!(faults.borrow().is_empty(), "{:#?}", faults.borrow());
        screens::each_page(&page, &look).await;
        assert!(faults.borrow().is_empty(), "{:#?}", faults.borrow());
    })
}

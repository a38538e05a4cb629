//! Other languages: by a link on our own pages, by an attribute elsewhere; and the display of stored data on the page about the quiz.

use exhale_content::with_digits;
use fantoccini::Locator;
use libtest_mimic::Failed;
use serde_json::{Value, json};

use crate::{
    Context, Test,
    accessibility::screens::{SHEET, given, payload},
    engine::Device,
    page::{Page, SITE_TEXTS, TEXTS, texts},
    sharing::tick,
};

pub const TESTS: &[Test] = &[
    ("our page leads to itself in another language, where the answers go on", chosen),
    ("a choice made before the quiz is there goes along", early),
    ("a shared picture is the same picture in another language", shared),
    ("an element takes another language where it stands", where_it_stands),
    ("a shared link leads to the first page of its language", hosted),
    ("where the quiz has stopped, it leads to the form on paper in its language", stopped),
    ("sums run from left to right among words that do not", sums),
    ("a line runs the way of the words", lines),
    ("what is kept can be read to the last byte on the page about the quiz, and forgotten", kept),
    ("what is forgotten there is not written again by a quiz that Back leads to, nor by one in another tab", not_again),
];

/// Follows the link to this language.
async fn follow(page: &Page, lang: &str) {
    let link = page.client.find(Locator::Css(&format!(".closing a[hreflang={lang}]"))).await.expect("a link");
    page.act(link.click()).await.expect("it takes a click");
    let there = "return document.documentElement.lang";
    page.until("the other page is there", || async { page.run(there).await == json!(lang) }).await;
}

/// Waits for a shared result with this title.
async fn until_shared(page: &Page, title: &str) {
    let seen = "return quiz?.shadowRoot?.querySelector('h2')?.textContent";
    page.until(title, || async { page.ask(seen).await == json!(title) }).await;
}

async fn until_statement(page: &Page, statement: &str) {
    let seen = "return quiz.shadowRoot.querySelector('legend')?.textContent.trim()";
    page.until(statement, || async { page.ask(seen).await == json!(statement) }).await;
}

fn chosen(context: &Context) -> Result<(), Failed> {
    context.visit(|page| async move {
        page.answer(1, &[Some(2), Some(4), Some(5)]).await;
        page.at(4).await;
        for lang in ["es", "fa", "es"] {
            let texts = texts(lang);
            follow(&page, lang).await;
            page.ready().await;
            assert_eq!(page.run("return location.href").await, json!(format!("{}{lang}/", page.site)));
            assert_eq!(page.run("return document.documentElement.dir").await, json!(texts.dir));
            assert_eq!(page.see().await.statement.as_deref(), Some(&*texts.items[0]), "it shows nothing kept by itself");
            page.press(&with_digits(&texts.first.go_on_from.replace("{n}", "4"), &texts.numbers)).await;
            until_statement(&page, &texts.items[3]).await;
        }
        // Finished in another language than the one it was begun in.
        let texts = texts("fa");
        page.store_run(&given(&SHEET), true).await;
        follow(&page, "fa").await;
        page.ready().await;
        page.press(&texts.first.see_again).await;
        page.heading(&texts.rests.title).await;
        assert!(page.see().await.headings.iter().any(|heading| heading.starts_with(&texts.profiles.navigator.name)));
    })
}

fn early(context: &Context) -> Result<(), Failed> {
    context.browse(Device::default(), |page| async move {
        // The module never arrives: the choice stays in the tab.
        page.go(&format!("{}copy/stalled-wasm/index.html", page.site)).await;
        page.until("the script runs", || async { page.ask("return quiz?.state").await == json!("loading") }).await;
        let chosen = "quiz.shadowRoot.querySelector('input[value=\"4\"]').click(); return sessionStorage['exhale.early']";
        page.until("it is noted", || async { page.ask(chosen).await == json!("4") }).await;
        page.go(&format!("{}es/", page.site)).await;
        until_statement(&page, &texts("es").items[1]).await;
    })
}

fn shared(context: &Context) -> Result<(), Failed> {
    context.browse(Device::default(), |page| async move {
        let payload = payload();
        page.go(&format!("{}r/en/navigator/#exhale={payload}", page.site)).await;
        until_shared(&page, &TEXTS.shared.title).await;
        follow(&page, "es").await;
        until_shared(&page, &texts("es").shared.title).await;
        assert_eq!(page.run("return location.href").await, json!(format!("{}r/es/navigator/#exhale={payload}", page.site)));
        follow(&page, "en").await;
        until_shared(&page, &TEXTS.shared.title).await;
    })
}

fn where_it_stands(context: &Context) -> Result<(), Failed> {
    context.visit_host_page(|page| async move {
        page.answer(1, &[Some(2), Some(4), Some(5)]).await;
        page.at(4).await;
        page.press(&TEXTS.statement.back).await;
        page.at(3).await;
        for lang in ["fa", "es", "en"] {
            let texts = texts(lang);
            page.ask(&format!("quiz.lang = '{lang}'")).await;
            until_statement(&page, &texts.items[2]).await;
            let said = "const { lang, dir } = quiz.shadowRoot.querySelector('.exhale'); return [lang, dir]";
            assert_eq!(page.ask(said).await, json!([lang, texts.dir]));
            assert_eq!(page.see().await.chosen.as_deref(), Some(&*texts.statement.options[4]), "the answer stays");
        }
        // Each language is fetched once.
        let fetched = "return performance.getEntriesByType('resource').filter(({ name }) => /content/.test(name)).length";
        assert_eq!(page.run(fetched).await, json!(3));
    })
}

fn hosted(context: &Context) -> Result<(), Failed> {
    context.visit_host_page(|page| async move {
        page.store_run(&given(&SHEET), true).await;
        let other = "const other = document.createElement('exhale-quiz');
            Object.assign(other, { lang: 'es', share: 'hosted', loading: 'eager' });
            quiz.replaceWith(other);";
        page.ask(other).await;
        page.ready().await;
        let texts = texts("es");
        page.press(&texts.first.see_again).await;
        page.heading(&texts.rests.title).await;
        let link = page.ask("return quiz.shadowRoot.querySelector('[part=share-link]').value").await;
        assert!(link.as_str().is_some_and(|link| link.starts_with(&format!("{}es/#exhale=", page.site))), "{link}");
        tick(&page, "with-name").await;
        let link = page.ask("return quiz.shadowRoot.querySelector('[part=share-link]').value").await;
        assert!(link.as_str().is_some_and(|link| link.starts_with(&format!("{}r/es/navigator/#exhale=", page.site))), "{link}");
    })
}

fn stopped(context: &Context) -> Result<(), Failed> {
    context.visit(|page| async move {
        follow(&page, "es").await;
        page.ready().await;
        let accident = "Node.prototype.insertBefore = () => { throw new DOMException('planted'); }";
        page.run(accident).await;
        page.tap(5).await;
        let shown = "return quiz.shadowRoot.querySelector('[part=error]').checkVisibility()";
        page.until("it says so", || async { page.ask(shown).await == json!(true) }).await;
        let href = "return quiz.shadowRoot.querySelector('[part=error] a').href";
        assert_eq!(page.ask(href).await, json!(format!("{}es/paper.html", page.site)));
    })
}

/// Opens our page in Persian with a result.
async fn persian_result(page: &Page) {
    page.store_run(&given(&SHEET), true).await;
    follow(page, "fa").await;
    page.ready().await;
    let texts = texts("fa");
    page.press(&texts.first.see_again).await;
    page.heading(&texts.rests.title).await;
}

fn sums(context: &Context) -> Result<(), Failed> {
    context.visit(|page| async move {
        persian_result(&page).await;
        page.ask("for (const folded of quiz.shadowRoot.querySelectorAll('details')) folded.open = true").await;
        let tables = "return quiz.shadowRoot.querySelectorAll('.working td').length > 10";
        page.until("the working is there", || async { page.ask(tables).await == json!(true) }).await;
        let script = r"
            // The horizontal position of each number of a sum.
            const sums = [];
            const texts = document.createTreeWalker(quiz.shadowRoot, NodeFilter.SHOW_TEXT);
            for (let text; (text = texts.nextNode()); ) {
                for (const { 0: sum, index } of text.data.matchAll(/[۰-۹٫]+( [±÷×+=−] [۰-۹٫]+)+/g)) {
                    const places = [...sum.matchAll(/[۰-۹٫]+/g)].map((number) => {
                        const range = document.createRange();
                        range.setStart(text, index + number.index);
                        range.setEnd(text, index + number.index + number[0].length);
                        const { left, top } = range.getBoundingClientRect();
                        return [Math.round(top), left];
                    });
                    // A sum may wrap.
                    const inOrder = places.every(([top, left], at) => !at || top > places[at - 1][0] || left > places[at - 1][1]);
                    sums.push([sum, inOrder]);
                }
            }
            return sums;
        ";
        let sums = page.ask(script).await;
        let sums = sums.as_array().expect("a list");
        assert!(sums.len() > 10, "{sums:?}");
        let wrong: Vec<&Value> = sums.iter().filter(|sum| sum[1] != json!(true)).collect();
        assert!(wrong.is_empty(), "{wrong:?}");
    })
}

fn lines(context: &Context) -> Result<(), Failed> {
    context.visit(|page| async move {
        // The positions of the dots, in percent of the line from its start; the middle of the ribbon there, and the middle of the words
        // that stand out.
        let script = r#"
            const axes = [...quiz.shadowRoot.querySelectorAll(".plate .words")];
            const dots = [...quiz.shadowRoot.querySelectorAll(".breath:not(.veil) circle")];
            const path = quiz.shadowRoot.querySelector(".veil path");
            const svg = path.ownerSVGElement.getBoundingClientRect();
            // WebKit's getScreenCTM() leaves out how the drawing is turned.
            const isTurned = new DOMMatrix(getComputedStyle(path.ownerSVGElement).transform).a < 0;
            const across = (x) => svg.left + (svg.width * (isTurned ? 100 - x : x)) / 100;
            return axes.map((line, index) => {
                const axis = line.getBoundingClientRect();
                const from = (x) => Math.round(100 * (getComputedStyle(line).direction === "rtl"
                    ? (axis.right - x) / axis.width : (x - axis.left) / axis.width));
                const middle = ({ left, width }) => left + width / 2;
                const dot = dots[index].getBoundingClientRect();
                // Every point of the outline at the height of the line.
                const edges = [];
                for (let at = 0, length = path.getTotalLength(); at <= length; at += length / 4000) {
                    const { x, y } = path.getPointAtLength(at);
                    if (Math.abs(y - 50 - 100 * index) < 0.5) edges.push(across(x));
                }
                const side = (x) => (x < 40 ? 0 : x > 60 ? 2 : 1);
                const own = [...line.children].map((band, place) => (band.hasAttribute("data-own") ? place : -1)).filter((place) => place >= 0);
                const places = own.map((place) => side(from(middle(line.children[place].getBoundingClientRect()))) === place);
                return [from(middle(dot)), from((Math.min(...edges) + Math.max(...edges)) / 2), places.every(Boolean), own];
            });
        "#;
        let slant = "return getComputedStyle(quiz.shadowRoot.querySelector('[data-own]')).fontStyle";
        page.open_result(&given(&SHEET)).await;
        let english = page.ask(script).await;
        assert_eq!(page.ask(slant).await, json!("italic"));
        persian_result(&page).await;
        assert_eq!(page.ask(script).await, english);
        assert_eq!(page.ask(slant).await, json!("normal"), "the script has none");
        let link = "return getComputedStyle(quiz.shadowRoot.querySelector('[part=share-link]')).direction";
        assert_eq!(page.ask(link).await, json!("ltr"), "its beginning is seen, not its end");
        assert_eq!(english.as_array().map(Vec::len), Some(3));
        assert!(english[0][0].as_u64().is_some_and(|place| place > 55), "not in the middle, where both ways are one: {english}");
        for line in english.as_array().expect("three lines") {
            assert_eq!((&line[0], &line[2]), (&line[1], &json!(true)), "the ribbon runs through the dot, over the words: {english}");
        }
    })
}

/// What the page about the quiz lists.
const LISTED: &str = "return document.querySelector('#kept pre').innerText";

/// Opens the page about the quiz by its link, and what the browser keeps there.
async fn about(page: &Page) {
    let link = page.client.find(Locator::Css(".closing a[href$='about.html']")).await.expect("a link");
    page.act(link.click()).await.expect("it takes a click");
    let there = "return document.readyState === 'complete' && document.getElementById('kept')?.checkVisibility()";
    page.until("the page about the quiz is there", || async { page.run(there).await == json!(true) }).await;
    page.run("document.getElementById('kept').open = true").await;
}

async fn forget(page: &Page) {
    let button = page.client.find(Locator::Css("#kept button")).await.expect("a button");
    page.act(button.click()).await.expect("it takes a click");
    let nothing = json!(SITE_TEXTS.page.about.nothing);
    page.until("it is forgotten", || async { page.run(LISTED).await == nothing }).await;
    assert_eq!(page.run("return document.querySelector('#kept output').innerText").await, json!(TEXTS.first.forgotten));
}

fn kept(context: &Context) -> Result<(), Failed> {
    context.visit(|page| async move {
        let nothing = json!(SITE_TEXTS.page.about.nothing);
        about(&page).await;
        page.until("nothing is kept", || async { page.run(LISTED).await == nothing }).await;

        page.open_at(&page.home()).await;
        page.ready().await;
        page.answer(1, &[Some(2), Some(4), Some(5)]).await;
        page.at(4).await;
        page.run("localStorage.setItem('somebody.else', '1'); sessionStorage.setItem('exhale.early', '2')").await;
        about(&page).await;
        let run = page.run("return `exhale.run: ${localStorage['exhale.run']}\nexhale.early: 2`").await;
        page.until("the run is shown", || async { page.run(LISTED).await == run }).await;
        forget(&page).await;
        assert_eq!(
            page.run("return [...Object.keys(localStorage), ...Object.keys(sessionStorage)]").await,
            json!(["somebody.else"])
        );

        page.open_at(&page.home()).await;
        page.ready().await;
        page.answer(1, &[Some(3)]).await;
        page.at(2).await;
        page.reload().await;
        page.press(&TEXTS.first.go_on_from.replace("{n}", "2")).await;
        page.at(2).await;
    })
}

fn not_again(context: &Context) -> Result<(), Failed> {
    context.visit(|page| async move {
        let forgotten = async || {
            page.at(1).await;
            assert!(page.see().await.text.contains(&TEXTS.first.forgotten));
            page.answer(1, &[Some(3)]).await;
            page.at(2).await;
            let run = page.run("return localStorage.getItem('exhale.run')").await;
            assert!(run.as_str().is_some_and(|run| run.contains(".300000000000000000000000000000.")), "{run}");
        };
        let has_run = "return !document.getElementById('kept').hidden";
        let there_and_back = async |script: &str| {
            page.run("window.before = true").await;
            page.go(&format!("{}about.html", page.home())).await;
            page.until("its script has run", || async { page.run(has_run).await == json!(true) }).await;
            page.run(script).await;
            page.client.back().await.expect("Back works");
            page.until("the page is there again", || async { page.ask("return !!quiz").await == json!(true) }).await;
            assert_eq!(page.run("return window.before").await, json!(true), "as it was");
        };
        // By script: Firefox does not cache a page for Back once its driver has clicked on it.
        page.ask("quiz.shadowRoot.querySelector('.option:nth-of-type(2) label').click()").await;
        page.at(2).await;
        there_and_back("").await;
        page.at(2).await;
        there_and_back("document.querySelector('#kept button').click()").await;
        forgotten().await;

        // In another tab, with something that was set aside: that goes first, or the quiz would take the rest for another version's.
        page.run("localStorage.setItem('exhale.unread', `${Math.floor(Date.now() / 864e5)} line`)").await;
        let first = page.client.window().await.expect("this tab");
        let second = page.client.new_window(true).await.expect("another tab");
        page.client.switch_to_window(second.handle).await.expect("the other tab");
        page.go(&page.home()).await;
        page.ready().await;
        about(&page).await;
        forget(&page).await;
        page.client.switch_to_window(first).await.expect("the first tab");
        forgotten().await;
    })
}

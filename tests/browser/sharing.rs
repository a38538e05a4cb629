//! A result link: from one browser to another, the same picture; two pictures side by side; and links that do not open.

use std::fmt::Write;

use exhale::{
    qr::Code,
    quiz::{Form, INSTRUMENT, Scale, Scores, link::Shared},
};
use libtest_mimic::Failed;
use serde_json::{Value, json};

use crate::{
    Context, Test,
    page::{Given, Page, WORDS, sheet, statement},
    results::{profile, score},
};

pub const TESTS: &[Test] = &[
    ("the link opens as the same picture elsewhere, and leaves the visitor's own run alone", there_and_back),
    ("a shared picture can be put beside one's own, also one that is taken afterwards", side_by_side),
    ("nothing is read from a sketch beside a full picture", sketch_beside),
    ("a link that does not open says why, in one sentence, over the quiz", bad_links),
    ("a link opened while the page is there is taken up, and other fragments are left alone", fragments),
    ("the link is copied, or shared, or selected, and says so", ways_to_share),
    ("a link with a preview card says what its address names, and opens as the picture in it", preview),
    ("a link whose # became %23 is led back to its picture, and other addresses to the quiz", rescue),
    ("while the answers are all the same there is no link", no_link),
];

/// A Navigator with a touch of the Craftsperson.
const SHEET: [u8; 30] = [2, 4, 5, 4, 5, 2, 3, 4, 1, 2, 4, 4, 3, 2, 5, 1, 4, 2, 4, 5, 3, 2, 5, 2, 1, 3, 4, 2, 5, 4];
/// A Co-Pilot.
const OTHER: [u8; 30] = [4, 3, 4, 1, 3, 3, 3, 2, 2, 3, 4, 3, 3, 4, 4, 3, 3, 4, 4, 3, 3, 4, 4, 2, 3, 3, 3, 2, 4, 3];

fn payload(form: Form, given: &Given, with_reasons: bool) -> String {
    Shared::of(&Scores::of(&INSTRUMENT, form, &sheet(given)), with_reasons).expect("a score").write()
}

/// The link in its field.
async fn link(page: &Page) -> String {
    let value =
        page.run(r#"return document.querySelector("exhale-quiz").shadowRoot.querySelector("[part=share-link]").value"#).await;
    value.as_str().expect("a link").to_owned()
}

/// Opens an address in this tab, as if it had been followed from elsewhere.
async fn open(page: &Page, address: &str) {
    page.client.goto("about:blank").await.expect("an empty page");
    page.client.goto(address).await.expect("the page opens");
    let there = "return ['ready', 'running', 'done'].includes(document.querySelector('exhale-quiz')?.state)";
    page.until("the quiz is there", || async { page.run(there).await == Value::Bool(true) }).await;
    page.still().await;
}

/// Name, and for each line what stands over it, and where the diamond is.
async fn theirs(page: &Page) -> Value {
    page.run(
        r#"
        const root = document.querySelector("exhale-quiz").shadowRoot;
        return [root.querySelector(".name").textContent, ...[...root.querySelectorAll(".spectrum")].map((line) => [
            line.querySelector(".band").textContent, line.querySelector("svg").getAttribute("aria-label"),
            line.querySelector(".point, circle")?.getAttribute(line.querySelector(".point") ? "x" : "cx") ?? null])];
        "#,
    )
    .await
}

fn there_and_back(context: &Context) -> Result<(), Failed> {
    context.visit(|page| async move {
        page.open_result(&SHEET.map(Some)).await;
        let seen = theirs(&page).await;
        let address = link(&page).await;
        assert_eq!(address, format!("{}#exhale={}", page.site, payload(Form::Full, &SHEET.map(Some), false)));
        page.press(&WORDS.share.with_reasons).await;
        let with_reasons = format!("{}#exhale={}", page.site, payload(Form::Full, &SHEET.map(Some), true));
        page.until("the reasons are in it", || async { link(&page).await == with_reasons }).await;

        // Another browser: nothing is kept there but somebody's first three answers.
        page.run("localStorage.clear()").await;
        open(&page, &page.site).await;
        page.answer(1, &[Some(5), Some(1), Some(2)]).await;
        page.at(4).await;
        let before = page.run("return Object.entries(localStorage)").await;
        open(&page, &with_reasons).await;
        assert_eq!(theirs(&page).await, seen, "the same name, bands, numbers, errors and places");
        let line =
            r#"return document.querySelector("exhale-quiz").shadowRoot.querySelector("progress").getAttribute("aria-valuetext")"#;
        assert_eq!(page.run(line).await, json!(WORDS.shared.folio), "the line says nothing of the visitor's own run");
        let seen_now = page.see().await;
        assert!((seen_now.progress.0 - seen_now.progress.1).abs() < 0.5, "and is whole");
        let text = seen_now.text;
        for part in [&WORDS.shared.title, &WORDS.shared.lead, &WORDS.safety.line] {
            assert!(text.contains(part.as_str()), "{part}");
        }
        assert!(page.find_button(&WORDS.result.reasons_all).await.is_some(), "the reasons can be opened");
        assert!(page.find_button(&WORDS.shared.beside).await.is_none(), "there is no own picture yet");
        assert_eq!(page.run("return Object.entries(localStorage)").await, before, "the visitor's own run is as it was");

        page.press(&WORDS.shared.take).await;
        page.at(1).await;
        assert_eq!(page.run("return location.href").await, json!(page.site), "the link is out of the address");
        page.press(&WORDS.first.go_on_from.replace("{n}", "4")).await;
        page.at(4).await;
        assert_never_sent(&page, &payload(Form::Full, &SHEET.map(Some), true));
    })
}

/// No request held the payload, or eight characters of it in a row, in its address or as the page it came from.
fn assert_never_sent(page: &Page, payload: &str) {
    let requests = std::fs::read_to_string(&page.log).expect("the log of the server");
    assert!(requests.contains("/v1/embed.js "), "the log is of this server: {requests}");
    for start in 0..=payload.len() - 8 {
        let piece = &payload[start..start + 8];
        assert!(!requests.contains(piece), "{piece} of {payload} was sent");
    }
}

/// What stands over each pair of lines, whether they are joined, and the numbers.
async fn pairs(page: &Page) -> Value {
    page.run(
        r#"
        const root = document.querySelector("exhale-quiz").shadowRoot;
        const rows = [...root.querySelectorAll(".numbers tbody tr")];
        return [...root.querySelectorAll(".spectrum")].map((line, index) => [
            line.querySelector(".band").textContent, !!line.querySelector(".gap"),
            rows[index].cells[1].textContent, rows[index].cells[2].textContent]);
        "#,
    )
    .await
}

fn pair(says: &str, apart: bool, scale: Scale, [mine, theirs]: [(&str, &Given); 2]) -> Value {
    let value = |(form, given): (&str, &Given)| {
        let scale = &score(form, given)["scales"][scale.slug()];
        format!("{} ± {}", scale["shown"], scale["se"].as_f64().expect("a number").round())
    };
    json!([says, apart, value(mine), value(theirs)])
}

fn side_by_side(context: &Context) -> Result<(), Failed> {
    context.visit(|page| async move {
        let (mine, other) = (OTHER.map(Some), SHEET.map(Some));
        page.open_result(&mine).await;
        open(&page, &format!("{}#exhale={}", page.site, payload(Form::Full, &other, false))).await;
        page.press(&WORDS.shared.beside).await;
        page.heading(&WORDS.both.title).await;
        let both = [("full", &mine[..]), ("full", &other[..])];
        let (apart, same) = (WORDS.both.apart.as_str(), WORDS.over_time.same.as_str());
        let expected = Scale::ALL.map(|scale| {
            let pull = |given: &Given| score("full", given)["scales"][scale.slug()]["pull"].as_f64().expect("a pull");
            // Nothing was skipped: 17.46 points for twelve answers, 20.16 for nine.
            let limit = if scale == Scale::Control { 17.46 } else { 20.16 };
            let differ = (pull(&mine) - pull(&other)).abs() > limit;
            pair(if differ { apart } else { same }, differ, scale, both)
        });
        assert_eq!(pairs(&page).await, json!(expected));
        assert!(expected.iter().any(|pair| pair[1] == true) && expected.iter().any(|pair| pair[1] == false), "{expected:?}");
        let text = page.see().await.text;
        assert!(text.contains(&WORDS.both.limits) && text.contains(&WORDS.both.questions[0]));
        assert!(text.contains(&profile("navigator").name) && text.contains(&profile("co-pilot").name));
        page.press(&WORDS.shared.away).await;
        page.until("it is gone", || async { page.see().await.statement.as_deref() == Some(statement(1)) }).await;

        // Whoever has no picture yet takes the quiz first; theirs waits.
        page.run("localStorage.clear()").await;
        open(&page, &format!("{}#exhale={}", page.site, payload(Form::Full, &other, false))).await;
        page.press(&WORDS.shared.take).await;
        page.at(1).await;
        page.take_all(&mine).await;
        page.press(&WORDS.shared.both).await;
        page.heading(&WORDS.both.title).await;
        assert_eq!(pairs(&page).await, json!(expected));
    })
}

fn sketch_beside(context: &Context) -> Result<(), Failed> {
    context.visit(|page| async move {
        let (mine, other) = (OTHER.map(Some), SHEET.map(Some));
        page.open_result(&mine).await;
        open(&page, &format!("{}#exhale={}", page.site, payload(Form::Quick, &other, false))).await;
        page.press(&WORDS.shared.beside).await;
        page.heading(&WORDS.both.title).await;
        let both = [("full", &mine[..]), ("quick", &other[..10])];
        let expected = Scale::ALL.map(|scale| pair(&WORDS.both.unread, false, scale, both));
        assert_eq!(pairs(&page).await, json!(expected));
        assert!(page.see().await.text.contains(&WORDS.over_time.sketch));
    })
}

fn bad_links(context: &Context) -> Result<(), Failed> {
    context.visit(|page| async move {
        page.answer(1, &[Some(5), Some(1)]).await;
        page.at(3).await;
        let before = page.run("return Object.entries(localStorage)").await;
        let good = payload(Form::Full, &SHEET.map(Some), false);
        let words = &WORDS.bad_link;
        let other = if good.ends_with('0') { "1" } else { "0" };
        let cases = [
            (good[..12].to_owned(), &words.cut),
            (format!("{}{other}", &good[..15]), &words.altered),
            (format!("{good}0"), &words.altered),
            ("z".repeat(16), &words.other_version),
            ("hello-world".to_owned(), &words.foreign),
            ("04%C3%BC".to_owned(), &words.foreign),
            ("0".repeat(300), &words.too_long),
            (String::new(), &words.empty),
            (format!("{good}&exhale={good}"), &words.twice),
        ];
        for (payload, sentence) in cases {
            open(&page, &format!("{}#exhale={payload}", page.site)).await;
            let says = format!("'{payload}' is said to be no link: {sentence}");
            page.until(&says, || async { page.see().await.text.contains(sentence.as_str()) }).await;
            let seen = page.see().await;
            assert_eq!(seen.statement.as_deref(), Some(statement(1)), "the quiz is below");
            assert_eq!(page.run("return Object.entries(localStorage)").await, before, "{payload}: nothing is lost");
        }
        page.press(&words.away).await;
        page.until("the sentence is gone", || async { !page.see().await.text.contains(&words.title) }).await;
        assert_eq!(page.run("return location.href").await, json!(page.site));
        page.at(1).await;
        page.press(&WORDS.first.go_on_from.replace("{n}", "3")).await;
        page.at(3).await;
    })
}

fn fragments(context: &Context) -> Result<(), Failed> {
    context.visit(|page| async move {
        page.answer(1, &[Some(5), Some(1)]).await;
        page.at(3).await;
        let good = payload(Form::Full, &SHEET.map(Some), false);
        for other in ["top", "/route", "!/route?exhale=1", "/exhale=2"] {
            page.run(&format!("location.hash = '{other}'")).await;
            tokio::time::sleep(std::time::Duration::from_millis(100)).await;
            assert_eq!(page.see().await.statement.as_deref(), Some(statement(3)), "{other}");
        }
        page.run(&format!("history.replaceState({{ page: 7 }}, ''); location.hash = 'a=1&exhale={good}&?secret=x'")).await;
        page.heading(&WORDS.shared.title).await;
        assert_eq!(page.see().await.focused.as_deref(), Some(WORDS.shared.title.as_str()));
        page.press(&WORDS.shared.away).await;
        page.at(3).await;
        assert_eq!(page.run("return location.hash").await, json!("#a=1&?secret=x"), "other fields stay");
    })
}

fn ways_to_share(context: &Context) -> Result<(), Failed> {
    context.visit(|page| async move {
        page.open_result(&SHEET.map(Some)).await;
        assert!(page.find_button(&WORDS.share.share).await.is_none(), "this browser has no share sheet");
        page.run(
            "Object.defineProperty(navigator, 'clipboard', { value: { writeText: async (text) => { window.text = text; } } })",
        )
        .await;
        page.press(&WORDS.share.copy).await;
        page.until("it is copied", || async { page.see().await.status == WORDS.keep.copied }).await;
        assert_eq!(page.run("return window.text").await, json!(link(&page).await));

        page.open_result(&SHEET.map(Some)).await;
        page.run("Object.defineProperty(navigator, 'clipboard', { value: undefined }); document.execCommand = () => false").await;
        page.press(&WORDS.share.copy).await;
        page.until("it is selected", || async { page.see().await.status == WORDS.share.selected }).await;
        let selected = r#"
            const field = document.querySelector("exhale-quiz").shadowRoot.querySelector("[part=share-link]");
            return field.value.slice(field.selectionStart, field.selectionEnd);
        "#;
        assert_eq!(page.run(selected).await, json!(link(&page).await));

        page.reload().await;
        page.run("navigator.share = async (data) => { window.shared = data; }").await;
        page.press(&WORDS.first.see_again).await;
        page.on_result().await;
        page.press(&WORDS.share.share).await;
        page.until("it is shared", || async { page.see().await.status == WORDS.share.shared }).await;
        assert_eq!(page.run("return window.shared").await, json!({ "title": WORDS.name, "url": link(&page).await }));

        tokio::time::sleep(std::time::Duration::from_millis(300)).await;
        page.press(&WORDS.share.with_qr).await;
        let drawn = r#"
            const code = document.querySelector("exhale-quiz").shadowRoot.querySelector("[part=qr]");
            return code && [code.getAttribute("viewBox"), code.querySelector("path").getAttribute("d")];
        "#;
        page.until("the code is drawn", || async { page.run(drawn).await != Value::Null }).await;
        let code = Code::of(&link(&page).await).expect("short enough");
        let mut path = String::new();
        for (y, x) in (0..code.size).flat_map(|y| (0..code.size).map(move |x| (y, x))).filter(|(y, x)| code.is_dark(*x, *y)) {
            write!(path, "M{} {}h1v1h-1z", x + 4, y + 4).expect("a string takes all");
        }
        assert_eq!(page.run(drawn).await, json!([format!("0 0 {0} {0}", code.size + 8), path]));
    })
}

fn preview(context: &Context) -> Result<(), Failed> {
    context.visit(|page| async move {
        page.open_result(&SHEET.map(Some)).await;
        let seen = theirs(&page).await;
        let name = &WORDS.profiles.navigator.name;
        assert!(!link(&page).await.contains("navigator"), "the plain link names nothing");
        page.press(&WORDS.share.with_preview).await;
        let payload = payload(Form::Full, &SHEET.map(Some), false);
        let expected = format!("{}r/en/navigator/#exhale={payload}", page.site);
        page.until("the link changes", || async { link(&page).await == expected }).await;
        assert!(page.see().await.text.contains(&WORDS.share.preview.replace("{name}", name)));
        open(&page, &expected).await;
        assert_eq!(theirs(&page).await, seen);
        // What is in the link decides, whatever the address says.
        open(&page, &format!("{}r/en/open-hands/#exhale={payload}", page.site)).await;
        assert_eq!(theirs(&page).await, seen);
        // The plain link from there is of our own page: the address of this one names another picture.
        page.press(&WORDS.shared.away).await;
        page.at(1).await;
        page.press(&WORDS.first.see_again).await;
        page.on_result().await;
        assert_eq!(link(&page).await, format!("{}#exhale={payload}", page.site));
    })
}

fn rescue(context: &Context) -> Result<(), Failed> {
    context.visit(|page| async move {
        let payload = payload(Form::Full, &OTHER.map(Some), false);
        for (folder, sign) in [("", "%23"), ("r/en/navigator/", "%23"), ("", "%2523")] {
            page.client.goto("about:blank").await.expect("an empty page");
            page.client.goto(&format!("{}{folder}{sign}exhale={payload}", page.site)).await.expect("the page opens");
            page.until("the picture is there", || async {
                page.run("return !!document.querySelector('exhale-quiz')?.shadowRoot?.querySelector('.name')").await
                    == json!(true)
            })
            .await;
            assert_eq!(page.run("return location.href").await, json!(format!("{}{folder}#exhale={payload}", page.site)));
            assert_eq!(theirs(&page).await[0], json!(profile("co-pilot").name));
        }
        page.client.goto(&format!("{}nowhere/at/all", page.site)).await.expect("the page opens");
        assert_eq!(page.run("return document.querySelector('h1').textContent").await, json!(WORDS.missing.title));
        page.run("document.querySelector('.closing a').click()").await;
        page.ready().await;
        assert_eq!(page.run("return location.href").await, json!(page.site));
    })
}

fn no_link(context: &Context) -> Result<(), Failed> {
    context.visit(|page| async move {
        page.open_result(&[Some(4); 30]).await;
        assert!(page.find_button(&WORDS.share.copy).await.is_none());
        assert!(!page.see().await.text.contains(&WORDS.share.title));
    })
}

//! Result links: opening one elsewhere, comparing two results, and invalid links.

use exhale_quiz::{Form, INSTRUMENT, Scale, Scores, link::Shared};
use libtest_mimic::Failed;
use qrcodegen::{Mask, QrCode, QrCodeEcc, QrSegment, Version};
use serde_json::{Value, json};

use crate::{
    Context, Test,
    page::{Given, Page, SITE_TEXTS, TEXTS, sheet, statement},
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
const SHEET: [u8; 30] = [2, 4, 5, 4, 5, 2, 3, 4, 1, 2, 4, 2, 3, 2, 5, 1, 4, 2, 4, 5, 3, 2, 5, 2, 1, 3, 4, 2, 5, 4];
/// A Co-Pilot.
const OTHER: [u8; 30] = [4, 3, 4, 1, 3, 3, 3, 2, 2, 3, 4, 3, 3, 4, 4, 3, 3, 4, 4, 3, 3, 4, 4, 2, 3, 3, 3, 2, 4, 3];

/// The characters of the link to a result.
pub fn payload(form: Form, given: &Given, with_reasons: bool) -> String {
    Shared::of(&Scores::of(&INSTRUMENT, form, &sheet(given)), with_reasons).expect("a score").to_string()
}

/// The link on the screen.
async fn link(page: &Page) -> String {
    let value =
        page.run(r#"return document.querySelector("exhale-quiz").shadowRoot.querySelector("[part=share-link]").value"#).await;
    value.as_str().expect("a link").to_owned()
}

/// Opens an address as if a link on another page had been followed.
async fn open(page: &Page, address: &str) {
    page.client.goto("about:blank").await.expect("an empty page");
    page.go(address).await;
    let there = "return ['ready', 'running', 'done'].includes(document.querySelector('exhale-quiz')?.state)";
    page.until("the quiz is there", || async { page.run(there).await == Value::Bool(true) }).await;
    page.until_stable().await;
}

/// The profile, and for each scale its band, its description, and the position of its marker.
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
        page.press(&TEXTS.share.with_reasons).await;
        let with_reasons = format!("{}#exhale={}", page.site, payload(Form::Full, &SHEET.map(Some), true));
        page.until("the reasons are in it", || async { link(&page).await == with_reasons }).await;

        // As in another browser, which has only three answers in its storage.
        page.run("localStorage.clear()").await;
        open(&page, &page.site).await;
        page.answer(1, &[Some(5), Some(1), Some(2)]).await;
        page.at(4).await;
        let before = page.run("return Object.entries(localStorage)").await;
        open(&page, &with_reasons).await;
        assert_eq!(theirs(&page).await, seen, "the same name, bands, numbers, errors and places");
        let line = r#"return document.querySelector("exhale-quiz").shadowRoot.querySelector("progress").ariaLabel"#;
        assert_eq!(page.run(line).await, json!(TEXTS.shared.folio), "the line says nothing of the visitor's own run");
        let seen_now = page.see().await;
        assert!((seen_now.progress.0 - seen_now.progress.1).abs() < 0.5, "and is whole");
        let text = seen_now.text;
        for part in [&TEXTS.shared.title, &TEXTS.shared.lead, &TEXTS.safety.line] {
            assert!(text.contains(part.as_str()), "{part}");
        }
        assert!(page.find_button(&TEXTS.result.reasons_all).await.is_some(), "the reasons can be opened");
        assert!(page.find_button(&TEXTS.shared.beside).await.is_none(), "there is no own picture yet");
        assert_eq!(page.run("return Object.entries(localStorage)").await, before, "the visitor's own run is as it was");

        page.press(&TEXTS.shared.take).await;
        page.at(1).await;
        assert_eq!(page.run("return location.href").await, json!(page.site), "the link is out of the address");
        page.press(&TEXTS.first.go_on_from.replace("{n}", "4")).await;
        page.at(4).await;
        assert_never_sent(&page, &payload(Form::Full, &SHEET.map(Some), true));
    })
}

/// No request had eight consecutive characters of the payload in its path or in its Referer header.
fn assert_never_sent(page: &Page, payload: &str) {
    let requests = std::fs::read_to_string(&page.log).expect("the log of the server");
    assert!(requests.contains("/v1/page-embed.js "), "the log is of this server: {requests}");
    for start in 0..=payload.len() - 8 {
        let piece = &payload[start..start + 8];
        assert!(!requests.contains(piece), "{piece} of {payload} was sent");
    }
}

/// For each scale: the text over the chart, whether a gap is drawn, and both values.
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
        page.press(&TEXTS.shared.beside).await;
        page.heading(&TEXTS.both.title).await;
        let both = [("full", &mine[..]), ("full", &other[..])];
        let (apart, same) = (TEXTS.both.apart.as_str(), TEXTS.over_time.same.as_str());
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
        assert!(text.contains(&TEXTS.both.limits) && text.contains(&TEXTS.both.questions[0]));
        assert!(text.contains(&profile("navigator").name) && text.contains(&profile("co-pilot").name));
        page.press(&TEXTS.shared.away).await;
        page.until("it is gone", || async { page.see().await.statement.as_deref() == Some(statement(1)) }).await;

        // Without a result of one's own the quiz comes first, and the shared result waits.
        page.run("localStorage.clear()").await;
        open(&page, &format!("{}#exhale={}", page.site, payload(Form::Full, &other, false))).await;
        page.press(&TEXTS.shared.take).await;
        page.at(1).await;
        page.take_all(&mine).await;
        page.press(&TEXTS.shared.both).await;
        page.heading(&TEXTS.both.title).await;
        assert_eq!(pairs(&page).await, json!(expected));
    })
}

fn sketch_beside(context: &Context) -> Result<(), Failed> {
    context.visit(|page| async move {
        let (mine, other) = (OTHER.map(Some), SHEET.map(Some));
        page.open_result(&mine).await;
        open(&page, &format!("{}#exhale={}", page.site, payload(Form::Quick, &other, false))).await;
        page.press(&TEXTS.shared.beside).await;
        page.heading(&TEXTS.both.title).await;
        let both = [("full", &mine[..]), ("quick", &other[..10])];
        let expected = Scale::ALL.map(|scale| pair(&TEXTS.both.unread, false, scale, both));
        assert_eq!(pairs(&page).await, json!(expected));
        assert!(page.see().await.text.contains(&TEXTS.both.sketch));
    })
}

fn bad_links(context: &Context) -> Result<(), Failed> {
    context.visit(|page| async move {
        page.answer(1, &[Some(5), Some(1)]).await;
        page.at(3).await;
        let before = page.run("return Object.entries(localStorage)").await;
        let good = payload(Form::Full, &SHEET.map(Some), false);
        let words = &TEXTS.bad_link;
        let other = if good.ends_with('0') { "1" } else { "0" };
        let cases = [
            (good[..12].to_owned(), &words.cut),
            (format!("{}{other}", &good[..15]), &words.altered),
            (format!("{good}0"), &words.altered),
            ("z".repeat(16), &words.other_version),
            ("hello-world".to_owned(), &words.foreign),
            ("04%C3%BC".to_owned(), &words.cut),
            ("04;3v".to_owned(), &words.foreign),
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
        page.press(&TEXTS.first.go_on_from.replace("{n}", "3")).await;
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
        page.heading(&TEXTS.shared.title).await;
        assert_eq!(page.see().await.focused.as_deref(), Some(TEXTS.shared.title.as_str()));
        page.press(&TEXTS.shared.away).await;
        page.at(3).await;
        assert_eq!(page.run("return location.hash").await, json!("#a=1&?secret=x"), "other fields stay");
    })
}

fn ways_to_share(context: &Context) -> Result<(), Failed> {
    context.visit(|page| async move {
        page.open_result(&SHEET.map(Some)).await;
        assert!(page.find_button(&TEXTS.share.share).await.is_none(), "this browser has no share sheet");
        page.run(
            "Object.defineProperty(navigator, 'clipboard', { value: { writeText: async (text) => { window.text = text; } } })",
        )
        .await;
        page.press(&TEXTS.share.copy).await;
        page.until("it is copied", || async { page.see().await.status == TEXTS.keep.copied }).await;
        assert_eq!(page.run("return window.text").await, json!(link(&page).await));

        page.open_result(&SHEET.map(Some)).await;
        page.run("Object.defineProperty(navigator, 'clipboard', { value: undefined }); document.execCommand = () => false").await;
        page.press(&TEXTS.share.copy).await;
        page.until("it is selected", || async { page.see().await.status == TEXTS.share.selected }).await;
        let selected = r#"
            const field = document.querySelector("exhale-quiz").shadowRoot.querySelector("[part=share-link]");
            return field.value.slice(field.selectionStart, field.selectionEnd);
        "#;
        assert_eq!(page.run(selected).await, json!(link(&page).await));

        page.reload().await;
        page.run("navigator.share = async (data) => { window.shared = data; }").await;
        page.press(&TEXTS.first.see_again).await;
        page.on_result().await;
        page.press(&TEXTS.share.share).await;
        page.until("it is shared", || async { page.see().await.status == TEXTS.share.shared }).await;
        assert_eq!(page.run("return window.shared").await, json!({ "title": TEXTS.name, "url": link(&page).await }));

        tokio::time::sleep(std::time::Duration::from_millis(300)).await;
        page.press(&TEXTS.share.with_qr).await;
        let drawn = r#"
            const code = document.querySelector("exhale-quiz").shadowRoot.querySelector("[part=qr]");
            return code && [code.getAttribute("viewBox"), code.querySelector("path").getAttribute("d")];
        "#;
        page.until("the code is drawn", || async { page.run(drawn).await != Value::Null }).await;
        let segments = [QrSegment::make_bytes(link(&page).await.as_bytes())];
        let (first, last) = (Version::new(1), Version::new(9));
        let code = QrCode::encode_segments_advanced(&segments, QrCodeEcc::Medium, first, last, Some(Mask::new(0)), false);
        let code = code.expect("a short text");
        let modules = (0..code.size()).flat_map(|y| (0..code.size()).map(move |x| (x, y)));
        let dark = modules.filter(|&(x, y)| code.get_module(x, y));
        let path: Vec<_> = dark.map(|(x, y)| format!("M{} {}h1v1h-1z", x + 4, y + 4)).collect();
        assert_eq!(page.run(drawn).await, json!([format!("0 0 {0} {0}", code.size() + 8), path.concat()]));
    })
}

fn preview(context: &Context) -> Result<(), Failed> {
    context.visit(|page| async move {
        page.open_result(&SHEET.map(Some)).await;
        let seen = theirs(&page).await;
        let name = &TEXTS.profiles.navigator.name;
        assert!(!link(&page).await.contains("navigator"), "the plain link names nothing");
        page.press(&TEXTS.share.with_preview).await;
        let payload = payload(Form::Full, &SHEET.map(Some), false);
        let expected = format!("{}r/en/navigator/#exhale={payload}", page.site);
        page.until("the link changes", || async { link(&page).await == expected }).await;
        assert!(page.see().await.text.contains(&TEXTS.share.preview.replace("{name}", name)));
        open(&page, &expected).await;
        assert_eq!(theirs(&page).await, seen);
        // The payload decides, not the path.
        open(&page, &format!("{}r/en/open-hands/#exhale={payload}", page.site)).await;
        assert_eq!(theirs(&page).await, seen);
        // The plain link from a preview page leads to our own page.
        page.press(&TEXTS.shared.away).await;
        page.at(1).await;
        page.press(&TEXTS.first.see_again).await;
        page.on_result().await;
        assert_eq!(link(&page).await, format!("{}#exhale={payload}", page.site));
    })
}

fn rescue(context: &Context) -> Result<(), Failed> {
    context.visit(|page| async move {
        let payload = payload(Form::Full, &OTHER.map(Some), false);
        for (folder, sign) in [("", "%23"), ("r/en/navigator/", "%23"), ("", "%2523")] {
            page.client.goto("about:blank").await.expect("an empty page");
            page.go(&format!("{}{folder}{sign}exhale={payload}", page.site)).await;
            page.until("the picture is there", || async {
                page.run("return !!document.querySelector('exhale-quiz')?.shadowRoot?.querySelector('.name')").await
                    == json!(true)
            })
            .await;
            assert_eq!(page.run("return location.href").await, json!(format!("{}{folder}#exhale={payload}", page.site)));
            assert_eq!(theirs(&page).await[0], json!(profile("co-pilot").name));
        }
        page.go(&format!("{}nowhere/at/all", page.site)).await;
        assert_eq!(page.run("return document.querySelector('h1').textContent").await, json!(SITE_TEXTS.missing.title));
        page.run("document.querySelector('.closing a').click()").await;
        page.ready().await;
        assert_eq!(page.run("return location.href").await, json!(page.site));
    })
}

fn no_link(context: &Context) -> Result<(), Failed> {
    context.visit(|page| async move {
        page.open_result(&[Some(4); 30]).await;
        assert!(page.find_button(&TEXTS.share.copy).await.is_none());
        assert!(!page.see().await.text.contains(&TEXTS.share.title));
    })
}

//! Result links: opening one elsewhere, comparing two results, and invalid links.

use exhale_content::fill;
use exhale_quiz::{Form, INSTRUMENT, Scale, Scores, link::Shared};
use fantoccini::wd::PrintConfigurationBuilder;
use libtest_mimic::Failed;
use serde_json::{Value, json};

use crate::{
    Context, Test,
    engine::Device,
    export::text_of,
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
    ("the picture of both can be saved, and says what it shows", both_saved),
    ("the questions for both print alone, as a card", card),
    ("what the link holds, its code and its boxes are in sight, and Share leads there", in_sight),
    ("a camera reads the link from its code, in the dark too", read_by_a_camera),
    ("a link too long for a code has none", too_long_for_a_code),
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

/// Ticks one of the boxes that say what else the link holds, or takes the tick away.
pub async fn tick(page: &Page, id: &str) {
    let label = page.shadow(&format!(".checks label[for={id}]")).await;
    page.act(label.click()).await.expect("the box takes a click");
}

/// The name and what is under it, and for each scale the bands that stand out, its description, the place of its mark and of the
/// bar of its error.
async fn theirs(page: &Page) -> Value {
    page.ask(
        r#"
        const root = quiz.shadowRoot;
        const texts = (css) => [...root.querySelectorAll(`.plate ${css}`)].map(({ textContent }) => textContent);
        const marks = [...root.querySelectorAll(".breath:not(.veil) > svg")];
        const bars = [...root.querySelectorAll(".breath:not(.veil) line")];
        return [texts(":is(.name, .touch, .oneline)"), ...[...root.querySelectorAll(".plate .scale")].map((scale, index) => [
            [...scale.querySelectorAll("[data-own]")].map(({ textContent }) => textContent),
            scale.querySelector("[role=img]").getAttribute("aria-label"),
            marks[index]?.getAttribute("x") ?? null,
            ["x1", "x2", "y1"].map((name) => bars[index]?.getAttribute(name))])];
        "#,
    )
    .await
}

/// Whose marks and ribbon are on the plate: the owner and the shape of each mark, and how many layers the ribbon has.
async fn drawn(page: &Page) -> Value {
    page.ask(
        r#"
        const [veil, marks] = quiz.shadowRoot.querySelectorAll(".plate .breath");
        const shape = (mark) => [...mark.children].find((shape) => getComputedStyle(shape).display !== "none")?.localName ?? mark.localName;
        const owners = [...new Set([...marks.children].map(({ dataset }) => dataset.owner))];
        return [[...veil.children].map(({ dataset, children }) => [dataset.owner, children.length]),
            owners.map((owner) => [owner, [...marks.children].filter(({ dataset }) => dataset.owner === owner).map(shape)])];
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
        assert_eq!(ticked(&page).await, json!([["with-reasons", false], ["with-name", false]]), "nothing is ticked for anybody");
        tick(&page, "with-reasons").await;
        let with_reasons = format!("{}#exhale={}", page.site, payload(Form::Full, &SHEET.map(Some), true));
        page.until("the reasons are in it", || async { link(&page).await == with_reasons }).await;
        assert_eq!(ticked(&page).await, json!([["with-reasons", true], ["with-name", false]]));
        let mine = json!([[["user", 7]], [["user", ["line", "circle", "line", "circle", "line", "circle"]]]]);
        assert_eq!(drawn(&page).await, mine, "a filled ribbon, and round dots");

        // As in another browser, which has only three answers in its storage.
        page.run("localStorage.clear()").await;
        open(&page, &page.site).await;
        page.answer(1, &[Some(5), Some(1), Some(2)]).await;
        page.at(4).await;
        let before = page.run("return Object.entries(localStorage)").await;
        open(&page, &with_reasons).await;
        assert_eq!(theirs(&page).await, seen, "the same name, bands, numbers, errors and places");
        let outlined = json!([[["sender", 1]], [["sender", ["line", "rect", "line", "rect", "line", "rect"]]]]);
        assert_eq!(drawn(&page).await, outlined, "an outline, and diamonds");
        let seen_now = page.see().await;
        assert_eq!(seen_now.folio, TEXTS.shared.folio);
        assert_eq!(seen_now.progress, None, "the line says nothing of the visitor's own run");
        let text = seen_now.text;
        for part in [&TEXTS.shared.title, &TEXTS.shared.lead, &TEXTS.safety.line] {
            assert!(text.contains(part.as_str()), "{part}");
        }
        assert!(
            seen_now.headings.contains(&TEXTS.result.reasons_all) && text.contains(&TEXTS.reasons[9].name),
            "the reasons are in sight"
        );
        assert!(!text.contains(&TEXTS.result.strengths) && !text.contains(&TEXTS.keep.picture), "nothing of it is the visitor's");
        assert!(page.find_button(&TEXTS.shared.beside).await.is_none(), "there is no own picture yet");
        assert_eq!(page.run("return Object.entries(localStorage)").await, before, "the visitor's own run is as it was");

        page.press(&TEXTS.shared.take).await;
        page.at(1).await;
        assert_eq!(page.run("return location.href").await, json!(page.site), "the link is out of the address");
        assert!(page.see().await.text.contains(&TEXTS.shared.waits), "the first statement says that the picture waits");
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

/// Over both: the headline, and whose they are; then for each scale: what is said of the difference,
/// the description, both values, the places of the diamond and of the dot, and the bands that stand out.
async fn pairs(page: &Page) -> Value {
    page.ask(
        r#"
        const root = quiz.shadowRoot;
        const texts = (css) => [...root.querySelectorAll(css)].map(({ textContent }) => textContent.trim().replace(/\s+/g, " "));
        const rows = [...root.querySelectorAll(".numbers tbody tr")];
        const [diamonds, dots] = ["sender", "user"].map((owner) =>
            [...root.querySelectorAll(`.breath:not(.veil) > svg[data-owner=${owner}]`)].map((mark) => mark.getAttribute("x")));
        return [texts(".headline"), texts(".who li"), ...[...root.querySelectorAll(".lines .scale")].map((scale, index) => [
            scale.querySelector(".verdict").textContent,
            scale.querySelector("[role=img]").getAttribute("aria-label"),
            rows[index].cells[1].textContent, rows[index].cells[2].textContent,
            diamonds[index], dots[index], scale.querySelectorAll("[data-own]").length])];
        "#,
    )
    .await
}

/// What is expected of one scale: the sentence about the difference, and both answer sheets with their forms, one's own first.
fn pair(says: &str, scale: Scale, [mine, theirs]: [(&str, &Given); 2]) -> Value {
    let scored = |(form, given): (&str, &Given)| score(form, given)["scales"][scale.slug()].clone();
    let value = |scored: &Value| format!("{} ± {}", scored["shown"], scored["se"].as_f64().expect("a number").round());
    let place = |scored: &Value| {
        let pull = scored["pull"].as_f64().expect("a pull");
        let place = (if scale == Scale::Trust { 100.0 - pull } else { pull } * 100.0).round() / 100.0;
        format!("{place}%")
    };
    let (mine, theirs) = (scored(mine), scored(theirs));
    let texts = &TEXTS.both;
    let (own, other) = (mine["shown"].to_string(), theirs["shown"].to_string());
    let filled = [("scale", &TEXTS.scale(scale).name), ("own-name", &texts.you), ("other-name", &texts.they), ("own", &own)];
    let mut values: Vec<(&str, &str)> = filled.iter().map(|(name, value)| (*name, value.as_str())).collect();
    values.extend([("other", other.as_str()), ("so", says)]);
    json!([says, fill(&texts.chart, &values), value(&mine), value(&theirs), place(&theirs), place(&mine), 0])
}

/// Both names with whose they are, as they stand over the lines.
fn who(mine: &str, theirs: &str) -> Value {
    json!([format!("{}: {mine}", TEXTS.both.you), format!("{}: {theirs}", TEXTS.both.they)])
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
        let differs = Scale::ALL.map(|scale| {
            let pull = |given: &Given| score("full", given)["scales"][scale.slug()]["pull"].as_f64().expect("a pull");
            // Nothing was skipped: 17.46 points for twelve answers, 20.16 for nine.
            let limit = if scale.reasons().count() == 4 { 17.46 } else { 20.16 };
            (pull(&mine) - pull(&other)).abs() > limit
        });
        assert!(differs.contains(&true) && differs.contains(&false), "{differs:?}");
        // The lines that are apart first, each group in the order of the lines.
        let mut names: Vec<&str> = Vec::new();
        for apart in [true, false] {
            let of_kind = Scale::ALL.into_iter().zip(differs).filter(|(_, differs)| *differs == apart);
            names.extend(of_kind.map(|(scale, _)| TEXTS.scale(scale).name.as_str()));
        }
        let names: Vec<(&str, &str)> = ["a", "b", "c"].into_iter().zip(names).collect();
        let headline = fill(&TEXTS.both.headlines[differs.iter().filter(|differs| **differs).count()], &names);
        let mut expected = vec![json!([headline]), who(&profile("co-pilot").name, &profile("navigator").name)];
        let rows = Scale::ALL.into_iter().zip(differs);
        expected.extend(rows.map(|(scale, differs)| pair(if differs { apart } else { same }, scale, both)));
        assert_eq!(pairs(&page).await, json!(expected));
        let ribbons = page.ask("return [...quiz.shadowRoot.querySelectorAll('.veil g')].map(({ dataset, children }) => [dataset.owner, children.length])").await;
        assert_eq!(ribbons, json!([["sender", 1], ["user", 7]]), "both ribbons, one's own over the other");
        let text = page.see().await.text;
        assert!(text.contains(&TEXTS.both.limits) && text.contains(&TEXTS.both.caption), "{text}");
        for (question, differs) in TEXTS.both.questions.iter().zip(differs) {
            assert_eq!(text.contains(question), differs, "{question}");
        }
        page.press(&TEXTS.shared.away).await;
        page.until("it is gone", || async { page.see().await.statement.as_deref() == Some(statement(1)) }).await;

        // Without a result of one's own the quiz comes first, and the shared result waits.
        page.run("localStorage.clear()").await;
        open(&page, &format!("{}#exhale={}", page.site, payload(Form::Full, &other, false))).await;
        page.press(&TEXTS.shared.take).await;
        page.at(1).await;
        assert!(page.see().await.text.contains(&TEXTS.shared.waits), "the first statement says that the picture waits");
        page.take_all(&mine).await;
        let right_under_the_plate = "
            const plate = quiz.shadowRoot.querySelector('.plate');
            return plate.nextElementSibling.firstElementChild.querySelector('.btn').textContent";
        assert_eq!(page.ask(right_under_the_plate).await, json!(TEXTS.shared.both), "it is the first thing under the plate");
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
        let mut expected = vec![json!([TEXTS.both.unread]), who(&profile("co-pilot").name, &sketch_name(&other[..10]))];
        expected.extend(Scale::ALL.map(|scale| pair(&TEXTS.both.unread, scale, both)));
        assert_eq!(pairs(&page).await, json!(expected));
        let seen = page.see().await;
        assert!(seen.text.contains(&TEXTS.both.sketch) && !seen.text.contains(&TEXTS.both.caption), "{}", seen.text);
        assert!(TEXTS.both.questions.iter().all(|question| !seen.text.contains(question)), "nothing is asked about a difference");
        let open = "return [...quiz.shadowRoot.querySelectorAll('.breath [data-open]')].map(({ children }) => [...children].find((shape) => getComputedStyle(shape).display !== 'none').localName)";
        assert_eq!(page.ask(open).await, json!(["rect", "rect", "rect"]), "the marks of the sketch are open");
    })
}

/// Opens a result of one's own beside somebody's.
async fn beside(page: &Page) {
    page.open_result(&OTHER.map(Some)).await;
    open(page, &format!("{}#exhale={}", page.site, payload(Form::Full, &SHEET.map(Some), false))).await;
    page.press(&TEXTS.shared.beside).await;
    page.heading(&TEXTS.both.title).await;
}

fn both_saved(context: &Context) -> Result<(), Failed> {
    context.visit(|page| async move {
        beside(&page).await;
        // As in a browser that gives back noise, to read what is drawn; then as in any other.
        let noise = r"
            HTMLAnchorElement.prototype.click = function () { window.clicked = [this.download, this.href.slice(0, 22)]; };
            const read = CanvasRenderingContext2D.prototype.getImageData;
            CanvasRenderingContext2D.prototype.getImageData = function (...place) {
                const image = read.apply(this, place);
                if (window.noise) image.data.fill(0);
                return image;
            };
            window.noise = true;
        ";
        page.run(noise).await;
        let img = "const img = quiz.shadowRoot.querySelector('.saved img');";
        let headline = page.ask("return quiz.shadowRoot.querySelector('.headline').textContent").await;
        let headline = headline.as_str().expect("a sentence");
        let names = [profile("co-pilot").name.as_str(), profile("navigator").name.as_str()];
        let mut wrong = Vec::new();
        for (is_noise, kind) in [(true, "data:image/svg+xml;charset=utf-8,"), (false, "data:image/png;base64,")] {
            page.run(&format!("window.noise = {is_noise}; window.clicked = null")).await;
            page.press(&TEXTS.keep.picture).await;
            page.until("the picture is there", || async { page.run("return !!window.clicked").await == json!(true) }).await;
            let seen = page
                .ask(&format!("{img} const {{ width, height }} = img.getBoundingClientRect(); return [img.naturalWidth, img.naturalHeight, width / height, img.src.startsWith('{kind}'), img.alt]"))
                .await;
            assert_eq!(seen[3], true, "{kind}: {seen}");
            // WebKit says of an SVG how large it is drawn.
            if !is_noise {
                assert_eq!((&seen[0], &seen[1]), (&json!(1200), &json!(1500)));
            }
            assert!(seen[2].as_f64().is_some_and(|ratio| (ratio - 0.8).abs() < 0.01), "drawn as wide and high as it is: {seen}");
            if is_noise {
                let texts = format!(
                    "{img} const svg = new DOMParser().parseFromString(decodeURIComponent(img.src.slice({})), 'image/svg+xml');
                    return [[...svg.querySelectorAll('text')].map(({{ textContent }}) => textContent).join(' '),
                        svg.querySelectorAll('svg svg path').length, svg.querySelectorAll('svg > svg[data-owner]').length]",
                    kind.len()
                );
                let drawn = page.ask(&texts).await;
                assert_eq!((&drawn[1], &drawn[2]), (&json!(8), &json!(6)), "an outline and a ribbon of seven layers, two marks on each line");
                let text = drawn[0].as_str().expect("text");
                let address = page.site.trim_start_matches("https://");
                let parts = [headline, names[0], names[1], &TEXTS.both.apart, &TEXTS.both.title, address];
                let missing = parts.into_iter().filter(|part| !text.contains(part));
                wrong.extend(missing.map(|part| format!("'{part}' is not in the picture: {text}")));
            }
            let alt = seen[4].as_str().expect("words");
            let missing = [headline, names[0], names[1]].into_iter().filter(|part| !alt.contains(part));
            wrong.extend(missing.map(|part| format!("'{part}' is not said of the picture: {alt}")));
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    })
}

fn card(context: &Context) -> Result<(), Failed> {
    context.visit(|page| async move {
        beside(&page).await;
        page.run("window.print = () => { window.printed = true; }").await;
        page.press(&TEXTS.step.print).await;
        page.until("the dialogue was asked for", || async { page.run("return window.printed === true").await == json!(true) })
            .await;
        let paper =
            async || page.client.print(PrintConfigurationBuilder::default().build().expect("a paper")).await.expect("it prints");
        let card = text_of(&paper().await);
        for part in [&TEXTS.both.talk, &TEXTS.both.limits] {
            assert!(card.contains(part.as_str()), "'{part}' is not on the card: {card}");
        }
        assert!(TEXTS.both.questions.iter().any(|question| card.contains(question.as_str())), "{card}");
        for missing in [&TEXTS.both.title, &TEXTS.both.caption, &TEXTS.result.numbers, &TEXTS.step.print, &TEXTS.shared.away] {
            assert!(!card.contains(missing.as_str()), "'{missing}' is on the card: {card}");
        }
        page.run("dispatchEvent(new Event('afterprint'))").await;
        let whole = text_of(&paper().await);
        assert!(whole.contains(&TEXTS.both.title) && whole.contains(&TEXTS.both.talk), "{whole}");
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

        assert!(page.find_button(&TEXTS.share.copy).await.is_none(), "one way is enough");
    })
}

fn in_sight(context: &Context) -> Result<(), Failed> {
    context.visit(|page| async move {
        page.open_result(&SHEET.map(Some)).await;
        let seen = page.see().await;
        for part in [&TEXTS.share.holds, &TEXTS.share.need_not] {
            assert!(seen.text.contains(part.as_str()), "'{part}' is not in sight");
        }
        // From the plate, focus goes to the heading over all of this.
        let place = "
            const { top } = quiz.shadowRoot.querySelector('.share h2').getBoundingClientRect();
            return top >= 0 && top < innerHeight";
        page.run("scrollTo(0, 0)").await;
        assert_eq!(page.ask(place).await, json!(false));
        page.press(&TEXTS.keep.share).await;
        page.until("focus is there", || async { page.see().await.focused.as_deref() == Some(TEXTS.share.title.as_str()) }).await;
        page.until("it is in sight", || async { page.ask(place).await == json!(true) }).await;
    })
}

/// What a reader of QR codes finds in what the window shows.
async fn codes_in_sight(page: &Page) -> Vec<String> {
    let picture = page.client.screenshot().await.expect("a picture");
    let mut reader = png::Decoder::new(std::io::Cursor::new(picture)).read_info().expect("a PNG");
    let mut bytes = vec![0; reader.output_buffer_size().expect("a small picture")];
    let info = reader.next_frame(&mut bytes).expect("a picture");
    let (width, samples) = (info.width as usize, info.color_type.samples());
    let gray = |x: usize, y: usize| {
        let colors = &bytes[(y * width + x) * samples..][..3];
        (colors.iter().map(|color| u32::from(*color)).sum::<u32>() / 3) as u8
    };
    let mut image = rqrr::PreparedImage::prepare_from_greyscale(width, info.height as usize, gray);
    image.detect_grids().iter().map(|code| code.decode().expect("a code that can be read").1).collect()
}

fn read_by_a_camera(context: &Context) -> Result<(), Failed> {
    for device in [Device::default(), Device::DARK] {
        context.visit_on(device, |page| async move {
            page.open_result(&SHEET.map(Some)).await;
            for with_reasons in [false, true] {
                if with_reasons {
                    tick(&page, "with-reasons").await;
                }
                page.ask("quiz.shadowRoot.querySelector('.qr').scrollIntoView({ block: 'center' })").await;
                page.until_stable().await;
                assert_eq!(codes_in_sight(&page).await, [link(&page).await]);
            }
        })?;
    }
    Ok(())
}

fn too_long_for_a_code(context: &Context) -> Result<(), Failed> {
    context.visit(|page| async move {
        page.open_result(&SHEET.map(Some)).await;
        let codes = "return quiz.shadowRoot.querySelectorAll('.qr, .qr + p').length";
        assert_eq!(page.ask(codes).await, json!(2));
        page.ask(&format!("quiz.setAttribute('result-base', 'https://quiz.example/{}')", "x".repeat(100))).await;
        page.until("the code is gone", || async { page.ask(codes).await == json!(0) }).await;
        assert!(link(&page).await.len() > exhale::share::qr::CAPACITY);
    })
}

/// The boxes that say what else the link holds, and which of them are ticked.
async fn ticked(page: &Page) -> Value {
    page.ask("return [...quiz.shadowRoot.querySelectorAll('.share [type=checkbox]')].map(({ id, checked }) => [id, checked])")
        .await
}

/// The name over a sketch of these answers.
fn sketch_name(given: &Given) -> String {
    score("quick", given)["profile"].as_str().map_or(TEXTS.result.unnamed.clone(), |slug| profile(slug).name.clone())
}

fn preview(context: &Context) -> Result<(), Failed> {
    context.visit(|page| async move {
        page.open_result(&SHEET.map(Some)).await;
        let seen = theirs(&page).await;
        let name = &TEXTS.profiles.navigator.name;
        assert!(!link(&page).await.contains("navigator"), "the plain link names nothing");
        tick(&page, "with-name").await;
        let payload = payload(Form::Full, &SHEET.map(Some), false);
        let expected = format!("{}r/en/navigator/#exhale={payload}", page.site);
        page.until("the link changes", || async { link(&page).await == expected }).await;
        assert!(page.see().await.text.contains(&TEXTS.share.named.replace("{name}", name)), "the box says which name");
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
            assert_eq!(theirs(&page).await[0][0], json!(profile("co-pilot").name));
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
        assert!(page.find_button(&TEXTS.share.copy).await.is_none() && page.find_button(&TEXTS.keep.share).await.is_none());
        assert_eq!(page.ask("return !!quiz.shadowRoot.querySelector('[part=share-link]')").await, json!(false));
        assert!(!page.see().await.text.contains(&TEXTS.share.title));
    })
}

//! Exporting a result as an image, as text, as an answer sheet, on paper; and what is offered if the browser refuses.

use std::{fs, process::Command};

use exhale_content::with_digits;
use exhale_quiz::{Form, QuizResult};
use fantoccini::wd::{PrintConfigurationBuilder, PrintSize};
use libtest_mimic::Failed;
use serde_json::{Value, json};

use crate::{
    Context, Test,
    accessibility::screens::payload,
    page::{Given, ONE_TAP, Page, SITE_TEXTS, TEXTS, sheet, statement, texts},
    results::{score, score_file},
};

pub const TESTS: &[Test] = &[
    ("the saved picture is a PNG of 1200 by 1500 that shows the name and three lines", picture),
    ("a canvas that the browser refuses says so and offers the text", refused_picture),
    ("where the browser gives back noise, the picture is saved as it was written", noise),
    ("the result can be copied as text, also where the clipboard is closed", copied),
    ("downloaded answers are a sheet that score reads", answers),
    ("where downloads are blocked the answers are offered as text", refused_download),
    ("the result prints on one to three pages, nothing cut", printed),
    ("a step prints alone, as a card", printed_step),
    ("our page prints with all it says, until there is a picture", our_page),
    ("the form on paper prints on four pages, with each statement in one line", form),
    ("what was unfolded on the screen leaves no empty page", no_empty_page),
    ("while there is no picture to draw, none is offered", no_picture),
];

/// A Navigator with a touch of the Craftsperson.
const SHEET: [u8; 30] = [2, 4, 5, 4, 5, 2, 3, 4, 1, 2, 4, 2, 3, 2, 5, 1, 4, 2, 4, 5, 3, 2, 5, 2, 1, 3, 4, 2, 5, 4];

/// A title, its base line, and its size.
type Title = (String, u32, u32);

/// The name in a saved picture of these answers, as large as it fits, and the base line that it stands on.
fn title(given: &Given) -> Title {
    let profile = QuizResult::of(Form::Full, &sheet(given)).headline.expect("a name").profile;
    let name = TEXTS.profile(profile).name.clone();
    let size = (1750 / u32::try_from(name.chars().count()).expect("a short name")).min(116);
    (name, 126 + size, size)
}

/// Saves the image, and reports its properties. `covered` tells for each text whether it is in the title's place, in the size that it
/// has there: the share of the text's dark pixels that are dark in the image too.
async fn saved(page: &Page, texts: &[Title]) -> Value {
    page.press(&TEXTS.keep.picture).await;
    let img = r#"return !!document.querySelector("exhale-quiz").shadowRoot.querySelector(".saved img")?.complete"#;
    page.until("the picture is there", || async { page.run(img).await == Value::Bool(true) }).await;
    let script = r#"
        const [texts] = arguments;
        const img = document.querySelector("exhale-quiz").shadowRoot.querySelector(".saved img");
        const dark = (draw) => {
            const canvas = document.createElement("canvas");
            [canvas.width, canvas.height] = [1200, 1500];
            const context = canvas.getContext("2d");
            context.fillStyle = "white";
            context.fillRect(0, 0, 1200, 1500);
            draw(context);
            const { data } = context.getImageData(0, 0, 1200, 1500);
            return Array.from({ length: 1200 * 1500 }, (_, index) => data[4 * index] < 128);
        };
        const picture = dark((context) => context.drawImage(img, 0, 0));
        const covered = texts.map(([text, y, size]) => {
            const own = dark((context) => {
                context.fillStyle = "black";
                context.font = `${size}px Iowan Old Style,Palatino Linotype,Palatino,Noto Serif,Georgia,serif`;
                context.fillText(text, 100, y);
            });
            const pixels = own.flatMap((is, index) => (is ? [index] : []));
            return pixels.filter((index) => picture[index]).length / pixels.length;
        });
        const { width, height } = img.getBoundingClientRect();
        return { size: [img.naturalWidth, img.naturalHeight], type: img.src.slice(0, 22), alt: img.alt, covered,
            ratio: width / height, dark: picture.filter(Boolean).length };
    "#;
    page.client.execute(script, vec![json!(texts)]).await.expect("the picture can be looked at")
}

fn picture(context: &Context) -> Result<(), Failed> {
    context.visit(|page| async move {
        let mut other = SHEET.map(Some);
        // Open Hands: every answer scores few points.
        for (index, answer) in other.iter_mut().enumerate() {
            let item = exhale_quiz::INSTRUMENT.items[index];
            *answer = Some(if item.key == exhale_quiz::Key::Direct { 1 + u8::from(index % 7 == 0) } else { 5 });
        }
        for (given, name, else_name) in [
            (SHEET.map(Some), &TEXTS.profiles.navigator.name, &TEXTS.profiles.open_hands.name),
            (other, &TEXTS.profiles.open_hands.name, &TEXTS.profiles.navigator.name),
        ] {
            page.open_result(&given).await;
            page.run("window.clicked = []; HTMLAnchorElement.prototype.click = function () { window.clicked.push([this.download, this.href.slice(0, 22)]); }").await;
            let else_given = if given == other { SHEET.map(Some) } else { other };
            let titles = [title(&given), title(&else_given)];
            assert_eq!((&titles[0].0, &titles[1].0), (name, else_name));
            let seen = saved(&page, &titles).await;
            assert_eq!((&seen["size"], &seen["type"]), (&json!([1200, 1500]), &json!("data:image/png;base64,")));
            let ratio = seen["ratio"].as_f64().expect("a number");
            assert!((ratio - 0.8).abs() < 0.01, "drawn as wide and high as it is: {ratio}");
            let covered = |index: usize| seen["covered"][index].as_f64().expect("a share");
            assert!(covered(0) > 0.95 && covered(1) < 0.7, "{name} stands in the picture: {:?}", seen["covered"]);
            assert!(seen["dark"].as_f64().expect("a number") > 10_000.0, "more than a name is drawn");
            assert!(seen["alt"].as_str().expect("words").contains(name.as_str()));
            assert_eq!(page.run("return window.clicked").await, json!([[format!("{}.png", TEXTS.keep.picture_file), "data:image/png;base64,"]]));
            assert_eq!(page.see().await.status, TEXTS.keep.saved);
        }
    })
}

/// The text that is offered for copying by hand, once, after the button that was pressed.
async fn offered(page: &Page, button: &str) -> String {
    let script = format!(
        r#"const texts = [...document.querySelector("exhale-quiz").shadowRoot.querySelectorAll(".keep textarea")];
        return texts.map((text) => [text.value, !!text.closest(".keep").querySelector("[part={button}]")]);"#
    );
    page.until("a text is offered", || async { page.run(&script).await != json!([]) }).await;
    assert!(page.see().await.text.contains(&TEXTS.keep.refused));
    let offered: Vec<(String, bool)> = serde_json::from_value(page.run(&script).await).expect("texts");
    let [(text, true)] = &offered[..] else { panic!("not once, beside its button: {offered:?}") };
    text.clone()
}

fn refused_picture(context: &Context) -> Result<(), Failed> {
    context.visit(|page| async move {
        page.open_result(&SHEET.map(Some)).await;
        page.run("HTMLCanvasElement.prototype.toDataURL = () => { throw new DOMException('no', 'SecurityError'); }").await;
        page.press(&TEXTS.keep.picture).await;
        assert!(offered(&page, "save").await.contains(&TEXTS.profiles.navigator.name));
    })
}

/// Firefox with `privacy.resistFingerprinting`, Tor, Brave and the like.
fn noise(context: &Context) -> Result<(), Failed> {
    context.visit(|page| async move {
        page.open_result(&SHEET.map(Some)).await;
        let noise = r"
            window.clicked = [];
            HTMLAnchorElement.prototype.click = function () { window.clicked.push([this.download, this.href.slice(0, 18)]); };
            const read = CanvasRenderingContext2D.prototype.getImageData;
            CanvasRenderingContext2D.prototype.getImageData = function (...place) {
                const image = read.apply(this, place);
                image.data.fill(window.noise);
                return image;
            };
        ";
        page.run(noise).await;
        for noise in [255, 0, 128] {
            page.run(&format!("window.noise = {noise}; window.clicked = []")).await;
            page.press(&TEXTS.keep.picture).await;
            page.until("the picture is offered", || async { page.run("return window.clicked.length").await == json!(1) }).await;
            assert_eq!(page.run("return window.clicked[0]").await, json!([format!("{}.svg", TEXTS.keep.picture_file), "data:image/svg+xml"]));
            let shown = r#"const img = document.querySelector("exhale-quiz").shadowRoot.querySelector(".saved img"); return [img.complete && img.naturalWidth > 0, img.src.slice(0, 18)]"#;
            assert_eq!(page.run(shown).await, json!([true, "data:image/svg+xml"]));
            let drawn = r#"const { width, height } = document.querySelector("exhale-quiz").shadowRoot.querySelector(".saved img").getBoundingClientRect(); return width / height"#;
            let ratio = page.run(drawn).await.as_f64().expect("a number");
            assert!((ratio - 0.8).abs() < 0.01, "drawn as wide and high as it is: {ratio}");
        }
    })
}

/// Checks the exported text.
fn assert_tells(text: &str, given: &Given) {
    let expected = score("full", given);
    let navigator = &TEXTS.profiles.navigator;
    for part in [&navigator.name, &navigator.line, &TEXTS.result.touches[1], &TEXTS.rests.people_text] {
        assert!(text.contains(part.as_str()), "{part} is missing in {text}");
    }
    for scale in exhale_quiz::Scale::ALL {
        let start = format!("{}: {} of 100, give or take", TEXTS.scale(scale).name, expected["scales"][scale.slug()]["shown"]);
        assert!(text.contains(&start), "{start} is missing in {text}");
    }
    for item in &TEXTS.items {
        assert!(!text.contains(item.as_str()), "answers are not in it");
    }
}

fn copied(context: &Context) -> Result<(), Failed> {
    context.visit(|page| async move {
        let given = SHEET.map(Some);
        page.open_result(&given).await;
        page.run(
            "Object.defineProperty(navigator, 'clipboard', { value: { writeText: async (text) => { window.text = text; } } })",
        )
        .await;
        page.press(&TEXTS.keep.text).await;
        page.until("it is copied", || async { page.see().await.status == TEXTS.keep.copied }).await;
        assert_tells(page.run("return window.text").await.as_str().expect("text"), &given);

        // Without clipboard access: execCommand; focus does not move.
        page.open_result(&given).await;
        page.run(
            r#"
            Object.defineProperty(navigator, "clipboard", { value: { writeText: async () => { throw new Error("no"); } } });
            document.execCommand = (command) => { window.text = [command, document.activeElement.value]; return true; };
            "#,
        )
        .await;
        page.press(&TEXTS.keep.text).await;
        page.until("it is copied", || async { page.see().await.status == TEXTS.keep.copied }).await;
        let text = page.run("return window.text").await;
        assert_eq!(text[0], "copy");
        assert_tells(text[1].as_str().expect("text"), &given);
        assert_eq!(page.see().await.focused.as_deref(), Some(TEXTS.keep.text.as_str()));
        assert_eq!(
            page.run("return document.querySelectorAll('textarea').length").await,
            json!(0),
            "nothing is left on the page"
        );

        // If that fails too, the text is shown.
        page.open_result(&given).await;
        page.run("Object.defineProperty(navigator, 'clipboard', { value: undefined }); document.execCommand = () => false").await;
        page.press(&TEXTS.keep.text).await;
        assert_tells(&offered(&page, "copy").await, &given);
    })
}

fn answers(context: &Context) -> Result<(), Failed> {
    context.visit(|page| async move {
        let mut given = SHEET.map(Some);
        given[6] = None;
        for (form, length) in [("full", 30), ("quick", 10)] {
            page.open_result(&given[..length]).await;
            page.run("HTMLAnchorElement.prototype.click = function () { window.file = [this.download, this.href]; }").await;
            page.press(&TEXTS.keep.answers).await;
            page.until("it is said", || async { page.see().await.status == TEXTS.keep.downloaded }).await;
            let file =
                page.run("return [window.file[0], decodeURIComponent(window.file[1].split(',').slice(1).join(','))]").await;
            assert_eq!(file[0], json!(TEXTS.keep.answers_file));
            let text = file[1].as_str().expect("text");
            assert_eq!(score_file(text)["scales"], score(form, &given[..length])["scales"]);
            let sheet: Value = serde_json::from_str(text).expect("JSON");
            assert_eq!(sheet["answers"], json!(given[..length]));
        }
    })
}

fn refused_download(context: &Context) -> Result<(), Failed> {
    context.visit(|page| async move {
        page.open_result(&SHEET.map(Some)).await;
        // As in a sandboxed frame, where downloads fail silently.
        page.run("Object.defineProperty(self, 'origin', { value: 'null' })").await;
        page.press(&TEXTS.keep.answers).await;
        let text = offered(&page, "download").await;
        assert_eq!(score_file(&text)["scales"], score("full", &SHEET.map(Some))["scales"]);
    })
}

/// The output of a poppler tool for a PDF.
fn poppler(tool: &str, arguments: &[&str], pdf: &[u8]) -> String {
    let path = std::env::temp_dir().join(format!("exhale-{}-{:?}.pdf", std::process::id(), std::thread::current().id()));
    fs::write(&path, pdf).expect("the temporary folder takes a file");
    let mut command = Command::new(tool);
    let output = command.args(arguments).arg(&path).args(if tool == "pdftotext" { &["-"][..] } else { &[] }).output();
    let output = output.unwrap_or_else(|error| panic!("{tool} (poppler-utils): {error}"));
    fs::remove_file(&path).expect("the file is there");
    String::from_utf8(output.stdout).expect("UTF-8")
}

/// The text of a PDF with normalized spaces.
pub fn text_of(pdf: &[u8]) -> String {
    let text = poppler("pdftotext", &["-layout"], pdf).split_whitespace().collect::<Vec<_>>().join(" ");
    // Some engines print ligatures.
    [("ﬃ", "ffi"), ("ﬀ", "ff"), ("ﬁ", "fi"), ("ﬂ", "fl")].iter().fold(text, |text, (one, two)| text.replace(one, two))
}

fn our_page(context: &Context) -> Result<(), Failed> {
    context.visit(|page| async move {
        let print = || async {
            let paper = PrintConfigurationBuilder::default().build().expect("a paper");
            text_of(&page.client.print(paper).await.expect("it prints"))
        };
        let about = &SITE_TEXTS.page.about;
        let around = [&SITE_TEXTS.page.heading, &TEXTS.first.lead];
        let text = print().await;
        assert!(text.contains(statement(1)), "{text}");
        for part in around {
            assert!(text.contains(part.as_str()), "'{part}' is not printed: {text}");
        }
        assert!(!text.contains(&about.title), "a link is of no use on paper: {text}");
        let alone = |text: &str, picture: &str| {
            assert!(text.contains(picture), "{text}");
            for part in around {
                assert!(!text.contains(part.as_str()), "'{part}' is no part of the picture: {text}");
            }
        };
        page.open_result(&SHEET.map(Some)).await;
        alone(&print().await, &TEXTS.rests.people_text);
        // Retake the quiz.
        page.press(&TEXTS.result.retake).await;
        page.at(1).await;
        assert!(print().await.contains(&SITE_TEXTS.page.heading));
        // A shared result.
        page.run(&format!("location.hash = 'exhale={}'", payload())).await;
        page.heading(&TEXTS.shared.title).await;
        alone(&print().await, &TEXTS.shared.title);
        // The page about the quiz.
        page.go(&format!("{}about.html", page.home())).await;
        page.until("its script has run", || async {
            page.run("return !document.getElementById('kept').hidden").await == json!(true)
        })
        .await;
        let text = print().await;
        for part in [&about.title, &about.looks_text, &about.example, &TEXTS.first.privacy_text, &about.source] {
            assert!(text.contains(part.as_str()), "'{part}' is not printed: {text}");
        }
        for part in [&about.kept_now, &SITE_TEXTS.missing.quiz] {
            assert!(!text.contains(part.as_str()), "'{part}' is of no use on paper: {text}");
        }
    })
}

fn form(context: &Context) -> Result<(), Failed> {
    context.visit(|page| async move {
        for lang in ["en", "es", "fa"] {
            let home = if lang == "en" { String::new() } else { format!("{lang}/") };
            page.go(&format!("{}{home}paper.html", page.site)).await;
            for (paper, size) in papers() {
                let configuration = PrintConfigurationBuilder::default().size(size).build().expect("a paper size");
                let pdf = page.client.print(configuration).await.expect("the form prints");
                assert_eq!(page_count(&pdf), 4, "{lang} on {paper}");
                let boxes = poppler("pdftotext", &["-bbox"], &pdf);
                let pages: Vec<&str> = boxes.split("<page ").skip(1).collect();
                for (page, statements) in [(0, 1..=10), (1, 11..=20), (1, 21..=30)] {
                    let numbers = &texts(lang).numbers;
                    let rows = statements.map(|statement: u8| with_digits(&statement.to_string(), numbers));
                    let rows: Vec<f64> = rows.map(|statement| row_of(&statement, pages[page], lang == "fa")).collect();
                    // The line of the statement, its boxes, and some space. A second line would take 12 points more.
                    let highest = rows.windows(2).map(|rows| rows[1] - rows[0]).fold(0.0, f64::max);
                    assert!((20.0..34.0).contains(&highest), "{lang} on {paper}: a row of {highest} points");
                }
            }
        }
    })
}

/// Where the number of a statement stands on a page of the form: at the margin where its line starts.
fn row_of(statement: &str, page: &str, right_to_left: bool) -> f64 {
    let width = attribute(page, "width");
    let is_number = |line: &&str| {
        let place = if right_to_left { width - attribute(line, "xMax") } else { attribute(line, "xMin") };
        line.contains(&format!(">{statement}</word>")) && place < 50.0
    };
    let line = page.lines().filter(|line| line.contains("<word ")).find(is_number);
    attribute(line.unwrap_or_else(|| panic!("no statement {statement}")), "yMin")
}

/// A number in the output of `pdftotext -bbox`.
fn attribute(line: &str, name: &str) -> f64 {
    let rest = line.split_once(&format!("{name}=\"")).expect("an attribute").1;
    rest.split('"').next().and_then(|value| value.parse().ok()).expect("a number")
}

fn papers() -> [(&'static str, PrintSize); 2] {
    [("A4", PrintSize { width: 21.0, height: 29.7 }), ("Letter", PrintSize { width: 21.59, height: 27.94 })]
}

fn page_count(pdf: &[u8]) -> usize {
    let said = poppler("pdfinfo", &[], pdf);
    let count = said.lines().find_map(|line| line.strip_prefix("Pages:"));
    count.and_then(|count| count.trim().parse().ok()).expect("a number of pages")
}

fn no_empty_page(context: &Context) -> Result<(), Failed> {
    context.visit(|page| async move {
        page.ask("for (const folded of quiz.shadowRoot.querySelectorAll('details')) folded.open = true").await;
        page.answer(1, &[Some(2), Some(4)]).await;
        page.at(3).await;
        let pdf = page.client.print(PrintConfigurationBuilder::default().build().expect("a paper")).await.expect("it prints");
        let text = poppler("pdftotext", &["-layout"], &pdf);
        let pages: Vec<_> = text.trim_end_matches('\u{c}').split('\u{c}').collect();
        assert!(pages[0].contains(statement(3)), "{text}");
        assert!(pages.iter().all(|page| !page.trim().is_empty()), "{} pages: {pages:#?}", pages.len());
    })
}

fn printed_step(context: &Context) -> Result<(), Failed> {
    context.visit(|page| async move {
        page.open_result(&SHEET.map(Some)).await;
        let step = "quiz.shadowRoot.querySelector('.reason')";
        page.ask(&format!("{step}.open = true; {step}.querySelector('textarea').value = 'In my own words.'")).await;
        let pdf =
            async || page.client.print(PrintConfigurationBuilder::default().build().expect("a paper")).await.expect("it prints");
        // The dialogue, which no driver can close, is open while the function runs.
        page.run("window.print = () => (window.dialogue = true)").await;
        tokio::time::sleep(ONE_TAP).await;
        page.ask(&format!("{step}.querySelector('[part=print]').click()")).await;
        page.until("the dialogue was asked for", || async { page.run("return window.dialogue === true").await == json!(true) })
            .await;
        let card = text_of(&pdf().await);
        for part in [&TEXTS.result.may_protect, "In my own words."] {
            assert!(card.contains(part), "'{part}' is not on the card: {card}");
        }
        for missing in [&TEXTS.lines.title, &TEXTS.safety.title, &TEXTS.rests.title, &TEXTS.step.print, &TEXTS.step.keep] {
            assert!(!card.contains(missing.as_str()), "'{missing}' is on the card: {card}");
        }
        page.run("dispatchEvent(new Event('afterprint'))").await;
        let whole = text_of(&pdf().await);
        assert!(whole.contains(&TEXTS.lines.title) && whole.contains(&TEXTS.rests.title), "{whole}");
    })
}

fn printed(context: &Context) -> Result<(), Failed> {
    context.visit(|page| async move {
        // The longest result: safety first, the mixed-answer note, three reasons, the ideas opened.
        let longest: Vec<Option<u8>> = "155151155115115155155115115555".bytes().map(|digit| Some(digit - b'0')).collect();
        page.open_result(&longest).await;
        page.press(&TEXTS.result.waiting_open).await;
        page.run("window.print = () => { window.printed = true; }").await;
        page.press(&TEXTS.keep.print).await;
        page.until("the dialogue was asked for", || async { page.run("return window.printed === true").await == json!(true) })
            .await;
        tokio::time::sleep(std::time::Duration::from_millis(300)).await;
        for (paper, size) in papers() {
            let configuration = PrintConfigurationBuilder::default().size(size).build().expect("a paper size");
            let pdf = page.client.print(configuration).await.expect("the page prints");
            let pages = page_count(&pdf);
            assert!((1..=3).contains(&pages), "{pages} pages of {paper}");
            let text = text_of(&pdf);
            let old_habits = TEXTS.reasons.iter().find(|reason| reason.name == "Old habits").expect("it stood out");
            let spoken = [
                &TEXTS.safety.text[1],
                &TEXTS.profiles.cornerstone.name,
                &TEXTS.profiles.cornerstone.ask,
                // Old habits pull hard.
                &old_habits.high,
                &TEXTS.scales.perfectionism.r#try[2],
                &TEXTS.rests.people_text,
                &TEXTS.result.mixed_answer_title,
            ];
            for part in spoken {
                assert!(text.contains(part.as_str()), "'{part}' is not on {paper}: {text}");
            }
            for missing in [&TEXTS.result.retake, &TEXTS.keep.print, &TEXTS.first.forget, &TEXTS.result.working_text] {
                assert!(!text.contains(missing.as_str()), "'{missing}' is of no use on paper");
            }
            // Every word is within the page.
            let boxes = poppler("pdftotext", &["-bbox"], &pdf);
            let (mut width, mut height, mut words) = (0.0, 0.0, 0);
            for line in boxes.lines() {
                if line.contains("<page ") {
                    (width, height) = (attribute(line, "width"), attribute(line, "height"));
                } else if line.contains("<word ") {
                    words += 1;
                    let inside = attribute(line, "xMin") > 10.0 && attribute(line, "xMax") < width - 10.0;
                    assert!(inside && attribute(line, "yMin") > 10.0 && attribute(line, "yMax") < height - 10.0, "cut: {line}");
                }
            }
            assert!(words > 300, "{words} words");
        }
    })
}

fn no_picture(context: &Context) -> Result<(), Failed> {
    context.visit(|page| async move {
        page.open_result(&[Some(4); 30]).await;
        assert!(page.see().await.text.contains(&TEXTS.result.same_answer));
        for label in [&TEXTS.keep.picture, &TEXTS.keep.text, &TEXTS.over_time.keep] {
            assert!(page.find_button(label).await.is_none(), "{label}");
        }
        assert!(page.find_button(&TEXTS.keep.answers).await.is_some());
    })
}

//! Every screen, and how to get there. A screen added here is covered by all suites that visit each screen.

use exhale_quiz::{
    Form, INSTRUMENT, Scores,
    history::{self, Dated},
    link::Shared,
};
use serde_json::{Value, json};

use crate::{
    engine::Engine,
    page::{ONE_TAP, Page, TEXTS, sheet, with_number},
};

/// A Navigator with a touch of the Craftsperson.
pub const SHEET: [u8; 30] = [2, 4, 5, 4, 5, 2, 3, 4, 1, 2, 4, 2, 3, 2, 5, 1, 4, 2, 4, 5, 3, 2, 5, 2, 1, 3, 4, 2, 5, 4];
/// A Co-Pilot.
const OTHER: [u8; 30] = [4, 3, 4, 1, 3, 3, 3, 2, 2, 3, 4, 3, 3, 4, 4, 3, 3, 4, 4, 3, 3, 4, 4, 2, 3, 3, 3, 2, 4, 3];
/// Safety first, the note on mixed answers, three reasons.
pub const LONGEST: [u8; 30] = [1, 5, 5, 1, 5, 1, 1, 5, 5, 1, 1, 5, 1, 1, 5, 1, 5, 5, 1, 5, 5, 1, 1, 5, 1, 1, 5, 5, 5, 5];

/// The boxes of the share section: the ten reasons in the link, and the name of the result in its address.
pub const REASONS: &str = "with-reasons";
pub const NAME: &str = "with-name";

/// The inside of an ordinary window, and of one in which a letter stands beside its plate.
pub const WINDOW: (u32, u32) = (800, 900);
pub const DESKTOP: (u32, u32) = (1280, 800);
/// One that is lower than a plate.
pub const LOW: (u32, u32) = (1280, 600);

/// The other pages: name, address, and the selector of an element that is present once they are ready.
pub const PAGES: &[(&str, &str, &str)] = &[
    ("preview page", "r/en/navigator/index.html", "exhale-quiz"),
    ("page of the frame", "v1/frame.html", "exhale-quiz"),
    ("first page in Spanish", "es/index.html", "exhale-quiz"),
    ("first page in Persian", "fa/index.html", "exhale-quiz"),
    ("page about the quiz", "about.html", "#kept:not([hidden])"),
    ("page about the quiz in Persian", "fa/about.html", "#kept:not([hidden])"),
    ("builder", "builder.html", "#script code"),
    ("builder in Persian", "fa/builder.html", "#script code"),
    ("form on paper", "paper.html", "table"),
    ("form on paper in Persian", "fa/paper.html", "table"),
    ("address that is not there", "404.html", "h1"),
];

/// Calls `look` on every screen of the quiz.
pub async fn each_of_the_quiz(page: &Page, mut look: impl AsyncFnMut(&str)) {
    let mut at = async |screen: &str| {
        settle(page).await;
        look(screen).await;
    };
    page.open_at(&page.home()).await;
    open_with(page, &[], false).await;
    at("first screen").await;
    unfold(page).await;
    at("first screen, unfolded").await;
    answer_two(page).await;
    at("statement").await;
    look_back(page).await;
    at("statement with its choice and the review list").await;
    open_with(page, &SHEET[..9], false).await;
    at("first screen with kept answers").await;
    pause(page).await;
    at("pause").await;
    sketch(page, &LONGEST).await;
    at("sketch with the safety note first").await;
    sketch(page, &SHEET).await;
    at("sketch").await;
    page.press(&TEXTS.sketch.stop).await;
    page.on_result().await;
    at("result of the sketch").await;
    words_fit(page).await;
    at("what the words are fitted to").await;
    result(page, &SHEET).await;
    at("result").await;
    unfold_result(page).await;
    at("result, unfolded").await;
    change(page).await;
    at("statement opened from the working").await;
    over_time(page).await;
    at("result with earlier ones").await;
    result(page, &LONGEST).await;
    at("result with the safety note first").await;
    unfold(page).await;
    at("result with the safety note first, unfolded").await;
    result(page, &[4; 30]).await;
    at("result without a picture").await;
    theirs(page).await;
    at("somebody's picture").await;
    both(page).await;
    at("two pictures").await;
    bad_link(page).await;
    at("bad link").await;
    stop(page).await;
    at("stopped module").await;
}

/// Calls `look` on every other page.
pub async fn each_page(page: &Page, mut look: impl AsyncFnMut(&str)) {
    for (name, address, there) in PAGES {
        page.open_at(&format!("{}{address}", page.site)).await;
        let script = format!("return !!document.querySelector('{there}')?.matches(':defined')");
        page.until(name, || async { page.run(&script).await == json!(true) }).await;
        if name.starts_with("builder") {
            // Its preview loads when it is scrolled near.
            page.ask("quiz.scrollIntoView()").await;
        }
        if page.ask("return !!quiz").await == json!(true) {
            page.ready().await;
        }
        settle(page).await;
        look(name).await;
    }
}

/// Gives the inside of the window another size. A test that passes has to set it back to [`WINDOW`].
pub async fn resize(page: &Page, (width, height): (u32, u32)) {
    if page.engine == Engine::Chromium {
        let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        page.devtools("Emulation.setDeviceMetricsOverride", &metrics).await;
    } else {
        let around = page.run("return [outerWidth - innerWidth, outerHeight - innerHeight]").await;
        let outer = |inside: u32, index: usize| inside + u32::try_from(around[index].as_u64().expect("a size")).expect("small");
        page.client.set_window_size(outer(width, 0), outer(height, 1)).await.expect("the window can be resized");
    }
    page.until("the window has that size", || async {
        page.run("return [innerWidth, innerHeight]").await == json!([width, height])
    })
    .await;
}

/// Waits until style sheets have loaded and animations have finished.
pub async fn settle(page: &Page) {
    let script = "return (async () => {
        // Animations start in the next frame.
        for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
        const places = [document, document.querySelector('exhale-quiz')?.shadowRoot].filter(Boolean);
        const sheets = [...(places[1]?.querySelectorAll('link') ?? [])].filter(({ sheet }) => !sheet);
        await Promise.all(sheets.map((link) => new Promise((loaded) => link.addEventListener('load', loaded))));
        await Promise.all(places.flatMap((place) => place.getAnimations()).map(({ finished }) => finished.catch(() => 0)));
    })()";
    page.run(script).await;
}

pub fn given(sheet: &[u8]) -> Vec<Option<u8>> {
    sheet.iter().copied().map(Some).collect()
}

/// Opens our own page with only these answers in the storage.
pub async fn open_with(page: &Page, kept: &[u8], finished: bool) {
    page.run("localStorage.clear(); sessionStorage.clear()").await;
    if !kept.is_empty() {
        page.store_run(&given(kept), finished).await;
    }
    page.open_at(&page.home()).await;
    page.ready().await;
}

/// Opens every fold, also those of which otherwise only one is open at a time.
async fn unfold(page: &Page) {
    let script = "for (const folded of quiz.shadowRoot.querySelectorAll('details')) {
        folded.removeAttribute('name');
        folded.open = true;
    }";
    page.ask(script).await;
}

/// Ticks a box of the share section, or clears it.
pub async fn tick(page: &Page, id: &str) {
    // As in `Page::press`: a click out of sight in a frame is lost.
    let in_frame = page.engine != Engine::Chromium && page.run("return top !== self").await == json!(true);
    let ticked = if in_frame {
        let checkbox = page.shadow(&format!("#{id}")).await;
        page.act(checkbox.send_keys(" ")).await
    } else {
        let label = page.shadow(&format!("label[for={id}]")).await;
        page.act(label.click()).await
    };
    ticked.unwrap_or_else(|error| panic!("{id}: {error}"));
}

async fn answer_two(page: &Page) {
    page.answer(1, &[Some(2), Some(4)]).await;
    page.at(3).await;
}

async fn look_back(page: &Page) {
    page.open_review().await;
    page.press(&TEXTS.statement.back).await;
    page.at(2).await;
}

async fn pause(page: &Page) {
    page.press(&with_number(&TEXTS.first.go_on_from, "10")).await;
    page.answer(10, &[Some(2)]).await;
    page.heading(&TEXTS.pause.title).await;
}

async fn sketch(page: &Page, sheet: &[u8]) {
    open_with(page, &sheet[..9], false).await;
    page.press(&with_number(&TEXTS.first.go_on_from, "10")).await;
    page.answer(10, &[Some(sheet[9])]).await;
    page.heading(&TEXTS.pause.title).await;
    page.press(&TEXTS.pause.sketch).await;
    page.heading(&TEXTS.sketch.title).await;
    unfold(page).await;
}

/// The questions before the first full result, with one of them answered.
pub async fn words_fit(page: &Page) {
    open_with(page, &SHEET[..29], false).await;
    page.press(&with_number(&TEXTS.first.go_on_from, "30")).await;
    page.answer(30, &[Some(SHEET[29])]).await;
    page.heading(&TEXTS.words_fit.title).await;
    let row = page.shadow(".option label").await;
    page.act(row.click()).await.expect("the row takes a click");
    let is_chosen = "return !!quiz.shadowRoot.querySelector('.option :checked')";
    page.until("it is chosen", || async { page.ask(is_chosen).await == json!(true) }).await;
}

/// Opens a result that is compared with two stored ones: one that differs, and a sketch.
pub async fn over_time(page: &Page) {
    open_with(page, &SHEET, true).await;
    let dated = |day, form, sheet: &[u8]| Dated { day, shared: shared(form, sheet, false) };
    let stored = history::write(&[dated(20_000, Form::Full, &OTHER), dated(19_000, Form::Quick, &OTHER)]);
    page.run(&format!("localStorage.setItem('exhale.results', '{stored}')")).await;
    page.open_at(&page.home()).await;
    page.ready().await;
    page.press(&TEXTS.first.see_again).await;
    page.on_result().await;
    assert_eq!(page.ask("return quiz.shadowRoot.querySelectorAll('.earlier .lines').length").await, json!(2));
}

/// Opens the result of a full sheet.
pub async fn result(page: &Page, sheet: &[u8]) {
    open_with(page, sheet, true).await;
    page.press(&TEXTS.first.see_again).await;
    page.on_result().await;
}

/// Opens everything that the result can show.
async fn unfold_result(page: &Page) {
    unfold(page).await;
    page.press(&TEXTS.over_time.keep).await;
    for more in [REASONS, NAME] {
        tokio::time::sleep(ONE_TAP).await;
        tick(page, more).await;
    }
    page.until("the link holds the reasons, and its address the name", || async {
        let link = page.ask("return quiz.shadowRoot.querySelector('[part=share-link]').value").await;
        let link = link.as_str().unwrap_or_default();
        link.contains(&format!("/r/{}/navigator/", TEXTS.lang)) && link.ends_with(&shared(Form::Full, &SHEET, true).to_string())
    })
    .await;
    page.run("HTMLCanvasElement.prototype.toDataURL = () => { throw new DOMException('no', 'SecurityError'); }").await;
    tokio::time::sleep(ONE_TAP).await;
    page.press(&TEXTS.keep.picture).await;
    page.until("the text is offered", || async {
        page.ask("return !!quiz.shadowRoot.querySelector('.keep textarea')").await == json!(true)
    })
    .await;
}

async fn change(page: &Page) {
    // The quiz ignores input that follows too closely.
    tokio::time::sleep(ONE_TAP).await;
    page.ask("quiz.shadowRoot.querySelector('.working td .btn').click()").await;
    page.until("a statement is on the screen", || async { page.see().await.statement.is_some() }).await;
}

fn shared(form: Form, answers: &[u8], reasons: bool) -> Shared {
    let scores = Scores::of(&INSTRUMENT, form, &sheet(&given(answers)));
    Shared::of(&scores, reasons).expect("a score")
}

/// The payload of a link to a result, with the reasons.
pub fn payload() -> String {
    shared(Form::Full, &OTHER, true).to_string()
}

async fn theirs(page: &Page) {
    open_with(page, &SHEET, true).await;
    page.run(&format!("location.hash = 'exhale={}'", payload())).await;
    page.heading(&TEXTS.shared.title).await;
    unfold(page).await;
}

async fn both(page: &Page) {
    page.press(&TEXTS.shared.beside).await;
    page.heading(&TEXTS.both.title).await;
    unfold(page).await;
}

async fn bad_link(page: &Page) {
    page.run("location.hash = 'exhale=hello-world'").await;
    page.heading(&TEXTS.bad_link.title).await;
}

/// Crashes the module by a DOM method that fails once.
pub async fn stop(page: &Page) {
    open_with(page, &[], false).await;
    let accident = "
        const real = Element.prototype.setAttribute;
        Element.prototype.setAttribute = function () {
            Element.prototype.setAttribute = real;
            throw new DOMException('planted');
        };";
    page.run(accident).await;
    page.tap(5).await;
    let shown = "return quiz.shadowRoot.querySelector('[part=error]').checkVisibility()";
    page.until("it says so", || async { page.ask(shown).await == Value::Bool(true) }).await;
}

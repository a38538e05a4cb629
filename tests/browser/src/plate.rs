//! The plate: it fits one screen of a phone, its ribbon is as wide as the scores are unsure, and no more moves on it than should.

use exhale_content::Content;
use exhale_quiz::{Form, INSTRUMENT, QuizResult, Scale, Scores, link::Shared};
use libtest_mimic::Failed;
use serde_json::{Value, json};

use crate::{
    Context, Test,
    accessibility::screens::settle,
    answer_sheets::{at_the_end, named, sentence, without},
    engine::Device,
    page::{Given, Page, TEXTS, sheet, texts},
};

pub const TESTS: &[Test] = &[
    ("with the longest texts of each language all of it fits the first screen of a phone", fits),
    ("at each line the ribbon is one standard error wide to either side of the score", ribbon),
    ("the dot, the line and the ribbon meet, also in text of twice the size", meet),
    ("only the ribbon is drawn in, and with reduced motion nothing is", motion),
];

/// A Navigator with a touch of the Craftsperson.
const SHEET: [u8; 30] = [2, 4, 5, 4, 5, 2, 3, 4, 1, 2, 4, 2, 3, 2, 5, 1, 4, 2, 4, 5, 3, 2, 5, 2, 1, 3, 4, 2, 5, 4];

/// The screen of a phone.
const PHONE: (u16, u16) = (390, 844);

/// Opens the result of these answers on our own page in a language.
async fn open(page: &Page, texts: &Content<String>, given: &Given) {
    page.run("localStorage.clear()").await;
    page.store_run(given, true).await;
    let folder = if texts.lang == "en" { String::new() } else { format!("{}/", texts.lang) };
    page.open_at(&format!("{}{folder}", page.site)).await;
    page.ready().await;
    page.press(&texts.first.see_again).await;
    page.heading(&texts.rests.title).await;
    settle(page).await;
}

/// Where the bar under the plate ends, from the top of the page.
const END: &str = "Math.ceil(quiz.shadowRoot.querySelector('.plate .bar').getBoundingClientRect().bottom + scrollY)";

/// Puts other texts on the plate: of each name the name itself, its touch and its line; of each sentence what it is about and itself.
/// Of all combinations, and with each two neighbouring bands standing out, returns the highest plate and what is on it.
const HIGHEST: &str = r#"
    const [names, sentences] = arguments;
    const quiz = document.querySelector("exhale-quiz");
    const plate = quiz.shadowRoot.querySelector(".plate");
    const [name, touch, line, about, sentence] = [".name", ".touch", ".oneline", ".strength > p", ".strength > p + p"]
        .map((css) => plate.querySelector(css));
    let highest = [0];
    for (const own of [[0, 1], [1, 2]]) {
        for (const words of plate.querySelectorAll(".words"))
            [...words.children].forEach((band, place) => band.toggleAttribute("data-own", own.includes(place)));
        for (const texts of names) {
            [name.textContent, touch.textContent, line.textContent] = texts;
            touch.hidden = !texts[1];
            for (const texts of sentences) {
                [about.textContent, sentence.textContent] = texts;
                const end = END;
                if (end > highest[0]) highest = [end, name.textContent, touch.textContent, sentence.textContent, own];
            }
        }
    }
    return highest;
"#;

fn fits(context: &Context) -> Result<(), Failed> {
    context.browse(Device::phone(PHONE.0, PHONE.1), |page| async move {
        page.open_at(&page.site).await;
        page.ready().await;
        for lang in exhale_test_support::languages::languages() {
            let texts = texts(&lang);
            let length = |text: &String| text.chars().count();
            // Of the sheets for each name, the one with the most to read.
            let read = |given: &Vec<Option<u8>>| {
                let result = QuizResult::of(Form::Full, &sheet(given));
                let headline = result.headline.expect("a name");
                let profile = texts.profile(headline.profile);
                let touch = headline.touch.and_then(|touch| texts.touch(touch)).map_or(0, length);
                length(&profile.name) + touch + length(&profile.line) + sentence(&texts, &result).map_or(0, length)
            };
            let mut sheets = named(&texts, Form::Full);
            sheets.sort_by_key(read);
            let longest: Vec<_> = sheets.iter().rev().take(3).collect();
            for given in &longest {
                open(&page, &texts, given).await;
                let place = page.ask(&format!("return [scrollY, innerWidth, innerHeight, {END}]")).await;
                let place: [u32; 4] = serde_json::from_value(place).expect("four numbers");
                assert_eq!(place[..3], [0, u32::from(PHONE.0), u32::from(PHONE.1)], "the first screen");
                assert!(place[3] <= u32::from(PHONE.1), "{lang}: the plate of {given:?} ends at {} px", place[3]);
            }
            // Whatever else it can say fits in its place.
            let with_touch = sheets.iter().rev().find(|given| {
                let result = QuizResult::of(Form::Full, &sheet(given));
                result.headline.is_some_and(|headline| headline.touch.is_some()) && sentence(&texts, &result).is_some()
            });
            open(&page, &texts, with_touch.expect("a name with a touch")).await;
            let mut names = Vec::new();
            for given in &sheets {
                let headline = QuizResult::of(Form::Full, &sheet(given)).headline.expect("a name");
                let profile = texts.profile(headline.profile);
                let touch = headline.touch.and_then(|touch| texts.touch(touch)).map_or("", String::as_str);
                names.push([profile.name.as_str(), touch, profile.line.as_str()]);
            }
            let strengths = texts.strengths.iter().map(|strength| [&texts.result.strengths, strength]);
            let protects = texts.reasons.iter().map(|reason| [&texts.result.protects, &reason.protects]);
            let sentences: Vec<[&String; 2]> = strengths.chain(protects).collect();
            let script = HIGHEST.replace("END", END);
            let highest =
                page.client.execute(&script, vec![json!(names), json!(sentences)]).await.expect("the texts can be changed");
            assert!(highest[0].as_u64().is_some_and(|end| end > 400 && end <= u64::from(PHONE.1)), "{lang}: {highest}");
        }
    })
}

/// For each layer of the ribbon, its left and its right edge at each line, in percent of the line; `null` where there is none of it.
const EDGES: &str = r#"
    const svg = quiz.shadowRoot.querySelector(".plate .veil");
    if (svg.getAttribute("viewBox") !== "0 0 100 300") return "other units";
    return [...svg.querySelectorAll("path")].map((path) => [50, 150, 250].map((y) => {
        const point = svg.createSVGPoint();
        const isInside = (x) => {
            [point.x, point.y] = [x, y];
            return path.isPointInFill(point);
        };
        const places = [];
        for (let x = -40; x <= 140; x += 0.5) if (isInside(x)) places.push(x);
        if (!places.length) return null;
        if (places.at(-1) - places[0] !== (places.length - 1) / 2) return "a hole";
        const edge = (inside, outside) => {
            for (let step = 0; step < 20; step++) {
                const half = (inside + outside) / 2;
                if (isInside(half)) inside = half;
                else outside = half;
            }
            return inside;
        };
        return [edge(places[0], places[0] - 0.5), edge(places.at(-1), places.at(-1) + 0.5)];
    }));
"#;

/// The layers of a filled ribbon, as shares of its width.
const LAYERS: [f64; 7] = [1.0, 0.88, 0.76, 0.64, 0.52, 0.4, 0.28];

/// The ribbon on the plate is that of these answers: in each layer its middle is the score, and its half width that share of
/// 26 / √n points, for n answers. A line without a score has none.
async fn assert_ribbon(page: &Page, form: Form, given: &Given, layers: &[f64]) {
    let scores = Scores::of(&INSTRUMENT, form, &sheet(given));
    let edges: Vec<[Option<[f64; 2]>; 3]> = serde_json::from_value(page.ask(EDGES).await).expect("edges at three lines");
    assert_eq!(edges.len(), layers.len(), "layers of the ribbon");
    for (edges, share) in edges.into_iter().zip(layers) {
        for (edges, scale) in edges.into_iter().zip(Scale::ALL) {
            let score = scores.scale(scale);
            assert_eq!(edges.is_some(), score.is_some(), "{scale:?} of {given:?} has a score: {edges:?}");
            let (Some([left, right]), Some(score)) = (edges, score) else { continue };
            let pull = 100.0 * f64::from(score.sum) / f64::from(score.max());
            let place = if scale == Scale::Trust { 100.0 - pull } else { pull };
            let half = share * 26.0 / f64::from(score.answered).sqrt();
            let (middle, drawn) = (f64::midpoint(left, right), (right - left) / 2.0);
            assert!((middle - place).abs() < 0.1, "{scale:?} of {given:?}: its middle is {middle}, the score {place}");
            assert!((drawn - half).abs() < 0.1, "{scale:?} of {given:?}: it is ± {drawn} wide, the error is {half}");
        }
    }
}

fn ribbon(context: &Context) -> Result<(), Failed> {
    context.visit(|page| async move {
        let whole = SHEET.map(Some);
        // Statements by scale: without the first, two reasons of Perfectionism are left without a score, and so on.
        let of = |scale: Scale| -> Vec<usize> {
            let is_of = |position: &usize| INSTRUMENT.items[position - 1].reason.scale() == scale;
            (1..=30).filter(is_of).collect()
        };
        let full = [
            whole.to_vec(),
            at_the_end(4),
            at_the_end(0),
            // A few statements are skipped, so that the errors differ.
            without(&whole, &[9, 20, 29, 12]),
            without(&whole, &of(Scale::Control)),
            without(&whole, &of(Scale::Perfectionism)),
            without(&whole, &[of(Scale::Perfectionism), of(Scale::Trust)].concat()),
        ];
        let mut unscored = 0;
        for given in &full {
            page.open_result(given).await;
            assert_ribbon(&page, Form::Full, given, &LAYERS).await;
            let scores = Scores::of(&INSTRUMENT, Form::Full, &sheet(given));
            unscored += Scale::ALL.into_iter().filter(|scale| scores.scale(*scale).is_none()).count();
        }
        assert!(unscored >= 4, "lines without a score are among them: {unscored}");
        let quick = [whole[..10].to_vec(), at_the_end(4)[..10].to_vec()];
        for given in &quick {
            page.open_result(given).await;
            assert_ribbon(&page, Form::Quick, given, &LAYERS).await;
        }
        for scale in Scale::ALL {
            let skipped: Vec<usize> = of(scale).into_iter().filter(|position| *position <= 10).collect();
            let given = without(&whole[..10], &skipped);
            page.open_result(&given).await;
            assert!(Scores::of(&INSTRUMENT, Form::Quick, &sheet(&given)).scale(scale).is_none());
            assert_ribbon(&page, Form::Quick, &given, &LAYERS).await;
        }
        // On the sketch itself, and somebody's, of which there is an outline.
        page.press(&TEXTS.statement.back).await;
        page.heading(&TEXTS.sketch.title).await;
        let trust: Vec<usize> = of(Scale::Trust).into_iter().filter(|position| *position <= 10).collect();
        assert_ribbon(&page, Form::Quick, &without(&whole[..10], &trust), &LAYERS).await;
        for (form, given) in [(Form::Full, whole.to_vec()), (Form::Full, full[3].clone()), (Form::Quick, quick[0].clone())] {
            let link = Shared::of(&Scores::of(&INSTRUMENT, form, &sheet(&given)), false).expect("a score").to_string();
            page.run(&format!("location.hash = 'exhale={link}'")).await;
            let shown = "return !!quiz.shadowRoot.querySelector('.veil [data-owner=sender]')";
            page.until("somebody's picture is there", || async { page.ask(shown).await == json!(true) }).await;
            page.until_stable().await;
            assert_ribbon(&page, form, &given, &LAYERS[..1]).await;
        }
    })
}

/// How far in pixels, at each line, the middle of the dot and the point of the ribbon's drawing that stands for the score lie from the
/// line and from each other; the height of each row; and whether the words under a line stand clear of the next line's name.
const MEETING: &str = r#"
    const plate = quiz.shadowRoot.querySelector(".plate");
    const matrix = plate.querySelector(".veil path").getScreenCTM();
    const dots = [...plate.querySelectorAll(".breath:not(.veil) circle")];
    const rows = [...plate.querySelectorAll(".scale")];
    return rows.map((row, index) => {
        const line = row.querySelector(".words").getBoundingClientRect();
        const { left, top, width, height } = dots[index].getBoundingClientRect();
        const drawn = new DOMPoint(parseFloat(dots[index].parentElement.getAttribute("x")), 50 + 100 * index).matrixTransform(matrix);
        const next = rows[index + 1]?.querySelector("h3").getBoundingClientRect().top ?? Infinity;
        const words = Math.max(...[...row.querySelectorAll(".words span")].map((band) => band.getBoundingClientRect().bottom));
        return {
            dot: Math.abs(top + height / 2 - line.top - 0.5),
            ribbon: Math.max(Math.abs(drawn.y - line.top - 0.5), Math.abs(drawn.x - left - width / 2)),
            place: Math.abs(line.left + (line.width * parseFloat(dots[index].parentElement.getAttribute("x"))) / 100 - left - width / 2),
            height: Math.round(row.getBoundingClientRect().height),
            clear: words <= next,
        };
    });
"#;

fn meet(context: &Context) -> Result<(), Failed> {
    context.browse(Device::phone(PHONE.0, PHONE.1), |page| async move {
        page.open_at(&page.site).await;
        page.ready().await;
        let mut apart = Vec::new();
        for lang in ["en", "es"] {
            open(&page, &texts(lang), &SHEET.map(Some)).await;
            for size in ["1em", "2em", "0.8em"] {
                page.ask(&format!("quiz.style.setProperty('--exhale-size', '{size}')")).await;
                settle(&page).await;
                let seen = page.ask(MEETING).await;
                let rows = seen.as_array().expect("three rows");
                assert_eq!(rows.len(), 3);
                let meets = |row: &Value| {
                    let is_near = |what: &str| row[what].as_f64().is_some_and(|pixels| pixels < 1.5);
                    ["dot", "ribbon", "place"].into_iter().all(is_near)
                        && row["height"] == rows[0]["height"]
                        && row["clear"] == true
                };
                if !rows.iter().all(meets) {
                    apart.push(format!("{lang}, {size}: {seen}"));
                }
            }
        }
        assert!(apart.is_empty(), "{}", apart.join("\n"));
    })
}

/// Notes what is animated on a result from now on: the class of each element, and the properties, once each.
const WATCH: &str = r#"
    window.moved = new Set();
    const look = () => {
        for (const { effect } of quiz.shadowRoot.getAnimations()) {
            if (!effect?.target?.closest(".sheet")) continue;
            const ours = ["offset", "computedOffset", "easing", "composite"];
            const properties = effect.getKeyframes().flatMap((frame) => Object.keys(frame)).filter((name) => !ours.includes(name));
            for (const name of properties) moved.add(`${effect.target.getAttribute("class")}${effect.pseudoElement ?? ""}: ${name}`);
        }
        requestAnimationFrame(look);
    };
    look();
"#;

/// What moved while a result came onto the screen: the properties that were seen to, and the elements with an animation.
async fn moved(page: &Page) -> Value {
    page.store_run(&SHEET.map(Some), true).await;
    page.reload().await;
    page.ask(WATCH).await;
    page.press(&TEXTS.first.see_again).await;
    page.on_result().await;
    tokio::time::sleep(std::time::Duration::from_secs(1)).await;
    // An animation may be over before a slow machine looks.
    let styled = r#"
        const all = [...quiz.shadowRoot.querySelectorAll(".sheet, .sheet *")];
        const animated = all.filter((element) => getComputedStyle(element).animationName !== "none");
        return [[...moved].sort(), animated.map((element) => element.getAttribute("class"))];
    "#;
    page.ask(styled).await
}

fn motion(context: &Context) -> Result<(), Failed> {
    context.visit_on(Device::REDUCED_MOTION, |page| async move {
        assert_eq!(page.run("return matchMedia('(prefers-reduced-motion: reduce)').matches").await, json!(true));
        assert_eq!(moved(&page).await, json!([[], []]));
    })?;
    context.visit(|page| async move {
        assert_eq!(moved(&page).await, json!([["breath veil: clipPath"], ["breath veil"]]));
    })
}

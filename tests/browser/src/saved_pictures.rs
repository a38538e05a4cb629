//! The texts of the saved picture, as a browser draws them: in every language, each has room where it is put.

use std::collections::BTreeMap;

use exhale_content::Content;
use exhale_quiz::{Form, Profile, QuizResult};
use exhale_test_support::languages::languages;
use libtest_mimic::Failed;
use serde_json::json;

use crate::{
    Context, Test,
    accessibility::screens::payload,
    answer_sheets::{Sheet, named},
    engine::Device,
    page::{Page, sheet, texts},
};

pub const TESTS: &[Test] = &[
    ("in a saved picture no text is wider than its room, and none stands on another", own),
    ("so it is in the saved picture of two results", both),
];

/// A picture: what it is of, its markup, and the sentences that stand under the lines.
type Picture = (String, String, Vec<String>);

/// What stands in places of the plate: a selector, and a text.
type Said = Vec<(&'static str, String)>;

/// The picture of one's own result, under each name, with the longest of all else that may stand on it.
fn own(context: &Context) -> Result<(), Failed> {
    each(context, "", &|texts| {
        let longest = |all: &[&String]| (*all.iter().max_by_key(|text| text.chars().count()).expect("some")).clone();
        let touch = longest(&texts.result.touches.iter().collect::<Vec<_>>());
        let strengths = texts.strengths.iter().chain(texts.reasons.iter().map(|reason| &reason.protects));
        let strength = longest(&strengths.collect::<Vec<_>>());
        let on_it = |profile: Profile| {
            let words = texts.profile(profile);
            vec![
                (".name", words.name.clone()),
                (".touch", touch.clone()),
                (".oneline", words.line.clone()),
                (".strength p + p", strength.clone()),
                (".ask .say", longest(&[&words.ask, &words.ask_alone])),
            ]
        };
        Profile::ALL.into_iter().map(on_it).collect()
    })
}

/// The picture of two results, with each sentence that may stand over it.
fn both(context: &Context) -> Result<(), Failed> {
    each(context, &format!("#exhale={}", payload()), &|texts| {
        let scales = [&texts.scales.control.name, &texts.scales.perfectionism.name, &texts.scales.trust.name];
        let fill = |sentence: &String| {
            ["{a}", "{b}", "{c}"].iter().zip(scales).fold(sentence.clone(), |text, (place, name)| text.replace(place, name))
        };
        let says = [&texts.over_time.same, &texts.both.apart, &texts.both.unread];
        let verdict = says.into_iter().max_by_key(|says| says.chars().count()).expect("three");
        let names = Profile::ALL.map(|profile| &texts.profile(profile).name);
        let name = names.into_iter().max_by_key(|name| name.chars().count()).expect("six");
        let who = |who: &String| format!(" {who}: {name}");
        let on_it = |headline: &String| {
            vec![
                (".headline", fill(headline)),
                (".who li:first-child", who(&texts.both.you)),
                (".who li:last-child", who(&texts.both.they)),
                (".verdict", verdict.clone()),
            ]
        };
        texts.both.headlines.iter().chain([&texts.both.unread]).map(on_it).collect()
    })
}

/// Puts texts into the plate, saves the picture, and takes what would be drawn as an image: the markup.
const SAVE: &str = r#"
    const [all, done] = arguments;
    const root = document.querySelector("exhale-quiz").shadowRoot;
    const pictures = [];
    const { setAttribute } = Element.prototype;
    Element.prototype.setAttribute = function (name, value) {
        if (name === "src" && value.startsWith("data:image/svg")) pictures.push(decodeURIComponent(value.slice(value.indexOf(",") + 1)));
        setAttribute.call(this, name, value);
    };
    HTMLImageElement.prototype.decode = () => Promise.reject(new Error("not drawn"));
    (async () => {
        // A click that follows another one too closely does not count.
        await new Promise((then) => setTimeout(then, 400));
        for (const said of all) {
            for (const [selector, text] of said) {
                const places = root.querySelectorAll(selector);
                if (!places.length) throw new Error(`no ${selector}`);
                for (const place of places) place.textContent = text;
            }
            const before = pictures.length;
            root.querySelector("[part=save]").click();
            while (pictures.length === before) await new Promise((then) => setTimeout(then, 20));
            await new Promise((then) => setTimeout(then, 300));
        }
        done(pictures);
    })().catch((error) => done(String(error)));
"#;

/// What is wrong with each picture, as the browser draws it.
const WRONG: &str = r#"
    const wrong = [];
    for (const [what, markup, sentences] of arguments[0]) {
        const read = new DOMParser().parseFromString(markup, "image/svg+xml");
        const svg = document.importNode(read.documentElement, true);
        document.body.replaceChildren(svg);
        const say = (text) => wrong.push([text, what]);
        if (svg.localName !== "svg") {
            say("is no SVG");
            continue;
        }
        const texts = [...svg.querySelectorAll("text")].filter(({ textContent }) => textContent).map((text) => {
            // Not its box: a slant may reach a little over the margin.
            const width = text.getComputedTextLength();
            const [x, y, size] = ["x", "y", "font-size"].map((name) => Number(text.getAttribute(name)));
            const isTurned = svg.getAttribute("direction") === "rtl";
            const before = { start: isTurned ? 1 : 0, middle: 0.5, end: isTurned ? 0 : 1 }[text.getAttribute("text-anchor")];
            const left = x - before * width;
            return { says: text.textContent, left, right: left + width, top: y - 0.72 * size, bottom: y + 0.22 * size, y };
        });
        if (texts.length < 15) say(`has ${texts.length} texts`);
        // The rules.
        const rules = [118, 1318];
        for (const { says, left, right, top, bottom } of texts) {
            if (left < 99 || right > 1101) say(`'${says}' goes from ${Math.round(left)} to ${Math.round(right)}`);
            if (top < 0 || bottom > 1500) say(`'${says}' is cut: it goes down to ${Math.round(bottom)}`);
            for (const rule of rules) if (top < rule && bottom > rule) say(`'${says}' is on the rule at ${rule}`);
        }
        texts.forEach((one, index) => {
            for (const other of texts.slice(index + 1)) {
                const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
                const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
                if (across > 0 && down > 0) say(`'${one.says}' is on '${other.says}'`);
            }
        });
        // Under the lines and over the lower rule, the sentences are there, each as a whole.
        const under = texts.filter(({ y }) => y > 1040 && y < 1318).map(({ says }) => says).join(" ");
        for (const sentence of sentences) if (!under.replaceAll(/\s+/g, ' ').includes(sentence)) say(`'${sentence}' is not over the rule: ${under}`);
    }
    document.body.replaceChildren();
    return wrong;
"#;

/// Looks at the picture with each of some texts on the plate, in each language.
fn each(context: &Context, link: &str, said: &dyn Fn(&Content<String>) -> Vec<Said>) -> Result<(), Failed> {
    context.browse(Device::default(), |page| async move {
        // Each mistake once, with one picture that has it.
        let mut wrong = BTreeMap::new();
        for lang in languages() {
            let texts = texts(&lang);
            let sheets = named(&texts, Form::Full);
            let has_touch =
                |given: &&Sheet| QuizResult::of(Form::Full, &sheet(given)).headline.is_some_and(|name| name.touch.is_some());
            let given = sheets.iter().find(has_touch).expect("six have a touch").clone();
            let home = if lang == "en" { String::new() } else { format!("{lang}/") };
            page.go(&format!("{}{home}", page.site)).await;
            page.store_run(&given, true).await;
            page.go(&format!("{}plain.html", page.hosts)).await;
            page.go(&format!("{}{home}{link}", page.site)).await;
            page.until("the quiz is there", || async {
                page.run("return ['ready', 'running', 'done'].includes(document.querySelector('exhale-quiz')?.state)").await
                    == json!(true)
            })
            .await;
            page.press(if link.is_empty() { &texts.first.see_again } else { &texts.shared.beside }).await;
            page.until("there is a plate to save", || async {
                page.ask("return !!quiz.shadowRoot.querySelector('[part=save]')").await == json!(true)
            })
            .await;
            let said = said(&texts);
            let markup = page.client.execute_async(SAVE, vec![json!(said)]).await.expect("the pictures are saved");
            let markup: Vec<String> = serde_json::from_value(markup.clone()).unwrap_or_else(|_| panic!("{markup}"));
            let pictures: Vec<Picture> = said
                .iter()
                .zip(markup)
                .map(|(said, markup)| {
                    let sentences = said.iter().filter(|(place, _)| matches!(*place, ".strength p + p" | ".ask .say"));
                    (said[0].1.clone(), markup, sentences.map(|(_, text)| text.clone()).collect())
                })
                .collect();
            assert_eq!(pictures.len(), said.len());
            page.go(&format!("{}plain.html", page.hosts)).await;
            wrong.extend(looked_at(&page, &pictures).await.into_iter().map(|(wrong, what)| (format!("{lang}: {wrong}"), what)));
        }
        let all: Vec<String> = wrong.iter().map(|(wrong, what)| format!("{wrong} ({what})")).collect();
        assert!(wrong.is_empty(), "{} mistakes:\n{}", wrong.len(), all.join("\n"));
    })
}

async fn looked_at(page: &Page, pictures: &[Picture]) -> Vec<(String, String)> {
    let wrong = page.client.execute(WRONG, vec![json!(pictures)]).await.expect("the pictures can be drawn");
    serde_json::from_value(wrong).expect("sentences")
}

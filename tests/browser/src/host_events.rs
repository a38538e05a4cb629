//! Events, properties and methods for the host page, on our own page.

use libtest_mimic::Failed;
use serde_json::{Value, json};

use crate::{
    Context, Test,
    accessibility::screens::{REASONS, tick},
    page::{Given, Page, TEXTS, sheet},
};
use exhale_quiz::{Form, QuizResult, json};

pub const TESTS: &[Test] = &[
    ("the page is told where the taker is, and the result as score prints it", result),
    ("the page is told of the sketch, of a kept run, and of a new beginning", sketch_and_beginning),
    ("equal answers give the page no link", without_a_link),
    ("the page may share a link itself", shared_by_the_page),
    ("links lead where the page says, under the name it says, or are not offered", attributes_of_links),
    ("name, headings, introduction and language follow the attributes, also later", attributes_of_the_screen),
    ("a wrong value counts as the first, and is named once", wrong_values),
    ("start, reset, focus and ready do what they say", methods),
    ("a quiz that is ready is drawn, also where Yew is still at another one", drawn),
];

const GIVEN: [Option<u8>; 30] = {
    let mut given = [Some(2); 30];
    let mut index = 0;
    while index < 30 {
        given[index] = Some((index * 7 % 5) as u8 + 1);
        index += 1;
    }
    given
};

const LISTEN: &str = "
    window.heard = [];
    for (const kind of ['ready', 'start', 'progress', 'complete', 'share', 'reset', 'error'])
        document.addEventListener(`exhale-${kind}`, (event) => heard.push([kind, event.detail]));
";

/// Takes all events heard so far.
async fn heard(page: &Page) -> Vec<Value> {
    page.run("return heard.splice(0)").await.as_array().cloned().expect("a list")
}

/// The event detail of a result, from the library.
fn told(form: Form, given: &Given) -> Value {
    let QuizResult { scores, headline, .. } = QuizResult::of(form, &sheet(given));
    let (profile, touch) = (headline.map(|headline| headline.profile), headline.and_then(|headline| headline.touch));
    serde_json::from_str(&json::summary(&scores, profile, touch)).expect("the summary is JSON")
}

fn without_link(event: &Value) -> Value {
    let mut detail = event[1].clone();
    detail.as_object_mut().expect("a detail").remove("shareUrl").expect("a shareUrl, or null");
    detail
}

async fn element(page: &Page, member: &str) -> Value {
    page.run(&format!("return document.querySelector('exhale-quiz').{member}")).await
}

fn result(context: &Context) -> Result<(), Failed> {
    context.visit(|page| async move {
        page.run(LISTEN).await;
        assert_eq!(element(&page, "state").await, "ready");
        page.answer(1, &GIVEN[..10]).await;
        page.heading(&TEXTS.pause.title).await;
        let mut expected = vec![json!(["start", null])];
        expected.extend((2..=10).map(|index| json!(["progress", { "index": index, "total": 10 }])));
        assert_eq!(heard(&page).await, expected);
        assert_eq!(element(&page, "matches(':state(running)')").await, true);
        page.press(&TEXTS.pause.go_on).await;
        page.answer(11, &GIVEN[10..]).await;
        page.on_result().await;
        let events = heard(&page).await;
        let steps: Vec<Value> = (11..=30).map(|index| json!(["progress", { "index": index, "total": 30 }])).collect();
        assert_eq!(events[..20], steps);
        assert_eq!((events.len(), &events[20][0]), (21, &json!("complete")));
        assert_eq!(without_link(&events[20]), told(Form::Full, &GIVEN));
        assert!(!events[20].to_string().contains("answers"), "never an answer");
        page.ask("for (const fold of quiz.shadowRoot.querySelectorAll('details')) fold.open ||= !!fold.querySelector('.share')")
            .await;
        let drawn = "return quiz.shadowRoot.querySelector('[part=share-link]').value";
        let plain = page.ask(drawn).await;
        tick(&page, REASONS).await;
        page.until("the link changes", || async { page.ask(drawn).await != plain }).await;
        tick(&page, REASONS).await;
        page.until("it is as before", || async { page.ask(drawn).await == plain }).await;
        assert_eq!(heard(&page).await, Vec::<Value>::new(), "what is drawn anew is not told anew");

        let field =
            page.run("return document.querySelector('exhale-quiz').shadowRoot.querySelector('[part=share-link]').value").await;
        assert_eq!(events[20][1]["shareUrl"], field, "the link is the one on the screen");
        assert_eq!(element(&page, "getShareUrl()").await, field);
        assert_eq!(element(&page, "result").await, events[20][1]);
        assert_eq!(element(&page, "state").await, "done");
        assert_eq!(element(&page, "matches(':state(done)')").await, true);
    })
}

fn sketch_and_beginning(context: &Context) -> Result<(), Failed> {
    context.visit(|page| async move {
        page.run(LISTEN).await;
        page.answer(1, &GIVEN[..10]).await;
        page.heading(&TEXTS.pause.title).await;
        heard(&page).await;
        page.press(&TEXTS.pause.sketch).await;
        page.heading(&TEXTS.sketch.title).await;
        let events = heard(&page).await;
        assert_eq!(events.len(), 1);
        assert_eq!(without_link(&events[0]), told(Form::Quick, &GIVEN));
        page.open_result(&GIVEN).await;
        page.run(LISTEN).await;
        page.run("document.querySelector('exhale-quiz').reset()").await;
        page.at(1).await;
        assert_eq!(heard(&page).await, [json!(["reset", null])]);
        assert_eq!((element(&page, "result").await, element(&page, "state").await), (Value::Null, json!("ready")));
        page.press(&TEXTS.first.see_again).await;
        page.on_result().await;
        let events = heard(&page).await;
        assert_eq!(events.iter().map(|event| &event[0]).collect::<Vec<_>>(), ["start", "complete"]);
        assert_eq!(without_link(&events[1]), told(Form::Full, &GIVEN));
    })
}

fn without_a_link(context: &Context) -> Result<(), Failed> {
    context.visit(|page| async move {
        page.open_result(&[Some(3); 30]).await;
        assert_eq!(element(&page, "result.shareUrl").await, Value::Null);
        assert_eq!(element(&page, "result.scales.trust.shown").await, 50);
    })
}

fn shared_by_the_page(context: &Context) -> Result<(), Failed> {
    context.visit(|page| async move {
        page.open_result(&GIVEN).await;
        page.run(LISTEN).await;
        page.run("document.addEventListener('exhale-share', (event) => event.preventDefault(), { once: true })").await;
        // Where ideas wait, sharing waits behind a fold.
        page.ask("for (const fold of quiz.shadowRoot.querySelectorAll('details')) fold.open ||= !!fold.querySelector('.share')")
            .await;
        page.press(&TEXTS.share.copy).await;
        let link = element(&page, "result.shareUrl").await;
        page.until("the page is told", || async { page.run("return heard.length").await == 1 }).await;
        assert_eq!(heard(&page).await, [json!(["share", { "method": "copy", "url": link }])]);
        assert!(!page.see().await.text.contains(&TEXTS.keep.copied), "the page does it");
        tokio::time::sleep(std::time::Duration::from_millis(300)).await;
        page.press(&TEXTS.share.copy).await;
        page.until("the quiz copies it", || async {
            let text = page.see().await.text;
            text.contains(&TEXTS.keep.copied) || text.contains(&TEXTS.share.selected)
        })
        .await;
    })
}

fn attributes_of_links(context: &Context) -> Result<(), Failed> {
    context.visit(|page| async move {
        page.open_result(&GIVEN).await;
        let link = element(&page, "result.shareUrl").await;
        let payload = link.as_str().and_then(|link| link.split_once("#exhale=")).expect("a link").1.to_owned();
        let value = "return document.querySelector('exhale-quiz').shadowRoot.querySelector('[part=share-link]')?.value ?? null";
        let cases = [
            ("quiz.hashKey = 'couple'", json!(format!("{}#couple={payload}", page.site))),
            (
                "quiz.resultBase = 'https://results.example/r'",
                json!(format!("https://results.example/r/en/picture/#couple={payload}")),
            ),
            ("quiz.share = 'page'", json!(format!("{}#couple={payload}", page.site))),
            ("quiz.share = 'none'", Value::Null),
            ("quiz.share = 'hosted'; quiz.resultBase = ''; quiz.hashKey = ''", json!(format!("{}#exhale={payload}", page.site))),
        ];
        for (change, expected) in cases {
            page.run(&format!("const quiz = document.querySelector('exhale-quiz'); {change}")).await;
            page.until(change, || async { page.run(value).await == expected }).await;
        }
    })
}

fn attributes_of_the_screen(context: &Context) -> Result<(), Failed> {
    context.visit(|page| async move {
        let levels = "return [...document.querySelector('exhale-quiz').shadowRoot.querySelectorAll('h2, h3')]
            .map((heading) => Number(heading.ariaLevel ?? heading.localName[1]))";
        page.open_result(&GIVEN).await;
        let before: Vec<u64> = serde_json::from_value(page.run(levels).await).expect("levels");
        assert!(before.contains(&2) && before.contains(&3));
        page.run("document.querySelector('exhale-quiz').headingLevel = 4").await;
        let deeper: Vec<u64> = before.iter().map(|level| level + 2).collect();
        page.until("headings are two deeper", || async { page.run(levels).await == json!(deeper) }).await;
        page.run("document.querySelector('exhale-quiz').setAttribute('label', 'Our quiz')").await;
        let label = "return document.querySelector('exhale-quiz').shadowRoot.querySelector('[role=region]').ariaLabel";
        page.until("the name changes", || async { page.run(label).await == "Our quiz" }).await;
        assert_eq!(page.see().await.folio, TEXTS.result.folio, "nothing else has moved");

        page.run("localStorage.clear()").await;
        page.reload().await;
        assert!(page.see().await.text.contains(&TEXTS.first.lead));
        page.run("document.querySelector('exhale-quiz').setAttribute('start', 'first')").await;
        page.until("the introduction goes", || async { !page.see().await.text.contains(&TEXTS.first.lead) }).await;
    })
}

fn wrong_values(context: &Context) -> Result<(), Failed> {
    context.visit_host_page(|page| async move {
        let warnings = page
            .run(
                "return (async () => { const said = [];
                const warn = console.warn;
                console.warn = (...words) => said.push(words.join(' '));
                for (let again = 0; again < 2; again++) {
                    const quiz = document.createElement('exhale-quiz');
                    quiz.loading = 'soon';
                    quiz.theme = 'pink';
                    quiz.lang = 'xx';
                    quiz.setAttribute('heading-level', '9');
                    quiz.setAttribute('hash-key', 'a b');
                    quiz.setAttribute('result-base', 'javascript:alert(1)');
                    document.body.append(quiz);
                    await quiz.start();
                    said.push([quiz.loading, quiz.theme, quiz.headingLevel].join());
                    quiz.remove();
                }
                console.warn = warn;
                return said; })()",
            )
            .await;
        let said: Vec<String> = serde_json::from_value(warnings).expect("sentences");
        let (values, warnings): (Vec<_>, Vec<_>) = said.iter().partition(|line| !line.starts_with("exhale-quiz: "));
        assert_eq!(values, ["lazy,auto,2"; 2]);
        for expected in [
            "loading=\"soon\" is not one of lazy, eager, click",
            "theme=\"pink\" is not one of auto, light, dark, inherit",
            &*format!("lang=\"xx\" is not one of {}", exhale_test_support::languages::languages().join(", ")),
            "heading-level=\"9\" is not one of 2, 3, 4, 5, 6",
            "hash-key=\"a b\" is not made of letters, digits, _ and -",
            "result-base=\"javascript:alert(1)\" is not an http address",
        ] {
            assert_eq!(warnings.iter().filter(|warning| warning.ends_with(expected)).count(), 1, "{expected}: {said:?}");
        }
        assert_eq!(warnings.len(), 6, "{said:?}");
    })
}

fn methods(context: &Context) -> Result<(), Failed> {
    context.visit_host_page(|page| async move {
        let seen = page
            .run(
                "return (async () => { const old = document.querySelector('exhale-quiz');
                const quiz = document.createElement('exhale-quiz');
                quiz.loading = 'click';
                old.replaceWith(quiz);
                const before = quiz.state;
                const first = quiz.ready;
                await quiz.start();
                await first;
                const title = quiz.shadowRoot.querySelector('[tabindex]')?.localName;
                const focused = quiz.shadowRoot.activeElement?.localName ?? `not ${title}; the page has focus: ${document.hasFocus()}`;
                quiz.remove();
                await 0;
                const removed = [quiz.state, quiz.ready !== first];
                quiz.loading = 'eager';
                document.body.append(quiz);
                await quiz.ready;
                return [before, focused, document.activeElement === document.body, ...removed, quiz.state]; })()",
            )
            .await;
        assert_eq!(seen, json!(["idle", "legend", true, "idle", true, "ready"]));
        page.run("document.querySelector('exhale-quiz').focus()").await;
        assert_eq!(page.see().await.focused.as_deref(), Some(crate::page::statement(1)));
    })
}

fn drawn(context: &Context) -> Result<(), Failed> {
    context.visit_host_page(|page| async move {
        let seen = page
            .run(
                "return (async () => {
                // Time flies, so that Yew yields to the page after each step.
                const { now } = Date;
                let later = 0;
                Date.now = () => now() + (later += 20);
                const seen = [];
                addEventListener('exhale-ready', ({ target }) => seen.push(!!target.shadowRoot.querySelector('legend')));
                for (let more = 0; more < 4; more++) {
                    document.querySelector('exhale-quiz').reset();
                    const quiz = document.createElement('exhale-quiz');
                    quiz.loading = 'eager';
                    document.body.prepend(quiz);
                    await quiz.ready;
                }
                return seen; })()",
            )
            .await;
        assert_eq!(seen, json!([true, true, true, true]));
    })
}

//! Several quizzes on a page, and quizzes that are inserted, moved and removed.

use exhale_quiz::{Form, INSTRUMENT, Scores, link::Shared};
use libtest_mimic::Failed;
use serde_json::{Value, json};

use super::{SHEET, answer_three, heard, modules, noted, on, requests, until_state};
use crate::{
    Context, Test,
    page::{Page, TEXTS, option, sheet, statement},
};

pub const TESTS: &[Test] = &[
    ("two on a page go their own ways", two),
    ("a link to a picture opens in the first one only", link_in_the_first),
    ("ten on a page fetch everything once", ten),
    ("the script can be there twice, and from two addresses", twice),
    ("an element that is moved keeps its place in the quiz", moved),
    ("an element that is removed is freed, and put back it offers what is kept", removed),
    ("an element that is removed before it has loaded makes no noise", removed_early),
    ("on a site that swaps its pages the quiz comes and goes", router),
    ("two hundred mounts and removals leave almost nothing", leaves_nothing),
];

fn two(context: &Context) -> Result<(), Failed> {
    on(context, "two", |page| async move {
        answer_three(&page).await;
        let second = page.of("#second");
        second.ask("quiz.scrollIntoView()").await;
        second.ready().await;
        let seen = second.see().await;
        assert_eq!((seen.statement.as_deref(), seen.chosen), (Some(statement(1)), None));
        second.answer(1, &[Some(5)]).await;
        second.at(2).await;
        page.at(4).await;
        page.press(&TEXTS.statement.back).await;
        page.at(3).await;
        assert_eq!(page.see().await.chosen.as_deref(), Some(option(SHEET[2])), "the first still has its own answers");
        second.at(2).await;
        assert_eq!((heard(&page, "start").await.len(), heard(&second, "start").await.len()), (1, 1));
        assert_eq!(heard(&second, "progress").await.len(), 1);
        let fetched = "return performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('.wasm')).length";
        assert_eq!(page.run(fetched).await, json!(1));
    })
}

fn link_in_the_first(context: &Context) -> Result<(), Failed> {
    on(context, "two", |page| async move {
        let scores = Scores::of(&INSTRUMENT, Form::Full, &sheet(&SHEET.map(Some)));
        let payload = Shared::of(&scores, false).expect("a score").to_string();
        page.client.goto("about:blank").await.expect("an empty page");
        page.go(&format!("{}hosts/two.html#exhale={payload}", page.hosts)).await;
        page.until("the quiz is there", || async { page.ask("return quiz?.state").await == "ready" }).await;
        page.heading(&TEXTS.shared.title).await;
        let second = page.of("#second");
        second.ask("quiz.scrollIntoView()").await;
        second.ready().await;
        second.at(1).await;
        page.press(&TEXTS.shared.take).await;
        page.at(1).await;
        assert_eq!(page.run("return location.href").await, json!(format!("{}hosts/two.html", page.hosts)));
    })
}

fn ten(context: &Context) -> Result<(), Failed> {
    on(context, "ten", |page| async move {
        for n in 1..=10 {
            page.of(&format!("#quiz-{n}")).ready().await;
        }
        for n in [1, 10] {
            answer_three(&page.of(&format!("#quiz-{n}"))).await;
        }
        page.of("#quiz-5").at(1).await;
        let mut fetched = requests(&page, "ten");
        fetched.sort_unstable();
        let all = fetched.len();
        fetched.dedup();
        assert_eq!(fetched.len(), all, "nothing is fetched twice: {fetched:?}");
        assert_eq!(modules(&page, "ten"), 1, "{fetched:?}");
        assert_eq!(all, 7, "three scripts, glue, module, style sheet and content: {fetched:?}");
    })
}

fn twice(context: &Context) -> Result<(), Failed> {
    on(context, "twice", |page| async move {
        answer_three(&page).await;
        let second = page.of("#second");
        second.ask("quiz.scrollIntoView()").await;
        answer_three(&second).await;
        // WebKit lists one that is in the page twice as two.
        let loaded = "
            const names = performance.getEntriesByType('resource').map(({ name }) => name);
            return new Set(names.filter((name) => /(embed|quiz)\\.js$/.test(name))).size";
        page.until("all scripts have been loaded", || async { page.run(loaded).await == json!(4) }).await;
        assert_eq!(noted(&page, "errors").await, json!([]));
        assert_eq!(modules(&page, "twice") + modules(&page, "thrice"), 1);
    })
}

/// Remembers the content of the element, to see whether it is replaced.
const MARK: &str = "window.inside = quiz.shadowRoot.querySelector('.exhale')";
const IS_MARKED: &str = "return !!inside && inside === quiz.shadowRoot.querySelector('.exhale')";

fn moved(context: &Context) -> Result<(), Failed> {
    on(context, "moved", |page| async move {
        answer_three(&page).await;
        page.ask(MARK).await;
        page.ask("document.getElementById('there').append(quiz)").await;
        assert_eq!(page.ask("return quiz.parentElement.id").await, json!("there"));
        assert_eq!(page.ask(IS_MARKED).await, json!(true));
        page.at(4).await;
        page.tap(1).await;
        page.at(5).await;
        // Removed and inserted in one task, as when a list is sorted.
        page.ask(
            "return new Promise((then) => setTimeout(() => {
                const place = document.getElementById('here');
                quiz.remove();
                place.append(quiz);
                place.prepend(quiz);
                then();
            }))",
        )
        .await;
        assert_eq!(page.ask(IS_MARKED).await, json!(true));
        page.at(5).await;
        page.ask("const place = document.getElementById('there'); place.moveBefore?.(quiz, null)").await;
        assert_eq!(page.ask(IS_MARKED).await, json!(true));
        page.tap(2).await;
        page.at(6).await;
        assert_eq!(heard(&page, "ready").await.len(), 1);
        assert_eq!(noted(&page, "errors").await, json!([]));
    })
}

fn removed(context: &Context) -> Result<(), Failed> {
    on(context, "moved", |page| async move {
        answer_three(&page).await;
        page.ask(MARK).await;
        page.ask("window.away = quiz; quiz.remove()").await;
        assert_eq!(
            page.run("return [away.state, away.result, !!away.shadowRoot.querySelector('.exhale'), inside.isConnected]").await,
            json!(["idle", null, false, false])
        );
        // It ignores a link that is opened meanwhile.
        page.run("location.hash = 'exhale=hello'").await;
        page.run("history.replaceState(null, '', location.pathname); document.getElementById('here').append(away)").await;
        page.ready().await;
        assert_eq!(page.ask(IS_MARKED).await, json!(false), "it is a new quiz");
        page.at(1).await;
        assert_eq!(page.see().await.chosen, None);
        page.press(&TEXTS.first.go_on_from.replace("{n}", "4")).await;
        page.at(4).await;
        page.tap(1).await;
        page.at(5).await;
        assert_eq!(heard(&page, "ready").await.len(), 2);
        assert_eq!(noted(&page, "errors").await, json!([]));
    })
}

fn removed_early(context: &Context) -> Result<(), Failed> {
    on(context, "moved", |page| async move {
        page.ready().await;
        let script = r#"
            for (let n = 0; n < 5; n++) {
                const quiz = document.createElement("exhale-quiz");
                quiz.id = "brief";
                quiz.loading = "eager";
                document.body.append(quiz);
                quiz.remove();
                document.body.append(quiz);
                queueMicrotask(() => quiz.remove());
                (window.gone ??= []).push(quiz);
            }
        "#;
        page.run(script).await;
        page.until("all are idle again", || async {
            page.run("return gone.every(({ state }) => state === 'idle')").await == json!(true)
        })
        .await;
        // A later element works.
        page.run("const last = document.createElement('exhale-quiz'); last.id = 'last'; document.body.prepend(last)").await;
        answer_three(&page.of("#last")).await;
        let brief = page.of("#brief");
        assert_eq!((heard(&brief, "ready").await.len(), heard(&brief, "error").await.len()), (0, 0));
        assert_eq!(noted(&page, "errors").await, json!([]));
    })
}

fn router(context: &Context) -> Result<(), Failed> {
    on(context, "router", |page| async move {
        let follow = |name: &'static str| format!("document.querySelector('nav a[href=\"?{name}\"]').click()");
        page.run(&follow("post")).await;
        answer_three(&page).await;
        page.run(&follow("home")).await;
        page.until("the quiz is gone", || async { page.ask("return quiz").await == Value::Null }).await;
        page.client.back().await.expect("the router goes back");
        page.ready().await;
        page.press(&TEXTS.first.go_on_from.replace("{n}", "4")).await;
        page.at(4).await;
        // The post is left again before anything loads.
        page.run(&format!("{0}; {1}; {0}; {1}", follow("home"), follow("post"))).await;
        page.ready().await;
        assert_eq!(page.run("return history.state").await, json!({ "page": "?post" }), "the router's own state is untouched");
        assert_eq!(noted(&page, "errors").await, json!([]));
        assert_eq!(heard(&page, "error").await, Vec::<Value>::new());
    })
}

fn leaves_nothing(context: &Context) -> Result<(), Failed> {
    on(context, "moved", |page| async move {
        page.ready().await;
        mount_and_remove(&page, 10).await;
        let before = count(&page).await;
        for _ in 0..4 {
            mount_and_remove(&page, 50).await;
        }
        let after = count(&page).await;
        let more = |what: &str| after[what].as_i64().expect("a count") - before[what].as_i64().expect("a count");
        // Yew leaks its listeners, and the element they are on.
        assert!(more("nodes") <= 250, "{before} became {after}");
        assert!(more("jsEventListeners") <= 200 * 8, "{before} became {after}");
        assert_eq!(more("documents"), 0, "{before} became {after}");
        assert_eq!(noted(&page, "errors").await, json!([]));
        until_state(&page, "ready").await;
    })
}

async fn mount_and_remove(page: &Page, times: u32) {
    let script = r#"
        window.rounds = 0;
        (async () => {
            for (let n = 0; n < TIMES; n++) {
                const quiz = document.createElement("exhale-quiz");
                quiz.loading = "eager";
                document.body.append(quiz);
                await quiz.ready;
                quiz.remove();
                await new Promise((resolve) => setTimeout(resolve));
                window.rounds++;
            }
        })();
    "#;
    page.run(&script.replace("TIMES", &times.to_string())).await;
    page.until("all have been there", || async { page.run("return rounds").await == json!(times) }).await;
}

/// Live nodes, listeners and documents, as Chromium counts them.
async fn count(page: &Page) -> Value {
    // Pending animation frame callbacks keep their objects alive.
    page.run("return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))").await;
    page.devtools("HeapProfiler.collectGarbage", &json!({})).await;
    page.devtools("Memory.getDOMCounters", &json!({})).await
}

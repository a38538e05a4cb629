//! Fifty elements on a page, and a session of ten thousand actions.

use std::time::Duration;

use libtest_mimic::Failed;
use serde_json::{Value, json};

use crate::{
    Context, Test,
    engine::Look,
    page::{Page, WORDS},
};

pub const TESTS: &[Test] = &[
    ("fifty elements on a page: all are there, each on its own, and everything is fetched once", fifty),
    ("ten thousand actions: the module's memory stays as it is", ten_thousand),
];

/// Opens somebody's page that keeps an eye on the memory of the module, with this markup.
async fn watched(page: &Page, markup: &str) {
    page.client.goto(&format!("{}plain.html", page.hosts)).await.expect("the host's page opens");
    let script = r#"
        const [markup, site] = arguments;
        for (const name of ["instantiate", "instantiateStreaming"]) {
            const real = WebAssembly[name];
            WebAssembly[name] = async (...given) => {
                const made = await real.apply(WebAssembly, given);
                window.memory = (made.instance ?? made).exports.memory;
                return made;
            };
        }
        document.body.innerHTML = markup;
        document.head.append(Object.assign(document.createElement("script"), { type: "module", src: `${site}v1/embed.js` }));
    "#;
    page.client.execute(script, vec![json!(markup), json!(page.site)]).await.expect("the quiz is put there");
}

fn fifty(context: &Context) -> Result<(), Failed> {
    context.browse(Look::default(), |page| async move {
        let markup: String = (0..50)
            .map(|number| format!("<exhale-quiz id=\"quiz{number}\" loading=\"eager\" persist=\"off\"></exhale-quiz>"))
            .collect();
        watched(&page, &markup).await;
        let ready = "return [...document.querySelectorAll('exhale-quiz')].filter(({ state }) => state === 'ready').length";
        page.until("all are there", || async { page.run(ready).await == json!(50) }).await;
        let fetched = "return performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('.wasm')).length";
        assert_eq!(page.run(fetched).await, json!(1));
        for number in [0, 24, 49] {
            let quiz = page.of(&format!("#quiz{number}"));
            quiz.ask("quiz.scrollIntoView()").await;
            quiz.ready().await;
            quiz.answer(1, &[Some(2), Some(4)]).await;
            quiz.at(3).await;
        }
        let running =
            "return [...document.querySelectorAll('exhale-quiz')].flatMap(({ state }, at) => (state === 'running' ? [at] : []))";
        assert_eq!(page.run(running).await, json!([0, 24, 49]));
    })
}

/// Answers and goes back, so many times, as fast as the page draws. Every event is said to be a second after the last.
const ACTIONS: &str = r#"
    const [count, back] = arguments;
    const root = document.querySelector("exhale-quiz").shadowRoot;
    window.clock ??= 0;
    Object.defineProperty(Event.prototype, "timeStamp", { get: () => (window.clock += 500), configurable: true });
    const said = () => root.querySelector("legend").textContent;
    return (async () => {
        let done = 0;
        for (; done < count; done++) {
            const before = said();
            if (done % 2) [...root.querySelectorAll("button")].find((button) => button.textContent === back).click();
            else root.querySelectorAll("input")[done % 5].click();
            for (let turn = 0; said() === before && turn < 200; turn++) await new Promise((then) => setTimeout(then));
            if (said() === before) break;
        }
        return [done, memory.buffer.byteLength];
    })();
"#;

fn ten_thousand(context: &Context) -> Result<(), Failed> {
    context.browse(Look::default(), |page| async move {
        watched(&page, "<exhale-quiz></exhale-quiz>").await;
        page.ready().await;
        page.client.update_timeouts(crate::engine::patient(Duration::from_mins(2))).await.expect("the driver waits");
        let act = async |count: u32| -> Value {
            page.client.execute(ACTIONS, vec![json!(count), json!(WORDS.statement.back)]).await.expect("it is done")
        };
        let warm = act(1000).await;
        assert_eq!(warm[0], json!(1000));
        let all = act(9000).await;
        assert_eq!(all[0], json!(9000));
        assert_eq!(warm[1], all[1], "bytes of the module's memory, after a thousand and after ten thousand");
    })
}

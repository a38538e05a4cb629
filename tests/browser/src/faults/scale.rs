//! Fifty elements on a page, and a session of ten thousand actions.

use std::{env, time::Duration};

use libtest_mimic::Failed;
use serde_json::{Value, json};

use crate::{
    Context, Test,
    engine::{Device, Engine},
    page::{Page, TEXTS},
};

pub const TESTS: &[Test] = &[
    ("fifty elements on a page: all are there, each on its own, and everything is fetched once", fifty),
    ("ten thousand actions, outside Chromium and in make test two thousand: the module's memory stays as it is", ten_thousand),
];

/// A script of the page itself, because Firefox isolates the scripts of a driver. It exposes the memory of the module, and `act`
/// alternates between an answer and Back `count` times, as fast as the page renders. Events get timestamps half a second apart, so
/// that none counts as a double tap.
const OF_THE_PAGE: &str = r#"
    for (const name of ["instantiate", "instantiateStreaming"]) {
        const real = WebAssembly[name];
        WebAssembly[name] = async (...given) => {
            const made = await real.apply(WebAssembly, given);
            // Its export name is minified.
            const { exports } = made.instance ?? made;
            window.memory = Object.values(exports).find((one) => one instanceof WebAssembly.Memory);
            return made;
        };
    }
    window.act = async (count, back) => {
        const root = document.querySelector("exhale-quiz").shadowRoot;
        window.clock ??= 0;
        Object.defineProperty(Event.prototype, "timeStamp", { get: () => (window.clock += 500), configurable: true });
        const said = () => root.querySelector("legend").textContent;
        let done = 0;
        for (; done < count; done++) {
            const before = said();
            if (done % 2) [...root.querySelectorAll("button")].find((button) => button.textContent === back).click();
            else root.querySelectorAll("input")[done % 5].click();
            // A message is dispatched sooner than a timer.
            for (let turn = 0; said() === before && turn < 1000; turn++) {
                await new Promise((then) => {
                    const { port1, port2 } = new MessageChannel();
                    port1.onmessage = () => then(port1.close());
                    port2.postMessage(0);
                });
            }
            if (said() === before) break;
        }
        return [done, memory.buffer.byteLength];
    };
"#;

/// Opens a host page with that script and this markup.
async fn watched(page: &Page, markup: &str) {
    page.go(&format!("{}plain.html", page.hosts)).await;
    let script = r#"
        const [own, markup, site] = arguments;
        document.head.append(Object.assign(document.createElement("script"), { textContent: own }));
        document.body.innerHTML = markup;
        document.head.append(Object.assign(document.createElement("script"), { src: `${site}v1/quiz.js` }));
    "#;
    page.client.execute(script, vec![json!(OF_THE_PAGE), json!(markup), json!(page.site)]).await.expect("the quiz is inserted");
}

fn fifty(context: &Context) -> Result<(), Failed> {
    context.browse(Device::default(), |page| async move {
        let one = |number: u8| format!("<exhale-quiz id=\"quiz{number}\" loading=\"eager\" persist=\"off\"></exhale-quiz>");
        let markup = (0..50).map(one).collect::<Vec<_>>().concat();
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

fn ten_thousand(context: &Context) -> Result<(), Failed> {
    context.browse(Device::default(), |page| async move {
        watched(&page, "<exhale-quiz></exhale-quiz>").await;
        page.ready().await;
        page.client.update_timeouts(crate::engine::timeouts(Duration::from_mins(2))).await.expect("the driver waits");
        let act = async |count: u32| -> Value {
            page.client
                .execute("return window.act(...arguments)", vec![json!(count), json!(TEXTS.statement.back)])
                .await
                .expect("it is done")
        };
        // The module is the same in the other engines, so they run fewer; `make engines` runs them all.
        let all = page.engine == Engine::Chromium && env::var_os("EXHALE_SMOKE").is_none();
        let (few, times) = if all { (1000, 10) } else { (500, 4) };
        let warm = act(few).await;
        assert_eq!(warm[0], json!(few));
        let mut all = warm.clone();
        for _ in 1..times {
            all = act(few).await;
            assert_eq!(all[0], json!(few));
        }
        assert_eq!(warm[1], all[1], "bytes of the module's memory, at first and in the end");
    })
}

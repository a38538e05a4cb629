//! If the host page, our server or the browser refuses something, the visitor gets the quiz, the frame, or a working link.

use libtest_mimic::Failed;
use serde_json::{Value, json};

use super::{SHEET, answer_three, assert_link, enter_fallback, hear, heard, leave, modules, noted, on, requests, until_state};
use crate::{
    Context, Test,
    accessibility::screens::{REASONS, tick},
    page::{Page, TEXTS},
    results::assert_shows,
};

pub const TESTS: &[Test] = &[
    ("a policy without WebAssembly: the frame, and the module is never fetched for the page", frame_for_policy),
    ("a policy without WebAssembly and without frames: the link, and an error that says why", link_for_policy),
    ("a policy without WebAssembly, and no frame wanted: the link at once", inline_for_policy),
    ("the policy that the manual asks for: the whole quiz, and the policy refuses nothing", policy_of_the_manual),
    ("a policy that forgot connect-src: the frame, or the link where no frame is wanted", no_connection),
    ("a policy with 'unsafe-eval': the quiz", lax_policy),
    ("the strictest policy, with trusted types and no type: the whole quiz, and the policy refuses nothing", strictest),
    ("an isolated page: the quiz", isolated),
    ("the module's type is wrong: the quiz", wrong_type),
    ("nothing comes with CORS: the link", no_cors),
    ("the module comes without CORS: the frame, or the link where no frame is wanted", no_cors_for_the_module),
    ("the module is gone: the link, and an error that says so", gone),
    ("the style sheet is not the one that was built: the quiz is not shown", altered),
    ("the script beside the module is not the one that was built: it is not run", altered_glue),
    ("the module never comes: the link meanwhile, and no noise when the reader leaves", stalled),
    ("a trap in the module: a sentence in each quiz, and nothing that was answered is lost", trap),
];

async fn assert_fails(page: &Page, code: &str) {
    let detail = hear(page, "error").await;
    assert_eq!(detail["code"], json!(code), "{detail}");
    assert!(detail["message"].as_str().is_some_and(|message| message.len() > 5), "{detail}");
    assert_eq!(page.ask("return [quiz.state, quiz.matches(':state(error)')]").await, json!(["error", true]));
    assert_link(page).await;
    assert_eq!((heard(page, "error").await.len(), heard(page, "ready").await.len()), (1, 0));
    assert_eq!(noted(page, "errors").await, json!([]), "nothing is left for the page to catch");
}

async fn assert_works(page: &Page) {
    answer_three(page).await;
    assert_eq!((noted(page, "errors").await, noted(page, "refused").await), (json!([]), json!([])));
    assert_eq!(heard(page, "error").await, Vec::<Value>::new());
    until_state(page, "running").await;
}

/// Answers in the fallback frame, and checks that the page hears of it.
async fn assert_frame_works(page: &Page) {
    let frame = enter_fallback(page).await;
    answer_three(&frame).await;
    leave(page).await;
    until_state(page, "running").await;
    assert_eq!((heard(page, "ready").await.len(), heard(page, "progress").await.len()), (1, 3));
    assert_eq!(heard(page, "error").await, Vec::<Value>::new());
    assert_eq!(page.ask("return quiz.querySelector('a').checkVisibility()").await, json!(false), "the link has done its work");
}

fn frame_for_policy(context: &Context) -> Result<(), Failed> {
    on(context, "csp-script", |page| async move {
        assert_frame_works(&page).await;
        assert_eq!(modules(&page, "csp-script"), 1, "only the frame fetches it");
    })
}

fn link_for_policy(context: &Context) -> Result<(), Failed> {
    on(context, "csp-nothing", |page| async move {
        assert_link(&page).await;
        assert_fails(&page, "csp-wasm").await;
        assert_eq!(modules(&page, "csp-nothing"), 0);
    })
}

fn inline_for_policy(context: &Context) -> Result<(), Failed> {
    on(context, "csp-inline", |page| async move {
        assert_fails(&page, "csp-wasm").await;
        let fetched = requests(&page, "csp-inline");
        assert!(
            matches!(&fetched[..], [snippet, element, runtime] if snippet == "v1/quiz.js" && element == "v1/embed.js" && runtime.starts_with("v1/runtime.")),
            "{fetched:?}"
        );
    })
}

fn policy_of_the_manual(context: &Context) -> Result<(), Failed> {
    on(context, "csp-wasm", |page| async move {
        page.ready().await;
        page.take_all(&SHEET.map(Some)).await;
        assert_shows(&page, "full", &SHEET.map(Some)).await;
        assert_eq!(page.run("return location.href.includes('#')").await, json!(false));
        assert_eq!((noted(&page, "errors").await, noted(&page, "refused").await), (json!([]), json!([])));
        hear(&page, "complete").await;
    })
}

fn no_connection(context: &Context) -> Result<(), Failed> {
    on(context, "csp-connect", |page| async move {
        assert_frame_works(&page).await;
        let second = page.of("#second");
        second.ask("quiz.scrollIntoView()").await;
        assert_fails(&second, "network").await;
    })
}

fn lax_policy(context: &Context) -> Result<(), Failed> {
    on(context, "csp-eval", |page| async move { assert_works(&page).await })
}

fn strictest(context: &Context) -> Result<(), Failed> {
    on(context, "csp-trusted", |page| async move {
        page.ready().await;
        page.take_all(&SHEET.map(Some)).await;
        assert_shows(&page, "full", &SHEET.map(Some)).await;
        tick(&page, REASONS).await;
        page.press(&TEXTS.keep.picture).await;
        let saved = "return !!quiz.shadowRoot.querySelector('.saved img')?.complete";
        page.until("the picture is there", || async { page.ask(saved).await == json!(true) }).await;
        assert_eq!((noted(&page, "errors").await, noted(&page, "refused").await), (json!([]), json!([])));
    })
}

fn isolated(context: &Context) -> Result<(), Failed> {
    on(context, "coep", |page| async move {
        assert_works(&page).await;
        assert_eq!(page.run("return crossOriginIsolated").await, json!(true));
    })
}

fn wrong_type(context: &Context) -> Result<(), Failed> {
    on(context, "octet", |page| async move {
        assert_works(&page).await;
        assert_eq!(modules(&page, "octet"), 1);
    })
}

fn no_cors(context: &Context) -> Result<(), Failed> {
    on(context, "no-cors", |page| async move {
        page.until("the script has been asked for", || async { !requests(&page, "no-cors").is_empty() }).await;
        page.until("the page has loaded", || async { page.run("return document.readyState").await == json!("complete") }).await;
        assert_eq!(page.run("return customElements.get('exhale-quiz') === undefined").await, json!(true));
        assert_link(&page).await;
    })
}

fn no_cors_for_the_module(context: &Context) -> Result<(), Failed> {
    on(context, "no-cors-wasm", |page| async move {
        assert_frame_works(&page).await;
        let second = page.of("#second");
        second.ask("quiz.scrollIntoView()").await;
        assert_fails(&second, "network").await;
    })
}

fn gone(context: &Context) -> Result<(), Failed> {
    on(context, "no-wasm", |page| async move {
        let second = page.of("#second");
        let third = page.of("#third");
        let shown = "return [...quiz.children].map((child) => child.checkVisibility())";
        second.ask("quiz.scrollIntoView()").await;
        assert_fails(&second, "network").await;
        assert_fails(&page, "network").await;
        third.ask("quiz.scrollIntoView()").await;
        until_state(&third, "error").await;
        assert_eq!(third.ask(shown).await, json!([false, true]), "what its author wrote for this case, and that alone");
        third.ask("quiz.replaceWith(Object.assign(quiz.cloneNode(true), { loading: 'click' }))").await;
        assert_eq!(third.ask(shown).await, json!([true, false]), "and in no other case");
    })
}

/// Both quizzes of the page fail.
fn fails_altered(context: &Context, host: &str) -> Result<(), Failed> {
    on(context, host, |page| async move {
        let second = page.of("#second");
        second.ask("quiz.scrollIntoView()").await;
        assert_fails(&second, "network").await;
        assert_fails(&page, "network").await;
    })
}

fn altered(context: &Context) -> Result<(), Failed> {
    fails_altered(context, "altered-style")
}

fn altered_glue(context: &Context) -> Result<(), Failed> {
    fails_altered(context, "altered-glue")
}

fn stalled(context: &Context) -> Result<(), Failed> {
    on(context, "stalled-wasm", |page| async move {
        page.until("the module has been asked for", || async { modules(&page, "stalled-wasm") > 0 }).await;
        until_state(&page, "loading").await;
        assert_link(&page).await;
        page.ask("window.away = quiz; quiz.remove()").await;
        page.until("it is idle", || async { page.run("return away.state").await == json!("idle") }).await;
        assert_eq!(noted(&page, "errors").await, json!([]));
        page.run("document.querySelector('article').append(away)").await;
        until_state(&page, "loading").await;
        assert_link(&page).await;
        assert_eq!(heard(&page, "error").await, Vec::<Value>::new());
    })
}

/// A DOM method fails once, which Yew does not expect: the module panics.
const ACCIDENT: &str = r#"
    const real = Element.prototype.setAttribute;
    Element.prototype.setAttribute = function () {
        Element.prototype.setAttribute = real;
        throw new DOMException("planted");
    };
"#;

fn trap(context: &Context) -> Result<(), Failed> {
    on(context, "trap", |page| async move {
        answer_three(&page).await;
        let second = page.of("#second");
        second.ask("quiz.scrollIntoView()").await;
        second.ready().await;
        let kept = page.run("return Object.entries(localStorage)").await;
        page.run(ACCIDENT).await;
        page.tap(5).await;
        for quiz in [&page, &second] {
            assert_eq!(hear(quiz, "error").await["code"], json!("panic"));
            until_state(quiz, "error").await;
            let script = r#"
                const note = quiz.shadowRoot.querySelector("[part=error]");
                note.scrollIntoView();
                const link = note.querySelector("a");
                const shown = note.checkVisibility() && note.offsetHeight > 20 && link.checkVisibility();
                return [shown, note.innerText.length > 30, link.href];
            "#;
            let paper = format!("{}paper.html", page.site);
            assert_eq!(quiz.ask(script).await, json!([true, true, paper]));
            assert_eq!(heard(quiz, "error").await.len(), 1);
        }
        let now = page.run("return Object.entries(localStorage)").await;
        assert!(now.to_string().len() >= kept.to_string().len() && now != json!([]), "{kept} became {now}");
        // A new element does not start a crashed module.
        page.run(
            "document.body.prepend(Object.assign(document.createElement('exhale-quiz'), { id: 'third', loading: 'eager' }))",
        )
        .await;
        assert_eq!(hear(&page.of("#third"), "error").await["code"], json!("panic"));

        let reload = page.shadow("[part=error] button").await;
        reload.click().await.expect("a button to reload");
        page.until("the page is new", || async {
            page.ask("return quiz?.state === 'ready' && !document.querySelector('#third')").await == json!(true)
        })
        .await;
        page.ready().await;
        let offers = [4, 5].map(|n| TEXTS.first.go_on_from.replace("{n}", &n.to_string()));
        let (three, four) = (page.find_button(&offers[0]).await, page.find_button(&offers[1]).await);
        let offer = three.or(four).expect("the answers given before are offered");
        offer.click().await.expect("a button");
        page.until("the quiz goes on", || async { page.see().await.folio != "1 of 10" }).await;
    })
}

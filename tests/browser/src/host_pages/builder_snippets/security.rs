//! Pinned scripts, content security policies, and escaping.

use libtest_mimic::Failed;
use serde_json::{Value, json};

use super::{super::leave, CHOICES, assert_chosen, enter_frame, paste, printed, to_result};
use crate::{Context, Test, engine::Device};

pub const TESTS: &[Test] = &[
    ("the pinned script runs, and is refused where one byte is another", pinned),
    ("signs that mean something in HTML stay text", signs),
    ("the printed policies let the snippets run, and nothing else is needed", policies),
];

fn pinned(context: &Context) -> Result<(), Failed> {
    context.browse(Device::default(), |page| async move {
        let choices = CHOICES[1];
        let [pinned] = printed(&page, choices.0, ["pinned"]).await;
        paste(&page, "paste", &pinned).await;
        assert_chosen(&page, choices.0, choices.1).await;
        let (before, integrity) = pinned.split_once("sha384-").expect("an integrity");
        let other = if integrity.starts_with('A') { "B" } else { "A" };
        let altered = format!("{before}sha384-{other}{}", &integrity[1..]);
        assert_eq!(altered.len(), pinned.len());
        paste(&page, "paste", &altered).await;
        let script = format!("{}v{}/embed.js", page.site, env!("CARGO_PKG_VERSION"));
        page.until("the browser refuses it", || async { page.run("return host.failed").await == json!([script]) }).await;
        let seen = page
            .ask("return [!!customElements.get('exhale-quiz'), quiz.querySelector('a').checkVisibility(), quiz.querySelector('a').href]")
            .await;
        assert_eq!(seen, json!([false, true, page.site]), "the link stays");
    })
}

fn signs(context: &Context) -> Result<(), Failed> {
    context.browse(Device::default(), |page| async move {
        for (label, href) in [
            (r#""><img src=x onerror=window.hacked=1>"#, "https://a.example/?a=\"><img/src=x/onerror=window.hacked=1>"),
            ("</exhale-quiz><script>window.hacked=1</script>", "https://a.example/'</iframe><script>window.hacked=1</script>"),
            ("&quot; &lt;b&gt; &amp;amp; 100% + 1", "https://a.example/?q=%26quot;&lt=1&amp=2+3%20"),
        ] {
            let choices = [("help-label", label), ("help-href", href)];
            let [script, frame] = printed(&page, &choices, ["script", "frame"]).await;
            for (name, text) in [("script", script), ("frame", frame)] {
                paste(&page, "paste", &text).await;
                let pasted =
                    "return [document.querySelectorAll('article > *').length, document.images.length, window.hacked ?? null]";
                let expected = if name == "script" { 5 } else { 4 };
                page.until("the page is written", || async { page.run("return document.readyState").await == json!("complete") })
                    .await;
                assert_eq!(page.run(pasted).await, json!([expected, 0, null]), "{text}");
                let quiz = if name == "frame" { enter_frame(&page).await } else { page.clone() };
                quiz.ready().await;
                let help = "const help = quiz.shadowRoot.querySelector('[part=safety] a');
                    return [help.getAttribute('href'), help.textContent]";
                assert_eq!(quiz.ask(help).await, json!([href, label]), "{text}");
                assert_eq!(quiz.run("return window.hacked ?? null").await, Value::Null);
                if name == "frame" {
                    leave(&page).await;
                }
            }
        }
    })
}

/// Violations of the page's policy, without the favicon that browsers request themselves.
const REFUSED: &str = "return [host.refused.filter((what) => !what.endsWith('/favicon.ico')), host.failed]";

fn policies(context: &Context) -> Result<(), Failed> {
    context.browse(Device::default(), |page| async move {
        let names = ["script", "pinned", "policy", "frame", "height", "policy-frame"];
        let [script, pinned, policy, frame, height, policy_frame] = printed(&page, &[("start", "first")], names).await;
        let rules: Value = serde_json::from_str(&exhale_test_support::read("tests/browser/pages/headers.json")).expect("JSON");
        let origin = page.site.trim_end_matches('/');
        // The host pages have exactly the printed policy, and forbid everything else.
        for (host, policy) in [("paste-strict", &policy), ("paste-framed", &policy_frame)] {
            let rule = rules[format!("/hosts/{host}.html")]["Content-Security-Policy"].as_str().expect("a policy");
            assert_eq!(rule.replace("{{origin}}", origin), format!("default-src 'none'; {policy}"));
        }
        for text in [script, pinned] {
            paste(&page, "paste-strict", &text).await;
            assert_chosen(&page, &[("start", "first")], CHOICES[0].1).await;
            to_result(&page).await;
            assert_eq!(page.run(REFUSED).await, json!([[], []]));
            assert_eq!(page.ask("return quiz.shadowRoot.querySelector('iframe')").await, Value::Null, "not by way of a frame");
        }
        paste(&page, "paste-framed", &format!("{frame}\n{height}")).await;
        page.until("the quiz in the frame is there", || async { page.run("return host.events.length").await == json!(1) }).await;
        assert_eq!(page.run(REFUSED).await, json!([[], []]));
        // The policy is in force.
        page.run("host.refused = []; document.body.append(Object.assign(new Image(), { src: 'blog.css' }))").await;
        page.until("an image is refused", || async { page.run("return host.refused.length").await == json!(1) }).await;
    })
}

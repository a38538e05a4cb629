//! The safety note: leaving the page, and a local help line.

use libtest_mimic::Failed;
use serde_json::{Value, json};

use crate::{
    Context, Test,
    page::{Page, SITE_TEXTS, TEXTS, statement},
};

pub const TESTS: &[Test] = &[
    ("Leave this page shows the first screen at once, and keeps the picture behind a tap", leave),
    ("Leave this page leaves no way Back to it", leave_no_way_back),
    ("a local help line stands in the note, where the page sets a link of the right kind", help_line),
];

const SHEET: [u8; 30] = [1, 4, 5, 4, 5, 2, 3, 4, 1, 2, 4, 4, 3, 2, 5, 1, 4, 2, 4, 5, 3, 2, 5, 2, 1, 3, 4, 2, 5, 4];

fn leave(context: &Context) -> Result<(), Failed> {
    context.visit(|page| async move {
        page.open_result(&SHEET.map(Some)).await;
        // The screen a moment later, before the other page loads.
        page.run(
            r#"
            const root = document.querySelector("exhale-quiz").shadowRoot;
            root.querySelector("[part=leave]").click();
            setTimeout(() => {
                sessionStorage.setItem("statement", root.querySelector("legend")?.textContent);
                sessionStorage.setItem("text", root.querySelector(".exhale").innerText);
            });
            "#,
        )
        .await;
        page.until("the page is left", || async {
            page.client.current_url().await.is_ok_and(|url| !url.as_str().starts_with(&page.site))
        })
        .await;
        // A driver may refuse while the other page, which is out of reach, is still loading.
        page.until("the page opens again", || async { page.client.goto(&page.site).await.is_ok() }).await;
        page.ready().await;
        let seen = page.run("return ['statement', 'text'].map((key) => sessionStorage.getItem(key))").await;
        assert_eq!(seen[0], json!(statement(1)));
        assert!(!seen[1].as_str().expect("text").contains(&TEXTS.profiles.navigator.name));
        assert_eq!(page.see().await.statement.as_deref(), Some(statement(1)));
        page.press(&TEXTS.first.see_again).await;
        page.on_result().await;
    })
}

fn leave_no_way_back(context: &Context) -> Result<(), Failed> {
    context.visit(|page| async move {
        page.go(&format!("{}v1/embed.js", page.site)).await;
        page.go(&page.site).await;
        page.ready().await;
        page.open_result(&SHEET.map(Some)).await;
        page.run(r#"document.querySelector("exhale-quiz").shadowRoot.querySelector("[part=leave]").click()"#).await;
        page.until("the page is left", || async {
            page.client.current_url().await.is_ok_and(|url| !url.as_str().starts_with(&page.site))
        })
        .await;
        page.client.back().await.expect("there is a page before");
        let url = page.client.current_url().await.expect("an address");
        assert_eq!(url.as_str(), format!("{}v1/embed.js", page.site), "Back leads past the quiz");
    })
}

/// The help line in the note on the first screen of a host page.
async fn help(page: &Page, href: &str, label: &str) -> Value {
    page.go(&format!("{}plain.html", page.hosts)).await;
    let script = r#"
        const [site, href, label] = arguments;
        const quiz = document.createElement("exhale-quiz");
        quiz.setAttribute("help-href", href);
        quiz.setAttribute("help-label", label);
        document.body.append(quiz);
        const script = document.createElement("script");
        script.type = "module";
        script.src = `${site}v1/embed.js`;
        document.head.append(script);
    "#;
    page.client.execute(script, vec![json!(page.site), json!(href), json!(label)]).await.expect("the quiz is inserted");
    page.ready().await;
    page.run(
        r#"
        const links = [...document.querySelector("exhale-quiz").shadowRoot.querySelectorAll("[part=safety] a")];
        return links.map((link) => [link.getAttribute("href"), link.textContent, link.rel]);
        "#,
    )
    .await
}

fn help_line(context: &Context) -> Result<(), Failed> {
    context.visit(|page| async move {
        let rel = "noopener noreferrer";
        assert_eq!(help(&page, "tel:0800123456", "Helpline").await, json!([["tel:0800123456", "Helpline", rel]]));
        assert_eq!(help(&page, "https://help.example/", "A & B").await, json!([["https://help.example/", "A & B", rel]]));
        for refused in ["javascript:alert(1)", " javascript:alert(1)", "data:text/html,x", "//help.example", "tel:", ""] {
            assert_eq!(help(&page, refused, "Helpline").await, json!([]), "{refused}");
        }
        // Our own page has one; the frame shows that of the page around it.
        let shown = "return [...quiz.shadowRoot.querySelectorAll('[part=safety] [part=help]')].map((link) => [link.href, link.textContent])";
        page.open_at(&page.home()).await;
        page.ready().await;
        assert_eq!(page.ask(shown).await, json!([[SITE_TEXTS.page.help_href, SITE_TEXTS.page.help_label]]));
        page.go(&format!("{}v1/frame.html", page.site)).await;
        page.ready().await;
        assert_eq!(page.ask(shown).await, json!([]));
    })
}

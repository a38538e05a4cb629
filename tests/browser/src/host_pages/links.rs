//! Where shared links lead from pages of other sites, and which links open there.

use exhale_quiz::Form;
use libtest_mimic::Failed;
use serde_json::json;

use super::{SHEET, enter, leave};
use crate::{
    Context, Test,
    engine::Device,
    page::{Page, TEXTS, statement},
    sharing::payload,
};

pub const TESTS: &[Test] = &[
    ("a link leads to the page without what may identify the taker", leads_to_page),
    ("a page with its route in the fragment keeps it, in the link and when the link is put away", route),
    ("from a page that has no address on the web, a link leads to our own", no_address),
    ("links that mail programs and messengers have changed open", changed),
    ("a page that may not change its own address keeps the quiz alive", no_history),
    ("where the quiz is in a frame, changed links open too, and routes are kept", in_frame),
];

const QUIZ: &str = "<exhale-quiz id='first' loading='eager'></exhale-quiz>";

/// Puts a quiz on a page of another site, and waits for it.
async fn insert(page: &Page) {
    insert_as(page, QUIZ).await;
    page.until_stable().await;
}

async fn insert_as(page: &Page, markup: &str) {
    let script = "
        const [markup, src] = arguments;
        document.body.insertAdjacentHTML('beforeend', markup);
        document.head.append(Object.assign(document.createElement('script'), { type: 'module', src }));
    ";
    let src = format!("{}v1/embed.js", page.site);
    page.client.execute(script, vec![json!(markup), json!(src)]).await.expect("the quiz is inserted");
    let there = "return ['ready', 'running', 'done'].includes(quiz?.state)";
    page.until("the quiz is there", || async { page.ask(there).await == json!(true) }).await;
}

/// Opens a stored result, and returns the link on it.
async fn shared_link(page: &Page) -> String {
    page.press(&TEXTS.first.see_again).await;
    page.on_result().await;
    let link = page.ask("return quiz.shadowRoot.querySelector('[part=share-link]')?.value ?? ''").await;
    link.as_str().expect("a link").to_owned()
}

fn code() -> String {
    payload(Form::Full, &SHEET.map(Some), false)
}

fn leads_to_page(context: &Context) -> Result<(), Failed> {
    context.browse(Device::default(), |page| async move {
        let page = page.of("#first");
        let host = page.hosts.clone();
        for (address, canonical, expected) in [
            ("plain.html", "", "plain.html"),
            ("plain.html?token=SECRET&utm_source=mail", "", "plain.html"),
            ("plain.html?p=7&token=SECRET#top", "", "plain.html?p=7"),
            ("plain.html?token=SECRET", "/post/", "post/"),
            ("plain.html?token=SECRET", "https://elsewhere.example/post/", "plain.html"),
            ("plain.html?token=SECRET", "javascript:1", "plain.html"),
        ] {
            page.client.goto("about:blank").await.expect("an empty page");
            page.go(&format!("{host}{address}")).await;
            page.store_run(&SHEET.map(Some), true).await;
            let link = format!("if ('{canonical}') document.head.append(Object.assign(document.createElement('link'), {{ rel: 'canonical', href: '{canonical}' }}))");
            page.run(&link).await;
            insert(&page).await;
            assert_eq!(shared_link(&page).await, format!("{host}{expected}#exhale={}", code()), "{address} {canonical}");
        }
    })
}

fn route(context: &Context) -> Result<(), Failed> {
    context.browse(Device::default(), |page| async move {
        let page = page.of("#first");
        let host = page.hosts.clone();
        for route in ["#/quiz", "#!/quiz"] {
            page.client.goto("about:blank").await.expect("an empty page");
            page.go(&format!("{host}plain.html{route}")).await;
            page.store_run(&SHEET.map(Some), true).await;
            insert(&page).await;
            let link = shared_link(&page).await;
            assert_eq!(link, format!("{host}plain.html{route}?exhale={}", code()));
            page.client.goto("about:blank").await.expect("an empty page");
            page.go(&link).await;
            insert(&page).await;
            page.heading(&TEXTS.shared.title).await;
            page.press(&TEXTS.shared.away).await;
            page.at(1).await;
            assert_eq!(page.run("return location.hash").await, json!(route));
        }
    })
}

fn no_address(context: &Context) -> Result<(), Failed> {
    context.browse(Device::default(), |page| async move {
        let page = page.of("#first");
        page.go(&format!("{}plain.html", page.hosts)).await;
        for (kind, address) in [
            ("srcdoc", "frame.srcdoc = html"),
            ("blob", "frame.src = URL.createObjectURL(new Blob([html], { type: 'text/html' }))"),
        ] {
            page.store_run(&SHEET.map(Some), true).await;
            let script = format!(
                "const html = '<!doctype html><html lang=en><title>A preview</title><body>';
                const frame = Object.assign(document.createElement('iframe'), {{ width: 800, height: 900 }});
                {address};
                document.body.replaceChildren(frame);
                return new Promise((loaded) => (frame.onload = () => loaded(1)));"
            );
            page.run(&script).await;
            let frame = page.client.find(fantoccini::Locator::Css("iframe")).await.expect("the frame");
            let inside = enter(&page, frame).await.of("#first");
            insert(&inside).await;
            assert_eq!(shared_link(&inside).await, format!("{}#exhale={}", page.site, code()), "{kind}");
            leave(&page).await;
        }
    })
}

fn changed(context: &Context) -> Result<(), Failed> {
    context.browse(Device::default(), |page| async move {
        let page = page.of("#first");
        let code = code();
        for fragment in [
            format!("exhale%3D{code}"),
            format!("!exhale={code}"),
            format!("/exhale={code}"),
            format!("exhale={code}."),
            format!("exhale={code})"),
            format!("exhale={code}%3E"),
            format!("exhale={code}?fbclid=IwAR0x"),
            format!("exhale={code}&utm_source=mail"),
            format!("Exhale={}", code.to_uppercase()),
        ] {
            page.client.goto("about:blank").await.expect("an empty page");
            page.go(&format!("{}plain.html#{fragment}", page.hosts)).await;
            insert(&page).await;
            let heading = "return quiz.shadowRoot.querySelector('h2')?.textContent.trim()";
            page.until(&fragment, || async { page.ask(heading).await == json!(TEXTS.shared.title) }).await;
            // And on our own page, whose first screen stands in its markup.
            let own = page.of("exhale-quiz");
            own.client.goto("about:blank").await.expect("an empty page");
            own.go(&format!("{}#{fragment}", page.site)).await;
            own.until(&fragment, || async { own.ask(heading).await == json!(TEXTS.shared.title) }).await;
        }
    })
}

fn no_history(context: &Context) -> Result<(), Failed> {
    context.browse(Device::default(), |page| async move {
        let page = page.of("#first");
        page.go(&format!("{}plain.html#exhale={}", page.hosts, code())).await;
        page.run("document.head.prepend(Object.assign(document.createElement('base'), { href: 'https://elsewhere.example/' }))")
            .await;
        page.run("history.replaceState = () => { throw new DOMException('no', 'SecurityError'); }").await;
        insert(&page).await;
        page.heading(&TEXTS.shared.title).await;
        page.press(&TEXTS.shared.take).await;
        page.at(1).await;
        page.tap(3).await;
        page.at(2).await;

        let own = page.of("exhale-quiz");
        own.go(&format!("{}/#exhale={}", page.site, code())).await;
        own.heading(&TEXTS.shared.title).await;
        own.press(&TEXTS.shared.take).await;
        own.at(1).await;
        assert_eq!(own.see().await.statement.as_deref(), Some(statement(1)));
        assert_eq!(own.run("return location.hash").await, json!(""));
    })
}

fn in_frame(context: &Context) -> Result<(), Failed> {
    context.browse(Device::default(), |page| async move {
        let page = page.of("#first");
        let code = code();
        let open = async |fragment: &str| {
            page.client.goto("about:blank").await.expect("an empty page");
            page.go(&format!("{}plain.html?token=SECRET#{fragment}", page.hosts)).await;
            insert_as(&page, "<exhale-quiz id='first' loading='eager' mode='iframe'></exhale-quiz>").await;
            enter(&page, page.shadow("iframe").await).await
        };
        for fragment in [format!("exhale={code}"), format!("exhale%3D{code}."), format!("/quiz?exhale={code}&utm_source=mail")] {
            let inside = open(&fragment).await;
            inside.heading(&TEXTS.shared.title).await;
            leave(&page).await;
        }
        let inside = open("/quiz").await;
        inside.take_all(&SHEET.map(Some)).await;
        let url = inside.ask("return quiz.getShareUrl()").await;
        leave(&page).await;
        assert_eq!(url, json!(format!("{}plain.html#/quiz?exhale={code}", page.hosts)));
    })
}

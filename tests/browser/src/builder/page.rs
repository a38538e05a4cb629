//! The page itself: links to it, the format of its snippets, its preview, and its layout.

use exhale_content::fill;
use fantoccini::{Locator, key::Key};
use libtest_mimic::Failed;
use serde_json::json;

use super::{BUILDER_TEXTS, choose, open, open_at, said, snippet, write};
use crate::{Context, Test, engine::Device, page::TEXTS};

pub const TESTS: &[Test] = &[
    ("the page is found from the quiz, and its snippets name the folder it stands in", found),
    ("in another language its snippets name the same folder, and the frame speaks it", translated),
    ("on a phone Copy and the start of the snippet are in sight at once, in each language", |context| {
        first_in_sight(context, Device::phone(390, 844))
    }),
    // An ordinary window has no exact size.
    ("on a desktop too", |context| first_in_sight(context, Device::phone(1280, 800))),
    ("on a phone Copy stays in sight, and covers neither what has focus nor the end of the page", bar),
    ("without a choice the snippets have the shapes that the manual shows", shapes),
    ("the preview follows every choice and keeps its place", preview),
    ("on a screen of 320 pixels nothing scrolls sideways, and all can be hit", narrow),
    ("where its style sheet comes late, or not at all, the snippets are there", unstyled),
    ("what the browser puts back after a reload is what the snippets say", put_back),
];

fn found(context: &Context) -> Result<(), Failed> {
    context.browse(Device::default(), |page| async move {
        for start in ["", "r/en/navigator/"] {
            page.go(&format!("{}{start}", page.site)).await;
            // The link moves while the quiz above it loads.
            page.ready().await;
            let link = page.client.find(Locator::LinkText(&BUILDER_TEXTS.from_quiz)).await.expect("a link to the page");
            link.click().await.expect("it can be followed");
            page.until("there are snippets", || async {
                page.run("return !!document.querySelector('#script code')?.textContent").await == json!(true)
            })
            .await;
            let title = page.client.title().await.expect("a title");
            assert_eq!(title, format!("{}: {}", BUILDER_TEXTS.title, TEXTS.name));
        }
        let copy = format!("{}copy/builder/", page.site);
        open_at(&page, &copy).await;
        assert_eq!(snippet(&page, "address").await, copy);
        for name in ["script", "pinned", "frame", "height", "link"] {
            let text = snippet(&page, name).await;
            assert_eq!(text.matches(&page.site).count(), text.matches(&copy).count(), "{text}");
        }
    })
}

fn translated(context: &Context) -> Result<(), Failed> {
    context.browse(Device::default(), |page| async move {
        page.go(&format!("{}es/builder.html", page.site)).await;
        page.until("there are snippets", || async {
            page.run("return !!document.querySelector('#script code')?.textContent").await == json!(true)
        })
        .await;
        let site = &page.site;
        for name in ["script", "pinned", "frame", "height"] {
            let text = snippet(&page, name).await;
            assert!(text.contains(&format!("{site}v1")) && !text.contains(&format!("{site}es/v1")), "{text}");
        }
        assert!(snippet(&page, "script").await.contains(&format!("<a href=\"{site}es/\">")));
        assert_eq!(snippet(&page, "address").await, format!("{site}es/"));
        assert!(snippet(&page, "frame").await.contains("v1/frame.html?lang=es\""));
        let named = "return [...document.querySelectorAll('#lang option')].map((option) => option.textContent).slice(1)";
        assert_eq!(page.run(named).await, json!(["Español", "English", "فارسی"]), "ours first, and each by its own name");
    })
}

/// JavaScript: whether a box of an element is in the window, whole, and nothing covers it.
const SEEN: &str = r"
    const isSeen = (element, { left, right, top, bottom }) => {
        const isWithin = left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;
        const middle = (top + bottom) / 2;
        const ends = [[left + 2, middle], [right - 2, middle], [(left + right) / 2, top + 2], [(left + right) / 2, bottom - 2]];
        return isWithin && ends.every(([x, y]) => element.contains(document.elementFromPoint(x, y)));
    };
    const copy = document.querySelector('#script button');
    const code = document.querySelector('#script code');
    const seen = [isSeen(copy, copy.getBoundingClientRect()), isSeen(code, code.getClientRects()[0])];
";

fn first_in_sight(context: &Context, on: Device) -> Result<(), Failed> {
    context.browse(on, |page| async move {
        open(&page).await;
        let homes = "return [...document.querySelectorAll('#lang option')].slice(1).map((option) => option.dataset.home)";
        let homes: Vec<String> = serde_json::from_value(page.run(homes).await).expect("the folder of each language");
        assert!(homes.len() >= 3, "{homes:?}");
        for home in homes {
            open_at(&page, &format!("{}{home}", page.site)).await;
            let script = format!("{SEEN} return [scrollY, ...seen, document.querySelector('.more').open]");
            assert_eq!(
                page.run(&script).await,
                json!([0, true, true, false]),
                "/{home}: Copy, the first line, and More is closed"
            );
        }
    })
}

fn bar(context: &Context) -> Result<(), Failed> {
    context.browse(Device::phone(390, 844), |page| async move {
        open(&page).await;
        page.ask("quiz.scrollIntoView()").await;
        page.ready().await;
        page.run("for (const one of document.querySelectorAll('details')) one.open = true").await;
        page.run("scrollTo(0, 0); document.querySelector('#script button').focus()").await;
        for _ in 0..25 {
            page.keys(&[Key::Tab.into()]).await;
            let script = r"
                let at = document.activeElement;
                at = at.shadowRoot?.activeElement ?? at;
                const shown = at.labels?.[0] ?? at;
                const bar = document.querySelector('#script .moves').getBoundingClientRect();
                return [shown.getBoundingClientRect().top + 16 < bar.top, shown.textContent || at.id];
            ";
            page.until("what has focus is scrolled to", || async { page.run(script).await[0] == json!(true) }).await;
        }
        page.run("scrollTo(0, document.documentElement.scrollHeight)").await;
        let ends = r"
            const bar = document.querySelector('#script .moves').getBoundingClientRect();
            return [document.querySelector('.post').getBoundingClientRect().bottom <= bar.top, ...seen];
        ";
        let ends = format!("{SEEN}{ends}");
        page.until("the end is scrolled to", || async { page.run(&ends).await == json!([true, true, false]) }).await;
        // What has to be copied by hand comes into sight.
        page.run("Object.defineProperty(navigator, 'clipboard', { value: undefined }); document.execCommand = () => false").await;
        page.client.find(Locator::Css("#script button")).await.expect("Copy").click().await.expect("it takes a click");
        page.until("the snippet is in sight", || async { page.run(&format!("{SEEN} return seen")).await == json!([true, true]) })
            .await;
        let said = page.run("return document.querySelector('#script output').textContent").await;
        assert_eq!(said, json!(BUILDER_TEXTS.by_hand));
        // Beside the button stands what was chosen.
        choose(&page, "theme", "dark").await;
        let summary = fill(&BUILDER_TEXTS.summary, &[("n", "4"), ("look", &BUILDER_TEXTS.look_dark)]);
        assert_eq!(page.run("return document.getElementById('summary').innerText").await, json!(summary));
    })
}

fn shapes(context: &Context) -> Result<(), Failed> {
    context.browse(Device::default(), |page| async move {
        open(&page).await;
        let (site, link, frame) = (&page.site, &BUILDER_TEXTS.link, &BUILDER_TEXTS.frame_title);
        let origin = site.trim_end_matches('/');
        let element = format!("<exhale-quiz>\n  <a href=\"{site}\">{link}</a>\n</exhale-quiz>\n");
        let version = env!("CARGO_PKG_VERSION");
        let pinned = snippet(&page, "pinned").await;
        let integrity = pinned.split("integrity=\"").nth(1).expect("an integrity").trim_end_matches("\"></script>");
        assert!(integrity.starts_with("sha384-") && integrity.len() == 71, "{integrity}");
        for (name, expected) in [
            ("script", format!("{element}<script async src=\"{site}v1/quiz.js\"></script>")),
            (
                "pinned",
                format!(
                    "{element}<script type=\"module\" crossorigin src=\"{site}v{version}/embed.js\" integrity=\"{integrity}\"></script>"
                ),
            ),
            (
                "frame",
                format!(
                    "<iframe src=\"{site}v1/frame.html\" title=\"{frame}\" width=\"100%\" height=\"640\"\n  \
                     frameborder=\"0\" loading=\"lazy\" allow=\"clipboard-write\"><a href=\"{site}\">{link}</a></iframe>"
                ),
            ),
            ("height", format!("<script type=\"module\" src=\"{site}v1/frame.js\"></script>")),
            ("address", site.clone()),
            ("link", format!("<a href=\"{site}\">{link}</a>")),
            ("policy", format!("script-src {origin} 'wasm-unsafe-eval'; connect-src {origin}")),
            ("policy-frame", format!("frame-src {origin}; script-src {origin}")),
        ] {
            assert_eq!(snippet(&page, name).await, expected, "{name}");
        }
    })
}

fn preview(context: &Context) -> Result<(), Failed> {
    context.browse(Device::default(), |page| async move {
        open(&page).await;
        page.ask("quiz.start()").await;
        page.ready().await;
        choose(&page, "start", "first").await;
        let intro = "return !!quiz.shadowRoot.querySelector('p[part=intro]')";
        page.until("the line is gone", || async { page.ask(intro).await == json!(false) }).await;
        page.answer(1, &[Some(2), Some(4), Some(5)]).await;
        page.at(4).await;
        let look = r#"
            const card = quiz.shadowRoot.querySelector(".exhale");
            // A token may be a light-dark() value: what it comes to is seen where it is used.
            const probe = document.createElement("i");
            Object.assign(probe.style, { color: "var(--exhale-accent)", backgroundColor: "var(--exhale-on-accent)" });
            card.append(probe);
            const { color, backgroundColor } = getComputedStyle(probe);
            const seen = [getComputedStyle(card).backgroundColor, color, backgroundColor];
            probe.remove();
            return seen;
        "#;
        assert_eq!(page.ask(look).await, json!(["rgb(250, 248, 245)", "rgb(116, 60, 106)", "rgb(255, 255, 255)"]));
        choose(&page, "theme", "dark").await;
        assert_eq!(page.ask(look).await, json!(["rgb(28, 25, 29)", "rgb(219, 169, 208)", "rgb(43, 20, 40)"]));
        write(&page, "accent", "#ffcc00").await;
        assert_eq!(page.ask(look).await, json!(["rgb(28, 25, 29)", "rgb(255, 204, 0)", "rgb(0, 0, 0)"]));
        choose(&page, "theme", "inherit").await;
        assert_eq!(page.ask(look).await, json!(["rgba(0, 0, 0, 0)", "rgb(255, 204, 0)", "rgb(0, 0, 0)"]));
        choose(&page, "lang", "en").await;
        choose(&page, "share", "none").await;
        write(&page, "help-label", "Night line").await;
        write(&page, "help-href", "tel:0800123456").await;
        let help = r#"
            const link = quiz.shadowRoot.querySelector("[part=safety] a");
            return [link?.getAttribute("href"), link?.textContent];
        "#;
        page.until("the help line is there", || async { page.ask(help).await == json!(["tel:0800123456", "Night line"]) }).await;
        let attributes = "return Object.fromEntries([...quiz.attributes].map(({ name, value }) => [name, value]))";
        let all = json!({
            "persist": "off", "heading-level": "3", "lang": "en", "theme": "inherit", "start": "first", "share": "none",
            "help-href": "tel:0800123456", "help-label": "Night line", "accent": "#ffcc00", "accent-text": "#000",
            // The quiz sets its tokens from these.
            "style": "--exhale-accent: #ffcc00; --exhale-on-accent: #000;",
        });
        assert_eq!(page.ask(attributes).await, all);
        page.at(4).await;
        // Back to the defaults.
        for name in ["theme", "lang", "start", "share"] {
            choose(&page, name, "").await;
        }
        write(&page, "help-href", "").await;
        write(&page, "accent", "").await;
        page.until("it is as it was", || async {
            page.ask(attributes).await == json!({ "persist": "off", "heading-level": "3" })
                && page.ask(look).await == json!(["rgb(250, 248, 245)", "rgb(116, 60, 106)", "rgb(255, 255, 255)"])
        })
        .await;
        page.at(4).await;
        assert_eq!(page.run("return localStorage.length").await, json!(0), "the preview keeps nothing");
    })
}

fn narrow(context: &Context) -> Result<(), Failed> {
    context.browse(Device::phone(320, 700), |page| async move {
        open(&page).await;
        page.ask("quiz.start()").await;
        page.ready().await;
        write(&page, "accent", "#004080").await;
        write(&page, "help-href", "javascript:alert(1)").await;
        page.run("for (const one of document.querySelectorAll('details')) one.open = true").await;
        let script = r#"
            const { scrollWidth, clientWidth } = document.documentElement;
            const hit = [...document.querySelectorAll("button, summary, .check, input:not([type=radio]), select, main a")];
            const small = hit.filter((one) => one.getBoundingClientRect().height < 44).map((one) => one.outerHTML);
            const over = [...document.querySelectorAll("pre")].filter((one) => one.scrollWidth > one.clientWidth).map((one) => one.textContent);
            return [innerWidth, scrollWidth - clientWidth, small, over, hit.length > 20];
        "#;
        assert_eq!(page.run(script).await, json!([320, 0, [], [], true]));
    })
}

fn unstyled(context: &Context) -> Result<(), Failed> {
    context.browse(Device::default(), |page| async move {
        open_at(&page, &format!("{}copy/no-page-style/", page.site)).await;
        choose(&page, "theme", "dark").await;
        assert!(snippet(&page, "script").await.contains(" theme=\"dark\""));
        let colours = "return [...document.querySelectorAll('#pick, #accent')].map((field) => field.disabled)";
        assert_eq!(page.run(colours).await, json!([true, true]), "no colour can be judged");
        open_at(&page, &format!("{}copy/late-page-style/", page.site)).await;
        assert_eq!(page.run(colours).await, json!([false, false]));
        assert_eq!(page.run("return document.getElementById('accent').placeholder").await, json!("#743c6a"));
    })
}

fn put_back(context: &Context) -> Result<(), Failed> {
    context.browse(Device::default(), |page| async move {
        open(&page).await;
        // Browsers restore forms without an input event.
        page.run(
            r#"
            document.querySelector("[name=theme][value=dark]").checked = true;
            document.getElementById("help-href").value = "javascript:alert(1)";
            dispatchEvent(new PageTransitionEvent("pageshow"));
            "#,
        )
        .await;
        assert!(snippet(&page, "script").await.contains("<exhale-quiz theme=\"dark\">"));
        assert_eq!(said(&page, "help-href").await, BUILDER_TEXTS.help_wrong);
        assert_eq!(page.run("return document.querySelector('.more').open").await, json!(true), "it is in sight");
    })
}

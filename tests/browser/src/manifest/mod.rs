//! The element has exactly the API in its manifest, `package/custom-elements.json`.

mod styling;

use std::{collections::BTreeSet, fs};

use exhale_test_support::{
    manifest::{Manifest, detail_of, is_of, name, type_of, words},
    read,
};
use libtest_mimic::Failed;
use serde_json::{Value, json};

use crate::{
    Context, Test,
    engine::dist,
    host_pages::{SHEET, on, until_state},
    page::{Page, TEXTS},
};

pub const TESTS: &[Test] = &[
    ("attributes take their values, and name any other in one warning", attributes),
    ("properties and methods are those documented", members),
    ("events, their details, states and slots are those documented", events),
    ("a tour through every screen meets each part that is documented, and no other", styling::parts),
    ("each token changes how the quiz looks", styling::tokens),
    ("the site serves the manifest and the types as they are", served),
];

fn set(list: &Value) -> BTreeSet<&str> {
    list.as_array().expect("a list").iter().filter_map(Value::as_str).collect()
}

/// Sets each attribute and property to each value, and reads it through the other.
const VALUES: &str = r#"
    const mistakes = [];
    const [attributes] = arguments;
    for (const { name, fieldName, default: normal = "", values } of attributes) {
        if (!fieldName) continue;
        const quiz = document.createElement("exhale-quiz");
        const is = (what, found, expected) => found === expected || mistakes.push(`${name} ${what}: ${found}, not ${expected}`);
        is("without a value", quiz[fieldName], normal);
        for (const value of values.length ? values : ["some"]) {
            quiz.setAttribute(name, value);
            is(`="${value}"`, quiz[fieldName], value);
            quiz.removeAttribute(name);
            is("taken away", quiz[fieldName], normal);
            quiz[fieldName] = value;
            is("as a property", quiz.getAttribute(name), value);
        }
        if (name === "lang") continue;
        quiz[fieldName] = null;
        is("set to null", quiz.getAttribute(name), null);
    }
    const quiz = document.createElement("exhale-quiz");
    quiz.start = "first";
    if (quiz.getAttribute("start") !== "first" || typeof quiz.start !== "function") mistakes.push("start hides the method");
    return mistakes;
"#;

/// Sets every attribute to an invalid value, twice, and reads the effective ones.
const UNKNOWN: &str = r#"
    const [attributes] = arguments;
    const read = [];
    return (async () => {
        for (const again of [0, 1]) {
            const quiz = document.createElement("exhale-quiz");
            for (const { name } of attributes) quiz.setAttribute(name, `no-${name}`);
            document.body.append(quiz);
            await quiz.start();
            read.push(attributes.map(({ fieldName }) => fieldName ? quiz[fieldName] : null));
            quiz.remove();
        }
        return read;
    })();
"#;

/// What the property of an attribute is where its value is none of those that are allowed: the default, and where it is about
/// privacy, the last value.
fn unknown(attribute: &Value) -> Value {
    match name(attribute) {
        _ if attribute["fieldName"].is_null() => Value::Null,
        "share" | "persist" => json!(words(type_of(attribute)).last()),
        _ => attribute["default"].clone(),
    }
}

fn attributes(context: &Context) -> Result<(), Failed> {
    on(context, "post", |page| async move {
        page.ready().await;
        let manifest = Manifest::read();
        let observed = page.run("return customElements.get('exhale-quiz').observedAttributes").await;
        assert_eq!(set(&observed), manifest.names("attributes"));
        let with_values = |attribute: &Value| {
            let mut attribute = attribute.clone();
            attribute["values"] = json!(words(type_of(&attribute)));
            attribute
        };
        let attributes: Vec<Value> = manifest.all("attributes").iter().map(with_values).collect();
        let ask = |script: &'static str, attributes: Vec<Value>| page.client.execute(script, vec![json!(attributes)]);
        assert_eq!(ask(VALUES, attributes.clone()).await.expect("an answer"), json!([]));
        let warnings = || async { page.run("return host.warnings").await.as_array().cloned().expect("a list") };
        assert_eq!(warnings().await, Vec::<Value>::new(), "values that are allowed");

        let closed: Vec<Value> = attributes.into_iter().filter(|one| one["values"] != json!([])).collect();
        assert!(closed.len() > 5, "{closed:?}");
        let defaults: Vec<Value> = closed.iter().map(unknown).collect();
        assert_eq!(ask(UNKNOWN, closed.clone()).await.expect("an answer"), json!([defaults, defaults]));
        let said = warnings().await;
        assert_eq!(said.len(), closed.len(), "{said:?}");
        for one in &closed {
            let value = format!("\"no-{}\"", name(one));
            let warning = said.iter().filter_map(Value::as_str).find(|warning| warning.contains(&value));
            let list = words(type_of(one)).join(", ");
            assert!(warning.is_some_and(|warning| warning.ends_with(&list)), "{value}, {list}: {said:?}");
        }
    })
}

/// The members of the class, without lifecycle callbacks: name, whether it is a function, and whether it is writable.
const OWN: &str = r#"
    const known = ["constructor", "connectedCallback", "disconnectedCallback", "connectedMoveCallback",
        "adoptedCallback", "attributeChangedCallback", "length", "name", "prototype", "observedAttributes"];
    const element = customElements.get("exhale-quiz");
    const quiz = document.createElement("exhale-quiz");
    const own = (object, from) => Object.getOwnPropertyNames(object).filter((name) => !known.includes(name)).map((name) => {
        const { get, set } = Object.getOwnPropertyDescriptor(object, name);
        return [name, typeof from[name] === "function", !get || !!set];
    });
    return { of_all: own(element.prototype, quiz), of_one: own(quiz, quiz), of_the_class: own(element, element) };
"#;

fn members(context: &Context) -> Result<(), Failed> {
    on(context, "post", |page| async move {
        page.ready().await;
        let manifest = Manifest::read();
        let own = page.run(OWN).await;
        let found = |whose: &str| -> Vec<(String, bool, bool)> { serde_json::from_value(own[whose].clone()).expect("members") };
        let (on_class, on_element) = (found("of_the_class"), [found("of_all"), found("of_one")].concat());
        for (is_static, found) in [(true, &on_class), (false, &on_element)] {
            let documented = manifest.all("members").iter().filter(|member| (member["static"] == true) == is_static);
            let found: BTreeSet<&str> = found.iter().map(|(name, ..)| name.as_str()).collect();
            assert_eq!(found, documented.map(name).collect());
        }
        for member in manifest.all("members") {
            let (_, is_function, can_be_set) =
                on_element.iter().chain(&on_class).find(|(found, ..)| found == name(member)).expect("it was found above");
            assert_eq!(*is_function, member["kind"] == "method", "{member}");
            assert!(*can_be_set || member["readonly"] == true, "{member}");
            assert!(member["attribute"].is_null() || (*can_be_set && member["reflects"] == true), "{member}");
        }
    })
}

/// Records each event of the element, and each state that is visible to the page.
const LISTEN: &str = r#"
    const [states] = arguments;
    window.told = [];
    window.states = new Set();
    window.look = (quiz) => {
        const matching = states.filter((state) => quiz.matches(`:state(${state})`));
        window.states.add(matching.join() === quiz.state ? quiz.state : `${quiz.state}, and matches ${matching}`);
    };
    const send = EventTarget.prototype.dispatchEvent;
    EventTarget.prototype.dispatchEvent = function (event) {
        if (event.type.startsWith("exhale-")) told.push([event.type, event.detail, event.bubbles && event.composed]);
        document.addEventListener(event.type, ({ target }) => look(target), { once: true });
        return send.call(this, event);
    };
"#;

#[derive(Default)]
struct Heard {
    events: BTreeSet<String>,
    states: BTreeSet<String>,
    slots: BTreeSet<String>,
}

impl Heard {
    /// Adds what the page has heard, and checks the type of each detail.
    async fn add(&mut self, page: &Page, manifest: &Manifest) {
        let told: Vec<(String, Value, bool)> = serde_json::from_value(page.run("return told.splice(0)").await).expect("events");
        for (kind, detail, leaves) in told {
            let event = manifest.all("events").iter().find(|event| name(event) == kind);
            let event = event.unwrap_or_else(|| panic!("{kind} is not documented"));
            assert!(is_of(detail_of(event), &detail), "{kind} has {detail}, and should have {}", detail_of(event));
            assert!(leaves, "{kind} bubbles, and leaves shadow roots");
            self.events.insert(kind);
        }
        let states = page.run("return [...states]").await;
        self.states.extend(set(&states).into_iter().map(str::to_owned));
        self.look(page).await;
    }

    async fn look(&mut self, page: &Page) {
        let slots = page.ask("return [...quiz.shadowRoot.querySelectorAll('slot')].map((slot) => slot.name)").await;
        self.slots.extend(set(&slots).into_iter().map(str::to_owned));
    }
}

async fn until_defined(page: &Page) {
    page.until("it is defined", || async { page.ask("return !!quiz?.state").await == json!(true) }).await;
}

async fn listen(page: &Page, manifest: &Manifest) {
    let states = json!(manifest.names("cssStates"));
    page.client.execute(LISTEN, vec![states]).await.expect("the page listens");
}

fn events(context: &Context) -> Result<(), Failed> {
    context.browse(crate::engine::Device::default(), |page| async move {
        let (manifest, mut heard, page) = (Manifest::read(), Heard::default(), page.of("#first"));
        let open = |name: &str| format!("{}hosts/{name}.html", page.hosts);
        page.go(&open("click")).await;
        until_state(&page, "idle").await;
        listen(&page, &manifest).await;
        heard.look(&page).await;
        page.ask("look(quiz); quiz.start(); look(quiz)").await;
        page.ready().await;
        page.answer(1, &SHEET.map(Some)[..10]).await;
        page.heading(&TEXTS.pause.title).await;
        page.press(&TEXTS.pause.go_on).await;
        // Too few answers for Perfectionism.
        let given = |n: usize| Some(SHEET[n - 1]).filter(|_| ![11, 15, 17, 21, 27, 28].contains(&n));
        page.answer(11, &(11..=30).map(given).collect::<Vec<_>>()).await;
        page.on_result().await;
        // Where ideas wait, sharing waits behind a fold.
        page.ask("for (const fold of quiz.shadowRoot.querySelectorAll('details')) fold.open ||= !!fold.querySelector('.share')").await;
        page.press(&TEXTS.share.copy).await;
        page.until("the link is shared", || async {
            page.run("return told.some(([kind]) => kind === 'exhale-share')").await == json!(true)
        })
        .await;
        let without =
            "return told.some(([kind, detail]) => Object.values(detail?.scales ?? {}).some(({ pull }) => pull === null))";
        assert_eq!(page.run(without).await, json!(true), "a scale has no score");
        page.ask("quiz.reset()").await;
        until_state(&page, "ready").await;
        page.at(1).await;
        heard.add(&page, &manifest).await;

        page.go(&open("no-wasm")).await;
        until_defined(&page).await;
        listen(&page, &manifest).await;
        // A new one, which fails while the page is listening.
        let page = page.of("#another");
        page.ask(
            "const another = Object.assign(document.createElement('exhale-quiz'), { id: 'another', mode: 'inline', loading: 'eager' });
            document.body.append(another);",
        )
        .await;
        until_state(&page, "error").await;
        page.ask("look(quiz)").await;
        heard.add(&page, &manifest).await;
        for (list, found) in [("events", heard.events), ("cssStates", heard.states), ("slots", heard.slots)] {
            assert_eq!(found.iter().map(String::as_str).collect::<BTreeSet<_>>(), manifest.names(list), "{list}");
        }
    })
}

fn served(_: &Context) -> Result<(), Failed> {
    for folder in ["v1".to_owned(), concat!("v", env!("CARGO_PKG_VERSION")).to_owned()] {
        for file in ["custom-elements.json", "embed.d.ts"] {
            let path = dist().join(&folder).join(file);
            let served = fs::read_to_string(&path).map_err(|error| Failed::from(format!("{}: {error}", path.display())))?;
            assert_eq!(served, read(&format!("package/{file}")), "{}", path.display());
        }
    }
    Ok(())
}

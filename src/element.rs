//! Translates between the element `<exhale-quiz>` (`embed/`) and the component: attributes to props, events to JSON.

use js_sys::Function;
use wasm_bindgen::JsValue;
use yew::{AttrValue, Callback};

use crate::{
    content::Messages,
    events::QuizEvent,
    help_line::HelpLine,
    props::{QuizProps, Share, Start},
    quiz::{number, split},
};

/// The props for attributes that `embed.js` has read, one value a line in the order of `settings` in `embed/settings.js`.
pub fn props(messages: Messages, attributes: &str, emit: Option<Function>) -> QuizProps {
    let mut values = split(attributes, b'\n');
    let mut line = || AttrValue::from(values.next().unwrap_or_default().to_owned());
    QuizProps {
        messages,
        persist: &*line() != "off",
        help_line: HelpLine::new(line(), line()),
        share: match &*line() {
            "hosted" => Share::Hosted,
            "none" => Share::Nowhere,
            _ => Share::Page,
        },
        page: line(),
        hosted: line(),
        previews: line(),
        hash_key: line(),
        opens_links: &*line() != "no",
        start: if &*line() == "first" { Start::First } else { Start::Intro },
        label: line(),
        heading_level: match line().as_bytes() {
            [digit] => digit.wrapping_sub(b'0'),
            _ => 0,
        },
        is_embedded: &*line() != "no",
        on_event: emit.map(|emit| Callback::from(move |event| send(&emit, &event))),
    }
}

/// Passes an event to `embed.js`: its name, its detail in JSON or nothing, and the link that belongs to it or nothing. True if the
/// page has called off what would follow.
fn send(emit: &Function, event: &QuizEvent) -> bool {
    let (name, detail, link) = match event {
        QuizEvent::Start => ("start", String::new(), ""),
        QuizEvent::Reset => ("reset", String::new(), ""),
        QuizEvent::Progress { index, total } => {
            ("progress", ["{\"index\":", &number(*index), ",\"total\":", &number(*total), "}"].concat(), "")
        }
        QuizEvent::Complete(summary) => ("complete", summary.to_json(), summary.share_url.as_deref().unwrap_or_default()),
        QuizEvent::Share { method, url } => ("share", ["{\"method\":\"", method.slug(), "\"}"].concat(), &**url),
    };
    let (name, detail, link) = (JsValue::from_str(name), JsValue::from_str(&detail), JsValue::from_str(link));
    // A page's listener that throws calls nothing off.
    emit.call3(&JsValue::NULL, &name, &detail, &link).is_ok_and(|result| result.is_truthy())
}

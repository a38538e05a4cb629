//! The result as plain text, to copy into a letter or a notebook: what the page says, without the answers.

use web_sys::Element;

use crate::{
    browser::page::{content, elements, text},
    content::Messages,
};

/// What is on a screen with a plate: a few short blocks with an empty line between.
pub fn of(messages: Messages, screen: &Element) -> String {
    let mut out = [messages.get(messages.name), ": ", &text(screen, ".kicker"), "\n\n"].concat();
    for said in elements(screen, ".name, .headline, .touch, .oneline, .who li") {
        out += &content(&said);
        out += "\n";
    }
    for line in elements(screen, ".words") {
        out += "\n";
        out += &line.get_attribute("aria-label").unwrap_or_default();
    }
    for (index, reason) in elements(screen, ".reason h3").enumerate() {
        if index == 0 {
            out += "\n\n";
            out += messages.get(messages.keep.stood_out);
        }
        out += "\n– ";
        out += &content(&reason);
    }
    out += "\n\n";
    for note in elements(screen, ".facts > p") {
        out += &content(&note);
        out += " ";
    }
    out
}

//! A screen as plain text, for a person to read: a line for each block, headings marked, and what pictures are called.

use crate::html::{Element, Node};

/// What stands on a line of its own.
const BLOCKS: [&str; 20] = [
    "p",
    "h2",
    "h3",
    "div",
    "section",
    "details",
    "summary",
    "figure",
    "figcaption",
    "table",
    "thead",
    "tbody",
    "tfoot",
    "tr",
    "ul",
    "ol",
    "li",
    "dl",
    "dt",
    "dd",
];

/// The text of an element, line by line.
pub fn plain(element: &Element) -> String {
    let mut out = String::new();
    block(element, 0, &mut out);
    out.trim_start().to_owned()
}

/// True if it stands on a line of its own.
pub fn is_block(element: &Element) -> bool {
    BLOCKS.contains(&element.tag.as_str())
}

fn block(element: &Element, depth: usize, out: &mut String) {
    if matches!(element.tag.as_str(), "section" | "figure" | "details") || element.is("spectrum") {
        empty_line(out);
    }
    if element.tag == "tr" {
        let cells: Vec<String> = element.elements().map(inline).collect();
        line(depth, &cells.join(" | "), out);
    } else if element.elements().any(is_block) {
        let folded = element.tag == "details";
        for child in &element.children {
            match child {
                Node::Text(text) => line(depth, text, out),
                Node::Element(summary) if summary.tag == "summary" => {
                    let mark = if element.attribute("open").is_some() { "▾" } else { "▸" };
                    line(depth, &format!("{mark} {}", marked(summary)), out);
                }
                Node::Element(child) => block(child, depth + usize::from(folded) + usize::from(child.tag == "dd"), out),
            }
        }
    } else {
        if matches!(element.tag.as_str(), "h2" | "h3") && !out.ends_with("\n\n") {
            empty_line(out);
        }
        line(depth, &marked(element), out);
    }
}

/// The text of a block in which there is no other, with a sign for what it is.
fn marked(element: &Element) -> String {
    let text = inline(element);
    match element.tag.as_str() {
        "h2" => format!("## {text}"),
        "h3" => format!("### {text}"),
        "summary" => element.elements().find(|inner| inner.tag == "h3").map_or(text, marked),
        "li" => format!("- {text}"),
        "svg" => picture(element),
        _ => text,
    }
}

fn picture(element: &Element) -> String {
    element.attribute("aria-label").map_or(String::new(), |label| format!("(picture: {label})"))
}

fn inline(element: &Element) -> String {
    let pieces = element.children.iter().map(|child| match child {
        Node::Text(text) => text.trim().to_owned(),
        Node::Element(inner) => match inner.tag.as_str() {
            "button" => format!("[{}]", inline(inner)),
            "svg" => picture(inner),
            "i" => format!("({})", inline(inner)),
            _ => inline(inner),
        },
    });
    let pieces: Vec<String> = pieces.filter(|piece| !piece.is_empty()).collect();
    pieces.join(if element.is("ends") { " … " } else { " " })
}

fn line(depth: usize, text: &str, out: &mut String) {
    if !text.is_empty() {
        out.push_str(&"  ".repeat(depth));
        out.push_str(text);
        out.push('\n');
    }
}

fn empty_line(out: &mut String) {
    if !out.is_empty() && !out.ends_with("\n\n") {
        out.push('\n');
    }
}

//! Reading the markup that the server renderer writes: well formed, and escaped throughout.

use std::iter;

/// Elements without an end.
const VOID: [&str; 3] = ["input", "br", "hr"];

/// A piece of markup.
#[derive(Debug)]
pub enum Node {
    Element(Element),
    Text(String),
}

/// An element, with everything in it.
#[derive(Debug, Default)]
pub struct Element {
    pub tag: String,
    attributes: Vec<(String, String)>,
    pub children: Vec<Node>,
}

impl Element {
    /// The value of an attribute; empty if it has none.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(found, _)| found == name).map(|(_, value)| value.as_str())
    }

    /// Its attributes and their values.
    pub fn attributes(&self) -> impl Iterator<Item = (&str, &str)> {
        self.attributes.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// True if it has this class or part.
    pub fn is(&self, name: &str) -> bool {
        let has = |attribute| self.attribute(attribute).is_some_and(|names| names.split(' ').any(|found| found == name));
        has("class") || has("part")
    }

    /// The elements right in it.
    pub fn elements(&self) -> impl Iterator<Item = &Element> {
        self.children.iter().filter_map(|child| match child {
            Node::Element(element) => Some(element),
            Node::Text(_) => None,
        })
    }

    /// It and everything in it, in the order of the page.
    pub fn all(&self) -> Box<dyn Iterator<Item = &Element> + '_> {
        Box::new(iter::once(self).chain(self.elements().flat_map(Element::all)))
    }

    /// The first element in it with this class or part.
    pub fn find(&self, name: &str) -> Option<&Element> {
        self.all().find(|element| element.is(name))
    }

    /// Its text, as it would be read out.
    pub fn text(&self) -> String {
        let texts = self.children.iter().map(|child| match child {
            Node::Element(element) => element.text(),
            Node::Text(text) => text.clone(),
        });
        texts.collect()
    }
}

/// The element that a piece of markup consists of.
///
/// # Panics
/// If the markup is not well formed.
pub fn parse(markup: &str) -> Element {
    let mut open = vec![Element::default()];
    for piece in markup.split('<').skip(1) {
        let (tag, text) = piece.split_once('>').unwrap_or_else(|| panic!("a tag has no end: {piece}"));
        if let Some(name) = tag.strip_prefix('/') {
            let element = open.pop().expect("there is an open element");
            assert_eq!(element.tag, name, "another element is open");
            open.last_mut().expect("something is open").children.push(Node::Element(element));
        } else {
            let element = start(tag);
            if VOID.contains(&element.tag.as_str()) {
                open.last_mut().expect("something is open").children.push(Node::Element(element));
            } else {
                open.push(element);
            }
        }
        if !text.is_empty() {
            open.last_mut().expect("something is open").children.push(Node::Text(unescape(text)));
        }
    }
    assert_eq!(open.len(), 1, "an element is still open: {open:?}");
    let mut outermost = open.remove(0).children;
    match (outermost.pop(), outermost.pop()) {
        (Some(Node::Element(element)), None) => element,
        other => panic!("one element was expected, found {other:?}"),
    }
}

fn start(tag: &str) -> Element {
    let (name, mut rest) = tag.split_once(' ').unwrap_or((tag, ""));
    let mut attributes = Vec::new();
    while !rest.is_empty() {
        let end = rest.find([' ', '=']).unwrap_or(rest.len());
        let (name, after) = rest.split_at(end);
        let (value, after) = match after.strip_prefix("=\"") {
            Some(quoted) => quoted.split_once('"').unwrap_or_else(|| panic!("a value has no end: {tag}")),
            None => ("", after),
        };
        attributes.push((name.to_owned(), unescape(value)));
        rest = after.trim_start();
    }
    Element { tag: name.to_owned(), attributes, children: Vec::new() }
}

fn unescape(text: &str) -> String {
    let names = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#x27;", "'"), ("&amp;", "&")];
    names.iter().fold(text.to_owned(), |text, (name, sign)| text.replace(name, sign))
}

#[test]
fn markup_is_read_with_its_attributes_and_signs() {
    let read = parse("<div class=\"a b\" open><p part=\"x &quot;y&quot;\">1 &lt; 2 &amp;amp; 3<i></i></p><input checked></div>");
    assert!(read.is("b") && !read.is("x") && read.find("x").is_some());
    assert_eq!(read.attribute("open"), Some(""));
    assert_eq!(read.text(), "1 < 2 &amp; 3");
    assert_eq!(read.all().map(|element| element.tag.as_str()).collect::<Vec<_>>(), ["div", "p", "i", "input"]);
}

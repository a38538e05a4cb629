//! A page as a tree. Stricter than a browser, which mends what is not well formed and so hides the mistake.

/// One element of a page.
#[derive(Debug, Default)]
pub struct Element {
    /// The name of its tag.
    pub name: String,
    attributes: Vec<(String, String)>,
    children: Vec<Node>,
}

#[derive(Debug)]
enum Node {
    Element(Element),
    Text(String),
}

const VOID: [&str; 4] = ["meta", "link", "col", "input"];

/// Where an element may stand. Every other one may stand wherever there is no list of what may.
const CHILDREN: &[(&str, &[&str])] = &[
    ("#page", &["html"]),
    ("html", &["head", "body"]),
    ("head", &["meta", "title", "link", "script"]),
    ("body", &["main", "footer", "template", "script"]),
    ("table", &["caption", "colgroup", "thead", "tbody"]),
    ("colgroup", &["col"]),
    ("thead", &["tr"]),
    ("tbody", &["tr"]),
    ("tr", &["th", "td"]),
    ("ul", &["li"]),
    ("ol", &["li"]),
    ("svg", &["line"]),
    ("p", &["span", "b", "a", "input", "button", "output"]),
    ("h1", &[]),
    ("h2", &[]),
    ("h3", &[]),
    ("caption", &[]),
    ("title", &[]),
    ("th", &["span"]),
    ("span", &["b"]),
];

/// Reads a page.
///
/// # Panics
/// At whatever is not well formed: a tag without its partner, an element where it may not stand, a bare `<` or `&`.
pub fn read(page: &str) -> Element {
    let mut rest = page.strip_prefix("<!doctype html>").expect("a doctype").trim();
    let mut open = vec![Element { name: "#page".into(), ..Element::default() }];
    while !rest.is_empty() {
        let last = open.last_mut().expect("the page itself");
        let Some(tag) = rest.strip_prefix('<') else {
            let (text, after) = rest.split_at(rest.find('<').unwrap_or(rest.len()));
            rest = after;
            // Between the elements of a page that a person has indented.
            if text.trim().is_empty() && !takes_text(&last.name) {
                continue;
            }
            assert!(takes_text(&last.name), "text in <{}>: {text}", last.name);
            last.children.push(Node::Text(unescaped(text)));
            continue;
        };
        let (tag, after) = tag.split_once('>').expect("a tag ends");
        rest = after;
        if let Some(name) = tag.strip_prefix('/') {
            let done = open.pop().expect("an element");
            assert_eq!(done.name, name, "the end of another element");
            open.last_mut().expect("an element ends inside another").children.push(Node::Element(done));
            continue;
        }
        let element = element(tag);
        if let Some((_, allowed)) = CHILDREN.iter().find(|(name, _)| *name == last.name) {
            assert!(allowed.contains(&&*element.name), "<{}> in <{}>", element.name, last.name);
        }
        if VOID.contains(&&*element.name) {
            last.children.push(Node::Element(element));
        } else {
            open.push(element);
        }
    }
    assert_eq!(open.len(), 1, "<{}> is not closed", open[open.len() - 1].name);
    open.remove(0)
}

fn takes_text(name: &str) -> bool {
    !["#page", "html", "head", "body", "table", "colgroup", "thead", "tbody", "tr", "ul", "ol", "svg"].contains(&name)
}

fn element(tag: &str) -> Element {
    let (name, mut rest) = tag.split_once(' ').unwrap_or((tag, ""));
    assert!(name.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-'), "<{name}>");
    let mut attributes: Vec<(String, String)> = Vec::new();
    while !rest.is_empty() {
        // One that stands alone, such as `checked`, has an empty value.
        let (key, after) = rest.split_at(rest.find([' ', '=']).unwrap_or(rest.len()));
        let (value, after) = match after.strip_prefix('=') {
            Some(value) => value.strip_prefix('"').and_then(|value| value.split_once('"')).expect("a value in quotation marks"),
            None => ("", after),
        };
        assert!(attributes.iter().all(|(other, _)| other != key), "two of {key} in <{tag}>");
        attributes.push((key.to_owned(), unescaped(value)));
        rest = after.trim_start();
    }
    Element { name: name.to_owned(), attributes, children: Vec::new() }
}

fn unescaped(text: &str) -> String {
    assert!(!text.contains(['<', '>']), "a bare < or >: {text}");
    let plain = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#x27;", "'");
    assert_eq!(plain.matches('&').count(), plain.matches("&amp;").count(), "a bare &: {text}");
    plain.replace("&amp;", "&")
}

impl Element {
    /// The value of an attribute, or an empty one.
    pub fn attribute(&self, name: &str) -> &str {
        self.attributes.iter().find(|(key, _)| key == name).map_or("", |(_, value)| value)
    }

    /// All attributes, as name and value.
    pub fn attributes(&self) -> impl Iterator<Item = (&str, &str)> {
        self.attributes.iter().map(|(name, value)| (&**name, &**value))
    }

    /// The elements directly in this one.
    pub fn elements(&self) -> impl Iterator<Item = &Element> {
        self.children.iter().filter_map(|node| match node {
            Node::Element(element) => Some(element),
            Node::Text(_) => None,
        })
    }

    /// This element and all in it, in the order of the page.
    pub fn everything(&self) -> Vec<&Element> {
        let mut all = vec![self];
        for element in self.elements() {
            all.extend(element.everything());
        }
        all
    }

    /// All elements in it with this name, or, after a dot, with this class.
    pub fn all(&self, which: &str) -> Vec<&Element> {
        let found = |element: &&Element| match which.strip_prefix('.') {
            Some(class) => element.attribute("class").split(' ').any(|one| one == class),
            None => element.name == which,
        };
        self.everything().into_iter().skip(1).filter(found).collect()
    }

    /// The only one of them.
    pub fn the(&self, which: &str) -> &Element {
        let all = self.all(which);
        assert_eq!(all.len(), 1, "{which} in <{}>", self.name);
        all[0]
    }

    /// All text in it.
    pub fn text(&self) -> String {
        let text = |node: &Node| match node {
            Node::Element(element) => element.text(),
            Node::Text(text) => text.clone(),
        };
        self.children.iter().map(text).collect()
    }

    /// The whole numbers in its text, in their order.
    pub fn numbers(&self) -> Vec<u32> {
        numbers(&self.text())
    }
}

/// The whole numbers in a text, in their order.
pub fn numbers(text: &str) -> Vec<u32> {
    text.split(|letter: char| !letter.is_ascii_digit()).filter_map(|digits| digits.parse().ok()).collect()
}

//! One local line to turn to, which whoever embeds the quiz may set.

/// A link and what it is called, shown in the safety note.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Help<'a> {
    href: &'a str,
    label: &'a str,
}

impl<'a> Help<'a> {
    /// A help line. `None` unless `href` is an `https:`, `http:` or `tel:` link with something after it, and there is a
    /// label: whatever else a page may say, such as a script, is no help line.
    pub fn new(href: &'a str, label: &'a str) -> Option<Help<'a>> {
        let is_link = ["https://", "http://", "tel:"].iter().any(|start| {
            href.get(..start.len()).is_some_and(|found| found.eq_ignore_ascii_case(start)) && href.len() > start.len()
        });
        (is_link && !label.is_empty()).then_some(Help { href, label })
    }

    /// Where the link leads.
    pub fn href(&self) -> &'a str {
        self.href
    }

    /// What it is called.
    pub fn label(&self) -> &'a str {
        self.label
    }
}

//! One local line to turn to, which whoever embeds the quiz may set.

/// A link and what it is called, shown in the safety note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Help {
    href: String,
    label: String,
}

impl Help {
    /// A help line. `None` unless `href` is an `https:`, `http:` or `tel:` link with something after it, and there is a
    /// label: whatever else a page may say, such as a script, is no help line.
    pub fn new(href: &str, label: &str) -> Option<Help> {
        let is_link = ["https://", "http://", "tel:"].iter().any(|start| {
            href.get(..start.len()).is_some_and(|found| found.eq_ignore_ascii_case(start)) && href.len() > start.len()
        });
        (is_link && !label.is_empty()).then(|| Help { href: href.to_owned(), label: label.to_owned() })
    }

    /// Where the link leads.
    pub fn href(&self) -> &str {
        &self.href
    }

    /// What it is called.
    pub fn label(&self) -> &str {
        &self.label
    }
}

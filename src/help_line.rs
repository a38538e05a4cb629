//! One local line to turn to, which whoever embeds the quiz may set.

use yew::AttrValue;

/// A link and its label, shown in the safety note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HelpLine {
    href: AttrValue,
    label: AttrValue,
}

impl HelpLine {
    /// A help line. `None` unless `href` is an `https:`, `http:` or `tel:` link with something after it, and there is a label:
    /// whatever else a page may set, such as a script, is no help line.
    pub fn new(href: impl Into<AttrValue>, label: impl Into<AttrValue>) -> Option<HelpLine> {
        let (href, label) = (href.into(), label.into());
        let is_link = ["https://", "http://", "tel:"].iter().any(|start| {
            href.get(..start.len()).is_some_and(|found| found.eq_ignore_ascii_case(start)) && href.len() > start.len()
        });
        (is_link && !label.is_empty()).then_some(HelpLine { href, label })
    }

    /// Where the link leads.
    pub fn href(&self) -> &AttrValue {
        &self.href
    }

    /// The label of the link.
    pub fn label(&self) -> &AttrValue {
        &self.label
    }
}

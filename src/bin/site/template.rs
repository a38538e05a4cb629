//! Filling the templates of our own pages.

use exhale::content::build;

use super::sealed::SHEET;

/// A page with `{{key}}` where something of this page goes, or a text of the content.
pub struct Template {
    /// The file, for messages.
    pub name: &'static str,
    pub text: &'static str,
}

impl Template {
    /// The page: each key is one of `values`, or else that of a text in `source`. All are escaped for HTML.
    ///
    /// # Errors
    /// Names the key that is neither.
    pub fn fill(&self, source: &str, values: &[(&str, &str)]) -> Result<String, String> {
        let name = self.name;
        let mut out = String::with_capacity(self.text.len() + 1024);
        let mut rest = self.text;
        while let Some((before, after)) = rest.split_once("{{") {
            let (key, after) = after.split_once("}}").ok_or_else(|| format!("{name}: a {{{{ has no }}}}"))?;
            let given = values.iter().find(|(given, _)| *given == key).map(|(_, value)| (*value).to_owned());
            let text = given.or_else(|| build::text(source, key));
            let text = text.ok_or_else(|| format!("{name}: {{{{{key}}}}} is no text of the content"))?;
            out.push_str(before);
            out.push_str(&escaped(&text));
            rest = after;
        }
        out.push_str(rest);
        Ok(out)
    }
}

/// Where the first screen of the quiz goes: markup, which is not escaped.
const FIRST: &str = "<!-- first -->";

/// The page with the first screen where it goes, or, without one, without the lines that are for it: those that name its style sheet.
pub fn with_first(page: &str, first: Option<&str>) -> String {
    match first {
        Some(first) => page.replace(FIRST, first),
        None => page.split_inclusive('\n').filter(|line| !line.contains(SHEET)).collect(),
    }
}

/// A text that is text in HTML and in SVG, also within quotation marks.
pub fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

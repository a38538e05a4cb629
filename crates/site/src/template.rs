//! The templates of the pages: minijinja with the texts of a language. `{{ page.about.kept_now }}` is the text with the key
//! `page.about.kept-now`.

use std::collections::BTreeMap;

use minijinja::{
    AutoEscape, Environment, Error, ErrorKind, Output, State, UndefinedBehavior, Value, context, escape_formatter,
    syntax::SyntaxConfig,
};
use toml::{
    Spanned,
    de::{DeString, DeTable, DeValue},
};

/// A template.
pub struct Template {
    /// The file, for messages.
    pub name: &'static str,
    /// What it says.
    pub text: &'static str,
}

impl Template {
    /// The page: texts come from `source`, a content file that has been checked, other values from `values`. All are escaped
    /// for HTML, but for those marked `safe`.
    ///
    /// # Errors
    /// Names the template and the line: a name that is neither.
    pub fn render(&self, source: &str, values: Value) -> Result<String, String> {
        let broken = |error: Error| format!("{}: {error}", self.name);
        let mut environment = Environment::new();
        environment.set_undefined_behavior(UndefinedBehavior::Strict);
        environment.set_syntax(
            SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).keep_trailing_newline(true).build().map_err(broken)?,
        );
        environment.set_auto_escape_callback(|_| AutoEscape::Html);
        environment.set_formatter(format);
        environment.add_template(self.name, self.text).map_err(broken)?;
        let texts = DeTable::parse(source).map_err(|error| error.to_string())?;
        let page = environment.get_template(self.name).map_err(broken)?;
        page.render(context! { ..values, ..table(texts.get_ref()) }).map_err(broken)
    }
}

/// Escapes as little as HTML needs: addresses stay readable.
fn format(out: &mut Output<'_>, state: &mut State<'_, '_>, value: &Value) -> Result<(), Error> {
    match value.as_str() {
        Some(text) if !value.is_safe() => {
            out.write_str(&escaped(text)).map_err(|error| Error::new(ErrorKind::WriteFailure, error.to_string()))
        }
        _ => escape_formatter(out, state, value),
    }
}

fn table(table: &DeTable<'_>) -> Value {
    let entry =
        |(key, value): (&Spanned<DeString<'_>>, &Spanned<DeValue<'_>>)| (key.get_ref().replace('-', "_"), texts(value.get_ref()));
    Value::from(table.iter().map(entry).collect::<BTreeMap<String, Value>>())
}

fn texts(value: &DeValue<'_>) -> Value {
    match value {
        DeValue::String(text) => Value::from(&**text),
        DeValue::Array(values) => values.iter().map(|value| texts(value.get_ref())).collect(),
        DeValue::Table(inner) => table(inner),
        // A content file that has been checked holds nothing else.
        _ => Value::UNDEFINED,
    }
}

/// A text that is text in HTML and in SVG, also within quotation marks.
pub fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use minijinja::{Value, context};

    use super::Template;

    const SOURCE: &str = "lang = \"en\"\n[page.about]\nkept-now = \"a < b & \\\"c\\\"/d\"\n";

    #[test]
    fn texts_and_values_are_escaped_and_markup_is_not() {
        let template = Template { name: "a", text: "{{ page.about.kept_now }}|{{ x }}|{{ y }}\n" };
        let page = template.render(SOURCE, context! { x => "<b>", y => Value::from_safe_string("<b>".to_owned()) });
        assert_eq!(page.unwrap(), "a &lt; b &amp; &quot;c&quot;/d|&lt;b>|<b>\n");
    }

    #[test]
    fn a_name_that_is_nothing_stops_the_build() {
        let said = Template { name: "a.html", text: "\n{{ page.abut }}" }.render(SOURCE, context! {}).unwrap_err();
        assert!(said.starts_with("a.html: ") && said.contains("line 2") || said.contains("a.html:2"), "{said}");
    }
}

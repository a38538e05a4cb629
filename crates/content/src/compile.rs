//! From `content/<lang>.toml` to the file that the page reads. A mistake is reported with line, key and what was expected.

use core::{error::Error, fmt, ops::Range};

use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

use crate::{
    Content, SiteContent, TextId, fill,
    messages::header,
    schema::{Field, Shape},
};

/// The names that sentences with something to fill in carry, by key. Every other text has none.
const PLACEHOLDERS: &[(&str, &[&str])] = &[
    ("first.go-on-from", &["n"]),
    ("first.go-on-pause", &["n"]),
    ("first.earlier", &["choice"]),
    ("statement.position", &["n", "total"]),
    ("statement.position-first", &["n", "total"]),
    ("share.named", &["name"]),
    ("both.headlines[1]", &["a", "b", "c"]),
    ("both.headlines[2]", &["a", "b", "c"]),
    ("both.chart", &["other", "other-name", "own", "own-name", "scale", "so"]),
    ("statement.announce", &["n", "total"]),
    ("sketch.go-on-from", &["n"]),
    ("result.title", &["n", "total"]),
    ("result.not-enough-text", &["review"]),
    ("result.nearer-says", &["nearer"]),
    ("result.back-to", &["n"]),
    ("words-fit.words-for", &["choices"]),
    ("lines.mixed", &["least", "most"]),
    ("step.earlier", &["date"]),
    ("result.reason-dot", &["pull", "reason", "se"]),
    ("result.reason-dot-more", &["reason"]),
    ("result.reason-dot-middle", &["reason"]),
    ("result.reason-dot-less", &["reason"]),
    ("result.working-sum", &["scale", "shown"]),
    ("result.working-sum-none", &["scale"]),
    ("result.reason-sum", &["answered", "points", "six"]),
    ("result.formula", &["max", "pull", "reasons", "sum", "sums"]),
    ("result.formula-trust", &["max", "pull", "reasons", "rounded", "shown", "sum", "sums"]),
    ("result.between", &["a", "b"]),
    ("result.nearer", &["a", "b", "nearer"]),
    ("result.chart", &["band", "scale", "se", "shown"]),
    ("result.chart-not-enough", &["scale"]),
    ("result.value", &["se", "shown"]),
    ("both.differ", &["mine", "scale", "theirs"]),
    ("over-time.moved", &["end"]),
    ("over-time.delete", &["date"]),
    ("result.quote", &["answer", "statement"]),
    ("paper.block", &["from", "to"]),
    ("paper.key.strengths", &["more", "most"]),
    ("paper.key.same", &["middle"]),
    ("paper.picture.safety-when[0]", &["low", "lowest"]),
    ("paper.picture.safety-when[1]", &["middle"]),
    ("paper.picture.safety-after", &["guarded", "trust"]),
    ("paper.picture.lines[1]", &["trust"]),
    ("paper.picture.reasons", &["list"]),
    ("paper.picture.haze-near-text", &["between"]),
    ("paper.picture.one-or-two", &["scale"]),
    ("paper.picture.touch", &["first", "name", "second", "third", "touch"]),
    ("preview.title", &["name"]),
    ("preview.description", &["line"]),
    ("preview.or", &["band"]),
    ("preview.alt", &["lines", "name", "note", "question"]),
    ("preview.alt-line", &["band", "line"]),
    ("preview.any.alt", &["note", "question"]),
    ("builder.colour-light-easy", &["ratio"]),
    ("builder.colour-light-fair", &["ratio"]),
    ("builder.colour-light-faint", &["ratio"]),
    ("builder.colour-dark-easy", &["ratio"]),
    ("builder.colour-dark-fair", &["ratio"]),
    ("builder.colour-dark-faint", &["ratio"]),
    ("builder.colour-dark-instead", &["colour", "ratio"]),
    ("builder.colour-inherit", &["dark", "light"]),
    ("builder.summary", &["look", "n"]),
];

/// A content file, checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Language {
    /// The texts of the quiz.
    pub quiz: Content<String>,
    /// The texts of the pages around it.
    pub site: SiteContent<String>,
}

/// A mistake in a content file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistake {
    /// Line, from 1.
    pub line: usize,
    /// The key, with dots between its parts; empty where the file is not TOML at all.
    pub key: String,
    /// What is wrong and what was expected.
    pub problem: String,
}

impl fmt::Display for Mistake {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "line {}: ", self.line)?;
        if !self.key.is_empty() {
            write!(out, "{}: ", self.key)?;
        }
        out.write_str(&self.problem)
    }
}

impl Error for Mistake {}

/// Reads a content file and checks it.
///
/// # Errors
/// The first mistake: not TOML; a key missing, unknown or of another kind; a list of another length; a text that is
/// empty, has space at its ends or more than one line; a `{name}` that its place does not fill, or the lack of one that it does.
pub fn parse(source: &str) -> Result<Language, Mistake> {
    let reader = Reader { source };
    let document = DeTable::parse(source)
        .map_err(|error| reader.mistake(error.span().unwrap_or_default(), "", error.message().to_owned()))?;
    let table = document.get_ref();
    let fields = [Content::FIELDS, SiteContent::FIELDS];
    reader.check_keys("", 0..0, table, &fields.concat())?;
    let [quiz, site] = fields.map(|fields| {
        let mut texts = Vec::new();
        reader.table("", 0..0, table, fields, &mut texts).map(|()| texts.into_iter())
    });
    let (mut quiz, mut site) = (quiz?, site?);
    let quiz = Content::numbered(0).map(&mut |_: TextId| quiz.next().unwrap_or_default());
    let site = SiteContent::numbered(0).map(&mut |_: TextId| site.next().unwrap_or_default());
    if !matches!(quiz.dir.as_str(), "ltr" | "rtl") {
        let span = table.get("dir").map(Spanned::span).unwrap_or_default();
        return Err(reader.mistake(span, "dir", "expected \"ltr\" or \"rtl\"".to_owned()));
    }
    Ok(Language { quiz, site })
}

/// Collects texts from a content file in the order of the schema.
struct Reader<'a> {
    source: &'a str,
}

impl Reader<'_> {
    fn mistake(&self, span: Range<usize>, key: &str, problem: String) -> Mistake {
        let line = self.source[..span.start].matches('\n').count() + 1;
        Mistake { line, key: key.to_owned(), problem }
    }

    /// Refuses a key that the schema does not have, and the lack of one that it has.
    fn check_keys(&self, path: &str, span: Range<usize>, table: &DeTable<'_>, fields: &[Field]) -> Result<(), Mistake> {
        let keys: Vec<String> = fields.iter().map(Field::key).collect();
        let missing: Vec<&String> = keys.iter().filter(|key| !table.contains_key(key.as_str())).collect();
        if let Some((unknown, _)) = table.iter().find(|(key, _)| !keys.iter().any(|known| known == key.get_ref())) {
            let expected = if missing.is_empty() { "no more keys".to_owned() } else { list(missing.iter()) };
            let problem = format!("unknown key \"{}\": expected {expected}", unknown.get_ref());
            return Err(self.mistake(unknown.span(), path, problem));
        }
        if missing.is_empty() { Ok(()) } else { Err(self.mistake(span, path, format!("missing key {}", list(missing.iter())))) }
    }

    fn table(
        &self,
        path: &str,
        span: Range<usize>,
        table: &DeTable<'_>,
        fields: &[Field],
        texts: &mut Vec<String>,
    ) -> Result<(), Mistake> {
        if !path.is_empty() {
            self.check_keys(path, span, table, fields)?;
        }
        for field in fields {
            let key = field.key();
            let path = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
            // It is there: the keys have been checked.
            if let Some(value) = table.get(key.as_str()) {
                self.value(&path, value, field.shape, texts)?;
            }
        }
        Ok(())
    }

    fn value(&self, path: &str, value: &Spanned<DeValue<'_>>, shape: Shape, texts: &mut Vec<String>) -> Result<(), Mistake> {
        let (one, count) = match shape {
            Shape::Text => ("a text".to_owned(), None),
            Shape::Table(_) => ("a table".to_owned(), None),
            Shape::Texts(count) => (format!("a list of {count} texts"), Some((count, Shape::Text))),
            Shape::Tables(count, fields) => (format!("a list of {count} tables"), Some((count, Shape::Table(fields)))),
        };
        match (value.get_ref(), shape, count) {
            (DeValue::String(text), Shape::Text, _) => {
                check_text(path, text).map_err(|problem| self.mistake(value.span(), path, problem))?;
                texts.push(text.clone().into_owned());
                Ok(())
            }
            (DeValue::Table(table), Shape::Table(fields), _) => self.table(path, value.span(), table, fields, texts),
            (DeValue::Array(values), _, Some((count, shape))) if values.len() == count => {
                let mut values = values.iter().enumerate();
                values.try_for_each(|(index, value)| self.value(&format!("{path}[{index}]"), value, shape, texts))
            }
            (DeValue::Array(values), _, Some(_)) => {
                Err(self.mistake(value.span(), path, format!("expected {one}, found {}", values.len())))
            }
            (found, ..) => Err(self.mistake(value.span(), path, format!("expected {one}, found {}", described(found)))),
        }
    }
}

/// The kind of a value, in words.
fn described(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "a text",
        DeValue::Integer(_) | DeValue::Float(_) => "a number",
        DeValue::Boolean(_) => "true or false",
        DeValue::Datetime(_) => "a date",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    }
}

fn list<'a>(keys: impl Iterator<Item = &'a &'a String>) -> String {
    keys.map(|key| format!("\"{key}\"")).collect::<Vec<_>>().join(", ")
}

fn check_text(key: &str, text: &str) -> Result<(), String> {
    if text.is_empty() || text.trim() != text {
        return Err("expected a text without space at its ends".into());
    }
    if text.contains(char::is_control) {
        return Err("expected one line".into());
    }
    let expected = PLACEHOLDERS.iter().find(|(place, _)| *place == key).map_or(&[][..], |(_, names)| names);
    let found = placeholders(text).ok_or_else(|| "a '{' or '}' has no partner".to_owned())?;
    if found == expected {
        return Ok(());
    }
    let list = |names: &[&str]| names.iter().map(|name| format!("{{{name}}}")).collect::<Vec<_>>().join(" ");
    Err(match (found.is_empty(), expected.is_empty()) {
        (_, true) => format!("{} is not filled in here", list(&found)),
        (true, _) => format!("expected {} in the text", list(expected)),
        _ => format!("expected {} in the text, found {}", list(expected), list(&found)),
    })
}

/// The `{names}` in a text, each once, in alphabetical order; `None` if the braces do not pair up.
fn placeholders(text: &str) -> Option<Vec<&str>> {
    let mut names = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        let (name, after) = after.split_once('}')?;
        if before.contains('}') || name.contains('{') {
            return None;
        }
        names.push(name);
        rest = after;
    }
    names.sort_unstable();
    names.dedup();
    (!rest.contains('}')).then_some(names)
}

/// The compiled file of what the quiz says, as [`Messages::read`](crate::Messages::read) takes it: after the header a line for
/// each text, in the order of [`Content`]'s fields, with `{0}`, `{1}` for their `{names}` in alphabetical order.
pub fn compile(quiz: &Content<String>) -> String {
    let mut file = header();
    quiz.clone().map(&mut |text: String| {
        file += &in_order(&text, &placeholders(&text).unwrap_or_default());
        file.push('\n');
    });
    file
}

/// The key of each text of the quiz, in the order of [`Content`]'s fields: `statement.options[0]`.
pub fn keys() -> Vec<String> {
    let mut keys = Vec::new();
    add_keys("", Content::FIELDS, &mut keys);
    keys
}

fn add_keys(path: &str, fields: &[Field], keys: &mut Vec<String>) {
    for field in fields {
        let key = if path.is_empty() { field.key() } else { format!("{path}.{}", field.key()) };
        match field.shape {
            Shape::Text => keys.push(key),
            Shape::Texts(count) => keys.extend((0..count).map(|index| format!("{key}[{index}]"))),
            Shape::Table(fields) => add_keys(&key, fields, keys),
            Shape::Tables(count, fields) => (0..count).for_each(|index| add_keys(&format!("{key}[{index}]"), fields, keys)),
        }
    }
}

/// The sentence with its names, in alphabetical order, written as places.
fn in_order(sentence: &str, names: &[&str]) -> String {
    let places: Vec<String> =
        (0..names.len() as u32).map(|place| format!("{{{}}}", char::from_digit(place, 36).unwrap_or('?'))).collect();
    let values: Vec<(&str, &str)> = names.iter().copied().zip(places.iter().map(String::as_str)).collect();
    fill(sentence, &values)
}

#[cfg(test)]
mod tests {
    use super::in_order;
    use crate::fill_in_order;

    #[test]
    fn names_become_places_in_alphabetical_order() {
        let sentence = in_order("{n} of {total}, {n}", &["n", "total"]);
        assert_eq!(sentence, "{0} of {1}, {0}");
        assert_eq!(fill_in_order(&sentence, &["4", "30"]), "4 of 30, 4");
    }
}

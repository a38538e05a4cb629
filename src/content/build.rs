//! From `content/<lang>.toml` to the packed file. A mistake is reported with line, key and what was expected.

use core::fmt;
use std::collections::BTreeSet;

use serde::{Deserialize, Deserializer};
use toml::de::{DeTable, DeValue, ValueDeserializer};

use super::{Builder, Content, Missing, Page, Paper, Preview, fill::in_order, words::HEADER};

/// The names that sentences with something to fill in carry, by key. Every other text has none.
const PLACEHOLDERS: &[(&str, &[&str])] = &[
    ("first.go-on-from", &["n"]),
    ("first.go-on-pause", &["n"]),
    ("first.earlier", &["choice"]),
    ("statement.position", &["n", "total"]),
    ("statement.announce", &["n", "total"]),
    ("sketch.go-on-from", &["n"]),
    ("result.title", &["n", "total"]),
    ("result.not-enough-text", &["review"]),
    ("result.nearer-says", &["nearer"]),
    ("result.from-answer", &["n"]),
    ("result.from-two", &["a", "b"]),
    ("result.from-three", &["a", "b", "c"]),
    ("result.reason-dot", &["pull", "reason", "se"]),
    ("result.reason-dot-more", &["reason"]),
    ("result.reason-dot-middle", &["reason"]),
    ("result.reason-dot-less", &["reason"]),
    ("result.working-sum", &["scale", "shown"]),
    ("result.working-sum-none", &["scale"]),
    ("result.adds", &["scale"]),
    ("result.takes", &["scale"]),
    ("result.reason-sum", &["answered", "points", "six"]),
    ("result.formula", &["max", "pull", "reasons", "sum", "sums"]),
    ("result.formula-trust", &["max", "pull", "reasons", "rounded", "shown", "sum", "sums"]),
    ("result.between", &["a", "b"]),
    ("result.nearer", &["a", "b", "nearer"]),
    ("result.chart", &["band", "scale", "se", "shown"]),
    ("result.chart-not-enough", &["scale"]),
    ("result.value", &["se", "shown"]),
    ("share.preview", &["name"]),
    ("both.chart", &["mine", "scale", "so", "theirs"]),
    ("both.differ", &["mine", "scale", "theirs"]),
    ("over-time.moved", &["end"]),
    ("over-time.delete", &["date"]),
    ("result.quote", &["answer", "statement"]),
    ("paper.block", &["from", "to"]),
    ("paper.key.strengths", &["more", "most"]),
    ("paper.picture.safety-first", &["guarded", "option", "trust"]),
    ("paper.picture.lines[1]", &["trust"]),
    ("paper.picture.reasons", &["list"]),
    ("paper.picture.haze-near-text", &["between"]),
    ("paper.picture.one-or-two", &["scale"]),
    ("paper.picture.touch", &["first", "name", "second", "third", "touch"]),
    ("preview.title", &["name"]),
    ("preview.description", &["line"]),
    ("preview.line", &["line"]),
    ("preview.alt", &["line", "name"]),
    ("builder.colour-light-easy", &["ratio"]),
    ("builder.colour-light-fair", &["ratio"]),
    ("builder.colour-light-faint", &["ratio"]),
    ("builder.colour-dark-easy", &["ratio"]),
    ("builder.colour-dark-fair", &["ratio"]),
    ("builder.colour-dark-faint", &["ratio"]),
    ("builder.colour-dark-instead", &["colour", "ratio"]),
    ("builder.colour-inherit", &["dark", "light"]),
];

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

/// Reads a content file and checks it.
///
/// # Errors
/// The first mistake: not TOML; a key missing, unknown or of another kind; a list of another length; a text that is
/// empty, has space at its ends or more than one line; a `{name}` that its place does not fill, or the lack of one that it does.
pub fn parse(source: &str) -> Result<Content<String>, Mistake> {
    read(source).map(|(content, _)| content)
}

/// The texts of the page that writes snippets, checked as [`parse`] does it.
///
/// # Errors
/// As for [`parse`].
pub fn builder(source: &str) -> Result<Builder, Mistake> {
    read(source).map(|(_, builder)| builder)
}

/// The table that is no part of the quiz's own content.
const BUILDER: &str = "builder";

fn read(source: &str) -> Result<(Content<String>, Builder), Mistake> {
    let at = |span: Option<core::ops::Range<usize>>| source[..span.map_or(0, |span| span.start)].matches('\n').count() + 1;
    let broken =
        |error: &toml::de::Error| Mistake { line: at(error.span()), key: String::new(), problem: error.message().to_owned() };

    let document = DeTable::parse(source).map_err(|error| broken(&error))?;
    let mut quiz = document.clone();
    let builder = quiz.get_mut().remove(BUILDER);
    let content: Content<String> = shaped(toml::Deserializer::from(quiz), "", &at)?;
    let missing = || Mistake { line: 1, key: String::new(), problem: format!("missing field `{BUILDER}`") };
    let builder = shaped(ValueDeserializer::from(builder.ok_or_else(missing)?), BUILDER, &at)?;
    let mut mistake = None;
    for (key, value) in document.get_ref() {
        check(&mut mistake, &|span| at(Some(span)), key.get_ref(), value.get_ref(), value.span());
    }
    if !matches!(content.dir.as_str(), "ltr" | "rtl") {
        let span = document.get_ref().get("dir").map(toml::Spanned::span);
        mistake = Some(Mistake { line: at(span), key: "dir".into(), problem: "expected \"ltr\" or \"rtl\"".into() });
    }
    let letters = letters(source);
    if letters.len() > LETTERS || letters.last().is_some_and(|letter| *letter > '\u{ffff}') {
        let problem = format!("expected at most {LETTERS} letters outside ASCII, each below U+10000, found {}", letters.len());
        mistake = Some(Mistake { line: 1, key: String::new(), problem });
    }
    mistake.map_or(Ok((content, builder)), Err)
}

/// What a table holds, in its shape; `table` is its key, empty for the whole file.
fn shaped<'a, T: Deserialize<'a>>(
    deserializer: impl Deserializer<'a, Error = toml::de::Error>,
    table: &str,
    at: &dyn Fn(Option<core::ops::Range<usize>>) -> usize,
) -> Result<T, Mistake> {
    serde_path_to_error::deserialize(deserializer).map_err(|error| {
        let path = error.path().to_string();
        let parts: Vec<&str> = [table, &path].into_iter().filter(|part| !matches!(*part, "" | ".")).collect();
        let inner = error.into_inner();
        Mistake { line: at(inner.span()), key: parts.join("."), problem: inner.message().to_owned() }
    })
}

type Lines<'a> = &'a dyn Fn(core::ops::Range<usize>) -> usize;

/// Walks to every text and notes the first that is wrong.
fn check(mistake: &mut Option<Mistake>, line: Lines<'_>, key: &str, value: &DeValue<'_>, span: core::ops::Range<usize>) {
    match value {
        DeValue::Table(table) => {
            for (name, value) in table {
                check(mistake, line, &format!("{key}.{}", name.get_ref()), value.get_ref(), value.span());
            }
        }
        DeValue::Array(values) => {
            for (index, value) in values.iter().enumerate() {
                check(mistake, line, &format!("{key}[{index}]"), value.get_ref(), value.span());
            }
        }
        DeValue::String(text) if mistake.is_none() => {
            if let Err(problem) = check_text(key, text) {
                *mistake = Some(Mistake { line: line(span), key: key.to_owned(), problem });
            }
        }
        _ => {}
    }
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

/// What the quiz itself says: the texts that only our own pages show are empty in it.
pub fn of_the_quiz(content: &Content<String>) -> Content<String> {
    Content {
        page: Page::default(),
        paper: Paper::default(),
        preview: Preview::default(),
        missing: Missing::default(),
        ..content.clone()
    }
}

/// The packed file of what the quiz itself says, as [`read`](super::read) takes it: the texts in the order of [`Content`]'s fields,
/// with `{0}`, `{1}` for their `{names}` in alphabetical order.
///
/// # Panics
/// If the content does not come from [`parse`], and has more letters than a packed file can name.
pub fn pack(content: &Content<String>) -> Vec<u8> {
    let strings = postcard::to_stdvec(&of_the_quiz(content)).expect("strings and arrays of strings can always be packed");
    // A content is its texts one after the other, each with its length before it.
    let (mut rest, mut all) = (&strings[..], String::new());
    while !rest.is_empty() {
        let (text, after) = postcard::take_from_bytes::<&str>(rest).expect("written just now");
        all += &in_order(text, &placeholders(text).unwrap_or_default());
        all.push('\n');
        rest = after;
    }
    let letters = letters(&all);
    let mut packed = HEADER.to_vec();
    packed.push(u8::try_from(letters.len()).expect("a content that was read has no more than 128"));
    let [low, high] = [0, 1].map(|byte| letters.iter().map(move |letter| (*letter as u16).to_le_bytes()[byte]));
    packed.extend(low.chain(high));
    let code = |letter: char| letters.binary_search(&letter).map_or(letter as u8, |place| 128 + place as u8);
    packed.extend(all.chars().map(code));
    packed
}

/// How many letters that ASCII has not a language may have: each has a byte of its own.
const LETTERS: usize = 128;

/// The letters in a text that ASCII has not, in their order.
fn letters(text: &str) -> Vec<char> {
    let letters: BTreeSet<char> = text.chars().filter(|letter| !letter.is_ascii()).collect();
    letters.into_iter().collect()
}

/// One text by its key, such as `page.title`: for the pages that are put together at build time.
///
/// `source` must have passed [`parse`].
pub fn text(source: &str, key: &str) -> Option<String> {
    let table: toml::Table = source.parse().ok()?;
    let mut parts = key.split('.');
    let mut value = table.get(parts.next()?)?;
    for part in parts {
        value = value.get(part)?;
    }
    value.as_str().map(str::to_owned)
}

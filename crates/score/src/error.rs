//! Why a line is not an answer sheet, and what to do about it.

use std::fmt;

use exhale_quiz::Form;

use super::{answer::AnswerError, file_kind::FileKind};

/// The most characters of somebody's text that a message repeats.
const SHOWN: usize = 40;

/// The beginning of somebody's text: enough to find it by.
pub fn excerpt(text: &str) -> String {
    match text.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

/// The same in quotes.
pub fn quoted(text: &str) -> String {
    format!("'{}'", excerpt(text))
}

/// The form of the input.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    Json,
    Csv,
}

/// What helps with a line that is not JSON, or not a sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JsonHint {
    /// It is an object.
    Examples,
    /// It is anything else, such as CSV, or a part of an object that goes over several lines.
    OneObject,
    /// Python writes `NaN`, which no JSON has.
    Null,
}

/// What is wrong with the quotes of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QuoteError {
    /// A field begins with one, and there is none that ends it.
    NotClosed,
    /// One stands in a field that does not begin with one.
    InsideField,
    /// More text comes after the one that ends the field.
    TextAfter,
}

/// What is wrong with the first row of a spreadsheet. An unknown name is an excerpt of it.
#[derive(Debug, PartialEq, Eq)]
pub enum HeaderError {
    Unknown(String),
    Twice(String),
    Missing(String),
    Quote { column: usize, error: QuoteError },
}

/// Why a line is not an answer sheet. What was found there is an excerpt of it.
#[derive(Debug)]
pub enum SheetError {
    File(FileKind),
    LongLine,
    NulByte,
    LineNotUtf8,
    FieldNotUtf8(String),
    Json { message: String, hint: JsonHint },
    Form(String),
    NotAList(String),
    Entries { found: usize, form: Form },
    Answer { field: String, found: String, error: AnswerError, format: Format },
    Header(HeaderError),
    Quote { field: String, error: QuoteError },
    ShortRow { field: String, found: usize, expected: usize, delimiter: char },
    LongRow { found: usize, expected: usize, delimiter: char },
    NoColumn(String),
}

impl std::error::Error for QuoteError {}
impl std::error::Error for HeaderError {}
impl std::error::Error for SheetError {}

impl fmt::Display for JsonHint {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            JsonHint::Examples => "`score --help` shows examples",
            JsonHint::OneObject => {
                "write one JSON object on each line (`score --help` shows examples), or for CSV use `score --csv`"
            }
            JsonHint::Null => "write null instead of NaN",
        })
    }
}

impl fmt::Display for QuoteError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            QuoteError::NotClosed => "a quote (\") begins the field and none ends it: delete it, or close it",
            QuoteError::InsideField => {
                "a quote (\") stands inside the field: delete it, or write it twice and put the whole field in quotes"
            }
            QuoteError::TextAfter => {
                "text follows the quote (\") that ends the field: delete the quotes, or write those of the text twice"
            }
        })
    }
}

impl fmt::Display for HeaderError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "header: ")?;
        match self {
            HeaderError::Unknown(name) => write!(
                formatter,
                "column {name} is not id, form or q01 to q30: rename or delete it (the first row names the columns, with ',', ';' or a \
                 tab between them)"
            ),
            HeaderError::Twice(name) => write!(formatter, "column '{name}' is there twice: rename or delete one of them"),
            HeaderError::Missing(name) => {
                write!(formatter, "column '{name}' is missing: add it (id, q01 to q10, for the full form also q11 to q30)")
            }
            HeaderError::Quote { column, error } => write!(formatter, "column {column}: {error}"),
        }
    }
}

impl fmt::Display for SheetError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        const AS_UTF8: &str = "save the file again as UTF-8 (in Excel: \"CSV UTF-8\")";
        match self {
            SheetError::File(kind) => kind.fmt(formatter),
            SheetError::LongLine => write!(formatter, "the line is longer than a megabyte: look for a line end that is missing"),
            SheetError::NulByte => write!(formatter, "the line has a NUL byte: delete it, or save the file again"),
            SheetError::LineNotUtf8 => write!(formatter, "the line is not UTF-8 text: {AS_UTF8}"),
            SheetError::FieldNotUtf8(field) => write!(formatter, "{field}: not UTF-8 text: {AS_UTF8}"),
            SheetError::Json { message, hint } => {
                write!(formatter, "not an answer sheet: {message}: {hint}")
            }
            SheetError::Form(found) => write!(
                formatter,
                "form: {found} is not \"full\" or \"quick\": write one of these, or leave it out for the full form"
            ),
            SheetError::NotAList(found) => {
                write!(formatter, "answers: expected a list, found {found}: write such as [4,2,null,...]")
            }
            SheetError::Entries { found, form } => {
                let expected = if *form == Form::Quick { "10 or 30" } else { "30" };
                write!(
                    formatter,
                    "answers: {found} entries, expected {expected} for the {form} form: write null for each skipped statement"
                )
            }
            SheetError::Answer { field, found, error, format } => {
                let empty = if *format == Format::Json { "null" } else { "nothing" };
                write!(formatter, "{field}: {found} is {error}: write 1, 2, 3, 4 or 5, or {empty} for a skipped statement")
            }
            SheetError::Header(error) => error.fmt(formatter),
            SheetError::Quote { field, error } => write!(formatter, "{field}: {error}"),
            SheetError::ShortRow { field, found, expected, delimiter } => write!(
                formatter,
                "{field}: the row ends before it, with {} of {expected}: write {} between fields, also where a statement was skipped",
                fields(*found),
                name(*delimiter)
            ),
            SheetError::LongRow { found, expected, delimiter } => write!(
                formatter,
                "the row has {}, the header has {expected}: put a field with {} in it in quotes, or delete what is too many",
                fields(*found),
                name(*delimiter)
            ),
            SheetError::NoColumn(field) => {
                write!(formatter, "{field}: the column is missing, and the form is full: add it, or write quick as the form")
            }
        }
    }
}

fn fields(count: usize) -> String {
    format!("{count} {}", if count == 1 { "field" } else { "fields" })
}

fn name(delimiter: char) -> String {
    if delimiter == '\t' { "a tab".to_owned() } else { format!("'{delimiter}'") }
}

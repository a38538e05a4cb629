//! JSON Lines: a sheet on each line.

use std::io::{self, BufRead, Write};

use exhale_quiz::{Answer, Answers, Form, ITEMS, Position, QUICK_ITEMS};
use serde::Deserialize;
use serde_json::value::RawValue;

use super::{
    answer::{self, AnswerError},
    error::{Format, JsonHint, SheetError, excerpt, quoted},
    lines::Lines,
    sheet::{Sheet, field_name, write_result},
};

/// Scores JSON Lines. True if every sheet could be read.
///
/// # Errors
/// Where the input cannot be read or the output cannot be written. What a sheet says is never one.
pub fn score_json_lines(input: impl BufRead, out: &mut impl Write) -> io::Result<bool> {
    let (mut all_read, mut lines) = (true, Lines::new(input));
    while let Some(line) = lines.next()? {
        if let Some(kind) = line.file_kind() {
            return write_result(out, line.number, Err(SheetError::File(kind)));
        }
        if !line.text.iter().all(u8::is_ascii_whitespace) {
            all_read &= write_result(out, line.number, line.checked().and_then(sheet))?;
        }
    }
    Ok(all_read)
}

/// A sheet as it stands in a line.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Line<'a> {
    #[serde(borrow, default)]
    id: Option<&'a RawValue>,
    #[serde(default)]
    form: Option<serde_json::Value>,
    #[serde(borrow)]
    answers: &'a RawValue,
}

fn sheet(text: &[u8]) -> Result<Sheet, SheetError> {
    let text = std::str::from_utf8(text).map_err(|_| SheetError::LineNotUtf8)?;
    let line: Line = serde_json::from_str(text).map_err(|error| {
        // "at line 1" would contradict the line number beside it.
        let message = error.to_string().replace(" at line 1 column ", " at column ");
        SheetError::Json { message, hint: hint(text) }
    })?;
    let form = match line.form {
        None | Some(serde_json::Value::Null) => Form::Full,
        Some(serde_json::Value::String(name)) => name.parse().map_err(|_| SheetError::Form(quoted(&name)))?,
        Some(other) => return Err(SheetError::Form(excerpt(&other.to_string()))),
    };
    // As text, because numbers are read from their digits.
    let entries: Vec<&RawValue> =
        serde_json::from_str(line.answers.get()).map_err(|_| SheetError::NotAList(excerpt(line.answers.get())))?;
    if entries.len() != ITEMS && (form == Form::Full || entries.len() != QUICK_ITEMS) {
        return Err(SheetError::Entries { found: entries.len(), form });
    }
    let mut answers = Answers::NONE;
    for (position, entry) in Position::all().zip(&entries) {
        let answer = entry_answer(entry.get()).map_err(|error| SheetError::Answer {
            field: format!("answers, {}", field_name(position)),
            found: excerpt(entry.get()),
            error,
            format: Format::Json,
        })?;
        answers = answers.with(position, answer);
    }
    let id = line.id.map_or("null", RawValue::get).to_owned();
    Ok(Sheet { id, form, answers })
}

fn hint(text: &str) -> JsonHint {
    if !text.trim_start().starts_with('{') {
        JsonHint::OneObject
    } else if text.contains("NaN") {
        JsonHint::Null
    } else {
        JsonHint::Examples
    }
}

/// A number, `null`, or a cell as text: what a program that turns CSV into JSON makes of it.
fn entry_answer(entry: &str) -> Result<Option<Answer>, AnswerError> {
    if entry == "null" {
        Ok(None)
    } else if entry.starts_with('"') {
        answer::from_cell(&serde_json::from_str::<String>(entry).map_err(|_| AnswerError::NotANumber)?)
    } else {
        answer::from_number(entry).map(Some)
    }
}

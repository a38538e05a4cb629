//! Scores answer sheets: JSON Lines or CSV in, one JSON object a line out.
//!
//! A sheet that cannot be read gets `{"line": n, "error": "…"}` in its place, and the others are still scored.

mod answer;

use std::io::{self, BufRead, Read, Write};

use exhale_quiz::{Answer, Answers, Form, ITEMS, Picture, Position, QUICK_ITEMS, record};
use serde::Deserialize;
use serde_json::value::RawValue;

use answer::AnswerError;

/// What some spreadsheets put first.
const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";

/// One answer sheet, checked.
struct Sheet {
    id: Box<RawValue>,
    form: Form,
    answers: Answers,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    #[serde(default)]
    id: Option<Box<RawValue>>,
    #[serde(default)]
    form: Option<serde_json::Value>,
    answers: Box<RawValue>,
}

/// Scores JSON Lines. True if every sheet could be read.
///
/// # Errors
/// Where the input cannot be read or the output cannot be written. What a sheet says is never one.
pub fn score_json_lines(mut input: impl BufRead, out: &mut impl Write) -> io::Result<bool> {
    let (mut all_good, mut number, mut line) = (true, 0_u64, Vec::new());
    loop {
        line.clear();
        if input.read_until(b'\n', &mut line)? == 0 {
            return Ok(all_good);
        }
        number += 1;
        let text = if number == 1 { line.strip_prefix(BYTE_ORDER_MARK).unwrap_or(&line) } else { &line };
        if text.iter().all(u8::is_ascii_whitespace) {
            continue;
        }
        all_good &= write_sheet(out, number, json_sheet(text))?;
    }
}

fn json_sheet(text: &[u8]) -> Result<Sheet, String> {
    let text = std::str::from_utf8(text).map_err(|_| "the line is not UTF-8 text".to_owned())?;
    let line: Line = serde_json::from_str(text).map_err(|error| {
        let error = error.to_string();
        // "at line 1" would contradict the line number beside it.
        format!("not an answer sheet: {}", error.replace(" at line 1 column ", " at column "))
    })?;
    let form = match line.form {
        None | Some(serde_json::Value::Null) => Form::Full,
        Some(serde_json::Value::String(name)) => form(&name)?,
        Some(other) => return Err(format!("form: {other} is not \"full\" or \"quick\"")),
    };
    // As text, because numbers are read from their digits.
    let entries: Vec<&RawValue> = serde_json::from_str(line.answers.get())
        .map_err(|_| format!("answers: expected a list, found {}", line.answers.get()))?;
    let fits = entries.len() == ITEMS || (form == Form::Quick && entries.len() == QUICK_ITEMS);
    if !fits {
        let expected = if form == Form::Quick { "10 or 30" } else { "30" };
        return Err(format!("answers: {} entries, expected {expected} for the {} form", entries.len(), form.slug()));
    }
    let mut answers = Answers::NONE;
    for (position, entry) in Position::all().zip(&entries) {
        let answer = entry_answer(entry.get()).map_err(|error| {
            let (field, found) = (name(position), entry.get());
            format!("answers, {field}: {found} is {error}: write 1, 2, 3, 4 or 5, or null for a skipped statement")
        })?;
        answers = answers.with(position, answer);
    }
    Ok(Sheet { id: line.id.unwrap_or_default(), form, answers })
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

/// Scores a spreadsheet saved as CSV. True if every sheet could be read.
///
/// # Errors
/// Where the input cannot be read or the output cannot be written. What a sheet says is never one.
pub fn score_csv(mut input: impl Read, out: &mut impl Write) -> io::Result<bool> {
    let mut first = Vec::new();
    input.by_ref().take(BYTE_ORDER_MARK.len() as u64).read_to_end(&mut first)?;
    let first = io::Cursor::new(if first == BYTE_ORDER_MARK { Vec::new() } else { first });
    let input = Lines { input: first.chain(input), bytes: Vec::new(), from: 0, counted: 0, line: 1 };
    let mut reader = csv::ReaderBuilder::new().flexible(true).has_headers(false).trim(csv::Trim::All).from_reader(input);
    let (mut all_good, mut columns, mut row) = (true, None, csv::ByteRecord::new());
    loop {
        let end_of_last = reader.position().byte();
        if !reader.read_byte_record(&mut row).map_err(io::Error::other)? {
            return Ok(all_good);
        }
        let line = reader.get_mut().of_row_after(end_of_last);
        if row.len() == 1 && row[0].is_empty() {
            continue;
        }
        let Some(columns) = &columns else {
            match Columns::read(&row) {
                Ok(found) => columns = Some(found),
                Err(error) => return write_sheet(out, line, Err(error)),
            }
            continue;
        };
        all_good &= write_sheet(out, line, columns.sheet(&row))?;
    }
}

/// Counts the lines of what is read, and keeps of it only what has not been counted. The reader's own line is the one where it
/// looks for a row: it stops after the first character of a line end, and passes over empty lines.
struct Lines<R> {
    input: R,
    /// What has been read and not dropped yet.
    bytes: Vec<u8>,
    /// Where that begins in the whole input.
    from: u64,
    /// How much of it has been counted.
    counted: usize,
    /// The line in which that ends, from 1.
    line: u64,
}

/// How much is counted before it is dropped: each time moves what is left.
const KEPT: usize = 1 << 16;

impl<R: Read> Read for Lines<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let length = self.input.read(buffer)?;
        self.bytes.extend_from_slice(&buffer[..length]);
        Ok(length)
    }
}

impl<R> Lines<R> {
    /// The line where the row begins that comes after the one which ended there.
    fn of_row_after(&mut self, end: u64) -> u64 {
        let end = (end - self.from) as usize;
        let start = end + self.bytes[end..].iter().take_while(|byte| b"\r\n".contains(byte)).count();
        self.line += self.bytes[self.counted..start].split(|byte| *byte == b'\n').count() as u64 - 1;
        self.counted = start;
        if self.counted > KEPT {
            self.bytes.drain(..self.counted);
            self.from += self.counted as u64;
            self.counted = 0;
        }
        self.line
    }
}

/// Where the fields stand in a row.
struct Columns {
    id: usize,
    form: Option<usize>,
    items: Vec<Option<usize>>,
    count: usize,
}

impl Columns {
    fn read(header: &csv::ByteRecord) -> Result<Columns, String> {
        let names: Vec<String> = header.iter().map(|name| String::from_utf8_lossy(name).trim().to_lowercase()).collect();
        for (index, column) in names.iter().enumerate() {
            let known = column == "id" || column == "form" || Position::all().any(|position| *column == name(position));
            if !known {
                return Err(format!("header: column '{column}' is not id, form or q01 to q30"));
            }
            if names[..index].contains(column) {
                return Err(format!("header: column '{column}' is there twice"));
            }
        }
        let place = |wanted: &str| names.iter().position(|column| column == wanted);
        let items: Vec<_> = Position::all().map(|position| place(&name(position))).collect();
        if let Some(missing) = Position::all().take(QUICK_ITEMS).find(|position| items[position.index()].is_none()) {
            return Err(format!("header: column '{}' is missing", name(missing)));
        }
        let id = place("id").ok_or("header: column 'id' is missing")?;
        Ok(Columns { id, form: place("form"), items, count: names.len() })
    }

    fn sheet(&self, row: &csv::ByteRecord) -> Result<Sheet, String> {
        if row.len() != self.count {
            return Err(format!("the row has {} fields, the header has {}", row.len(), self.count));
        }
        let text = |index: usize, field: &str| {
            std::str::from_utf8(&row[index]).map(str::trim).map_err(|_| format!("{field}: not UTF-8 text"))
        };
        let id = serde_json::value::to_raw_value(text(self.id, "id")?).map_err(|error| format!("id: {error}"))?;
        let form = match self.form.map(|index| text(index, "form")).transpose()? {
            None | Some("") => Form::Full,
            Some(name) => form(name)?,
        };
        let mut answers = Answers::NONE;
        for position in Position::all().take(form.items()) {
            let field = name(position);
            let index =
                self.items[position.index()].ok_or_else(|| format!("{field}: the column is missing, and the form is full"))?;
            let cell = text(index, &field)?;
            let answer = answer::from_cell(cell).map_err(|error| {
                format!("{field}: '{cell}' is {error}: write 1, 2, 3, 4 or 5, or nothing for a skipped statement")
            })?;
            answers = answers.with(position, answer);
        }
        Ok(Sheet { id, form, answers })
    }
}

fn form(name: &str) -> Result<Form, String> {
    name.parse().map_err(|error| format!("form: {error}"))
}

fn name(position: Position) -> String {
    format!("q{:02}", position.number())
}

/// True if the sheet was good.
fn write_sheet(out: &mut impl Write, line: u64, sheet: Result<Sheet, String>) -> io::Result<bool> {
    match sheet {
        Ok(sheet) => {
            let picture = Picture::of(sheet.form, &sheet.answers);
            writeln!(out, "{{\"id\":{},{}}}", sheet.id, record::members(&picture))?;
            Ok(true)
        }
        Err(error) => {
            writeln!(out, "{}", serde_json::json!({ "line": line, "error": error }))?;
            Ok(false)
        }
    }
}

//! Where the fields stand in a row.

use exhale_quiz::{Answers, Form, ITEMS, Position, QUICK_ITEMS};

use super::{
    super::{
        answer,
        error::{Format, HeaderError, SheetError, quoted},
        sheet::{Sheet, field_name},
    },
    row::{Row, StrayQuote, is_blank},
};

/// What the header says.
pub struct Columns {
    delimiter: u8,
    /// Their names. An empty one is the column of row numbers that pandas and R write, or what a trailing delimiter leaves: it is
    /// not read.
    names: Vec<String>,
    id: usize,
    form: Option<usize>,
    items: [Option<usize>; ITEMS],
}

impl Columns {
    pub fn new(header: &Row, delimiter: u8) -> Result<Columns, HeaderError> {
        let names: Vec<String> = header.fields().map(|name| String::from_utf8_lossy(name).trim().to_lowercase()).collect();
        let used = || names.iter().enumerate().filter(|(_, name)| !name.is_empty());
        for (index, name) in used() {
            if name != "id" && name != "form" && Position::all().all(|position| *name != field_name(position)) {
                return Err(HeaderError::Unknown(quoted(name)));
            }
            if names[..index].contains(name) {
                return Err(HeaderError::Twice(name.clone()));
            }
        }
        let find = |wanted: &str| names.iter().position(|name| name == wanted);
        let mut items = [None; ITEMS];
        for position in Position::all() {
            let name = field_name(position);
            items[position.index()] = find(&name);
            if items[position.index()].is_none() && position.index() < QUICK_ITEMS {
                return Err(HeaderError::Missing(name));
            }
        }
        let id = find("id").ok_or_else(|| HeaderError::Missing("id".to_owned()))?;
        let form = find("form");
        Ok(Columns { delimiter, names, id, form, items })
    }

    pub fn delimiter(&self) -> u8 {
        self.delimiter
    }

    /// The sheet in a row, `None` if there is none.
    pub fn sheet(&self, row: &Row) -> Result<Option<Sheet>, SheetError> {
        if self.is_empty(row) {
            return Ok(None);
        }
        if self.is_long(row) {
            return Err(SheetError::LongRow { found: row.len(), expected: self.names.len(), delimiter: self.delimiter.into() });
        }
        let id = serde_json::Value::from(self.text(row, self.id)?).to_string();
        let form = self.form.map_or(Ok(""), |index| self.text(row, index))?;
        let form = read_form(form)?;
        let mut answers = Answers::NONE;
        for position in Position::all().take(form.items()) {
            let index = self.items[position.index()].ok_or_else(|| SheetError::NoColumn(field_name(position)))?;
            let text = self.text(row, index)?;
            let answer = answer::from_cell(text).map_err(|error| SheetError::Answer {
                field: field_name(position),
                found: quoted(text),
                error,
                format: Format::Csv,
            })?;
            answers = answers.with(position, answer);
        }
        Ok(Some(Sheet { id, form, answers }))
    }

    /// True if a row has the length of the header, or is a sheet all the same.
    pub fn fit(&self, row: &Row) -> bool {
        let last_named = self.names.iter().rposition(|name| !name.is_empty());
        let is_whole = last_named.is_some_and(|last| last < row.len()) && !self.is_long(row);
        is_whole || matches!(self.sheet(row), Ok(Some(_)))
    }

    /// What to say about a stray quote.
    pub fn quote_error(&self, stray: StrayQuote) -> SheetError {
        SheetError::Quote { field: self.name(stray.field), error: stray.error }
    }

    /// True if nobody answered anything in a row: what spreadsheets leave below or between sheets, also with the form filled in.
    fn is_empty(&self, row: &Row) -> bool {
        let is_blank_at = |index: usize| row.get(index).is_none_or(is_blank);
        let mut read = self.items.iter().flatten().chain([&self.id]);
        is_blank_at(self.id)
            && read.all(|index| is_blank_at(*index))
            && !self.is_long(row)
            && self.form.is_none_or(|index| is_blank_at(index) || self.text(row, index).and_then(read_form).is_ok())
    }

    /// True if there are fields behind the last column. Empty ones do no harm.
    fn is_long(&self, row: &Row) -> bool {
        row.fields().skip(self.names.len()).any(|field| !is_blank(field))
    }

    fn text<'a>(&self, row: &'a Row, index: usize) -> Result<&'a str, SheetError> {
        let field = row.get(index).ok_or_else(|| SheetError::ShortRow {
            field: self.name(index),
            found: row.len(),
            expected: self.names.len(),
            delimiter: self.delimiter.into(),
        })?;
        std::str::from_utf8(field).map(str::trim).map_err(|_| SheetError::FieldNotUtf8(self.name(index)))
    }

    /// How a message calls a field.
    fn name(&self, index: usize) -> String {
        self.names.get(index).filter(|name| !name.is_empty()).cloned().unwrap_or_else(|| format!("field {}", index + 1))
    }
}

/// In any case: spreadsheets make the first letter of a cell a capital.
fn read_form(name: &str) -> Result<Form, SheetError> {
    if name.is_empty() {
        return Ok(Form::Full);
    }
    name.to_lowercase().parse().map_err(|_| SheetError::Form(quoted(name)))
}

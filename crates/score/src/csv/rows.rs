//! The rows below the header. A line that cannot be read costs no other.

use std::{
    collections::VecDeque,
    io::{self, BufRead},
};

use super::{
    super::{
        error::SheetError,
        lines::{Line, Lines},
    },
    columns::Columns,
    row::{Row, Splitter, split},
};

/// The most bytes that are looked at for the end of a quoted field. Every line counts for one more, so that empty ones end, too.
const LONGEST_FIELD: usize = 1 << 14;

/// Reads row by row.
pub struct Rows<'a, R> {
    lines: Lines<R>,
    columns: &'a Columns,
    /// Lines that were looked at for the end of a quoted field that began before them.
    ahead: VecDeque<Line>,
}

impl<'a, R: BufRead> Rows<'a, R> {
    pub fn new(lines: Lines<R>, columns: &'a Columns) -> Rows<'a, R> {
        Rows { lines, columns, ahead: VecDeque::new() }
    }

    /// The next row and the line where it begins, `None` at the end. After an error it goes on with the line after that one.
    pub fn next(&mut self) -> io::Result<Option<(u64, Result<Row, SheetError>)>> {
        let first = match self.ahead.pop_front() {
            Some(line) => line,
            None => match self.lines.next()? {
                Some(line) => line,
                None => return Ok(None),
            },
        };
        let row = match first.checked() {
            Ok(text) => self.row(text, first.end)?,
            Err(error) => Err(error),
        };
        Ok(Some((first.number, row)))
    }

    fn row(&mut self, first: &[u8], first_end: &[u8]) -> io::Result<Result<Row, SheetError>> {
        let mut splitter = Splitter::new(self.columns.delimiter());
        match splitter.read(first) {
            Ok(true) => Ok(Ok(splitter.finish())),
            Ok(false) => {
                let not_closed = self.columns.quote_error(splitter.not_closed());
                splitter.continue_after(first_end);
                Ok(self.row_of_lines(splitter)?.ok_or(not_closed))
            }
            Err(stray) => Ok(Err(self.columns.quote_error(stray))),
        }
    }

    /// The rest of a row whose first line ends within a quoted field. `None` if that quote is a stray one: no later one ends it, or
    /// not in the way that makes a row. The lines that were looked at are then read again.
    fn row_of_lines(&mut self, mut splitter: Splitter) -> io::Result<Option<Row>> {
        let mut length = 0;
        for index in 0.. {
            if index == self.ahead.len() {
                let Some(line) = self.lines.next()? else { break };
                self.ahead.push_back(line);
            }
            let line = &self.ahead[index];
            length += line.text.len() + 1;
            if length > LONGEST_FIELD || line.checked().is_err() || self.is_sheet(&line.text) {
                break;
            }
            match splitter.read(&line.text) {
                Ok(false) => splitter.continue_after(line.end),
                Ok(true) => {
                    let row = Some(splitter.finish()).filter(|row| self.columns.fit(row));
                    if row.is_some() {
                        self.ahead.drain(..=index);
                    }
                    return Ok(row);
                }
                Err(_) => break,
            }
        }
        Ok(None)
    }

    /// True if a line is a whole sheet by itself.
    fn is_sheet(&self, line: &[u8]) -> bool {
        split(line, self.columns.delimiter()).is_ok_and(|row| matches!(self.columns.sheet(&row), Ok(Some(_))))
    }
}

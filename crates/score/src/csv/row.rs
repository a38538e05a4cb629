//! A row, split into fields.

use exhale_quiz::QUICK_ITEMS;

use super::super::error::QuoteError;

/// What may stand between fields.
pub const DELIMITERS: [u8; 4] = [b',', b';', b'\t', b'|'];
/// A field of several lines with as many delimiters in it holds a sheet: its quote is a stray one.
const DELIMITERS_OF_A_SHEET: usize = QUICK_ITEMS;

/// The fields of a row, without their quotes.
#[derive(Debug, Default)]
pub struct Row {
    text: Vec<u8>,
    /// Where each field ends in the text.
    ends: Vec<usize>,
}

impl Row {
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    pub fn get(&self, index: usize) -> Option<&[u8]> {
        let start = index.checked_sub(1).map_or(0, |before| self.ends.get(before).copied().unwrap_or_default());
        self.ends.get(index).map(|end| &self.text[start..*end])
    }

    pub fn fields(&self) -> impl Iterator<Item = &[u8]> {
        (0..self.len()).filter_map(|index| self.get(index))
    }
}

/// A quote that is not where it may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StrayQuote {
    /// The index of the field.
    pub field: usize,
    pub error: QuoteError,
}

/// Where in a field the next byte stands.
#[derive(Clone, Copy)]
enum State {
    Start,
    Plain,
    Quoted,
    /// After a quote: the end of a quoted field, or the first half of a doubled quote.
    Quote,
    /// Behind a quoted field.
    After,
}

/// Splits a row, line by line: a field in quotes may hold line ends.
pub struct Splitter {
    delimiter: u8,
    state: State,
    row: Row,
    /// How many delimiters the quoted field holds.
    delimiters: usize,
    /// Whether the quoted field began in an earlier line.
    is_continued: bool,
}

impl Splitter {
    pub fn new(delimiter: u8) -> Splitter {
        Splitter { delimiter, state: State::Start, row: Row::default(), delimiters: 0, is_continued: false }
    }

    /// Reads a line. True if the row ends with it, false if it ends within a quoted field.
    pub fn read(&mut self, line: &[u8]) -> Result<bool, StrayQuote> {
        for &byte in line {
            self.state = match (self.state, byte) {
                (State::Quoted, b'"') => State::Quote,
                (State::Quoted, _) => {
                    self.delimiters += usize::from(byte == self.delimiter);
                    self.push(byte, State::Quoted)
                }
                (State::Quote, b'"') => self.push(byte, State::Quoted),
                (_, byte) if byte == self.delimiter => {
                    self.end_field();
                    State::Start
                }
                (State::Start, b'"') => {
                    (self.delimiters, self.is_continued) = (0, false);
                    State::Quoted
                }
                (State::Start, b' ' | b'\t') => self.push(byte, State::Start),
                (State::Plain, b'"') => return Err(self.stray(QuoteError::InsideField)),
                (State::Start | State::Plain, _) => self.push(byte, State::Plain),
                (State::Quote | State::After, b' ' | b'\t') => State::After,
                (State::Quote | State::After, _) => return Err(self.stray(QuoteError::TextAfter)),
            };
            if self.is_continued && self.delimiters >= DELIMITERS_OF_A_SHEET {
                return Err(self.stray(QuoteError::NotClosed));
            }
        }
        if !matches!(self.state, State::Quoted) {
            self.end_field();
            return Ok(true);
        }
        Ok(false)
    }

    /// Goes on with the next line: the end of this one belongs to the field.
    pub fn continue_after(&mut self, line_end: &[u8]) {
        self.row.text.extend_from_slice(line_end);
        self.is_continued = true;
    }

    /// What is wrong if the row ends here.
    pub fn not_closed(&self) -> StrayQuote {
        self.stray(QuoteError::NotClosed)
    }

    pub fn finish(self) -> Row {
        self.row
    }

    fn push(&mut self, byte: u8, state: State) -> State {
        self.row.text.push(byte);
        state
    }

    fn end_field(&mut self) {
        self.row.ends.push(self.row.text.len());
    }

    fn stray(&self, error: QuoteError) -> StrayQuote {
        StrayQuote { field: self.row.len(), error }
    }
}

/// Splits a row that is one line.
pub fn split(line: &[u8], delimiter: u8) -> Result<Row, StrayQuote> {
    let mut splitter = Splitter::new(delimiter);
    if splitter.read(line)? { Ok(splitter.finish()) } else { Err(splitter.not_closed()) }
}

/// True if a text holds nothing but blanks and delimiters: what spreadsheets write for an empty row.
pub fn is_blank(text: &[u8]) -> bool {
    std::str::from_utf8(text).is_ok_and(|text| {
        text.chars()
            .all(|character| character.is_whitespace() || u8::try_from(character).is_ok_and(|byte| DELIMITERS.contains(&byte)))
    })
}

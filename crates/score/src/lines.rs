//! The lines of the input, whatever ends them.

use std::io::{self, BufRead};

use super::{error::SheetError, file_kind::FileKind};

/// What some spreadsheets put first.
const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";
/// The most bytes of a line that are read: no sheet is as long, and a file without line ends must not fill the memory.
const LONGEST: usize = 1 << 20;

/// One line.
pub struct Line {
    /// Its number, from 1, as an editor shows it.
    pub number: u64,
    /// What it says, without its end and without a byte order mark.
    pub text: Vec<u8>,
    /// What ends it: `\n`, `\r\n`, `\r`, or nothing at the end of the input.
    pub end: &'static [u8],
    /// True if it is longer than [`LONGEST`], and `text` is only its beginning.
    is_cut: bool,
}

impl Line {
    /// What the whole input is, where this is its first line and shows that it is not text in UTF-8.
    pub fn file_kind(&self) -> Option<FileKind> {
        if self.number == 1 { FileKind::of(&self.text) } else { None }
    }

    /// The text, if it is all there and may be text at all.
    pub fn checked(&self) -> Result<&[u8], SheetError> {
        if self.is_cut {
            Err(SheetError::LongLine)
        } else if self.text.contains(&0) {
            Err(SheetError::NulByte)
        } else {
            Ok(&self.text)
        }
    }
}

/// Reads an input line by line.
pub struct Lines<R> {
    input: R,
    count: u64,
}

impl<R: BufRead> Lines<R> {
    pub fn new(input: R) -> Lines<R> {
        Lines { input, count: 0 }
    }

    /// The next line, `None` at the end.
    pub fn next(&mut self) -> io::Result<Option<Line>> {
        if self.peek()?.is_none() {
            return Ok(None);
        }
        self.count += 1;
        let (mut text, mut is_cut) = (Vec::new(), false);
        let end = loop {
            let buffer = self.buffer()?;
            let length = buffer.iter().position(|byte| matches!(byte, b'\n' | b'\r')).unwrap_or(buffer.len());
            let kept = length.min(LONGEST - text.len());
            text.extend_from_slice(&buffer[..kept]);
            is_cut |= kept < length;
            self.input.consume(length);
            if let Some(end) = self.line_end()? {
                break end;
            }
        };
        if self.count == 1 && text.starts_with(BYTE_ORDER_MARK) {
            text.drain(..BYTE_ORDER_MARK.len());
        }
        Ok(Some(Line { number: self.count, text, end, is_cut }))
    }

    /// Passes over the end of a line, if one is next or the input ends.
    fn line_end(&mut self) -> io::Result<Option<&'static [u8]>> {
        let end: &[u8] = match self.peek()? {
            None => return Ok(Some(b"")),
            Some(b'\n') => b"\n",
            Some(b'\r') => b"\r",
            Some(_) => return Ok(None),
        };
        self.input.consume(1);
        if end == b"\r" && self.peek()? == Some(b'\n') {
            self.input.consume(1);
            return Ok(Some(b"\r\n"));
        }
        Ok(Some(end))
    }

    fn peek(&mut self) -> io::Result<Option<u8>> {
        Ok(self.buffer()?.first().copied())
    }

    fn buffer(&mut self) -> io::Result<&[u8]> {
        // A read that a signal interrupted is tried again. In two steps, because the buffer is borrowed from the input.
        while let Err(error) = self.input.fill_buf() {
            if error.kind() != io::ErrorKind::Interrupted {
                return Err(error);
            }
        }
        self.input.fill_buf()
    }
}

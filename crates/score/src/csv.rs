//! CSV: a header, then a sheet in each row.
//!
//! Rows are split here and not by the crate `csv`: that one reads a stray quote as part of a field or as the beginning of one, and
//! does not say so. A quote that was never closed would take every sheet after it.

use std::io::{self, BufRead, Write};

use super::{lines::Lines, sheet::write_result};

mod columns;
mod header;
mod row;
mod rows;

use rows::Rows;

/// Scores a spreadsheet: CSV with commas, semicolons, tabs or bars between the fields. True if every sheet could be read.
///
/// # Errors
/// Where the input cannot be read or the output cannot be written. What a sheet says is never one.
pub fn score_csv(input: impl BufRead, out: &mut impl Write) -> io::Result<bool> {
    let mut lines = Lines::new(input);
    let columns = match header::read(&mut lines)? {
        None => return Ok(true),
        Some((_, Ok(columns))) => columns,
        Some((line, Err(error))) => return write_result(out, line, Err(error)),
    };
    let (mut all_read, mut rows) = (true, Rows::new(lines, &columns));
    while let Some((line, row)) = rows.next()? {
        if let Some(sheet) = row.and_then(|row| columns.sheet(&row)).transpose() {
            all_read &= write_result(out, line, sheet)?;
        }
    }
    Ok(all_read)
}

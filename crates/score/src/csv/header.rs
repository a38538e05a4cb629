//! The first row, which names the columns, and what may stand before it.

use std::io::{self, BufRead};

use super::{
    super::{
        error::{HeaderError, SheetError},
        lines::Lines,
    },
    columns::Columns,
    row::{DELIMITERS, is_blank, split},
};

/// Reads up to the header. The line where it stands and what it says; `None` if there is none.
pub fn read(lines: &mut Lines<impl BufRead>) -> io::Result<Option<(u64, Result<Columns, SheetError>)>> {
    while let Some(line) = lines.next()? {
        if let Some(kind) = line.file_kind() {
            return Ok(Some((line.number, Err(SheetError::File(kind)))));
        }
        let text = match line.checked() {
            Ok(text) => text,
            Err(error) => return Ok(Some((line.number, Err(error)))),
        };
        let delimiter = delimiter(text);
        match split(text, delimiter) {
            _ if is_separator_line(text) => {}
            Ok(row) if row.fields().all(is_blank) => {}
            Ok(row) => return Ok(Some((line.number, Columns::new(&row, delimiter).map_err(SheetError::Header)))),
            Err(stray) => {
                let error = HeaderError::Quote { column: stray.field + 1, error: stray.error };
                return Ok(Some((line.number, Err(SheetError::Header(error)))));
            }
        }
    }
    Ok(None)
}

/// The one that stands most often in the header: no name of a column has any.
fn delimiter(header: &[u8]) -> u8 {
    let count = |delimiter: &u8| header.split(|byte| byte == delimiter).count();
    // The first of those that stand equally often.
    DELIMITERS.into_iter().rev().max_by_key(count).unwrap_or(b',')
}

/// `sep=;` and the like, which tells Excel the delimiter. The header shows it too.
fn is_separator_line(text: &[u8]) -> bool {
    let text = text.strip_prefix(b"\"").unwrap_or(text);
    text.get(..4).is_some_and(|start| start.eq_ignore_ascii_case(b"sep="))
}

//! Inputs that are not text in UTF-8, by their first bytes.

use std::fmt;

/// Such an input.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    Utf16,
    Workbook,
}

impl FileKind {
    /// What an input is that begins with this.
    pub fn of(start: &[u8]) -> Option<FileKind> {
        let is_utf16 = start.starts_with(b"\xFF\xFE") || start.starts_with(b"\xFE\xFF") || has_alternating_nul(start);
        // Zip archives (xlsx, ods), and the format of older versions of Excel.
        let is_workbook = start.starts_with(b"PK\x03\x04") || start.starts_with(b"\xD0\xCF\x11\xE0");
        if is_utf16 { Some(FileKind::Utf16) } else { is_workbook.then_some(FileKind::Workbook) }
    }
}

impl fmt::Display for FileKind {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            FileKind::Utf16 => "the input is UTF-16 text: save it again as UTF-8 (in Excel: \"CSV UTF-8\")",
            FileKind::Workbook => {
                "the input is a spreadsheet's own file, such as .xlsx: save it as CSV (in Excel: \"CSV UTF-8\")"
            }
        })
    }
}

impl std::error::Error for FileKind {}

/// Latin letters in UTF-16, without a byte order mark.
fn has_alternating_nul(start: &[u8]) -> bool {
    let is_nul = |index| start.get(index) == Some(&0);
    start.len() >= 4 && is_nul(0) != is_nul(1) && is_nul(0) == is_nul(2) && is_nul(1) == is_nul(3)
}

//! Scores answer sheets: JSON Lines or CSV in, one JSON object a line out.
//!
//! A sheet that cannot be read gets `{"line": n, "error": "…"}` in its place, with the line where it begins, the field, the cause
//! and what to do; the others are still scored. Input is read line by line, so memory does not grow with its length.
//!
//! ```
//! let sheets = "id;form;q01;q02;q03;q04;q05;q06;q07;q08;q09;q10\nAnn;quick;2,0;3;4;4;2;5;3;3;3;\n";
//! let mut out = Vec::new();
//! assert!(exhale_score::score_csv(sheets.as_bytes(), &mut out)?);
//! assert!(out.starts_with(br#"{"id":"Ann","revision":2,"form":"quick","answered":9,"#));
//! # Ok::<(), std::io::Error>(())
//! ```

mod answer;
mod csv;
mod error;
mod file_kind;
mod json;
mod lines;
mod sheet;

pub use csv::score_csv;
pub use json::score_json_lines;

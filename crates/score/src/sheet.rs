//! One answer sheet, checked, and the line that is written for it.

use std::io::{self, Write};

use exhale_quiz::{Answers, Form, Position, QuizResult, json};

use super::error::SheetError;

/// What a person answered.
#[derive(Debug)]
pub struct Sheet {
    /// As JSON.
    pub id: String,
    pub form: Form,
    pub answers: Answers,
}

/// The name of an answer: `q01` to `q30`.
pub fn field_name(position: Position) -> String {
    format!("q{:02}", position.number())
}

/// Writes the result of a sheet, or why there is none. True if there is one.
pub fn write_result(out: &mut impl Write, line: u64, sheet: Result<Sheet, SheetError>) -> io::Result<bool> {
    match sheet {
        Ok(Sheet { id, form, answers }) => {
            let result = QuizResult::of(form, &answers);
            writeln!(out, "{{\"id\":{id},{}}}", json::members(&result))?;
            Ok(true)
        }
        Err(error) => {
            writeln!(out, "{}", serde_json::json!({ "line": line, "error": error.to_string() }))?;
            Ok(false)
        }
    }
}

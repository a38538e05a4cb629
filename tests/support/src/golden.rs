//! The golden answer sheets: each scored by both forms by a scorer of its own, in exact rational arithmetic.

use exhale_quiz::Form;
use serde_json::Value;

/// One answer sheet and what has to come out of it.
pub struct Golden {
    /// The name of the sheet and of the form, for messages.
    pub name: String,
    /// The form to score it by.
    pub form: Form,
    /// Thirty entries, 1–5 or null, as they stand in the file.
    pub entries: Vec<Value>,
    /// The fields of `expect`.
    pub expect: Value,
}

/// All of them.
pub fn golden() -> Vec<Golden> {
    let cases: Vec<Value> =
        serde_json::from_str(include_str!("../../../crates/quiz/tests/data/golden.json")).expect("the golden file is JSON");
    let read = |case: &Value| {
        let slug = case["form"].as_str().expect("a form");
        Golden {
            // A comma would need quotes in a spreadsheet.
            name: format!("{} {slug}", case["name"].as_str().expect("a name").replace(',', "")),
            form: slug.parse().expect("quick or full"),
            entries: case["answers"].as_array().expect("a list").clone(),
            expect: case["expect"].clone(),
        }
    };
    cases.iter().map(read).collect()
}

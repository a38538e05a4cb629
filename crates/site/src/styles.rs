//! The style sheets: each is a few files of `styles/`, one after the other.

use crate::read;

/// A style sheet of the site by its address, and the files it is made of.
pub const SHEETS: &[(&str, &[&str])] = &[
    (
        "v1/quiz.css",
        // `src/component/inside.rs` has the same.
        &[
            "tokens",
            "themes",
            "quiz/base",
            "quiz/statement",
            "quiz/moves",
            "quiz/picture",
            "quiz/result",
            "quiz/devices",
            "quiz/print",
        ],
    ),
    ("v1/frame.css", &["tokens", "themes", "body", "frame"]),
    ("page.css", &["tokens", "body", "page"]),
    // It shows the colours of the quiz too, in a shadow root.
    ("builder.css", &["tokens", "themes", "body", "builder"]),
    ("paper.css", &["tokens", "body", "paper", "paper-key", "paper-narrow", "paper-print"]),
];

/// The text of a style sheet.
///
/// # Errors
/// If one of its files cannot be read.
pub fn sheet(files: &[&str]) -> Result<String, String> {
    files.iter().map(|name| read(format!("styles/{name}.css"))).collect()
}

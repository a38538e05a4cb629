//! The style sheets of the site.

use exhale::style;

use crate::read;

/// Each by its address, and its text.
///
/// # Errors
/// If a file of `styles/` cannot be read.
pub fn sheets() -> Result<[(&'static str, String); 5], String> {
    let joined = |files: &[&str]| files.iter().map(|name| read(format!("styles/{name}.css"))).collect::<Result<String, String>>();
    Ok([
        ("v1/quiz.css", style::SHEET.to_owned()),
        ("v1/frame.css", joined(&["tokens", "themes", "body", "element", "frame"])?),
        ("page.css", joined(&["tokens", "body", "element", "page"])?),
        // It shows the colours of the quiz too, in a shadow root.
        ("builder.css", joined(&["tokens", "themes", "body", "builder"])?),
        ("paper.css", joined(&["tokens", "body", "paper", "paper-key", "paper-narrow", "paper-print"])?),
    ])
}

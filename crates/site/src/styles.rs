//! The style sheets of the site.

use exhale::style;

use crate::read;

/// Each by its address, and its text.
///
/// # Errors
/// If a file of `styles/` cannot be read.
pub fn sheets() -> Result<[(&'static str, String); 7], String> {
    let joined = |files: &[&str]| files.iter().map(|name| read(format!("styles/{name}.css"))).collect::<Result<String, String>>();
    Ok([
        ("v1/quiz.css", style::SHEET.to_owned()),
        ("v1/frame.css", joined(&["tokens", "themes", "body", "element", "frame"])?),
        // Our page and the quiz in it, in one: a first visit asks for one sheet.
        ("start.css", without_host_colours(style::SHEET) + &joined(&["body", "element", "page"])?),
        ("page.css", with_used_tokens(&joined(&["tokens", "body", "element", "page"])?)),
        // It comes after page.css.
        ("about.css", with_used_tokens(&joined(&["tokens", "about"])?)),
        // It shows the colours of the quiz too, in a shadow root.
        ("builder.css", joined(&["tokens", "themes", "body", "builder"])?),
        ("paper.css", joined(&["tokens", "body", "paper", "paper-key", "paper-narrow", "paper-print"])?),
    ])
}

/// A sheet without the rules for colours that a page of somebody else gives.
fn without_host_colours(sheet: &str) -> String {
    sheet.split_inclusive("\n}\n").filter(|rule| !rule.contains("\n:host([theme~=\"inherit\" i])")).collect()
}

/// A sheet without the tokens that nothing in it uses. The quiz has its own in its shadow root, and a first visit pays for each.
fn with_used_tokens(sheet: &str) -> String {
    let is_used = |line: &&str| match line.trim_start().split_once(':') {
        Some((token, _)) if token.starts_with("--") => [")", ","].iter().any(|end| sheet.contains(&format!("var({token}{end}"))),
        _ => true,
    };
    sheet.lines().filter(is_used).flat_map(|line| [line, "\n"]).collect()
}

#[cfg(test)]
mod tests {
    use super::with_used_tokens;

    #[test]
    fn a_sheet_keeps_the_tokens_that_it_uses() {
        let sheet =
            ":root {\n  color: red;\n  --a: 1px;\n  --a-b: 2px;\n  --c: 3px;\n}\np {\n  margin: var(--a-b) var(--c, 1em);\n}\n";
        assert_eq!(with_used_tokens(sheet), sheet.replace("  --a: 1px;\n", ""));
    }
}

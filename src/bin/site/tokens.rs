//! The tokens in a style sheet of our own pages: only those it uses.

/// The tokens, a line each, that the style sheet uses, and then the sheet.
pub fn sheet(tokens: &str, sheet: &str) -> String {
    let is_used = |line: &&str| match line.trim_start().strip_prefix("--").and_then(|line| line.split_once(':')) {
        Some((name, _)) => sheet.contains(&format!("var(--{name})")),
        None => true,
    };
    let mut out: String = tokens.lines().filter(is_used).flat_map(|line| [line, "\n"]).collect();
    out.push_str(sheet);
    out
}

#[cfg(test)]
mod tests {
    use super::sheet;

    #[test]
    fn a_token_that_nothing_uses_is_left_out() {
        let tokens = ":root {\n  color-scheme: light;\n  --exhale-ink: #222;\n  --exhale-in: 1em;\n}\n";
        let page = "p {\n  color: var(--exhale-ink);\n}\n";
        assert_eq!(sheet(tokens, page), format!(":root {{\n  color-scheme: light;\n  --exhale-ink: #222;\n}}\n{page}"));
    }
}

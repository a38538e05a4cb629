//! The tokens, which stand in each style sheet as it needs them.

/// The tokens for the shadow root of the quiz, where nothing is the root of a page.
pub fn of_quiz(tokens: &str) -> String {
    let is_root = |line: &str| line.trim_start().starts_with(":root") && line.ends_with(',');
    tokens.lines().filter(|line| !is_root(line)).flat_map(|line| [line, "\n"]).collect()
}

/// The tokens for a page, where nothing is the host of a shadow root.
pub fn of_page(tokens: &str) -> String {
    let mut lines = tokens.lines();
    let mut out = String::new();
    while let Some(line) = lines.next() {
        match line.strip_suffix(',').filter(|line| line.trim_start().starts_with(":root")) {
            Some(root) => {
                // The other selector of the rule, on a line of its own.
                lines.next();
                out.extend([root, " {\n"]);
            }
            None => out.extend([line, "\n"]),
        }
    }
    out
}

/// The tokens, a line each, that a page's style sheet uses, and then the sheet.
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
    use super::{of_page, of_quiz, sheet};

    #[test]
    fn a_page_has_no_host_and_a_shadow_root_no_root() {
        let tokens = ":root,\n:host {\n  color-scheme: light;\n}\n";
        assert_eq!(of_page(tokens), ":root {\n  color-scheme: light;\n}\n");
        assert_eq!(of_quiz(tokens), ":host {\n  color-scheme: light;\n}\n");
    }

    #[test]
    fn a_token_that_nothing_uses_is_left_out() {
        let tokens = ":root {\n  color-scheme: light;\n  --exhale-ink: #222;\n  --exhale-in: 1em;\n}\n";
        let page = "p {\n  color: var(--exhale-ink);\n}\n";
        assert_eq!(sheet(tokens, page), format!(":root {{\n  color-scheme: light;\n  --exhale-ink: #222;\n}}\n{page}"));
    }
}

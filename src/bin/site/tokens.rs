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

/// The sheet of a page whose tokens nobody sets, smaller: the value of each that is the same in every look stands where it is used.
pub fn settled(sheet: &str) -> String {
    let mut out = sheet.to_owned();
    for line in sheet.lines() {
        let Some((name, value)) = line.trim_start().strip_suffix(';').and_then(|line| line.split_once(": ")) else { continue };
        if name.starts_with("--") && sheet.matches(&format!(" {name}: ")).count() == 1 {
            out = out.replace(&format!("{line}\n"), "").replace(&format!("var({name})"), value);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{of_page, of_quiz, settled, sheet};

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

    #[test]
    fn a_token_that_never_changes_is_its_value() {
        let sheet = ":root {\n  --exhale-ink: #222;\n  --exhale-in: 1em;\n}\n@media print {\n  :root {\n    --exhale-ink: #000;\n  }\n}\n";
        let used = "p {\n  color: var(--exhale-ink);\n  margin: var(--exhale-in) 0;\n}\n";
        let settled = settled(&(sheet.to_owned() + used));
        assert_eq!(settled, (sheet.replace("  --exhale-in: 1em;\n", "") + &used.replace("var(--exhale-in)", "1em")));
    }
}

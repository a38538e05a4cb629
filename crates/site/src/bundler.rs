//! esbuild, which bundles and minifies the scripts and style sheets of a release.

use std::{
    path::Path,
    process::{Command, Stdio},
};

/// Bundles a script with all it imports into one minified module.
pub fn bundle(entry: &Path, out: &Path) -> Result<(), String> {
    esbuild(entry, out, &["--bundle", "--format=esm"])
}

/// Minifies a style sheet, or a script that is no module.
pub fn minify(file: &Path) -> Result<(), String> {
    esbuild(file, file, &[])
}

fn esbuild(entry: &Path, out: &Path, options: &[&str]) -> Result<(), String> {
    let status = Command::new("esbuild")
        .arg(entry)
        .args(options)
        .args([
            "--minify",
            "--target=es2022",
            "--charset=utf8",
            "--legal-comments=none",
            "--log-level=warning",
            "--allow-overwrite",
        ])
        .arg(format!("--outfile={}", out.display()))
        .stdin(Stdio::null())
        .status()
        .map_err(|error| format!("esbuild cannot be run ({error}): a release needs it on PATH, `make build` sees to that"))?;
    if status.success() { Ok(()) } else { Err(format!("esbuild could not bundle {}: see its output above", entry.display())) }
}

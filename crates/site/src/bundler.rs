//! esbuild, which bundles and minifies the scripts and style sheets of a release.

use std::{
    path::Path,
    process::{Command, Stdio},
};

/// Bundles a script with all it imports into one minified module. What `external` matches stays where it is, and is loaded from there.
pub fn bundle(entry: &Path, out: &Path, external: Option<&str>) -> Result<(), String> {
    let external = external.map(|pattern| format!("--external:{pattern}"));
    let mut options = vec!["--bundle", "--format=esm", TARGET, THEIRS];
    options.extend(external.as_deref());
    let inject = inject(entry);
    options.extend(inject.as_deref());
    esbuild(entry, out, &options)
}

/// The same as a script that works as a module and as a classic script. Imports with `import()` stay.
pub fn bundle_classic(entry: &Path, out: &Path) -> Result<(), String> {
    let mut options = vec!["--bundle", "--format=iife", TARGET, THEIRS];
    let inject = inject(entry);
    options.extend(inject.as_deref());
    esbuild(entry, out, &options)
}

/// The same without what only pages of others need.
pub fn bundle_for_our_page(entry: &Path, out: &Path) -> Result<(), String> {
    esbuild(entry, out, &["--bundle", "--format=esm", TARGET, "--define:import.meta.OURS=true"])
}

/// Minifies a style sheet, or a script that is no module.
pub fn minify(file: &Path) -> Result<(), String> {
    esbuild(file, file, &[TARGET])
}

/// Minifies a script that browsers must be able to parse that are too old for the others.
pub fn minify_for_old_browsers(file: &Path, out: &Path) -> Result<(), String> {
    esbuild(file, out, &["--target=chrome64"])
}

/// What takes the place of globals in the scripts of the element.
fn inject(entry: &Path) -> Option<String> {
    let promise = entry.with_file_name("promise.js");
    promise.exists().then(|| format!("--inject:{}", promise.display()))
}

const TARGET: &str = "--target=es2022";
const THEIRS: &str = "--define:import.meta.OURS=false";

fn esbuild(entry: &Path, out: &Path, options: &[&str]) -> Result<(), String> {
    let status = Command::new("esbuild")
        .arg(entry)
        .args(options)
        .args(["--minify", "--charset=utf8", "--legal-comments=none", "--log-level=warning", "--allow-overwrite"])
        // wasm-bindgen's names for closures have types and hashes in them; only its own script uses them.
        .arg("--mangle-props=^wasm_bindgen_")
        .arg(format!("--outfile={}", out.display()))
        .stdin(Stdio::null())
        .status()
        .map_err(|error| format!("esbuild cannot be run ({error}): a release needs it on PATH, `make build` sees to that"))?;
    if status.success() { Ok(()) } else { Err(format!("esbuild could not bundle {}: see its output above", entry.display())) }
}

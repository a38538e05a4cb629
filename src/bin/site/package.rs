//! The package for bundlers: the element with the files it loads, its types, its manifest and what npm wants to know.

use std::{fs, path::Path};

use super::{
    said,
    sealed::{SHEET, Sealed, VERSION, VERSION_PLACE},
};

/// Where the files are that the package has besides what the site has.
const SOURCE: &str = "package";
const LICENCES: [&str; 2] = ["LICENSE-APACHE", "LICENSE-MIT"];

/// What a file that is loaded is called in the package. A development server makes a script of whatever is called a style
/// sheet, even if it is fetched as text.
fn file_of(sealed: &Sealed) -> String {
    if sealed.name == SHEET { format!("{}.txt", sealed.file) } else { sealed.file.clone() }
}

/// The entry of a file in the package's `embed.js`: its address, as bundlers find it, and its integrity. The script has
/// none: bundlers make it smaller, and development servers add to it.
pub fn address(sealed: &Sealed) -> String {
    let integrity = if sealed.name == "exhale.js" { String::new() } else { format!("sha256-{}", sealed.hash) };
    format!("\"{}\":[new URL(\"./{}\",import.meta.url).href,\"{integrity}\"]", sealed.name, file_of(sealed))
}

/// Adds to the package, which has its `embed.js`, whatever else is in it. The version comes from the crate.
///
/// # Errors
/// If a file cannot be read or written.
pub fn complete(package: &Path, element: &Path, sealed: &[Sealed]) -> Result<(), String> {
    for sealed in sealed {
        let path = element.join(&sealed.file);
        fs::copy(&path, package.join(file_of(sealed))).map_err(said(&path))?;
    }
    for licence in LICENCES {
        fs::copy(licence, package.join(licence)).map_err(said(Path::new(licence)))?;
    }
    let source = Path::new(SOURCE);
    for entry in fs::read_dir(source).map_err(said(source))? {
        let path = entry.map_err(said(source))?.path();
        let text = fs::read_to_string(&path).map_err(said(&path))?.replace(VERSION_PLACE, &format!("\"{VERSION}\""));
        let name = path.file_name().unwrap_or_default();
        fs::write(package.join(name), text).map_err(said(&path))?;
    }
    Ok(())
}

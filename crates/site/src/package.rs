//! The package for bundlers: the element with the files it loads, its types, its manifest and what npm wants to know.

use std::{fs, path::Path};

use crate::{
    asset::{Asset, LOADER, SHEET, VERSION, files},
    at, read, write,
};

/// Where the files are that the package has besides what the site has.
const SOURCE: &str = "package";
/// The element. By this ending Vite's development server leaves it where it is, beside the files that it loads; a script of another
/// name Vite 7 bundles to a place of its own, where they are not.
pub const ENTRY: &str = "embed.jsx";
const LICENCES: [&str; 2] = ["LICENSE-APACHE", "LICENSE-MIT"];

/// What a file that is loaded is called in the package, and its integrity. A development server makes a script of whatever is
/// called a style sheet, even if it is fetched as text. The script has no integrity: bundlers make it smaller, and development
/// servers add to it.
pub fn file_and_integrity(asset: &Asset) -> (String, String) {
    let file = if asset.name == SHEET { format!("{}.txt", asset.file) } else { asset.file.clone() };
    (file, if asset.name == LOADER { String::new() } else { asset.integrity.clone() })
}

/// Writes the package, but for its `embed.js`. The version comes from the crate.
///
/// # Errors
/// If a file cannot be read or written.
pub fn write_package(package: &Path, element: &Path, assets: &[Asset]) -> Result<(), String> {
    if package.exists() {
        fs::remove_dir_all(package).map_err(at(package))?;
    }
    for asset in assets {
        let path = element.join(&asset.file);
        write(package.join(file_and_integrity(asset).0), fs::read(&path).map_err(at(&path))?)?;
    }
    for licence in LICENCES {
        write(package.join(licence), read(licence)?)?;
    }
    let source = Path::new(SOURCE);
    for name in files(source)? {
        let text = read(source.join(&name))?;
        write(package.join(name), text.replace("{{ version }}", VERSION))?;
    }
    Ok(())
}

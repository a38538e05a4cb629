//! Files that the element loads. Each is named by what it holds, so that browsers and hosts may keep it for good.

use std::{fs, path::Path};

use base64::{Engine, engine::general_purpose::STANDARD};
use sha2::{Digest, Sha256};

use crate::at;

/// The folder of the element, by the major version of its interface: snippets on other pages point into it.
pub const ELEMENT: &str = "v1";
/// The version, as the crate has it.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");
/// The style sheet of the quiz.
pub const SHEET: &str = "quiz.css";
/// The script that loads the WebAssembly module.
pub const LOADER: &str = "exhale.js";
/// The WebAssembly module.
pub const MODULE: &str = "exhale_bg.wasm";

/// A file that the element loads.
pub struct Asset {
    /// What the scripts call it, such as `quiz.css`.
    pub name: String,
    /// What it is called, such as `quiz.una_vlJF.css`.
    pub file: String,
    /// Its hash, as `integrity` takes it: `sha256-…`.
    pub integrity: String,
}

/// Gives each file that the element loads its hash in its name.
///
/// # Errors
/// If a file cannot be read or renamed.
pub fn rename(folder: &Path) -> Result<Vec<Asset>, String> {
    let mut names: Vec<String> = [LOADER, MODULE, SHEET].map(ToOwned::to_owned).into();
    names.extend(files(folder)?.into_iter().filter(|name| name.starts_with("content.")));
    names.sort();
    let mut assets = Vec::with_capacity(names.len());
    for name in names {
        let path = folder.join(&name);
        let hash = hash(&path)?;
        let file = with_hash(&name, &hash);
        fs::rename(&path, folder.join(&file)).map_err(at(&path))?;
        assets.push(Asset { name, file, integrity: format!("sha256-{hash}") });
    }
    Ok(assets)
}

/// The style sheet of the quiz in a finished site.
///
/// # Errors
/// If there is none, or it cannot be read.
pub fn sheet(folder: &Path) -> Result<Asset, String> {
    // Compressed files have one part more.
    let is_sheet = |name: &String| name.starts_with("quiz.") && name.split('.').count() == 3;
    let file = files(folder)?.into_iter().find(is_sheet).ok_or_else(|| format!("{}: {SHEET} is missing", folder.display()))?;
    let integrity = format!("sha256-{}", hash(&folder.join(&file))?);
    Ok(Asset { name: SHEET.to_owned(), file, integrity })
}

/// Copies a file to where it has its hash in its name, and gives that name.
///
/// # Errors
/// If it cannot be read or written.
pub fn copy_with_hash(folder: &Path, name: &str) -> Result<String, String> {
    let path = folder.join(name);
    let file = with_hash(name, &hash(&path)?);
    fs::copy(&path, folder.join(&file)).map_err(at(&path))?;
    Ok(file)
}

fn hash(path: &Path) -> Result<String, String> {
    Ok(STANDARD.encode(Sha256::digest(fs::read(path).map_err(at(path))?)))
}

/// The name with the first letters of the hash before its ending.
fn with_hash(name: &str, hash: &str) -> String {
    let (stem, extension) = name.rsplit_once('.').unwrap_or((name, ""));
    format!("{stem}.{}.{extension}", hash[..8].replace(['+', '/'], "_"))
}

/// The name of a file that holds these bytes.
#[cfg(test)]
pub fn with_hash_of(name: &str, bytes: &[u8]) -> String {
    with_hash(name, &STANDARD.encode(Sha256::digest(bytes)))
}

/// Whether the hash in a name is that of these bytes; `None` if there is none.
pub fn hash_in_name(name: &str, bytes: &[u8]) -> Option<bool> {
    let (stem, extension) = name.rsplit_once('.')?;
    let (stem, hash) = stem.rsplit_once('.')?;
    let is_hash = hash.len() == 8 && hash.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '_');
    is_hash.then(|| with_hash(&format!("{stem}.{extension}"), &STANDARD.encode(Sha256::digest(bytes))) == name)
}

/// The names of the files in a folder.
///
/// # Errors
/// If it cannot be read.
pub fn files(folder: &Path) -> Result<Vec<String>, String> {
    let entries = fs::read_dir(folder).map_err(at(folder))?;
    let mut names = Vec::new();
    for entry in entries {
        let entry = entry.map_err(at(folder))?;
        if entry.file_type().map_err(at(folder))?.is_file() {
            names.push(entry.file_name().to_string_lossy().into_owned());
        }
    }
    names.sort();
    Ok(names)
}

#[cfg(test)]
mod tests {
    use super::{ELEMENT, VERSION, with_hash};

    #[test]
    fn the_folder_that_moves_is_that_of_the_major_version() {
        assert!(VERSION.starts_with(&format!("{}.", &ELEMENT[1..])), "{ELEMENT} and {VERSION}");
    }

    #[test]
    fn the_hash_stands_before_the_ending() {
        assert_eq!(with_hash("content.pt-BR.txt", "a+/bcdefgh="), "content.pt-BR.a__bcdef.txt");
    }
}

//! A file that the element loads, named by what it holds; and the version of all of them.

use std::{fs, path::Path};

use base64::{Engine, engine::general_purpose::STANDARD};
use sha2::{Digest, Sha256};

use super::said;

/// The style sheet of the quiz.
pub const SHEET: &str = "quiz.css";
/// The version, as the crate has it.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");
/// Where it stands in scripts and in the package.
pub const VERSION_PLACE: &str = "\"@version\"";

/// A file that the element loads.
pub struct Sealed {
    /// What the scripts call it, such as `quiz.css`.
    pub name: String,
    /// What it is called, such as `quiz.una_vlJF.css`.
    pub file: String,
    /// Its SHA-256 in base64.
    pub hash: String,
}

/// Gives each file that the element loads its hash in its name, and says which are which.
///
/// # Errors
/// If a file cannot be read or renamed.
pub fn rename(folder: &Path) -> Result<Vec<Sealed>, String> {
    let mut names: Vec<String> = ["exhale.js", "exhale_bg.wasm", SHEET].map(ToOwned::to_owned).into();
    names.extend(files(folder)?.into_iter().filter(|name| name.starts_with("content.")));
    names.sort();
    let mut sealed = Vec::with_capacity(names.len());
    for name in names {
        let path = folder.join(&name);
        let hash = STANDARD.encode(Sha256::digest(fs::read(&path).map_err(said(&path))?));
        let file = with_hash(&name, &hash);
        fs::rename(&path, folder.join(&file)).map_err(said(&path))?;
        sealed.push(Sealed { name, file, hash });
    }
    Ok(sealed)
}

/// `quiz.css` is `quiz.una_vlJF.css`: `embed/places.js` works it out as well.
fn with_hash(name: &str, hash: &str) -> String {
    let (stem, extension) = name.split_once('.').unwrap_or((name, ""));
    format!("{stem}.{}.{extension}", hash[..8].replace(['+', '/'], "_"))
}

/// The names of the files in a folder.
///
/// # Errors
/// If it cannot be read.
pub fn files(folder: &Path) -> Result<Vec<String>, String> {
    let entries = fs::read_dir(folder).map_err(said(folder))?;
    entries.map(|entry| Ok(entry.map_err(said(folder))?.file_name().to_string_lossy().into_owned())).collect()
}

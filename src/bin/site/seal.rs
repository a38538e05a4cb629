//! Names by content: what the element loads has a hash in its name, so that it can be kept for good, and `embed.js` knows the
//! names and what each file must hold.

use std::{fmt::Write, fs, path::Path};

use base64::{Engine, engine::general_purpose::STANDARD};
use sha2::{Digest, Sha256};

use super::said;

const EMBED: &str = "embed.js";
/// Where the files, and the version, stand in `embed.js`.
const FILES: &str = "\"@files\"";
const VERSION: &str = "\"@version\"";

/// Renames the files in the folder of the element, and writes their names and integrity into its `embed.js`.
///
/// # Errors
/// If a file cannot be read or renamed, or `embed.js` has no place for the names.
pub fn seal(folder: &Path) -> Result<(), String> {
    let mut names: Vec<String> = ["exhale.js", "exhale_bg.wasm", "quiz.css"].map(ToOwned::to_owned).into();
    for entry in fs::read_dir(folder).map_err(said(folder))? {
        let name = entry.map_err(said(folder))?.file_name().to_string_lossy().into_owned();
        if name.starts_with("content.") {
            names.push(name);
        }
    }
    names.sort();
    let mut files = Vec::with_capacity(names.len());
    for name in names {
        let path = folder.join(&name);
        let hash = Sha256::digest(fs::read(&path).map_err(said(&path))?);
        let new = with_hash(&name, &hash);
        fs::rename(&path, folder.join(&new)).map_err(said(&path))?;
        files.push(format!("\"{name}\":[\"{new}\",\"sha256-{}\"]", STANDARD.encode(hash)));
    }
    let path = folder.join(EMBED);
    let embed = fs::read_to_string(&path).map_err(said(&path))?;
    if embed.matches(FILES).count() != 1 || embed.matches(VERSION).count() != 1 {
        return Err(format!("{EMBED}: expected one {FILES} and one {VERSION}"));
    }
    let version = concat!("\"", env!("CARGO_PKG_VERSION"), "\"");
    let embed = embed.replace(FILES, &format!("{{{}}}", files.join(","))).replace(VERSION, version);
    fs::write(&path, embed).map_err(said(&path))
}

/// `quiz.css` is `quiz.0123abcd.css`.
fn with_hash(name: &str, hash: &[u8]) -> String {
    let (stem, extension) = name.split_once('.').unwrap_or((name, ""));
    let mut short = String::new();
    for byte in &hash[..4] {
        let _ = write!(short, "{byte:02x}");
    }
    format!("{stem}.{short}.{extension}")
}

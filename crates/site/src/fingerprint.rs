//! The folder of this very version, which never changes once it is published, and what each of its files must hold.

use std::{collections::BTreeMap, fs, path::Path};

use base64::{Engine, engine::general_purpose::STANDARD};
use sha2::{Digest, Sha384};

use crate::{asset::files, at, write};

/// The integrity of each file, by its name, as a `<script>` or `<link>` takes it.
pub type Hashes = BTreeMap<String, String>;

/// Copies all files of a folder - another in the place of the one of its name - and lists what each must
/// hold: in `integrity.json` too.
///
/// # Errors
/// If a file cannot be read or written.
pub fn copy(from: &Path, to: &Path, replaced: Option<&Path>) -> Result<Hashes, String> {
    let mut hashes = Hashes::new();
    for name in files(from)? {
        let path = match replaced {
            Some(path) if path.file_name().is_some_and(|file| *file == *name) => path.to_owned(),
            _ => from.join(&name),
        };
        let bytes = fs::read(&path).map_err(at(&path))?;
        write(to.join(&name), &bytes)?;
        hashes.insert(name, format!("sha384-{}", STANDARD.encode(Sha384::digest(&bytes))));
    }
    let list = serde_json::to_string_pretty(&hashes).map_err(|error| error.to_string())?;
    write(to.join("integrity.json"), list + "\n")?;
    Ok(hashes)
}

//! Names by content: what the element loads has a hash in its name, so that it can be kept for good, and `embed.js` knows the
//! names and what each file must hold. Then the same files once more, in the folder of this very version, which never changes.

use std::{collections::BTreeMap, fs, path::Path};

use base64::{Engine, engine::general_purpose::STANDARD};
use sha2::{Digest, Sha384};

use super::{
    ELEMENT, package, pages, said,
    sealed::{SHEET, Sealed, VERSION, VERSION_PLACE, files, rename},
};

const EMBED: &str = "embed.js";
/// How often a page with the first screen names it: it asks for it early, and has it in the shadow root.
const SHEET_LINKS: usize = 2;
const BUILDER: &str = "builder.js";
/// Where things stand that are known only now, besides the version: the files in `embed.js`, and in the page that writes snippets the
/// folder of this version and the integrity of its scripts.
const FILES_PLACE: &str = "\"@files\"";
const PINNED_PLACE: &str = "\"@pinned\"";

/// Renames what the element loads, in a site's folder; writes names and integrity into its scripts; copies all of it into the
/// folder of this version; and completes the package for bundlers.
///
/// # Errors
/// If a file cannot be read or written, or a script has no place for what goes into it.
pub fn seal(site: &Path, package: &Path) -> Result<(), String> {
    let element = site.join(ELEMENT);
    let sealed = rename(&element)?;
    let entry = |Sealed { name, hash, .. }: &Sealed| format!("\"{name}\":\"{hash}\"");
    let files = sealed.iter().map(entry).collect::<Vec<_>>().join(",");
    replace(&element.join(EMBED), &[(FILES_PLACE, &format!("{{{files}}}")), (VERSION_PLACE, &quoted(VERSION))])?;
    // Our own pages name the style sheet, so that the first screen has it before any script runs. The frame stands in for the
    // element on other pages, and checks it as that does.
    let Sealed { file, hash, .. } = sealed.iter().find(|sealed| sealed.name == SHEET).expect("it is among the names");
    let (named, linked) = (format!("{SHEET}\""), format!("{file}\""));
    for lang in sealed.iter().filter_map(|sealed| sealed.name.strip_prefix("content.")) {
        replace_all(&site.join(pages::home(lang)).join("index.html"), SHEET_LINKS, &named, &linked)?;
    }
    replace_all(&element.join("frame.html"), SHEET_LINKS, &named, &format!("{linked} integrity=\"sha256-{hash}\""))?;
    let folder = format!("v{VERSION}");
    let list = copy(&element, &site.join(&folder))?;
    let list = serde_json::to_string_pretty(&list).map_err(|error| error.to_string())? + "\n";
    let path = site.join(&folder).join("integrity.json");
    fs::write(&path, &list).map_err(said(&path))?;
    let pinned = format!("{{\"folder\":{},\"files\":{}}}", quoted(&folder), list.trim());
    replace(&site.join(BUILDER), &[(PINNED_PLACE, &pinned)])?;
    let files = sealed.iter().map(package::address).collect::<Vec<_>>().join(",");
    replace(&package.join(EMBED), &[(FILES_PLACE, &format!("{{{files}}}")), (VERSION_PLACE, &quoted(VERSION))])?;
    package::complete(package, &element, &sealed)
}

fn quoted(text: &str) -> String {
    format!("\"{text}\"")
}

/// Copies all files of a folder, and gives the integrity of each, as a `<script>` or `<link>` takes it.
fn copy(from: &Path, to: &Path) -> Result<BTreeMap<String, String>, String> {
    fs::create_dir_all(to).map_err(said(to))?;
    let mut list = BTreeMap::new();
    for name in files(from)? {
        let bytes = fs::read(from.join(&name)).map_err(said(from))?;
        fs::write(to.join(&name), &bytes).map_err(said(to))?;
        list.insert(name, format!("sha384-{}", STANDARD.encode(Sha384::digest(&bytes))));
    }
    Ok(list)
}

/// Puts texts into the places of a script, each of which it has once.
fn replace(path: &Path, places: &[(&str, &str)]) -> Result<(), String> {
    places.iter().try_for_each(|(place, value)| replace_all(path, 1, place, value))
}

/// Puts a text into each of the places of this name, of which there must be so many.
fn replace_all(path: &Path, count: usize, place: &str, value: &str) -> Result<(), String> {
    let text = fs::read_to_string(path).map_err(said(path))?;
    let found = text.matches(place).count();
    if found != count {
        return Err(format!("{}: expected {place} {count} times, found {found}", path.display()));
    }
    fs::write(path, text.replace(place, value)).map_err(said(path))
}

#[cfg(test)]
mod tests {
    use super::{ELEMENT, VERSION};

    #[test]
    fn the_folder_that_moves_is_that_of_the_major_version() {
        assert!(VERSION.starts_with(&format!("{}.", &ELEMENT[1..])), "{ELEMENT} and {VERSION}");
    }
}

//! Files of an earlier release that the new one lacks. Caches and content delivery networks show pages, and `embed.js`, long after both were
//! replaced, and these name files by their hash: so what was published stays for a year, and `replaced.json` says since when each file
//! is of no use to the newest version.

use std::{
    collections::BTreeMap,
    fs,
    path::Path,
    time::{SystemTime, UNIX_EPOCH},
};

use crate::{
    asset::{ELEMENT, files, hash_in_name},
    at, read, write,
};

/// The list, in the folder of the element: the day on which each of these files was replaced, counted from 1970-01-01.
const LIST: &str = "replaced.json";
/// As long as browsers and hosts are told that they may keep a file with a hash in its name.
const DAYS: u64 = 365;

/// Copies into a new site what the site as it stands now has more, for a year.
///
/// # Errors
/// If a file cannot be read or written, or is not what its name says.
pub fn keep(new: &Path, now: &Path) -> Result<Vec<String>, String> {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_err(|error| error.to_string())?.as_secs();
    keep_on(new, now, seconds / 86_400)
}

fn keep_on(new: &Path, now: &Path, today: u64) -> Result<Vec<String>, String> {
    let (new, now) = (new.join(ELEMENT), now.join(ELEMENT));
    let listed: BTreeMap<String, u64> = match now.join(LIST) {
        list if list.exists() => serde_json::from_str(&read(&list)?).map_err(|error| format!("{}: {error}", list.display()))?,
        _ => BTreeMap::new(),
    };
    let oldest = today.saturating_sub(DAYS);
    let mut kept = BTreeMap::new();
    for file in files(&now)? {
        // A compressed file is as old as what it was made of.
        let name = file.strip_suffix(".br").or_else(|| file.strip_suffix(".gz")).unwrap_or(&file);
        if name == LIST || new.join(name).exists() && !kept.contains_key(name) {
            continue;
        }
        let replaced = listed.get(name).copied().unwrap_or(today);
        if replaced < oldest {
            continue;
        }
        let bytes = fs::read(now.join(&file)).map_err(at(&now.join(&file)))?;
        if file == name && hash_in_name(name, &bytes) == Some(false) {
            return Err(format!("{}: its name has another hash", now.join(name).display()));
        }
        write(new.join(&file), bytes)?;
        kept.insert(name.to_owned(), replaced);
    }
    if !kept.is_empty() {
        write(new.join(LIST), serde_json::to_string_pretty(&kept).map_err(|error| error.to_string())? + "\n")?;
    }
    Ok(kept.into_keys().collect())
}

#[cfg(test)]
mod tests {
    use std::{
        fs,
        path::{Path, PathBuf},
    };

    use super::{DAYS, keep_on};
    use crate::asset::{files, with_hash_of};

    /// A site with these files in the folder of the element. A `#` in a name is the hash of what the file holds.
    fn site(name: &str, holds: &[(&str, &str)]) -> PathBuf {
        let site = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/keep").join(name);
        let _ = fs::remove_dir_all(&site);
        fs::create_dir_all(site.join("v1")).unwrap();
        for (name, text) in holds {
            fs::write(site.join("v1").join(hashed(name, text)), text).unwrap();
        }
        site
    }

    fn hashed(name: &str, text: &str) -> String {
        if name.contains('#') { with_hash_of(&name.replace(".#", ""), text.as_bytes()) } else { name.to_owned() }
    }

    fn has(site: &Path) -> Vec<String> {
        files(&site.join("v1")).unwrap()
    }

    #[test]
    fn what_was_replaced_stays_for_a_year_and_no_longer() {
        let today = 20_000;
        let old = hashed("quiz.#.css", "1");
        let first = site("first", &[("embed.js", "1"), ("quiz.#.css", "1"), ("own.js", "1")]);
        fs::write(first.join(format!("v1/{old}.br")), "compressed").unwrap();

        let second = site("second", &[("embed.js", "2"), ("quiz.#.css", "2")]);
        assert_eq!(keep_on(&second, &first, today).unwrap(), ["own.js", &*old]);
        assert_eq!(fs::read_to_string(second.join("v1/embed.js")).unwrap(), "2", "the newest version is not touched");
        let compressed = format!("{old}.br");
        for name in [&*old, &compressed, "own.js", "replaced.json"] {
            assert!(has(&second).iter().any(|file| file == name), "{name}");
        }

        // A release later the first files are as old as they were.
        let third = site("third", &[("embed.js", "3"), ("quiz.#.css", "3")]);
        keep_on(&third, &second, today + 100).unwrap();
        let list = fs::read_to_string(third.join("v1/replaced.json")).unwrap();
        assert!(list.contains(&format!("\"{old}\": {today}")) && list.contains(&format!(": {}", today + 100)), "{list}");

        let fourth = site("fourth", &[("embed.js", "4"), ("quiz.#.css", "4")]);
        let mut expected = ["2", "3"].map(|text| hashed("quiz.#.css", text));
        expected.sort();
        assert_eq!(keep_on(&fourth, &third, today + DAYS + 1).unwrap(), expected);
    }

    #[test]
    fn a_file_that_is_of_use_again_is_not_listed() {
        let first = site("again-first", &[("quiz.#.css", "1")]);
        let second = site("again-second", &[("quiz.#.css", "2")]);
        keep_on(&second, &first, 20_000).unwrap();
        let third = site("again-third", &[("quiz.#.css", "1")]);
        assert_eq!(keep_on(&third, &second, 20_001).unwrap(), [hashed("quiz.#.css", "2")]);
    }

    #[test]
    fn a_file_that_was_cut_off_is_not_published_again() {
        let first = site("cut", &[("quiz.#.css", "whole")]);
        fs::write(first.join("v1").join(hashed("quiz.#.css", "whole")), "who").unwrap();
        let error = keep_on(&site("cut-new", &[]), &first, 20_000).unwrap_err();
        assert!(error.contains("another hash"), "{error}");
    }
}

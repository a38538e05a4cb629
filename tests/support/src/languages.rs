//! The languages of the content files.

use std::fs;

/// Their tags, in alphabetical order.
pub fn languages() -> Vec<String> {
    let files = fs::read_dir(crate::project("content")).expect("content/ can be read");
    let stem = |file: fs::DirEntry| file.path().file_stem().map(|stem| stem.to_string_lossy().into_owned());
    let mut languages: Vec<String> = files.filter_map(|file| stem(file.expect("content/ can be read"))).collect();
    languages.sort_unstable();
    languages
}

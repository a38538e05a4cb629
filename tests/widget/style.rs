//! The style sheet is made of every file that is there for it.

use std::{fs, path::Path};

use exhale::style::SHEET;

#[test]
fn every_file_is_in_it_once() {
    let files = fs::read_dir("styles/quiz").unwrap().map(|file| file.unwrap().path());
    let files = files.chain(["tokens", "themes"].map(|name| Path::new("styles").join(name).with_extension("css")));
    for file in files {
        assert_eq!(SHEET.matches(&fs::read_to_string(&file).unwrap()).count(), 1, "{}", file.display());
    }
}

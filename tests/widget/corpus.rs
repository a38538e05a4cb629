//! What fuzzing started from and found (`fuzz/corpus`), run through again.

use std::{fs, path::Path};

#[path = "../../fuzz/checks.rs"]
mod checks;

/// Runs all files of a target through its check: how many there are, and for how many it gave true.
fn replay(target: &str, check: fn(&[u8]) -> bool) -> (usize, usize) {
    let files = fs::read_dir(Path::new("fuzz/corpus").join(target)).expect("the corpus is committed");
    let read: Vec<bool> = files.map(|file| check(&fs::read(file.expect("an entry").path()).expect("a file"))).collect();
    (read.len(), read.into_iter().filter(|read| *read).count())
}

#[test]
fn every_kept_fragment_is_read_or_refused_without_a_panic() {
    let (files, links) = replay("link", checks::link);
    assert!(files > 10 && links > 5, "{files} files, {links} of them links");
}

#[test]
fn every_kept_address_has_a_link_that_opens_or_none() {
    let (files, links) = replay("address", checks::address);
    assert!(files > 8 && links > 5, "{files} files, {links} with a link");
}

#[test]
fn every_kept_line_of_storage_is_taken_up_or_refused_and_can_be_gone_on_with() {
    let (files, runs) = replay("session", checks::session);
    assert!(files > 10 && runs > 4, "{files} files, {runs} of them can be taken up");
}

#[test]
fn every_kept_setting_is_read_or_refused() {
    let (files, help) = replay("settings", checks::settings);
    assert!(files > 8 && help > 1, "{files} files, {help} with a help line");
}

//! What the tests of several packages read: the golden answer sheets, pages as trees, documents, the element's manifest.

#![allow(clippy::missing_panics_doc, reason = "a panic fails the test, with its message")]

use std::path::{Path, PathBuf};

pub mod golden;
pub mod languages;
pub mod manifest;
pub mod markdown;
pub mod page;

/// A file or folder of the project, by its path from the top level.
pub fn project(path: impl AsRef<Path>) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(path)
}

/// A text file of the project.
pub fn read(path: &str) -> String {
    std::fs::read_to_string(project(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

//! What fuzzing started from and found (`fuzz/corpus`), run through again.

use std::fs;

use exhale::quiz::link::{Shared, in_fragment};

#[test]
fn every_kept_fragment_is_read_or_refused_without_a_panic() {
    let mut read = 0;
    let mut files = 0;
    for entry in fs::read_dir("fuzz/corpus/link").expect("the corpus is committed") {
        let bytes = fs::read(entry.expect("an entry").path()).expect("a file");
        files += 1;
        if let Ok(fragment) = str::from_utf8(&bytes)
            && let Some(Ok(shared)) = in_fragment(fragment, "exhale")
        {
            assert_eq!(Shared::read(&shared.write()), Ok(shared), "{fragment}");
            read += 1;
        }
    }
    assert!(files > 10 && read > 5, "{files} files, {read} of them links");
}

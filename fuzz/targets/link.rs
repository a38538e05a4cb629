//! Whatever stands after a `#`: the reader of links never panics, and what it reads is written back the same.
#![no_main]

use exhale::quiz::{Picture, link};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|fragment: &str| {
    if let Some(Ok(shared)) = link::in_fragment(fragment, "exhale") {
        let written = shared.write();
        assert_eq!(link::Shared::read(&written), Ok(shared));
        let picture = Picture::of_shared(&shared);
        assert_eq!(picture.scores.form, shared.form);
    }
});

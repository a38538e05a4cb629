//! The words that come with the crate.

use std::sync::LazyLock;

use crate::content::{self, Words};

/// Packed by `build.rs`.
static ENGLISH: LazyLock<Words> = LazyLock::new(|| {
    let packed = include_bytes!(concat!(env!("OUT_DIR"), "/content.en"));
    content::read(packed.to_vec()).expect("build.rs packs what this version reads")
});

/// What the quiz says in English: also for saying a name it has for something.
///
/// ```
/// use exhale::quiz::Profile;
///
/// let words = exhale::english();
/// assert_eq!(words.get(words.profile(Profile::Navigator).name), "The Navigator");
/// ```
pub fn english() -> Words {
    *ENGLISH
}

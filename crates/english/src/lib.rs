//! The English texts of the quiz, compiled in: for the component in another Yew app, which fetches no file.

/// A compiled content file, as `exhale_content::Messages::read` takes it.
pub const ENGLISH: &str = include_str!(concat!(env!("OUT_DIR"), "/content.en.txt"));

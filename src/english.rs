//! The texts that come with the crate.

use std::sync::LazyLock;

use crate::content::Messages;

static ENGLISH: LazyLock<Messages> =
    LazyLock::new(|| Messages::read(exhale_english::ENGLISH.to_owned()).expect("both crates are of one version"));

/// What the quiz says in English: also for saying a name it has for something.
///
/// ```
/// use exhale::quiz::Profile;
///
/// let messages = exhale::english();
/// assert_eq!(messages.get(messages.profile(Profile::Navigator).name), "The Navigator");
/// ```
pub fn english() -> Messages {
    *ENGLISH
}

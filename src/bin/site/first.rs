//! The first screen of the quiz as it stands in our own pages before any script runs: Yew draws it here, `embed/adopt.js` has
//! Yew take it up there.

use exhale::{
    content::{self, build},
    widget::{Props, Quiz, Settings},
};
use yew::LocalServerRenderer;

use crate::Language;

/// The first screen in a language, without Yew's marks for its own hydration.
///
/// # Errors
/// One sentence, if the content cannot be read back or nothing can be drawn.
pub fn screen(language: &Language) -> Result<String, String> {
    let words = content::read(build::pack(&language.content)).map_err(|_| "the packed content cannot be read".to_owned())?;
    let runtime = tokio::runtime::Builder::new_current_thread().build().map_err(|error| error.to_string())?;
    let props = Props { words, settings: Settings::default() };
    Ok(runtime.block_on(LocalServerRenderer::<Quiz>::with_props(props).hydratable(false).render()))
}

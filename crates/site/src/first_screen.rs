//! The first screen of the quiz as it stands in our own pages before any script runs: Yew draws it here, and the element takes
//! it up there.

use exhale::{QuizProps, QuizWidget, content::Messages};
use exhale_content::compile::compile;
use yew::{LocalServerRenderer, props};

use crate::languages::Language;

/// The first screen in a language, without Yew's marks for its own hydration: for our own page, which has a help line, or for that of
/// the frame, which is part of somebody's page.
///
/// # Errors
/// One sentence, if the content cannot be read back or nothing can be drawn.
pub fn screen(language: &Language, is_embedded: bool) -> Result<String, String> {
    let messages = Messages::read(compile(&language.texts.quiz)).map_err(|error| error.to_string())?;
    let runtime = tokio::runtime::Builder::new_current_thread().build().map_err(|error| error.to_string())?;
    let props = props!(QuizProps { messages, is_embedded, help_line: language.help_line().filter(|_| !is_embedded) });
    Ok(runtime.block_on(LocalServerRenderer::<QuizWidget>::with_props(props).hydratable(false).render()))
}

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
    let markup = runtime.block_on(LocalServerRenderer::<QuizWidget>::with_props(props).hydratable(false).render());
    Ok(if is_embedded { markup } else { without_what_comes_later(&markup) })
}

/// The same without what is folded, the note on safety excepted: a first visit would pay for it twice, and it comes with the texts a
/// moment later. Nor with what is said when the module stops.
fn without_what_comes_later(markup: &str) -> String {
    let mut out = String::with_capacity(markup.len());
    let mut rest = markup;
    while let Some(start) = rest.find("<details") {
        let end = rest[start..].find("</details>").map_or(rest.len(), |end| start + end);
        let fold = &rest[start..end];
        let kept = match fold.find("</summary>") {
            Some(summary) if !fold.contains("part=\"safety\"") => &fold[..summary + "</summary>".len()],
            _ => fold,
        };
        out += &rest[..start];
        out += kept;
        rest = &rest[end..];
    }
    // It is the last thing in the quiz.
    out += rest.split_once("<div part=\"error\"").map_or(rest, |(before, _)| before);
    if rest.contains("<div part=\"error\"") {
        out += "</div>";
    }
    out
}

//! The first screen of the quiz as it stands in our own pages before any script runs: Yew draws it here, `embed/adopt.js` has
//! Yew take it up there.

use exhale::{
    content::{self, build},
    widget::{Props, Quiz, Settings},
};
use yew::LocalServerRenderer;

use crate::Language;

/// The first screen in a language, without Yew's marks for its own hydration, and without the names of its parts: no style of
/// our own pages asks for them, and the quiz gives them when it takes the screen up.
///
/// # Errors
/// One sentence, if the content cannot be read back or nothing can be drawn.
pub fn screen(language: &Language) -> Result<String, String> {
    let words = content::read(build::pack(&language.content)).map_err(|_| "the packed content cannot be read".to_owned())?;
    let runtime = tokio::runtime::Builder::new_current_thread().build().map_err(|error| error.to_string())?;
    let props = Props { words, settings: Settings::default() };
    let drawn = runtime.block_on(LocalServerRenderer::<Quiz>::with_props(props).hydratable(false).render());
    Ok(without(PART, &drawn))
}

const PART: &str = " part=\"";

/// The markup without the attributes that begin so.
fn without(attribute: &str, markup: &str) -> String {
    let mut pieces = markup.split(attribute);
    let first = pieces.next().unwrap_or_default().to_owned();
    first + &pieces.filter_map(|piece| piece.split_once('"')).map(|(_, after)| after).collect::<String>()
}

#[cfg(test)]
mod tests {
    use super::{PART, without};

    #[test]
    fn an_attribute_is_left_out_wherever_it_stands() {
        let markup = r#"<p class="a" part="b c"><i part="d">part="e"</i></p>"#;
        assert_eq!(without(PART, markup), r#"<p class="a"><i>part="e"</i></p>"#);
    }
}

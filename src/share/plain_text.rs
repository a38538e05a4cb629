//! The result as plain text, to copy into a letter or a notebook: what the page says, without the answers.

use crate::result::score_text;
use crate::{
    content::Messages,
    quiz::{Letter, QuizResult, Scale, number},
};

/// The result, a few short blocks with an empty line between; `letter` says what of it is shown.
pub fn of(messages: Messages, result: &QuizResult, letter: &Letter) -> String {
    let texts = &messages.result;
    let mut out = String::with_capacity(1500);
    let mut line = |parts: &[&str]| {
        for part in parts {
            out.push_str(part);
        }
        out.push('\n');
    };
    let (n, total) = (number(result.answered), number(result.form().items() as u32));
    line(&[messages.get(messages.name), ": ", &messages.fill(texts.title, &[&n, &total])]);
    line(&[]);
    if let Some(headline) = letter.headline {
        let profile = messages.profile(headline.profile);
        let touch = headline.touch.and_then(|touch| messages.touch(touch)).map_or("", |touch| messages.get(*touch));
        line(&[messages.get(profile.name), if touch.is_empty() { "" } else { ", " }, touch]);
        line(&[messages.get(profile.line)]);
        line(&[]);
    }
    for scale in Scale::ALL {
        let score = result.scores.scale(scale);
        let ends = messages.scale(scale).ends.map(|end| messages.get(end));
        line(&[&score_text::sentence(messages, scale, score), " (", ends[0], " – ", ends[1], ")"]);
    }
    if !letter.steps.is_empty() {
        line(&[]);
        line(&[messages.get(messages.keep.stood_out)]);
        for (reason, _) in &letter.steps {
            line(&["– ", messages.get(messages.reason(*reason).name)]);
        }
    }
    line(&[]);
    line(&[messages.get(messages.rests.people), " ", messages.get(messages.rests.people_text)]);
    out
}

//! The result as plain text, to copy into a letter or a notebook: what the page says, without the answers.

use super::in_words;
use crate::{
    content::Messages,
    quiz::{Picture, Scale, number},
};

/// The result, a few short blocks with an empty line between.
pub fn of(words: Messages, picture: &Picture) -> String {
    let texts = &words.result;
    let mut out = String::with_capacity(1500);
    let mut line = |parts: &[&str]| {
        for part in parts {
            out.push_str(part);
        }
        out.push('\n');
    };
    let (n, total) = (number(picture.answered), number(picture.form().items() as u32));
    line(&[words.get(words.name), ": ", &words.fill(texts.title, &[&n, &total])]);
    line(&[]);
    if let Some(headline) = picture.headline {
        let profile = words.profile(headline.profile);
        let touch = headline.touch.and_then(|touch| words.touch(touch)).map_or("", |touch| words.get(*touch));
        line(&[words.get(profile.name), if touch.is_empty() { "" } else { ", " }, touch]);
        line(&[words.get(profile.line)]);
        line(&[]);
    }
    for scale in Scale::ALL {
        let score = picture.scores.scale(scale);
        let ends = words.scale(scale).ends.map(|end| words.get(end));
        line(&[&in_words::whole(words, scale, score), " (", ends[0], " – ", ends[1], ")"]);
    }
    if !picture.standouts.is_empty() {
        line(&[]);
        line(&[words.get(words.keep.stood_out)]);
        for (reason, _) in &picture.standouts {
            line(&["– ", words.get(words.reason(*reason).name)]);
        }
    }
    line(&[]);
    line(&[words.get(texts.limits)]);
    out
}

//! The result as plain text, to copy into a letter or a notebook: what the page says, without the answers.

use super::in_words;
use crate::{
    content::{Words, fill},
    quiz::{Picture, Scale, number},
};

/// The result, a few short blocks with an empty line between.
pub fn of(words: Words, picture: &Picture) -> String {
    let texts = &words.result;
    let mut out = String::with_capacity(1500);
    let mut line = |parts: &[&str]| {
        for part in parts {
            out.push_str(part);
        }
        out.push('\n');
    };
    let (n, total) = (number(picture.answered), number(picture.form().items() as u32));
    line(&[words.name, ": ", &fill(texts.title, &[("n", &n), ("total", &total)])]);
    line(&[]);
    if let Some(headline) = picture.headline {
        let profile = words.profile(headline.profile);
        let touch = headline.touch.and_then(|touch| words.touch(touch)).copied().unwrap_or_default();
        line(&[profile.name, if touch.is_empty() { "" } else { ", " }, touch]);
        line(&[profile.line]);
        line(&[]);
    }
    for scale in Scale::ALL {
        let score = picture.scores.scale(scale);
        let ends = words.scale(scale).ends;
        line(&[&in_words::whole(words, scale, score), " (", ends[0], " – ", ends[1], ")"]);
    }
    if !picture.standouts.is_empty() {
        line(&[]);
        line(&[words.keep.stood_out]);
        for (reason, _) in &picture.standouts {
            line(&["– ", words.reason(*reason).name]);
        }
    }
    line(&[]);
    line(&[texts.limits]);
    out
}

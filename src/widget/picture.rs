//! The plate: the name of the picture, its three spectra, and a table that says the same.

use super::{
    chart::{self, Whose},
    in_words,
    markup::{Markup, Text, tag},
    view::View,
};
use crate::{
    content::{Messages, TextId},
    quiz::{Band, Form, Picture, Scale, ScaleScore, keeps_a_say},
};

/// The plate; `told` adds what is said of the profile and of each line.
pub fn plate(view: &View<'_>, out: &mut Markup, picture: &Picture, told: bool, whose: Whose) {
    let words = view.words;
    let sketch = picture.form() == Form::Quick;
    out.open("div");
    out.key("picture");
    out.open(tag!["figure", "class" = "plate"]);
    if sketch && whose == Whose::Mine {
        out.leaf(tag!["p", "class" = "kicker"], words.sketch.kicker);
    }
    name(view, out, picture, told);
    let mut scored = 0;
    for scale in Scale::ALL {
        let score = picture.scores.scale(scale);
        chart::spectrum(words, out, scale, score, picture.form(), whose);
        let Some(score) = score else { continue };
        scored += 1;
        if told && !picture.same_answer {
            out.open(tag!["div", "class" = "says"]);
            said(view, out, picture, scale, score);
            out.close();
        }
    }
    out.open("figcaption");
    if picture.headline.is_some() {
        out.p(words.result.caption_name);
    }
    if scored > 0 {
        out.p(words.result.caption);
        if sketch {
            out.p(words.sketch.caption);
        }
    }
    if scored < Scale::ALL.len() && whose == Whose::Mine {
        out.filled_p(words.fill(words.result.not_enough_text, &[words.get(words.statement.review)]));
    }
    out.close();
    out.close();
    table(words, out, picture);
    out.close();
}

fn name(view: &View<'_>, out: &mut Markup, picture: &Picture, told: bool) {
    let words = view.words;
    let profile = picture.headline.map(|headline| words.profile(headline.profile));
    out.leaf(tag!["h2", "class" = "name", "part" = "result-title"], profile.map_or(words.result.unnamed, |profile| profile.name));
    let Some(profile) = profile else { return };
    if let Some(touch) = picture.headline.and_then(|headline| words.touch(headline.touch?)) {
        out.leaf(tag!["p", "class" = "touch"], *touch);
    }
    out.leaf(tag!["p", "class" = "oneline"], profile.line);
    if told {
        out.p(profile.strength);
        out.p(profile.watch);
        if view.shows_ideas(picture) {
            out.leaf(tag!["p", "class" = "small ask"], words.result.ask);
            out.leaf(tag!["p", "class" = "say"], profile.ask);
        }
    }
}

/// What is said of one line.
fn said(view: &View<'_>, out: &mut Markup, picture: &Picture, scale: Scale, score: ScaleScore) {
    let words = view.words;
    let texts = words.band_text(scale, score.band());
    if let Some(near) = in_words::nearer(words, scale, score) {
        out.filled_p(near);
    }
    if scale == Scale::Control && score.band() != Band::Low && keeps_a_say(&picture.scores) {
        out.p(words.result.keeping_a_say);
    }
    out.p(texts.says);
    if view.shows_ideas(picture) {
        out.p(texts.r#try);
    }
}

fn table(words: Messages, out: &mut Markup, picture: &Picture) {
    let texts = &words.result;
    out.open_folded("numbers", tag!["details", "class" = "numbers"], texts.numbers);
    out.open(tag!["table", "part" = "table"]);
    head(out, texts.column_line, texts.column_answers, texts.column_of_100);
    out.open("tbody");
    for scale in Scale::ALL {
        let score = picture.scores.scale(scale);
        out.open("tr");
        out.leaf(tag!["th", "scope" = "row"], words.scale(scale).name);
        out.filled_leaf("td", in_words::exactly(words, scale, score));
        out.number(score.map_or(Text::Fixed(""), |score| in_words::value(words, scale, score).into()));
        out.close();
    }
    out.close();
    out.close();
    out.close();
}

/// The head of a table of three columns, the last of which holds numbers.
pub fn head(out: &mut Markup, first: TextId, second: TextId, number: TextId) {
    out.open("thead");
    out.open("tr");
    out.leaf(tag!["th", "scope" = "col"], first);
    out.leaf(tag!["th", "scope" = "col"], second);
    out.leaf(tag!["th", "scope" = "col", "class" = "num"], number);
    out.close();
    out.close();
}

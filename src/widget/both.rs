//! Two pictures in one: one's own and somebody's. Nothing says who is right, and nothing is read from a sketch.

use super::{
    chart::{self, Whose},
    hands::Then,
    in_words,
    markup::{Look, Markup, Text, tag},
    state::Shows,
    view::View,
};
use crate::quiz::{Change, Form, Picture, Scale};

pub fn screen(view: &View<'_>, out: &mut Markup, mine: &Picture, theirs: &Picture) {
    let words = view.words;
    let texts = &words.both;
    let sketch = mine.form() == Form::Quick || theirs.form() == Form::Quick;
    let so =
        Scale::ALL.map(|scale| Some(mine.scores.scale(scale)?.change_since(theirs.scores.scale(scale)?)).filter(|_| !sketch));
    out.open(tag!["div", "class" = "screen", "part" = "result"]);
    out.key("both");
    view.title(out, tag!["h2", "class" = "title", "tabindex" = "-1"], texts.title);
    out.open(tag!["ul", "class" = "who"]);
    for (whose, picture, name) in [(Whose::Mine, mine, texts.you), (Whose::Theirs, theirs, texts.they)] {
        out.open("li");
        chart::sign(out, whose, picture.form() == Form::Quick);
        let profile = picture.headline.map_or(words.result.unnamed, |headline| words.profile(headline.profile).name);
        out.filled([" ", words.get(name), ": ", words.get(profile)].concat());
        out.close();
    }
    out.close();
    out.open(tag!["figure", "class" = "plate"]);
    for (scale, so) in Scale::ALL.into_iter().zip(so) {
        chart::pair(words, out, scale, [mine, theirs].map(|picture| (picture.form(), picture.scores.scale(scale))), so);
    }
    out.leaf("figcaption", if sketch { words.over_time.sketch } else { texts.caption });
    out.close();
    table(view, out, [mine, theirs], so);
    talk(view, out, mine, so);
    out.open(tag!["div", "class" = "moves"]);
    out.button(Look::Plain, "back", texts.back, Then::Look(Shows::Theirs));
    out.button(Look::Quiet, "back", words.shared.away, Then::PutAway);
    out.close();
    out.close();
}

fn table(view: &View<'_>, out: &mut Markup, pictures: [&Picture; 2], so: [Option<Change>; 3]) {
    let words = view.words;
    out.open_folded("numbers", tag!["details", "class" = "numbers"], words.result.numbers);
    out.open(tag!["table", "part" = "table"]);
    out.open("thead");
    out.open("tr");
    out.leaf(tag!["th", "scope" = "col"], words.result.column_line);
    for column in [words.both.you, words.both.they] {
        out.leaf(tag!["th", "scope" = "col", "class" = "num"], column);
    }
    out.close();
    out.close();
    out.open("tbody");
    for (scale, so) in Scale::ALL.into_iter().zip(so) {
        out.open("tr");
        out.open(tag!["th", "scope" = "row"]);
        out.text(words.scale(scale).name);
        if let Some(so) = so {
            out.leaf("i", if so == Change::Same { words.over_time.same } else { words.both.apart });
        }
        out.close();
        for picture in pictures {
            let score = picture.scores.scale(scale);
            out.number(score.map_or(Text::Fixed("–"), |score| in_words::value(words, scale, score).into()));
        }
        out.close();
    }
    out.close();
    out.close();
    out.close();
}

/// A few sentences to talk about, which wait where one's own ideas wait.
fn talk(view: &View<'_>, out: &mut Markup, mine: &Picture, so: [Option<Change>; 3]) {
    let words = view.words;
    let texts = &words.both;
    if !view.shows_ideas(mine) {
        return;
    }
    out.open("section");
    out.h2(texts.talk);
    let mut apart = false;
    for (scale, so) in Scale::ALL.into_iter().zip(so) {
        let ends = words.scale(scale).ends;
        // The line for Trust is drawn the other way round.
        let (i_end, their_end) = match (so, scale) {
            (Some(Change::Up), Scale::Trust) | (Some(Change::Down), Scale::Control | Scale::Perfectionism) => (ends[0], ends[1]),
            (Some(Change::Down), Scale::Trust) | (Some(Change::Up), _) => (ends[1], ends[0]),
            (Some(Change::Same) | None, _) => continue,
        };
        apart = true;
        out.filled_p(words.fill(texts.differ, &[words.get(i_end), words.get(words.scale(scale).name), words.get(their_end)]));
        out.leaf(tag!["p", "class" = "say"], texts.questions[scale.index()]);
    }
    if !apart {
        out.leaf(tag!["p", "class" = "say"], texts.question);
    }
    out.p(texts.limits);
    out.close();
}

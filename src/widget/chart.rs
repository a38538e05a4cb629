//! One spectrum: a line with two marks, a dot, and a soft haze of one standard error either way.
//!
//! No floating point, no inline style, no viewBox: places are percentages of the width, so it never distorts.

use super::{
    in_words,
    markup::{Markup, tag},
};
use crate::{
    content::Messages,
    quiz::{Change, Form, Scale, ScaleScore, decimal, number},
};

/// A place on the line or a width, in hundredths of a percent, as an SVG length.
fn percent(centi: u32) -> String {
    decimal(centi, 2) + "%"
}

/// Whose score it is: shape says who, a round dot or a diamond.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Whose {
    /// The person's own.
    Mine,
    /// Of whoever shared it.
    Theirs,
}

/// The spectrum of a scale.
pub fn spectrum(words: Messages, out: &mut Markup, scale: Scale, score: Option<ScaleScore>, form: Form, whose: Whose) {
    out.open(tag!["div", "class" = "spectrum", "part" = "result-bar"]);
    out.leaf("h3", words.scale(scale).name);
    out.filled_leaf(tag!["p", "class" = "band"], in_words::over_the_line(words, scale, score));
    open(out, "chart", &in_words::whole(words, scale, score));
    row(out, scale, score, form, whose, Row::ALONE);
    out.close();
    ends(words, out, scale);
    out.close();
}

/// One's own score over somebody's, on two lines.
pub fn pair(
    words: Messages,
    out: &mut Markup,
    scale: Scale,
    [mine, theirs]: [(Form, Option<ScaleScore>); 2],
    so: Option<Change>,
) {
    let texts = &words.both;
    let says = match so {
        None => texts.unread,
        Some(Change::Same) => words.over_time.same,
        Some(_) => texts.apart,
    };
    out.open(tag!["div", "class" = "spectrum", "part" = "result-bar"]);
    out.leaf("h3", words.scale(scale).name);
    out.leaf(tag!["p", "class" = "band"], says);
    let shown = |score: Option<ScaleScore>| score.map_or_else(|| "–".to_owned(), |score| number(score.shown(scale)));
    let name = words.get(words.scale(scale).name);
    let values: [&str; 4] = [&shown(mine.1), name, words.get(says), &shown(theirs.1)];
    open(out, "chart pair", &words.fill(texts.chart, &values));
    if let (Some(Change::Up | Change::Down), Some(mine), Some(theirs)) = (so, mine.1, theirs.1) {
        let [x1, x2] = [mine, theirs].map(|score| percent(score.place_centi(scale)));
        out.open_filled(tag!["line", "class" = "gap", "x1" = "{0}", "x2" = "{1}", "y1" = "25%", "y2" = "75%"], &[&x1, &x2]);
        out.close();
    }
    row(out, scale, mine.1, mine.0, Whose::Mine, Row::UPPER);
    row(out, scale, theirs.1, theirs.0, Whose::Theirs, Row::LOWER);
    out.close();
    ends(words, out, scale);
    out.close();
}

fn ends(words: Messages, out: &mut Markup, scale: Scale) {
    let texts = words.scale(scale);
    out.open(tag!["p", "class" = "ends"]);
    out.leaf("span", texts.ends[0]);
    out.leaf("span", texts.ends[1]);
    out.close();
}

/// Where a line lies in its chart: its height, where its marks begin and end, and how high the haze is, in hundredths.
#[derive(Clone, Copy)]
struct Row {
    y: &'static str,
    marks: [&'static str; 2],
    haze: u32,
}

impl Row {
    const ALONE: Row = Row { y: "50%", marks: ["40%", "60%"], haze: 85 };
    const UPPER: Row = Row { y: "25%", marks: ["20%", "30%"], haze: 75 };
    const LOWER: Row = Row { y: "75%", marks: ["70%", "80%"], haze: 75 };
}

/// A line with its two marks, the haze and the dot, or a dotted line.
fn row(out: &mut Markup, scale: Scale, score: Option<ScaleScore>, form: Form, whose: Whose, row: Row) {
    axis(out, row.y, if score.is_some() { "" } else { "1 5" });
    let Some(score) = score else { return };
    for cut in ["37.5%", "62.5%"] {
        let tag = tag!["line", "class" = "axis", "x1" = "{0}", "x2" = "{0}", "y1" = "{1}", "y2" = "{2}"];
        out.open_filled(tag, &[cut, row.marks[0], row.marks[1]]);
        out.close();
    }
    let place = percent(score.place_centi(scale));
    let class = if whose == Whose::Theirs { "smear them" } else { "smear" };
    out.open_filled(tag!["svg", "class" = "{0}"], &[class]);
    for ring in 0..6 {
        let rx = percent(score.se_centi() * (100 - 15 * ring) / 100);
        let ry = decimal(row.haze * (100 - 12 * ring) / 100, 2) + "em";
        let tag = tag!["ellipse", "cx" = "{0}", "cy" = "{1}", "rx" = "{2}", "ry" = "{3}"];
        out.open_filled(tag, &[&place, row.y, &rx, &ry]);
        out.close();
    }
    out.close();
    if whose == Whose::Theirs {
        diamond(out, &place, row.y, form == Form::Quick);
    } else {
        dot(out, &place, row.y, form == Form::Quick, ".42em");
    }
}

fn open(out: &mut Markup, class: &str, label: &str) {
    out.open_filled(tag!["svg", "class" = "{0}", "part" = "chart", "role" = "img", "aria-label" = "{1}"], &[class, label]);
}

/// The line itself; dotted where there are too few answers.
fn axis(out: &mut Markup, y: &str, dashes: &str) {
    let tag = tag!["line", "class" = "axis", "x2" = "100%", "y1" = "{0}", "y2" = "{0}", "stroke-dasharray" = "{1}"];
    out.open_filled(tag, &[y, dashes]);
    out.close();
}

/// The dot itself: open for a sketch.
fn dot(out: &mut Markup, place: &str, y: &str, sketch: bool, r: &str) {
    let class = if sketch { "dot sketch" } else { "dot you" };
    out.open_filled(tag!["circle", "class" = "{0}", "cx" = "{1}", "cy" = "{2}", "r" = "{3}"], &[class, place, y, r]);
    out.close();
}

/// Somebody's dot.
fn diamond(out: &mut Markup, place: &str, y: &str, sketch: bool) {
    let class = if sketch { "dot them sketch" } else { "dot them" };
    out.open_filled(tag!["svg", "class" = "point", "x" = "{0}", "y" = "{1}"], &[place, y]);
    let tag = tag![
        "rect",
        "class" = "{0}",
        "x" = "-.36em",
        "y" = "-.36em",
        "width" = ".72em",
        "height" = ".72em",
        "transform" = "rotate(45)"
    ];
    out.open_filled(tag, &[class]);
    out.close();
    out.close();
}

/// The dot or diamond alone, beside a name.
pub fn sign(out: &mut Markup, whose: Whose, sketch: bool) {
    out.open(tag!["svg", "class" = "sign", "aria-hidden" = "true"]);
    match whose {
        Whose::Mine => dot(out, "50%", "50%", sketch, ".42em"),
        Whose::Theirs => diamond(out, "50%", "50%", sketch),
    }
    out.close();
}

/// A quiet line with a dot at `place` hundredths of a percent, or a dotted line where there is none.
pub fn dot_on_a_line(out: &mut Markup, place: Option<u32>, sketch: bool, label: &str) {
    open(out, "chart", label);
    axis(out, "50%", if place.is_some() { "" } else { "1 5" });
    if let Some(place) = place {
        dot(out, &percent(place), "50%", sketch, ".36em");
    }
    out.close();
}

//! One spectrum: a line with two marks, a dot, and a soft haze of one standard error either way.
//!
//! No floating point, no inline style, no viewBox: places are percentages of the width, so it never distorts.

use super::{
    in_words,
    markup::{Markup, attributes},
};
use crate::{
    content::Words,
    quiz::{Form, Scale, ScaleScore, decimal},
};

/// A place on the line or a width, in hundredths of a percent, as an SVG length.
fn percent(centi: u32) -> String {
    decimal(centi, 2) + "%"
}

/// The spectrum of a scale.
pub fn spectrum(words: Words, out: &mut Markup, scale: Scale, score: Option<ScaleScore>, form: Form) {
    let texts = words.scale(scale);
    out.open("div", attributes!["class" = "spectrum", "part" = "result-bar"]);
    out.leaf("h3", &[], texts.name);
    out.filled_leaf("p", attributes!["class" = "band"], in_words::over_the_line(words, scale, score));
    open(out, in_words::whole(words, scale, score));
    match score {
        Some(score) => {
            let place = percent(score.place_centi(scale));
            axis(out);
            out.leaf("line", attributes!["class" = "axis", "x1" = "37.5%", "x2" = "37.5%", "y1" = "40%", "y2" = "60%"], "");
            out.leaf("line", attributes!["class" = "axis", "x1" = "62.5%", "x2" = "62.5%", "y1" = "40%", "y2" = "60%"], "");
            out.open("svg", attributes!["class" = "smear"]);
            for ring in 0..6 {
                let rx = percent(score.se_centi() * (100 - 15 * ring) / 100);
                let ry = decimal(85 * (100 - 12 * ring) / 100, 2) + "em";
                let values = vec![place.clone().into(), "50%".into(), rx.into(), ry.into()];
                out.open_with("ellipse", &["cx", "cy", "rx", "ry"], values);
                out.close();
            }
            out.close();
            dot(out, place, form == Form::Quick, ".42em");
        }
        None => no_dot(out),
    }
    out.close();
    out.open("p", attributes!["class" = "ends"]);
    out.leaf("span", &[], texts.ends[0]);
    out.leaf("span", &[], texts.ends[1]);
    out.close();
    out.close();
}

fn open(out: &mut Markup, label: String) {
    out.open_with(
        "svg",
        &["class", "role", "aria-label", "part"],
        vec!["chart".into(), "img".into(), label.into(), "chart".into()],
    );
}

fn axis(out: &mut Markup) {
    out.leaf("line", attributes!["class" = "axis", "x2" = "100%", "y1" = "50%", "y2" = "50%"], "");
}

/// The line where there are too few answers.
fn no_dot(out: &mut Markup) {
    out.leaf("line", attributes!["class" = "axis", "x2" = "100%", "y1" = "50%", "y2" = "50%", "stroke-dasharray" = "1 5"], "");
}

/// The dot itself: open for a sketch.
fn dot(out: &mut Markup, place: String, sketch: bool, r: &'static str) {
    let class = if sketch { "dot sketch" } else { "dot you" };
    out.open_with("circle", &["class", "cx", "cy", "r"], vec![class.into(), place.into(), "50%".into(), r.into()]);
    out.close();
}

/// A quiet line with a dot at `place` hundredths of a percent, or a dotted line where there is none.
pub fn dot_on_a_line(out: &mut Markup, place: Option<u32>, sketch: bool, label: String) {
    open(out, label);
    if let Some(place) = place {
        axis(out);
        dot(out, percent(place), sketch, ".36em");
    } else {
        no_dot(out);
    }
    out.close();
}

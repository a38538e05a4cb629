//! One spectrum: a line with two marks, a dot, and a soft haze of one standard error either way.
//!
//! No floating point, no inline style, no viewBox: places are percentages of the width, so it never distorts.

use yew::prelude::*;

use crate::{
    content::{Words, fill},
    quiz::{Form, Scale, ScaleScore, decimal},
};

/// A place on the line or a width, in hundredths of a percent, as an SVG length.
fn percent(centi: u32) -> String {
    format!("{}%", decimal(centi, 2))
}

/// The spectrum of a scale; `band` is what is written for its band.
pub fn spectrum(words: Words, scale: Scale, score: Option<ScaleScore>, form: Form, band: String, says: &str) -> Html {
    let texts = words.scale(scale);
    html! {
        <div class="spectrum" part="result-bar">
            <h3>{ texts.name }</h3>
            <p class="band">{ band }</p>
            <svg class="chart" part="chart" role="img" aria-label={label(words, scale, score, says)}>
                { match score {
                    Some(score) => dot(scale, score, form),
                    None => html! { <line class="axis" x2="100%" y1="50%" y2="50%" stroke-dasharray="1 5" /> },
                } }
            </svg>
            <p class="ends"><span>{ texts.ends[0] }</span><span>{ texts.ends[1] }</span></p>
        </div>
    }
}

fn label(words: Words, scale: Scale, score: Option<ScaleScore>, says: &str) -> String {
    let name = words.scale(scale).name;
    match score {
        Some(score) => {
            let (shown, se) = (score.shown(scale).to_string(), error(score));
            fill(words.result.chart, &[("scale", name), ("shown", &shown), ("se", &se), ("band", says)])
        }
        None => fill(words.result.chart_not_enough, &[("scale", name)]),
    }
}

/// The standard error as a whole number.
pub fn error(score: ScaleScore) -> String {
    ((score.se_centi() + 50) / 100).to_string()
}

fn dot(scale: Scale, score: ScaleScore, form: Form) -> Html {
    let place = percent(score.place_centi(scale));
    let ring = |ring: u32| {
        let rx = percent(score.se_centi() * (100 - 15 * ring) / 100);
        let ry = format!("{}em", decimal(85 * (100 - 12 * ring) / 100, 2));
        html! { <ellipse cx={place.clone()} cy="50%" {rx} {ry} /> }
    };
    html! {
        <>
            <line class="axis" x2="100%" y1="50%" y2="50%" />
            <line class="axis" x1="37.5%" x2="37.5%" y1="40%" y2="60%" />
            <line class="axis" x1="62.5%" x2="62.5%" y1="40%" y2="60%" />
            <svg class="smear">{ for (0..6).map(ring) }</svg>
            { circle(place, form == Form::Quick, ".42em") }
        </>
    }
}

/// The dot itself: open for a sketch.
fn circle(cx: String, sketch: bool, r: &'static str) -> Html {
    if sketch {
        html! { <circle class="dot sketch" {cx} cy="50%" {r} /> }
    } else {
        html! { <circle class="dot you" {cx} cy="50%" {r} /> }
    }
}

/// A quiet line with a dot at `place` hundredths of a percent, or a dotted line where there is none.
pub fn dot_on_a_line(place: Option<u32>, sketch: bool, label: String) -> Html {
    html! {
        <svg class="chart" role="img" aria-label={label}>
            if let Some(place) = place {
                <line class="axis" x2="100%" y1="50%" y2="50%" />
                { circle(percent(place), sketch, ".36em") }
            } else {
                <line class="axis" x2="100%" y1="50%" y2="50%" stroke-dasharray="1 5" />
            }
        </svg>
    }
}

//! The picture to save: an SVG that stands alone, with its own colours, and its text as text. `result_image.svg` and
//! `spectrum.svg` say how it looks; the geometry of the lines is that of the page.

use crate::result::score_text;
use crate::{
    content::{Messages, fill_in_order},
    quiz::{Form, Headline, QuizResult, Scale, decimal, number},
};

/// Width and height in pixels.
pub const SIZE: (u32, u32) = (1200, 1500);
/// The length of a line, between white space at both sides.
const LINE: u32 = 980;

/// The SVG of a result under the name that is shown.
pub fn svg(messages: Messages, result: &QuizResult, headline: Option<Headline>) -> String {
    // Where the language runs the other way, the drawing is turned round; the messages are not.
    let turned = messages.get(messages.dir) == "rtl";
    let (start, end) = if turned { ("1090", "110") } else { ("110", "1090") };
    let sketch = result.form() == Form::Quick;
    let mut spectra = String::with_capacity(5000);
    for scale in Scale::ALL {
        let score = result.scores.scale(scale);
        let mut place = score.map_or(0, |score| score.place_centi(scale));
        if turned {
            place = 10_000 - place;
        }
        let haze = score.map_or(0, |score| score.se_centi() * LINE / 10_000);
        let texts = messages.scale(scale);
        // The places {0} to {b} of the template.
        let values: [&str; 12] = [
            &number(610 + 235 * scale.index() as u32),
            start,
            end,
            messages.get(texts.name),
            &score_text::band(messages, scale, score),
            if score.is_some() { "" } else { "3 14" },
            if score.is_some() { "" } else { "hidden" },
            &decimal(place * LINE / 1000, 1),
            // In hundredths: the haze of the template reaches 100 to either side.
            &decimal(haze, 2),
            if sketch { "#faf8f5" } else { "#743c6a" },
            messages.get(texts.ends[0]),
            messages.get(texts.ends[1]),
        ];
        spectra += &filled(include_str!("spectrum.svg"), &values.map(escaped));
    }
    let profile = headline.map(|headline| messages.profile(headline.profile));
    let touch = headline.and_then(|headline| messages.touch(headline.touch?)).map_or("", |touch| messages.get(*touch));
    let (n, total) = (number(result.answered), number(result.form().items() as u32));
    let mark = if sketch {
        [messages.get(messages.name), ", ", messages.get(messages.sketch.folio)].concat()
    } else {
        messages.get(messages.name).to_owned()
    };
    // The places {0} to {8}; {9} are the spectra.
    let values: [&str; 9] = [
        messages.get(messages.dir),
        start,
        &mark,
        "88",
        messages.get(profile.map_or(messages.result.unnamed, |profile| profile.name)),
        touch,
        profile.map_or("", |profile| messages.get(profile.line)),
        &messages.fill(messages.result.title, &[&n, &total]),
        profile.map_or("", |_| messages.get(messages.result.caption_name)),
    ];
    let mut values = values.map(escaped).to_vec();
    values.push(spectra);
    filled(include_str!("result_image.svg"), &values)
}

/// Fills a template with values that cannot break it.
fn filled(template: &str, values: &[String]) -> String {
    let values: Vec<&str> = values.iter().map(String::as_str).collect();
    fill_in_order(template, &values)
}

/// A value as text in SVG.
fn escaped(value: &str) -> String {
    let mut out = String::with_capacity(value.len() + 16);
    for sign in value.chars() {
        match sign {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            _ => out.push(sign),
        }
    }
    out
}

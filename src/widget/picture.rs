//! The plate: the name of the picture, its three spectra, and a table that says the same.

use yew::prelude::*;

use super::{chart, view::View};
use crate::{
    content::{Words, fill},
    quiz::{Form, Picture, Scale, ScaleScore},
};

pub fn plate(view: &View<'_>, picture: &Picture) -> Html {
    let words = view.words;
    let sketch = picture.form() == Form::Quick;
    let caption = match (sketch, picture.headline.is_some()) {
        (true, _) => words.sketch.caption,
        (false, true) => words.result.caption,
        (false, false) => words.result.caption_unnamed,
    };
    html! {
        <>
            <figure key="plate" class="plate">
                if sketch {
                    <p class="kicker">{ words.sketch.kicker }</p>
                }
                { name(words, picture) }
                { for Scale::ALL.map(|scale| {
                    let score = picture.scores.scale(scale);
                    let (band, says) = bands(words, scale, score);
                    chart::spectrum(words, scale, score, picture.form(), &band, &says)
                }) }
                <figcaption>{ caption }</figcaption>
            </figure>
            { table(words, picture) }
        </>
    }
}

fn name(words: Words, picture: &Picture) -> Html {
    match picture.headline {
        Some(headline) => {
            let profile = words.profile(headline.profile);
            html! {
                <>
                    <h2 class="name" part="result-title">{ profile.name }</h2>
                    if let Some(touch) = headline.touch {
                        <p class="touch">{ words.profile(touch).touch }</p>
                    }
                    <p class="oneline">{ profile.line }</p>
                </>
            }
        }
        None => html! { <h2 class="name" part="result-title">{ words.result.unnamed }</h2> },
    }
}

/// The band as it stands over the line, and as the table says it. Near a cut both names are said, in the order in
/// which they lie on the line.
fn bands(words: Words, scale: Scale, score: Option<ScaleScore>) -> (String, String) {
    let Some(score) = score else {
        return (words.result.not_enough.to_owned(), words.result.not_enough.to_owned());
    };
    let own = *words.band(scale, score.band());
    let Some((band, other)) = score.near_line() else {
        return (own.to_owned(), own.to_owned());
    };
    let other_name = *words.band(scale, other);
    let (a, b) = if (band < other) == (scale != Scale::Trust) { (own, other_name) } else { (other_name, own) };
    let between = fill(words.result.between, &[("a", a), ("b", b)]);
    // Exactly on the cut it is nearer to neither.
    let says =
        if score.is_on_cut() { between.clone() } else { fill(words.result.nearer, &[("a", a), ("b", b), ("nearer", own)]) };
    (between, says)
}

fn table(words: Words, picture: &Picture) -> Html {
    let texts = &words.result;
    let row = |scale: Scale| {
        let score = picture.scores.scale(scale);
        let (_, says) = bands(words, scale, score);
        let value =
            score.map(|score| fill(texts.value, &[("shown", &score.shown(scale).to_string()), ("se", &chart::error(score))]));
        html! {
            <tr>
                <th scope="row">{ words.scale(scale).name }</th>
                <td>{ says }</td>
                <td class="num">{ value.unwrap_or_default() }</td>
            </tr>
        }
    };
    html! {
        <details key="numbers">
            <summary>{ texts.numbers }</summary>
            <table part="table">
                <thead>
                    <tr>
                        <th scope="col">{ texts.column_line }</th>
                        <th scope="col">{ texts.column_answers }</th>
                        <th scope="col" class="num">{ texts.column_of_100 }</th>
                    </tr>
                </thead>
                <tbody>{ for Scale::ALL.map(row) }</tbody>
            </table>
        </details>
    }
}

//! The plate: the name of the picture, its three spectra, and a table that says the same.

use yew::prelude::*;

use super::{chart, view::View};
use crate::{
    content::{Words, fill},
    quiz::{Band, Form, Picture, Scale, ScaleScore, keeps_a_say},
};

/// The plate; `told` adds what is said of the profile and of each line.
pub fn plate(view: &View<'_>, picture: &Picture, told: bool) -> Html {
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
                { name(view, picture, told) }
                { for Scale::ALL.map(|scale| {
                    let score = picture.scores.scale(scale);
                    let (band, says) = bands(words, scale, score);
                    html! {
                        <>
                            { chart::spectrum(words, scale, score, picture.form(), &band, &says) }
                            if told {
                                { text(view, picture, scale) }
                            }
                        </>
                    }
                }) }
                <figcaption>{ caption }</figcaption>
            </figure>
            { table(words, picture) }
        </>
    }
}

fn name(view: &View<'_>, picture: &Picture, told: bool) -> Html {
    let words = view.words;
    let Some(headline) = picture.headline else {
        return html! { <h2 class="name" part="result-title">{ words.result.unnamed }</h2> };
    };
    let profile = words.profile(headline.profile);
    html! {
        <>
            <h2 class="name" part="result-title">{ profile.name }</h2>
            if let Some(touch) = headline.touch {
                <p class="touch">{ words.profile(touch).touch }</p>
            }
            <p class="oneline">{ profile.line }</p>
            if told {
                <p>{ profile.strength }</p>
                <p>{ profile.watch }</p>
                if view.shows_ideas(picture) {
                    <p class="small ask">{ words.result.ask }</p>
                    <p class="say">{ profile.ask }</p>
                }
            }
        </>
    }
}

/// What is said of one line.
fn text(view: &View<'_>, picture: &Picture, scale: Scale) -> Html {
    let words = view.words;
    let Some(score) = picture.scores.scale(scale).filter(|_| !picture.same_answer) else {
        return html! {};
    };
    let texts = words.band_text(scale, score.band());
    let near = near(words, scale, score, words.result.between_says, words.result.nearer_says);
    let say_first = scale == Scale::Control && score.band() != Band::Low && keeps_a_say(&picture.scores);
    html! {
        <div class="says">
            if let Some(near) = near {
                <p>{ near }</p>
            }
            if say_first {
                <p>{ words.result.keeping_a_say }</p>
            }
            <p>{ texts.says }</p>
            if view.shows_ideas(picture) {
                <p>{ texts.r#try }</p>
            }
        </div>
    }
}

/// The band as it stands over the line, and as the table says it.
fn bands(words: Words, scale: Scale, score: Option<ScaleScore>) -> (String, String) {
    let Some(score) = score else {
        return (words.result.not_enough.to_owned(), words.result.not_enough.to_owned());
    };
    let own = || (*words.band(scale, score.band())).to_owned();
    let over = near(words, scale, score, words.result.between, words.result.between);
    let says = near(words, scale, score, words.result.between, words.result.nearer);
    (over.unwrap_or_else(own), says.unwrap_or_else(own))
}

/// Near a cut both names are said, in the order in which they lie on the line; exactly on it the dot is nearer to
/// neither.
fn near(words: Words, scale: Scale, score: ScaleScore, between: &str, nearer: &str) -> Option<String> {
    let (band, other) = score.near_line()?;
    let (own, other_name) = (*words.band(scale, band), *words.band(scale, other));
    let (a, b) = if (band < other) == (scale != Scale::Trust) { (own, other_name) } else { (other_name, own) };
    let sentence = if score.is_on_cut() { between } else { nearer };
    Some(fill(sentence, &[("a", a), ("b", b), ("nearer", own)]))
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

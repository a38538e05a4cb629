//! The plate: the name of the result, its three lines, and a table that says the same.

use yew::prelude::*;

use super::{
    chart::{self, Owner},
    score_text, tables,
};
use crate::{
    content::Messages,
    context::{QuizContext, paragraph, text},
    quiz::{Band, Form, QuizResult, Scale, ScaleScore, keeps_a_say},
};

/// The plate. `with_text` adds what is said of the profile and of each line.
pub fn plate(quiz: &QuizContext, result: &QuizResult, with_text: bool, owner: Owner) -> Html {
    let messages = quiz.messages();
    let is_sketch = result.form() == Form::Quick;
    let scored = Scale::ALL.into_iter().filter(|scale| result.scores.scale(*scale).is_some()).count();
    let not_enough = scored < Scale::ALL.len() && owner == Owner::User;
    html! {
        <div>
            <figure class="plate">
                if is_sketch && owner == Owner::User {
                    <p class="kicker">{ quiz.text(messages.sketch.kicker) }</p>
                }
                { name(quiz, result, with_text) }
                for scale in Scale::ALL {
                    { line(quiz, result, scale, with_text, owner) }
                }
                <figcaption>
                    if result.headline.is_some() {
                        { quiz.paragraph(messages.result.caption_name) }
                    }
                    if scored > 0 {
                        { quiz.paragraph(messages.result.caption) }
                        if is_sketch {
                            { quiz.paragraph(messages.sketch.caption) }
                        }
                    }
                    if not_enough {
                        { paragraph(messages.fill(messages.result.not_enough_text, &[messages.get(messages.statement.review)])) }
                    }
                </figcaption>
            </figure>
            { numbers(quiz, result) }
        </div>
    }
}

fn name(quiz: &QuizContext, result: &QuizResult, with_text: bool) -> Html {
    let messages = quiz.messages();
    let profile = result.headline.map(|headline| messages.profile(headline.profile));
    let touch = result.headline.and_then(|headline| messages.touch(headline.touch?));
    html! {
        <>
            <h2 class="name" part="result-title" aria-level={quiz.level(0)}>
                { quiz.text(profile.map_or(messages.result.unnamed, |profile| profile.name)) }
            </h2>
            if let Some(touch) = touch {
                <p class="touch">{ quiz.text(*touch) }</p>
            }
            if let Some(profile) = profile {
                <p class="oneline">{ quiz.text(profile.line) }</p>
                if with_text {
                    { quiz.paragraph(profile.strength) }
                    { quiz.paragraph(profile.watch) }
                    if quiz.shows_ideas(result) {
                        <p class="small ask">{ quiz.text(messages.result.ask) }</p>
                        <p class="say">{ quiz.text(profile.ask) }</p>
                    }
                }
            }
        </>
    }
}

/// The line of a scale, and what is said of it.
fn line(quiz: &QuizContext, result: &QuizResult, scale: Scale, with_text: bool, owner: Owner) -> Html {
    let score = result.scores.scale(scale);
    let text = score.filter(|_| with_text && result.same_answer.is_none());
    html! {
        <>
            { chart::spectrum(quiz, scale, score, result.form(), owner) }
            if let Some(score) = text {
                { says(quiz, result, scale, score) }
            }
        </>
    }
}

fn says(quiz: &QuizContext, result: &QuizResult, scale: Scale, score: ScaleScore) -> Html {
    let messages = quiz.messages();
    let texts = messages.band_text(scale, score.band());
    html! {
        <div class="says">
            if let Some(nearer) = score_text::nearer(messages, scale, score) {
                { paragraph(nearer) }
            }
            if scale == Scale::Trust && score.band() != Band::Low && keeps_a_say(&result.scores) {
                { quiz.paragraph(messages.result.keeping_a_say) }
            }
            { quiz.paragraph(texts.says) }
            if quiz.shows_ideas(result) {
                { quiz.paragraph(texts.r#try) }
            }
        </div>
    }
}

/// The same in numbers.
fn numbers(quiz: &QuizContext, result: &QuizResult) -> Html {
    let messages = quiz.messages();
    let texts = &messages.result;
    html! {
        <details class="numbers">
            { quiz.summary(texts.numbers) }
            <table part="table">
                { tables::head(quiz, [texts.column_line, texts.column_answers, texts.column_of_100], 1) }
                <tbody>
                    for scale in Scale::ALL {
                        <tr>
                            <th scope="row">{ quiz.text(messages.scale(scale).name) }</th>
                            <td>{ text(score_text::exact_band(messages, scale, result.scores.scale(scale))) }</td>
                            { tables::number_cell(value(messages, scale, result.scores.scale(scale))) }
                        </tr>
                    }
                </tbody>
            </table>
        </details>
    }
}

fn value(messages: Messages, scale: Scale, score: Option<ScaleScore>) -> String {
    score.map_or_else(String::new, |score| score_text::value(messages, scale, score))
}

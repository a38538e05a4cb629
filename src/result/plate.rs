//! The plate: the name of the result, its three lines, and a table that says the same.

use yew::prelude::*;

use super::{
    chart::{self, Owner},
    score_text, tables,
};
use crate::{
    content::Messages,
    context::{QuizContext, paragraph, text},
    quiz::{Edition, Form, Headline, Letter, QuizResult, Scale, ScaleScore},
};

/// The plate; `letter` says what of the user's own result is shown.
pub fn plate(quiz: &QuizContext, result: &QuizResult, letter: Option<&Letter>, owner: Owner) -> Html {
    let messages = quiz.messages();
    let is_sketch = result.form() == Form::Quick;
    let scored = Scale::ALL.into_iter().filter(|scale| result.scores.scale(*scale).is_some()).count();
    let not_enough = scored < Scale::ALL.len() && owner == Owner::User;
    let headline = letter.map_or(result.headline, |letter| letter.headline);
    html! {
        <div>
            <figure class="plate">
                if is_sketch && owner == Owner::User {
                    <p class="kicker">{ quiz.text(messages.sketch.kicker) }</p>
                }
                { name(quiz, headline) }
                for scale in Scale::ALL {
                    { chart::spectrum(quiz, scale, result.scores.scale(scale), result.form(), owner) }
                }
                <figcaption>
                    if headline.is_some() {
                        { quiz.paragraph(messages.result.caption_name) }
                    }
                    if scored > 0 {
                        { quiz.paragraph(messages.result.caption) }
                        if is_sketch {
                            { quiz.paragraph(messages.sketch.caption) }
                        }
                    }
                    if result.scores.edition == Edition::First {
                        { quiz.paragraph(messages.result.first_edition) }
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

fn name(quiz: &QuizContext, headline: Option<Headline>) -> Html {
    let messages = quiz.messages();
    let profile = headline.map(|headline| messages.profile(headline.profile));
    let touch = headline.and_then(|headline| messages.touch(headline.touch?));
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
            }
        </>
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

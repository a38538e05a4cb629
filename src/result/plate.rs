//! The plate: the name of a result, its three lines, and one thing that goes well, within one screen of a telephone.

use yew::prelude::*;

use super::{
    chart::{self, Lines, Owner},
    score_text, tables,
};
use crate::{
    context::{QuizContext, paragraph},
    quiz::{Edition, Form, Headline, Letter, QuizResult, Scale},
};

/// The plate; `letter` says what of the user's own result is shown. What stands over the name and under the lines differs from
/// screen to screen.
pub fn plate(quiz: &QuizContext, result: &QuizResult, letter: Option<&Letter>, above: Html, below: Html) -> Html {
    let owner = if letter.is_some() { Owner::User } else { Owner::Sender };
    let headline = letter.map_or(result.headline, |letter| letter.headline);
    html! {
        <figure class="plate">
            { above }
            { name(quiz, headline) }
            { lines(quiz, Lines::of(owner, result)) }
            { caption(quiz, result, headline.is_some(), owner) }
            { letter.map(|letter| strength(quiz, letter)) }
            { below }
        </figure>
    }
}

/// One set of lines, with the bands in words.
pub fn lines(quiz: &QuizContext, lines: Lines) -> Html {
    let messages = quiz.messages();
    let row = |scale: Scale| {
        let score = lines.scores[scale.index()];
        html! {
            <>
                { quiz.subheading(quiz.value(messages.scale(scale).name)) }
                { chart::words(quiz, scale, score, score.is_none(), score_text::sentence(messages, scale, score)) }
            </>
        }
    };
    chart::lines(&[lines], Html::default(), &row)
}

/// What the picture means, as far as that is so.
fn caption(quiz: &QuizContext, result: &QuizResult, is_named: bool, owner: Owner) -> Html {
    let messages = quiz.messages();
    let texts = &messages.result;
    let scored = Scale::ALL.into_iter().filter(|scale| result.scores.scale(*scale).is_some()).count();
    html! {
        <figcaption>
            { (scored > 0).then(|| quiz.paragraph(texts.caption)) }
            { (scored > 0 && result.form() == Form::Quick).then(|| quiz.paragraph(messages.sketch.caption)) }
            { is_named.then(|| quiz.paragraph(texts.caption_name)) }
            { (result.scores.edition == Edition::First).then(|| quiz.paragraph(texts.first_edition)) }
            { (scored < Scale::ALL.len() && owner == Owner::User).then(|| paragraph(messages.fill(texts.not_enough_text, &[messages.get(messages.statement.review)]))) }
        </figcaption>
    }
}

fn name(quiz: &QuizContext, headline: Option<Headline>) -> Html {
    let messages = quiz.messages();
    let profile = headline.map(|headline| messages.profile(headline.profile));
    let touch = headline.and_then(|headline| messages.touch(headline.touch?));
    html! {
        <>
            <h2 class="name" data-unnamed={profile.is_none().then_some("")} part="result-title" aria-level={quiz.level(0)}>
                { quiz.text(profile.map_or(messages.result.unnamed, |profile| profile.name)) }
            </h2>
            { touch.map(|touch| html! { <p class="touch">{ quiz.text(*touch) }</p> }) }
            { profile.map(|profile| html! { <p class="oneline">{ quiz.text(profile.line) }</p> }) }
        </>
    }
}

/// One thing that goes well, from the user's own answers, or else what a reason may protect; nothing where no answer says so and no
/// reason stood out.
fn strength(quiz: &QuizContext, letter: &Letter) -> Html {
    let (messages, texts) = (quiz.messages(), &quiz.messages().result);
    let strength = letter.strengths.first().and_then(|position| messages.strength(*position));
    let protects = letter.steps.first().map(|(reason, _)| &messages.reason(*reason).protects);
    let (title, says) = match (strength, protects) {
        (Some(strength), _) => (texts.strengths, *strength),
        (None, Some(protects)) => (texts.protects, *protects),
        (None, None) => return Html::default(),
    };
    html! {
        <div class="strength" part="strength">
            { quiz.small(title) }
            { quiz.paragraph(says) }
        </div>
    }
}

/// The same in numbers.
pub fn numbers(quiz: &QuizContext, result: &QuizResult) -> Html {
    let (messages, texts) = (quiz.messages(), &quiz.messages().result);
    let row = |scale| {
        let score = result.scores.scale(scale);
        let value = score.map_or_else(String::new, |score| score_text::value(messages, scale, score));
        [score_text::exact_band(messages, scale, score), value]
    };
    tables::in_numbers(quiz, [texts.column_answers, texts.column_of_100], 1, &row)
}

//! Two results in one: the user's own and somebody's. Nothing says who is right, and nothing is read from a sketch.

use yew::prelude::*;

use super::{kicker, shared_result::step};
use crate::{
    button::Look,
    context::{QuizContext, paragraph, text},
    effects::Effect,
    quiz::{Change, Form, Headline, QuizResult, Scale},
    result::{
        chart::{self, Lines, Owner},
        pair, score_text, tables,
    },
    share::{export, saved},
    state::{Action, View},
};

/// Both results side by side.
pub fn view(quiz: &QuizContext) -> Html {
    let (messages, state) = (quiz.messages(), &quiz.state);
    let texts = &messages.both;
    let (Some(own), Some(shared)) = (state.finished(), state.shared_result) else { return Html::default() };
    let (mine, theirs) = (QuizResult::of(own.form(), own.answers()), QuizResult::of_shared(&shared));
    let both = [Lines::of(Owner::Sender, &theirs), Lines::of(Owner::User, &mine)];
    let says = |scale| {
        quiz.value(match chart::change(&both, scale) {
            None => texts.unread,
            Some(Change::Same) => messages.over_time.same,
            Some(_) => texts.apart,
        })
    };
    let headline = pair::difference(messages, &both).unwrap_or_else(|| messages.get(texts.unread).to_owned());
    let is_sketch = both.iter().any(|lines| lines.form == Form::Quick);
    let row = |scale: Scale| {
        [1, 0].map(|index: usize| {
            let score = both[index].scores[scale.index()];
            score.map_or_else(|| "–".to_owned(), |score| score_text::value(messages, scale, score))
        })
    };
    html! {
        <div key="comparison" class="screen sheet" part="result">
            <figure class="plate">
                { kicker(quiz, None, quiz.value(texts.title), &quiz.input.nodes().heading) }
                <p class="headline">{ text(headline) }</p>
                <ul class="who">
                    { who(quiz, &both[1], quiz.letter(&mine).headline) }
                    { who(quiz, &both[0], theirs.headline) }
                </ul>
                { pair::picture(quiz, &both, [texts.they, texts.you], &says) }
                <figcaption>
                    { quiz.paragraph(if is_sketch { texts.sketch } else { texts.caption }) }
                </figcaption>
                <div class="keep">
                    <div class="bar">
                        { export(quiz, "save", messages.keep.picture, Effect::SaveImage) }
                        { export(quiz, "print", messages.keep.print, Effect::Print) }
                    </div>
                    { saved(quiz) }
                </div>
            </figure>
            <div class="letter">
                { quiz.shows_ideas(&mine).then(|| questions(quiz, &both)) }
                { tables::in_numbers(quiz, [texts.you, texts.they], 2, &row) }
                <div class="moves">
                    { step(quiz, Look::Plain, "back", texts.back, Action::Show(View::SharedResult)) }
                    { step(quiz, Look::Quiet, "back", messages.shared.away, Action::PutAway) }
                </div>
            </div>
        </div>
    }
}

/// Whose lines they are, and their name as far as it is shown.
fn who(quiz: &QuizContext, lines: &Lines, headline: Option<Headline>) -> Html {
    let messages = quiz.messages();
    let who = if lines.owner == Owner::User { messages.both.you } else { messages.both.they };
    let profile = headline.map_or(messages.result.unnamed, |headline| messages.profile(headline.profile).name);
    html! {
        <li>
            { chart::sign(lines) }
            { text([" ", messages.get(who), ": ", messages.get(profile)].concat()) }
        </li>
    }
}

/// A few sentences to talk about, as a card to print. They wait where the user's own ideas wait.
fn questions(quiz: &QuizContext, both: &[Lines; 2]) -> Html {
    let messages = quiz.messages();
    let texts = &messages.both;
    let differs = |scale: Scale| {
        let ends = messages.scale(scale).ends;
        // The line for Trust is drawn the other way round.
        let (my_end, their_end) = match (chart::change(both, scale), scale) {
            (Some(Change::Up), Scale::Trust) | (Some(Change::Down), Scale::Control | Scale::Perfectionism) => (ends[0], ends[1]),
            (Some(Change::Down), Scale::Trust) | (Some(Change::Up), _) => (ends[1], ends[0]),
            (Some(Change::Same) | None, _) => return None,
        };
        let name = messages.scale(scale).name;
        Some(messages.fill(texts.differ, &[messages.get(my_end), messages.get(name), messages.get(their_end)]))
    };
    let is_apart = Scale::ALL.into_iter().any(|scale| differs(scale).is_some());
    html! {
        <section class="card" ref={&quiz.input.nodes().steps}>
            { quiz.heading(texts.talk) }
            for scale in Scale::ALL {
                if let Some(differs) = differs(scale) {
                    { paragraph(differs) }
                    { quiz.say(texts.questions[scale.index()]) }
                }
            }
            { (!is_apart).then(|| quiz.say(texts.question)) }
            { quiz.paragraph(texts.limits) }
            <div class="moves">{ export(quiz, "print", messages.step.print, Effect::PrintStep) }</div>
        </section>
    }
}

//! Two results in one: the user's own and somebody's. Nothing says who is right, and nothing is read from a sketch.

use yew::prelude::*;

use super::{shared_result::step, title};
use crate::{
    button::Look,
    content::Messages,
    context::{QuizContext, paragraph, text},
    quiz::{Change, Form, Headline, QuizResult, Scale, ScaleScore},
    result::{Owner, chart, tables},
    state::{Action, View},
};

/// Two results.
struct Pair {
    mine: QuizResult,
    theirs: QuizResult,
}

impl Pair {
    fn is_sketch(&self) -> bool {
        [self.mine.form(), self.theirs.form()].contains(&Form::Quick)
    }

    fn scores(&self, scale: Scale) -> [Option<ScaleScore>; 2] {
        [self.mine.scores.scale(scale), self.theirs.scores.scale(scale)]
    }

    /// Whether the two differ; `None` where that is not known.
    fn change(&self, scale: Scale) -> Option<Change> {
        let [mine, theirs] = self.scores(scale);
        Some(mine?.change_since(theirs?)).filter(|_| !self.is_sketch())
    }
}

/// Both results side by side.
pub fn view(quiz: &QuizContext) -> Html {
    let (messages, state) = (quiz.messages(), &quiz.state);
    let texts = &messages.both;
    let (Some(own), Some(shared)) = (state.finished(), state.shared_result) else { return Html::default() };
    let pair = Pair { mine: QuizResult::of(own.form(), own.answers()), theirs: QuizResult::of_shared(&shared) };
    let row = |scale| {
        let note = pair.change(scale);
        let note = note.map(|change| if change == Change::Same { messages.over_time.same } else { texts.apart });
        (note.map(|note| quiz.value(note)), pair.scores(scale))
    };
    html! {
        <div key="comparison" class="screen" part="result">
            { title(quiz, None, texts.title) }
            <ul class="who">
                { who(messages, Owner::User, &pair.mine, quiz.letter(&pair.mine).headline) }
                { who(messages, Owner::Sender, &pair.theirs, pair.theirs.headline) }
            </ul>
            <figure class="plate">
                for scale in Scale::ALL {
                    { chart::pair(quiz, scale, [pair.mine.form(), pair.theirs.form()], pair.scores(scale), pair.change(scale)) }
                }
                <figcaption>{ quiz.text(if pair.is_sketch() { texts.sketch } else { texts.caption }) }</figcaption>
            </figure>
            <details class="numbers">
                { quiz.summary(messages.result.numbers) }
                { tables::comparison(quiz, [messages.result.column_line, texts.you, texts.they], &row) }
            </details>
            if quiz.shows_ideas(&pair.mine) {
                { questions(quiz, &pair) }
            }
            <div class="moves">
                { step(quiz, Look::Plain, "back", texts.back, Action::Show(View::SharedResult)) }
                { step(quiz, Look::Quiet, "back", messages.shared.away, Action::PutAway) }
            </div>
        </div>
    }
}

/// Whose result it is, and its name as far as it is shown.
fn who(messages: Messages, owner: Owner, result: &QuizResult, headline: Option<Headline>) -> Html {
    let who = if owner == Owner::User { messages.both.you } else { messages.both.they };
    let profile = headline.map_or(messages.result.unnamed, |headline| messages.profile(headline.profile).name);
    html! {
        <li>
            { chart::sign(owner, result.form() == Form::Quick) }
            { text([" ", messages.get(who), ": ", messages.get(profile)].concat()) }
        </li>
    }
}

/// A few sentences to talk about, which wait where the user's own ideas wait.
fn questions(quiz: &QuizContext, pair: &Pair) -> Html {
    let messages = quiz.messages();
    let texts = &messages.both;
    let differs = |scale: Scale| {
        let ends = messages.scale(scale).ends;
        // The line for Trust is drawn the other way round.
        let (my_end, their_end) = match (pair.change(scale), scale) {
            (Some(Change::Up), Scale::Trust) | (Some(Change::Down), Scale::Control | Scale::Perfectionism) => (ends[0], ends[1]),
            (Some(Change::Down), Scale::Trust) | (Some(Change::Up), _) => (ends[1], ends[0]),
            (Some(Change::Same) | None, _) => return None,
        };
        let name = messages.scale(scale).name;
        Some(messages.fill(texts.differ, &[messages.get(my_end), messages.get(name), messages.get(their_end)]))
    };
    let is_apart = Scale::ALL.into_iter().any(|scale| differs(scale).is_some());
    html! {
        <section>
            { quiz.heading(texts.talk) }
            for scale in Scale::ALL {
                if let Some(differs) = differs(scale) {
                    { paragraph(differs) }
                    { quiz.say(texts.questions[scale.index()]) }
                }
            }
            if !is_apart {
                { quiz.say(texts.question) }
            }
            { quiz.paragraph(texts.limits) }
        </section>
    }
}

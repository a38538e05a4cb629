//! Over time, on this device only, if the user says so: dated results, and what has changed since.

use yew::prelude::*;

use crate::{
    button::{Look, button},
    content::Messages,
    context::{QuizContext, paragraph, text},
    effects::Effect,
    input::Intent,
    quiz::{Change, Form, QuizResult, Scale, history, link::Shared},
    result::{
        chart::{self, Lines, Owner},
        pair, plate,
    },
    storage::{HistoryChange, HistoryEntry},
};

/// The section with the dated results.
pub fn history_section(quiz: &QuizContext, result: &QuizResult) -> Html {
    let (texts, state) = (&quiz.messages().over_time, &quiz.state);
    let now = Shared::of(&result.scores, false).filter(|_| result.same_answer.is_none() && state.can_store == Some(true));
    let Some(now) = now else { return Html::default() };
    let is_stored = state.history.first().is_some_and(|entry| entry.is_today && entry.dated.shared == now);
    let is_compared = |then: &Shared| then.form == Form::Full && then.edition == now.edition && *then != now;
    let is_compared = state.history.iter().any(|entry| is_compared(&entry.dated.shared));
    html! {
        <section class="over-time">
            <h2 tabindex="-1" aria-level={quiz.level(0)} ref={&quiz.input.nodes().history}>{ quiz.text(texts.title) }</h2>
            { quiz.paragraph(texts.text) }
            if is_stored {
                { quiz.paragraph(texts.kept_today) }
            } else {
                <p class="moves">{ change(quiz, Look::Plain, "keep", quiz.text(texts.keep), HistoryChange::Add(now)) }</p>
            }
            for entry in &state.history {
                { earlier(quiz, entry, &now) }
            }
            if is_compared {
                { quiz.small(texts.rule) }
            }
            if state.history.len() > 1 {
                <p class="moves">
                    { change(quiz, Look::Plain, "forget", quiz.text(texts.delete_all), HistoryChange::DeleteAll) }
                </p>
            }
        </section>
    }
}

fn change(quiz: &QuizContext, look: Look, part: &'static str, label: Html, change: HistoryChange) -> Html {
    button(quiz, look, part, label, Intent::Run(Effect::ChangeHistory(change)))
}

/// A stored result, and over it the one on the screen where the two differ.
fn earlier(quiz: &QuizContext, entry: &HistoryEntry, now: &Shared) -> Html {
    let (messages, texts) = (quiz.messages(), &quiz.messages().over_time);
    let then = &entry.dated.shared;
    // Results of two editions are not compared.
    let is_earlier_edition = then.edition != now.edition;
    let is_sketch = then.form == Form::Quick || now.form == Form::Quick;
    let lines = |owner, shared: &Shared| Lines { owner, form: shared.form, scores: shared.scales };
    let both = [lines(Owner::Earlier, then), lines(Owner::User, now)];
    let says = |scale: Scale| if is_sketch { quiz.value(messages.both.unread) } else { changed(messages, scale, &both) };
    let delete = text(messages.fill(texts.delete, &[&entry.date]));
    html! {
        <div key={history::write(&[entry.dated])} class="earlier">
            { quiz.subheading(entry.date.clone()) }
            if is_earlier_edition {
                { plate::lines(quiz, both[0]) }
                { quiz.small(messages.result.first_edition) }
            } else if then != now {
                if let Some(difference) = pair::difference(messages, &both) {
                    { paragraph(difference) }
                }
                { pair::picture(quiz, &both, [texts.then, texts.now], &says) }
                if is_sketch {
                    { quiz.small(messages.both.sketch) }
                }
            }
            { change(quiz, Look::Quiet, "forget", delete, HistoryChange::Delete(entry.dated)) }
        </div>
    }
}

/// How a line has changed, in words.
fn changed(messages: Messages, scale: Scale, both: &[Lines; 2]) -> AttrValue {
    let texts = &messages.over_time;
    // The line for Trust is drawn the other way round.
    let right = match chart::change(both, scale) {
        None => return messages.get(messages.result.not_enough).into(),
        Some(Change::Same) => return messages.get(texts.same).into(),
        Some(Change::Up) => scale != Scale::Trust,
        Some(Change::Down) => scale == Scale::Trust,
    };
    messages.fill(texts.moved, &[messages.get(messages.scale(scale).ends[usize::from(right)])]).into()
}

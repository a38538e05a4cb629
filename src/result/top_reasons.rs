//! The reasons that stood out: up to three, none of them crowned; and all ten as a quiet dot plot.

use yew::prelude::*;

use super::chart;
use crate::{
    content::TextId,
    context::{QuizContext, text},
    quiz::{Band, Form, INSTRUMENT, Pull, QuizResult, REASON_MAX, Reason, ReasonScore, Scale, ScaleScore, number, se_centi},
};

/// The reasons that stood out.
pub fn section(quiz: &QuizContext, result: &QuizResult) -> Html {
    let texts = &quiz.messages().result;
    if result.same_answer.is_some() || Reason::all().all(|reason| result.scores.reason(reason).is_none()) {
        return Html::default();
    }
    let is_high = |scale| result.scores.scale(scale).map(ScaleScore::band).is_none_or(|band| band == Band::High);
    let (title, intro) = match result.standouts.len() {
        0 if !Scale::ALL.into_iter().any(is_high) => (None, texts.no_standout_sharing),
        0 => (None, texts.no_standout),
        1 => (Some(texts.standouts_one), texts.standouts_text_one),
        2 => (Some(texts.standouts_two), texts.standouts_text),
        _ => (Some(texts.standouts_three), texts.standouts_text),
    };
    html! {
        <section part="reasons">
            if let Some(title) = title {
                { quiz.heading(title) }
            }
            { quiz.paragraph(intro) }
            for (reason, pull) in &result.standouts {
                { top_reason(quiz, result, *reason, *pull) }
            }
            { all(quiz, result, result.form() == Form::Full) }
        </section>
    }
}

fn top_reason(quiz: &QuizContext, result: &QuizResult, reason: Reason, pull: Pull) -> Html {
    let all = quiz.messages();
    let (messages, texts) = (all.reason(reason), &all.result);
    let entry = |title, sentence| {
        html! {
            <>
                <dt>{ quiz.text(title) }</dt>
                <dd>{ quiz.text(sentence) }</dd>
            </>
        }
    };
    let pull = match pull {
        Pull::Strong => texts.strong_pull,
        Pull::Some => texts.some_pull,
    };
    html! {
        <details class="reason" part="reason" open=true>
            <summary>{ quiz.subheading(quiz.value(messages.name)) }</summary>
            <p class="small">{ quiz.text(pull) }</p>
            <dl>
                { entry(texts.looks_like, messages.looks_like) }
                { entry(texts.may_protect, messages.protects) }
                if quiz.shows_ideas(result) {
                    { entry(texts.experiment, messages.experiment) }
                    <dt>{ quiz.text(texts.say) }</dt>
                    <dd class="say">{ quiz.text(messages.say) }</dd>
                }
                { entry(texts.partner, messages.partner) }
            </dl>
            <p class="small">{ text(from(quiz, result, reason)) }</p>
        </details>
    }
}

/// Which answers a reason comes from.
fn from(quiz: &QuizContext, result: &QuizResult, reason: Reason) -> String {
    let (messages, texts) = (quiz.messages(), &quiz.messages().result);
    let mut numbers = Vec::with_capacity(3);
    for position in INSTRUMENT.positions_of(reason) {
        if position.index() < result.form().items() && quiz.state.session.answers().get(position).is_some() {
            numbers.push(number(position.number()));
        }
    }
    match &numbers[..] {
        [a, b, c] => messages.fill(texts.from_three, &[a, b, c]),
        [a, b] => messages.fill(texts.from_two, &[a, b]),
        [n] => messages.fill(texts.from_answer, &[n]),
        _ => String::new(),
    }
}

/// All ten reasons, opened on request; `is_numbered` where enough is known for a number: one statement carries none, so the
/// quick form shows none, and a link does not say how many answers stand behind a reason.
pub fn all(quiz: &QuizContext, result: &QuizResult, is_numbered: bool) -> Html {
    let (messages, texts) = (quiz.messages(), &quiz.messages().result);
    let is_sketch = result.form() == Form::Quick;
    html! {
        <details class="all">
            { quiz.summary(texts.reasons_all) }
            <p class="small">{ quiz.text(if is_sketch { texts.reasons_all_text_quick } else { texts.reasons_all_text }) }</p>
            <ul class="dots">
                for reason in Reason::all() {
                    <li>
                        <span>{ quiz.text(messages.reason(reason).name) }</span>
                        { dot(quiz, result, reason, is_numbered) }
                    </li>
                }
            </ul>
            { chart::ends(quiz, [texts.reasons_left, texts.reasons_right]) }
        </details>
    }
}

/// The place of a reason on its line.
fn dot(quiz: &QuizContext, result: &QuizResult, reason: Reason, is_numbered: bool) -> Html {
    let score = result.scores.reason(reason);
    let place = score.map(|score| u32::from(score.sixths) * 10_000 / u32::from(REASON_MAX));
    chart::dot_on_a_line(place, result.form() == Form::Quick, label(quiz, reason, score, is_numbered))
}

fn label(quiz: &QuizContext, reason: Reason, score: Option<ReasonScore>, is_numbered: bool) -> String {
    let (messages, texts) = (quiz.messages(), &quiz.messages().result);
    let name = messages.get(messages.reason(reason).name);
    let sentence: TextId = match score {
        None => texts.chart_not_enough,
        Some(score) if is_numbered => {
            let (pull, se) = ((score.pull_milli() + 500) / 1000, (se_centi(score.answered) + 50) / 100);
            return messages.fill(texts.reason_dot, &[&number(pull), name, &number(se)]);
        }
        Some(score) => match score.sixths {
            0..12 => texts.reason_dot_less,
            12 => texts.reason_dot_middle,
            _ => texts.reason_dot_more,
        },
    };
    messages.fill(sentence, &[name])
}

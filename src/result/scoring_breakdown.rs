//! The working of the score: every statement, its points, and the sums a person with a pencil can follow.

use yew::prelude::*;

use super::tables;
use crate::{
    button::{Look, button},
    context::{QuizContext, paragraph, text},
    input::Intent,
    quiz::{INSTRUMENT, Position, QuizResult, Reason, Scale, decimal, number, points},
    state::Action,
};

/// The working: folded, and within that scale by scale.
pub fn section(quiz: &QuizContext, result: &QuizResult) -> Html {
    let texts = &quiz.messages().result;
    html! {
        <details class="working" part="working" open={quiz.state.revised.is_some()}>
            <summary>{ quiz.heading(texts.working) }</summary>
            { quiz.paragraph(texts.working_text) }
            for scale in Scale::ALL {
                { scale_part(quiz, result, scale) }
            }
        </details>
    }
}

fn scale_part(quiz: &QuizContext, result: &QuizResult, scale: Scale) -> Html {
    let (messages, texts) = (quiz.messages(), &quiz.messages().result);
    let name = messages.get(messages.scale(scale).name);
    let summary = match result.scores.scale(scale) {
        Some(score) => messages.fill(texts.working_sum, &[name, &number(score.shown(scale))]),
        None => messages.fill(texts.working_sum_none, &[name]),
    };
    let open = quiz.state.revised.is_some_and(|position| INSTRUMENT.item(position).reason.scale() == scale);
    html! {
        <details {open}>
            <summary>{ text(summary) }</summary>
            for reason in scale.reasons() {
                { reason_table(quiz, result, reason) }
            }
            { paragraph(formula(quiz, result, scale)) }
        </details>
    }
}

fn reason_table(quiz: &QuizContext, result: &QuizResult, reason: Reason) -> Html {
    let (messages, texts) = (quiz.messages(), &quiz.messages().result);
    let positions = || INSTRUMENT.positions_of(reason).filter(|position| position.index() < result.form().items());
    let sum: u8 = positions().filter_map(|position| points_of(quiz, position)).sum();
    let total = match result.scores.reason(reason) {
        None => quiz.value(texts.not_enough),
        Some(score) => {
            let (points, answered, sixths) = (number(sum), number(score.answered), number(score.sixths));
            messages.fill(texts.reason_sum, &[&answered, &points, &sixths]).into()
        }
    };
    html! {
        <table>
            { tables::head(quiz, [messages.reason(reason).name, texts.working_answer, texts.working_points], 1) }
            <tbody>
                for position in positions() {
                    { row(quiz, position) }
                }
            </tbody>
            <tfoot><tr><th scope="row" colspan="3">{ text(total) }</th></tr></tfoot>
        </table>
    }
}

fn points_of(quiz: &QuizContext, position: Position) -> Option<u8> {
    let answer = quiz.state.session.answers().get(position)?;
    Some(points(INSTRUMENT.item(position).key, answer))
}

/// The row of a statement.
fn row(quiz: &QuizContext, position: Position) -> Html {
    let messages = quiz.messages();
    let statement = messages.with_digits(&(number(position.number()) + ". ")) + messages.get(*messages.item(position));
    let answer = quiz.state.session.answers().get(position);
    let answer = quiz.text(answer.map_or(messages.statement.skipped, |answer| *messages.option(answer)));
    let points: AttrValue =
        points_of(quiz, position).map_or_else(|| "–".into(), |points| messages.with_digits(&number(points)).into());
    // Focus goes back to the row whose answer was changed.
    let is_revised = quiz.state.revised == Some(position);
    let heading = if is_revised { quiz.input.nodes().heading.clone() } else { NodeRef::default() };
    html! {
        <tr tabindex={is_revised.then_some("-1")} ref={heading}>
            <th scope="row">{ text(statement) }</th>
            <td>{ button(quiz, Look::Quiet, "review", answer, Intent::Dispatch(Action::Revise(position))) }</td>
            { tables::number_cell(points) }
        </tr>
    }
}

fn formula(quiz: &QuizContext, result: &QuizResult, scale: Scale) -> AttrValue {
    let (messages, texts) = (quiz.messages(), &quiz.messages().result);
    let Some(score) = result.scores.scale(scale) else { return quiz.value(texts.not_enough) };
    let mut sums = String::new();
    for score in scale.reasons().filter_map(|reason| result.scores.reason(reason)) {
        if !sums.is_empty() {
            sums += " + ";
        }
        sums += &number(score.sixths);
    }
    let (max, pull, reasons) = (number(score.max()), decimal((score.pull_milli() + 5) / 10, 2), number(score.reasons));
    let (rounded, shown, sum) = (number(score.pull_rounded()), number(score.shown(scale)), number(score.sum));
    let formula = if scale == Scale::Trust {
        messages.fill(texts.formula_trust, &[&max, &pull, &reasons, &rounded, &shown, &sum, &sums])
    } else {
        messages.fill(texts.formula, &[&max, &pull, &reasons, &sum, &sums])
    };
    formula.into()
}

//! All ten reasons, as a quiet dot plot.

use yew::prelude::*;

use super::chart;
use crate::{
    content::TextId,
    context::QuizContext,
    quiz::{Form, QuizResult, REASON_MAX, Reason, ReasonScore, number, se_centi},
};

/// True if something is known of the reasons: one of them has a score, and the answers were not all the same.
pub fn are_known(result: &QuizResult) -> bool {
    result.same_answer.is_none() && Reason::all().any(|reason| result.scores.reason(reason).is_some())
}

/// All ten reasons, opened on request; `is_numbered` where enough is known for a number: one statement carries none, so the
/// quick form shows none, and a link does not say how many answers stand behind a reason.
pub fn all(quiz: &QuizContext, result: &QuizResult, is_numbered: bool) -> Html {
    let (messages, texts) = (quiz.messages(), &quiz.messages().result);
    let is_sketch = result.form() == Form::Quick;
    html! {
        <details class="all">
            { quiz.summary(texts.reasons_all) }
            { quiz.small(if is_sketch { texts.reasons_all_text_quick } else { texts.reasons_all_text }) }
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

//! All ten reasons, as dots with their blur.

use yew::prelude::*;

use super::chart;
use crate::{
    content::TextId,
    context::QuizContext,
    quiz::{Form, Letter, QuizResult, REASON_MAX, Reason, ReasonScore, Scale, number, se_centi},
};

/// True if something is known of the reasons: one of them has a score, and the answers were not all the same.
pub fn are_known(result: &QuizResult) -> bool {
    result.same_answer.is_none() && Reason::all().any(|reason| result.scores.reason(reason).is_some())
}

/// All ten reasons as a picture, grouped by line. `letter` says which stood out; `is_numbered` where enough is known for a number:
/// one statement carries none, so the quick form shows none, and a link does not say how many answers stand behind a reason.
pub fn all(quiz: &QuizContext, result: &QuizResult, letter: Option<&Letter>, is_numbered: bool) -> Html {
    if !are_known(result) {
        return Html::default();
    }
    let (messages, texts) = (quiz.messages(), &quiz.messages().result);
    let standouts = letter.map_or(&[][..], |letter| &letter.steps);
    let stood_out = |reason| standouts.iter().any(|(standout, _)| *standout == reason);
    let is_sketch = result.form() == Form::Quick;
    html! {
        <section class="ten">
            { quiz.heading(texts.reasons_all) }
            { quiz.small(if is_sketch { texts.reasons_all_text_quick } else { texts.reasons_all_text }) }
            { (!standouts.is_empty()).then(|| quiz.small(texts.reasons_ink)) }
            for scale in Scale::ALL {
                { quiz.subheading(quiz.value(messages.scale(scale).name)) }
                { (scale == Scale::Trust).then(|| quiz.small(texts.reasons_guard)) }
                <ul>
                    for reason in scale.reasons() {
                        <li data-ink={stood_out(reason).then_some("")}>
                            <span>{ quiz.text(messages.reason(reason).name) }</span>
                            { dot(quiz, result, reason, is_numbered) }
                        </li>
                    }
                </ul>
            }
            { chart::ends(quiz, [texts.reasons_left, texts.reasons_right]) }
        </section>
    }
}

/// The place of a reason on its line. What a link holds of a reason says nothing of its error.
fn dot(quiz: &QuizContext, result: &QuizResult, reason: Reason, is_numbered: bool) -> Html {
    let score = result.scores.reason(reason);
    let drawn = score.map(|score| {
        let place = u32::from(score.sixths) * 10_000 / u32::from(REASON_MAX);
        (place, if is_numbered { se_centi(score.answered) } else { 0 })
    });
    chart::dot_on_a_line(drawn, label(quiz, reason, score, is_numbered))
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

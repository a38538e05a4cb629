//! One step: of the reasons that stood out the user takes the one that rings true; and what became of the step kept before.

use yew::prelude::*;

use super::top_reasons;
use crate::{
    button::{Look, button},
    content::TextId,
    context::{QuizContext, changing, text},
    effects::Effect,
    input::Intent,
    quiz::{Band, Form, Letter, Pull, QuizResult, Reason, Scale, ScaleScore, Tried, number},
    state::Action,
    storage::StepEntry,
};

/// The section.
pub fn section(quiz: &QuizContext, result: &QuizResult, letter: &Letter) -> Html {
    let (messages, step) = (quiz.messages(), &quiz.messages().step);
    if !quiz.shows_ideas(result) || !top_reasons::are_known(result) {
        return Html::default();
    }
    let texts = &messages.result;
    let is_high = |scale| result.scores.scale(scale).map(ScaleScore::band).is_none_or(|band| band == Band::High);
    let (title, intro) = match letter.steps.len() {
        0 if !Scale::ALL.into_iter().any(is_high) => (None, texts.no_standout_sharing),
        0 => (None, texts.no_standout),
        1 => (Some(texts.standouts_one), texts.standouts_text_one),
        2 => (Some(texts.standouts_two), texts.standouts_text),
        _ => (Some(texts.standouts_three), texts.standouts_text),
    };
    html! {
        <section part="reasons" ref={&quiz.input.nodes().steps}>
            { quiz.heading(step.title) }
            { quiz.state.step.as_ref().filter(|step| !step.is_today).map(|earlier| kept_before(quiz, earlier)) }
            { title.map(|title| quiz.small(title)) }
            { quiz.paragraph(intro) }
            for (reason, pull) in &letter.steps {
                { reason_part(quiz, result, *reason, *pull) }
            }
        </section>
    }
}

/// A reason that stood out, folded: one of them is open at a time.
fn reason_part(quiz: &QuizContext, result: &QuizResult, reason: Reason, pull: Pull) -> Html {
    let (messages, texts) = (quiz.messages(), &quiz.messages().result);
    let words = messages.reason(reason);
    let alone = quiz.is_alone();
    let (experiment, say) = if alone { (words.experiment_alone, words.say_alone) } else { (words.experiment, words.say) };
    let pull = match pull {
        Pull::Strong => texts.strong_pull,
        Pull::Some => texts.some_pull,
    };
    let id = AttrValue::from(["say-", &number(reason.number())].concat());
    let kept = quiz.state.step.as_ref().filter(|step| step.is_today && step.step.reason == reason);
    let say = kept.map_or_else(|| quiz.value(say), |kept| kept.step.sentence.clone().into());
    html! {
        <details class="reason" part="reason" name="step">
            <summary>{ quiz.subheading(quiz.value(words.name)) }</summary>
            // One statement is too little for a word.
            { (result.form() == Form::Full).then(|| quiz.small(pull)) }
            <dl>
                { entry(quiz, texts.looks_like, words.looks_like) }
                { entry(quiz, texts.may_protect, words.protects) }
                { entry(quiz, texts.experiment, experiment) }
                <dt><label for={id.clone()}>{ quiz.text(messages.step.say) }</label></dt>
                // What the user changes in it is the browser's: it is read when the step is kept.
                <dd><textarea class="text say" rows="3" {id} defaultvalue={say} /></dd>
                { (!alone).then(|| entry(quiz, texts.partner, words.partner)) }
            </dl>
            if kept.is_some() {
                { quiz.small(messages.step.kept) }
            }
            <div class="moves">
                if kept.is_some() {
                    { button(quiz, Look::Quiet, "forget", quiz.text(messages.step.delete), Intent::Dispatch(Action::DeleteStep)) }
                } else if quiz.state.can_store == Some(true) {
                    { button(quiz, Look::Plain, "keep", quiz.text(messages.step.keep), Intent::Run(Effect::KeepStep(reason))) }
                }
                { button(quiz, Look::Quiet, "print", quiz.text(messages.step.print), Intent::Run(Effect::PrintStep)) }
            </div>
        </details>
    }
}

fn entry(quiz: &QuizContext, title: TextId, sentence: TextId) -> Html {
    html! {
        <>
            <dt>{ quiz.text(title) }</dt>
            <dd>{ quiz.text(sentence) }</dd>
        </>
    }
}

/// The step kept on an earlier day, and the question whether it was tried.
fn kept_before(quiz: &QuizContext, earlier: &StepEntry) -> Html {
    let (messages, texts) = (quiz.messages(), &quiz.messages().step);
    let answer = |tried: Tried| {
        let label = quiz.text(texts.tried_options[tried.index()]);
        button(quiz, Look::Quiet, "tried", label, Intent::Dispatch(Action::AnswerStep(tried)))
    };
    html! {
        <div class="kept-step">
            { quiz.subheading(messages.fill(texts.earlier, &[&earlier.date])) }
            <p>{ quiz.text(messages.reason(earlier.step.reason).name) }</p>
            <p class="say">{ text(earlier.step.sentence.clone()) }</p>
            <p>{ quiz.text(texts.tried) }</p>
            <div class="moves">
                for tried in Tried::ALL {
                    { answer(tried) }
                }
            </div>
            if let Some(tried) = earlier.step.tried {
                <p>{ changing(quiz.value(texts.tried_answers[tried.index()])) }</p>
            }
            { button(quiz, Look::Quiet, "forget", quiz.text(texts.delete), Intent::Dispatch(Action::DeleteStep)) }
        </div>
    }
}

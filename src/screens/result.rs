//! The result.

use yew::prelude::*;

use super::{shared_result, sketch};
use crate::{
    button::{Look, button},
    context::{QuizContext, changing, text},
    effects::Effect,
    input::Intent,
    quiz::{Form, QuizResult, SessionAction, number},
    result::{Owner, plate, quality_note, safety_note, scoring_breakdown, strengths, top_reasons},
    share::{export_section, history_section, share_section},
    state::Action,
};

/// The result of the run on the screen.
pub fn view(quiz: &QuizContext) -> Html {
    let messages = quiz.messages();
    let session = &quiz.state.session;
    let result = QuizResult::of(session.form(), session.answers());
    let (n, total) = (number(result.answered), number(result.form().items() as u32));
    let title = messages.fill(messages.result.title, &[&n, &total]);
    // After a change from the working of the score, focus goes back to its row.
    let heading = if quiz.state.revised.is_none() { quiz.input.nodes().heading.clone() } else { NodeRef::default() };
    let safety_first = result.safety.is_first();
    html! {
        <div key="result" class="screen enter" part="result">
            <h2 class="kicker" tabindex="-1" aria-level={quiz.level(0)} ref={heading}>{ text(title) }</h2>
            if safety_first {
                { safety_note::section(quiz) }
            }
            { quality_note::section(quiz, &result) }
            { strengths::section(quiz, &result) }
            { ideas(quiz, &result) }
            { plate(quiz, &result, true, Owner::User) }
            { top_reasons::section(quiz, &result) }
            if !safety_first {
                { safety_note::section(quiz) }
            }
            { scoring_breakdown::section(quiz, &result) }
            <section>
                { quiz.heading(messages.result.limits_title) }
                { quiz.paragraph(messages.result.limits) }
            </section>
            if quiz.state.shared_result.is_some() {
                { shared_result::waiting(quiz) }
            }
            { share_section(quiz, &result) }
            { export_section(quiz, &result) }
            { history_section(quiz, &result) }
            { ways_on(quiz, &result) }
        </div>
    }
}

/// Where the safety rule says so, what asks the user to do something waits behind one plain choice.
fn ideas(quiz: &QuizContext, result: &QuizResult) -> Html {
    if !result.safety.ideas_wait() || result.same_answer.is_some() {
        return Html::default();
    }
    let messages = &quiz.messages().result;
    let (expanded, label) =
        if quiz.state.ideas_open { ("true", messages.waiting_close) } else { ("false", messages.waiting_open) };
    let toggle = quiz.on_click(Intent::Dispatch(Action::ToggleIdeas));
    html! {
        <section class="waiting">
            { quiz.heading(messages.waiting_title) }
            { quiz.paragraph(messages.waiting) }
            <div class="moves">
                <button class="btn" type="button" aria-expanded={expanded} onclick={toggle}>{ changing(quiz.value(label)) }</button>
            </div>
        </section>
    }
}

fn ways_on(quiz: &QuizContext, result: &QuizResult) -> Html {
    let messages = quiz.messages();
    let step = |look, part, label, action| button(quiz, look, part, label, Intent::Dispatch(Action::Session(action)));
    html! {
        <section class="on">
            { quiz.heading(messages.result.on_title) }
            <div class="moves">
                if result.form() == Form::Quick {
                    { step(Look::Primary, "next", sketch::go_on(quiz), SessionAction::GoOn) }
                }
                { button(quiz, Look::Plain, "retake", quiz.text(messages.result.retake), Intent::Run(Effect::Restart)) }
                { step(Look::Quiet, "back", quiz.text(messages.statement.back), SessionAction::Back) }
            </div>
        </section>
    }
}

//! One statement to a screen.

use yew::prelude::*;

use super::intro;
use crate::{
    button::{Look, button},
    context::{QuizContext, changing},
    input::Intent,
    quiz::{Answer, Position, SessionAction, number},
    state::Action,
};

/// A statement and its five answers. Around the first one stands also what the quiz is and how it works.
///
/// The next statement is drawn in place: only its text, the choice and the progress change on the page.
pub fn view(quiz: &QuizContext, position: Position) -> Html {
    let is_first = position.previous().is_none();
    html! {
        <div key="statement" class="screen" data-first={is_first.then_some("")}>
            if is_first {
                { intro::stored_runs(quiz) }
            }
            { question(quiz, position) }
            <div class="moves slot">
                if quiz.state.session.can_go_back() {
                    { step(quiz, "back", SessionAction::Back) }
                }
                if quiz.state.session.answers().get(position).is_some() {
                    { step(quiz, "next", SessionAction::Next) }
                } else {
                    { step(quiz, "skip", SessionAction::Skip) }
                }
            </div>
            if is_first {
                { intro::instructions(quiz) }
            } else if quiz.state.session.is_revisiting() {
                { quiz.small(quiz.messages().statement.revisiting) }
            }
        </div>
    }
}

/// What a person should know before choosing stands before the answers.
fn question(quiz: &QuizContext, position: Position) -> Html {
    let messages = quiz.messages();
    let chosen = quiz.state.session.answers().get(position);
    html! {
        <fieldset class="question" part="question" aria-describedby="prompt">
            <legend class="statement" part="legend" tabindex="-1" ref={&quiz.input.nodes().heading}>
                { changing(quiz.value(*messages.item(position))) }
            </legend>
            <p class="prompt" id="prompt">
                <span>{ quiz.text(messages.statement.prompt) }</span>
                if position.previous().is_none() {
                    { " " }
                    <span class="small">{ quiz.text(messages.first.moves_on) }</span>
                }
            </p>
            for answer in Answer::all() {
                { option(quiz, answer, chosen == Some(answer)) }
            }
        </fieldset>
    }
}

fn option(quiz: &QuizContext, answer: Answer, checked: bool) -> Html {
    let value = AttrValue::from(number(answer.value()));
    html! {
        <div class="option" part="option">
            <input
                type="radio"
                part="option-input"
                name="answer"
                id={value.clone()}
                value={value.clone()}
                {checked}
                onclick={quiz.on_click(Intent::Choose(answer))}
            />
            <label part="option-label" for={value} onclick={quiz.on_click(Intent::ChooseByLabel(answer))}>
                { quiz.text(*quiz.messages().option(answer)) }
            </label>
        </div>
    }
}

fn step(quiz: &QuizContext, part: &'static str, action: SessionAction) -> Html {
    let messages = &quiz.messages().statement;
    let (look, label) = match action {
        SessionAction::Back => (Look::Quiet, messages.back),
        SessionAction::Skip => (Look::Quiet, messages.skip),
        _ => (Look::Plain, messages.next),
    };
    button(quiz, look, part, quiz.text(label), Intent::Dispatch(Action::Session(action)))
}

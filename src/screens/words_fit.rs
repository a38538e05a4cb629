//! Before the full result: three small questions that the words are fitted to. Nothing of it is scored or shared.

use yew::prelude::*;

use super::title;
use crate::{
    button::{Look, button},
    content::{TextId, WordsFit},
    context::QuizContext,
    input::Intent,
    quiz::number,
    state::{Action, View},
};

/// The questions, and the choices of each, in the order of [`LifeContext`].
pub fn questions(texts: &WordsFit<TextId>) -> [(TextId, &[TextId]); 3] {
    [
        (texts.partner, &texts.partner_options),
        (texts.carries, &texts.carries_options),
        (texts.lead_more, &texts.lead_more_options),
    ]
}

/// The screen.
pub fn view(quiz: &QuizContext) -> Html {
    let texts = &quiz.messages().words_fit;
    // Without a partner the first question is the only one.
    let asked = if quiz.is_alone() { 1 } else { 3 };
    html! {
        <div key="words-fit" class="screen enter">
            { title(quiz, None, texts.title) }
            { quiz.paragraph(texts.lead) }
            for (index, (legend, choices)) in questions(texts).into_iter().take(asked).enumerate() {
                <fieldset class="question small" part="question">
                    <legend>{ quiz.text(legend) }</legend>
                    for (choice, label) in choices.iter().enumerate() {
                        { option(quiz, index, choice, *label) }
                    }
                </fieldset>
            }
            <div class="moves">
                { button(quiz, Look::Primary, "next", quiz.text(texts.show), Intent::Dispatch(Action::Show(View::Quiz))) }
            </div>
        </div>
    }
}

/// A choice; a second tap on what is chosen takes it back.
fn option(quiz: &QuizContext, question: usize, choice: usize, label: TextId) -> Html {
    let context = quiz.state.context.unwrap_or_default();
    let checked = context.choice(question) == Some(choice);
    let name = ["fit-", &number(question as u32)].concat();
    let id = AttrValue::from([&name, "-", &number(choice as u32)].concat());
    let after = context.choosing(question, (!checked).then_some(choice));
    let choose = quiz.on_click(Intent::Dispatch(Action::SetContext(after)));
    html! {
        <div class="option" part="option">
            <input type="radio" part="option-input" {name} id={id.clone()} {checked} onclick={choose} />
            <label part="option-label" for={id}>{ quiz.text(label) }</label>
        </div>
    }
}

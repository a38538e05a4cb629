//! Before the full result: three small questions that the words are fitted to. Nothing of it is scored or shared.

use yew::prelude::*;

use super::title;
use crate::{
    button::{Look, button},
    content::TextId,
    context::QuizContext,
    input::Intent,
    quiz::{Carries, LeadMore, LifeContext, Partner},
    state::{Action, View},
};

/// The screen.
pub fn view(quiz: &QuizContext) -> Html {
    let texts = &quiz.messages().words_fit;
    let context = quiz.state.context.unwrap_or_default();
    let partner = |index: usize| {
        let choice = Partner::ALL[index];
        (context.partner == Some(choice), LifeContext { partner: Some(choice), ..context })
    };
    let carries = |index: usize| {
        let choice = Carries::ALL[index];
        (context.carries == Some(choice), LifeContext { carries: Some(choice), ..context })
    };
    let lead_more = |index: usize| {
        let choice = LeadMore::ALL[index];
        (context.lead_more == Some(choice), LifeContext { lead_more: Some(choice), ..context })
    };
    html! {
        <div key="words-fit" class="screen enter">
            { title(quiz, None, texts.title) }
            { quiz.lead(texts.lead) }
            { question(quiz, "partner", texts.partner, &texts.partner_options, &partner, LifeContext { partner: None, ..context }) }
            if context.partner != Some(Partner::NotNow) {
                { question(quiz, "carries", texts.carries, &texts.carries_options, &carries, LifeContext { carries: None, ..context }) }
                { question(quiz, "lead", texts.lead_more, &texts.lead_more_options, &lead_more, LifeContext { lead_more: None, ..context }) }
            }
            <div class="moves">
                { button(quiz, Look::Primary, "next", quiz.text(texts.show), Intent::Dispatch(Action::Show(View::Quiz))) }
            </div>
        </div>
    }
}

/// A question; a second tap on what is chosen takes it back.
fn question(
    quiz: &QuizContext,
    name: &'static str,
    legend: TextId,
    options: &[TextId],
    choice: &dyn Fn(usize) -> (bool, LifeContext),
    without: LifeContext,
) -> Html {
    html! {
        <fieldset class="question small" part="question">
            <legend>{ quiz.text(legend) }</legend>
            for (index, option) in options.iter().enumerate() {
                { row(quiz, name, *option, choice(index), without) }
            }
        </fieldset>
    }
}

fn row(
    quiz: &QuizContext,
    name: &'static str,
    label: TextId,
    (checked, with): (bool, LifeContext),
    without: LifeContext,
) -> Html {
    let id = AttrValue::from([name, "-", &String::from(with)].concat());
    let choose = quiz.on_click(Intent::Dispatch(Action::SetContext(if checked { without } else { with })));
    html! {
        <div class="option" part="option">
            <input type="radio" part="option-input" {name} id={id.clone()} {checked} onclick={choose} />
            <label part="option-label" for={id}>{ quiz.text(label) }</label>
        </div>
    }
}

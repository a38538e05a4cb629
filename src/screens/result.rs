//! The result.

use yew::prelude::*;

use super::{shared_result, sketch};
use crate::{
    button::{Look, button},
    content::TextId,
    context::{QuizContext, changing, text},
    effects::Effect,
    input::Intent,
    quiz::{Form, Letter, QuizResult, SessionAction, number},
    result::{Owner, lines, plate, quality_note, rests, safety_note, scoring_breakdown, steps, strengths, top_reasons},
    share::{export_section, history_section, share_section},
    state::{Action, View},
};

/// The result of the run on the screen.
pub fn view(quiz: &QuizContext) -> Html {
    let messages = quiz.messages();
    let session = &quiz.state.session;
    let result = QuizResult::of(session.form(), session.answers());
    let letter = quiz.letter(&result);
    let (n, total) = (number(result.answered), number(result.form().items() as u32));
    let title = messages.fill(messages.result.title, &[&n, &total]);
    // After a change from the working of the score, focus goes back to its row.
    let heading = if quiz.state.revised.is_none() { quiz.input.nodes().heading.clone() } else { NodeRef::default() };
    let safety_first = result.safety.is_first();
    let keep = html! {
        <>
            { export_section(quiz, &result) }
            { history_section(quiz, &result) }
            { share_section(quiz, &result) }
        </>
    };
    html! {
        <div key="result" class="screen enter" part="result">
            <h2 class="kicker" tabindex="-1" aria-level={quiz.level(0)} ref={heading}>{ text(title) }</h2>
            if safety_first {
                { safety_note::section(quiz) }
            }
            { quality_note::section(quiz, &result) }
            { plate(quiz, &result, Some(&letter), Owner::User) }
            { words_for(quiz, &result) }
            { strengths::section(quiz, &letter) }
            { question(quiz, &letter) }
            { lines::section(quiz, &result, &letter) }
            { ideas(quiz, &result) }
            if quiz.shows_ideas(&result) {
                { steps::section(quiz, &result, &letter) }
            }
            { block(quiz, letter.what_you_carry, messages.carry.title, &messages.carry.text) }
            { block(quiz, letter.lead_more, messages.lead.title, &messages.lead.text) }
            if top_reasons::are_known(&result) {
                { top_reasons::all(quiz, &result, result.form() == Form::Full) }
            }
            if !safety_first && !lines::hold_safety_note(&result, &letter) {
                { safety_note::section(quiz) }
            }
            { rests::section(quiz) }
            { scoring_breakdown::section(quiz, &result) }
            { shared_result::waiting(quiz) }
            if quiz.shows_ideas(&result) {
                { keep }
            } else {
                <details>
                    { quiz.summary(messages.keep.title) }
                    { keep }
                </details>
            }
            { ways_on(quiz, &result) }
        </div>
    }
}

/// The question of the profile: to a partner, or to a friend.
fn question(quiz: &QuizContext, letter: &Letter) -> Html {
    let messages = quiz.messages();
    let Some(headline) = letter.headline else { return Html::default() };
    let words = messages.profile(headline.profile);
    html! {
        <section class="ask">
            { quiz.heading(messages.result.ask) }
            { quiz.say(if quiz.is_alone() { words.ask_alone } else { words.ask }) }
        </section>
    }
}

/// Which words were fitted, and the way to change that.
fn words_for(quiz: &QuizContext, result: &QuizResult) -> Html {
    let (messages, texts) = (quiz.messages(), &quiz.messages().words_fit);
    let has_words = result.form() == Form::Full && result.same_answer.is_none() && quiz.shows_ideas(result);
    let Some(context) = quiz.state.context.filter(|_| has_words) else {
        return Html::default();
    };
    let context = context.asked();
    let chosen = [
        context.partner.map(|partner| texts.partner_options[partner as usize]),
        context.carries.map(|carries| texts.carries_options[carries as usize]),
        context.lead_more.map(|lead_more| texts.lead_more_options[lead_more as usize]),
    ];
    let choices: Vec<&str> = chosen.into_iter().flatten().map(|choice| messages.get(choice)).collect();
    let change = if choices.is_empty() { texts.title } else { texts.change };
    html! {
        <p class="small words-for">
            if !choices.is_empty() {
                { text(messages.fill(texts.words_for, &[&choices.join(" · ")])) }
                { " " }
            }
            { button(quiz, Look::Quiet, "review", quiz.text(change), Intent::Dispatch(Action::Show(View::WordsFit))) }
        </p>
    }
}

/// How many sentences of a part of the letter are in sight before it is unfolded.
const IN_SIGHT: usize = 2;

/// A part of the letter for those whom it concerns.
fn block(quiz: &QuizContext, is_shown: bool, title: TextId, sentences: &[TextId]) -> Html {
    if !is_shown {
        return Html::default();
    }
    html! {
        <section class="block">
            { quiz.heading(title) }
            for sentence in sentences.iter().take(IN_SIGHT) {
                { quiz.paragraph(*sentence) }
            }
            <details>
                { quiz.summary(quiz.messages().result.more) }
                for sentence in sentences.iter().skip(IN_SIGHT) {
                    { quiz.paragraph(*sentence) }
                }
            </details>
        </section>
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
    // From the result of the first ten the way back leads to the sketch.
    let back = match result.form() {
        Form::Full => text(messages.fill(messages.result.back_to, &[&number(Form::Full.items() as u32)])),
        Form::Quick => quiz.text(messages.statement.back),
    };
    html! {
        <section class="on">
            { quiz.heading(messages.result.on_title) }
            <div class="moves">
                if result.form() == Form::Quick {
                    { step(Look::Primary, "next", sketch::go_on(quiz), SessionAction::GoOn) }
                }
                { button(quiz, Look::Plain, "retake", quiz.text(messages.result.retake), Intent::Run(Effect::Restart)) }
                { step(Look::Quiet, "back", back, SessionAction::Back) }
            </div>
        </section>
    }
}

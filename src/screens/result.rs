//! The result.

use yew::prelude::*;

use super::{kicker, shared_result, sketch, words_fit};
use crate::{
    button::{Look, button},
    content::TextId,
    context::{QuizContext, changing, text},
    effects::Effect,
    input::Intent,
    quiz::{Form, Letter, QuizResult, SessionAction, number},
    result::{
        lines,
        plate::{numbers, plate},
        quality_note, rests, safety_note, scoring_breakdown, steps, top_reasons,
    },
    share::{export_bar, history_section, more_exports, share_section},
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
    let shows_ideas = quiz.shows_ideas(&result);
    let taken_along = html! {
        <>
            { history_section(quiz, &result) }
            { share_section(quiz, &result) }
        </>
    };
    let (bar, taken_along) = if shows_ideas {
        (export_bar(quiz, &result), taken_along)
    } else {
        let fold = html! {
            <details>
                { quiz.summary(messages.keep.title) }
                { export_bar(quiz, &result) }
                { taken_along }
            </details>
        };
        (Html::default(), fold)
    };
    let says = [
        shared_result::waiting(quiz),
        words_for(quiz, &result),
        lines::section(quiz, &result, &letter),
        ideas(quiz, &result),
        steps::section(quiz, &result, &letter),
        block(quiz, letter.what_you_carry, messages.carry.title, &messages.carry.text),
        block(quiz, letter.lead_more, messages.lead.title, &messages.lead.text),
        question(quiz, &letter),
        top_reasons::all(quiz, &result, Some(&letter), result.form() == Form::Full),
        safety_note::below(quiz, &result, &letter),
        rests::section(quiz),
        numbers(quiz, &result),
        scoring_breakdown::section(quiz, &result),
        taken_along,
        ways_on(quiz, &result),
    ];
    html! {
        <div
            key="result"
            class="screen enter sheet"
            data-seen={(quiz.state.seen == Some(result.form())).then_some("")}
            part="result"
        >
            { plate_of_own(quiz, &result, &letter, kicker(quiz, None, title, &heading), bar) }
            <div class="letter">{ for says }</div>
        </div>
    }
}

/// The plate of the user's own picture, and over it what is read first: then what the picture rests on stands over that.
pub fn plate_of_own(quiz: &QuizContext, result: &QuizResult, letter: &Letter, title: Html, bar: Html) -> Html {
    let first = [safety_note::first(quiz, result), quality_note::section(quiz, result)];
    let is_first = result.safety.is_first() || quality_note::is_needed(result);
    let (over_first, over_name) = if is_first { (title, Html::default()) } else { (Html::default(), title) };
    html! {
        <>
            <div class="span">
                { over_first }
                { for first }
            </div>
            { plate(quiz, result, Some(letter), over_name, bar) }
        </>
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
    let mut choices = String::new();
    for (question, (_, labels)) in words_fit::questions(texts).into_iter().enumerate() {
        if let Some(label) = context.choice(question).and_then(|choice| labels.get(choice)) {
            if !choices.is_empty() {
                choices += " · ";
            }
            choices += messages.get(*label);
        }
    }
    let change = if choices.is_empty() { texts.title } else { texts.change };
    html! {
        <p class="small words-for">
            if !choices.is_empty() {
                { text(messages.fill(texts.words_for, &[&choices])) }
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
                { (result.form() == Form::Quick).then(|| step(Look::Primary, "next", sketch::go_on(quiz), SessionAction::GoOn)) }
                { button(quiz, Look::Plain, "retake", quiz.text(messages.result.retake), Intent::Run(Effect::Restart)) }
                { step(Look::Quiet, "back", back, SessionAction::Back) }
            </div>
            { more_exports(quiz, result) }
        </section>
    }
}

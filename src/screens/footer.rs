//! Under every screen: ways on, the list of answers, what is stored, and the safety note.

use yew::prelude::*;

use crate::{
    button::{Look, button},
    context::{QuizContext, changing},
    effects::Effect,
    input::Intent,
    quiz::{Place, Position, QuizResult, SessionAction, number},
    result::safety_note,
    state::{Action, View},
};

/// The foot of the quiz.
pub fn view(quiz: &QuizContext) -> Html {
    let messages = quiz.messages();
    let is_quiz = quiz.state.view == View::Quiz;
    html! {
        <div class="foot">
            if is_quiz {
                { way_on(quiz) }
                if quiz.state.has_review() {
                    { review(quiz) }
                }
            }
            <details>
                { quiz.summary(messages.first.privacy) }
                { privacy(quiz) }
            </details>
            { (!is_quiz || quiz.state.session.place() == Place::Item(Position::FIRST)).then(|| quiz.small(messages.safety.line)) }
            { (!is_quiz || !shows_safety_note(quiz)).then(|| safety_note::folded(quiz)) }
        </div>
    }
}

/// True if the screen itself shows the safety note in full.
fn shows_safety_note(quiz: &QuizContext) -> bool {
    let session = &quiz.state.session;
    match session.place() {
        Place::Result => true,
        Place::Sketch => QuizResult::of(session.form(), session.answers()).safety.is_first(),
        Place::Item(_) | Place::Pause => false,
    }
}

/// From a statement further back: to where the user has got, or to the result.
fn way_on(quiz: &QuizContext) -> Html {
    let (messages, session) = (quiz.messages(), &quiz.state.session);
    let Place::Item(position) = session.place() else { return Html::default() };
    if session.is_revisiting() || session.passed() == 0 {
        return Html::default();
    }
    let (label, action) = match session.frontier() {
        None => (quiz.value(messages.first.see_again), SessionAction::Finish),
        Some(frontier) if position == frontier && session.can_sketch() => {
            (quiz.value(messages.statement.stop), SessionAction::Sketch)
        }
        Some(frontier) if position != frontier && session.can_open(frontier) => {
            let label = messages.fill(messages.first.go_on_from, &[&number(frontier.number())]);
            (label.into(), SessionAction::Jump(frontier))
        }
        Some(_) => return Html::default(),
    };
    html! { <div>{ button(quiz, Look::Quiet, "stop", changing(label), Intent::Dispatch(Action::Session(action))) }</div> }
}

/// Every statement passed so far, each a button that opens it.
fn review(quiz: &QuizContext) -> Html {
    let messages = quiz.messages();
    let session = &quiz.state.session;
    let open = |position| Intent::Dispatch(Action::Session(SessionAction::Jump(position)));
    let answer = |position| session.answers().get(position).map_or(messages.statement.skipped, |answer| *messages.option(answer));
    html! {
        <details part="review">
            // It stays the same one, whose click the browser then answers.
            <summary onclick={quiz.on_click(Intent::ToggleReview)}>
                { quiz.text(messages.statement.review) }
            </summary>
            if quiz.state.review_open {
                <ol class="review">
                    for position in Position::all().take(usize::from(session.passed())) {
                        <li>
                            { button(quiz, Look::Quiet, "review", quiz.text(*messages.item(position)), open(position)) }
                            <span class="small">{ changing(quiz.value(answer(position))) }</span>
                        </li>
                    }
                </ol>
            }
        </details>
    }
}

fn privacy(quiz: &QuizContext) -> Html {
    let messages = &quiz.messages().first;
    if quiz.state.can_store == Some(false) && quiz.state.saved_runs.is_empty() {
        return html! {
            <>
                { quiz.paragraph(messages.not_kept) }
                { page_sees(quiz) }
            </>
        };
    }
    html! {
        <>
            { quiz.paragraph(messages.privacy_text) }
            { page_sees(quiz) }
            <p>{ button(quiz, Look::Plain, "forget", quiz.text(messages.forget), Intent::Run(Effect::Forget)) }</p>
        </>
    }
}

/// Nothing is sent, but a page around the quiz hears of its result.
fn page_sees(quiz: &QuizContext) -> Html {
    if quiz.props.is_embedded { quiz.paragraph(quiz.messages().first.page_sees) } else { Html::default() }
}

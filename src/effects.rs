//! Runs what the browser does and the state does not know: export, sharing, history.

use std::{future::Future, pin::Pin};

use wasm_bindgen_futures::spawn_local;
use yew::Callback;

use crate::{
    app::Message,
    browser::{clock, export, page, picture},
    context::QuizContext,
    events::{QuizEvent, ShareMethod},
    quiz::{KeptStep, QuizResult, Reason, json, number},
    share::{self, plain_text, share_link},
    state::{Action, Outcome},
    storage::{self, HistoryChange},
};

/// Something that the browser does.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Effect {
    /// Saves the result as an image.
    SaveImage,
    /// Copies the result as text.
    CopyText,
    /// Prints the result.
    Print,
    /// Prints the step that is open, as a card.
    PrintStep,
    /// Downloads the answers in a file that `score` reads.
    DownloadAnswers,
    /// Goes to what a link would hold, and how it is shared.
    ShowSharing,
    /// Copies the link, or hands it to the share sheet.
    ShareLink(ShareMethod),
    /// Keeps the step on a reason, with the sentence as the user has changed it.
    KeepStep(Reason),
    /// Changes the results that are stored with a date.
    ChangeHistory(HistoryChange),
    /// Goes on with a stored run: its index among the saved ones.
    Resume(usize),
    /// Starts again.
    Restart,
    /// Deletes everything from this device.
    Forget,
}

/// Runs an effect, and sends what follows from it.
pub fn run(effect: Effect, quiz: &QuizContext, send: &Callback<Message>) {
    let dispatch = |action| send.emit(Message::Dispatch(action));
    let report = |outcome| dispatch(Action::Report(outcome));
    let session = &quiz.state.session;
    let result = QuizResult::of(session.form(), session.answers());
    let messages = quiz.messages();
    let nodes = quiz.input.nodes();
    // What is taken along is what is on the screen: while ideas wait, it has no name either.
    let screen = page::element(&nodes.image_frame).and_then(|frame| frame.closest(".screen").ok().flatten());
    let text = || screen.as_ref().map(|screen| plain_text::of(messages, screen)).unwrap_or_default();
    match effect {
        Effect::SaveImage => {
            let (Some(frame), Some(screen)) = (page::element(&nodes.image_frame), &screen) else { return };
            let [name, mark, dir] = [messages.keep.picture_file, messages.name, messages.dir].map(|text| messages.get(text));
            let svg = picture::svg(screen, mark, dir, &share::address(quiz));
            let text = text();
            let alt = text.clone();
            let save = Box::pin(async move { export::save_image(&svg, picture::SIZE, name, &alt, &frame).await.is_ok() });
            report_later(send, save, Outcome::ImageSaved, Outcome::RefusedOnPlate(text));
        }
        Effect::CopyText => {
            let text = text();
            let refused = Outcome::Refused(text.clone());
            report_later(send, Box::pin(async move { export::copy(&text, None).await }), Outcome::TextCopied, refused);
        }
        Effect::Print | Effect::PrintStep => {
            let step = (effect == Effect::PrintStep).then(|| page::element(&nodes.steps)).flatten();
            if !step.map_or_else(page::print, |step| page::print_alone(&step)) {
                report(Outcome::RefusedOnPlate(text()));
            }
        }
        Effect::DownloadAnswers => {
            let sheet = json::answer_sheet(result.form(), session.answers(), quiz.state.context);
            let done = export::download(&sheet, messages.get(messages.keep.answers_file));
            report(if done { Outcome::Downloaded } else { Outcome::Refused(sheet) });
        }
        Effect::ShowSharing => {
            if let Some(heading) = page::element(&nodes.sharing) {
                page::focus(&heading);
            }
        }
        Effect::ShareLink(method) => {
            let url = share_link(quiz, &result, quiz.state.link_options);
            if quiz.emit(QuizEvent::Share { method, url: url.clone() }) {
                return;
            }
            match method {
                ShareMethod::Copy => {
                    let field = page::element(&nodes.link_field);
                    let copy = Box::pin(async move { export::copy(&url, field).await });
                    report_later(send, copy, Outcome::LinkCopied, Outcome::LinkSelected);
                }
                ShareMethod::Share => {
                    let title = messages.get(messages.name);
                    let share = Box::pin(async move { export::share(title, &url).await });
                    report_later(send, share, Outcome::LinkShared, Outcome::LinkSelected);
                }
            }
        }
        Effect::KeepStep(reason) => {
            let Some(steps) = page::element(&nodes.steps) else { return };
            let sentence = page::value_of(&steps, &["#say-", &number(reason.number())].concat());
            let step = KeptStep::new(clock::today(), reason, &sentence);
            dispatch(Action::KeepStep(storage::entry(step, messages.get(messages.lang))));
        }
        Effect::ChangeHistory(change) => {
            // The button that has focus goes: focus waits on the heading of its section.
            if let Some(heading) = page::element(&nodes.history) {
                page::focus(&heading);
            }
            let history = storage::change_history(change, messages.get(messages.lang));
            report(history.map_or(Outcome::HistoryRefused, Outcome::HistoryChanged));
        }
        Effect::Resume(index) => dispatch(Action::Resume(index, clock::today())),
        Effect::Restart => dispatch(Action::Restart(clock::today())),
        Effect::Forget => dispatch(Action::Forget(storage::delete_all())),
    }
}

/// Reports one outcome or the other once it is known which.
///
/// Boxed, since each future that is spawned costs the module as much as a whole button.
fn report_later(send: &Callback<Message>, work: Pin<Box<dyn Future<Output = bool>>>, done: Outcome, refused: Outcome) {
    let send = send.clone();
    spawn_local(async move {
        let outcome = if work.await { done } else { refused };
        send.emit(Message::Dispatch(Action::Report(outcome)));
    });
}

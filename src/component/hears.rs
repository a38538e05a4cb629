//! What an app hears of the quiz: its events, as Rust values for the callbacks.

use serde::{Deserialize, de::DeserializeOwned};
use web_sys::Event;
use yew::Callback;

use super::QuizProps;
use crate::browser::shadow;

/// Which statement shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[non_exhaustive]
pub struct Progress {
    /// 1–30.
    pub index: u8,
    /// 10 until the taker goes on after the tenth statement, then 30.
    pub total: u8,
}

/// A link that is about to be shared.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[non_exhaustive]
pub struct ShareRequest {
    /// What the taker has asked for.
    pub method: ShareMethod,
    /// The link.
    pub url: String,
}

/// How a link is shared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ShareMethod {
    /// Copied.
    Copy,
    /// Sent, with what the device offers for that.
    Share,
}

/// The quiz's events.
pub const EVENTS: [&str; 5] = ["exhale-start", "exhale-progress", "exhale-complete", "exhale-share", "exhale-reset"];

/// Calls the callback for an event of the quiz.
pub fn hear(props: &QuizProps, event: &Event) {
    match &*event.type_() {
        "exhale-start" => emit(props.on_start.as_ref(), Some(())),
        "exhale-progress" => emit(props.on_progress.as_ref(), detail(event)),
        "exhale-complete" => emit(props.on_complete.as_ref(), detail(event)),
        "exhale-reset" => emit(props.on_reset.as_ref(), Some(())),
        "exhale-share" => {
            emit(props.on_share.as_ref(), detail(event)).filter(|app_does_it| *app_does_it).map(|_| event.prevent_default())
        }
        _ => None,
    };
}

fn emit<I, O>(callback: Option<&Callback<I, O>>, value: Option<I>) -> Option<O> {
    Some(callback?.emit(value?))
}

fn detail<T: DeserializeOwned>(event: &Event) -> Option<T> {
    serde_json::from_str(&shadow::detail(event)).ok()
}

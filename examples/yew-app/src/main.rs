//! A Yew app with the quiz in it. `trunk serve` in this folder shows it.

use exhale::{QuizEvent, QuizHost, QuizProps, ResultSummary, Theme, english, quiz::Scale};
use yew::{prelude::*, props};

#[component]
fn App() -> Html {
    let dark = use_state(|| false);
    let kept = use_state(|| true);
    let shown = use_state(|| true);
    let last_event = use_state(|| QuizEvent::Reset);

    let toggle_theme = {
        let dark = dark.clone();
        move |_| dark.set(!*dark)
    };
    let toggle_kept = {
        let kept = kept.clone();
        move |_| kept.set(!*kept)
    };
    // A hotkey of the app. Keys that are pressed in the quiz do not reach it.
    let onkeydown = {
        let shown = shown.clone();
        move |event: KeyboardEvent| {
            if event.key() == "h" {
                shown.set(!*shown);
            }
        }
    };
    let on_event = {
        let last_event = last_event.setter();
        move |event| {
            // The app shows the link, so the quiz does not copy it.
            let is_shared = matches!(event, QuizEvent::Share { .. });
            last_event.set(event);
            is_shared
        }
    };
    let quiz = props!(QuizProps { persist: *kept, on_event });
    let theme = if *dark { Theme::Dark } else { Theme::Light };
    html! {
        <main {onkeydown}>
            <h1>{ "A Yew app" }</h1>
            <p>
                { "The quiz stands between two paragraphs of this app. " }
                <button onclick={toggle_theme}>{ if *dark { "Light" } else { "Dark" } }</button>
                { " With the focus on that button, the key h takes the quiz away and puts it back. " }
                <label><input type="checkbox" checked={*kept} onchange={toggle_kept} />{ " Keep answers on this device" }</label>
            </p>
            if *shown {
                <QuizHost class="quiz" {theme} {quiz}>
                    <p>{ "The quiz needs a browser with scripts." }</p>
                </QuizHost>
            }
            <p class="told">{ describe(&last_event) }</p>
        </main>
    }
}

fn describe(event: &QuizEvent) -> Html {
    match event {
        QuizEvent::Reset => html! { "Here it will say how you look." },
        QuizEvent::Start => html! { "You have begun." },
        QuizEvent::Progress { index, total } => html! { format!("Statement {index} of {total}.") },
        QuizEvent::Complete(summary) => describe_result(summary),
        QuizEvent::Share { url, .. } => html! { <>{ "A link to pass on: " }<a href={url.clone()}>{ url }</a></> },
    }
}

fn describe_result(summary: &ResultSummary) -> Html {
    let messages = english();
    html! {
        <>
            if let Some(profile) = summary.profile {
                { "You look most like " }<b>{ messages.get(messages.profile(profile).name) }</b>{ ". " }
            } else {
                { "Your picture has no name. " }
            }
            if let Some(trust) = summary.score(Scale::Trust) {
                { format!("Trust: {} of 100. ", trust.shown(Scale::Trust)) }
            }
            if let Some(link) = &summary.share_url {
                <a href={link.clone()}>{ "Your picture" }</a>
            }
        </>
    }
}

fn main() {
    yew::Renderer::<App>::new().render();
}

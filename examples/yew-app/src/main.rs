//! A Yew app with the quiz in it. `trunk serve` in this folder shows it.

use exhale::{Outcome, Progress, Quiz, ShareRequest, Theme, english};
use yew::prelude::*;

/// What the app was told last.
enum Told {
    Reset,
    Start,
    At(Progress),
    Complete(Outcome),
    Share(String),
}

#[component]
fn App() -> Html {
    let dark = use_state(|| false);
    let kept = use_state(|| true);
    let shown = use_state(|| true);
    let told = use_state(|| Told::Reset);

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
    // The app shows the link, so the quiz does not copy it.
    let on_share = {
        let told = told.setter();
        move |share: ShareRequest| {
            told.set(Told::Share(share.url));
            true
        }
    };
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
                <Quiz
                    class="quiz"
                    {theme}
                    persist={*kept}
                    on_start={tells(&told, |()| Told::Start)}
                    on_progress={tells(&told, Told::At)}
                    on_complete={tells(&told, Told::Complete)}
                    {on_share}
                    on_reset={tells(&told, |()| Told::Reset)}
                >
                    <p>{ "The quiz needs a browser with scripts." }</p>
                </Quiz>
            }
            <p class="told">{ say(&told) }</p>
        </main>
    }
}

fn tells<T: 'static>(told: &UseStateHandle<Told>, as_told: fn(T) -> Told) -> Callback<T> {
    let told = told.setter();
    Callback::from(move |what| told.set(as_told(what)))
}

fn say(told: &Told) -> Html {
    match told {
        Told::Reset => html! { "Here it will say how you look." },
        Told::Start => html! { "You have begun." },
        Told::At(at) => html! { format!("Statement {} of {}.", at.index, at.total) },
        Told::Complete(outcome) => say_outcome(outcome),
        Told::Share(url) => html! { <>{ "A link to pass on: " }<a href={url.clone()}>{ url }</a></> },
    }
}

fn say_outcome(outcome: &Outcome) -> Html {
    let words = english();
    html! {
        <>
            if let Some(profile) = outcome.profile {
                { "You look most like " }<b>{ words.get(words.profile(profile).name) }</b>{ ". " }
            } else {
                { "Your picture has no name. " }
            }
            if let Some(trust) = outcome.scales.trust.score {
                { format!("Trust: {} of 100. ", trust.shown) }
            }
            if let Some(link) = &outcome.share_url {
                <a href={link.clone()}>{ "Your picture" }</a>
            }
        </>
    }
}

fn main() {
    yew::Renderer::<App>::new().render();
}

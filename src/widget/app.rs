//! The quiz: its state, the effects that read it, and which screen is on.

use std::rc::Rc;

use web_sys::Element;
use yew::prelude::*;

use super::{
    first, foot,
    hands::{Hands, Memory},
    head,
    keep::{self, Kept, Notice},
    pause, result, sketch,
    state::{Event, State},
    statement,
    view::View,
};
use crate::{
    browser::page,
    content::{Words, fill},
    quiz::{Picture, Place},
};

/// What the host gives.
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The words of one language.
    pub words: WordsRef,
    /// Keep answers in this browser.
    #[prop_or(true)]
    pub persist: bool,
}

/// Words, compared by place: there is one copy of a language on a page.
#[derive(Clone, Copy)]
pub struct WordsRef(pub Words);

impl PartialEq for WordsRef {
    fn eq(&self, other: &WordsRef) -> bool {
        core::ptr::eq(self.0, other.0)
    }
}

/// The quiz. Its first render depends on its props alone: what the browser keeps is read afterwards.
#[component]
pub fn Quiz(props: &Props) -> Html {
    let state = use_reducer(State::default);
    let memory = use_memo((), |()| Memory::default());
    let heading = use_node_ref();
    let words = props.words.0;
    let hands = Hands::new(state.dispatcher(), memory, heading.clone());

    use_what_is_kept(props.persist, &state);
    use_keeping(&state);
    use_focus_after_a_move(&state, &heading);

    let view = View { words, state: &state, hands: &hands, heading: &heading };
    let place = state.session.place();
    let screen = match place {
        Place::Item(position) if position.previous().is_none() => first::screen(&view),
        Place::Item(position) => statement::screen(&view, position),
        Place::Pause => pause::screen(&view),
        Place::Sketch => sketch::screen(&view, &Picture::of(crate::quiz::Form::Quick, state.session.answers())),
        Place::Result => result::screen(&view, &Picture::of(state.session.form(), state.session.answers())),
    };
    let keys = {
        let hands = hands.clone();
        let on_statement = matches!(place, Place::Item(_));
        Callback::from(move |event: KeyboardEvent| {
            if on_statement {
                hands.key_down(&event);
            }
        })
    };
    let release = {
        let hands = hands.clone();
        move || hands.release()
    };
    let (up, down) = (release.clone(), release);
    let fold = {
        let hands = hands.clone();
        Callback::from(move |event: MouseEvent| hands.fold(&event))
    };
    html! {
        <div class="exhale" part="card" role="region" aria-label={words.label} lang={words.lang} dir={words.dir}
            onclick={fold} onkeydown={keys} onkeyup={move |_| up()} onpointerdown={move |_| down()}>
            { head::head(&view) }
            <p key="status" class="unseen" role="status">{ announcement(words, &state) }</p>
            { screen }
            { foot::foot(&view) }
        </div>
    }
}

#[hook]
fn use_what_is_kept(persist: bool, state: &UseReducerHandle<State>) {
    let dispatcher = state.dispatcher();
    use_effect_with(persist, move |persist| {
        let persist = *persist;
        let elsewhere = persist.then(|| {
            let dispatcher = dispatcher.clone();
            keep::on_forgotten_elsewhere(move || dispatcher.dispatch(Event::Forgot(Notice::Forgotten)))
        });
        dispatcher.dispatch(Event::Loaded(if persist { keep::load() } else { Kept::NOTHING }));
        move || drop(elsewhere)
    });
}

#[hook]
fn use_keeping(state: &UseReducerHandle<State>) {
    let now: Rc<State> = Rc::new((**state).clone());
    let dispatcher = state.dispatcher();
    use_effect_with(now, move |now| {
        if now.keeps == Some(true) && !keep::save(now) {
            dispatcher.dispatch(Event::NotKept);
        }
    });
}

#[hook]
fn use_focus_after_a_move(state: &UseReducerHandle<State>, heading: &NodeRef) {
    let heading = heading.clone();
    use_effect_with(state.moves, move |moves| {
        if *moves > 0
            && let Some(element) = heading.cast::<Element>()
        {
            page::focus(&element);
        }
    });
}

/// Said to screen readers after a move; nothing on the first screen as it loaded.
fn announcement(words: Words, state: &State) -> String {
    if state.moves == 0 {
        return String::new();
    }
    if let Some(notice) = state.notice {
        return first::notice(words, notice).to_owned();
    }
    match state.session.place() {
        Place::Item(position) => {
            let (n, total) = (position.number().to_string(), state.session.total().to_string());
            fill(words.statement.announce, &[("n", &n), ("total", &total)])
        }
        Place::Pause => words.pause.title.to_owned(),
        Place::Sketch => words.sketch.folio.to_owned(),
        Place::Result => words.result.folio.to_owned(),
    }
}

//! The quiz: its state, the effects that read it, and which screen is on.

use gloo::events::EventListener;
use web_sys::Element;
use yew::{html::Scope, prelude::*};

use super::{
    asked, bad_link, first, foot,
    hands::{Hands, Message, On, Then},
    head,
    host::Known,
    keep, keeping,
    kept::{Kept, Notice},
    markup::{Markup, tag},
    pause, result,
    settings::{Props, Setting, Settings},
    shared, sketch,
    state::{Event, Here, Shows, State},
    statement, trouble,
    view::View,
};
use crate::{
    browser::{clock, page, saving},
    content::Messages,
    quiz::{Action, Form, Picture, Place, link, number},
};

/// The quiz. Its first render depends on its props alone: what the browser keeps is read afterwards.
///
/// A component with a struct, not a function: one message type and one place for effects, in half the WebAssembly.
pub struct Quiz {
    state: State,
    hands: Hands,
    /// The moves that focus has followed.
    followed: u32,
    /// What the page has been told.
    known: Known,
    /// True if the state has changed since it was last kept.
    changed: bool,
    /// Listens for another tab that keeps a run, or has everything deleted.
    elsewhere: Option<EventListener>,
    /// Listens for a link in the page's address.
    fragment: Option<EventListener>,
}

impl Component for Quiz {
    type Message = Message;
    type Properties = Props;

    fn create(context: &Context<Quiz>) -> Quiz {
        let hands = Hands::new(context.link().callback(|message| message));
        let state = State::default();
        let known = Known::of(&state);
        Quiz { state, hands, followed: 0, known, changed: false, elsewhere: None, fragment: None }
    }

    fn update(&mut self, context: &Context<Quiz>, message: Message) -> bool {
        match message {
            Message::Happened(event) => {
                let is_answer = matches!(event, Event::Did(Action::Choose(_) | Action::Skip | Action::Next));
                let mut next = self.state.after(event);
                next.here = here(&context.props().settings);
                // Where there was none, it begins folded.
                next.review_open &= next.has_review();
                // From a statement to the next one the screen stays, and what has focus with it.
                let stays = is_answer && matches!(next.session.place(), Place::Item(_));
                if next.moves != self.state.moves
                    && !stays
                    && let Some(heading) = self.hands.heading().cast::<Element>()
                {
                    page::hold(&heading);
                }
                let changed = next != self.state;
                self.state = next;
                self.changed |= changed;
                changed
            }
            Message::KeptElsewhere => {
                let words = context.props().words;
                // Not tidied, and not written again: that tab may be of another version, and would answer, and so on.
                self.state = self.state.after(Event::Loaded(keep::load(words.get(words.lang), false)));
                true
            }
            Message::Asked(ask) => {
                let tell = context.link().callback(|message| message);
                asked::fulfil(ask, context.props(), &self.state, &self.hands, &tell);
                false
            }
        }
    }

    fn changed(&mut self, context: &Context<Quiz>, old: &Props) -> bool {
        let settings = &context.props().settings;
        self.state.here = here(settings);
        if settings.persists() != old.settings.persists() {
            self.take_up_what_is_kept(context);
        }
        true
    }

    fn view(&self, context: &Context<Quiz>) -> Html {
        let Props { words, settings } = context.props();
        draw(*words, &self.state, &self.hands, settings)
    }

    fn rendered(&mut self, context: &Context<Quiz>, first: bool) {
        if first {
            self.take_up_what_is_kept(context);
            self.open_links(context);
        }
        if let Some(heading) = self.hands.heading().cast::<Element>() {
            if self.followed != self.state.moves {
                self.followed = self.state.moves;
                page::focus(&heading);
            }
            self.known.tell(&heading, context.props(), &self.state);
        }
        let to_keep = core::mem::take(&mut self.changed) && self.state.keeps == Some(true);
        if to_keep && !keep::save(&self.state) {
            context.link().send_message(Message::Happened(Event::NotKept));
        }
    }
}

impl Quiz {
    /// Starts again, as the button on the result does. What was answered stays kept.
    pub fn start_again(quiz: &Scope<Quiz>) {
        quiz.send_message(Message::Happened(Event::StartedAgain(clock::today())));
    }

    fn take_up_what_is_kept(&mut self, context: &Context<Quiz>) {
        let (words, persist) = (context.props().words, context.props().settings.persists());
        let quiz = context.link().clone();
        self.elsewhere = persist.then(|| {
            let quiz = quiz.clone();
            keep::on_changed_elsewhere(move |deleted| {
                let forgotten = Message::Happened(Event::Forgot(Notice::Forgotten));
                quiz.send_message(if deleted { forgotten } else { Message::KeptElsewhere });
            })
        });
        let kept = if persist { keep::load(words.get(words.lang), true) } else { Kept::NOTHING };
        if self.state.keeps.is_none() && kept.is_bare() {
            // What the first screen says before the browser has been asked: there is nothing to draw.
            self.state.keeps = Some(true);
        } else {
            quiz.send_message(Message::Happened(Event::Loaded(kept)));
        }
    }

    /// Looks for a link in the page's address, now and whenever it changes.
    fn open_links(&mut self, context: &Context<Quiz>) {
        let settings = &context.props().settings;
        if settings.get(Setting::OpensLinks) == "no" {
            return;
        }
        let (quiz, settings) = (context.link().clone(), settings.clone());
        let look = move |by_hand| {
            if let Some(link) = link::in_fragment(&page::address().1, settings.field()) {
                quiz.send_message(Message::Happened(Event::Opened(link, by_hand)));
            }
        };
        look(false);
        self.fragment = Some(page::on_fragment(move || look(true)));
    }
}

/// Where the quiz stands, and what the browser offers there.
fn here(settings: &Settings) -> Here {
    let address = match settings.get(Setting::Share) {
        "" => page::address().0,
        "none" => String::new(),
        address => address.to_owned(),
    };
    Here { address, can_share: saving::can_share() }
}

/// The whole quiz as it stands in a state.
pub fn draw(words: Messages, state: &State, hands: &Hands, settings: &Settings) -> Html {
    let view = View { words, state, hands, settings };
    let mut out = Markup::new(words, hands.clone(), settings.level());
    let label = match settings.get(Setting::Label) {
        "" => words.get(words.label),
        label => label,
    };
    let tag =
        tag!["div", "class" = "exhale", "part" = "card", "role" = "region", "aria-label" = "{0}", "lang" = "{1}", "dir" = "{2}"];
    out.open_filled(tag, &[label, words.get(words.lang), words.get(words.dir)]);
    out.on(On::Click, Then::Fold);
    out.on(On::KeyUp, Then::Release);
    out.on(On::PointerDown, Then::Release);
    let place = state.session.place();
    let in_front = state.shows != Shows::Quiz;
    if matches!(place, Place::Item(_)) && !in_front {
        out.on(On::KeyDown, Then::Key);
    }
    head::head(&view, &mut out);
    out.open(tag!["p", "class" = "unseen", "role" = "status"]);
    out.key("status");
    out.filled(announcement(words, state));
    out.close();
    bad_link::note(&view, &mut out);
    match place {
        _ if in_front => shared::screen(&view, &mut out),
        Place::Item(position) => statement::screen(&view, &mut out, position),
        Place::Pause => pause::screen(&view, &mut out),
        Place::Sketch => sketch::screen(&view, &mut out, &Picture::of(Form::Quick, state.session.answers())),
        Place::Result => result::screen(&view, &mut out, &Picture::of(state.session.form(), state.session.answers())),
    }
    foot::foot(&view, &mut out);
    trouble::note(&view, &mut out);
    out.close();
    out.done()
}

/// Said to screen readers after a move; nothing on the first screen as it loaded.
fn announcement(words: Messages, state: &State) -> String {
    if state.moves == 0 {
        return String::new();
    }
    if let Some(notice) = state.notice {
        return words.get(first::notice(words, notice)).to_owned();
    }
    if let Some(reason) = state.bad_link {
        return words.get(bad_link::sentence(words, reason)).to_owned();
    }
    match state.shows {
        Shows::Quiz => {}
        Shows::Theirs => return words.get(words.shared.title).to_owned(),
        Shows::Both => return words.get(words.both.title).to_owned(),
    }
    if let Some(told) = &state.told {
        return words.get(keeping::sentence(words, told)).to_owned();
    }
    match state.session.place() {
        Place::Item(position) => {
            let (n, total) = (number(position.number()), number(state.session.total()));
            words.fill(words.statement.announce, &[&n, &total])
        }
        Place::Pause => words.get(words.pause.title).to_owned(),
        Place::Sketch => words.get(words.sketch.folio).to_owned(),
        Place::Result => words.get(words.result.folio).to_owned(),
    }
}

//! The quiz: its state, the effects that follow from it, and which screen is on.

use std::rc::Rc;

use gloo::events::EventListener;
use yew::{html::Scope, prelude::*};

use crate::{
    browser::{clock, export, page},
    context::{QuizContext, changing},
    effects::{self, Effect},
    events::{QuizEvent, ResultSummary},
    input::{InputHandler, Intent},
    props::QuizProps,
    quiz::{
        Form, Place, QuizResult, SessionAction,
        link::{self, ShareAddress, SharePage},
        number,
    },
    screens::{
        self, comparison, crash_notice, footer, header, intro, link_error, pause, result, shared_result, sketch, statement,
        words_fit,
    },
    share::{self, share_link},
    state::{Action, HostEnv, LinkOptions, State, View},
    storage::{self, StorageNotice, Stored},
};

/// A message to the quiz.
pub enum Message {
    /// Changes the state.
    Dispatch(Action),
    /// Runs an effect.
    Run(Effect),
    /// Shows the first screen, and then replaces this page by another one; deletes everything before, if so asked.
    Leave(&'static str, bool),
    /// Another tab has stored a run.
    StoredInOtherTab,
}

/// The quiz, drawn right where it stands. Its first render depends on its props alone: storage is read afterwards.
///
/// A struct component: one message type and one place for effects, in 3 KB less WebAssembly than reducer and effects as hooks.
pub struct QuizWidget {
    quiz: QuizContext,
    /// The change of the screen that focus has followed.
    focused: u32,
    /// What the app or the page knows.
    reported: Reported,
    /// True if the state has changed since it was last stored.
    is_changed: bool,
    /// The page that replaces this one once the first screen is drawn.
    leaving: Option<&'static str>,
    /// Told when another tab stores a run, or has everything deleted.
    other_tab: Option<EventListener>,
    /// Told when the fragment of the address changes.
    fragment: Option<EventListener>,
    /// Told when something has been printed.
    printed: Option<EventListener>,
}

/// What is told of a state: whether a run has begun, and where it has got to.
type Reported = (bool, Place, u8);

const fn reported(state: &State) -> Reported {
    (state.is_persisted, state.session.place(), state.session.total())
}

impl Component for QuizWidget {
    type Message = Message;
    type Properties = QuizProps;

    fn create(context: &Context<QuizWidget>) -> QuizWidget {
        let quiz = QuizContext {
            props: Rc::new(context.props().clone()),
            state: Rc::default(),
            input: InputHandler::new(context.link().callback(|message| message)),
        };
        let reported = reported(&quiz.state);
        QuizWidget {
            quiz,
            focused: 0,
            reported,
            is_changed: false,
            leaving: None,
            other_tab: None,
            fragment: None,
            printed: None,
        }
    }

    fn update(&mut self, context: &Context<QuizWidget>, message: Message) -> bool {
        match message {
            Message::Dispatch(action) => self.dispatch(action),
            Message::Leave(href, deletes) => {
                self.leaving = Some(href);
                if deletes {
                    self.dispatch(Action::Forget(storage::delete_all()));
                }
                // Whoever comes back, or waits for the other page, sees the first screen only, also where nothing could be deleted.
                self.dispatch(Action::Restart(clock::today()))
            }
            Message::Run(effect) => {
                effects::run(effect, &self.quiz, &context.link().callback(|message| message));
                false
            }
            Message::StoredInOtherTab => {
                // Not tidied, and not written again: that tab may be of another version, and would answer, and so on.
                let stored = self.load(false);
                self.replace(self.quiz.state.clone().reduce(Action::Load(stored)));
                true
            }
        }
    }

    fn changed(&mut self, context: &Context<QuizWidget>, old: &QuizProps) -> bool {
        self.quiz.props = Rc::new(context.props().clone());
        self.replace(self.quiz.state.clone());
        if context.props().persist != old.persist {
            self.load_stored(context);
        }
        true
    }

    fn view(&self, _: &Context<QuizWidget>) -> Html {
        draw(&self.quiz)
    }

    fn rendered(&mut self, context: &Context<QuizWidget>, first: bool) {
        if first {
            self.load_stored(context);
            self.open_links(context);
            self.printed = Some(page::after_print(self.quiz.input.nodes().steps.clone()));
        }
        let count = self.quiz.state.navigation_count;
        if self.focused != count
            && let Some(heading) = page::element(&self.quiz.input.nodes().heading)
        {
            self.focused = count;
            page::focus(&heading);
        }
        self.report();
        let is_to_store = core::mem::take(&mut self.is_changed) && self.quiz.state.can_store == Some(true);
        if is_to_store && !storage::save(&self.quiz.state) {
            context.link().send_message(Message::Dispatch(Action::StorageRefused));
        }
        if let Some(href) = self.leaving.take() {
            page::leave(href);
        }
    }
}

impl QuizWidget {
    /// Starts again, as the button on the result does. The answers stay stored.
    pub fn restart(quiz: &Scope<QuizWidget>) {
        quiz.send_message(Message::Run(Effect::Restart));
    }

    /// Changes the state, and says whether there is something to draw.
    fn dispatch(&mut self, action: Action) -> bool {
        let is_answer = matches!(action, Action::Session(SessionAction::Choose(_) | SessionAction::Skip | SessionAction::Next));
        if matches!(action, Action::TakeQuiz | Action::PutAway) {
            page::clear_link(self.quiz.props.hash_key());
        }
        let old = self.quiz.state.clone();
        self.replace(old.clone().reduce(action));
        let new = &self.quiz.state;
        // From a statement to the next one the screen stays, and what has focus with it.
        let stays = is_answer && matches!(new.session.place(), Place::Item(_));
        if new.navigation_count != old.navigation_count
            && !stays
            && let Some(heading) = page::element(&self.quiz.input.nodes().heading)
        {
            page::hold_focus(&heading);
        }
        let is_changed = !Rc::ptr_eq(new, &old);
        self.is_changed |= is_changed;
        is_changed
    }

    /// Replaces the state, and looks again where the quiz stands.
    fn replace(&mut self, mut state: Rc<State>) {
        let props = &self.quiz.props;
        let (location, canonical) = (page::href(), page::canonical());
        let href = if props.page.is_empty() { &*location } else { &*props.page };
        let page = SharePage { href, canonical: &canonical, hosted: &props.hosted, previews: &props.previews };
        let address = ShareAddress::new(&page, props.share.to(), props.hash_key());
        let host_env = HostEnv { address, can_share: export::can_share() };
        if state.host_env != host_env {
            Rc::make_mut(&mut state).host_env = host_env;
        }
        self.quiz.state = state;
    }

    /// Tells the app or the page what has changed.
    fn report(&mut self) {
        let state = self.quiz.state.clone();
        let now = reported(&state);
        let before = core::mem::replace(&mut self.reported, now);
        if now.0 != before.0 {
            self.quiz.emit(if now.0 { QuizEvent::Start } else { QuizEvent::Reset });
        }
        if now == before {
            return;
        }
        match state.session.place() {
            // The first statement of a run that nobody has begun is no progress.
            Place::Item(_) if !state.is_persisted => {}
            Place::Item(position) => {
                self.quiz.emit(QuizEvent::Progress { index: position.number(), total: state.session.total() });
            }
            Place::Pause => {}
            Place::Sketch => self.complete(Form::Quick),
            Place::Result => self.complete(state.session.form()),
        }
    }

    fn complete(&self, form: Form) {
        let result = QuizResult::of(form, self.quiz.state.session.answers());
        let link = share_link(&self.quiz, &result, LinkOptions::default());
        self.quiz.emit(QuizEvent::Complete(ResultSummary::new(&result, link)));
    }

    fn load(&self, tidy: bool) -> Stored {
        let messages = self.quiz.messages();
        storage::load(messages.get(messages.lang), tidy)
    }

    /// Takes up what is stored, and listens to other tabs.
    fn load_stored(&mut self, context: &Context<QuizWidget>) {
        let persist = self.quiz.props.persist;
        self.other_tab = persist.then(|| {
            let quiz = context.link().clone();
            storage::on_change_in_other_tab(move |deleted| {
                let forget = Message::Dispatch(Action::Forget(StorageNotice::Forgotten));
                quiz.send_message(if deleted { forget } else { Message::StoredInOtherTab });
            })
        });
        let stored = if persist { self.load(true) } else { Stored::NOTHING };
        if self.quiz.state.can_store.is_none() && stored.is_empty() {
            // The first screen says what it would say before storage was read: there is nothing to draw.
            Rc::make_mut(&mut self.quiz.state).can_store = Some(true);
        } else {
            context.link().send_message(Message::Dispatch(Action::Load(stored)));
        }
    }

    /// Looks for a link in the page's address, now and whenever it changes.
    fn open_links(&mut self, context: &Context<QuizWidget>) {
        if !self.quiz.props.opens_links {
            return;
        }
        let (quiz, props) = (context.link().clone(), self.quiz.props.clone());
        let open = move |by_user| {
            if let Some(link) = link::in_fragment(&page::fragment(), props.hash_key()) {
                quiz.send_message(Message::Dispatch(Action::OpenLink(link, by_user)));
            }
        };
        open(false);
        self.fragment = Some(page::on_fragment(move || open(true)));
    }
}

/// The whole quiz in its present state.
pub fn draw(quiz: &QuizContext) -> Html {
    let (messages, state, input) = (quiz.messages(), &quiz.state, &quiz.input);
    let label = if quiz.props.label.is_empty() { quiz.value(messages.label) } else { quiz.props.label.clone() };
    let place = state.session.place();
    let screen = match (state.view, place) {
        (View::SharedResult, _) => shared_result::view(quiz),
        (View::Comparison, _) => comparison::view(quiz),
        (View::WordsFit, _) => words_fit::view(quiz),
        (View::Quiz, Place::Item(position)) => statement::view(quiz, position),
        (View::Quiz, Place::Pause) => pause::view(quiz),
        (View::Quiz, Place::Sketch) => sketch::view(quiz),
        (View::Quiz, Place::Result) => result::view(quiz),
    };
    let is_wide = screens::is_wide(state);
    let takes_keys = state.view == View::Quiz && matches!(place, Place::Item(_));
    html! {
        <div
            class="exhale"
            data-wide={is_wide.then_some("")}
            part="card"
            role="region"
            aria-label={label}
            lang={quiz.value(messages.lang)}
            dir={quiz.value(messages.dir)}
            onclick={quiz.on_click(Intent::Fold)}
            onkeyup={input.on(Intent::Release)}
            onpointerdown={input.on(Intent::Release)}
            onkeydown={takes_keys.then(|| input.on(Intent::KeyDown))}
        >
            // The title of our own page. Over a picture it makes room for those who see (base.css).
            if !quiz.props.is_embedded {
                <slot name="opening" />
            }
            { header::view(quiz) }
            <p class="unseen" role="status">{ changing(announcement(quiz)) }</p>
            { link_error::section(quiz) }
            { screen }
            { footer::view(quiz) }
            { crash_notice(quiz) }
        </div>
    }
}

/// Said to screen readers after a change of the screen; nothing on the first screen as it loaded.
fn announcement(quiz: &QuizContext) -> AttrValue {
    let (messages, state) = (quiz.messages(), &quiz.state);
    if state.navigation_count == 0 {
        return AttrValue::default();
    }
    let sentence = match (state.notice, state.link_error, state.view, &state.outcome, state.session.place()) {
        (Some(notice), ..) => intro::notice(messages, notice),
        (_, Some(error), ..) => link_error::sentence(messages, error),
        (.., View::SharedResult, _, _) => messages.shared.title,
        (.., View::Comparison, _, _) => messages.both.title,
        (.., View::WordsFit, _, _) => messages.words_fit.title,
        (.., Some(outcome), _) => share::sentence(messages, outcome),
        (.., Place::Item(position)) => {
            let (n, total) = (number(position.number()), number(state.session.total()));
            return messages.fill(messages.statement.announce, &[&n, &total]).into();
        }
        (.., Place::Pause) => messages.pause.title,
        (.., Place::Sketch) => messages.sketch.folio,
        (.., Place::Result) => messages.result.folio,
    };
    quiz.value(sentence)
}

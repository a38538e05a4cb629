//! Everything on the screen depends on this one value, and one pure function changes it.

use std::rc::Rc;

use yew::Reducible;

use crate::{
    quiz::{
        Form, LifeContext, Place, Position, Session, SessionAction, Tried,
        link::{LinkError, ShareAddress, Shared},
    },
    storage::{HistoryEntry, StepEntry, StorageNotice, Stored, StoredRun},
};

/// The run on the screen, and the stored ones it can be left for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct State {
    /// The run on the screen.
    pub session: Session,
    /// Counts the changes of the screen: after each, focus goes to the new heading. 0 on the first screen as it loaded.
    pub navigation_count: u32,
    /// Stored runs other than the one on the screen, newest first, at most two.
    pub saved_runs: Vec<StoredRun>,
    /// True once the run on the screen is the one to store: from its first answer on.
    pub is_persisted: bool,
    /// Whether this browser stores runs; `None` until it has been asked.
    pub can_store: Option<bool>,
    /// True once the user has chosen to see the ideas that wait behind the safety note.
    pub ideas_open: bool,
    /// True while the list of answers is unfolded: it is drawn only then, so that no answer takes longer to draw than the one
    /// before.
    pub review_open: bool,
    /// The result that has been on the screen: its ribbon is not drawn in again.
    pub seen: Option<Form>,
    /// The statement that was opened from the working of the score: focus goes back to its row.
    pub revised: Option<Position>,
    /// Something to say about what the browser stores.
    pub notice: Option<StorageNotice>,
    /// What the words of the result are fitted to; `None` until the user has been asked.
    pub context: Option<LifeContext>,
    /// The step that the user keeps.
    pub step: Option<StepEntry>,
    /// Results stored with a date, newest first.
    pub history: Vec<HistoryEntry>,
    /// What came of the last effect that the user asked for.
    pub outcome: Option<Outcome>,
    /// Somebody's shared result, until it is put away.
    pub shared_result: Option<Shared>,
    /// What is in front.
    pub view: View,
    /// Why a link could not be opened.
    pub link_error: Option<LinkError>,
    /// What the user chose for the link to share.
    pub link_options: LinkOptions,
    /// Where the quiz stands, and what the browser offers there.
    pub host_env: HostEnv,
}

/// What is in front.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum View {
    /// The quiz: a statement, the pause, the sketch or the result.
    #[default]
    Quiz,
    /// Somebody's shared result.
    SharedResult,
    /// That result beside the user's own.
    Comparison,
    /// Before the full result: what its words are fitted to.
    WordsFit,
}

/// What a link holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LinkOptions {
    /// The ten reasons are in the link.
    pub reasons: bool,
    /// The link leads to a page with a preview card; the name of the result is then in its address.
    pub preview: bool,
}

/// Where the quiz stands, and what the browser offers there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HostEnv {
    /// Where a shared link leads; `None` where nothing is shared.
    pub address: Option<ShareAddress>,
    /// The browser has a share sheet.
    pub can_share: bool,
}

/// What came of an effect that the user asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The image is there.
    ImageSaved,
    /// The text is on the clipboard.
    TextCopied,
    /// The file was offered to the browser.
    Downloaded,
    /// The browser refused: the text that the user can copy by hand.
    Refused(String),
    /// The same, of a button on the plate.
    RefusedOnPlate(String),
    /// The results that are stored with a date now.
    HistoryChanged(Vec<HistoryEntry>),
    /// The browser refused to store or delete a result.
    HistoryRefused,
    /// The link is on the clipboard.
    LinkCopied,
    /// The link went to the share sheet.
    LinkShared,
    /// The browser refused to copy: the link is selected in its field.
    LinkSelected,
}

/// Something that changes the state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// A move in the run on the screen.
    Session(SessionAction),
    /// Opens a statement from the working of the score, to change its answer.
    Revise(Position),
    /// Goes on with a stored run: its index among [`State::saved_runs`], and today.
    Resume(usize, u32),
    /// Starts again; today.
    Restart(u32),
    /// Opens the ideas that wait, or closes them again.
    ToggleIdeas,
    /// Unfolds the list of answers, or folds it again.
    ToggleReview,
    /// A link was found in the page's address: as the page loaded, or later, by the user (`true`).
    OpenLink(Result<Shared, LinkError>, bool),
    /// Shows something else: the quiz, the shared result, both results.
    Show(View),
    /// Shows the quiz in place of the shared result, which waits.
    TakeQuiz,
    /// Puts the shared result away.
    PutAway,
    /// Changes what the link holds.
    SetLinkOptions(LinkOptions),
    /// Changes what the words are fitted to.
    SetContext(LifeContext),
    /// Keeps a step in place of the one before.
    KeepStep(StepEntry),
    /// Says what came of the step.
    AnswerStep(Tried),
    /// Deletes the step.
    DeleteStep,
    /// Takes over what the browser has stored.
    Load(Stored),
    /// Says what came of an effect.
    Report(Outcome),
    /// The browser has refused to store a run.
    StorageRefused,
    /// Everything was deleted, or the browser refused.
    Forget(StorageNotice),
}

impl Reducible for State {
    type Action = Action;

    /// The state after an action: the same one where nothing changes.
    fn reduce(self: Rc<State>, action: Action) -> Rc<State> {
        self.after(action).map_or(self, Rc::new)
    }
}

impl State {
    /// The state after an action; `None` where nothing changes.
    fn after(&self, action: Action) -> Option<State> {
        let mut state = self.clone();
        state.seen = self.result_in_front().or(self.seen);
        if !matches!(action, Action::Report(_) | Action::Load(_) | Action::StorageRefused) {
            state.outcome = None;
        }
        match action {
            Action::Revise(position) => {
                state = self.after(Action::Session(SessionAction::Jump(position)))?;
                state.revised = Some(position);
            }
            Action::Session(action) => {
                let session = self.session.apply(action);
                if session == self.session {
                    return None;
                }
                state.navigation_count += u32::from(session.place() != self.session.place());
                // Until the user moves on from the result again.
                state.revised = self.revised.filter(|_| matches!(self.session.place(), Place::Item(_)));
                state.view = View::Quiz;
                // Not where the result was seen before.
                let is_new = session.place() == Place::Result && session.form() == Form::Full && !self.session.is_revisiting();
                if is_new && state.context.is_none() {
                    (state.context, state.view) = (Some(LifeContext::default()), View::WordsFit);
                }
                state.session = session;
                state.link_error = None;
                state.persist();
            }
            Action::Resume(index, today) => {
                if index >= state.saved_runs.len() {
                    return None;
                }
                let run = state.saved_runs.remove(index);
                state.set_aside(today);
                state.session = state.session.apply(SessionAction::Resume(run.session));
                state.persist();
                state.ideas_open = false;
                state.seen = None;
                state.navigation_count += 1;
            }
            Action::Restart(today) => {
                state.set_aside(today);
                state.saved_runs.truncate(2);
                state.session = state.session.apply(SessionAction::Restart);
                state.is_persisted = false;
                state.ideas_open = false;
                (state.view, state.link_options, state.revised, state.seen) = (View::Quiz, LinkOptions::default(), None, None);
                state.navigation_count += 1;
            }
            Action::OpenLink(link, by_user) => {
                state.link_error = link.err();
                state.shared_result = link.ok();
                state.view = if state.shared_result.is_some() { View::SharedResult } else { View::Quiz };
                state.navigation_count += u32::from(by_user);
            }
            Action::Show(view) => {
                state.view = view;
                state.navigation_count += 1;
            }
            Action::TakeQuiz => {
                state.view = View::Quiz;
                state.navigation_count += 1;
            }
            Action::PutAway => {
                (state.shared_result, state.link_error, state.view) = (None, None, View::Quiz);
                state.navigation_count += 1;
            }
            Action::SetLinkOptions(options) => state.link_options = options,
            Action::SetContext(context) => state.context = Some(context),
            Action::KeepStep(step) => state.step = Some(step),
            Action::AnswerStep(tried) => {
                if let Some(entry) = &mut state.step {
                    entry.step.tried = Some(tried);
                }
            }
            Action::DeleteStep => state.step = None,
            Action::ToggleReview => state.review_open = !state.review_open,
            Action::ToggleIdeas => state.ideas_open = !state.ideas_open,
            Action::Load(stored) => state.take_over(stored),
            Action::Report(outcome) => {
                if let Outcome::HistoryChanged(history) = &outcome {
                    state.history.clone_from(history);
                }
                state.outcome = Some(outcome);
            }
            Action::StorageRefused => state.can_store = Some(false),
            Action::Forget(notice) => state = self.after_forgetting(notice),
        }
        // Where there was no list of answers, it begins folded.
        state.review_open &= state.has_review();
        Some(state)
    }

    /// Takes over what the browser has stored.
    fn take_over(&mut self, stored: Stored) {
        self.saved_runs = stored.runs;
        self.notice = stored.notice;
        self.can_store = Some(stored.can_store);
        self.history = stored.history;
        self.context = self.context.or(stored.context);
        self.step = self.step.take().or(stored.step);
        // If the user answered before storage loaded, keep both runs.
        if self.is_persisted {
            self.persist();
            self.notice = stored.notice;
        }
    }

    /// The state once everything was deleted, or the browser refused.
    fn after_forgetting(&self, notice: StorageNotice) -> State {
        let mut state = State {
            navigation_count: self.navigation_count + 1,
            can_store: self.can_store,
            notice: Some(notice),
            host_env: self.host_env.clone(),
            ..State::default()
        };
        if notice != StorageNotice::Forgotten {
            state.saved_runs.clone_from(&self.saved_runs);
            state.history.clone_from(&self.history);
            (state.context, state.step) = (self.context, self.step.clone());
            state.session = self.session;
            state.is_persisted = self.is_persisted;
        }
        state
    }

    /// The form of the user's own result, if that is in front.
    fn result_in_front(&self) -> Option<Form> {
        match (self.view, self.session.place()) {
            (View::Quiz, Place::Sketch) => Some(Form::Quick),
            (View::Quiz, Place::Result) => Some(self.session.form()),
            _ => None,
        }
    }

    /// True if there is a list of answers to unfold.
    pub fn has_review(&self) -> bool {
        self.view == View::Quiz && self.session.passed() > 0
    }

    /// The user's own finished run: the one on the screen, or else a stored one.
    pub fn finished(&self) -> Option<Session> {
        let stored = self.saved_runs.iter().map(|run| run.session);
        core::iter::once(self.session).chain(stored).find(Session::is_finished)
    }

    /// The runs to store, newest first, and the day each was last changed (`None` for today).
    pub fn to_store(&self) -> impl Iterator<Item = (Session, Option<u32>)> {
        let own = self.is_persisted.then_some((self.session, None));
        own.into_iter().chain(self.saved_runs.iter().map(|run| (run.session, Some(run.day)))).take(2)
    }

    fn persist(&mut self) {
        self.is_persisted = true;
        self.notice = None;
        // There is room for one more run: the one that got furthest, so that a stray tap or two loses no result.
        // Another tab may have stored the run on the screen too.
        let others = self.saved_runs.iter().filter(|run| run.session != self.session);
        self.saved_runs = others.max_by_key(|run| run.session.passed()).copied().into_iter().collect();
    }

    fn set_aside(&mut self, today: u32) {
        if self.is_persisted {
            self.saved_runs.insert(0, StoredRun { session: self.session, day: today });
        }
    }
}

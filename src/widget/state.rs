//! Everything on the screen depends on this one value.

use super::kept::{Entry, Kept, Notice, Run};
use crate::quiz::{
    Action, Place, Position, Session,
    link::{LinkError, Shared},
};

/// The run on the screen, and the kept ones it can be left for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct State {
    /// The run on the screen.
    pub session: Session,
    /// Counts the moves a person made: after each, focus goes to the new heading. 0 on the first screen as it loaded.
    pub moves: u32,
    /// Kept runs other than the one on the screen, newest first, at most two.
    pub offers: Vec<Run>,
    /// True once the run on the screen is the one to keep: from its first answer on.
    pub own: bool,
    /// Whether this browser keeps runs; `None` until it has been asked.
    pub keeps: Option<bool>,
    /// True once the person has chosen to see the ideas that wait behind the safety note.
    pub ideas_open: bool,
    /// True while the list of what was answered is unfolded: it is drawn only then, so that no answer takes longer to draw
    /// than the one before.
    pub review_open: bool,
    /// The statement that was opened from the working: focus goes back to its row.
    pub changing: Option<Position>,
    /// Something to say about what the browser keeps.
    pub notice: Option<Notice>,
    /// Results kept with a date, newest first.
    pub history: Vec<Entry>,
    /// What came of keeping the result on the screen.
    pub told: Option<Told>,
    /// Somebody's shared picture, until it is put away.
    pub theirs: Option<Shared>,
    /// What stands in front of the quiz.
    pub shows: Shows,
    /// A link that was not taken up, and why.
    pub bad_link: Option<LinkError>,
    /// What the person chose for the link to share.
    pub sharing: Sharing,
    /// Where the quiz stands, and what the browser offers there.
    pub here: Here,
}

/// What stands in front of the quiz.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Shows {
    /// Nothing.
    #[default]
    Quiz,
    /// Somebody's shared picture.
    Theirs,
    /// That picture beside one's own.
    Both,
}

/// What a link holds, and how it is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sharing {
    /// The ten reasons are in the link.
    pub reasons: bool,
    /// The link is drawn as a QR code too.
    pub qr: bool,
    /// The link leads to a page with a preview card; the name of the picture is then in its address.
    pub preview: bool,
}

/// Where the quiz stands, and what the browser offers there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Here {
    /// Where a shared link leads, without its fragment; empty where nothing is shared.
    pub address: String,
    /// The browser has a share sheet.
    pub can_share: bool,
}

/// What came of something that a person asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Told {
    /// The picture is there.
    Saved,
    /// The text is on the clipboard.
    Copied,
    /// The file was offered to the browser.
    Downloaded,
    /// The browser refused: the text that the person can copy by hand.
    Refused(String),
    /// These are the kept results now.
    History(Vec<Entry>),
    /// The browser refused to keep or delete a result.
    NotKept,
    /// The link is on the clipboard.
    LinkCopied,
    /// The link went to the share sheet.
    LinkShared,
    /// The browser refused to copy: the link is selected in its field.
    LinkSelected,
}

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// A person did something in the quiz.
    Did(Action),
    /// A person opened a statement from the working, to change the answer.
    Changing(Position),
    /// A person took up a kept run: its place among the offers, and today.
    TookUp(usize, u32),
    /// A person started again; today.
    StartedAgain(u32),
    /// A person opened the ideas that wait, or closed them again.
    ToggledIdeas,
    /// A person unfolded the list of what was answered, or folded it again.
    ToggledReview,
    /// A link was found in the page's address: as the page loaded, or later, by the person's hand.
    Opened(Result<Shared, LinkError>, bool),
    /// A person looks at something else: the quiz, the shared picture, both.
    Looked(Shows),
    /// A person put the shared picture away.
    PutAway,
    /// A person changed what the link holds, or how it is shown.
    Shares(Sharing),
    /// What the browser keeps has been read.
    Loaded(Kept),
    /// Something that was asked for has come, or not.
    Told(Told),
    /// The browser has refused to keep a run.
    NotKept,
    /// A person had everything deleted, or the browser refused.
    Forgot(Notice),
}

impl State {
    /// The state after an event.
    #[must_use]
    pub fn after(&self, event: Event) -> State {
        let mut state = self.clone();
        if !matches!(event, Event::Told(_) | Event::Loaded(_) | Event::NotKept) {
            state.told = None;
        }
        match event {
            Event::Changing(position) => {
                state = self.after(Event::Did(Action::Jump(position)));
                state.changing = Some(position);
            }
            Event::Did(action) => {
                let session = self.session.apply(action);
                if session == self.session {
                    return self.clone();
                }
                state.moves += u32::from(session.place() != self.session.place());
                // Until the person moves on from the result again.
                state.changing = self.changing.filter(|_| matches!(self.session.place(), Place::Item(_)));
                state.session = session;
                state.bad_link = None;
                state.start_keeping();
            }
            Event::TookUp(place, today) => {
                if place >= state.offers.len() {
                    return state;
                }
                let run = state.offers.remove(place);
                state.put_aside(today);
                state.session = state.session.apply(Action::Resume(run.session));
                state.start_keeping();
                state.ideas_open = false;
                state.moves += 1;
            }
            Event::StartedAgain(today) => {
                state.put_aside(today);
                state.offers.truncate(2);
                state.session = state.session.apply(Action::Restart);
                state.own = false;
                state.ideas_open = false;
                (state.shows, state.sharing, state.changing) = (Shows::Quiz, Sharing::default(), None);
                state.moves += 1;
            }
            Event::Opened(link, by_hand) => {
                state.bad_link = link.err();
                state.theirs = link.ok();
                state.shows = if state.theirs.is_some() { Shows::Theirs } else { Shows::Quiz };
                state.moves += u32::from(by_hand);
            }
            Event::Looked(shows) => {
                state.shows = shows;
                state.moves += 1;
            }
            Event::PutAway => {
                (state.theirs, state.bad_link, state.shows) = (None, None, Shows::Quiz);
                state.moves += 1;
            }
            Event::Shares(sharing) => state.sharing = sharing,
            Event::ToggledReview => state.review_open = !state.review_open,
            Event::ToggledIdeas => state.ideas_open = !state.ideas_open,
            Event::Loaded(kept) => {
                state.offers = kept.runs;
                state.notice = kept.notice;
                state.keeps = Some(kept.keeps);
                state.history = kept.history;
                // Whoever answered before the browser had been asked keeps both: the answer and a kept run.
                if state.own {
                    state.start_keeping();
                    state.notice = kept.notice;
                }
            }
            Event::Told(told) => {
                if let Told::History(history) = &told {
                    state.history.clone_from(history);
                }
                state.told = Some(told);
            }
            Event::NotKept => state.keeps = Some(false),
            Event::Forgot(notice) => {
                let forgotten = notice == Notice::Forgotten;
                let here = self.here.clone();
                state = State { moves: state.moves + 1, keeps: self.keeps, notice: Some(notice), here, ..State::default() };
                if !forgotten {
                    state.offers.clone_from(&self.offers);
                    state.history.clone_from(&self.history);
                    state.session = self.session;
                    state.own = self.own;
                }
            }
        }
        state
    }

    /// True if there is a list of what was answered, to be unfolded.
    pub fn has_review(&self) -> bool {
        self.shows == Shows::Quiz && self.session.passed() > 0
    }

    /// One's own finished run: the one on the screen, or else a kept one.
    pub fn finished(&self) -> Option<Session> {
        let kept = self.offers.iter().map(|run| run.session);
        core::iter::once(self.session).chain(kept).find(Session::is_finished)
    }

    /// The runs to keep, newest first, and the day each was last changed (`None` for today).
    pub fn to_keep(&self) -> impl Iterator<Item = (Session, Option<u32>)> {
        let own = self.own.then_some((self.session, None));
        own.into_iter().chain(self.offers.iter().map(|run| (run.session, Some(run.day)))).take(2)
    }

    fn start_keeping(&mut self) {
        self.own = true;
        self.notice = None;
        // There is room for one more run: the one that got furthest, so that a stray tap or two loses no picture.
        // Where another tab has kept one since, this one stands among them too.
        let others = self.offers.iter().filter(|run| run.session != self.session);
        self.offers = others.max_by_key(|run| run.session.passed()).copied().into_iter().collect();
    }

    fn put_aside(&mut self, today: u32) {
        if self.own {
            self.offers.insert(0, Run { session: self.session, day: today });
        }
    }
}

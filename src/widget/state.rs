//! Everything on the screen depends on this one value.

use super::keep::{Kept, Notice, Run};
use crate::quiz::{Action, Place, Position, Session, history::Dated};

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
    /// The statement that was opened from the working: focus goes back to its row.
    pub changing: Option<Position>,
    /// Something to say about what the browser keeps.
    pub notice: Option<Notice>,
    /// Results kept with a date, newest first.
    pub history: Vec<Entry>,
    /// What came of keeping the result on the screen.
    pub told: Option<Told>,
}

/// A result kept with its date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The result and its day.
    pub dated: Dated,
    /// The day as people write it.
    pub date: String,
    /// True if that is today.
    pub is_today: bool,
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
                state.moves += 1;
            }
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
                state = State { moves: state.moves + 1, keeps: self.keeps, notice: Some(notice), ..State::default() };
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

    /// The runs to keep, newest first, and the day each was last changed (`None` for today).
    pub fn to_keep(&self) -> impl Iterator<Item = (Session, Option<u32>)> {
        let own = self.own.then_some((self.session, None));
        own.into_iter().chain(self.offers.iter().map(|run| (run.session, Some(run.day)))).take(2)
    }

    fn start_keeping(&mut self) {
        self.own = true;
        self.notice = None;
        // There is room for one more run: the one that got furthest, so that a stray tap or two loses no picture.
        if let Some(furthest) = self.offers.iter().max_by_key(|run| run.session.passed()).copied() {
            self.offers = vec![furthest];
        }
    }

    fn put_aside(&mut self, today: u32) {
        if self.own {
            self.offers.insert(0, Run { session: self.session, day: today });
        }
    }
}

//! Taking the quiz: one value, moved by one pure function.
//!
//! Saving, focus and announcements happen elsewhere and read the session; nothing here has an effect.

use super::{
    answers::{Answer, Answers},
    instrument::{Form, ITEMS, Position, QUICK_ITEMS},
};

/// What is on the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Place {
    /// A statement. The first one also carries the introduction.
    Item(Position),
    /// After ten statements: see a first sketch, or go on.
    Pause,
    /// The picture of the first ten answers, with the choice to go on.
    Sketch,
    /// The result.
    Result,
}

/// Something a person did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SessionAction {
    /// Moved the choice without moving on (arrow keys).
    Select(Answer),
    /// Chose an answer and moved on.
    Choose(Answer),
    /// Moved on with the statement as it stands.
    Next,
    /// Took the answer back, if there was one, and moved on.
    Skip,
    /// Went back one screen.
    Back,
    /// Opened a statement from the review list or from the result.
    Jump(Position),
    /// Asked to go through all statements again, one after the other.
    Walk,
    /// Asked for the picture of the first ten answers.
    Sketch,
    /// Asked for the remaining twenty statements.
    GoOn,
    /// Asked for the result as it stands.
    Finish,
    /// Took up stored answers.
    Resume(Session),
    /// Started again with no answers.
    Restart,
}

/// One run through the quiz.
///
/// These always hold: a result or a sketch is on the screen only after ten statements have been passed; a statement
/// past the tenth only after the person chose to go on; a statement that was opened from elsewhere remembers where
/// to return.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Session {
    answers: Answers,
    place: Place,
    passed: u8,
    gone_on: bool,
    return_to: Option<Place>,
}

impl Default for Session {
    fn default() -> Session {
        Session::NEW
    }
}

impl Session {
    /// The first statement, and no answers.
    pub const NEW: Session =
        Session { answers: Answers::NONE, place: Place::Item(Position::FIRST), passed: 0, gone_on: false, return_to: None };

    /// Puts a session together again from its parts, or `None` if no run leads there.
    pub fn from_parts(answers: Answers, place: Place, passed: u8, gone_on: bool) -> Option<Session> {
        let session = Session { answers, place, passed, gone_on, return_to: None };
        if passed > session.total() {
            return None;
        }
        let ready_to_go_on = !gone_on || usize::from(passed) >= QUICK_ITEMS;
        let reached = match place {
            Place::Item(position) => session.can_open(position),
            Place::Pause => usize::from(passed) == QUICK_ITEMS && !gone_on,
            Place::Sketch => session.can_sketch(),
            Place::Result => session.can_finish(),
        };
        // The statement on the screen may have an answer that has not been passed yet: an arrow key selected it.
        let answered_within = Position::all().all(|position| answers.get(position).is_none() || session.can_open(position));
        (ready_to_go_on && reached && answered_within).then_some(session)
    }

    /// The answers so far.
    pub const fn answers(&self) -> &Answers {
        &self.answers
    }

    /// What is on the screen.
    pub const fn place(&self) -> Place {
        self.place
    }

    /// How many statements have been answered or skipped in order: 0–30.
    pub const fn passed(&self) -> u8 {
        self.passed
    }

    /// True once the person has chosen to go on past the tenth statement.
    pub const fn gone_on(&self) -> bool {
        self.gone_on
    }

    /// Where a reload should lead: what is on the screen, or where the person returns to from a statement that was
    /// opened for a change.
    pub fn resume_place(&self) -> Place {
        self.return_to.unwrap_or(self.place)
    }

    /// True if there is a result to see: the end was reached, or the person stopped at the sketch.
    pub fn is_finished(&self) -> bool {
        self.form() == Form::Full || self.place == Place::Result
    }

    /// True while a statement is open that was jumped to: the next move returns to where the person came from.
    pub const fn is_revisiting(&self) -> bool {
        self.return_to.is_some()
    }

    /// True before the first move: nothing was answered, skipped or opened.
    pub fn is_untouched(&self) -> bool {
        *self == Session::NEW
    }

    /// How many statements lie ahead in all: 10 until the person goes on, then 30.
    pub const fn total(&self) -> u8 {
        if self.gone_on { ITEMS as u8 } else { QUICK_ITEMS as u8 }
    }

    /// The form that a result of this session is scored by: full only when the end was reached (section 4.1).
    pub const fn form(&self) -> Form {
        if self.passed as usize == ITEMS { Form::Full } else { Form::Quick }
    }

    /// The position for the progress bar: 0–`total`.
    pub const fn progress(&self) -> u8 {
        match self.place {
            Place::Item(position) => position.number(),
            Place::Pause => QUICK_ITEMS as u8,
            Place::Sketch | Place::Result => self.passed,
        }
    }

    /// The statement the person would go on from.
    pub const fn frontier(&self) -> Option<Position> {
        Position::new(self.passed + 1)
    }

    /// True if the statement has been passed, or is the next one.
    pub const fn can_open(&self, position: Position) -> bool {
        position.number() <= self.passed + 1 && position.number() <= self.total()
    }

    /// True if there is a step back from here.
    pub fn can_go_back(&self) -> bool {
        self.place != Place::Item(Position::FIRST) || self.return_to.is_some()
    }

    /// True if ten statements have been passed and the end has not been reached.
    pub const fn can_sketch(&self) -> bool {
        self.can_finish() && (self.passed as usize) < ITEMS
    }

    /// True if ten statements have been passed.
    pub const fn can_finish(&self) -> bool {
        self.passed as usize >= QUICK_ITEMS
    }

    /// The session after an action. An action that makes no sense here changes nothing.
    #[must_use]
    pub fn apply(self, action: SessionAction) -> Session {
        match (action, self.place) {
            (SessionAction::Select(answer), Place::Item(position)) => self.answering(position, Some(answer)),
            (SessionAction::Choose(answer), Place::Item(position)) => self.answering(position, Some(answer)).moving_on(position),
            (SessionAction::Skip, Place::Item(position)) => self.answering(position, None).moving_on(position),
            (SessionAction::Next, Place::Item(position)) => self.moving_on(position),
            (SessionAction::Select(_) | SessionAction::Choose(_) | SessionAction::Skip | SessionAction::Next, _) => self,
            (SessionAction::Back, _) => self.going_back(),
            (SessionAction::Jump(position), place) if self.can_open(position) && place != Place::Item(position) => {
                let origin = self.return_to.unwrap_or(place);
                // The next statement is not a visit, and neither is the one where the visit began.
                let at_home = self.frontier() == Some(position) || origin == Place::Item(position);
                let return_to = if at_home { None } else { Some(origin) };
                Session { return_to, ..self.at(Place::Item(position)) }
            }
            (SessionAction::Jump(_), _) => self,
            (SessionAction::Walk, _) => self.at(Place::Item(Position::FIRST)),
            (SessionAction::Sketch, _) if self.can_sketch() => self.at(Place::Sketch),
            (SessionAction::Finish, _) if self.can_finish() => self.at(Place::Result),
            (SessionAction::GoOn, _) if self.can_finish() => {
                let session = Session { gone_on: true, ..self };
                session.at(session.frontier().map_or(Place::Result, Place::Item))
            }
            (SessionAction::Sketch | SessionAction::Finish | SessionAction::GoOn, _) => self,
            (SessionAction::Resume(session), _) => session,
            (SessionAction::Restart, _) => Session::NEW,
        }
    }

    const fn at(self, place: Place) -> Session {
        Session { place, return_to: None, ..self }
    }

    const fn answering(self, position: Position, answer: Option<Answer>) -> Session {
        Session { answers: self.answers.with(position, answer), ..self }
    }

    fn moving_on(mut self, position: Position) -> Session {
        self.passed = self.passed.max(position.number());
        let next = match (self.return_to, position.next()) {
            (Some(place), _) => place,
            (None, Some(_)) if position == Position::LAST_QUICK && !self.gone_on => Place::Pause,
            (None, Some(next)) => Place::Item(next),
            (None, None) => Place::Result,
        };
        self.at(next)
    }

    fn going_back(self) -> Session {
        if let Some(place) = self.return_to {
            return self.at(place);
        }
        let before = match self.place {
            Place::Item(position) => position.previous().map(Place::Item),
            Place::Pause => Some(Place::Item(Position::LAST_QUICK)),
            Place::Sketch if self.gone_on => self.frontier().map(Place::Item),
            Place::Sketch => Some(Place::Pause),
            Place::Result if self.form() == Form::Full => Some(Place::Item(Position::LAST)),
            Place::Result => Some(Place::Sketch),
        };
        before.map_or(self, |place| self.at(place))
    }
}

//! Takes the quiz answer by answer, or stores a run as if it had been taken earlier.

use exhale_quiz::{Answer, Answers, Position, Session, SessionAction, session_codec};

use super::{Given, Page, TEXTS};

impl Page {
    /// Answers statements `from..` with the pointer and waits for each next screen. Skips where there is no answer.
    pub async fn answer(&self, from: u8, given: &Given) {
        for (position, answer) in (from..).zip(given) {
            self.at(position).await;
            match answer {
                Some(answer) => self.tap(*answer).await,
                None => self.press(&TEXTS.statement.skip).await,
            }
        }
    }

    /// Takes the quiz from the first statement to the full result with the pointer.
    pub async fn take_all(&self, given: &Given) {
        self.answer(1, &given[..10]).await;
        self.heading(&TEXTS.pause.title).await;
        self.press(&TEXTS.pause.go_on).await;
        self.answer(11, &given[10..]).await;
        self.on_result().await;
    }

    /// Stores answers in this browser as if they had been given earlier, with the result opened or not.
    pub async fn store_run(&self, given: &Given, finished: bool) {
        let choose = |answer: &Option<u8>| answer.and_then(Answer::new).map_or(SessionAction::Skip, SessionAction::Choose);
        let mut session = Session::NEW;
        for (index, answer) in given.iter().enumerate() {
            if index == 10 {
                session = session.apply(SessionAction::GoOn);
            }
            session = session.apply(choose(answer));
        }
        if finished {
            session = session.apply(SessionAction::Finish);
        }
        let day = self.run("return Math.floor((Date.now() - new Date().getTimezoneOffset() * 60_000) / 864e5)").await;
        let line = session_codec::write(&session, day.as_u64().and_then(|day| day.try_into().ok()).expect("a day"));
        self.run(&format!("localStorage.setItem('exhale.run', '{line}')")).await;
    }

    /// Stores answers, 30 or the first ten, and opens their result.
    pub async fn open_result(&self, given: &Given) {
        self.store_run(given, true).await;
        self.reload().await;
        self.press(&TEXTS.first.see_again).await;
        self.on_result().await;
    }

    /// Waits for the result. What is asked before the first full one is passed over without a choice.
    pub async fn on_result(&self) {
        let shows = |headings: &[String], heading: &String| headings.contains(heading);
        self.until("the result is there, or what is asked before it", || async {
            let headings = self.see().await.headings;
            shows(&headings, &TEXTS.rests.title) || shows(&headings, &TEXTS.words_fit.title)
        })
        .await;
        if shows(&self.see().await.headings, &TEXTS.words_fit.title) {
            self.heading(&TEXTS.words_fit.title).await;
            self.press(&TEXTS.words_fit.show).await;
        }
        self.heading(&TEXTS.rests.title).await;
    }
}

/// The answer sheet of these answers.
pub fn sheet(given: &Given) -> Answers {
    let answers = Position::all().zip(given);
    answers.fold(Answers::NONE, |sheet, (position, answer)| sheet.with(position, answer.and_then(Answer::new)))
}

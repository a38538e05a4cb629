//! What an app or a page is told of the quiz. Never an answer.

use crate::quiz::{Form, Profile, QuizResult, Scale, ScaleScore, Scores, json};

/// Something that happened in the quiz.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum QuizEvent {
    /// A first answer was given, or a stored run is on the screen again.
    Start,
    /// Another statement is on the screen.
    Progress {
        /// The statement: 1–30.
        index: u8,
        /// 10 until the user goes on after the tenth statement, then 30.
        total: u8,
    },
    /// A sketch or a result is on the screen.
    Complete(ResultSummary),
    /// The user asks for a link to be shared. The app may do that itself.
    Share {
        /// What the user asked for.
        method: ShareMethod,
        /// The link.
        url: String,
    },
    /// The quiz is back at its beginning.
    Reset,
}

/// How a link is shared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ShareMethod {
    /// Copied.
    Copy,
    /// Sent, with what the device offers for that.
    Share,
}

impl ShareMethod {
    /// Its name in the event of the element.
    pub const fn slug(self) -> &'static str {
        match self {
            ShareMethod::Copy => "copy",
            ShareMethod::Share => "share",
        }
    }
}

/// A result, or the sketch after ten statements. Without the reasons.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ResultSummary {
    /// [`Form::Quick`] for the sketch, which is provisional; [`Form::Full`] for the result.
    pub form: Form,
    /// The name of the result. `None` where there are not enough answers, or all are the same.
    pub profile: Option<Profile>,
    /// The profile it has a touch of.
    pub touch: Option<Profile>,
    /// A link to the result. `None` where nothing can be shared.
    pub share_url: Option<String>,
    scores: Scores,
}

impl ResultSummary {
    /// What is told of a result. `link` is empty where nothing can be shared.
    pub fn new(result: &QuizResult, link: String) -> ResultSummary {
        ResultSummary {
            form: result.form(),
            profile: result.headline.map(|headline| headline.profile),
            touch: result.headline.and_then(|headline| headline.touch),
            share_url: Some(link).filter(|link| !link.is_empty()),
            scores: result.scores,
        }
    }

    /// The score of a scale, if there are enough answers.
    pub const fn score(&self, scale: Scale) -> Option<ScaleScore> {
        self.scores.scale(scale)
    }

    /// How many answers stand behind a scale: 0–12.
    pub fn answered(&self, scale: Scale) -> u8 {
        self.score(scale).map_or_else(|| self.scores.answered(scale), |score| score.answered)
    }

    /// The detail of the element's `exhale-complete` in JSON, without `shareUrl`.
    pub fn to_json(&self) -> String {
        json::summary(&self.scores, self.profile, self.touch)
    }
}

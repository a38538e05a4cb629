//! What a result says, and why it may say so (section 5). The texts themselves are content.
//!
//! Each sentence carries its condition as data: a test holds every sentence of a hundred thousand results against the answers.

use super::{
    answers::Answers,
    context::{Carries, LeadMore, LifeContext, Partner},
    instrument::{Form, INSTRUMENT, Position, REASONS, Reason, Scale},
    profile::Headline,
    result::QuizResult,
    scoring::{Band, Scores},
    standouts::Pull,
};

/// A reason pulls hard from here on, in sixths.
const HARD: u8 = 15;
/// A reason pulls little up to here, in sixths.
const LITTLE: u8 = 9;
/// The middle, in sixths.
const HALF: u8 = 12;
/// Two reasons of a line are apart from here on, in sixths.
const APART: u8 = 9;

/// A sentence about one line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sentence {
    /// The score is nearer to this band than to the one beside it.
    Nearer(Band),
    /// Part of the line is about keeping a say.
    KeepingASay,
    /// The reason pulls hard.
    High(Reason),
    /// The reason pulls little.
    Low(Reason),
    /// Within the line one reason pulls most and one least.
    Mixed {
        /// The one that pulls most.
        most: Reason,
        /// The one that pulls least.
        least: Reason,
    },
    /// No reason of the line leans to one side.
    NoLean,
    /// The statement and the answer to it. In the quick form these stand in place of all others.
    Quote(Position),
    /// Something that might be tried, by the band of the line.
    Try(Band),
}

/// What has to be so for a sentence to stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Condition {
    /// The pull of the scale is in this band, close to a cut, and not on it.
    Near(Scale, Band),
    /// The pull of the scale is in this band.
    In(Scale, Band),
    /// The reason pulls above 50.
    AboveHalf(Reason),
    /// Three or two answers to its statements give the reason 15 sixths or more.
    Hard(Reason),
    /// They give it 9 sixths or fewer.
    Little(Reason),
    /// The reasons are 9 sixths or more apart, and no other of their line pulls as hard or as little.
    Apart(Reason, Reason),
    /// No reason of the scale pulls hard or little.
    NoLean(Scale),
    /// The statement was answered in the quick form.
    Answered(Position),
}

impl Sentence {
    /// What has to be so for the sentence to stand under the line of a scale.
    pub const fn condition(self, scale: Scale) -> Condition {
        match self {
            Sentence::Nearer(band) => Condition::Near(scale, band),
            Sentence::KeepingASay => Condition::AboveHalf(Reason::LOSING_MY_SAY),
            Sentence::High(reason) => Condition::Hard(reason),
            Sentence::Low(reason) => Condition::Little(reason),
            Sentence::Mixed { most, least } => Condition::Apart(most, least),
            Sentence::NoLean => Condition::NoLean(scale),
            Sentence::Quote(position) => Condition::Answered(position),
            Sentence::Try(band) => Condition::In(scale, band),
        }
    }
}

impl Condition {
    /// Whether it is so.
    pub fn holds(self, scores: &Scores, answers: &Answers) -> bool {
        let is_full = scores.form == Form::Full;
        let sixths = |reason| scores.reason(reason).map(|score| score.sixths);
        match self {
            Condition::Near(scale, band) => scores
                .scale(scale)
                .is_some_and(|score| !score.is_on_cut() && score.near_line().is_some_and(|(own, _)| own == band)),
            Condition::In(scale, band) => scores.scale(scale).is_some_and(|score| score.band() == band),
            Condition::AboveHalf(reason) => sixths(reason).is_some_and(|sixths| sixths > HALF),
            Condition::Hard(reason) => is_full && sixths(reason).is_some_and(|sixths| sixths >= HARD),
            Condition::Little(reason) => is_full && sixths(reason).is_some_and(|sixths| sixths <= LITTLE),
            Condition::Apart(most, least) => {
                let others = |reason: &Reason| *reason != most && *reason != least;
                let between = |reason| sixths(reason).is_none_or(|own| Some(own) < sixths(most) && Some(own) > sixths(least));
                let is_apart = sixths(most).zip(sixths(least)).is_some_and(|(most, least)| most >= least + APART);
                is_full && is_apart && most.scale().reasons().filter(others).all(between)
            }
            Condition::NoLean(scale) => {
                let leans =
                    |reason| Condition::Hard(reason).holds(scores, answers) || Condition::Little(reason).holds(scores, answers);
                is_full && scores.scale(scale).is_some() && !scale.reasons().any(leans)
            }
            Condition::Answered(position) => !is_full && position <= Position::LAST_QUICK && answers.get(position).is_some(),
        }
    }
}

/// What is said under a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineText {
    /// The scale.
    pub scale: Scale,
    /// The sentences, in their order.
    pub sentences: Vec<Sentence>,
    /// The statements whose answers stand behind the sentences about reasons; shown on request.
    pub behind: Vec<Position>,
}

/// What a result says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// The name. `None` also while ideas wait.
    pub headline: Option<Headline>,
    /// Statements whose answers show a strength, at most three; none while ideas wait.
    pub strengths: Vec<Position>,
    /// What is said under each line that has a score. While ideas wait, a line may have nothing that is said.
    pub lines: Vec<LineText>,
    /// The reasons that stood out, each with a step; none while ideas wait.
    pub steps: Vec<(Reason, Pull)>,
    /// Whether what the person carries has a part of its own.
    pub what_you_carry: bool,
    /// Whether the wish that the partner led more has one.
    pub lead_more: bool,
}

impl Letter {
    /// What a result says to somebody in this context. While the safety rule lets ideas wait, and they are not open, whatever asks for
    /// something or praises giving way is left out (section 4).
    pub fn of(result: &QuizResult, context: LifeContext, ideas_open: bool) -> Letter {
        let context = context.asked();
        let waits = result.safety.ideas_wait() && !ideas_open;
        let has_picture = result.same_answer.is_none();
        let shows = !waits && has_picture;
        let has_partner = context.partner != Some(Partner::NotNow);
        Letter {
            headline: result.headline.filter(|_| !waits),
            strengths: if waits { Vec::new() } else { result.strengths.clone() },
            lines: if has_picture {
                Scale::ALL.into_iter().filter_map(|scale| line(result, scale, waits)).collect()
            } else {
                Vec::new()
            },
            steps: if waits { Vec::new() } else { result.standouts.clone() },
            what_you_carry: shows && has_partner && context.carries == Some(Carries::Me),
            lead_more: shows && has_partner && context.lead_more == Some(LeadMore::Yes),
        }
    }
}

/// What is said under the line of a scale, where it has a score and there is something to say.
fn line(result: &QuizResult, scale: Scale, waits: bool) -> Option<LineText> {
    let (scores, answers) = (&result.scores, &result.answers);
    let band = scores.scale(scale)?.band();
    let mut sentences = Vec::with_capacity(8);
    let mut say = |sentence: Sentence| {
        let holds = sentence.condition(scale).holds(scores, answers);
        if holds {
            sentences.push(sentence);
        }
        holds
    };
    say(Sentence::Nearer(band));
    // On the open side there is little to explain.
    if scale == Scale::Trust && band != Band::Low {
        say(Sentence::KeepingASay);
    }
    let mut is_spoken_of = [false; REASONS];
    for reason in by_lean(scores, scale) {
        // These would praise giving way.
        let hides_low = waits && matches!(reason.number(), 1 | 3 | 8 | 10);
        is_spoken_of[reason.index()] = say(Sentence::High(reason)) || !hides_low && say(Sentence::Low(reason));
    }
    if let Some((most, least)) = extremes(scores, scale) {
        say(Sentence::Mixed { most, least });
    }
    say(Sentence::NoLean);
    let mut behind = Vec::with_capacity(12);
    for position in Position::all() {
        let reason = INSTRUMENT.item(position).reason;
        if reason.scale() != scale {
            continue;
        }
        say(Sentence::Quote(position));
        if is_spoken_of[reason.index()] && answers.get(position).is_some() {
            behind.push(position);
        }
    }
    if !waits {
        say(Sentence::Try(band));
    }
    // While ideas wait, all that might be said of a line may be left out.
    (!sentences.is_empty()).then_some(LineText { scale, sentences, behind })
}

/// The reasons of a scale with a score: those that lean most to either side first, then the one that pulls harder, then by number.
fn by_lean(scores: &Scores, scale: Scale) -> Vec<Reason> {
    let mut keys = Vec::with_capacity(4);
    for reason in scale.reasons() {
        let Some(score) = scores.reason(reason) else { continue };
        // One number to sort by, the most significant first.
        let middle = u32::from(HALF - score.sixths.abs_diff(HALF));
        keys.push(middle << 16 | u32::from(2 * HALF - score.sixths) << 8 | reason.index() as u32);
    }
    keys.sort_unstable();
    keys.into_iter().filter_map(|key| Reason::new(key as u8 + 1)).collect()
}

/// Of the reasons of a scale with a score, one that pulls most and one that pulls least.
fn extremes(scores: &Scores, scale: Scale) -> Option<(Reason, Reason)> {
    let mut extremes = None;
    for reason in scale.reasons() {
        let Some(score) = scores.reason(reason) else { continue };
        let (most, least) = extremes.get_or_insert(((score.sixths, reason), (score.sixths, reason)));
        if score.sixths > most.0 {
            *most = (score.sixths, reason);
        }
        if score.sixths < least.0 {
            *least = (score.sixths, reason);
        }
    }
    extremes.map(|((_, most), (_, least))| (most, least))
}

//! The texts of the quiz itself: what a content file holds for the widget.

use exhale_quiz::{Answer, Band, INSTRUMENT, ITEMS, Key, Position, Profile, REASONS, Reason, Scale};

use crate::schema::messages;

messages! {
    /// Everything said in one language: its BCP 47 tag, its direction (`ltr` or `rtl`), its zero and its decimal sign, and all texts.
    Content {
        lang: S, dir: S, numbers: S, name: S, label: S, items: [S; ITEMS], strengths: [S; STRENGTHS], first: First<S>,
        statement: Statement<S>, pause: Pause<S>, sketch: Sketch<S>, result: ResultWords<S>, keep: Keep<S>, share: Share<S>, shared: SharedWords<S>, both: Both<S>, bad_link: BadLink<S>, trouble: Trouble<S>, over_time: OverTime<S>, safety: SafetyWords<S>,
        words_fit: WordsFit<S>, lines: Lines<S>, step: Step<S>, carry: Carry<S>, lead: Lead<S>, rests: Rests<S>,
        scales: Scales<S>, profiles: Profiles<S>, reasons: [ReasonWords<S>; REASONS],
    }
    /// The first screen.
    First {
        about: S, lead: S, moves_on: S, how: S, instructions: [S; 6], privacy: S, privacy_text: S, forget: S, forgotten: S,
        not_forgotten: S, go_on_from: S, go_on_pause: S, see_again: S, earlier: S, not_kept: S, page_sees: S, set_aside_damaged: S,
        set_aside_version: S,
    }
    /// One statement to a screen.
    Statement {
        prompt: S, options: [S; 5], back: S, skip: S, next: S, position: S, position_first: S, announce: S, revisiting: S,
        review: S, skipped: S, stop: S,
    }
    /// After ten statements.
    Pause { title: S, lead: S, sketch: S, go_on: S, }
    /// The picture of the first ten answers.
    Sketch { folio: S, title: S, lead: S, caption: S, go_on: S, go_on_from: S, stop: S, shift: S, }
    /// The result.
    ResultWords {
        folio: S, title: S, unnamed: S, touches: [S; 3], caption: S, caption_name: S, not_enough_text: S, between: S, nearer: S, nearer_says: S, not_enough: S, chart: S,
        chart_not_enough: S, numbers: S, column_line: S, column_answers: S, column_of_100: S, value: S, standouts_one: S,
        standouts_two: S, standouts_three: S, standouts_text: S, standouts_text_one: S, strong_pull: S, some_pull: S,
        strengths: S, protects: S, ask: S, waiting_title: S, waiting: S,
        waiting_open: S, waiting_close: S, more: S, looks_like: S, may_protect: S, experiment: S, partner: S,
        reasons_all: S, reasons_all_text: S, reasons_all_text_quick: S, reasons_left: S, reasons_right: S, reasons_ink: S, reasons_guard: S, reason_dot: S,
        reason_dot_more: S, reason_dot_middle: S, reason_dot_less: S, working: S, working_text: S, working_sum: S,
        working_sum_none: S, working_answer: S, working_points: S,
        reason_sum: S, formula: S, formula_trust: S, no_standout: S, no_standout_sharing: S, same_answer_title: S, same_answer: S, middle_answer: S, same_answer_revisit: S,
        mixed_answer_title: S, mixed_answer: S, quote: S, change: S, on_title: S, retake: S, first_edition: S, back_to: S,
    }
    /// Keeping a result outside the quiz.
    Keep {
        title: S, picture: S, picture_file: S, share: S, text: S, print: S, answers: S, answers_file: S, saved: S, copied: S,
        downloaded: S, refused: S, stood_out: S,
    }
    /// Sharing a link.
    Share {
        title: S, holds: S, need_not: S, link: S, share: S, copy: S, reasons: S, named: S, shared: S, selected: S, code: S,
    }
    /// A picture opened from a link.
    SharedWords { folio: S, title: S, lead: S, take: S, beside: S, away: S, small: S, waits: S, waiting: S, both: S, }
    /// Both pictures.
    Both {
        folio: S, title: S, headlines: [S; 4], you: S, they: S, apart: S, unread: S, chart: S, caption: S, sketch: S, talk: S, differ: S, questions: [S; 3],
        question: S, limits: S, back: S,
    }
    /// A link that cannot be opened.
    BadLink { title: S, cut: S, altered: S, foreign: S, other_version: S, empty: S, too_long: S, twice: S, away: S, }
    /// Said when the program has come to a stop.
    Trouble { text: S, kept: S, again: S, reload: S, paper: S, }
    /// Results kept with their date.
    OverTime {
        title: S, text: S, keep: S, kept: S, kept_today: S, not_kept: S, then: S, now: S, same: S, moved: S, rule: S,
        delete: S, delete_all: S,
    }
    /// The safety note.
    SafetyWords { line: S, summary: S, title: S, text: [S; 3], leave: S, leave_delete: S, leave_note: S, leave_href: S, }
    /// Before the full result: what its words are fitted to.
    WordsFit {
        folio: S, title: S, lead: S, partner: S, partner_options: [S; 2], carries: S, carries_options: [S; 3], lead_more: S,
        lead_more_options: [S; 3], show: S, words_for: S, change: S,
    }
    /// What is said of each line.
    Lines { title: S, keeping_a_say: S, mixed: S, no_lean: S, behind: S, }
    /// A step on one of the reasons that stood out.
    Step {
        title: S, say: S, keep: S, print: S, kept: S, delete: S, earlier: S, tried: S, tried_options: [S; 3], tried_answers: [S; 3],
    }
    /// Where the person carries most of it.
    Carry { title: S, text: [S; 4], }
    /// Where the person would like the partner to lead more.
    Lead { title: S, text: [S; 5], }
    /// What the result rests on.
    Rests { title: S, people: S, people_text: S, more: S, names: [S; 6], texts: [S; 6], }
    /// The three scales.
    Scales { control: ScaleWords<S>, perfectionism: ScaleWords<S>, trust: ScaleWords<S>, }
    /// A scale: its ends, its bands, and what might be tried in each, from left to right as drawn.
    ScaleWords { name: S, ends: [S; 2], bands: [S; 3], r#try: [S; 3], }
    /// The six profiles.
    Profiles {
        open_hands: ProfileWords<S>, co_pilot: ProfileWords<S>, navigator: ProfileWords<S>, craftsperson: ProfileWords<S>,
        lighthouse: ProfileWords<S>, cornerstone: ProfileWords<S>,
    }
    /// A profile.
    ProfileWords { name: S, line: S, ask: S, ask_alone: S, }
    /// A reason.
    ReasonWords {
        name: S, high: S, low: S, looks_like: S, protects: S, experiment: S, say: S, partner: S, experiment_alone: S, say_alone: S,
    }
}

impl<S> Content<S> {
    /// The statement at a position.
    pub const fn item(&self, position: Position) -> &S {
        &self.items[position.index()]
    }

    /// The label of an answer.
    pub const fn option(&self, answer: Answer) -> &S {
        &self.statement.options[answer.index()]
    }

    /// The words of a scale.
    pub const fn scale(&self, scale: Scale) -> &ScaleWords<S> {
        match scale {
            Scale::Control => &self.scales.control,
            Scale::Perfectionism => &self.scales.perfectionism,
            Scale::Trust => &self.scales.trust,
        }
    }

    /// The name of a band of the pull. Trust is drawn the other way round.
    pub const fn band(&self, scale: Scale, band: Band) -> &S {
        &self.scale(scale).bands[as_drawn(scale, band)]
    }

    /// The bands of the pull, from left to right as drawn.
    pub const fn bands_as_drawn(&self, scale: Scale) -> [Band; 3] {
        match scale {
            Scale::Trust => [Band::High, Band::Mid, Band::Low],
            Scale::Control | Scale::Perfectionism => [Band::Low, Band::Mid, Band::High],
        }
    }

    /// What might be tried in a band of the pull.
    pub const fn to_try(&self, scale: Scale, band: Band) -> &S {
        &self.scale(scale).r#try[as_drawn(scale, band)]
    }

    /// What an agreeing answer to a reverse statement shows; `None` for a direct one.
    pub fn strength(&self, position: Position) -> Option<&S> {
        let is_reverse = |position: &Position| INSTRUMENT.item(*position).key == Key::Reverse;
        let before = Position::all().take(position.index()).filter(is_reverse).count();
        self.strengths.get(before).filter(|_| is_reverse(&position))
    }

    /// "With a touch of" a profile: one that a far band of its own makes.
    pub const fn touch(&self, profile: Profile) -> Option<&S> {
        match profile.scale() {
            Some(scale) => Some(&self.result.touches[scale.index()]),
            None => None,
        }
    }

    /// The words of a reason.
    pub const fn reason(&self, reason: Reason) -> &ReasonWords<S> {
        &self.reasons[reason.index()]
    }

    /// The words of a profile.
    pub const fn profile(&self, profile: Profile) -> &ProfileWords<S> {
        let profiles = &self.profiles;
        match profile {
            Profile::OpenHands => &profiles.open_hands,
            Profile::CoPilot => &profiles.co_pilot,
            Profile::Navigator => &profiles.navigator,
            Profile::Craftsperson => &profiles.craftsperson,
            Profile::Lighthouse => &profiles.lighthouse,
            Profile::Cornerstone => &profiles.cornerstone,
        }
    }
}

/// The place of a band of the pull on the line, from the left: 0–2. Trust is drawn the other way round.
const fn as_drawn(scale: Scale, band: Band) -> usize {
    match scale {
        Scale::Trust => 2 - band.index(),
        Scale::Control | Scale::Perfectionism => band.index(),
    }
}

/// The number of statements that an agreeing answer makes a strength of.
const STRENGTHS: usize = 15;

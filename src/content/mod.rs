//! What the quiz says, as data. `content/<lang>.toml` is checked and packed by [`build`]; the page fetches the packed
//! file beside the WebAssembly, which holds no prose of its own.
//!
//! [`Content`] is the shape of it. What its places hold is a parameter: `String` in the file, [`TextId`] in the page,
//! where a text is a number known at compile time and [`Words`] has the texts. So a language is read in one short loop,
//! and a text on the screen costs the code no more than a constant.

#[cfg(all(feature = "pack", not(target_arch = "wasm32")))]
pub mod build;
#[cfg(all(feature = "pack", not(target_arch = "wasm32")))]
mod builder;
mod fill;
mod words;

#[cfg(all(feature = "pack", not(target_arch = "wasm32")))]
pub use builder::Builder;
pub use fill::{fill, fill_in_order};
pub use words::{TextId, Unreadable, Words, read};

use crate::quiz::{Answer, Band, INSTRUMENT, ITEMS, Key, Position, Profile, REASONS, Reason, Scale};

/// Declares the shape of the content. A place is a text (`S`), a part, or an array of either.
macro_rules! words {
    ($($(#[$meta:meta])* $name:ident { $($field:ident: $head:tt $(<$text:ident>)?,)+ })+) => {$(
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[cfg_attr(all(feature = "pack", not(target_arch = "wasm32")), derive(Default, serde::Serialize, serde::Deserialize))]
        #[cfg_attr(all(feature = "pack", not(target_arch = "wasm32")), serde(deny_unknown_fields, rename_all = "kebab-case"))]
        #[allow(missing_docs, reason = "content/en.toml says what each text is for")]
        pub struct $name<S> { $(pub $field: $head $(<$text>)?,)+ }

        impl $name<TextId> {
            /// How many texts there are in it.
            const TEXTS: u16 = 0 $(+ words!(@texts $head))+;

            /// Numbers its texts in their order.
            const fn numbered(mut next: u16) -> Self {
                $(let $field = words!(@numbered $head, next); next += words!(@texts $head);)+
                let _ = next;
                $name { $($field,)+ }
            }
        }
    )+};
    (@texts S) => { 1 };
    (@texts [S; $n:expr]) => { $n as u16 };
    (@texts [$part:ident<S>; $n:expr]) => { $n as u16 * $part::TEXTS };
    (@texts $part:ident) => { $part::TEXTS };
    (@numbered S, $next:ident) => { TextId($next) };
    (@numbered [S; $n:expr], $next:ident) => {{
        let mut all = [TextId($next); $n];
        let mut index = 1;
        while index < $n {
            all[index] = TextId($next + index as u16);
            index += 1;
        }
        all
    }};
    (@numbered [$part:ident<S>; $n:expr], $next:ident) => {{
        let mut all = [$part::numbered($next); $n];
        let mut index = 1;
        while index < $n {
            all[index] = $part::numbered($next + index as u16 * $part::TEXTS);
            index += 1;
        }
        all
    }};
    (@numbered $part:ident, $next:ident) => { $part::numbered($next) };
}

words! {
    /// Everything said in one language: its BCP 47 tag, its direction (`ltr` or `rtl`), and all texts.
    Content {
        lang: S, dir: S, name: S, label: S, items: [S; ITEMS], strengths: [S; STRENGTHS], page: Page<S>, first: First<S>,
        statement: Statement<S>, pause: Pause<S>, sketch: Sketch<S>, result: ResultWords<S>, keep: Keep<S>, share: Share<S>, shared: SharedWords<S>, both: Both<S>, bad_link: BadLink<S>, trouble: Trouble<S>, over_time: OverTime<S>, safety: SafetyWords<S>,
        scales: Scales<S>, profiles: Profiles<S>, reasons: [ReasonWords<S>; REASONS],
        paper: Paper<S>, preview: Preview<S>, missing: Missing<S>,
    }
    /// Our own page, around the quiz.
    Page {
        language: S, languages: S, title: S, heading: S, standfirst: S, description: S, unavailable: S, loading: S, failed: S,
        about: About<S>,
    }
    /// What stands below the quiz there.
    About {
        looks: S, looks_text: S, claims: S, claims_text: S, origin: S, score: S, score_text: S, example: S, kept: S,
        kept_now: S, nothing: S, yours: S, yours_text: S, counsellors: S, counsellors_text: S, source: S, source_text: S, source_link: S,
    }
    /// The first screen.
    First {
        lead: S, moves_on: S, how: S, instructions: [S; 6], privacy: S, privacy_text: S, forget: S, forgotten: S,
        not_forgotten: S, go_on_from: S, go_on_pause: S, see_again: S, earlier: S, not_kept: S, set_aside_damaged: S,
        set_aside_version: S,
    }
    /// One statement to a screen.
    Statement {
        prompt: S, options: [S; 5], back: S, skip: S, next: S, position: S, progress: S, announce: S, revisiting: S,
        review: S, skipped: S, stop: S,
    }
    /// After ten statements.
    Pause { title: S, lead: S, sketch: S, go_on: S, }
    /// The picture of the first ten answers.
    Sketch { folio: S, title: S, lead: S, kicker: S, caption: S, go_on: S, go_on_from: S, stop: S, shift: S, }
    /// The result.
    ResultWords {
        folio: S, title: S, unnamed: S, touches: [S; 3], caption: S, caption_name: S, not_enough_text: S, between: S, nearer: S, nearer_says: S, not_enough: S, chart: S,
        chart_not_enough: S, numbers: S, column_line: S, column_answers: S, column_of_100: S, value: S, standouts_one: S,
        standouts_two: S, standouts_three: S, standouts_text: S, standouts_text_one: S, strong_pull: S, some_pull: S,
        strengths: S, protects: S, strengths_from: S, from_answer: S, keeping_a_say: S, ask: S, waiting_title: S, waiting: S,
        waiting_open: S, waiting_close: S, looks_like: S, may_protect: S, experiment: S, say: S, partner: S, from_two: S, from_three: S,
        reasons_all: S, reasons_all_text: S, reasons_all_text_quick: S, reasons_left: S, reasons_right: S, reason_dot: S,
        reason_dot_more: S, reason_dot_middle: S, reason_dot_less: S, working: S, working_text: S, working_sum: S,
        working_sum_none: S, working_answer: S, working_points: S, adds: S, takes: S, adds_guard: S, takes_guard: S,
        reason_sum: S, reason_not_enough: S, formula: S, formula_trust: S, formula_none: S, no_standout: S, no_standout_sharing: S, same_answer_title: S, same_answer: S, same_answer_revisit: S,
        mixed_answer_title: S, mixed_answer: S, quote: S, change: S, limits_title: S, limits: S, on_title: S, retake: S,
    }
    /// Keeping a result outside the quiz.
    Keep {
        title: S, picture: S, picture_file: S, text: S, print: S, answers: S, answers_file: S, saved: S, copied: S,
        downloaded: S, refused: S, stood_out: S,
    }
    /// Sharing a link.
    Share {
        title: S, holds: S, need_not: S, link: S, share: S, copy: S, with_reasons: S, without_reasons: S, with_preview: S, without_preview: S, preview: S, with_qr: S, without_qr: S, qr: S, shared: S, selected: S,
    }
    /// A picture opened from a link.
    SharedWords { folio: S, title: S, lead: S, take: S, beside: S, away: S, small: S, waiting: S, both: S, }
    /// Both pictures.
    Both {
        folio: S, title: S, you: S, they: S, apart: S, unread: S, chart: S, caption: S, talk: S, differ: S, questions: [S; 3],
        question: S, limits: S, back: S,
    }
    /// A link that cannot be opened.
    BadLink { title: S, cut: S, altered: S, foreign: S, other_version: S, empty: S, too_long: S, twice: S, away: S, }
    /// Said when the program has come to a stop.
    Trouble { text: S, kept: S, again: S, reload: S, paper: S, }
    /// Results kept with their date.
    OverTime {
        title: S, text: S, keep: S, kept: S, kept_today: S, not_kept: S, then: S, now: S, same: S, moved: S, rule: S, sketch: S,
        delete: S, delete_all: S,
    }
    /// The safety note.
    SafetyWords { line: S, summary: S, title: S, text: [S; 3], leave: S, leave_note: S, leave_href: S, }
    /// The three scales.
    Scales { control: ScaleWords<S>, perfectionism: ScaleWords<S>, trust: ScaleWords<S>, }
    /// A scale: its ends and bands from left to right as drawn.
    ScaleWords { name: S, ends: [S; 2], bands: [S; 3], texts: [BandWords<S>; 3], }
    /// What is said of a band, and what might be tried.
    BandWords { says: S, r#try: S, }
    /// The six profiles.
    Profiles {
        open_hands: ProfileWords<S>, co_pilot: ProfileWords<S>, navigator: ProfileWords<S>, craftsperson: ProfileWords<S>,
        lighthouse: ProfileWords<S>, cornerstone: ProfileWords<S>,
    }
    /// A profile.
    ProfileWords { name: S, line: S, strength: S, watch: S, ask: S, }
    /// A reason.
    ReasonWords { name: S, looks_like: S, protects: S, experiment: S, say: S, partner: S, }
    /// The form to print.
    Paper {
        title: S, description: S, folio: S, standfirst: S, screen: S, to_quiz: S, from_quiz: S, date: S, mark: S, how: S, instructions: [S; 6],
        block: S, key: PaperKey<S>, picture: PaperPicture<S>,
    }
    /// Its scoring key.
    PaperKey {
        title: S, lead: S, steps: [S; 3], sketch: S, reason: S, statement: S, points: S, answers: S, pull: S,
        checks: S, same: S, mixed: S, strengths: S,
    }
    /// How its points become a picture.
    PaperPicture {
        title: S, safety_first: S, lines: [S; 3], lines_caption: S, line: S, reasons: S, sum: S, count: S, mean: S, dot: S,
        bands: [S; 3], haze: S, haze_text: S, haze_caption: S, haze_answers: S, haze_error: S, haze_near: S, haze_near_text: S,
        standouts: S, standouts_text: S, standouts_none: S, names: S, names_caption: S, above: S, below: S, name: S, any: S,
        all_three: S, one_or_two: S, none: S, two_or_more: S, at_most_one: S, touch: S,
    }
    /// What a network shows of a shared link.
    Preview { locale: S, title: S, description: S, whose: S, line: S, note: S, alt: S, any: AnyPreview<S>, }
    /// The same for a picture without a name.
    AnyPreview { title: S, description: S, whose: S, name: S, line: S, note: S, alt: S, }
    /// The page for an address where there is nothing.
    Missing { title: S, text: S, quiz: S, paper: S, }
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

    /// What is said of a band of the pull.
    pub const fn band_text(&self, scale: Scale, band: Band) -> &BandWords<S> {
        &self.scale(scale).texts[as_drawn(scale, band)]
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

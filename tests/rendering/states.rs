//! States of the quiz: written as a script, and a set that together shows everything there is.

use std::rc::Rc;

use exhale::{
    quiz::{
        Answer, Carries, Form, INSTRUMENT, KeptStep, LeadMore, LifeContext, Partner, Position, Reason, Scores, SessionAction,
        Tried,
        history::Dated,
        link::{LinkError, Shared},
    },
    state::{Action, HostEnv, LinkOptions, Outcome, State, View},
    storage::{HistoryEntry, StepEntry, StorageNotice, Stored, StoredRun},
};
use yew::Reducible;

use crate::{
    oracle::{DIRECT, REASON, SCALES},
    screen::address,
    sheets::Sheet,
};

/// The day on which all this happens.
const TODAY: u32 = 20_000;

/// A browser that stores, and has stored nothing yet.
const EMPTY: Stored = Stored { can_store: true, runs: Vec::new(), history: Vec::new(), context: None, step: None, notice: None };

/// What somebody with a partner may have chosen.
pub const HAVING_A_PARTNER: LifeContext =
    LifeContext { partner: Some(Partner::Yes), carries: Some(Carries::Me), lead_more: Some(LeadMore::Yes) };

/// What somebody without one may have chosen, the first time otherwise.
pub const ALONE: LifeContext = LifeContext { partner: Some(Partner::NotNow), ..HAVING_A_PARTNER };

/// Each choice that can be made before the full result, in some context.
pub fn contexts() -> Vec<LifeContext> {
    let none = LifeContext::default();
    let carries = Carries::ALL.iter().map(|choice| LifeContext { carries: Some(*choice), ..none });
    let lead_more =
        LeadMore::ALL.iter().map(|choice| LifeContext { partner: Some(Partner::Yes), lead_more: Some(*choice), ..none });
    [none, HAVING_A_PARTNER, ALONE].into_iter().chain(carries).chain(lead_more).collect()
}

/// Actions in a chain.
pub trait After {
    /// The state after an action.
    fn after(&self, action: Action) -> State;
}

impl After for State {
    fn after(&self, action: Action) -> State {
        Rc::unwrap_or_clone(Rc::new(self.clone()).reduce(action))
    }
}

/// The state after a script: `1` to `5` choose, `-` skips, `.` moves on, `<` goes back, `s` asks for the sketch, `+` goes
/// on after it, `f` asks for the result.
pub fn after(script: &str) -> State {
    then(&State::default(), script)
}

/// A state, and a script from there.
pub fn then(state: &State, script: &str) -> State {
    let action = |sign| match sign {
        '1'..='5' => SessionAction::Choose(Answer::from_digit(&sign.to_string()).expect("1 to 5")),
        '-' => SessionAction::Skip,
        '.' => SessionAction::Next,
        '<' => SessionAction::Back,
        's' => SessionAction::Sketch,
        '+' => SessionAction::GoOn,
        'f' => SessionAction::Finish,
        _ => panic!("{sign} means nothing in {script}"),
    };
    script.chars().map(action).fold(state.clone(), |state, action| state.after(Action::Session(action)))
}

/// The state once a sheet has been filled in and its result is on the screen: nothing was chosen before it.
pub fn result_of(sheet: &Sheet) -> State {
    result_for(sheet, LifeContext::default())
}

/// The same for somebody in this context.
pub fn result_for(sheet: &Sheet, context: LifeContext) -> State {
    let state = filled_in(sheet);
    // It is chosen on the screen before the full result; a sketch finds what was chosen before.
    assert_eq!(state.view, if sheet.form() == Form::Full { View::WordsFit } else { View::Quiz }, "{sheet}");
    state.after(Action::SetContext(context)).after(Action::Show(View::Quiz))
}

/// The state once a sheet has been filled in.
fn filled_in(sheet: &Sheet) -> State {
    after(&match sheet.script().split_at(10) {
        (quick, "") => format!("{quick}sf"),
        (first, rest) if rest.len() == 20 => format!("{first}+{rest}"),
        // Gone on, but not to the end: still the result of the first ten.
        (first, rest) => format!("{first}+{rest}sf"),
    })
}

/// The same with the sketch on the screen.
pub fn sketch_of(sheet: &Sheet) -> State {
    after(&format!("{}s", &sheet.script()[..10]))
}

/// Ideas that wait have been opened.
pub fn opened(state: &State) -> State {
    state.after(Action::ToggleIdeas)
}

fn opening(state: &State, number: u8) -> State {
    state.after(Action::Session(SessionAction::Jump(Position::new(number).expect("1 to 30"))))
}

/// The first screen once the browser has been asked what it stores: these runs, the newest first.
fn found(runs: &[State]) -> State {
    let runs = runs.iter().map(|state| StoredRun { session: state.session, day: TODAY - 1 }).collect();
    State::default().after(Action::Load(Stored { runs, ..EMPTY }))
}

fn noticed(notice: StorageNotice) -> State {
    State::default().after(Action::Load(Stored { notice: Some(notice), ..EMPTY }))
}

/// A full result, and what was chosen before it.
fn finished() -> State {
    let asked = after("4542321412+44325145453252134252");
    asked.after(Action::SetContext(HAVING_A_PARTNER)).after(Action::Show(View::Quiz))
}

/// The full result in a browser that keeps a step.
pub fn keeping(step: StepEntry) -> State {
    finished().after(Action::Load(Stored { step: Some(step), ..EMPTY }))
}

/// What somebody has made of the sentence to say.
pub const SENTENCE: &str = "Could you tell me when we will be home?";

/// A step that was kept some days ago.
pub fn step(days: u32, tried: Option<Tried>) -> StepEntry {
    // Of those that stand out in the full result.
    let reason = Reason::new(5).expect("1 to 10");
    let step = KeptStep { tried, ..KeptStep::new(TODAY - days, reason, SENTENCE) };
    StepEntry { step, date: format!("Day {}", TODAY - days), is_today: days == 0 }
}

/// A picture of the first edition, from a link.
fn of_the_first_edition() -> Shared {
    "040vapctkkt809me".parse().expect("links of the first edition open")
}

/// A result as it is stored with a date.
fn entry(state: &State, day: u32) -> HistoryEntry {
    let session = &state.session;
    let scores = Scores::of(&INSTRUMENT, session.form(), session.answers());
    let shared = Shared::of(&scores, false).expect("a score");
    HistoryEntry { dated: Dated { day, shared }, date: format!("Day {day}"), is_today: day == TODAY }
}

/// The opposite answer everywhere.
fn opposite() -> State {
    let turned = |sign: char| sign.to_digit(10).map_or(sign, |digit| char::from(b'6' - digit as u8));
    after(&"4542321412+44325145453252134252".chars().map(turned).collect::<String>())
}

/// The answer that pulls hardest everywhere.
fn pulled_hard() -> State {
    let mut script: String = DIRECT.iter().map(|direct| if *direct { '5' } else { '1' }).collect();
    script.insert(10, '+');
    after(&script)
}

/// The answers that pull hardest on Control, and "Half and half" everywhere else.
fn pulled_hard_on_control() -> State {
    let answer = |place: usize| match (SCALES[0].contains(&REASON[place]), DIRECT[place]) {
        (false, _) => '3',
        (true, true) => '5',
        (true, false) => '1',
    };
    let mut script: String = (0..30).map(answer).collect();
    script.insert(10, '+');
    after(&script)
}

/// A browser that stores a sketch, an opposite result and one that is about the same, of earlier days.
fn with_history() -> Stored {
    let history = [after("4542321412+44325145453252134253"), opposite(), after("3333333333sf")];
    let mut history: Vec<HistoryEntry> = history.iter().map(|state| entry(state, TODAY - 9)).collect();
    let dated = Dated { day: TODAY - 99, shared: of_the_first_edition() };
    history.push(HistoryEntry { dated, date: "Day of the first edition".to_owned(), is_today: false });
    Stored { history, ..EMPTY }
}

/// States that together show every text of the quiz. A new screen, or a part that shows only sometimes, is one more line.
pub fn everything() -> Vec<(String, State)> {
    let statements =
        (0..=10).map(|n| after(&"3".repeat(n))).chain((0..20).map(|n| after(&format!("3333333333+{}", "3".repeat(n)))));
    let mut states: Vec<(String, State)> = statements.map(|state| (format!("at {:?}", state.session.place()), state)).collect();
    let mut add = |name: &str, state: State| states.push((name.to_owned(), state));

    add("as it loads", State::default());
    add("nothing is stored", State::default().after(Action::Load(Stored::NOTHING)));
    add("the browser stopped storing", after("3").after(Action::StorageRefused));
    add("going on from a statement", found(&[after("333")]));
    add("going on after the pause, or from before", found(&[after("3333333333"), after("33")]));
    add("seeing a result again", found(&[after("3333333333sf")]));
    add("damaged answers", noticed(StorageNotice::Damaged));
    add("answers of another version", noticed(StorageNotice::OtherVersion));
    add("all forgotten", after("333").after(Action::Forget(StorageNotice::Forgotten)));
    add("not forgotten", after("333").after(Action::Forget(StorageNotice::NotForgotten)));
    add("back from a later statement", after("333<<"));
    add("revisiting", opening(&after("3-3"), 2));
    add("the list of answers, unfolded", after("3-3").after(Action::ToggleReview));
    add("past ten, where a sketch can be asked for", after("3333333333+3"));
    add("the sketch of one who has been further", after("3333333333+33s"));
    add("a statement after the result", then(&after(&format!("3333333333+{}", "3".repeat(20))), "<"));
    let run = StoredRun { session: finished().session, day: TODAY };
    let stored = Stored { runs: vec![run], ..with_history() };
    let result = State::default().after(Action::Load(stored)).after(Action::Resume(0, TODAY));
    add("a result, with stored ones", result.clone());
    add("the same, stored today", result.after(Action::Report(Outcome::HistoryChanged(vec![entry(&finished(), TODAY)]))));
    for outcome in [
        Outcome::ImageSaved,
        Outcome::TextCopied,
        Outcome::Downloaded,
        Outcome::Refused("text".to_owned()),
        Outcome::RefusedOnPlate("text".to_owned()),
        Outcome::HistoryRefused,
    ] {
        add(&format!("a result, {outcome:?}"), finished().after(Action::Report(outcome)));
    }
    let shared = |state: &State| Action::OpenLink(Ok(entry(state, TODAY).dated.shared), false);
    let (some, other, guarded, sketch) = (finished(), opposite(), pulled_hard(), after("3333333333sf"));
    add("somebody's picture", State::default().after(shared(&some)));
    add("somebody's picture waits", State::default().after(shared(&some)).after(Action::TakeQuiz));
    add("somebody's picture, and one's own", some.after(shared(&other)));
    add("somebody's picture waits beside the result", some.after(shared(&other)).after(Action::Show(View::Quiz)));
    for (name, sender) in
        [("far apart", &other), ("far apart on trust", &guarded), ("alike", &some), ("one of them a sketch", &sketch)]
    {
        let both = some.after(shared(sender)).after(Action::Show(View::Comparison));
        add(&format!("both pictures, {name}, ideas opened"), opened(&both));
        add(&format!("both pictures, {name}"), both);
    }
    let middle = after(&format!("3333333333+{}", "3".repeat(20)));
    for (name, sender) in [("far apart on one line", pulled_hard_on_control()), ("far apart on all lines", pulled_hard())] {
        add(&format!("both pictures, {name}"), middle.after(shared(&sender)).after(Action::Show(View::Comparison)));
    }
    let errors = [
        LinkError::Altered,
        LinkError::Cut,
        LinkError::Empty,
        LinkError::Foreign,
        LinkError::OtherVersion,
        LinkError::TooLong,
        LinkError::Twice,
    ];
    for error in errors {
        add(&format!("a link that does not open: {error:?}"), State::default().after(Action::OpenLink(Err(error), true)));
    }
    let host_env = HostEnv { address: Some(address("https://blog.example/post")), can_share: true };
    let sharing = State { host_env, ..finished() };
    add("sharing, with the reasons", sharing.after(Action::SetLinkOptions(LinkOptions { reasons: true, preview: true })));
    for outcome in [Outcome::LinkCopied, Outcome::LinkShared, Outcome::LinkSelected] {
        add(&format!("sharing, {outcome:?}"), sharing.after(Action::Report(outcome)));
    }

    let asked = after("4542321412+44325145453252134252");
    for context in contexts() {
        add(&format!("before the result, {context}"), asked.after(Action::SetContext(context)));
        add(&format!("the result, {context}"), asked.after(Action::SetContext(context)).after(Action::Show(View::Quiz)));
    }
    add("a step kept today", keeping(step(0, None)));
    for tried in [None, Some(Tried::Yes), Some(Tried::NotYet), Some(Tried::NotForMe)] {
        add(&format!("a step kept before, tried: {tried:?}"), keeping(step(3, tried)));
    }
    let earlier_edition = Action::OpenLink(Ok(of_the_first_edition()), false);
    add("a picture of the first edition", State::default().after(earlier_edition.clone()));
    let beside = some.after(earlier_edition);
    add("a picture of the first edition, and one's own", beside.clone());
    add("a picture of the first edition waits beside the result", beside.after(Action::Show(View::Quiz)));

    for sheet in Sheet::telling() {
        add(&format!("the sketch of {sheet}"), sketch_of(&sheet));
        add(&format!("the result of {sheet}"), result_of(&sheet));
        add(&format!("the result of {sheet}, ideas opened"), opened(&result_of(&sheet)));
        add(&format!("the result of {sheet}, for somebody without a partner"), opened(&result_for(&sheet, ALONE)));
    }
    states
}

#[test]
fn scripts_lead_where_they_say() {
    let place = |script| format!("{:?}", after(script).session.place());
    assert_eq!(place("3-3"), "Item(Position(4))");
    assert_eq!(place("3-3<<."), "Item(Position(3))");
    assert_eq!(place("3333333333"), "Pause");
    assert_eq!(place("3333333333+3s"), "Sketch");
    assert_eq!(place("3333333333+3sf"), "Result");
    assert_eq!(after("3-").session.answers().count(exhale::quiz::Form::Full), 1);
}

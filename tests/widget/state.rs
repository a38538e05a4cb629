//! What follows on the screen from what happens: the state of the widget, without a browser. Which runs are kept is in
//! `tests/kept_runs.rs`.

use exhale::{
    quiz::{
        Action, Answer, Form, Picture, Position, Session,
        link::{LinkError, Shared},
    },
    widget::{
        Kept, Notice, Run,
        state::{Event, Shows, State, Told},
    },
};

const TODAY: u32 = 20_000;

fn choose() -> Event {
    Event::Did(Action::Choose(Answer::LOWEST))
}

/// A state in which something has happened before, so that no count is 0.
fn begun() -> State {
    let state = State::default().after(choose()).after(choose()).after(choose());
    assert_eq!((state.moves, state.session.passed()), (3, 3));
    state
}

/// A state that stands at its result.
fn finished() -> State {
    let mut state = State::default();
    for position in 0..30 {
        if position == 10 {
            state = state.after(Event::Did(Action::GoOn));
        }
        state = state.after(choose());
    }
    assert!(state.session.is_finished());
    state
}

fn link() -> Shared {
    Shared::of(&Picture::of(Form::Full, finished().session.answers()).scores, false).expect("all is answered")
}

fn kept(runs: &[Run], notice: Option<Notice>) -> Kept {
    Kept { keeps: true, runs: runs.to_vec(), notice, history: Vec::new() }
}

#[test]
fn each_move_counts_once_and_nothing_else_does() {
    let state = begun().after(Event::Loaded(kept(&[Run { session: finished().session, day: TODAY }], None)));
    let moves = [
        ("an answer", choose()),
        ("a step back", Event::Did(Action::Back)),
        ("another run", Event::TookUp(0, TODAY)),
        ("a new start", Event::StartedAgain(TODAY)),
        ("a link that a person opened", Event::Opened(Ok(link()), true)),
        ("a broken link that a person opened", Event::Opened(Err(LinkError::Altered), true)),
        ("another picture to look at", Event::Looked(Shows::Both)),
        ("a picture put away", Event::PutAway),
        ("everything forgotten", Event::Forgot(Notice::Forgotten)),
        ("a refusal to forget", Event::Forgot(Notice::NotForgotten)),
    ];
    for (what, event) in moves {
        assert_eq!(state.after(event).moves, state.moves + 1, "{what}");
    }
    let others = [
        ("a choice with the keyboard", Event::Did(Action::Select(Answer::LOWEST))),
        ("a link in the address as the page loads", Event::Opened(Ok(link()), false)),
        ("a run that is not there", Event::TookUp(7, TODAY)),
        ("ideas", Event::ToggledIdeas),
        ("the list of what was answered", Event::ToggledReview),
        ("what is kept", Event::Loaded(Kept::NOTHING)),
        ("something that was asked for", Event::Told(Told::LinkCopied)),
        ("a browser that keeps nothing", Event::NotKept),
    ];
    for (what, event) in others {
        assert_eq!(state.after(event).moves, state.moves, "{what}");
    }
}

#[test]
fn what_was_told_is_gone_with_the_next_thing_that_somebody_does() {
    let told = begun().after(Event::Told(Told::LinkCopied));
    assert_eq!(told.told, Some(Told::LinkCopied));
    for event in [choose(), Event::ToggledIdeas, Event::ToggledReview, Event::Looked(Shows::Quiz), Event::PutAway] {
        assert_eq!(told.after(event).told, None);
    }
    // Not with what the browser does by itself.
    for event in [Event::Loaded(Kept::NOTHING), Event::NotKept] {
        assert_eq!(told.after(event).told, Some(Told::LinkCopied));
    }
    assert_eq!(told.after(Event::Told(Told::LinkShared)).told, Some(Told::LinkShared));
}

#[test]
fn a_statement_opened_from_the_working_is_remembered_until_one_is_back_and_goes_on() {
    let third = Position::new(3).unwrap();
    let result = finished();
    let opened = result.after(Event::Changing(third));
    assert_eq!((opened.changing, opened.moves), (Some(third), result.moves + 1));
    // Its answer leads back to the result, which still knows.
    let back = opened.after(choose());
    assert!(back.session.is_finished());
    assert_eq!(back.changing, Some(third));
    let on = back.after(Event::Did(Action::Jump(third)));
    assert_eq!(on.changing, None);
    assert_eq!(back.after(Event::StartedAgain(TODAY)).changing, None);
}

#[test]
fn a_link_shows_its_picture_a_broken_one_a_sentence_and_both_can_be_put_away() {
    let state = begun().after(Event::Opened(Ok(link()), false));
    assert_eq!((state.shows, state.theirs.is_some(), state.bad_link), (Shows::Theirs, true, None));
    assert!(!state.has_review(), "nothing of the quiz is in sight");
    let both = state.after(Event::Looked(Shows::Both));
    assert_eq!((both.shows, both.theirs.is_some()), (Shows::Both, true));
    let away = both.after(Event::PutAway);
    assert_eq!((away.shows, away.theirs.is_some(), away.session), (Shows::Quiz, false, state.session));
    let broken = state.after(Event::Opened(Err(LinkError::Altered), true));
    assert_eq!((broken.shows, broken.theirs.is_some(), broken.bad_link), (Shows::Quiz, false, Some(LinkError::Altered)));
    assert_eq!(broken.after(choose()).bad_link, None, "an answer puts the sentence away");
    assert_eq!(broken.after(Event::PutAway).bad_link, None);
}

#[test]
fn folds_open_and_close() {
    let state = begun();
    let open = state.after(Event::ToggledReview).after(Event::ToggledIdeas);
    assert_eq!((state.review_open, state.ideas_open, open.review_open, open.ideas_open), (false, false, true, true));
    assert!(!open.after(Event::ToggledReview).review_open && !open.after(Event::ToggledIdeas).ideas_open);
}

#[test]
fn there_is_a_list_of_answers_once_there_is_one() {
    assert!(!State::default().has_review());
    assert!(State::default().after(choose()).has_review());
    assert!(State::default().after(Event::Did(Action::Skip)).has_review());
}

#[test]
fn a_finished_run_is_the_one_on_the_screen_or_else_a_kept_one() {
    let done = Run { session: finished().session, day: TODAY };
    let other = Run { session: begun().session, day: TODAY };
    assert_eq!(State::default().finished(), None);
    assert_eq!(finished().finished(), Some(done.session));
    let state = begun().after(Event::Loaded(kept(&[other], None)));
    assert_eq!(state.finished(), None);
    assert_eq!(State::default().after(Event::Loaded(kept(&[other, done], None))).finished(), Some(done.session));
}

#[test]
fn what_the_browser_keeps_is_taken_over_and_what_it_says() {
    let run = Run { session: begun().session, day: TODAY };
    let state = State::default().after(Event::Loaded(kept(&[run], Some(Notice::Damaged))));
    assert_eq!((&state.offers[..], state.notice, state.keeps), (&[run][..], Some(Notice::Damaged), Some(true)));
    // Whoever has begun hears of it too.
    let state = begun().after(Event::Loaded(kept(&[], Some(Notice::OtherVersion))));
    assert_eq!(state.notice, Some(Notice::OtherVersion));
    assert_eq!(state.after(choose()).notice, None);
    assert_eq!(state.after(Event::NotKept).keeps, Some(false));
}

#[test]
fn forgetting_keeps_nothing_but_where_the_quiz_stands() {
    let mut state = finished().after(Event::Opened(Ok(link()), false)).after(Event::Loaded(kept(&[], None)));
    state.here.address = "https://blog.example/post".into();
    let forgotten = state.after(Event::Forgot(Notice::Forgotten));
    let expected = State {
        moves: state.moves + 1,
        keeps: Some(true),
        notice: Some(Notice::Forgotten),
        here: state.here.clone(),
        ..State::default()
    };
    assert_eq!(forgotten, expected);
    let refused = state.after(Event::Forgot(Notice::NotForgotten));
    assert_eq!((refused.session, refused.notice, refused.own), (state.session, Some(Notice::NotForgotten), true));
}

#[test]
fn nothing_done_is_nothing_changed() {
    let state = finished();
    assert_eq!(state.after(Event::Did(Action::Finish)), state);
    assert_eq!(Session::NEW, State::default().session);
}

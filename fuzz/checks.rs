//! What must hold for whatever is read from outside. Fuzzing looks for a counterexample (`targets`), and what it started from
//! and found is run through again by `tests/widget/corpus.rs`.

use exhale::{
    element, english,
    quiz::{
        Answer, Position, QuizResult, Session, SessionAction, history,
        link::{self, ShareAddress, SharePage, ShareTo},
        session_codec,
    },
};

/// The day on which stored lines are read.
const TODAY: u32 = 20_000;

/// Whatever stands after a `#`: the reader of links never panics, what it reads is written back the same, and no link remains once
/// it is removed. True if it is a link.
pub fn link(fragment: &[u8]) -> bool {
    let Ok(fragment) = str::from_utf8(fragment) else { return false };
    let (found, rest) = (link::in_fragment(fragment, link::FIELD), link::without_link(fragment, link::FIELD));
    assert_eq!(link::in_fragment(&rest, link::FIELD), None, "{fragment} leaves {rest}");
    assert!(found.is_some() || rest == fragment, "{fragment} leaves {rest}");
    let Some(Ok(shared)) = found else { return false };
    assert_eq!(shared.to_string().parse(), Ok(shared), "{fragment}");
    assert_eq!(QuizResult::of_shared(&shared).scores.form, shared.form);
    true
}

/// Whatever the addresses of a page and its `share` setting are, one a line: a link leads to the web, has no credentials, and opens
/// where it leads. True if there is one.
pub fn address(lines: &[u8]) -> bool {
    let Ok(lines) = str::from_utf8(lines) else { return false };
    let mut lines = lines.split('\n');
    let mut next_line = || lines.next().unwrap_or_default();
    let page = SharePage { href: next_line(), canonical: next_line(), hosted: next_line(), previews: next_line() };
    let Some(address) = ShareAddress::new(&page, ShareTo::from(next_line()), link::FIELD) else { return false };
    let shared = "040vapctkkt809me".parse().expect("a link");
    let link = address.link(&shared);
    let (page, fragment) = link.split_once('#').expect("a fragment");
    let rest = page.strip_prefix("https://").or_else(|| page.strip_prefix("http://")).expect("an address on the web");
    assert!(!rest.split(['/', '\\', '?']).next().unwrap_or_default().contains('@'), "{link}");
    assert_eq!(link::in_fragment(fragment, link::FIELD), Some(Ok(shared)), "{link}");
    true
}

/// Whatever is found in the browser's storage (up to the first line break), and whatever is done then (a byte for each action):
/// the reader never panics, reads only what was written, and no action leads to a session that cannot be kept. True if the
/// line is a run or a list of results.
pub fn session(given: &[u8]) -> bool {
    let end = given.iter().position(|byte| *byte == b'\n').unwrap_or(given.len());
    let Ok(line) = str::from_utf8(&given[..end]) else { return false };
    let read = session_codec::read(line, TODAY);
    if let Ok((session, day)) = &read {
        assert_eq!(session_codec::write(session, *day), line, "only what was written is read");
    }
    let is_run = read.is_ok();
    let mut session = read.map_or(Session::NEW, |(session, _)| session);
    for byte in given.get(end + 1..).unwrap_or_default() {
        session = session.apply(action(*byte));
        let kept = session_codec::write(&session, TODAY);
        let (taken_up, day) = session_codec::read(&kept, TODAY).unwrap_or_else(|reason| panic!("{kept}: {reason:?}"));
        assert_eq!((taken_up.answers(), day), (session.answers(), TODAY), "{kept}");
    }
    let (results, whole) = history::read(line);
    if results.is_empty() {
        return is_run;
    }
    assert_eq!(history::read(&history::write(&results)), (results, true));
    is_run || whole
}

fn action(byte: u8) -> SessionAction {
    let position = Position::new(byte >> 3).unwrap_or(Position::FIRST);
    match byte & 7 {
        0 => SessionAction::Skip,
        1 => SessionAction::Back,
        2 => SessionAction::Jump(position),
        3 => [
            SessionAction::Next,
            SessionAction::Walk,
            SessionAction::Sketch,
            SessionAction::GoOn,
            SessionAction::Finish,
            SessionAction::Restart,
        ][usize::from(byte >> 3) % 6],
        choice => {
            let answer = Answer::new((byte >> 3) % 5 + 1).expect("1 to 5");
            if choice == 4 { SessionAction::Select(answer) } else { SessionAction::Choose(answer) }
        }
    }
}

/// Whatever a page sets, one attribute a line: the reader never panics, headings have a level that there is, shared results a field
/// that can stand in an address, and a help line leads to a page or a telephone. True if there is one.
pub fn settings(lines: &[u8]) -> bool {
    let Ok(lines) = str::from_utf8(lines) else { return false };
    let props = element::props(english(), lines, None);
    assert!((2..=6).contains(&props.heading_level()), "{lines}");
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-');
    assert!(!props.hash_key().is_empty() && props.hash_key().bytes().all(is_plain), "{lines}");
    let Some(help) = &props.help_line else { return false };
    assert!(["https:", "http:", "tel:"].iter().any(|kind| help.href().to_lowercase().starts_with(kind)), "{}", help.href());
    assert!(!help.label().is_empty());
    true
}

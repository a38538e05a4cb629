//! How a session is kept in the browser: one short line of plain characters that says all that is stored.
//!
//! `format.revision.total.passed.place.answers.day`, for example `1.1.10.2.i3.450000000000000000000000000000.20414`:
//! two statements passed of ten, the third on the screen, "Mostly true" and "Completely true" to the first two, last
//! changed on day 20414 since 1970-01-01.

use core::fmt;

use super::{
    answers::{Answer, Answers},
    decimal::number,
    instrument::{Form, ITEMS, Position, QUICK_ITEMS, REVISION},
    session::{Place, Session},
    text::split,
};

/// The version of the line's layout.
const FORMAT: u8 = 1;
/// Unfinished answers are kept this many days.
pub const UNFINISHED_DAYS: u32 = 30;
/// A result is kept this many days: the full one, or the sketch that a person stopped at.
pub const FINISHED_DAYS: u32 = 7;

/// Why a stored line is not taken up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StoredSessionError {
    /// It was written by another version of the quiz.
    OtherVersion,
    /// It is no such line, or was damaged.
    Damaged,
    /// It was not touched for longer than it is kept.
    Expired,
}

impl fmt::Display for StoredSessionError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            StoredSessionError::OtherVersion => "the stored session was written by another version of the quiz",
            StoredSessionError::Damaged => "the stored session is damaged, or is something else",
            StoredSessionError::Expired => "the stored session is older than sessions are kept",
        })
    }
}

impl core::error::Error for StoredSessionError {}

/// The line to store for a session. `today` counts days since 1970-01-01.
pub fn write(session: &Session, today: u32) -> String {
    let place = match session.resume_place() {
        Place::Item(position) => "i".to_owned() + &number(position.number()),
        Place::Pause => "p".to_owned(),
        Place::Sketch => "s".to_owned(),
        Place::Result => "r".to_owned(),
    };
    let digit = |answer: &Option<Answer>| char::from(b'0' + answer.map_or(0, Answer::value));
    let answers: String = session.answers().of(Form::Full).iter().map(digit).collect();
    let (total, passed) = (number(session.total()), number(session.passed()));
    let (format, revision, today) = (number(FORMAT), number(REVISION), number(today));
    [&*format, ".", &revision, ".", &total, ".", &passed, ".", &place, ".", &answers, ".", &today].concat()
}

/// Reads a stored line: the session, and the day it was last changed.
///
/// # Errors
/// Says why the line is not taken up. Only lines that [`write()`] can have written are read: a session that no run
/// leads to counts as damaged.
pub fn read(line: &str, today: u32) -> Result<(Session, u32), StoredSessionError> {
    let mut fields = split(line, b'.');
    let mut field = || fields.next().ok_or(StoredSessionError::Damaged);
    let (format, revision) = (whole_number(field()?)?, whole_number(field()?)?);
    if (format, revision) != (u32::from(FORMAT), u32::from(REVISION)) {
        return Err(StoredSessionError::OtherVersion);
    }
    let gone_on = match whole_number(field()?)? as usize {
        QUICK_ITEMS => false,
        ITEMS => true,
        _ => return Err(StoredSessionError::Damaged),
    };
    let passed = u8::try_from(whole_number(field()?)?).map_err(|_| StoredSessionError::Damaged)?;
    let place = place(field()?)?;
    let answers = answers(field()?)?;
    let day = whole_number(field()?)?;
    if fields.next().is_some() {
        return Err(StoredSessionError::Damaged);
    }
    let session = Session::from_parts(answers, place, passed, gone_on).ok_or(StoredSessionError::Damaged)?;
    let finished = session.form() == Form::Full || session.place() == Place::Result;
    let kept = if finished { FINISHED_DAYS } else { UNFINISHED_DAYS };
    // A clock that was set back makes a line look new, never old: losing answers is the worse mistake.
    if today.saturating_sub(day) > kept { Err(StoredSessionError::Expired) } else { Ok((session, day)) }
}

/// A whole number as [`write()`] writes it: digits only, no leading zero.
fn whole_number(field: &str) -> Result<u32, StoredSessionError> {
    let plain = field.bytes().all(|byte| byte.is_ascii_digit()) && (field == "0" || !field.starts_with('0'));
    field.parse().ok().filter(|_| plain).ok_or(StoredSessionError::Damaged)
}

fn place(field: &str) -> Result<Place, StoredSessionError> {
    match field {
        "p" => Ok(Place::Pause),
        "s" => Ok(Place::Sketch),
        "r" => Ok(Place::Result),
        _ => {
            let position = field.strip_prefix('i').ok_or(StoredSessionError::Damaged)?;
            let position = u8::try_from(whole_number(position)?).ok().and_then(Position::new);
            position.map(Place::Item).ok_or(StoredSessionError::Damaged)
        }
    }
}

fn answers(field: &str) -> Result<Answers, StoredSessionError> {
    let digits: &[u8; ITEMS] = field.as_bytes().try_into().map_err(|_| StoredSessionError::Damaged)?;
    let mut answers = Answers::NONE;
    for (position, digit) in Position::all().zip(digits) {
        match digit.checked_sub(b'0') {
            Some(0) => {}
            Some(value) => answers = answers.with(position, Some(Answer::new(value).ok_or(StoredSessionError::Damaged)?)),
            None => return Err(StoredSessionError::Damaged),
        }
    }
    Ok(answers)
}

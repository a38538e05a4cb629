//! A result in sixteen characters, or twenty-six with the reasons: what a result link carries in its fragment, and how a
//! dated result is kept. `docs/link-format.md` is the specification; what it says never changes.
//!
//! The scores are exact, so whoever opens a link sees the picture that its sender saw. Answers are not in it.

use core::{fmt, str::FromStr};

pub use super::{
    address::{ShareAddress, SharePage, ShareTo},
    fragment::{in_fragment, without_link},
};
use super::{
    instrument::{Edition, Form, REASONS, Reason, Scale},
    scoring::{REASON_MAX, ReasonScore, ScaleScore, Scores},
};

/// The field of a fragment that holds a link.
pub const FIELD: &str = "exhale";
/// The version of the layout.
const FORMAT: u8 = 1;
/// Crockford's base32, in lower case.
const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
/// How many characters a link has: without the reasons, and with them.
pub(super) const LENGTHS: [usize; 2] = [16, 26];
/// Longer text is not decoded.
pub(super) const MAX_LENGTH: usize = 64;
/// Bits of the form, of the flag for reasons, and of three scales.
const SCALE_BITS: usize = 2 + 3 * 13;
/// Bits of the ten reasons, where they are there.
const REASON_BITS: usize = 5 * REASONS;
/// Written for a reason without enough answers.
const NO_SCORE: u32 = 31;

/// What a link says. Its text is the characters of the link.
///
/// ```
/// use exhale_quiz::link::{LinkError, Shared};
///
/// let shared: Shared = "041b74wtknk01qpa".parse()?;
/// assert_eq!(shared.to_string(), "041b74wtknk01qpa");
/// assert_eq!("041b74wtknk01q".parse::<Shared>(), Err(LinkError::Cut));
/// # Ok::<(), LinkError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shared {
    /// The edition that it was scored by. Results of two editions are not compared.
    pub edition: Edition,
    /// The form that was scored.
    pub form: Form,
    /// The scores of the scales, in the order of [`Scale::ALL`]; `None` where there were not enough answers.
    pub scales: [Option<ScaleScore>; 3],
    /// Where the sender shared the reasons: the sixths of each, 0–24, or `None` where there were not enough answers.
    pub reasons: Option<[Option<u8>; REASONS]>,
}

/// Why a link is not taken up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkError {
    /// It is no link of this quiz.
    Foreign,
    /// Its end is missing.
    Cut,
    /// It was changed on its way.
    Altered,
    /// It was made with another version of the quiz.
    OtherVersion,
    /// There is nothing after the name of the field.
    Empty,
    /// It is longer than any link of this quiz.
    TooLong,
    /// The address holds two of them.
    Twice,
}

impl fmt::Display for LinkError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            LinkError::Foreign => "the link has a character that no link of this quiz has",
            LinkError::Cut => "the end of the link is missing",
            LinkError::Altered => "the link was changed, or no answers lead to what it says",
            LinkError::OtherVersion => "the link was made with another version of the quiz",
            LinkError::Empty => "the link is empty",
            LinkError::TooLong => "the link is longer than any link of this quiz",
            LinkError::Twice => "the address holds two links",
        })
    }
}

impl core::error::Error for LinkError {}

impl Shared {
    /// What is shared of these scores; `None` where no scale has one.
    pub fn of(scores: &Scores, with_reasons: bool) -> Option<Shared> {
        let scales = Scale::ALL.map(|scale| scores.scale(scale));
        let mut reasons = [None; REASONS];
        for reason in Reason::all() {
            reasons[reason.index()] = scores.reason(reason).map(|score| score.sixths);
        }
        let shared = Shared { edition: scores.edition, form: scores.form, scales, reasons: with_reasons.then_some(reasons) };
        scales.iter().any(Option::is_some).then_some(shared)
    }

    /// The scores that a picture is drawn from. How many answers stand behind a single reason is not in a link: each
    /// counts as the fewest that a score needs.
    pub fn scores(&self) -> Scores {
        let score = |sixths| ReasonScore { sixths, answered: self.form.needed_per_reason(), range: 0 };
        let reasons = self.reasons.unwrap_or_default().map(|sixths| sixths.map(score));
        Scores::from_parts(self.form, self.edition, reasons, self.scales)
    }

    /// True if some answers lead to these scores.
    fn is_reachable(&self) -> bool {
        let scored = self.scales.iter().flatten().count() > 0;
        scored && Scale::ALL.into_iter().zip(self.scales).all(|(scale, score)| self.scale_is_reachable(scale, score))
    }

    fn scale_is_reachable(&self, scale: Scale, score: Option<ScaleScore>) -> bool {
        // A reason that rests on `n` answers has whole points, so its sixths are a multiple of 6 / n.
        let steps = match self.form {
            Form::Quick => [6, 6],
            Form::Full => [3, 2],
        };
        let least = self.form.needed_per_reason();
        // How many reasons rest on one answer more than the least.
        let more = score.map_or(0, |score| score.answered.wrapping_sub(score.reasons * least));
        if let Some(score) = score {
            let fewer = score.reasons.wrapping_sub(more);
            if more > score.reasons || (more > 0 && self.form == Form::Quick) {
                return false;
            }
            let possible = |some: u8| {
                let rest = score.sum.wrapping_sub(some);
                some <= score.sum && rest % steps[1] == 0 && rest <= REASON_MAX * more
            };
            if !(0..=REASON_MAX * fewer).step_by(steps[0] as usize).any(possible) {
                return false;
            }
        }
        let Some(reasons) = self.reasons else { return true };
        let (mut sum, mut count, mut must_be_more, mut must_be_fewer) = (0, 0, 0, 0);
        for reason in self.edition.reasons_of(scale) {
            let Some(sixths) = reasons[reason.index()] else { continue };
            let (fewer, more) = (sixths % steps[0] == 0, sixths % steps[1] == 0);
            if sixths > REASON_MAX || !(fewer || more) {
                return false;
            }
            sum += sixths;
            count += 1;
            must_be_more += u8::from(!fewer);
            must_be_fewer += u8::from(!more);
        }
        match score {
            Some(score) => sum == score.sum && count == score.reasons && must_be_more <= more && must_be_fewer <= count - more,
            None => count + 1 < self.edition.size_of(scale),
        }
    }
}

impl FromStr for Shared {
    type Err = LinkError;

    /// Reads a link's characters, in upper or lower case.
    ///
    /// # Errors
    /// Says why the link is not taken up. Only scores that some answers lead to are read.
    fn from_str(link: &str) -> Result<Shared, LinkError> {
        if link.is_empty() {
            return Err(LinkError::Empty);
        }
        if link.len() > MAX_LENGTH {
            return Err(LinkError::TooLong);
        }
        let mut bits = Bits(Vec::with_capacity(40));
        for (place, letter) in link.bytes().enumerate() {
            bits.push(place * 5, digit(letter).ok_or(LinkError::Foreign)?, 5);
        }
        let length = link.len() * 5;
        if length < 16 + 2 {
            return Err(LinkError::Cut);
        }
        if bits.get(0, 8) != u32::from(FORMAT) {
            return Err(LinkError::OtherVersion);
        }
        let with_reasons = bits.get(17, 1) == 1;
        let said = (16 + SCALE_BITS + if with_reasons { REASON_BITS } else { 0 }).div_ceil(8);
        let expected = ((said + 2) * 8).div_ceil(5) * 5;
        if length < expected {
            return Err(LinkError::Cut);
        }
        if length > expected || u32::from(crc16(&bits.0[..said])) != bits.get(said * 8, 16) {
            return Err(LinkError::Altered);
        }
        let Some(edition) = Edition::new(bits.get(8, 8) as u8) else { return Err(LinkError::OtherVersion) };
        let shared = unpack(&bits, edition, with_reasons);
        // Whatever is not written in this one way, spare bits and scores that no answers lead to among it, is refused.
        if shared.is_reachable() && String::from(shared).eq_ignore_ascii_case(&plain(link)) {
            Ok(shared)
        } else {
            Err(LinkError::Altered)
        }
    }
}

/// The characters of the link, as `to_string()` gives them, but without `core::fmt`: that would add half a kilobyte to what
/// the widget loads.
impl From<Shared> for String {
    fn from(shared: Shared) -> String {
        let mut bits = Bits(Vec::with_capacity(16));
        let mut length = 0;
        let mut push = |value: u32, width: usize| {
            bits.push(length, value, width);
            length += width;
        };
        push(u32::from(FORMAT), 8);
        push(u32::from(shared.edition.number()), 8);
        push(u32::from(shared.form == Form::Full), 1);
        push(u32::from(shared.reasons.is_some()), 1);
        for (scale, score) in Scale::ALL.into_iter().zip(shared.scales) {
            let (sum, all, answered) =
                score.map_or((0, false, 0), |score| (score.sum, score.reasons == shared.edition.size_of(scale), score.answered));
            push(u32::from(score.is_some()), 1);
            push(u32::from(all), 1);
            push(u32::from(sum), 7);
            push(u32::from(answered), 4);
        }
        for sixths in shared.reasons.iter().flatten() {
            push(sixths.map_or(NO_SCORE, u32::from), 5);
        }
        let sum = crc16(&bits.0);
        bits.0.extend(sum.to_be_bytes());
        (0..(bits.0.len() * 8).div_ceil(5)).map(|place| char::from(ALPHABET[bits.get(place * 5, 5) as usize])).collect()
    }
}

impl fmt::Display for Shared {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(&String::from(*self))
    }
}

/// The scores that bits stand for, possible or not.
fn unpack(bits: &Bits, edition: Edition, with_reasons: bool) -> Shared {
    let mut place = 16;
    let mut take = |width: usize| {
        place += width;
        bits.get(place - width, width) as u8
    };
    let form = if take(1) == 1 { Form::Full } else { Form::Quick };
    take(1);
    let mut scales = [None; 3];
    for scale in Scale::ALL {
        let (scored, all, sum, answered) = (take(1) == 1, take(1), take(7), take(4));
        scales[scale.index()] = scored.then(|| ScaleScore { sum, reasons: edition.size_of(scale) - 1 + all, answered });
    }
    let mut reasons = [None; REASONS];
    if with_reasons {
        for sixths in &mut reasons {
            *sixths = Some(take(5)).filter(|sixths| u32::from(*sixths) != NO_SCORE);
        }
    }
    Shared { edition, form, scales, reasons: with_reasons.then_some(reasons) }
}

/// Bits in bytes, the high ones first.
struct Bits(Vec<u8>);

impl Bits {
    fn push(&mut self, place: usize, value: u32, width: usize) {
        for bit in 0..width {
            let place = place + bit;
            if place / 8 == self.0.len() {
                self.0.push(0);
            }
            self.0[place / 8] |= ((value >> (width - 1 - bit)) as u8 & 1) << (7 - place % 8);
        }
    }

    /// Past the end stand zeros.
    fn get(&self, place: usize, width: usize) -> u32 {
        (place..place + width).fold(0, |value, place| {
            let byte = self.0.get(place / 8).copied().unwrap_or(0);
            value << 1 | u32::from(byte >> (7 - place % 8) & 1)
        })
    }
}

/// What a character stands for: o is read as 0, i and l as 1.
fn digit(letter: u8) -> Option<u32> {
    let letter = plain_letter(letter);
    ALPHABET.iter().position(|known| *known == letter).map(|place| place as u32)
}

const fn plain_letter(letter: u8) -> u8 {
    match letter.to_ascii_lowercase() {
        b'o' => b'0',
        b'i' | b'l' => b'1',
        letter => letter,
    }
}

fn plain(link: &str) -> String {
    link.bytes().map(|letter| char::from(plain_letter(letter))).collect()
}

/// CRC-16/CCITT-FALSE: polynomial 0x1021, first value 0xFFFF.
fn crc16(bytes: &[u8]) -> u16 {
    bytes.iter().fold(0xFFFF, |sum, byte| {
        (0..8).fold(sum ^ u16::from(*byte) << 8, |sum: u16, _| sum << 1 ^ if sum & 0x8000 == 0 { 0 } else { 0x1021 })
    })
}

//! One answer, as a spreadsheet or a program writes it.

use std::{fmt, num::IntErrorKind};

use exhale_quiz::Answer;

/// What programs write where there is no value: an empty cell, `NA` in R, `NaN` in pandas.
const MISSING: [&str; 3] = ["", "NA", "NaN"];

/// Why a text is not an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AnswerError {
    NotANumber,
    NotWhole,
    OutOfRange,
}

impl fmt::Display for AnswerError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            AnswerError::NotANumber => "not a number",
            AnswerError::NotWhole => "not a whole number",
            AnswerError::OutOfRange => "not 1 to 5",
        })
    }
}

impl std::error::Error for AnswerError {}

/// Reads a cell. `None` where the statement was skipped.
pub fn from_cell(text: &str) -> Result<Option<Answer>, AnswerError> {
    let text = text.trim();
    if MISSING.contains(&text) { Ok(None) } else { from_number(text).map(Some) }
}

/// Reads a number: `2`, also with zeros before it (`02`) or behind a point or comma (`2.0`, `2,0`), or with an exponent
/// (`2.00E+00`). Works on the digits, because a float cannot tell 2 from 2.0000000000000001.
pub fn from_number(text: &str) -> Result<Answer, AnswerError> {
    if let Some(answer) = Answer::from_digit(text) {
        return Ok(answer);
    }
    let (is_negative, text) = text.strip_prefix('-').map_or((false, text), |text| (true, text));
    let (mantissa, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
    let (whole, fraction) = mantissa.split_once(['.', ',', '\u{66B}']).unwrap_or((mantissa, ""));
    let digits: Option<Vec<u8>> = whole.chars().chain(fraction.chars()).map(digit).collect();
    let (digits, exponent) = digits.zip(power(exponent)).ok_or(AnswerError::NotANumber)?;
    if digits.is_empty() {
        return Err(AnswerError::NotANumber);
    }
    let zeros = digits.iter().take_while(|digit| **digit == 0).count();
    let Some(&first) = digits.get(zeros) else { return Err(AnswerError::OutOfRange) };
    // The number is 0.ABC… times ten to this power, where A is the first digit that is not zero.
    let power = exponent.saturating_add_unsigned(whole.chars().count() as u64).saturating_sub_unsigned(zeros as u64);
    let before_point = usize::try_from(power.max(0)).unwrap_or(usize::MAX);
    if digits[zeros..].iter().skip(before_point).any(|digit| *digit != 0) {
        return Err(AnswerError::NotWhole);
    }
    Some(first).filter(|_| power == 1 && !is_negative).and_then(Answer::new).ok_or(AnswerError::OutOfRange)
}

/// The value of a digit. Spreadsheets also hold those of Arabic and Persian, and the wide ones of Chinese and Japanese.
fn digit(character: char) -> Option<u8> {
    let zero = ['0', '\u{660}', '\u{6F0}', '\u{FF10}'].into_iter().find(|zero| (*zero..).take(10).any(|one| one == character))?;
    Some((u32::from(character) - u32::from(zero)) as u8)
}

/// A power of ten. One that is too large for the type is as good as the largest.
fn power(text: &str) -> Option<i64> {
    text.parse()
        .or_else(|error: std::num::ParseIntError| match error.kind() {
            IntErrorKind::PosOverflow => Ok(i64::MAX),
            IntErrorKind::NegOverflow => Ok(i64::MIN),
            _ => Err(error),
        })
        .ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_whole_number_is_read_however_it_is_written() {
        let twos = ["2", "02", "2.0", "2,0", "2.", "2.000", "2,00", "2e0", "2.00E+00", "20E-1", "0.2e1", ".2e1", "0.002e0003"];
        for text in twos.into_iter().chain(["۲", "٢", "۲٫۰", "２", "\u{a0}2 ", "\t2"]) {
            assert_eq!(from_cell(text), Ok(Answer::new(2)), "{text}");
        }
        for text in ["", " ", "\u{a0}", "NA", " NaN "] {
            assert_eq!(from_cell(text), Ok(None), "{text:?}");
        }
    }

    #[test]
    fn what_is_no_answer_is_refused_with_the_reason() {
        let table = [
            (
                AnswerError::NotANumber,
                &["x", "+3", "2.0.0", "1.000,0", "2e", "e1", "-", ".", ",", "2 3", "0x2", "two", "inf", "na"][..],
            ),
            (
                AnswerError::NotWhole,
                &["2.5", "2,5", "-0.5", "2.0000000000000000000001", "1e-9999999999999999999999", "25e-1", "۲٫۵"],
            ),
            (
                AnswerError::OutOfRange,
                &["0", "6", "-1", "-2.0", "0.0", "00", "10", "99999999999999999999", "2e1", "1e9999999999999999999999", "0e5"],
            ),
        ];
        for (error, texts) in table {
            for text in texts {
                assert_eq!(from_cell(text), Err(error), "{text}");
            }
        }
    }
}

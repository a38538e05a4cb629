//! Results that a person keeps with their date, to see over time what has changed: one line of plain characters.
//!
//! `day.link` for each, newest first, with a space between: `20779.041b74wtknk01qpa 20700.040kdjcr7krr1de5`. Days count
//! from 1970-01-01; the link is the one of [`link`](super::link) without reasons. Answers are not in it.

use super::{
    decimal::number,
    link::Shared,
    text::{split, split_once},
};

/// The most that are kept; the oldest goes when one more is added.
pub const KEPT: usize = 50;

/// A result and its day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dated {
    /// Days since 1970-01-01.
    pub day: u32,
    /// The scores.
    pub shared: Shared,
}

/// The line to store.
pub fn write(results: &[Dated]) -> String {
    let mut line = String::with_capacity(results.len() * 23);
    for result in results {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(&number(result.day));
        line.push('.');
        line.push_str(&String::from(result.shared));
    }
    line
}

/// Reads a stored line: what can be read of it, and whether that is all.
pub fn read(line: &str) -> (Vec<Dated>, bool) {
    let mut results = Vec::with_capacity(4);
    let mut all = true;
    for entry in split(line, b' ') {
        match read_one(entry) {
            Some(result) => results.push(result),
            None => all = false,
        }
    }
    results.truncate(KEPT);
    (results, all)
}

fn read_one(entry: &str) -> Option<Dated> {
    let (day, link) = split_once(entry, b'.')?;
    Some(Dated { day: day.parse().ok()?, shared: link.parse().ok()? })
}

/// The results with one more, newest first. The same scores of the same day are kept once.
pub fn with(mut results: Vec<Dated>, result: Dated) -> Vec<Dated> {
    results.retain(|kept| *kept != result);
    results.insert(0, result);
    results.truncate(KEPT);
    results
}

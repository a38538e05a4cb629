//! The ribbon through the dots of the three lines: at each line it is exactly one standard error wide to either side.
//!
//! In units of a drawing that is 100 wide, as a line is, and equally high for each line. Whole numbers and hundredths: no floating
//! point.

use super::chart::{Lines, Owner};
use crate::quiz::{Scale, decimal, number};

/// The height of the drawing for each line, which lies in the middle of it.
const ROW: u32 = 100;

/// How much of a filled ribbon's width is left above the first line and below the last one, where it fades away, in percent.
const TAIL: u32 = 40;

/// A filled ribbon is soft towards its edges: layers of this share of its width each, in percent.
const LAYERS: [u32; 7] = [100, 88, 76, 64, 52, 40, 28];

/// The layers of a ribbon: an outlined one has but the widest.
pub fn layers(is_filled: bool) -> &'static [u32] {
    if is_filled { &LAYERS } else { &LAYERS[..1] }
}

/// Where the edges of the ribbon are vertical.
struct Stop {
    /// Its height, in units.
    y: i32,
    /// Its middle and half of its width, in hundredths of a unit.
    middle: i32,
    half: i32,
}

/// The outline of the ribbon at a share of its width, in percent. Lines without a score have none: it is in one piece for all
/// neighbouring lines that have.
#[allow(clippy::cast_possible_wrap, reason = "all is far below the limits")]
pub fn outline(lines: &Lines, share: u32) -> String {
    let scores = &lines.scores;
    let mut path = String::with_capacity(400);
    let mut piece: Vec<Stop> = Vec::with_capacity(5);
    for scale in Scale::ALL {
        let Some(score) = scores[scale.index()] else {
            draw(&mut path, &mut piece);
            continue;
        };
        let top = ROW as i32 * scale.index() as i32;
        let middle = score.place_centi(scale) as i32;
        let half = |percent: u32| (score.se_centi() * share / 100 * percent / 100) as i32;
        let tail = half(if lines.owner == Owner::User { TAIL } else { 100 });
        if piece.is_empty() {
            piece.push(Stop { y: top, middle, half: tail });
        }
        piece.push(Stop { y: top + ROW as i32 / 2, middle, half: half(100) });
        let is_last = scores.get(scale.index() + 1).copied().flatten().is_none();
        if is_last {
            piece.push(Stop { y: top + ROW as i32, middle, half: tail });
        }
    }
    draw(&mut path, &mut piece);
    path
}

/// Adds a piece to the path: down its right edge and up its left one. Between two stops, the control points lie straight above and
/// below them, so that the ribbon is never wider than at the wider one.
#[allow(clippy::cast_sign_loss, reason = "no height is below zero")]
fn draw(path: &mut String, piece: &mut Vec<Stop>) {
    let right = piece.iter().map(|stop| (stop.middle + stop.half, stop.y));
    let left = piece.iter().rev().map(|stop| (stop.middle - stop.half, stop.y));
    let mut before = None;
    for (x, y) in right.chain(left) {
        let to = [&*hundredths(x), " ", &number(y as u32)].concat();
        match before {
            None => *path += "M",
            Some((before_x, before_y)) => {
                let half = (y - before_y) / 2;
                *path += "C";
                for part in [&*hundredths(before_x), " ", &number((before_y + half) as u32), " ", &hundredths(x), " "] {
                    *path += part;
                }
                *path += &number((y - half) as u32);
                *path += " ";
            }
        }
        *path += &to;
        before = Some((x, y));
    }
    if before.is_some() {
        *path += "Z";
    }
    piece.clear();
}

/// Hundredths as a number; also below zero, where the blur goes over the end of the line.
fn hundredths(value: i32) -> String {
    let sign = if value < 0 { "-" } else { "" };
    [sign, &decimal(value.unsigned_abs(), 2)].concat()
}

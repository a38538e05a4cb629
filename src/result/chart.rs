//! What is drawn over the lines: a ribbon, how far the blur reaches, and marks. The axes are borders (picture.css).
//!
//! No floating point and no inline style: places are percentages of the width, so nothing is distorted.

use yew::prelude::*;

use super::ribbon;
use crate::{
    content::TextId,
    context::QuizContext,
    quiz::{Change, Form, QuizResult, Scale, ScaleScore, decimal},
};

/// A place on a line or a width, in hundredths of a percent, as an SVG length.
fn percent(centi: u32) -> AttrValue {
    (decimal(centi, 2) + "%").into()
}

/// The whole of a line, in hundredths of a percent.
const WHOLE: u32 = 10_000;

/// Whose three lines they are. Shape and outline say it, never colour alone.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Owner {
    /// The user's own: a round dot, and a filled ribbon.
    User,
    /// Of whoever shared them: a diamond, and an outlined ribbon.
    Sender,
    /// The user's own from an earlier day: a ring, and a dashed ribbon.
    Earlier,
}

/// Three lines of one person on one day.
#[derive(Clone, Copy)]
pub struct Lines {
    /// Whose they are.
    pub owner: Owner,
    /// A mark of the quick form is open.
    pub form: Form,
    /// Their scores.
    pub scores: [Option<ScaleScore>; 3],
}

impl Lines {
    /// The lines of a result.
    pub fn of(owner: Owner, result: &QuizResult) -> Lines {
        Lines { owner, form: result.form(), scores: Scale::ALL.map(|scale| result.scores.scale(scale)) }
    }

    /// True for marks that are open: of a sketch, or of an earlier day.
    fn are_open(&self) -> bool {
        self.form == Form::Quick || self.owner == Owner::Earlier
    }

    /// The name of the owner in the style sheet.
    const fn owner_name(&self) -> &'static str {
        match self.owner {
            Owner::User => "user",
            Owner::Sender => "sender",
            Owner::Earlier => "earlier",
        }
    }
}

/// Three rows, one for each scale; over them what is drawn of each of `all`, the user's own of today last. The rows are equally high,
/// and the line is in the middle of each.
pub fn lines(all: &[Lines], names: Html, row: &dyn Fn(Scale) -> Html) -> Html {
    html! {
        <div class="lines" data-sets={(all.len() > 1).then_some("2")}>
            <svg class="breath veil" viewBox="0 0 100 300" preserveAspectRatio="none" aria-hidden="true">
                for lines in all {
                    <g data-owner={lines.owner_name()}>
                        for share in ribbon::layers(lines.owner == Owner::User) {
                            <path d={ribbon::outline(lines, *share)} />
                        }
                    </g>
                }
            </svg>
            <svg class="breath" aria-hidden="true">
                for lines in all {
                    for scale in Scale::ALL {
                        { mark(all, lines, scale) }
                    }
                }
                { names }
            </svg>
            for scale in Scale::ALL {
                <div class="scale" part="result-bar">{ row(scale) }</div>
            }
        </div>
    }
}

/// The height of a line in the drawing of all three.
pub fn height(scale: Scale) -> &'static str {
    ["16.667%", "50%", "83.333%"][scale.index()]
}

/// How the second of two results of the full form differs from the first on a scale; `None` where that is not known.
pub fn change(all: &[Lines], scale: Scale) -> Option<Change> {
    let [before, after] = all else { return None };
    if before.form == Form::Quick || after.form == Form::Quick {
        return None;
    }
    Some(after.scores[scale.index()]?.change_since(before.scores[scale.index()]?))
}

/// The mark on one line, and a bar: alone, how far the blur reaches; from an earlier day, to that of today where the two differ.
fn mark(all: &[Lines], lines: &Lines, scale: Scale) -> Html {
    let Some(score) = lines.scores[scale.index()] else { return Html::default() };
    let (place, error, y) = (score.place_centi(scale), score.se_centi(), height(scale));
    let [from, to] = match (all, change(all, scale)) {
        ([_], _) => blur(place, error),
        ([_, Lines { scores, .. }], Some(Change::Up | Change::Down)) if lines.owner == Owner::Earlier => {
            [place, scores[scale.index()].map_or(place, |now| now.place_centi(scale))]
        }
        _ => [place, place],
    };
    html! {
        <>
            <line data-owner={lines.owner_name()} x1={percent(from)} x2={percent(to)} y1={y} y2={y} />
            { dot(lines, percent(place), y) }
        </>
    }
}

/// From where to where the blur around a place reaches on the line.
fn blur(place: u32, error: u32) -> [u32; 2] {
    [place.saturating_sub(error), (place + error).min(WHOLE)]
}

/// A mark: round or a diamond (picture.css), filled or open.
fn dot(lines: &Lines, x: AttrValue, y: &'static str) -> Html {
    html! {
        <svg data-owner={lines.owner_name()} data-open={lines.are_open().then_some("")} {x} {y}>
            <circle r=".45em" />
            <rect x="-.34em" y="-.34em" width=".68em" height=".68em" transform="rotate(45)" />
        </svg>
    }
}

/// The mark alone, beside a name.
pub fn sign(lines: &Lines) -> Html {
    html! { <svg class="sign" aria-hidden="true">{ dot(lines, "50%".into(), "50%") }</svg> }
}

/// Nearer than this, two names over a line would run into each other.
const NEAR: u32 = 2200;

/// The names of two marks, over those that are furthest apart: where they are near, the names part.
pub fn names(quiz: &QuizContext, all: &[Lines; 2], names: [TextId; 2]) -> Html {
    let mut widest: Option<(u32, Scale, [u32; 2])> = None;
    for scale in Scale::ALL {
        let [Some(first), Some(second)] = all.map(|lines| lines.scores[scale.index()]) else { continue };
        let places = [first, second].map(|score| score.place_centi(scale));
        let distance = places[0].abs_diff(places[1]);
        if widest.is_none_or(|(most, ..)| distance > most) {
            widest = Some((distance, scale, places));
        }
    }
    let Some((distance, scale, places)) = widest else { return Html::default() };
    html! {
        for index in 0..2 {
            <text
                data-owner={all[index].owner_name()}
                x={percent(places[index])}
                y={height(scale)}
                dy="-.9em"
                text-anchor={
                    if distance >= NEAR { "middle" } else if places[index] < places[1 - index] { "end" } else { "start" }
                }
            >
                { quiz.text(names[index]) }
            </text>
        }
    }
}

/// The three bands of a scale as they lie under its line: the one that the score is in, or the two it lies between, stand out. A line without any score is dotted.
pub fn words(quiz: &QuizContext, scale: Scale, score: Option<ScaleScore>, is_empty: bool, label: String) -> Html {
    let messages = quiz.messages();
    let is_own = |band| score.is_some_and(|score| score.is_in_or_near(band));
    html! {
        <p class="words" data-empty={is_empty.then_some("")} part="chart" role="img" aria-label={label}>
            for band in messages.bands_as_drawn(scale) {
                <span data-own={is_own(band).then_some("")}>{ quiz.text(*messages.band(scale, band)) }</span>
            }
        </p>
    }
}

/// What the ends of a line mean.
pub fn ends(quiz: &QuizContext, ends: [TextId; 2]) -> Html {
    html! {
        <p class="ends">
            for end in ends {
                <span>{ quiz.text(end) }</span>
            }
        </p>
    }
}

/// A quiet line with a dot at a place and the blur around it, as far as the line goes, in hundredths of a percent; dotted where there
/// is no score.
pub fn dot_on_a_line(score: Option<(u32, u32)>, label: String) -> Html {
    let drawn = score.map(|(place, error)| {
        let [from, to] = blur(place, error);
        (place, from, (to - from) / 2)
    });
    html! {
        <svg class="chart" part="chart" role="img" aria-label={label} data-empty={score.is_none().then_some("")}>
            <line x2="100%" y1="50%" y2="50%" />
            if let Some((place, from, half)) = drawn {
                <ellipse cx={percent(from + half)} cy="50%" rx={percent(half)} ry=".5em" />
                <circle cx={percent(place)} cy="50%" r=".42em" />
            }
        </svg>
    }
}

//! One spectrum: a line with two marks, a dot, and a soft haze of one standard error either way.
//!
//! No floating point, no inline style, no viewBox: places are percentages of the width, so it never distorts.

use yew::prelude::*;

use super::score_text;
use crate::{
    content::TextId,
    context::{QuizContext, text},
    quiz::{Change, Form, Scale, ScaleScore, decimal, number},
};

/// A place on the line or a width, in hundredths of a percent, as an SVG length.
fn percent(centi: u32) -> AttrValue {
    (decimal(centi, 2) + "%").into()
}

/// Whose score it is: shape says who, a round dot or a diamond.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Owner {
    /// The user's own.
    User,
    /// Of whoever shared it.
    Sender,
}

impl Owner {
    /// Its name in the style sheet.
    const fn name(self) -> &'static str {
        match self {
            Owner::User => "user",
            Owner::Sender => "sender",
        }
    }
}

/// The name of the form in the style sheet.
const fn form_name(is_sketch: bool) -> &'static str {
    if is_sketch { Form::Quick.slug() } else { Form::Full.slug() }
}

/// The spectrum of a scale.
pub fn spectrum(quiz: &QuizContext, scale: Scale, score: Option<ScaleScore>, form: Form, owner: Owner) -> Html {
    let messages = quiz.messages();
    let label = score_text::sentence(messages, scale, score);
    let chart = svg(None, label.into(), line(scale, score, form, owner, Row::ALONE));
    framed(quiz, scale, score_text::band(messages, scale, score).into(), chart)
}

/// The user's own score over somebody's, on two lines.
pub fn pair(quiz: &QuizContext, scale: Scale, forms: [Form; 2], scores: [Option<ScaleScore>; 2], change: Option<Change>) -> Html {
    let messages = quiz.messages();
    let says = match change {
        None => messages.both.unread,
        Some(Change::Same) => messages.over_time.same,
        Some(_) => messages.both.apart,
    };
    let shown = |score: Option<ScaleScore>| score.map_or_else(|| "–".to_owned(), |score| number(score.shown(scale)));
    let name = messages.get(messages.scale(scale).name);
    let label = messages.fill(messages.both.chart, &[&shown(scores[0]), name, messages.get(says), &shown(scores[1])]);
    let gap = match (change, scores) {
        (Some(Change::Up | Change::Down), [Some(mine), Some(theirs)]) => {
            let place = |score: ScaleScore| percent(score.place_centi(scale));
            html! { <line class="gap" x1={place(mine)} x2={place(theirs)} y1="25%" y2="75%" /> }
        }
        _ => Html::default(),
    };
    let lines = html! {
        <>
            { gap }
            { line(scale, scores[0], forms[0], Owner::User, Row::UPPER) }
            { line(scale, scores[1], forms[1], Owner::Sender, Row::LOWER) }
        </>
    };
    framed(quiz, scale, quiz.value(says), svg(Some("2"), label.into(), lines))
}

/// A chart with the name of its scale, what is said over it, and what its ends mean.
fn framed(quiz: &QuizContext, scale: Scale, says: AttrValue, chart: Html) -> Html {
    let messages = quiz.messages();
    let texts = messages.scale(scale);
    html! {
        <div class="spectrum" part="result-bar">
            { quiz.subheading(quiz.value(texts.name)) }
            <p class="band">{ text(says) }</p>
            { chart }
            { ends(quiz, texts.ends) }
        </div>
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

/// A chart; `lines` says how many lines there are, if not one.
fn svg(lines: Option<&'static str>, label: AttrValue, content: Html) -> Html {
    html! { <svg class="chart" data-lines={lines} part="chart" role="img" aria-label={label}>{ content }</svg> }
}

/// Where a line lies in its chart: its height, where its marks begin and end, and how high the haze is, in hundredths.
#[derive(Clone, Copy)]
struct Row {
    y: &'static str,
    marks: [&'static str; 2],
    haze: u32,
}

impl Row {
    const ALONE: Row = Row { y: "50%", marks: ["40%", "60%"], haze: 85 };
    const UPPER: Row = Row { y: "25%", marks: ["20%", "30%"], haze: 75 };
    const LOWER: Row = Row { y: "75%", marks: ["70%", "80%"], haze: 75 };
}

/// A line with its two marks, the haze and the dot, or a dotted line.
fn line(scale: Scale, score: Option<ScaleScore>, form: Form, owner: Owner, row: Row) -> Html {
    let Some(score) = score else { return axis(row.y, false) };
    let place = percent(score.place_centi(scale));
    let is_sketch = form == Form::Quick;
    html! {
        <>
            { axis(row.y, true) }
            for cut in ["37.5%", "62.5%"] {
                <line class="axis" x1={cut} x2={cut} y1={row.marks[0]} y2={row.marks[1]} />
            }
            <svg class="smear" data-owner={owner.name()}>
                for ring in 0..6 {
                    <ellipse
                        cx={place.clone()}
                        cy={row.y}
                        rx={percent(score.se_centi() * (100 - 15 * ring) / 100)}
                        ry={decimal(row.haze * (100 - 12 * ring) / 100, 2) + "em"}
                    />
                }
            </svg>
            { match owner {
                Owner::User => dot(place, row.y, is_sketch, ".42em"),
                Owner::Sender => diamond(place, row.y, is_sketch),
            } }
        </>
    }
}

/// The line itself; dotted where there are too few answers.
fn axis(y: &'static str, is_scored: bool) -> Html {
    html! { <line class="axis" x2="100%" y1={y} y2={y} stroke-dasharray={if is_scored { "" } else { "1 5" }} /> }
}

/// The dot itself: open for a sketch.
fn dot(place: AttrValue, y: &'static str, is_sketch: bool, r: &'static str) -> Html {
    html! { <circle class="dot" data-owner="user" data-form={form_name(is_sketch)} cx={place} cy={y} r={r} /> }
}

/// Somebody's dot.
fn diamond(place: AttrValue, y: &'static str, is_sketch: bool) -> Html {
    html! {
        <svg class="point" x={place} y={y}>
            <rect class="dot" data-owner="sender" data-form={form_name(is_sketch)} x="-.36em" y="-.36em" width=".72em" height=".72em" transform="rotate(45)" />
        </svg>
    }
}

/// The dot or diamond alone, beside a name.
pub fn sign(owner: Owner, is_sketch: bool) -> Html {
    html! {
        <svg class="sign" aria-hidden="true">
            { match owner {
                Owner::User => dot("50%".into(), "50%", is_sketch, ".42em"),
                Owner::Sender => diamond("50%".into(), "50%", is_sketch),
            } }
        </svg>
    }
}

/// A quiet line with a dot at `place` hundredths of a percent, or a dotted line where there is none.
pub fn dot_on_a_line(place: Option<u32>, is_sketch: bool, label: String) -> Html {
    let content = html! {
        <>
            { axis("50%", place.is_some()) }
            if let Some(place) = place {
                { dot(percent(place), "50%", is_sketch, ".36em") }
            }
        </>
    };
    svg(None, label.into(), content)
}

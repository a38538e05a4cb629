//! What the tables of a result have in common: three columns.

use yew::prelude::*;

use crate::{
    content::{Messages, TextId},
    context::{QuizContext, text},
    quiz::{Scale, ScaleScore},
    result::score_text,
};

/// The head of a table of three columns. The last `numbers` of them hold numbers.
pub fn head(quiz: &QuizContext, columns: [TextId; 3], numbers: usize) -> Html {
    let (plain, numeric) = columns.split_at(columns.len() - numbers);
    html! {
        <thead>
            <tr>
                for column in plain {
                    <th scope="col">{ quiz.text(*column) }</th>
                }
                for column in numeric {
                    <th scope="col" class="num">{ quiz.text(*column) }</th>
                }
            </tr>
        </thead>
    }
}

/// A cell with a number.
pub fn number_cell(number: impl Into<AttrValue>) -> Html {
    html! { <td class="num">{ text(number) }</td> }
}

/// What a table says of a scale: a note under its name, and two scores.
pub type Row = (Option<AttrValue>, [Option<ScaleScore>; 2]);

/// A table with a row for each scale.
pub fn comparison(quiz: &QuizContext, columns: [TextId; 3], row: &dyn Fn(Scale) -> Row) -> Html {
    html! {
        <table part="table">
            { head(quiz, columns, 2) }
            <tbody>
                for scale in Scale::ALL {
                    { scale_row(quiz, scale, row(scale)) }
                }
            </tbody>
        </table>
    }
}

fn scale_row(quiz: &QuizContext, scale: Scale, (remark, [first, second]): Row) -> Html {
    let messages = quiz.messages();
    html! {
        <tr>
            <th scope="row">
                { quiz.text(messages.scale(scale).name) }
                if let Some(remark) = remark {
                    <i>{ text(remark) }</i>
                }
            </th>
            { number_cell(value(messages, scale, first)) }
            { number_cell(value(messages, scale, second)) }
        </tr>
    }
}

fn value(messages: Messages, scale: Scale, score: Option<ScaleScore>) -> AttrValue {
    score.map_or_else(|| "–".into(), |score| score_text::value(messages, scale, score).into())
}

//! What the tables of a result have in common: three columns.

use yew::prelude::*;

use crate::{
    content::TextId,
    context::{QuizContext, text},
    quiz::Scale,
};

/// The head of a table of three columns. The last `numbers` of them hold numbers.
pub fn head(quiz: &QuizContext, columns: [TextId; 3], numbers: usize) -> Html {
    html! {
        <thead>
            <tr>
                for (index, column) in columns.into_iter().enumerate() {
                    <th scope="col" data-num={(index + numbers >= 3).then_some("")}>{ quiz.text(column) }</th>
                }
            </tr>
        </thead>
    }
}

/// A cell with a number.
pub fn number_cell(number: impl Into<AttrValue>) -> Html {
    html! { <td data-num="">{ text(number) }</td> }
}

/// The same in numbers, folded: a row for each scale, with something in words and a number, or with two numbers.
pub fn in_numbers(quiz: &QuizContext, columns: [TextId; 2], numbers: usize, row: &dyn Fn(Scale) -> [String; 2]) -> Html {
    let (messages, texts) = (quiz.messages(), &quiz.messages().result);
    let [first, second] = columns;
    html! {
        <details class="numbers">
            { quiz.summary(texts.numbers) }
            <table part="table">
                { head(quiz, [texts.column_line, first, second], numbers) }
                <tbody>
                    for scale in Scale::ALL {
                        <tr>
                            <th scope="row">{ quiz.text(messages.scale(scale).name) }</th>
                            for (index, cell) in row(scale).into_iter().enumerate() {
                                <td data-num={(index + numbers >= 2).then_some("")}>{ text(cell) }</td>
                            }
                        </tr>
                    }
                </tbody>
            </table>
        </details>
    }
}

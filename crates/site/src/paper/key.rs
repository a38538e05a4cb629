//! The key: for each statement the points of its five boxes, by reason and by line.

use exhale_content::fill;
use exhale_quiz::{Answer, INSTRUMENT, Position, Reason, Scale, points};
use yew::prelude::*;

use super::{Words, blank, options};

/// How many statements a reason has, for the cells that span them.
const STATEMENTS: &str = "3";

pub fn section(words: &Words) -> Html {
    let key = &words.site.paper.key;
    html! {
        <section class="key">
            <h2>{ &key.title }</h2>
            <p class="not-yet">{ &key.not_yet }</p>
            <p>{ &key.lead }</p>
            <ol>{ for key.steps.iter().map(|step| html! { <li>{ step }</li> }) }</ol>
            <p class="sketch">{ &key.sketch }</p>
            { for Scale::ALL.map(|scale| table(words, scale)) }
            <h3>{ &key.checks }</h3>
            <ul><li>{ fill(&key.same, &[("middle", option(words, 3))]) }</li><li>{ &key.mixed }</li></ul>
            <h3>{ &words.quiz.result.strengths }</h3>
            <p>{ fill(&key.strengths, &[("more", option(words, 4)), ("most", option(words, 5))]) }</p>
        </section>
    }
}

fn option(words: &Words, value: u8) -> &str {
    Answer::new(value).map_or("", |answer| words.quiz.option(answer))
}

fn table(words: &Words, scale: Scale) -> Html {
    let key = &words.site.paper.key;
    html! {
        <table class="points">
            <caption>{ &words.quiz.scale(scale).name }</caption>
            // Widths belong to columns, not to the head: on paper only the first table has one.
            <colgroup>
                <col /><col /><col span="5" /><col class="write" span="3" />
            </colgroup>
            <thead>
                <tr>
                    <th scope="col">{ &key.reason }</th>
                    <th scope="col">{ &key.statement }</th>
                    { options(words) }
                    <th scope="col">{ &key.points }</th>
                    <th scope="col">{ &key.answers }</th>
                    <th scope="col">{ &key.pull }</th>
                </tr>
            </thead>
            { for scale.reasons().map(|reason| rows(words, reason)) }
        </table>
    }
}

/// The three statements of a reason, and room for what they come to.
fn rows(words: &Words, reason: Reason) -> Html {
    let key = &words.site.paper.key;
    let sums = || {
        html! {
            <>
                { blank(&key.points, Some(STATEMENTS)) }
                { blank(&key.answers, Some(STATEMENTS)) }
                { blank(&key.pull, Some(STATEMENTS)) }
            </>
        }
    };
    let row = |(index, position): (usize, Position)| {
        let cells = Answer::all().map(|answer| html! { <td>{ points(INSTRUMENT.item(position).key, answer) }</td> });
        html! {
            <tr>
                if index == 0 {
                    <th scope="rowgroup" rowspan={STATEMENTS}>
                        <span class="no">{ reason.number() }</span>{ &words.quiz.reason(reason).name }
                    </th>
                }
                <th scope="row">{ position.number() }</th>
                { for cells }
                if index == 0 {
                    { sums() }
                }
            </tr>
        }
    };
    html! { <tbody>{ for INSTRUMENT.positions_of(reason).enumerate().map(row) }</tbody> }
}

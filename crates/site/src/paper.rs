//! The form to print: thirty statements with their boxes, the key to score them with a pencil, and what comes of it.
//!
//! Every word is content; every number that the quiz works out is taken from it. The rules are those of
//! `docs/instrument.md`, 4 and 5.6, in words that need no more than the four operations.

mod key;
mod picture;

use std::rc::Rc;

use exhale_content::{compile::Language, fill, with_digits};
use exhale_quiz::{Answer, Position};
use tokio::runtime;
use yew::{LocalServerRenderer, prelude::*};

use crate::icon;

/// What the form says.
type Words = Language;

/// How many statements share one table, with the labels over their boxes.
const BLOCK: usize = 10;

/// No script, no request but for the style sheet beside it, and nothing to fill in that could be sent.
const POLICY: &str = "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; form-action 'none'";

/// The whole page; `root` leads from it to the first page of the site.
pub fn page(words: &Words, root: &str) -> String {
    let numbers = words.quiz.numbers.clone();
    let words = Rc::new(words.clone());
    let runtime = runtime::Builder::new_current_thread().build().expect("a runtime without a thread or a clock can be built");
    let drawn = runtime
        .block_on(LocalServerRenderer::<Paper>::with_props(Props { words, root: root.to_owned() }).hydratable(false).render());
    format!("<!doctype html>\n{}\n", with_digits_in_text(&drawn, &numbers))
}

/// Markup with the numbers in its texts, not in its tags, as the language writes them.
fn with_digits_in_text(markup: &str, numbers: &str) -> String {
    let localized = |part: &str| {
        // What stands before the end of a tag belongs to it.
        let (tag, text) = part.split_at(part.find('>').map_or(0, |end| end + 1));
        tag.to_owned() + &with_digits(text, numbers)
    };
    markup.split_inclusive('<').map(localized).collect()
}

#[derive(Properties, PartialEq)]
struct Props {
    words: Rc<Words>,
    root: String,
}

#[component]
fn Paper(props: &Props) -> Html {
    let words = &*props.words;
    html! {
        <html lang={words.quiz.lang.clone()} dir={words.quiz.dir.clone()}>
            <head>
                <meta charset="utf-8" />
                <meta name="viewport" content="width=device-width, initial-scale=1" />
                <title>{ &words.site.paper.title }</title>
                <meta name="description" content={words.site.paper.description.clone()} />
                <meta name="referrer" content="no-referrer" />
                <meta name="color-scheme" content="light dark" />
                <meta http-equiv="Content-Security-Policy" content={POLICY} />
                <link rel="icon" href={icon::inline()} />
                <link rel="stylesheet" href={format!("{}paper.css", props.root)} />
            </head>
            <body>
                <main>
                    { opening(words) }
                    { statements(words) }
                    { talk(words) }
                    { key::section(words) }
                    { picture::section(words) }
                </main>
            </body>
        </html>
    }
}

/// What stands before the first statement; the safety note is a part of it.
fn opening(words: &Words) -> Html {
    let paper = &words.site.paper;
    html! {
        <header class="opening">
            <p class="folio"><span class="mark">{ &words.quiz.name }</span><span>{ &paper.folio }</span></p>
            <h1>{ &words.site.page.heading }</h1>
            <p class="standfirst">{ &paper.standfirst }</p>
            <p class="screen">{ &paper.screen }{ " " }<a href="./">{ &paper.to_quiz }</a></p>
            <div class="before">
                <section>
                    <h2>{ &paper.how }</h2>
                    <ul>{ for paper.instructions.iter().map(|line| html! { <li>{ line }</li> }) }</ul>
                </section>
                <section class="note">
                    <h2>{ &words.quiz.safety.title }</h2>
                    { safety(words) }
                </section>
            </div>
            <p class="sheet"><span>{ &paper.date }</span><span>{ &paper.mark }</span></p>
        </header>
    }
}

/// The safety note. Its words never depend on an answer.
fn safety(words: &Words) -> Html {
    words.quiz.safety.text.iter().map(|text| html! { <p>{ text }</p> }).collect()
}

fn statements(words: &Words) -> Html {
    let positions: Vec<Position> = Position::all().collect();
    positions.chunks(BLOCK).map(|block| block_of_statements(words, block)).collect()
}

/// The boxes carry no number: it would steer whoever ticks them.
fn block_of_statements(words: &Words, block: &[Position]) -> Html {
    let number = |position: Option<&Position>| position.map_or(String::new(), |position| position.number().to_string());
    let (from, to) = (number(block.first()), number(block.last()));
    let row = |position: &Position| {
        html! {
            <tr>
                <th scope="row"><span class="no">{ position.number() }</span>{ words.quiz.item(*position) }</th>
                { for Answer::all().map(|answer| html! {
                    <td><span class="box"></span><span class="label">{ words.quiz.option(answer) }</span></td>
                }) }
            </tr>
        }
    };
    html! {
        <table class="statements">
            <caption>{ fill(&words.site.paper.block, &[("from", &from), ("to", &to)]) }</caption>
            <thead>
                <tr><th scope="col">{ &words.quiz.statement.prompt }</th>{ options(words) }</tr>
            </thead>
            <tbody>{ for block.iter().map(row) }</tbody>
        </table>
    }
}

/// Room for what should not be forgotten until two people talk: it is not scored.
fn talk(words: &Words) -> Html {
    html! {
        <section class="talk">
            <h2>{ &words.site.paper.talk }</h2>
            <p class="rule"></p>
            <p class="rule"></p>
        </section>
    }
}

/// The labels of the five answers, as heads of their columns.
fn options(words: &Words) -> Html {
    Answer::all().map(|answer| html! { <th scope="col" class="option">{ words.quiz.option(answer) }</th> }).collect()
}

/// A cell to write into, with what belongs there for a screen too narrow for the head of its column.
fn blank(label: &str, rows: Option<&'static str>) -> Html {
    html! { <td class="blank" rowspan={rows}><span class="label">{ label }</span></td> }
}

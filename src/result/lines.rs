//! What the lines say: sentences about the reasons of each line, and the answers behind them.

use yew::prelude::*;

use super::{quote, safety_note};
use crate::{
    context::{QuizContext, paragraph},
    quiz::{Letter, LineText, Position, QuizResult, Safety, Scale, Sentence},
};

/// The section; nothing where no line has a text.
pub fn section(quiz: &QuizContext, result: &QuizResult, letter: &Letter) -> Html {
    if letter.lines.is_empty() {
        return Html::default();
    }
    let texts = &quiz.messages().lines;
    html! {
        <section class="says">
            { quiz.heading(texts.title) }
            for line in &letter.lines {
                { line_text(quiz, line) }
                // Right after what is said of Trust.
                { (line.scale == Scale::Trust && hold_safety_note(result, letter)).then(|| safety_note::open(quiz)) }
            }
        </section>
    }
}

/// True if the safety note stands among the lines: where it belongs after Trust, and something is said of Trust.
pub fn hold_safety_note(result: &QuizResult, letter: &Letter) -> bool {
    result.safety == Safety::Trust && letter.lines.iter().any(|line| line.scale == Scale::Trust)
}

fn line_text(quiz: &QuizContext, line: &LineText) -> Html {
    let messages = quiz.messages();
    html! {
        <div class="para">
            { quiz.subheading(quiz.value(messages.scale(line.scale).name)) }
            for paragraph in paragraphs(quiz, line) {
                { self::paragraph(paragraph) }
            }
            { (!line.behind.is_empty()).then(|| answers_behind(quiz, &line.behind)) }
        </div>
    }
}

fn answers_behind(quiz: &QuizContext, behind: &[Position]) -> Html {
    html! {
        <details class="quotes">
            { quiz.summary(quiz.messages().lines.behind) }
            for position in behind {
                { paragraph(quote(quiz, *position)) }
            }
        </details>
    }
}

/// The sentences about a line as they run: what might be tried, and each quote, is a paragraph of its own.
pub fn paragraphs(quiz: &QuizContext, line: &LineText) -> Vec<String> {
    let mut paragraphs: Vec<String> = Vec::with_capacity(4);
    for said in &line.sentences {
        let sentence = sentence(quiz, line.scale, *said);
        match paragraphs.last_mut() {
            Some(last) if !matches!(said, Sentence::Quote(_) | Sentence::Try(_)) => {
                last.push(' ');
                last.push_str(&sentence);
            }
            _ => paragraphs.push(sentence.as_str().to_owned()),
        }
    }
    paragraphs
}

/// A sentence in words.
fn sentence(quiz: &QuizContext, scale: Scale, sentence: Sentence) -> AttrValue {
    let messages = quiz.messages();
    let text = match sentence {
        Sentence::Nearer(band) => {
            return messages.fill(messages.result.nearer_says, &[messages.get(*messages.band(scale, band))]).into();
        }
        Sentence::Mixed { most, least } => {
            let [most, least] = [most, least].map(|reason| messages.get(messages.reason(reason).name));
            return messages.fill(messages.lines.mixed, &[least, most]).into();
        }
        Sentence::Quote(position) => return quote(quiz, position).into(),
        Sentence::KeepingASay => messages.lines.keeping_a_say,
        Sentence::High(reason) => messages.reason(reason).high,
        Sentence::Low(reason) => messages.reason(reason).low,
        Sentence::NoLean => messages.lines.no_lean,
        Sentence::Try(band) => *messages.to_try(scale, band),
    };
    quiz.value(text)
}

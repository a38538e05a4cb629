//! Two sets of lines in one picture: of two people, or of one person on two days.

use yew::prelude::*;

use super::chart::{self, Lines};
use crate::{
    content::{Messages, TextId},
    context::{QuizContext, text},
    quiz::{Change, Scale, number},
};

/// Both, the user's own of today last, with their names; in each row what `says` puts the difference into.
pub fn picture(quiz: &QuizContext, all: &[Lines; 2], names: [TextId; 2], says: &dyn Fn(Scale) -> AttrValue) -> Html {
    let messages = quiz.messages();
    let row = |scale: Scale| {
        let [other, own] = all.map(|lines| shown(&lines, scale));
        let [other_name, own_name] = names.map(|name| messages.get(name));
        let (name, says) = (messages.get(messages.scale(scale).name), says(scale));
        let label = messages.fill(messages.both.chart, &[&other, other_name, &own, own_name, name, &says]);
        html! {
            <>
                <div class="said">
                    { quiz.subheading(name) }
                    <p class="verdict">{ text(says) }</p>
                </div>
                { chart::words(quiz, scale, None, all.iter().all(|lines| lines.scores[scale.index()].is_none()), label) }
            </>
        }
    };
    chart::lines(all, chart::names(quiz, all, names), &row)
}

/// The number of a line, or that there is none.
fn shown(lines: &Lines, scale: Scale) -> String {
    lines.scores[scale.index()].map_or_else(|| "–".to_owned(), |score| number(score.shown(scale)))
}

/// How they differ, in one sentence: the lines that are apart first. `None` where that is not known of all three.
pub fn difference(messages: Messages, all: &[Lines; 2]) -> Option<String> {
    let mut names: Vec<&str> = Vec::with_capacity(3);
    let mut apart = 0;
    for scale in Scale::ALL {
        let name = messages.get(messages.scale(scale).name);
        if chart::change(all, scale)? == Change::Same {
            names.push(name);
        } else {
            names.insert(apart, name);
            apart += 1;
        }
    }
    Some(messages.fill(messages.both.headlines[apart], &names))
}

//! What comes of the pulls: three lines with a dot, their words, the reasons that stood out, and a name.

use exhale_content::fill;
use exhale_quiz::{Answer, Band, Profile, Scale, decimal, se_centi};
use yew::prelude::*;

use super::{Words, blank, safety};

/// How many answers can stand behind a line: two reasons with one each, to four with three.
const ANSWERS: core::ops::RangeInclusive<u8> = 2..=12;

pub fn section(words: &Words) -> Html {
    let picture = &words.site.paper.picture;
    html! {
        <section class="picture">
            <h2>{ &picture.title }</h2>
            { note(words) }
            { lines(words) }
            <div class="pair">
                { haze(words) }
                <section>
                    <h3>{ &picture.standouts }</h3>
                    <p>{ &picture.standouts_text }</p>
                    <p>{ &picture.standouts_none }</p>
                </section>
            </div>
            { names(words) }
            <section>
                <h3>{ &words.quiz.rests.title }</h3>
                <p>{ &words.quiz.rests.people }{ " " }{ &words.quiz.rests.people_text }</p>
            </section>
        </section>
    }
}

/// The safety note in full, before anything that the answers say. Only the requests to read it first, or after the lines, name
/// answers.
fn note(words: &Words) -> Html {
    let picture = &words.site.paper.picture;
    let option = |value| Answer::new(value).map_or("", |answer| words.quiz.option(answer));
    let cases = picture.safety_when.iter().map(|case| {
        let case = fill(case, &[("lowest", option(1)), ("low", option(2)), ("middle", option(3))]);
        html! { <li>{ case }</li> }
    });
    let after = fill(
        &picture.safety_after,
        &[("trust", &words.quiz.scale(Scale::Trust).name), ("guarded", words.quiz.band(Scale::Trust, Band::High))],
    );
    html! {
        <section class="note">
            <h3>{ &words.quiz.safety.title }</h3>
            <p>{ &picture.safety_first }</p>
            <ul>{ for cases }</ul>
            <p>{ after }</p>
            { safety(words) }
        </section>
    }
}

fn lines(words: &Words) -> Html {
    let picture = &words.site.paper.picture;
    let trust = &words.quiz.scale(Scale::Trust).name;
    html! {
        <section>
            <h3>{ &words.quiz.result.unnamed }</h3>
            <ol>{ for picture.lines.iter().map(|step| html! { <li>{ fill(step, &[("trust", trust)]) }</li> }) }</ol>
            <table class="lines">
                <caption class="unseen">{ &picture.lines_caption }</caption>
                <thead>
                    <tr>
                        <th scope="col">{ &picture.line }</th>
                        <th scope="col">{ &picture.sum }</th>
                        <th scope="col">{ &picture.count }</th>
                        <th scope="col">{ &picture.mean }</th>
                        <th scope="col">{ &words.quiz.result.column_of_100 }</th>
                        <th scope="col">{ &picture.dot }</th>
                    </tr>
                </thead>
                <tbody>{ for Scale::ALL.map(|scale| line(words, scale)) }</tbody>
            </table>
        </section>
    }
}

/// One line: room for its sums, and a ruler of 100 to mark, with the word for each part of it.
fn line(words: &Words, scale: Scale) -> Html {
    let picture = &words.site.paper.picture;
    let texts = words.quiz.scale(scale);
    let reasons: Vec<String> = scale.reasons().map(|reason| reason.number().to_string()).collect();
    let mut bands = [Band::Low, Band::Mid, Band::High];
    if scale == Scale::Trust {
        bands.reverse();
    }
    html! {
        <tr>
            <th scope="row">
                { &texts.name }<span class="of">{ fill(&picture.reasons, &[("list", &reasons.join(", "))]) }</span>
            </th>
            { blank(&picture.sum, None) }
            { blank(&picture.count, None) }
            { blank(&picture.mean, None) }
            { blank(&words.quiz.result.column_of_100, None) }
            <td class="ruler">
                <p class="ends">
                    <span><b>{ 0 }</b>{ " " }{ &texts.ends[0] }</span>
                    <span>{ &texts.ends[1] }{ " " }<b>{ 100 }</b></span>
                </p>
                { ruler() }
                <div class="bands">
                    { for bands.map(|band| html! {
                        <p><b>{ words.quiz.band(scale, band) }</b>{ " " }<span>{ &picture.bands[band.index()] }</span></p>
                    }) }
                </div>
            </td>
        </tr>
    }
}

/// A line of 100 with a stroke at every ten, and a long one where one word gives way to the next.
fn ruler() -> Html {
    let stroke = |x: String, [y1, y2]: [&'static str; 2]| html! { <line x1={x.clone()} x2={x} {y1} {y2} /> };
    html! {
        <svg aria-hidden="true">
            <line x2="100%" y1="50%" y2="50%" />
            { for (0..=10).map(|ten| stroke(format!("{}%", 10 * ten), ["35%", "65%"])) }
            { stroke("37.5%".to_owned(), ["0", "100%"]) }
            { stroke("62.5%".to_owned(), ["0", "100%"]) }
        </svg>
    }
}

fn haze(words: &Words) -> Html {
    let picture = &words.site.paper.picture;
    let example = fill(
        &words.quiz.result.between,
        &[("a", words.quiz.band(Scale::Control, Band::Mid)), ("b", words.quiz.band(Scale::Control, Band::High))],
    );
    let row = |head: &str, cell: &dyn Fn(u8) -> String| {
        html! { <tr><th scope="row">{ head }</th>{ for ANSWERS.map(|answers| html! { <td>{ cell(answers) }</td> }) }</tr> }
    };
    html! {
        <section>
            <h3>{ &picture.haze }</h3>
            <p>{ &picture.haze_text }</p>
            <table class="haze">
                <caption class="unseen">{ &picture.haze_caption }</caption>
                <thead>
                    <tr>
                        <th scope="row">{ &picture.haze_answers }</th>
                        { for ANSWERS.map(|answers| html! { <th scope="col">{ answers }</th> }) }
                    </tr>
                </thead>
                <tbody>
                    { row(&picture.haze_error, &|answers| ((se_centi(answers) + 50) / 100).to_string()) }
                    { row(&picture.haze_near, &near) }
                </tbody>
            </table>
            <p>{ fill(&picture.haze_near_text, &[("between", &example)]) }</p>
        </section>
    }
}

/// Half a standard error on the scale of the mean, which has 24 steps where the line has 100. To two decimals it tells the
/// same means apart as the exact one, since a mean is a multiple of a half, a third or a quarter.
fn near(answers: u8) -> String {
    decimal((se_centi(answers) * 12 + 50) / 100, 2)
}

fn names(words: &Words) -> Html {
    let picture = &words.site.paper.picture;
    let highest = |scale: Scale| fill(&picture.one_or_two, &[("scale", &words.quiz.scale(scale).name)]);
    let rows = [
        (picture.all_three.clone(), &picture.any, Profile::Cornerstone),
        (highest(Scale::Control), &picture.any, Profile::Navigator),
        (highest(Scale::Perfectionism), &picture.any, Profile::Craftsperson),
        (highest(Scale::Trust), &picture.any, Profile::Lighthouse),
        (picture.none.clone(), &picture.two_or_more, Profile::OpenHands),
        (picture.none.clone(), &picture.at_most_one, Profile::CoPilot),
    ];
    let row = |(above, below, profile): (String, &String, Profile)| {
        let texts = words.quiz.profile(profile);
        html! {
            <tr>
                <td>{ above }</td><td>{ below }</td>
                <th scope="row">{ &texts.name }{ " " }<span class="of">{ &texts.line }</span></th>
            </tr>
        }
    };
    let touch = fill(
        &picture.touch,
        &[
            ("name", &words.quiz.profile(Profile::Navigator).name),
            ("touch", &words.quiz.result.touches[Scale::Perfectionism.index()]),
            ("first", &words.quiz.scale(Scale::Control).name),
            ("second", &words.quiz.scale(Scale::Perfectionism).name),
            ("third", &words.quiz.scale(Scale::Trust).name),
        ],
    );
    html! {
        <section>
            <h3>{ &picture.names }</h3>
            <table class="names">
                <caption class="unseen">{ &picture.names_caption }</caption>
                <thead>
                    <tr>
                        <th scope="col">{ &picture.above }</th>
                        <th scope="col">{ &picture.below }</th>
                        <th scope="col">{ &picture.name }</th>
                    </tr>
                </thead>
                <tbody>{ for rows.map(row) }</tbody>
            </table>
            <p>{ &words.quiz.result.caption_name }{ " " }{ touch }</p>
        </section>
    }
}

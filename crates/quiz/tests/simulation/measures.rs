//! How far scores are from the truth, over many people.

use exhale_quiz::{
    Answers, Band, Form, Instrument, Position, Profile, QuizResult, REASONS, Reason, Safety, Scale, headline, points, ranked,
};

use crate::model::Person;

/// What section 6.2 says about one form; arrays are in the order of the scales.
pub struct Measures {
    pub r_true: [f64; 3],
    pub r_trait: [f64; 3],
    pub rmse: [f64; 3],
    /// Over all reasons together.
    pub rmse_of_a_reason: f64,
    pub within_one_error: [f64; 3],
    pub right_band: [f64; 3],
    pub opposite_band: [f64; 3],
    pub near_a_line: [f64; 3],
    pub right_band_if_not_near: [f64; 3],
    pub right_profile: f64,
    /// The reason that truly pulls most is among the three listed first.
    pub strongest_in_three: f64,
    /// It is the one listed first.
    pub strongest_first: f64,
    pub safety_first: f64,
    pub safety_after_trust: f64,
    pub ideas_wait: f64,
    pub mean_pull: [f64; 3],
    pub same_answer: f64,
    pub mixed_answer: f64,
}

/// The share of the flags that are up.
pub fn share(flags: impl Iterator<Item = bool>) -> f64 {
    mean(&flags.map(|up| if up { 1.0 } else { 0.0 }).collect::<Vec<_>>())
}

fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / count(values)
}

fn count(values: &[f64]) -> f64 {
    f64::from(u32::try_from(values.len()).expect("a few thousand"))
}

fn rmse(a: &[f64], b: &[f64]) -> f64 {
    (a.iter().zip(b).map(|(a, b)| (a - b).powi(2)).sum::<f64>() / count(a)).sqrt()
}

/// Pearson's correlation.
pub fn correlation(a: &[f64], b: &[f64]) -> f64 {
    let (mean_a, mean_b) = (mean(a), mean(b));
    let (mut ab, mut aa, mut bb) = (0.0, 0.0, 0.0);
    for (a, b) in a.iter().zip(b) {
        let (a, b) = (a - mean_a, b - mean_b);
        ab += a * b;
        aa += a * a;
        bb += b * b;
    }
    ab / (aa * bb).sqrt()
}

/// The band of a true pull. It is a real number, and never exactly on a cut.
fn true_band(pull: f64) -> Band {
    match pull {
        _ if pull < 37.5 => Band::Low,
        _ if pull > 62.5 => Band::High,
        _ => Band::Mid,
    }
}

fn true_profile(scales: [f64; 3]) -> Profile {
    let bands = scales.map(true_band);
    let number_of = |wanted| bands.iter().filter(|band| **band == wanted).count();
    match (number_of(Band::High), number_of(Band::Low)) {
        (3, _) => Profile::Cornerstone,
        (0, 2 | 3) => Profile::OpenHands,
        (0, _) => Profile::CoPilot,
        _ => [Profile::Navigator, Profile::Craftsperson, Profile::Lighthouse][largest(&scales)],
    }
}

fn largest(values: &[f64]) -> usize {
    (0..values.len()).max_by(|a, b| values[*a].total_cmp(&values[*b])).expect("there are some")
}

/// The pull of a scale as it was scored, for every sheet.
pub fn pulls(pictures: &[QuizResult], scale: Scale) -> Vec<f64> {
    let pull = |picture: &QuizResult| {
        let score = picture.scores.scale(scale).expect("nothing is skipped");
        100.0 * f64::from(score.sum) / f64::from(score.max())
    };
    pictures.iter().map(pull).collect()
}

/// The pictures of the people's answers.
pub fn pictures(instrument: &Instrument, form: Form, people: &[Person]) -> Vec<QuizResult> {
    people.iter().map(|person| QuizResult::with(instrument, form, &person.answers)).collect()
}

/// All measures of a form.
pub fn measure(instrument: &Instrument, form: Form, people: &[Person]) -> Measures {
    let pictures = pictures(instrument, form, people);
    let each = || people.iter().zip(&pictures);
    let score = |picture: &QuizResult, scale| picture.scores.scale(scale).expect("nothing is skipped");
    let truth = |scale: Scale| people.iter().map(|person| person.scales[scale.index()]).collect::<Vec<_>>();
    let bands =
        |scale: Scale| each().map(move |(person, picture)| (true_band(person.scales[scale.index()]), score(picture, scale)));
    let strongest = |person: &Person| Reason::new(1 + largest(&person.reasons) as u8).expect("1 to 10");
    let (true_reasons, scored_reasons): (Vec<f64>, Vec<f64>) = each()
        .flat_map(|(person, picture)| {
            Reason::all().map(|reason| {
                let sixths = picture.scores.reason(reason).expect("nothing is skipped").sixths;
                (person.reasons[reason.index()], 100.0 * f64::from(sixths) / 24.0)
            })
        })
        .unzip();
    assert_eq!(scored_reasons.len(), REASONS * people.len());

    Measures {
        r_true: Scale::ALL.map(|scale| correlation(&truth(scale), &pulls(&pictures, scale))),
        r_trait: Scale::ALL.map(|scale| {
            let traits: Vec<f64> = people.iter().map(|person| person.traits[scale.index()]).collect();
            correlation(&traits, &pulls(&pictures, scale))
        }),
        rmse: Scale::ALL.map(|scale| rmse(&truth(scale), &pulls(&pictures, scale))),
        rmse_of_a_reason: rmse(&true_reasons, &scored_reasons),
        within_one_error: Scale::ALL.map(|scale| {
            let error = 26.0 / f64::from(score(&pictures[0], scale).answered).sqrt();
            share(truth(scale).iter().zip(pulls(&pictures, scale)).map(|(truth, pull)| (truth - pull).abs() <= error))
        }),
        right_band: Scale::ALL.map(|scale| share(bands(scale).map(|(truth, score)| score.band() == truth))),
        opposite_band: Scale::ALL
            .map(|scale| share(bands(scale).map(|(truth, score)| score.band().index().abs_diff(truth.index()) == 2))),
        near_a_line: Scale::ALL.map(|scale| share(bands(scale).map(|(_, score)| score.near_line().is_some()))),
        right_band_if_not_near: Scale::ALL.map(|scale| {
            let clear = bands(scale).filter(|(_, score)| score.near_line().is_none());
            share(clear.map(|(truth, score)| score.band() == truth))
        }),
        right_profile: share(each().map(|(person, picture)| {
            headline(&picture.scores).is_some_and(|headline| headline.profile == true_profile(person.scales))
        })),
        strongest_in_three: share(
            each().map(|(person, picture)| ranked(&picture.scores).iter().take(3).any(|reason| *reason == strongest(person))),
        ),
        strongest_first: share(each().map(|(person, picture)| ranked(&picture.scores).first() == Some(&strongest(person)))),
        safety_first: share(pictures.iter().map(|picture| picture.safety.is_first())),
        safety_after_trust: share(pictures.iter().map(|picture| picture.safety == Safety::Trust)),
        ideas_wait: share(pictures.iter().map(|picture| picture.safety.ideas_wait())),
        mean_pull: Scale::ALL.map(|scale| mean(&pulls(&pictures, scale))),
        same_answer: share(pictures.iter().map(|picture| picture.same_answer.is_some())),
        mixed_answer: share(pictures.iter().map(|picture| picture.mixed_answer)),
    }
}

/// Cronbach's alpha of the points of a scale's items.
pub fn alpha(instrument: &Instrument, form: Form, scale: Scale, sheets: &[Answers]) -> f64 {
    let items: Vec<Vec<f64>> = Position::all()
        .take(form.items())
        .filter(|position| instrument.item(*position).reason.scale() == scale)
        .map(|position| {
            let key = instrument.item(position).key;
            sheets.iter().map(|sheet| f64::from(points(key, sheet.get(position).expect("nothing is skipped")))).collect()
        })
        .collect();
    let variance = |values: &[f64]| {
        let mean = mean(values);
        values.iter().map(|value| (value - mean).powi(2)).sum::<f64>() / count(values)
    };
    let sums: Vec<f64> = (0..sheets.len()).map(|sheet| items.iter().map(|item| item[sheet]).sum()).collect();
    let number = f64::from(u32::try_from(items.len()).expect("at most thirty"));
    number / (number - 1.0) * (1.0 - items.iter().map(|item| variance(item)).sum::<f64>() / variance(&sums))
}

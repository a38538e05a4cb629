//! A result as JSON: what `score` prints and what a host page is told.
//!
//! Only numbers and fixed words occur in it, so nothing needs escaping. Members are in snake case where a program or a
//! spreadsheet reads them (`near_line`), and in camel case where a page does (`nearLine`).

use core::fmt::Write;

use super::{
    answers::Answers,
    context::{Carries, LeadMore, LifeContext, Partner},
    decimal::{decimal, number},
    instrument::{Form, Reason, Scale},
    link::Shared,
    profile::Profile,
    quality::SameAnswer,
    result::QuizResult,
    scoring::Scores,
};

/// The members of a result's JSON object, without the braces: `revision`, `form`, `answered`, `scales`, `profile`, `touch`,
/// `reasons`, `standouts`, `notes`, `safety`, `ideas_wait`. Pulls are 0–100 with up to three decimals, `se` has up to two; what
/// has no score is `null`.
pub fn members(result: &QuizResult) -> String {
    let mut out = String::with_capacity(640);
    let revision = result.scores.edition.number();
    let _ = write!(out, "\"revision\":{revision},\"form\":\"{}\",", result.form().slug());
    let _ = write!(out, "\"answered\":{},\"scales\":", result.answered);
    out.push_str(&scales(&result.scores, "near_line"));
    let headline = result.headline;
    out.push_str(&names(headline.map(|headline| headline.profile), headline.and_then(|headline| headline.touch)));
    let _ = write!(out, ",\"reasons\":");
    list(&mut out, ['{', '}'], Reason::all(), |out, reason| {
        let pull = result.scores.reason(reason).map_or("null".into(), |score| decimal(score.pull_milli(), 3));
        let _ = write!(out, "\"{}\":{pull}", reason.number());
    });
    let _ = write!(out, ",\"standouts\":");
    list(&mut out, ['[', ']'], result.standouts.iter(), |out, (reason, _)| {
        let _ = write!(out, "{}", reason.number());
    });
    let _ = write!(out, ",\"notes\":");
    let same_answer = result.same_answer.map(|note| match note {
        SameAnswer::Same => "same-answer",
        SameAnswer::Middle => "middle-answer",
    });
    let mixed_answer = result.mixed_answer.then_some("mixed-answer");
    list(&mut out, ['[', ']'], same_answer.into_iter().chain(mixed_answer), |out, note| {
        let _ = write!(out, "\"{note}\"");
    });
    let _ = write!(out, ",\"safety\":\"{}\",\"ideas_wait\":{}", result.safety.slug(), result.safety.ideas_wait());
    out
}

/// What a host page is told of a result, as one JSON object: `form`, `scales`, `profile`, `touch`. They are as in
/// [`members()`], but for `nearLine`.
pub fn summary(scores: &Scores, profile: Option<Profile>, touch: Option<Profile>) -> String {
    ["{\"form\":\"", scores.form.slug(), "\",\"scales\":", &scales(scores, "nearLine"), &names(profile, touch), "}"].concat()
}

fn names(profile: Option<Profile>, touch: Option<Profile>) -> String {
    let slug = |profile: Option<Profile>| match profile {
        Some(profile) => ["\"", profile.slug(), "\""].concat(),
        None => "null".to_owned(),
    };
    [",\"profile\":", &slug(profile), ",\"touch\":", &slug(touch)].concat()
}

/// What a link holds, as one JSON object: `revision`, `form`, `scales`, `profile`, `touch`, and `reasons`, which is `null` where they
/// were not shared. How many answers stand behind a scale without a score is not in a link: it reads as 0.
pub fn shared(shared: &Shared) -> String {
    let result = QuizResult::of_shared(shared);
    let all = members(&result);
    let member = |name: &str, next: &str| {
        let from = all.find(&format!("\"{name}\":")).unwrap_or(0);
        let to = all.find(&format!(",\"{next}\":")).unwrap_or(all.len());
        &all[from..to]
    };
    let reasons = if shared.reasons.is_some() { member("reasons", "standouts") } else { "\"reasons\":null" };
    ["{", member("revision", "answered"), ",", member("scales", "reasons"), ",", reasons, "}"].concat()
}

/// An answer sheet as `score` reads it: `{"form":"full","answers":[4,null,…]}`, and the end of the line. What the words of the result
/// were fitted to, which `score` does not look at, comes as `context`.
pub fn answer_sheet(form: Form, answers: &Answers, context: Option<LifeContext>) -> String {
    let mut out = String::with_capacity(100);
    out.push_str("{\"form\":\"");
    out.push_str(form.slug());
    out.push_str("\",\"answers\":");
    list(&mut out, ['[', ']'], answers.of(form).iter(), |out, answer| match answer {
        Some(answer) => out.push(char::from(b'0' + answer.value())),
        None => out.push_str("null"),
    });
    if let Some(context) = context {
        let members = [
            ("partner", context.partner.map(Partner::slug)),
            ("carries", context.carries.map(Carries::slug)),
            ("lead_more", context.lead_more.map(LeadMore::slug)),
        ];
        out.push_str(",\"context\":");
        let given = members.iter().filter_map(|(name, slug)| Some((name, (*slug)?)));
        list(&mut out, ['{', '}'], given, |out, (name, slug)| out.push_str(&["\"", name, "\":\"", slug, "\""].concat()));
    }
    out.push_str("}\n");
    out
}

/// The `scales` object: for each scale `pull`, `shown`, `band` (of the pull), whether it is near a line, `se` and
/// `answered`. All but `answered` are `null` where there are not enough answers; `answered` counts the items the score
/// rests on.
fn scales(scores: &Scores, near_line: &str) -> String {
    let mut out = String::with_capacity(320);
    list(&mut out, ['{', '}'], Scale::ALL.iter(), |out, &scale| {
        let (score, answered) = if let Some(score) = scores.scale(scale) {
            let (pull, shown, se) = (decimal(score.pull_milli(), 3), number(score.shown(scale)), decimal(score.se_centi(), 2));
            let near = if score.near_line().is_some() { "\":true" } else { "\":false" };
            let band = score.band().slug();
            let members =
                ["\"pull\":", &pull, ",\"shown\":", &shown, ",\"band\":\"", band, "\",\"", near_line, near, ",\"se\":", &se];
            (members.concat(), score.answered)
        } else {
            let members = ["\"pull\":null,\"shown\":null,\"band\":null,\"", near_line, "\":null,\"se\":null"];
            (members.concat(), scores.answered(scale))
        };
        out.push_str(&["\"", scale.slug(), "\":{", &score, ",\"answered\":", &number(answered), "}"].concat());
    });
    out
}

fn list<T>(out: &mut String, [open, close]: [char; 2], items: impl Iterator<Item = T>, mut write: impl FnMut(&mut String, T)) {
    out.push(open);
    for (index, item) in items.enumerate() {
        if index > 0 {
            out.push(',');
        }
        write(out, item);
    }
    out.push(close);
}

//! The quiz as a component of another Yew app, as far as it goes without a browser.

use std::fs;

use exhale::{
    Outcome, Quiz, QuizProps, Share, Start, Theme,
    content::{Messages, compile},
    english,
    quiz::{Answer, Answers, Form, Picture, Profile, Scale, record},
    widget::{Setting, Settings},
};
use yew::{LocalServerRenderer, html, props};

#[test]
fn the_english_that_comes_along_is_that_of_the_site() {
    let source = fs::read_to_string("content/en.toml").expect("content/en.toml is there");
    let site = compile::compile(&compile::parse(&source).expect("content/en.toml is right").quiz);
    let site = Messages::read(site).expect("a compiled file is readable");
    assert_eq!(format!("{:?}", english()), format!("{site:?}"));
    assert!(english() == english(), "it is read once");
}

#[tokio::test(flavor = "current_thread")]
async fn a_server_renders_the_element_with_what_shows_until_the_quiz_is_there() {
    let render = async |props| LocalServerRenderer::<Quiz>::with_props(props).hydratable(false).render().await;
    assert_eq!(render(props!(QuizProps {})).await, "<div theme=\"auto\"></div>");
    let props = props!(QuizProps { theme: Theme::Inherit, class: "wide", children: html! { <a href="/quiz">{ "A quiz" }</a> } });
    assert_eq!(render(props).await, "<div theme=\"inherit\" class=\"wide\"><a href=\"/quiz\">A quiz</a></div>");
}

#[test]
fn nothing_set_is_the_ordinary_quiz() {
    let settings = Settings::from(&props!(QuizProps {}));
    assert!(settings.persists());
    assert_eq!((settings.help(), settings.field(), settings.level()), (None, "exhale", 2));
    for setting in [Setting::Share, Setting::Previews, Setting::OpensLinks, Setting::Start, Setting::Label] {
        assert_eq!(settings.get(setting), "", "{setting:?}");
    }
}

#[test]
fn each_prop_is_a_setting() {
    let settings = Settings::from(&props!(QuizProps {
        persist: false,
        help_href: " tel:1 ",
        help_label: "Call",
        share: Share::Address("https://a.example/quiz#top".into()),
        hash_key: "couple_2-b",
        start: Start::First,
        label: "Ours",
        heading_level: 4,
    }));
    assert!(!settings.persists());
    let help = settings.help().expect("a help line");
    assert_eq!((help.href(), help.label()), ("tel:1", "Call"));
    assert_eq!((settings.get(Setting::Share), settings.field()), ("https://a.example/quiz", "couple_2-b"));
    assert_eq!((settings.get(Setting::Start), settings.get(Setting::Label), settings.level()), ("first", "Ours", 4));
    assert_eq!(Settings::from(&props!(QuizProps { share: Share::Nowhere })).get(Setting::Share), "none");
}

#[test]
fn a_value_that_cannot_be_counts_as_none() {
    let settings =
        Settings::from(&props!(QuizProps { hash_key: "a b", heading_level: 9, help_href: "javascript:1", help_label: "x" }));
    assert_eq!((settings.field(), settings.level(), settings.help()), ("exhale", 2, None));
}

#[test]
fn an_outcome_is_what_the_event_says() {
    let sheets = [
        (Form::Full, [2, 4, 5, 4, 5, 2, 3, 4, 1, 2, 4, 4, 3, 2, 5, 1, 4, 2, 4, 5, 3, 2, 5, 2, 1, 3, 4, 2, 5, 4].map(Answer::new)),
        (
            Form::Quick,
            [5, 1, 5, 5, 1, 5, 1, 5, 1, 1]
                .map(Answer::new)
                .into_iter()
                .chain([None; 20])
                .collect::<Vec<_>>()
                .try_into()
                .expect("thirty"),
        ),
        (Form::Full, [Answer::new(3); 30]),
        (Form::Full, [None; 30]),
    ];
    for (form, answers) in sheets {
        let picture = Picture::of(form, &Answers::new(answers));
        let outcome = outcome(&picture, "\"https://a.example/#exhale=1\"");
        assert_eq!(outcome.form, form);
        assert_eq!(outcome.share_url.as_deref(), Some("https://a.example/#exhale=1"));
        assert_eq!(outcome.profile, picture.headline.map(|headline| headline.profile));
        assert_eq!(outcome.touch, picture.headline.and_then(|headline| headline.touch));
        for scale in Scale::ALL {
            let (told, expected) = (outcome.scales.get(scale), picture.scores.scale(scale));
            assert_eq!(told.score.is_some(), expected.is_some());
            assert_eq!(told.answered, expected.map_or(picture.scores.answered(scale), |score| score.answered));
            if let (Some(told), Some(expected)) = (told.score, expected) {
                assert_eq!((told.shown, told.band), (expected.shown(scale), expected.band()));
                assert_eq!(told.near_line, expected.near_line().is_some());
                assert!((told.pull - f64::from(expected.pull_milli()) / 1e3).abs() < 1e-9);
                assert!((told.se - f64::from(expected.se_centi()) / 1e2).abs() < 1e-9);
            }
        }
    }
}

#[test]
fn an_outcome_without_a_name_or_a_link_says_so() {
    let outcome = outcome(&Picture::of(Form::Full, &Answers::new([Answer::new(3); 30])), "null");
    assert_eq!((outcome.profile, outcome.touch, outcome.share_url), (None::<Profile>, None, None));
}

/// As the page is told (`src/browser/host.js`).
fn outcome(picture: &Picture, link: &str) -> Outcome {
    let detail = format!("{{{},\"shareUrl\":{link}}}", record::result(picture));
    serde_json::from_str(&detail).unwrap_or_else(|error| panic!("{detail}: {error}"))
}

//! The quiz as a component of another Yew app, as far as it goes without a browser.

use std::fs;

use exhale::{
    QuizHost, QuizHostProps, ResultSummary, Theme,
    content::{Messages, compile},
    english,
    quiz::{Answer, Answers, Form, Profile, QuizResult, Scale},
};
use serde_json::{Value, json};
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
    let render = async |props| LocalServerRenderer::<QuizHost>::with_props(props).hydratable(false).render().await;
    assert_eq!(render(props!(QuizHostProps {})).await, "<div theme=\"auto\"></div>");
    let themes = [(Theme::Light, "light"), (Theme::Dark, "dark"), (Theme::Inherit, "inherit")];
    for (theme, name) in themes {
        assert_eq!(render(props!(QuizHostProps { theme })).await, format!("<div theme=\"{name}\"></div>"));
    }
    let props =
        props!(QuizHostProps { theme: Theme::Inherit, class: "wide", children: html! { <a href="/quiz">{ "A quiz" }</a> } });
    assert_eq!(render(props).await, "<div theme=\"inherit\" class=\"wide\"><a href=\"/quiz\">A quiz</a></div>");
}

#[test]
fn a_summary_is_what_the_result_says() {
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
        let result = QuizResult::of(form, &Answers::new(answers));
        let summary = ResultSummary::new(&result, "https://a.example/#exhale=1".to_owned());
        assert_eq!(summary.form, form);
        assert_eq!(summary.share_url.as_deref(), Some("https://a.example/#exhale=1"));
        assert_eq!(summary.profile, result.headline.map(|headline| headline.profile));
        assert_eq!(summary.touch, result.headline.and_then(|headline| headline.touch));
        let detail: Value = serde_json::from_str(&summary.to_json()).expect("JSON");
        assert_eq!(
            detail.as_object().map(serde_json::Map::len),
            Some(4),
            "the form, the scales, the profile, the touch: {detail}"
        );
        assert_eq!(detail["form"], form.slug());
        assert_eq!(detail["profile"].as_str(), summary.profile.map(Profile::slug));
        assert_eq!(detail["touch"].as_str(), summary.touch.map(Profile::slug));
        for scale in Scale::ALL {
            let (score, expected) = (summary.score(scale), result.scores.scale(scale));
            assert_eq!(score, expected);
            let answered = expected.map_or(result.scores.answered(scale), |score| score.answered);
            assert_eq!(summary.answered(scale), answered);
            let told = &detail["scales"][scale.slug()];
            assert_eq!(told["answered"], answered);
            assert_eq!(told["shown"].as_u64(), expected.map(|score| score.shown(scale).into()));
            assert_eq!(told["band"].as_str(), expected.map(|score| score.band().slug()));
            assert_eq!(told["nearLine"].as_bool(), expected.map(|score| score.near_line().is_some()));
            let close = |member: &str, expected: Option<f64>| {
                let found = told[member].as_f64();
                found.is_some() == expected.is_some() && found.zip(expected).is_none_or(|(a, b)| (a - b).abs() < 1e-9)
            };
            assert!(close("pull", expected.map(|score| f64::from(score.pull_milli()) / 1e3)), "{told}");
            assert!(close("se", expected.map(|score| f64::from(score.se_centi()) / 1e2)), "{told}");
        }
    }
}

#[test]
fn a_summary_without_a_name_or_a_link_says_so() {
    let summary = ResultSummary::new(&QuizResult::of(Form::Full, &Answers::new([Answer::new(3); 30])), String::new());
    assert_eq!((summary.profile, summary.touch, &summary.share_url), (None, None, &None));
    let detail: Value = serde_json::from_str(&summary.to_json()).expect("JSON");
    assert_eq!((&detail["profile"], &detail["touch"]), (&json!(null), &json!(null)));
}

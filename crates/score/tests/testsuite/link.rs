//! `score --link`: what a result link holds, or why it cannot be read.

use super::program::score;
use exhale_quiz::link::LinkError;
use exhale_test_support::golden::golden;
use serde_json::json;

#[test]
fn a_golden_link_prints_what_its_sheet_scores() {
    let links = include_str!("../../../quiz/tests/data/golden-links-2.txt");
    let mut seen = 0;
    for case in golden() {
        let sheet = json!({ "form": case.form.slug(), "answers": case.entries }).to_string();
        let expected = score(&[], sheet).lines().remove(0);
        for with_reasons in [false, true] {
            let name = format!(" {}{}", case.name, if with_reasons { " with reasons" } else { "" });
            let Some(link) = links.lines().find_map(|line| line.strip_suffix(&name)) else { continue };
            let address = format!("https://quiz.example/?ref=blog#a=1&exhale={link}");
            for given in [link, &address] {
                let run = score(&["--link", given], "");
                let found = run.lines().remove(0);
                assert_eq!(run.status, 0, "{name}");
                assert_eq!((&found["revision"], &found["form"]), (&expected["revision"], &expected["form"]), "{name}");
                // Notes on the answers and the safety rule are not in a link.
                let members: Vec<&String> = found.as_object().expect("an object").keys().collect();
                assert_eq!(members, ["form", "profile", "reasons", "revision", "scales", "touch"], "{name}");
                for scale in ["control", "perfectionism", "trust"] {
                    let (mut found, expected) = (found["scales"][scale].clone(), &expected["scales"][scale]);
                    if expected["pull"].is_null() {
                        // How many answers were too few is not in a link.
                        found["answered"] = expected["answered"].clone();
                    }
                    assert_eq!(found, *expected, "{name}");
                }
                assert_eq!(found["reasons"], if with_reasons { expected["reasons"].clone() } else { json!(null) }, "{name}");
                let notes = expected["notes"].to_string();
                if !notes.contains("same-answer") && !notes.contains("middle-answer") {
                    assert_eq!((&found["profile"], &found["touch"]), (&expected["profile"], &expected["touch"]), "{name}");
                }
            }
            seen += 1;
        }
    }
    assert_eq!(seen, links.lines().count());
}

#[test]
fn a_link_of_the_first_edition_prints_what_it_always_did_and_its_revision() {
    let links = include_str!("../../../quiz/tests/data/golden-links.txt").lines();
    for (line, before) in links.zip(include_str!("../../../quiz/tests/data/golden-links.jsonl").lines()) {
        let link = line.split(' ').next().expect("a link");
        let run = score(&["--link", link], "");
        assert_eq!((run.status, run.out.trim_end()), (0, before.replacen('{', "{\"revision\":1,", 1).as_str()), "{line}");
    }
}

#[test]
fn a_link_that_cannot_be_read_says_why() {
    for (link, error) in [
        ("040vapctkkt809", LinkError::Cut),
        ("040vapctkkt809mf", LinkError::Altered),
        ("hello!", LinkError::Foreign),
        ("zzzz", LinkError::OtherVersion),
        ("https://quiz.example/#exhale=", LinkError::Empty),
        ("#exhale=a&exhale=b", LinkError::Twice),
    ] {
        let run = score(&["--link", link], "");
        assert_eq!((run.status, run.out.as_str(), run.error), (1, "", format!("score: {error}\n")), "{link}");
    }
}

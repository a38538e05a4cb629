//! `score --help`, and arguments that are not understood.

use super::program::score;

#[test]
fn help_is_printed_when_asked_for_and_beside_what_is_not_understood() {
    for option in ["--help", "-h"] {
        let run = score(&[option], "");
        assert_eq!((run.status, run.error.as_str()), (0, ""));
        assert!(run.out.contains("--csv"));
    }
    for arguments in [&["--cvs"][..], &["--csv", "--csv"], &["sheets.jsonl"], &[""]] {
        let run = score(arguments, "");
        assert_eq!((run.status, run.out.as_str()), (2, ""), "{arguments:?}");
        assert!(run.error.contains(&arguments.join(" ")) && run.error.contains("--csv"), "{}", run.error);
    }
}

#[cfg(unix)]
#[test]
fn an_argument_that_is_no_text_is_not_understood_either() {
    use std::os::unix::ffi::OsStrExt;
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_score"))
        .arg(std::ffi::OsStr::from_bytes(b"\xFF"))
        .output()
        .expect("score starts");
    assert_eq!(output.status.code(), Some(2), "{}", String::from_utf8_lossy(&output.stderr));
}

/// The lines between these two of the help, without their indentation.
fn examples(help: &str, from: &str, to: &str) -> Vec<String> {
    let section = help.lines().skip_while(|line| !line.starts_with(from)).skip(1).take_while(|line| !line.starts_with(to));
    section.map(|line| line.trim_start().to_owned()).collect()
}

#[test]
fn every_example_in_the_help_works() {
    let help = score(&["--help"], "").out;

    let json: Vec<String> = examples(&help, "score < ", "score --csv").into_iter().filter(|line| line.starts_with('{')).collect();
    let run = score(&[], json.join("\n"));
    let answered: Vec<_> = run.lines().iter().map(|line| (line["form"].clone(), line["answered"].clone())).collect();
    assert_eq!((run.status, answered), (0, vec![("full".into(), 29.into()), ("quick".into(), 9.into())]), "{}", run.out);

    let lines = examples(&help, "score --csv", "score --link");
    let csv: Vec<&[String]> =
        lines.split(String::is_empty).filter(|part| part.first().is_some_and(|line| line.starts_with("id"))).collect();
    assert_eq!(csv.len(), 2);
    for (sheets, form, answered) in [(csv[0], "quick", 9), (csv[1], "full", 29)] {
        let run = score(&["--csv"], sheets.join("\n"));
        let line = &run.lines()[0];
        assert_eq!((run.status, &line["form"], &line["answered"]), (0, &form.into(), &answered.into()), "{}", run.out);
    }

    let link = help.split("score --link '").nth(1).and_then(|rest| rest.split('\'').next()).expect("an example of a link");
    assert_eq!(score(&["--link", link], "").status, 0);
}

#[test]
fn the_help_names_every_member_of_a_result_and_every_value_of_a_word() {
    let help = score(&["--help"], "").out;
    let result = score(&[], r#"{"answers":[3,3,3,3,3,3,3,3,3,3,3,3,3,3,3,3,3,3,3,3,3,3,3,3,3,3,3,3,3,3]}"#).lines().remove(0);
    let section = help.split("What stands in a result").nth(1).expect("a section");
    for member in result.as_object().expect("an object").keys().chain(result["scales"]["trust"].as_object().expect("one").keys())
    {
        let spoken = if member == "answered" { "how many answers it rests on" } else { member };
        assert!(section.contains(spoken), "{member}");
    }
    for word in ["\"same-answer\"", "\"middle-answer\"", "\"mixed-answer\"", "\"first\"", "\"trust\"", "\"end\""] {
        assert!(section.contains(word), "{word}");
    }
}

//! Runs of the program `score`.

#![allow(dead_code, reason = "not every test target needs all of it")]

use std::{
    io::{BufRead, BufReader, Read, Write},
    process::{Child, Command, Stdio},
    thread,
};

use serde_json::{Value, json};

use exhale_test_support::golden::golden;

/// What came of a run.
pub struct Run {
    pub status: i32,
    pub out: String,
    pub error: String,
}

impl Run {
    /// The lines of the output, each of which is JSON.
    pub fn lines(&self) -> Vec<Value> {
        self.out.lines().map(|line| serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}"))).collect()
    }

    /// For each line of the output the id of the sheet, or for one that could not be read the number of its line.
    pub fn ids(&self) -> Vec<Value> {
        self.lines().iter().map(|line| line.get("id").or(line.get("line")).cloned().unwrap_or_default()).collect()
    }

    /// What is said about the sheets that could not be read.
    pub fn errors(&self) -> Vec<String> {
        self.lines().iter().filter_map(|line| line["error"].as_str().map(str::to_owned)).collect()
    }
}

fn start(arguments: &[&str]) -> Child {
    let mut command = Command::new(env!("CARGO_BIN_EXE_score"));
    let command = command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command.spawn().expect("score starts")
}

/// Runs it with these arguments over this input, to the end.
pub fn score(arguments: &[&str], input: impl AsRef<[u8]>) -> Run {
    let mut child = start(arguments);
    let mut stdin = child.stdin.take().expect("a pipe");
    let input = input.as_ref().to_owned();
    // On a thread of its own: with both pipes full, writing all before reading any would wait for ever. It may fail,
    // because a run that refuses its arguments does not read.
    let writer = thread::spawn(move || drop(stdin.write_all(&input)));
    let output = child.wait_with_output().expect("score ends");
    writer.join().expect("the input was written");
    Run {
        status: output.status.code().expect("score ends by itself"),
        out: String::from_utf8(output.stdout).expect("the output is UTF-8"),
        error: String::from_utf8(output.stderr).expect("the messages are UTF-8"),
    }
}

/// Runs it, but reads only the first line of the output before hanging up.
pub fn score_and_hang_up(arguments: &[&str], input: String) -> Run {
    let mut child = start(arguments);
    let mut stdin = child.stdin.take().expect("a pipe");
    let writer = thread::spawn(move || drop(stdin.write_all(input.as_bytes())));
    let (mut out, mut error) = (String::new(), String::new());
    BufReader::new(child.stdout.take().expect("a pipe")).read_line(&mut out).expect("a first line");
    child.stderr.take().expect("a pipe").read_to_string(&mut error).expect("the messages are UTF-8");
    let status = child.wait().expect("score ends").code().expect("score ends by itself");
    writer.join().expect("the input was written");
    Run { status, out, error }
}

/// Runs a bad sheet between two good ones with the id "good", with an empty line before it, and returns the message
/// about it.
pub fn refused(arguments: &[&str], head: &str, good: &str, bad: &[u8], bad_line: u64) -> String {
    let input = [head.as_bytes(), good.as_bytes(), b"\n\n", bad, b"\n", good.as_bytes(), b"\n"].concat();
    let run = score(arguments, input);
    let shown = String::from_utf8_lossy(bad);
    let lines = run.lines();
    assert_eq!((run.status, lines.len()), (1, 3), "{shown}: {}", run.out);
    assert_eq!((&lines[0], &lines[0]["id"]), (&lines[2], &json!("good")), "the others are still scored: {shown}");
    assert_eq!(lines[1]["line"], bad_line, "{shown}: {}", lines[1]);
    lines[1]["error"].as_str().expect("a message").to_owned()
}

/// The header of a spreadsheet with all columns.
pub fn header() -> String {
    (1..=30).fold("id,form".to_owned(), |header, number| header + &format!(",q{number:02}"))
}

/// Runs it over rows below that header, with this delimiter for every comma.
pub fn score_rows(rows: &str, delimiter: char) -> Run {
    score(&["--csv"], format!("{}\n{rows}", header()).replace(',', &delimiter.to_string()))
}

/// The golden sheets as JSON lines.
pub fn json_sheets(end: &str) -> String {
    golden().iter().fold(String::new(), |text, case| {
        let line = json!({ "id": case.name, "form": case.form.slug(), "answers": case.entries });
        text + &line.to_string() + end
    })
}

//! The command `score`: answer sheets on standard input, results on standard output.

use std::{
    io::{self, Write},
    process::ExitCode,
};

use exhale_quiz::{
    link::{FIELD, in_fragment},
    record,
};
use exhale_score::{score_csv, score_json_lines};

const HELP: &str = "\
Scores Exhale answer sheets. Reads standard input, writes one JSON object a line.

  score < sheets.jsonl     {\"id\": any, \"form\": \"full\"|\"quick\", \"answers\": [1-5 or null, ...]}
                           30 answers; for the quick form 10, or 30 of which the first ten count;
                           \"form\" may be left out: full
  score --csv < sheets.csv header id,form,q01,...,q30; an empty cell is a skipped statement
  score --link LINK        what a result link holds (the whole address, or what follows #exhale=)

A line that cannot be read becomes {\"line\": n, \"error\": \"...\"}; the others are still scored; exit status 1.";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args_os().skip(1).map(|argument| argument.to_string_lossy().into_owned()).collect();
    let mut out = io::BufWriter::new(io::stdout().lock());
    let written = match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [] => score_json_lines(io::stdin().lock(), &mut out),
        ["--csv"] => score_csv(io::stdin().lock(), &mut out),
        ["--link", link] => shared(link, &mut out),
        ["--help" | "-h"] => writeln!(out, "{HELP}").map(|()| true),
        _ => {
            eprintln!("score: '{}' is not understood.\n\n{HELP}", arguments.join(" "));
            return ExitCode::from(2);
        }
    };
    match written.and_then(|all_good| out.flush().map(|()| all_good)) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        // Whoever read the output has seen enough, as in `score | head`.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("score: {error}");
            ExitCode::from(2)
        }
    }
}

/// True if the link could be read.
fn shared(link: &str, out: &mut impl Write) -> io::Result<bool> {
    let fragment = link.split_once('#').map_or(link, |(_, fragment)| fragment);
    match in_fragment(fragment, FIELD).unwrap_or_else(|| fragment.parse()) {
        Ok(shared) => writeln!(out, "{}", record::shared(&shared)).map(|()| true),
        Err(error) => {
            eprintln!("score: {error}");
            Ok(false)
        }
    }
}

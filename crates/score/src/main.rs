//! The command `score`: answer sheets on standard input, results on standard output (`help.txt`).

use std::{
    io::{self, Write},
    process::ExitCode,
};

use exhale_quiz::{
    json,
    link::{FIELD, in_fragment},
};
use exhale_score::{score_csv, score_json_lines};

const HELP: &str = include_str!("help.txt");

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args_os().skip(1).map(|argument| argument.to_string_lossy().into_owned()).collect();
    let mut out = io::BufWriter::new(io::stdout().lock());
    let written = match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [] => score_json_lines(io::stdin().lock(), &mut out),
        ["--csv"] => score_csv(io::stdin().lock(), &mut out),
        ["--link", link] => shared(link, &mut out),
        ["--help" | "-h"] => write!(out, "{HELP}").map(|()| true),
        _ => {
            eprintln!("score: '{}' is not understood.\n\n{}", arguments.join(" "), HELP.trim_end());
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
        Ok(shared) => writeln!(out, "{}", json::shared(&shared)).map(|()| true),
        Err(error) => {
            eprintln!("score: {error}");
            Ok(false)
        }
    }
}

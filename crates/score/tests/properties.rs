//! What holds for any input at all.

use std::io::{self, BufReader, Read, Write};

use exhale_score::{score_csv, score_json_lines};
use proptest::{collection::vec, prelude::*, sample};
use serde_json::Value;

const HEADER: &str = "id,form,q01,q02,q03,q04,q05,q06,q07,q08,q09,q10";
const ID: &str = "the good one";

/// The lines of the output; that the run ends without an error of input or output; that it says whether all was read.
fn csv(input: &[u8]) -> Vec<Value> {
    let mut out = Vec::new();
    let all_read = score_csv(input, &mut out).expect("memory can be read and written");
    lines(&out, all_read)
}

fn json_lines(input: &[u8]) -> Vec<Value> {
    let mut out = Vec::new();
    let all_read = score_json_lines(input, &mut out).expect("memory can be read and written");
    lines(&out, all_read)
}

fn lines(out: &[u8], all_read: bool) -> Vec<Value> {
    let text = std::str::from_utf8(out).expect("the output is UTF-8");
    let lines: Vec<Value> = text.lines().map(|line| serde_json::from_str(line).expect("a line of JSON")).collect();
    assert_eq!(all_read, lines.iter().all(|line| line.get("error").is_none()), "{text}");
    lines
}

/// How often the good sheet was scored.
fn good(lines: &[Value]) -> usize {
    lines.iter().filter(|line| line["id"] == ID && line["answered"] == 10).count()
}

/// Refuses to be written to.
struct Full;

impl Write for Full {
    fn write(&mut self, _: &[u8]) -> io::Result<usize> {
        Err(io::ErrorKind::StorageFull.into())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn little_is_read_before_a_stray_quote_is_named() {
    const ALL: u64 = 1 << 22;
    let start = [HEADER.as_bytes(), b"\n\"\n"].concat();
    let mut empty_lines = io::repeat(b'\n').take(ALL);
    let result = score_csv(BufReader::new(start.chain(&mut empty_lines)), &mut Full);
    assert_eq!(result.map_err(|error| error.kind()), Err(io::ErrorKind::StorageFull));
    let held_in_memory = ALL - empty_lines.limit();
    assert!(held_in_memory < 1 << 16, "{held_in_memory} bytes");
}

/// Bytes from noise to nearly a sheet, with what has a meaning in CSV and JSON more often than anything else.
fn garbage() -> impl Strategy<Value = Vec<u8>> {
    let pieces: Vec<&[u8]> = vec![
        b"\"",
        b"\"\"",
        b",",
        b";",
        b"\t",
        b" ",
        b"\n",
        b"\r",
        b"\r\n",
        b"3",
        b"2.0",
        b"9",
        b"x",
        b"full",
        b"quick",
        b"\0",
        b"\xFF",
        b"\xEF\xBB\xBF",
        b"{",
        b"}",
        b"[",
        b"\"answers\":",
        b",3,3,3,3,3,3,3,3,3,3",
        b"\"Ann\",quick,3,3,3,3,3,3,3,3,3,\"",
    ];
    let piece = prop_oneof![9 => sample::select(pieces).prop_map(<[u8]>::to_vec), 1 => vec(any::<u8>(), 1..8)];
    vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_input_stops_it(input in prop_oneof![vec(any::<u8>(), 0..300), garbage()]) {
        json_lines(&input);
        csv(&input);
        csv(&[HEADER.as_bytes(), b"\n", &input].concat());
    }

    #[test]
    fn a_good_row_is_scored_whatever_stands_around_it(
        before in garbage(),
        after in garbage(),
        delimiter in sample::select(vec![",", ";", "\t"]),
        end in sample::select(vec!["\n", "\r\n", "\r"]),
        quote in sample::select(vec!["", "\""]),
    ) {
        let row = format!("{ID},quick,3,3,3,3,3,3,3,3,3,3").split(',').map(|cell| [quote, cell, quote].concat()).collect::<Vec<_>>();
        let head = HEADER.replace(',', delimiter);
        let good_row = row.join(delimiter);
        let input = [head.as_bytes(), b"\n", &before, end.as_bytes(), good_row.as_bytes(), end.as_bytes(), &after].concat();
        prop_assert_eq!(good(&csv(&input)), 1);
    }

    #[test]
    fn a_good_json_line_is_scored_whatever_stands_around_it(before in garbage(), after in garbage()) {
        // On the first line bytes could say that the whole input is in another encoding.
        let line = format!("\n{{\"id\":\"{ID}\",\"form\":\"quick\",\"answers\":[3,3,3,3,3,3,3,3,3,3]}}\n");
        prop_assert_eq!(good(&json_lines(&[b"\n", before.as_slice(), line.as_bytes(), &after].concat())), 1);
    }

    /// Also with quotes, delimiters and line ends in them.
    #[test]
    fn an_id_in_quotes_comes_back(
        ids in vec("[a-zé\",; \t\r\n]{0,12}", 1..5),
        delimiter in sample::select(vec![",", ";", "\t"]),
        end in sample::select(vec!["\n", "\r\n", "\r"]),
    ) {
        let row = |id: &String| format!("\"{}\"{}{end}", id.replace('"', "\"\""), ",quick,3,3,3,3,3,3,3,3,3,3".replace(',', delimiter));
        let rows: String = ids.iter().map(row).collect();
        let lines = csv(format!("{}{end}{rows}", HEADER.replace(',', delimiter)).as_bytes());
        let found: Vec<&str> = lines.iter().filter_map(|line| line["id"].as_str()).collect();
        // Ten delimiters in several lines are taken for another sheet: twelve characters seldom hold them, and are left out.
        prop_assume!(ids.iter().all(|id| id.matches(delimiter).count() < 10));
        prop_assert_eq!(found, ids.iter().map(|id| id.trim()).collect::<Vec<_>>());
    }
}

//! What spreadsheets and programs make of a file: delimiters, empty rows, numbers, and the first lines.

use super::program::{header, score, score_rows};
use exhale_test_support::read;
use serde_json::json;

const CSV: &[&str] = &["--csv"];

fn row(id: &str) -> String {
    format!("{id},full{}", ",3".repeat(30))
}

#[test]
fn a_file_of_libreoffice_in_german_is_read() {
    let run = score(CSV, read("crates/score/tests/data/libreoffice-german.csv"));
    let sheets = [
        r#"{"id":"Ann","answers":[2,4,5,4,5,2,3,4,1,2,4,4,3,2,5,1,4,2,4,5,3,2,5,2,1,3,4,2,5,4]}"#,
        r#"{"id":"Müller; Jörg \"JM\"","answers":[2,3,4,4,null,5,3,3,3,3,1,2,3,4,5,5,4,3,2,1,1,2,3,4,5,5,4,3,2,null]}"#,
        r#"{"id":"two\nlines","form":"quick","answers":[2,3,4,4,2,5,3,3,3,3]}"#,
        r#"{"id":"four","answers":[3,3,3,3,3,3,3,3,3,3,4,4,4,4,4,4,4,4,4,4,4,4,4,4,4,4,4,4,4,4]}"#,
    ];
    assert_eq!((run.status, run.out), (0, score(&[], sheets.join("\n")).out));
}

#[test]
fn a_file_of_pandas_with_missing_values_is_read() {
    let run = score(CSV, read("crates/score/tests/data/pandas-missing.csv"));
    let sheets = [
        r#"{"id":"Ann","answers":[2,4,5,4,5,2,3,4,1,2,4,4,3,2,5,1,4,2,4,5,3,2,5,2,1,3,4,2,5,4]}"#,
        r#"{"id":"Bob, \"B\"","answers":[2,3,4,4,null,5,3,3,3,3,1,2,3,4,5,5,4,3,2,1,1,2,3,4,5,5,4,3,2,null]}"#,
        r#"{"id":"Eve","answers":[3,3,3,3,3,3,3,3,3,3,4,4,4,4,4,4,4,4,4,4,4,4,4,4,4,4,4,4,4,4]}"#,
    ];
    assert_eq!((run.status, run.out), (0, score(&[], sheets.join("\n")).out));
}

#[test]
fn a_whole_number_is_one_however_it_is_written() {
    let plain = ["2", "3", "4", "5", "1", "", "", "3", "3", "2"];
    let with_point = ["2.0", " 3 ", "04", "5.00E+00", "10e-1", "NA", "NaN", "\"3\"", "\"3.0\"", "2."];
    let with_comma = ["2,0", "3,00", "04,0", "5,00E+00", "1,", " ", "\"\"", "\"3,0\"", "۳", "۲٫۰"];
    let scored = |cells: [&str; 10], delimiter: &str| {
        let rest = delimiter.repeat(20);
        let header = header().replace(',', delimiter);
        score(CSV, format!("{header}\na{delimiter}quick{delimiter}{}{rest}\n", cells.join(delimiter)))
    };
    let expected = scored(plain, ",").out;
    assert!(expected.contains("\"answered\":8"), "{expected}");
    for delimiter in [";", "\t", "|"] {
        assert_eq!(scored(with_comma, delimiter).out, expected, "{delimiter:?}");
    }
    for delimiter in [",", ";", "\t", "|"] {
        assert_eq!(scored(with_point, delimiter).out, expected, "{delimiter:?}");
    }
    // With commas between fields, LibreOffice puts a decimal comma in quotes.
    assert_eq!(scored(plain.map(|cell| if cell == "2" { "\"2,0\"" } else { cell }), ",").out, expected);
}

#[test]
fn empty_rows_are_passed_over() {
    let table = [
        ",".repeat(31),
        ",".repeat(40),
        ",,,".to_owned(),
        " , ,\u{a0},\t".to_owned(),
        "   ".to_owned(),
        "\t".to_owned(),
        ";;;;".to_owned(),
        "\t\t\t".to_owned(),
        "\"\",\"\",\" \"".to_owned(),
        // The form was filled in all the way down.
        format!(",full{}", ",".repeat(30)),
        format!(",quick{}", ",".repeat(30)),
    ];
    for empty in table {
        for delimiter in [',', ';', '\t'] {
            // Before the header only what holds nothing at all.
            let before = if empty.contains('u') { "" } else { &empty };
            let text = format!("{before}\n{}\n{empty}\n{}\n{empty}\n{empty}\n{}\n{empty}", header(), row("a"), row("b"));
            let run = score(CSV, text.replace(',', &delimiter.to_string()));
            assert_eq!((run.status, run.ids()), (0, vec![json!("a"), json!("b")]), "{empty:?}: {}", run.out);
        }
    }
    // Somebody without answers is still somebody, and answers without an id are still a sheet.
    let run = score_rows(&format!("a{}\n{}\n,what{}", ",".repeat(31), row(""), ",".repeat(30)), ',');
    assert_eq!(run.ids(), [json!("a"), json!(""), json!(4)]);
}

#[test]
fn the_header_shows_the_delimiter() {
    let expected = score(CSV, format!("{}\n{}\n", header(), row("a"))).out;
    for delimiter in [",", ";", "\t", "|"] {
        let text = format!("{}\n{}\n", header(), row("a"));
        for text in [
            text.clone(),
            text.replace("id,form", "\"id\", \"Form\" "),
            text.replace('\n', ",\n"),
            text.replacen('\n', ",\n", 1),
            text.replace('\n', ",,,\n"),
        ] {
            let text = text.replace(',', delimiter);
            for before in ["", "\u{FEFF}", "sep=;\r\n", "\u{FEFF}SEP=\t\n", "\"sep=,\"\n", "\n\n", "\r\nsep=|\n"] {
                let run = score(CSV, format!("{before}{text}"));
                assert_eq!((run.status, &run.out), (0, &expected), "{before:?} {text:?}");
            }
        }
    }
}

#[test]
fn a_column_without_a_name_is_not_read() {
    // The row names of R and pandas, first; notes somebody wrote beside the sheets, last.
    let (a, b, c) = (row("a"), row("b"), row("\"c\nd\""));
    let run = score(
        CSV,
        format!("\"\",{},\n1,{a},late\n\"2\",{b}\n\"1,2,3,4,5,6,7,8,9,10,11,12\",{c}\n3{}\n", header(), ",".repeat(33)),
    );
    assert_eq!((run.status, run.ids()), (0, vec![json!("a"), json!("b"), json!("c\nd")]), "{}", run.out);
}

#[test]
fn a_row_may_be_short_where_the_form_needs_no_more_and_long_where_nothing_is_there() {
    let run = score_rows(
        &format!("a,quick{}\n{},,\n{},,x\nb,quick{}\n{}x", ",3".repeat(10), row("c"), row("d"), ",3".repeat(9), ",".repeat(32)),
        ',',
    );
    assert_eq!(run.ids(), [json!("a"), json!("c"), json!(4), json!(5), json!(6)]);
    assert!(run.errors()[0].starts_with("the row has 34 fields, the header has 32"), "{}", run.out);
    assert!(run.errors()[1].starts_with("q10: the row ends before it, with 11 fields of 32"), "{}", run.out);
}

#[test]
fn the_form_is_read_whatever_its_case() {
    let run = score_rows(&format!("{}\n{}", row("a").replace("full", "Full"), row("b").replace("full", "QUICK")), ',');
    assert_eq!((run.status, run.ids(), &run.lines()[1]["form"]), (0, vec![json!("a"), json!("b")], &json!("quick")));
}

#[test]
fn another_encoding_gets_one_sentence() {
    let text = format!("{}\n{}\n", header(), row("a"));
    let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let table: [(&[&[u8]], &str); 6] = [
        (&[b"\xFF\xFE", &little], "UTF-16"),
        (&[&little], "UTF-16"),
        (&[b"\xFE\xFF", &big], "UTF-16"),
        (&[&big], "UTF-16"),
        (&[b"PK\x03\x04\n\0\n\0"], "spreadsheet's own file"),
        (&[b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0"], "spreadsheet's own file"),
    ];
    for (input, expected) in table {
        let run = score(CSV, input.concat());
        assert_eq!((run.status, run.ids()), (1, vec![json!(1)]), "{}", run.out);
        let error = &run.errors()[0];
        assert!(error.contains(expected) && error.contains("save it") && error.contains("CSV UTF-8"), "{error}");
    }
    // In the code page of Western Europe only a row that shows it is lost.
    let run = score(CSV, [text.as_bytes(), b"M\xFCller", &row("").into_bytes(), b"\n", row("b").as_bytes()].concat());
    assert_eq!((run.status, run.ids()), (1, vec![json!("a"), json!(3), json!("b")]));
}

#[test]
fn a_line_longer_than_any_sheet_is_refused_and_the_next_one_read() {
    let long = "x".repeat(3 << 20);
    let run = score_rows(&format!("{}\n{long}\n{}", row("a"), row("b")), ',');
    assert_eq!((run.status, run.ids()), (1, vec![json!("a"), json!(3), json!("b")]));
    assert!(run.errors()[0].contains("longer than a megabyte") && run.errors()[0].len() < 200, "{}", run.out);
    let run = score(&[], format!("{{\"answers\": \"{long}\n[]"));
    assert_eq!((run.status, run.ids()), (1, vec![json!(1), json!(2)]));
}

#[test]
fn a_message_repeats_only_the_beginning_of_what_was_found() {
    let long = "é".repeat(100_000);
    for rows in [row("a").replacen(",3", &format!(",{long}"), 1), row("a").replace("full", &long)] {
        let error = score_rows(&rows, ',').errors().remove(0);
        assert!(error.chars().count() < 200 && error.contains(&"é".repeat(30)), "{error}");
    }
}

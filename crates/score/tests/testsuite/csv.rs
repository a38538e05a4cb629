//! The program `score` over spreadsheets: the same results as over JSON lines, from other text.

use super::program::{header, json_sheets, refused, score, score_and_hang_up};
use exhale_test_support::golden::golden;
use serde_json::{Value, json};

const CSV: &[&str] = &["--csv"];

/// The golden sheets as rows below a header.
fn csv_sheets(end: &str) -> String {
    golden().iter().fold(header() + end, |text, case| {
        let cells = case.entries.iter().map(|entry| entry.as_u64().map_or(String::new(), |value| value.to_string()));
        let row = cells.fold(format!("{},{}", case.name, case.form.slug()), |row, cell| row + "," + &cell);
        text + &row + end
    })
}

#[test]
fn a_spreadsheet_gives_the_same_as_json_lines() {
    let run = score(CSV, csv_sheets("\n"));
    assert_eq!(run.out, score(&[], json_sheets("\n")).out);
    // The same and right: two empty outputs would be equal, too.
    let answered: Vec<Value> = run.lines().iter().map(|line| line["answered"].clone()).collect();
    assert_eq!(answered, golden().iter().map(|case| case.expect["answered"].clone()).collect::<Vec<_>>());
}

#[test]
fn line_ends_a_byte_order_mark_and_a_missing_last_line_end_make_no_difference() {
    let (plain, windows) = (csv_sheets("\n"), csv_sheets("\r\n"));
    let expected = score(CSV, &plain).out;
    for input in [&windows, &format!("\u{FEFF}{plain}"), &format!("\u{FEFF}{windows}"), plain.trim_end()] {
        let run = score(CSV, input);
        assert_eq!((run.status, &run.out), (0, &expected), "{:?}", &input[..40]);
    }
}

#[test]
fn the_form_is_full_unless_the_row_says_otherwise() {
    let sheet = |form: &str| format!("{}\na,{form}{}\n", header(), ",3".repeat(30));
    for (form, expected) in [("", "full"), ("full", "full"), ("quick", "quick")] {
        assert_eq!(score(CSV, sheet(form)).lines()[0]["form"], expected);
    }
    let without = header().replace(",form", "").to_uppercase();
    assert_eq!(score(CSV, format!("{without}\na{}\n", ",3".repeat(30))).lines()[0]["form"], "full");
}

#[test]
fn a_quick_sheet_needs_ten_columns_and_a_full_one_thirty() {
    let rows = |columns: usize, row: &str| {
        let header: Vec<String> = header().split(',').take(2 + columns).map(str::to_owned).collect();
        format!("{}\n{row}\n", header.join(","))
    };
    let quick = score(CSV, rows(10, "a,quick,2,3,4,4,2,5,3,3,3,3"));
    assert_eq!(quick.out, score(&[], r#"{"id":"a","form":"quick","answers":[2,3,4,4,2,5,3,3,3,3]}"#).out);

    let run = score(CSV, rows(12, &format!("a,full{cells}\nb,quick{cells}", cells = ",3".repeat(12))));
    let lines = run.lines();
    assert_eq!((run.status, lines.len(), &lines[1]["form"]), (1, 2, &json!("quick")));
    assert!(lines[0]["error"].as_str().expect("a message").contains("q13"), "{}", lines[0]);
}

#[test]
fn the_columns_of_a_spreadsheet_may_stand_in_any_order() {
    let backwards = |line: &str| line.split(',').rev().collect::<Vec<_>>().join(",");
    let lines: Vec<String> = csv_sheets("\n").lines().map(backwards).collect();
    assert_eq!(score(CSV, lines.join("\n")).out, score(CSV, csv_sheets("\n")).out);
}

#[test]
fn an_id_in_a_spreadsheet_is_text_whatever_it_looks_like() {
    let ids = [
        ("007", "007"),
        ("\"Doe, Jane \"\"JD\"\"\"", "Doe, Jane \"JD\""),
        ("", ""),
        (" x ", "x"),
        ("back\\slash", "back\\slash"),
    ];
    let rows = ids.map(|(cell, _)| format!("{cell},full{}", ",3".repeat(30))).join("\n");
    let run = score(CSV, format!("{}\n{rows}", header()));
    let found: Vec<Value> = run.lines().iter().map(|line| line["id"].clone()).collect();
    assert_eq!(found, ids.map(|(_, id)| json!(id)));
}

#[test]
fn a_row_that_cannot_be_read_is_named_by_line_and_field_and_the_others_are_scored() {
    let row = |form: &str, first: &str| format!("x,{form},{first}{}", ",3".repeat(29));
    let good = row("full", "2").replace("x,", "good,");
    let table: Vec<(Vec<u8>, &str)> = vec![
        (row("full", "6").into(), "q01: '6'"),
        (row("full", "0").into(), "q01: '0'"),
        (row("full", "x").into(), "q01: 'x'"),
        (row("full", "+3").into(), "q01: '+3'"),
        (row("full", "2.5").into(), "q01: '2.5' is not a whole number"),
        (row("full", "-1").into(), "q01: '-1'"),
        (row("full", "99999999999999999999").into(), "q01: '99999999999999999999'"),
        (row("long", "3").into(), "form: 'long'"),
        (b"x,full,3".into(), "q02: the row ends before it, with 3 fields of 32"),
        (b"x;full;3".into(), "form: the row ends before it, with 1 field of 32: write ','"),
        (format!("x,full{}", ",3".repeat(29)).into(), "q30: the row ends before it"),
        (format!("{},3", row("full", "3")).into(), "33 fields"),
        ([b"\xFF".as_slice(), row("full", "3").as_bytes()].concat(), "id: not UTF-8"),
        (row("full", "3").replace('x', "a\0b").into(), "NUL"),
        (format!("x,full{},9", ",3".repeat(29)).into(), "q30: '9'"),
    ];
    for (bad, expected) in table {
        for end in ["\n", "\r\n"] {
            let head = header() + end;
            let error = refused(CSV, &head, &good.replace('\n', end), &bad, 4);
            assert!(error.contains(expected), "{}: {error}", String::from_utf8_lossy(&bad));
        }
    }
}

#[test]
fn the_line_of_a_row_is_the_one_an_editor_shows() {
    let (good, bad) = (format!("x,full{}", ",3".repeat(30)), format!("x,full,9{}", ",3".repeat(29)));
    let two_lines = good.replacen('x', "\"two\nlines\"", 1);
    for (rows, expected) in [
        (vec![bad.as_str(), &good], 2),
        (vec![&good, &bad], 3),
        (vec!["", "", &good, "", &bad], 6),
        (vec!["", &bad], 3),
        (vec!["  ", &bad], 3),
        (vec![&two_lines, &bad], 4),
        (vec![&two_lines, "", "x,full,\"a quote that is not closed", &good], 5),
    ] {
        for end in ["\n", "\r\n"] {
            let run = score(CSV, header() + end + &rows.join(end) + end);
            let lines: Vec<Value> = run.lines().iter().filter_map(|line| line.get("line").cloned()).collect();
            assert_eq!((run.status, lines), (1, vec![json!(expected)]), "{rows:?} with {end:?}");
        }
    }
}

/// Long enough that what was counted has been dropped many times on the way.
#[test]
fn the_line_is_right_however_long_the_sheet_is() {
    let row = |id: &str, first: char| format!("{id},full,{first}{}", ",3".repeat(29));
    let (mut sheet, mut line, mut wrong) = (header() + "\n", 2, Vec::new());
    for n in 0..20_000 {
        let (text, lines) = match n % 7 {
            0 => ("\n\n".to_owned() + &row("a", '4'), 3),
            1 => (row("\"an id of\ntwo lines\"", '5'), 2),
            _ => (row("b", if n % 1000 == 999 { 'x' } else { '1' }), 1),
        };
        if text.contains('x') {
            wrong.push(line);
        }
        sheet += &text;
        sheet += if n % 3 == 0 { "\r\n" } else { "\n" };
        line += lines;
    }
    let run = score(CSV, sheet);
    let named: Vec<u64> = run.lines().iter().filter_map(|out| out["line"].as_u64()).collect();
    assert!(wrong.len() > 10);
    assert_eq!((run.lines().len(), named), (20_000, wrong));
}

#[test]
fn a_header_that_cannot_be_read_is_named_and_nothing_is_guessed() {
    let header = header();
    let table = [
        (header.replace("q07", "q7"), "'q7'"),
        (header.replace(",q07", ""), "'q07' is missing"),
        (header.replace("id,", ""), "'id' is missing"),
        (header.replace("q08", "q07"), "'q07' is there twice"),
        (header.clone() + ",q31", "'q31'"),
        (format!("a,full{}", ",3".repeat(30)), "'a'"),
    ];
    for (header, expected) in table {
        let run = score(CSV, format!("{header}\na,full{}\n", ",3".repeat(30)));
        let lines = run.lines();
        assert_eq!((run.status, lines.len(), &lines[0]["line"]), (1, 1, &json!(1)), "{}", run.out);
        let error = lines[0]["error"].as_str().expect("a message");
        assert!(error.contains("header") && error.contains(expected), "{error}");
    }
}

#[test]
fn no_input_or_a_lone_header_is_no_output_and_no_mistake() {
    for input in ["", "\n", "\r\n\r\n", "  \n", "\u{FEFF}", "\u{FEFF}\n", &header(), &(header() + "\n\n")] {
        let run = score(CSV, input);
        assert_eq!((run.status, run.out.as_str(), run.error.as_str()), (0, "", ""), "{input:?}");
    }
}

#[test]
fn a_reader_that_has_seen_enough_is_no_mistake() {
    // Far more than a pipe holds.
    let run = score_and_hang_up(CSV, header() + "\n" + &format!("good,full{}\n", ",3".repeat(30)).repeat(20_000));
    assert!(run.out.starts_with("{\"id\":\"good\""), "{}", run.out);
    assert_eq!((run.status, run.error.as_str()), (0, ""));
}

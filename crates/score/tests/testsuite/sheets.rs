//! The program `score` over JSON lines: what it reads, what it prints, and what it says about a sheet it cannot read.

use std::fmt::Write;

use super::program::{json_sheets, refused, score, score_and_hang_up};
use exhale_test_support::golden::{Golden, golden};
use serde_json::json;

const GOOD: &str = r#"{"id":"good","form":"quick","answers":[2,3,4,4,2,5,3,3,3,3]}"#;

#[test]
fn the_golden_sheets_come_out_as_the_golden_file_says() {
    let run = score(&[], json_sheets("\n"));
    assert_eq!((run.status, run.error.as_str()), (0, ""));
    let (lines, cases) = (run.lines(), golden());
    assert_eq!(lines.len(), cases.len());
    for (line, Golden { name, form, expect, .. }) in lines.iter().zip(&cases) {
        assert_eq!(line["id"], json!(name));
        assert_eq!(line["form"], json!(form.slug()), "{name}");
        for field in ["revision", "answered", "profile", "touch", "standouts", "notes", "safety", "ideas_wait"] {
            assert_eq!(line[field], expect[field], "{name}: {field}");
        }
        for (index, scale) in ["control", "perfectionism", "trust"].iter().enumerate() {
            let found = &line["scales"][scale];
            assert_eq!(found["pull"].as_f64(), expect["pull"][index].as_f64(), "{name}: {scale}");
            for field in ["shown", "band", "near_line"] {
                assert_eq!(found[field], expect[field][index], "{name}: {scale}, {field}");
            }
            // Where there is no score, `score` says how many answers there were all the same.
            if let Some(answered) = expect["scale_answered"][index].as_f64() {
                assert_eq!(found["answered"].as_f64(), Some(answered), "{name}: {scale}");
                let error = (2600.0 / answered.sqrt()).round() / 100.0;
                assert_eq!(found["se"].as_f64(), Some(error), "{name}: {scale}");
            } else {
                assert!(found["se"].is_null() && found["pull"].is_null(), "{name}: {scale}");
            }
        }
        for reason in 1..=10 {
            let reason = reason.to_string();
            assert_eq!(line["reasons"][&reason].as_f64(), expect["reasons"][&reason].as_f64(), "{name}: {reason}");
        }
        assert_eq!(line.as_object().map(serde_json::Map::len), Some(12), "{name}: {line}");
    }
}

#[test]
fn line_ends_a_byte_order_mark_and_a_missing_last_line_end_make_no_difference() {
    let (plain, windows) = (json_sheets("\n"), json_sheets("\r\n"));
    let expected = score(&[], &plain).out;
    for input in [&windows, &format!("\u{FEFF}{plain}"), &format!("\u{FEFF}{windows}"), plain.trim_end()] {
        let run = score(&[], input);
        assert_eq!((run.status, &run.out), (0, &expected), "{:?}", &input[..40]);
    }
}

#[test]
fn the_form_is_full_unless_the_sheet_says_otherwise() {
    let answers = json!(vec![3; 30]);
    for (form, expected) in [("", "full"), (r#""form":null,"#, "full"), (r#""form":"quick","#, "quick")] {
        let run = score(&[], format!("{{{form}\"answers\":{answers}}}"));
        assert_eq!((run.status, &run.lines()[0]["form"]), (0, &json!(expected)), "{form}");
    }
}

#[test]
fn a_quick_sheet_may_have_ten_or_thirty_answers() {
    let ten = [2, 3, 4, 4, 2, 5, 3, 3, 3, 3];
    let sheet = |answers: &[u8]| json!({ "form": "quick", "answers": answers }).to_string();
    let run = score(&[], format!("{}\n{}\n", sheet(&ten), sheet(&[ten, [1; 10], [5; 10]].concat())));
    let lines = run.lines();
    assert_eq!((run.status, lines.len(), &lines[0]), (0, 2, &lines[1]));
}

#[test]
fn a_whole_number_is_one_however_it_is_written() {
    let sheet = |answers: &str| format!("{{\"form\":\"quick\",\"answers\":[{answers}]}}");
    let expected = score(&[], sheet("2,3,4,5,1,2,null,null,null,3")).out;
    for answers in [
        "2.0,3.0,4.0,5.0,1.0,2.0,null,null,null,3.0",
        "2e0,30e-1,0.4e1,5.00E+00,1,2,null,null,null,3",
        r#""2","3.0"," 4 ","05","1,0",2,"","NA",null,"\u0033""#,
    ] {
        let run = score(&[], sheet(answers));
        assert_eq!((run.status, run.out), (0, expected.clone()), "{answers}");
    }
}

#[test]
fn what_is_not_utf_8_text_gets_one_sentence() {
    let utf_16: Vec<u8> = GOOD.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let with_mark = [b"\xFF\xFE".as_slice(), &utf_16].concat();
    for input in [&utf_16, &with_mark] {
        let run = score(&[], [input, b"\n\0".as_slice(), input].concat());
        assert_eq!((run.status, run.ids()), (1, vec![json!(1)]));
        assert!(run.errors()[0].contains("UTF-16") && run.errors()[0].contains("save it again as UTF-8"), "{}", run.out);
    }
}

#[test]
fn a_line_may_also_end_in_a_lone_carriage_return() {
    let run = score(&[], format!("{GOOD}\r[]\r{GOOD}"));
    assert_eq!((run.status, run.ids()), (1, vec![json!("good"), json!(2), json!("good")]));
}

#[test]
fn an_id_comes_back_letter_by_letter() {
    let ids = [
        "12345678901234567890",
        "1234567890123456789012345678901234567890",
        "1.0",
        "1e2",
        "-0",
        r#""a \"quoted\" id, with \\ and \n""#,
        r#""caf\u00e9 Ünïcode 🙂""#,
        r#"{"person": 1, "b": [true, null, {}]}"#,
        "[1,  2]",
        "true",
        "null",
        r#""""#,
    ];
    let sheets = ids.map(|id| format!("{{\"answers\":{}, \"id\": {id} }}", json!(vec![3; 30])));
    let run = score(&[], sheets.join("\n"));
    assert_eq!((run.status, run.lines().len()), (0, ids.len()));
    for (line, id) in run.out.lines().zip(ids) {
        assert!(line.starts_with(&format!("{{\"id\":{id},\"revision\":2,\"form\":")), "{id}: {line}");
    }
}

#[test]
fn a_sheet_without_an_id_gets_null() {
    let run = score(&[], json!({ "answers": vec![3; 30] }).to_string());
    assert!(run.out.starts_with("{\"id\":null,\"revision\":2,\"form\":"), "{}", run.out);
}

#[test]
fn a_json_line_that_cannot_be_read_is_named_by_line_and_field_and_the_others_are_scored() {
    let with = |values: &str| format!("{{\"answers\":[{values}{}]}}", ",3".repeat(29));
    let table: Vec<(Vec<u8>, &str)> = vec![
        (b"not json".into(), "not an answer sheet"),
        (b"{\"answers\":[3".into(), "not an answer sheet"),
        (b"[]".into(), "not an answer sheet"),
        (b"a,full,3".into(), "score --csv"),
        (b"null".into(), "not an answer sheet"),
        (format!("{GOOD} {GOOD}").into(), "not an answer sheet"),
        (b"{\"id\":\"\xFF\"}".into(), "UTF-8"),
        (b"{}".into(), "answers"),
        (b"{\"answers\":null}".into(), "answers"),
        (b"{\"answers\":\"3333333333\"}".into(), "answers"),
        (b"{\"answers\":[]}".into(), "answers: 0 entries"),
        (json!({ "answers": vec![3; 29] }).to_string().into(), "answers: 29 entries, expected 30"),
        (json!({ "answers": vec![3; 31] }).to_string().into(), "answers: 31 entries, expected 30"),
        (json!({ "answers": vec![3; 10] }).to_string().into(), "answers: 10 entries, expected 30"),
        (json!({ "form": "quick", "answers": vec![3; 11] }).to_string().into(), "answers: 11 entries, expected 10 or 30"),
        (with("6").into(), "q01: 6"),
        (with("0").into(), "q01: 0"),
        (with("-1").into(), "q01: -1"),
        (with("257").into(), "q01: 257"),
        (with("2.5").into(), "q01: 2.5 is not a whole number"),
        (with("2.0000000000000000000001").into(), "q01: 2.0000000000000000000001 is not a whole number"),
        (with("2.0e1").into(), "q01: 2.0e1 is not 1 to 5"),
        (with("\"x\"").into(), "q01: \"x\" is not a number"),
        (with("NaN").into(), "write null instead of NaN"),
        (with("true").into(), "q01: true"),
        (with("[3]").into(), "q01: [3]"),
        (format!("{{\"answers\":[{}9]}}", "3,".repeat(29)).into(), "q30: 9"),
        (json!({ "form": "long", "answers": vec![3; 30] }).to_string().into(), "form: 'long'"),
        (json!({ "form": "Quick", "answers": vec![3; 30] }).to_string().into(), "form: 'Quick'"),
        (json!({ "form": 10, "answers": vec![3; 10] }).to_string().into(), "form: 10"),
        (json!({ "answer": vec![3; 30] }).to_string().into(), "answer"),
        (json!({ "answers": vec![3; 30], "name": "x" }).to_string().into(), "name"),
        (b"{\"id\":1,\"id\":2,\"answers\":[]}".into(), "id"),
    ];
    for (bad, expected) in table {
        let error = refused(&[], "", GOOD, &bad, 3);
        assert!(error.contains(expected), "{}: {error}", String::from_utf8_lossy(&bad));
        assert!(!error.contains("line 1"), "it would contradict the line beside it: {error}");
    }
}

#[test]
fn no_input_is_no_output_and_no_mistake() {
    for input in ["", "\n", "\n\n", "\r\n\r\n", "  \n", "\u{FEFF}", "\u{FEFF}\n"] {
        let run = score(&[], input);
        assert_eq!((run.status, run.out.as_str(), run.error.as_str()), (0, "", ""), "{input:?}");
    }
}

#[test]
fn blank_lines_between_sheets_are_passed_over() {
    let run = score(&[], format!("\n{GOOD}\n   \n\t\r\n\n{GOOD}\n\n"));
    assert_eq!((run.status, run.lines().len()), (0, 2));
}

#[test]
fn a_reader_that_has_seen_enough_is_no_mistake() {
    // Far more than a pipe holds.
    let run = score_and_hang_up(&[], format!("{GOOD}\n").repeat(20_000));
    assert!(run.out.starts_with("{\"id\":\"good\""), "{}", run.out);
    assert_eq!((run.status, run.error.as_str()), (0, ""));
}

#[test]
fn many_sheets_come_out_in_their_order() {
    let mut input = String::new();
    for id in 0..5000 {
        writeln!(input, "{{\"id\":{id},\"answers\":{}}}", json!(vec![id % 5 + 1; 30])).unwrap();
    }
    let run = score(&[], input);
    assert_eq!(run.status, 0);
    assert!(run.lines().iter().map(|line| line["id"].as_u64()).eq((0..5000).map(Some)));
}

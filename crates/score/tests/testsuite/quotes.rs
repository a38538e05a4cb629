//! Quotes in a spreadsheet: fields that need them, and stray ones, which cost the line they stand in and no other.

use super::program::{header, score, score_rows};
use serde_json::json;

/// A sheet with three everywhere.
fn row(id: &str) -> String {
    format!("{id},full{}", ",3".repeat(30))
}

#[test]
fn a_stray_quote_costs_its_own_line_only() {
    let good = row("good");
    let table = [
        ("id: a quote (\") begins", row("\"Ann")),
        ("id: a quote (\") begins", row(" \"Ann")),
        ("id: a quote (\") begins", row("\"\"\"Ann")),
        ("id: a quote (\") begins", "\"".to_owned()),
        ("id: a quote (\") begins", "\"Ann".to_owned()),
        ("id: a quote (\") stands inside", row("Ann\"")),
        ("id: a quote (\") stands inside", row("An\"n")),
        ("id: a quote (\") stands inside", row("Ann \"Annie\" Doe")),
        ("id: a quote (\") stands inside", row("5\" tall")),
        ("id: text follows", row("\"Ann\" Doe")),
        ("id: text follows", row("\"Ann \"Annie\" Doe\"")),
        ("id: text follows", row("\"Ann \\\"Annie\\\" Doe\"")),
        ("form: a quote (\") begins", row("Ann").replace("full", "\"full")),
        ("q01: a quote (\") begins", row("Ann").replacen(",3", ",\"3", 1)),
        ("q01: a quote (\") stands inside", row("Ann").replacen(",3", ",3\"", 1)),
        ("q30: a quote (\") begins", format!("Ann,full{},\"3", ",3".repeat(29))),
        ("field 33: a quote (\") begins", row("Ann") + ",\""),
    ];
    for (expected, bad) in table {
        for (end, delimiter) in [("\n", ','), ("\r\n", ';'), ("\r", '\t')] {
            // The same once more, so that a quote could end at the next one; as the last line; before empty rows.
            let rows = [&good, &bad, &good, &good, &bad, &bad, &good, ",,,", "", &good, &bad].map(|row| row.to_owned() + end);
            let run = score_rows(&rows.concat(), delimiter);
            let (ids, good) = (run.ids(), json!("good"));
            assert_eq!(
                (run.status, ids),
                (1, vec![good.clone(), json!(3), good.clone(), good.clone(), json!(6), json!(7), good.clone(), good, json!(12)]),
                "{bad} {end:?}: {}",
                run.out
            );
            assert!(run.errors().iter().all(|error| error.starts_with(expected)), "{bad}: {:?}", run.errors());
        }
    }
}

#[test]
fn a_quote_does_not_end_in_a_later_sheet() {
    // Read as one field, the two lines would be one sheet of the right length with a long id.
    let table = [("\"Ann,full,3", "Jane\",full,3"), ("Ann,\"full,3", "Jane,full\",3"), ("Ann,full,\"3", "Jane,full,3\"")];
    for (first, second) in table {
        let lines = [first, second].map(|start| format!("{start}{}", ",3".repeat(29)));
        let run = score_rows(&lines.join("\n"), ',');
        assert_eq!((run.status, run.ids()), (1, vec![json!(2), json!(3)]), "{first}: {}", run.out);
    }
    // Nor in one that has a quoted field itself, however that begins.
    for (cell, id) in
        [("\"Doe, Jane\"", "Doe, Jane"), ("\",\"", ","), ("\", \"", ","), ("\"\"", ""), ("\"\"\"\"", "\""), ("\",a,\"", ",a,")]
    {
        let run = score_rows(&format!("\"\n{}\n{}\n", row(cell), row("good")), ',');
        assert_eq!((run.status, run.ids()), (1, vec![json!(2), json!(id), json!("good")]), "{id}: {}", run.out);
    }
}

#[test]
fn a_sheet_is_never_taken_into_a_field() {
    // Taken from the first quote to the third, and on to the fourth, this would be one row of twelve fields.
    let header = "q01,q02,q03,q04,q05,id,form,q06,q07,q08,q09,q10";
    let good = "3,3,3,3,3,\",\",quick,3,3,3,3,3";
    let run = score(&["--csv"], format!("{header}\n\"\n{good}\n\",3,3,3,3,3,3,3,3,3,3\n"));
    assert_eq!(run.ids(), [json!(2), json!(","), json!(4)], "{}", run.out);
}

#[test]
fn a_field_in_quotes_may_hold_line_ends_delimiters_and_doubled_quotes() {
    let ids = [
        ("\"two\nlines\"", "two\nlines"),
        ("\"two\r\nlines\"", "two\r\nlines"),
        ("\"two\rlines\"", "two\rlines"),
        ("\"three\n\nlines\"", "three\n\nlines"),
        ("\"Doe, Jane\nTown; 1, Street\t|\"", "Doe, Jane\nTown; 1, Street\t|"),
        ("\"Jane \"\"JD\"\"\n\"\"Doe\"\"\"", "Jane \"JD\"\n\"Doe\""),
        (" \"blanks around\"  ", "blanks around"),
        ("\"7\"", "7"),
    ];
    let rows: Vec<String> = ids.iter().map(|(id, _)| row(id)).collect();
    for delimiter in [",", ";", "\t", "|"] {
        let text = format!("{}\n{}", header(), rows.join("\n"));
        // Outside of the ids, which hold all of them.
        let text = text.replace(",full", &format!("{delimiter}full")).replace(",3", &format!("{delimiter}3"));
        let text = text.replace(",form", &format!("{delimiter}form")).replace(",q", &format!("{delimiter}q"));
        let run = score(&["--csv"], text);
        assert_eq!((run.status, run.ids()), (0, ids.map(|(_, id)| json!(id)).to_vec()), "{delimiter:?}: {}", run.out);
    }
    // Every cell in quotes, and a short row of the quick form.
    let quoted = format!("{}\n{}", header(), row("a")).replace(',', "\",\"").replace('\n', "\"\n\"");
    assert_eq!(score(&["--csv"], format!("\"{quoted}\"")).ids(), [json!("a")]);
    assert_eq!(score_rows(&format!("\"two\nlines\",quick{}", ",3".repeat(10)), ',').ids(), [json!("two\nlines")]);
    // A damaged line is damaged wherever it stands.
    assert_eq!(score_rows(&format!("{}\n{}", row("\"two\nli\0nes\""), row("a")), ',').ids(), [json!(2), json!(3), json!("a")]);
}

#[test]
fn a_mistake_in_a_row_of_several_lines_is_said_once_with_its_first_line() {
    let bad = row("\"two\nlines\"").replacen(",3", ",9", 1);
    let run = score_rows(&format!("{}\n{bad}\n{}", row("a"), row("b")), ',');
    assert_eq!(run.ids(), [json!("a"), json!(3), json!("b")]);
    assert!(run.errors()[0].starts_with("q01: '9'"), "{}", run.out);
}

#[test]
fn a_stray_quote_in_the_header_is_named() {
    for (header, expected) in [
        (header().replace("id", "\"id"), "header: column 1: a quote"),
        (header().replace("q07", "q07\""), "header: column 9: a quote"),
        (header().replace("q07", "\"q07\" a"), "header: column 9: text follows"),
    ] {
        let run = score(&["--csv"], format!("{header}\n{}", row("a")));
        assert_eq!((run.status, run.ids()), (1, vec![json!(1)]));
        assert!(run.errors()[0].starts_with(expected), "{}", run.out);
    }
}

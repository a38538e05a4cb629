//! From the content file to the bytes the page reads; and what a mistake in the file says.

use std::fs;

use exhale::content::{self, Content, TextId, build};

fn source() -> String {
    fs::read_to_string("content/en.toml").unwrap()
}

/// The file with one piece replaced, and what the build says to it.
fn mistake(old: &str, new: &str) -> String {
    let source = source();
    assert!(source.contains(old), "content/en.toml has no {old}");
    build::parse(&source.replacen(old, new, 1)).expect_err(new).to_string()
}

/// The line on which a piece stands.
fn line(piece: &str) -> usize {
    let source = source();
    source[..source.find(piece).expect(piece)].matches('\n').count() + 1
}

#[test]
fn the_page_reads_what_the_file_says() {
    let written: Content<String> = build::parse(&source()).unwrap_or_else(|mistake| panic!("{mistake}"));
    let read = content::read(build::pack(&written)).expect("a packed file is readable");
    // The first text, the last, and some of each kind of place between: a part, an array, an array of parts.
    let texts = |all: &[TextId]| all.iter().map(|text| read.get(*text).to_owned()).collect::<Vec<_>>();
    assert_eq!(read.get(read.lang), written.lang);
    assert_eq!(texts(&read.items), written.items);
    assert_eq!(texts(&read.safety.text), written.safety.text);
    assert_eq!(read.get(read.scales.trust.texts[2].r#try), written.scales.trust.texts[2].r#try);
    assert_eq!(read.get(read.profiles.cornerstone.ask), written.profiles.cornerstone.ask);
    for (read_reason, written_reason) in read.reasons.iter().zip(&written.reasons) {
        assert_eq!(read.get(read_reason.partner), written_reason.partner);
    }
    assert_eq!(build::pack(&written).len(), {
        let again: Content<String> = build::parse(&source()).unwrap();
        build::pack(&again).len()
    });
}

#[test]
fn bytes_that_are_cut_longer_or_of_another_version_are_refused() {
    let packed = build::pack(&build::parse(&source()).unwrap());
    for length in (0..packed.len()).step_by(37).chain([packed.len() - 1]) {
        assert!(content::read(packed[..length].to_vec()).is_err(), "cut to {length}");
    }
    let mut longer = packed.clone();
    longer.push(0);
    assert!(content::read(longer).is_err());
    for place in 0..4 {
        let mut other = packed.clone();
        other[place] ^= 1;
        assert!(content::read(other).is_err(), "header byte {place}");
    }
}

#[test]
fn a_missing_key_is_named() {
    let message = mistake("prompt = ", "promt = ");
    assert!(message.contains("statement") && message.contains("promt") && message.contains("expected"), "{message}");
    let message = mistake("\nretake = \"Take it again\"\n", "\n");
    assert!(message.contains("result") && message.contains("missing field `retake`"), "{message}");
}

#[test]
fn the_words_of_the_page_that_writes_snippets_are_checked_alike_and_packed_nowhere() {
    let at = line("copied = \"Copied.\"\nby-hand");
    assert_eq!(
        mistake("copied = \"Copied.\"\nby-hand", "copied = 3\nby-hand"),
        format!("line {at}: builder.copied: invalid type: integer `3`, expected a string")
    );
    let message = mistake("copied = \"Copied.\"\nby-hand", "by-hand");
    assert!(message.contains("builder") && message.contains("missing field `copied`"), "{message}");
    let message = mistake("copied = \"Copied.\"\nby-hand", "copid = \"Copied.\"\nby-hand");
    assert!(message.starts_with(&format!("line {at}: builder")) && message.contains("unknown field `copid`"), "{message}");
    assert_eq!(
        mistake("On light it is easy to see: {ratio} to 1.", "On light it is easy to see."),
        format!("line {}: builder.colour-light-easy: expected {{ratio}} in the text", line("colour-light-easy = "))
    );
    let without = source().split("\n[builder]").next().unwrap().to_owned();
    assert!(build::parse(&without).unwrap_err().to_string().contains("missing field `builder`"));

    let source = source();
    assert_eq!(build::builder(&source).unwrap().copied, "Copied.");
    let packed = |source: &str| build::pack(&build::parse(source).unwrap());
    assert_eq!(packed(&source), packed(&source.replace("copied = \"Copied.\"\n", "copied = \"On the clipboard.\"\n")));
}

#[test]
fn a_value_of_another_kind_names_line_key_and_what_was_expected() {
    let message = mistake("skip = \"Skip this one\"", "skip = 3");
    assert_eq!(message, format!("line {}: statement.skip: invalid type: integer `3`, expected a string", line("skip = ")));
}

#[test]
fn a_list_of_another_length_says_how_many_were_expected() {
    let message = mistake(", \"Completely true\"]", "]");
    assert!(message.starts_with(&format!("line {}: statement.options", line("options = "))), "{message}");
    assert!(message.contains("invalid length 4") && message.contains("array of length 5"), "{message}");
    let source = source();
    let nine = &source[..source.rfind("[[reasons]]").unwrap()];
    let message = build::parse(nine).unwrap_err().to_string();
    assert!(message.contains("reasons") && message.contains("array of length 10"), "{message}");
}

#[test]
fn an_empty_text_is_refused() {
    let message = mistake("back = \"Back\"", "back = \"\"");
    assert_eq!(message, format!("line {}: statement.back: expected a text without space at its ends", line("back = \"Back\"")));
    let message = mistake("I can tell my partner when I feel unsure.", " I can tell");
    assert!(message.contains("items[12]") && message.contains(&format!("line {}", line("I can tell my partner"))), "{message}");
}

#[test]
fn placeholders_must_be_the_ones_their_place_fills() {
    let at = line("position = ");
    let cases = [
        (
            "{n} of {total}",
            "{n} of {all}",
            format!("line {at}: statement.position: expected {{n}} {{total}} in the text, found {{all}} {{n}}"),
        ),
        ("{n} of {total}", "n of", format!("line {at}: statement.position: expected {{n}} {{total}} in the text")),
        ("{n} of {total}", "{n of {total}", format!("line {at}: statement.position: a '{{' or '}}' has no partner")),
    ];
    for (old, new, expected) in cases {
        assert_eq!(mistake(old, new), expected);
    }
    let message = mistake("next = \"Next\"", "next = \"Next {n}\"");
    assert_eq!(message, format!("line {}: statement.next: {{n}} is not filled in here", line("next = ")));
}

#[test]
fn a_direction_is_ltr_or_rtl() {
    assert_eq!(mistake("dir = \"ltr\"", "dir = \"left\""), format!("line {}: dir: expected \"ltr\" or \"rtl\"", line("dir = ")));
}

#[test]
fn broken_toml_names_the_line() {
    let message = mistake("back = \"Back\"", "back = \"Back");
    assert!(message.starts_with(&format!("line {}: ", line("back = \"Back\""))), "{message}");
}

#[test]
fn the_code_holds_no_sentence_of_the_quiz() {
    // The other way round from the rest: prose belongs to the content file, so none of it may stand in the sources.
    let words = build::parse(&source()).unwrap();
    let mut texts = words.items.to_vec();
    texts.extend([words.statement.skip, words.result.limits, words.first.lead, words.pause.lead]);
    texts.extend(words.safety.text);
    let mut folders = vec!["src".into(), "embed".into()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir::<std::path::PathBuf>(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let code = fs::read_to_string(&path).unwrap();
            for text in &texts {
                assert!(!code.contains(text.as_str()), "{}: {text}", path.display());
            }
        }
    }
}

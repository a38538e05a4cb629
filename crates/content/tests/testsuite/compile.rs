//! From the content file to the bytes the page reads; and what a mistake in the file says.

use std::fs;

use exhale_content::{
    Content, Messages, TextId,
    compile::{compile, parse},
};
use exhale_test_support::{project, read};

fn source() -> String {
    read("content/en.toml")
}

/// The file with one piece replaced, and what the build says to it.
fn mistake(old: &str, new: &str) -> String {
    let source = source();
    assert!(source.contains(old), "content/en.toml has no {old}");
    parse(&source.replacen(old, new, 1)).expect_err(new).to_string()
}

/// The line on which a piece stands.
fn line(piece: &str) -> usize {
    let source = source();
    source[..source.find(piece).expect(piece)].matches('\n').count() + 1
}

#[test]
fn the_page_reads_what_the_file_says() {
    let written: Content<String> = parse(&source()).unwrap_or_else(|mistake| panic!("{mistake}")).quiz;
    let read = Messages::read(compile(&written)).expect("a compiled file is readable");
    // The first text, the last, and some of each kind of place between: a part, an array, an array of parts.
    let texts = |all: &[TextId]| all.iter().map(|text| read.get(*text).to_owned()).collect::<Vec<_>>();
    assert_eq!(read.get(read.lang), written.lang);
    assert_eq!(texts(&read.items), written.items);
    assert_eq!(texts(&read.safety.text), written.safety.text);
    assert_eq!(read.get(read.scales.trust.r#try[2]), written.scales.trust.r#try[2]);
    assert_eq!(read.get(read.profiles.cornerstone.ask), written.profiles.cornerstone.ask);
    for (read_reason, written_reason) in read.reasons.iter().zip(&written.reasons) {
        assert_eq!(read.get(read_reason.partner), written_reason.partner);
    }
}

#[test]
fn a_compiled_file_is_plain_text_with_one_text_a_line() {
    let written = parse(&source()).unwrap().quiz;
    let file = compile(&written);
    let lines: Vec<&str> = file.lines().collect();
    assert_eq!(lines[0], "exhale-content 7 2");
    assert_eq!(lines[1..5], [&*written.lang, &*written.dir, &*written.numbers, &*written.name]);
    assert_eq!(lines.last(), Some(&&*written.reasons[9].say_alone));
}

#[test]
fn any_script_can_be_written() {
    // Chinese, Japanese, and letters beyond the basic plane.
    let text = "我会让伴侣来决定。任せる 𝄞";
    let source = source().replacen("back = \"Back\"", &format!("back = \"{text}\""), 1);
    let read = Messages::read(compile(&parse(&source).unwrap().quiz)).unwrap();
    assert_eq!(read.get(read.statement.back), text);
}

#[test]
fn a_file_that_is_cut_longer_or_of_another_version_is_refused() {
    let file = compile(&parse(&source()).unwrap().quiz);
    let cuts = (0..file.len()).step_by(37).chain([file.len() - 1]);
    for length in cuts.filter(|length| file.is_char_boundary(*length)) {
        assert!(Messages::read(file[..length].to_owned()).is_err(), "cut to {length}");
    }
    assert!(Messages::read(file.clone() + "\n").is_err());
    assert!(Messages::read(file.clone() + "x").is_err());
    for header in ["exhale-content 6 2\n", "exhale-content 7 1\n", "exhale-content 7 3\n", "exhale 7 2\n", ""] {
        let other = file.replacen("exhale-content 7 2\n", header, 1);
        assert!(Messages::read(other).is_err(), "{header}");
    }
    assert!(Messages::read(file).is_ok());
}

#[test]
fn a_missing_or_unknown_key_is_named() {
    let at = line("prompt = ");
    assert_eq!(mistake("prompt = ", "promt = "), format!("line {at}: statement: unknown key \"promt\": expected \"prompt\""));
    assert_eq!(
        mistake("\nretake = \"Take it again\"\n", "\n"),
        format!("line {}: result: missing key \"retake\"", line("[result]"))
    );
    let message = mistake("prompt = ", "extra = \"x\"\nprompt = ");
    assert_eq!(message, format!("line {at}: statement: unknown key \"extra\": expected no more keys"));
    assert_eq!(
        mistake("name = \"Exhale\"", "nme = \"Exhale\""),
        "line 3: unknown key \"nme\": expected \"name\"".replace('3', &line("name = ").to_string())
    );
}

#[test]
fn the_texts_of_the_pages_are_checked_alike_and_compiled_nowhere() {
    let at = line("copied = \"Copied.\"\nby-hand");
    assert_eq!(
        mistake("copied = \"Copied.\"\nby-hand", "copied = 3\nby-hand"),
        format!("line {at}: builder.copied: expected a text, found a number")
    );
    let message = mistake("copied = \"Copied.\"\nby-hand", "by-hand");
    assert!(message.contains("builder: missing key \"copied\""), "{message}");
    let message = mistake("copied = \"Copied.\"\nby-hand", "copid = \"Copied.\"\nby-hand");
    assert_eq!(message, format!("line {at}: builder: unknown key \"copid\": expected \"copied\""));
    assert_eq!(
        mistake("On light it is easy to see: {ratio} to 1.", "On light it is easy to see."),
        format!("line {}: builder.colour-light-easy: expected {{ratio}} in the text", line("colour-light-easy = "))
    );
    let without = source().split("\n[builder]").next().unwrap().to_owned();
    assert_eq!(parse(&without).unwrap_err().to_string(), "line 1: missing key \"builder\"");

    let source = source();
    assert_eq!(parse(&source).unwrap().site.builder.copied, "Copied.");
    let compiled = |source: &str| compile(&parse(source).unwrap().quiz);
    assert_eq!(compiled(&source), compiled(&source.replace("copied = \"Copied.\"\n", "copied = \"On the clipboard.\"\n")));
}

#[test]
fn a_value_of_another_kind_names_line_key_and_what_was_expected() {
    let message = mistake("skip = \"Skip this one\"", "skip = 3");
    assert_eq!(message, format!("line {}: statement.skip: expected a text, found a number", line("skip = ")));
    let message = mistake("skip = \"Skip this one\"", "skip = [\"Skip this one\"]");
    assert_eq!(message, format!("line {}: statement.skip: expected a text, found a list", line("skip = ")));
}

#[test]
fn a_list_of_another_length_says_how_many_were_expected() {
    let message = mistake(", \"Completely true\"]", "]");
    assert_eq!(message, format!("line {}: statement.options: expected a list of 5 texts, found 4", line("options = ")));
    let source = source();
    let last = source.rfind("[[reasons]]").unwrap();
    let after = source[last..].find("\n[paper]").map_or(source.len(), |end| last + end);
    let message = parse(&(source[..last].to_owned() + &source[after..])).unwrap_err().to_string();
    assert!(message.contains("reasons: expected a list of 10 tables, found 9"), "{message}");
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
    let words = parse(&source()).unwrap().quiz;
    let mut texts = words.items.to_vec();
    texts.extend([words.statement.skip, words.rests.people_text, words.first.lead, words.pause.lead]);
    texts.extend(words.safety.text);
    let mut folders = vec![project("src"), project("crates"), project("embed")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                if path.file_name().is_none_or(|name| name != "tests") {
                    folders.push(path);
                }
                continue;
            }
            let code = fs::read_to_string(&path).unwrap();
            for text in &texts {
                assert!(!code.contains(text.as_str()), "{}: {text}", path.display());
            }
        }
    }
}

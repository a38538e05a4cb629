//! The result link (`docs/link-format.md`): what is written is read back exactly, and nothing else is read.

use std::{collections::BTreeSet, error::Error, fmt::Write, str::FromStr};

use exhale_quiz::{
    Answer, Answers, Edition, Form, INSTRUMENT, ITEMS, Position, QuizResult, Reason, Scale, ScaleScore, Scores, json,
    link::{LinkError, Shared, in_fragment},
};
use exhale_test_support::golden::golden;
use proptest::prelude::*;
use serde_json::{Value, json};

/// Links that were once made, by the first edition and by the second. They open for ever: never change a line, only add some.
const FIRST_LINKS: &str = include_str!("../data/golden-links.txt");
const SECOND_LINKS: &str = include_str!("../data/golden-links-2.txt");
/// What `score --link` of the first edition said of each of its links.
const FIRST_RESULTS: &str = include_str!("../data/golden-links.jsonl");
const ALPHABET: &str = "0123456789abcdefghjkmnpqrstvwxyz";

fn sheet(values: &[u8]) -> Answers {
    Position::all().zip(values).fold(Answers::NONE, |sheet, (position, value)| sheet.with(position, Answer::new(*value)))
}

fn shared(form: Form, answers: &Answers, with_reasons: bool) -> Option<Shared> {
    Shared::of(&Scores::of(&INSTRUMENT, form, answers), with_reasons)
}

#[test]
fn links_of_the_first_edition_still_open_as_what_they_were() {
    let mut names = BTreeSet::new();
    for (line, result) in FIRST_LINKS.lines().zip(FIRST_RESULTS.lines()) {
        let (link, what) = line.split_once(' ').expect("a link and its name");
        let shared: Shared = link.parse().unwrap_or_else(|error| panic!("{what}: {error}"));
        assert_eq!((shared.edition, shared.to_string().as_str()), (Edition::First, link), "{what}");
        let mut expected: Value = serde_json::from_str(result).expect("JSON");
        expected["revision"] = json!(1);
        assert_eq!(serde_json::from_str::<Value>(&json::shared(&shared)).unwrap(), expected, "{what}");
        // A result is drawn from the same scores, and with the name that they had.
        let opened = QuizResult::of_shared(&shared);
        assert_eq!(opened.scores.edition, Edition::First, "{what}");
        assert_eq!(Shared::of(&opened.scores, shared.reasons.is_some()), Some(shared), "{what}");
        names.insert(opened.headline.map_or("none", |headline| headline.profile.slug()));
    }
    assert_eq!((FIRST_LINKS.lines().count(), FIRST_RESULTS.lines().count()), (48, 48));
    assert_eq!(
        Vec::from_iter(names),
        ["co-pilot", "cornerstone", "craftsperson", "lighthouse", "navigator", "none", "open-hands"]
    );
}

/// The same sums mean other things: what one edition counts as all reasons of a scale is impossible in the other.
#[test]
fn a_link_of_one_edition_is_not_read_by_the_scales_of_the_other() {
    let (four, three) = (scale(48, 1, 12), scale(36, 1, 9));
    let read = |revision: u8, scales: [[(u32, usize); 4]; 3]| {
        Shared::from_str(&fields(revision, &[&[(1, 1), (0, 1)][..], &scales.concat()].concat()))
    };
    let first = [four, three, three];
    let second = [three, three, four];
    assert_eq!(read(1, first).map(|shared| shared.edition), Ok(Edition::First));
    assert_eq!(read(2, second).map(|shared| shared.edition), Ok(Edition::Second));
    assert_eq!(read(1, second), Err(LinkError::Altered));
    assert_eq!(read(2, first), Err(LinkError::Altered));
}

#[test]
fn golden_links_still_open_as_what_they_were() {
    let mut written = String::new();
    for case in golden() {
        let values: Vec<u8> =
            case.entries.iter().map(|entry| entry.as_u64().map_or(0, |value| u8::try_from(value).unwrap())).collect();
        for (with_reasons, what) in [(false, ""), (true, " with reasons")] {
            let Some(shared) = shared(case.form, &sheet(&values), with_reasons) else { continue };
            writeln!(written, "{shared} {}{what}", case.name).unwrap();
            assert_eq!(shared.to_string().parse(), Ok(shared), "{}{what}", case.name);
        }
    }
    assert!(written == SECOND_LINKS, "expected\n{SECOND_LINKS}\nfound\n{written}");
}

#[test]
fn the_length_says_what_is_in_it() {
    let answers = sheet(&[4; ITEMS]);
    assert_eq!(shared(Form::Full, &answers, false).unwrap().to_string().len(), 16);
    assert_eq!(shared(Form::Quick, &answers, true).unwrap().to_string().len(), 26);
}

#[test]
fn nothing_is_shared_where_no_line_has_a_score() {
    assert_eq!(shared(Form::Full, &Answers::NONE, true), None);
}

#[test]
fn upper_case_and_look_alikes_are_read() {
    let shared = shared(
        Form::Full,
        &sheet(&[1, 2, 3, 4, 5, 4, 3, 2, 1, 2, 3, 4, 5, 5, 4, 1, 2, 3, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 1, 2]),
        true,
    )
    .unwrap();
    let link = shared.to_string();
    assert!(link.contains('0') && link.contains('1'), "{link} shows the case");
    for (from, to) in [("1", "l"), ("1", "I"), ("1", "i"), ("0", "O"), ("0", "o")] {
        assert_eq!(Shared::from_str(&link.to_uppercase().replace(from, to)), Ok(shared));
    }
}

#[test]
fn what_is_wrong_with_a_link_is_told_apart() {
    let link = shared(Form::Full, &sheet(&[4; ITEMS]), false).unwrap().to_string();
    let cases = [
        ("", LinkError::Empty),
        (&link[..15], LinkError::Cut),
        ("hello-world", LinkError::Foreign),
        ("u", LinkError::Foreign),
        (&"0".repeat(64), LinkError::OtherVersion),
        (&"0".repeat(65), LinkError::TooLong),
        // Too short to say even what it is.
        ("zzz", LinkError::Cut),
        ("zzzz", LinkError::OtherVersion),
        (&"ü".repeat(40), LinkError::TooLong),
        ("04ü", LinkError::Foreign),
        ("zzzzzzzzzzzzzzzz", LinkError::OtherVersion),
    ];
    for (text, reason) in cases {
        assert_eq!(Shared::from_str(text), Err(reason), "{text}");
    }
    assert_eq!(Shared::from_str(&format!("{link}0")), Err(LinkError::Altered));
}

#[test]
fn each_error_says_in_a_sentence_what_is_wrong_with_the_link() {
    let link = shared(Form::Full, &sheet(&[4; ITEMS]), false).unwrap().to_string();
    let cases = [
        (format!("{}!{}", &link[..8], &link[9..]), "the link has a character that no link of this quiz has"),
        (link[..15].to_owned(), "the end of the link is missing"),
        (format!("{link}0"), "the link was changed, or no answers lead to what it says"),
        ("zzzz".to_owned(), "the link was made with another version of the quiz"),
        (String::new(), "the link is empty"),
        ("0".repeat(65), "the link is longer than any link of this quiz"),
        (format!("{link}&exhale={link}"), "the address holds two links"),
    ];
    for (link, sentence) in cases {
        let error = in_fragment(&format!("exhale={link}"), "exhale").expect("a link").expect_err("it is not taken up");
        // As a program that passes errors on has it.
        let error: Box<dyn Error> = error.into();
        assert_eq!(error.to_string(), sentence, "{link}");
    }
}

#[test]
fn a_link_in_a_sentence_is_its_characters() {
    let link = "040vapctkkt809me";
    let shared: Shared = link.parse().unwrap();
    assert_eq!(format!("#exhale={shared}, {shared:>18}"), format!("#exhale={link},   {link}"));
}

/// Zeros and ones: each value in its width.
fn bits_of(fields: impl Iterator<Item = (u32, usize)>) -> String {
    fields.fold(String::new(), |bits, (value, width)| bits + &format!("{value:0width$b}"))
}

#[test]
fn a_link_is_found_among_the_fields_of_a_fragment_and_nowhere_else() {
    let shared = shared(Form::Full, &sheet(&[4; ITEMS]), false).unwrap();
    let link = shared.to_string();
    let found = |fragment: &str| in_fragment(&fragment.replace("LINK", &link), "exhale");
    for fragment in ["exhale=LINK", "a=1&exhale=LINK", "exhale=LINK&?secret=x", "/route&exhale=LINK"] {
        assert_eq!(found(fragment), Some(Ok(shared)), "{fragment}");
    }
    for fragment in ["", "top", "exhale", "noexhale=LINK", "exhaleLINK"] {
        assert_eq!(found(fragment), None, "{fragment}");
    }
    assert_eq!(found("exhale=LINK&exhale=LINK"), Some(Err(LinkError::Twice)));
    assert_eq!(found("exhale="), Some(Err(LinkError::Empty)));
}

/// Every sum, number of reasons and number of answers that a scale can have, written and read back.
#[test]
fn every_reachable_state_of_each_scale_is_read_back_and_draws_the_same() {
    for edition in [Edition::First, Edition::Second] {
        let states = [Form::Quick, Form::Full].map(|form| Scale::ALL.map(|scale| states_of(edition, form, scale)));
        assert!(states.as_flattened().iter().sum::<usize>() > 1000, "{states:?}");
    }
}

fn states_of(edition: Edition, form: Form, scale: Scale) -> usize {
    let mut states = 0;
    let reasons: Vec<Reason> = edition.reasons_of(scale).collect();
    let mut sums = BTreeSet::new();
    for missing in 0..=1 {
        // Each reason rests on one answer in the quick form, on two or three in the full one.
        let mut found = BTreeSet::from([(0_u8, 0_u8)]);
        for _ in missing..reasons.len() {
            let rests_on: &[u8] = if form == Form::Quick { &[1] } else { &[2, 3] };
            found = found
                .iter()
                .flat_map(|(sum, answered)| {
                    rests_on.iter().flat_map(move |n| (0..=4 * n).map(move |points| (sum + points * 6 / n, answered + n)))
                })
                .collect();
        }
        sums.extend(found.into_iter().map(|(sum, answered)| (sum, reasons.len() as u8 - missing as u8, answered)));
    }
    for (sum, reasons, answered) in sums {
        let mut scales = [None; 3];
        scales[scale.index()] = Some(ScaleScore { sum, reasons, answered });
        let shared = Shared { edition, form, scales, reasons: None };
        let read = shared.to_string().parse::<Shared>().unwrap_or_else(|error| panic!("{shared:?}: {error:?}"));
        assert_eq!(read, shared);
        let (mine, theirs) = (scales[scale.index()].unwrap(), read.scores().scale(scale).unwrap());
        assert_eq!((mine.band(), mine.near_line(), mine.se_centi()), (theirs.band(), theirs.near_line(), theirs.se_centi()));
        states += 1;
    }
    states
}

/// The characters of bits that were put together by hand, with a checksum that fits.
fn forge(mut bytes: Vec<u8>) -> String {
    let mut sum = 0xFFFF_u16;
    for byte in &bytes {
        sum ^= u16::from(*byte) << 8;
        for _ in 0..8 {
            sum = if sum & 0x8000 == 0 { sum << 1 } else { sum << 1 ^ 0x1021 };
        }
    }
    bytes.extend(sum.to_be_bytes());
    let bits = bits_of(bytes.into_iter().map(|byte| (u32::from(byte), 8)));
    let bits = format!("{bits:0<width$}", width = bits.len().div_ceil(5) * 5);
    bits.as_bytes()
        .chunks(5)
        .map(|five| {
            let value = usize::from_str_radix(std::str::from_utf8(five).unwrap(), 2).unwrap();
            ALPHABET.as_bytes()[value] as char
        })
        .collect()
}

/// Format 1 and a revision, then fields of given widths.
fn fields(revision: u8, fields: &[(u32, usize)]) -> String {
    let bits = bits_of(fields.iter().copied());
    let bits = format!("{bits:0<width$}", width = bits.len().div_ceil(8) * 8);
    let bytes = bits.as_bytes().chunks(8).map(|eight| u8::from_str_radix(std::str::from_utf8(eight).unwrap(), 2).unwrap());
    forge([1, revision].into_iter().chain(bytes).collect())
}

/// A scale as it is written: there is a score, all its reasons count, sum, answered.
const fn scale(sum: u32, all: u32, answered: u32) -> [(u32, usize); 4] {
    [(1, 1), (all, 1), (sum, 7), (answered, 4)]
}

fn full(control: [(u32, usize); 4], perfectionism: [(u32, usize); 4], trust: [(u32, usize); 4]) -> String {
    fields(2, &[&[(1, 1), (0, 1)][..], &control, &perfectionism, &trust].concat())
}

#[test]
fn scores_that_no_answers_lead_to_are_refused() {
    let (c, p, t) = (scale(36, 1, 9), scale(36, 1, 9), scale(48, 1, 12));
    assert!(Shared::from_str(&full(c, p, t)).is_ok(), "the ordinary case");
    let impossible = [
        ("a sum over the most", full(c, p, scale(98, 1, 12))),
        ("a sum over the most of the first edition's scale", full(scale(74, 1, 9), p, t)),
        ("an odd sum where all reasons rest on three answers", full(c, p, scale(47, 1, 12))),
        ("more answers than statements", full(c, p, scale(48, 1, 13))),
        ("as many answers as the first edition's scale has", full(scale(36, 1, 12), p, t)),
        ("too few answers for its reasons", full(c, p, scale(48, 1, 7))),
        ("a sum over the most of three reasons", full(c, p, scale(74, 0, 9))),
        ("a score without a scale", full([(0, 1), (0, 1), (1, 7), (0, 4)], p, t)),
        (
            "no score at all",
            full([(0, 1), (0, 1), (0, 7), (0, 4)], [(0, 1), (0, 1), (0, 7), (0, 4)], [(0, 1), (0, 1), (0, 7), (0, 4)]),
        ),
        (
            "a sketch with half points",
            fields(2, &[&[(0, 1), (0, 1)][..], &scale(36, 1, 3), &scale(36, 1, 3), &scale(45, 1, 4)].concat()),
        ),
        (
            "a sketch on more answers than it has",
            fields(2, &[&[(0, 1), (0, 1)][..], &scale(36, 1, 3), &scale(36, 1, 3), &scale(48, 1, 5)].concat()),
        ),
        ("a spare bit", fields(2, &[&[(1, 1), (0, 1)][..], &c, &p, &t, &[(1, 7)]].concat())),
    ];
    for (what, link) in impossible {
        assert_eq!(Shared::from_str(&link), Err(LinkError::Altered), "{what}");
    }
    // Seven statements in three reasons: two rest on two answers each, one on three.
    assert!(Shared::from_str(&full(c, scale(3 + 9 + 4, 1, 7), t)).is_ok());
    assert_eq!(Shared::from_str(&full(c, scale(1, 1, 7), t)), Err(LinkError::Altered));
}

#[test]
fn reasons_that_do_not_add_up_to_their_scales_are_refused() {
    let with = |sixths: [u32; 10]| {
        let head = [&[(1, 1), (1, 1)][..], &scale(36, 1, 9), &scale(36, 1, 9), &scale(48, 1, 12)].concat();
        fields(2, &[head, sixths.map(|sixths| (sixths, 5)).to_vec()].concat())
    };
    assert!(Shared::from_str(&with([12; 10])).is_ok());
    assert!(Shared::from_str(&with([14, 12, 12, 12, 10, 12, 12, 12, 12, 12])).is_ok());
    let cases = [
        ("a sum that differs", [14, 12, 12, 12, 12, 12, 12, 12, 12, 12]),
        ("a reason over the most", [26, 12, 12, 12, 0, 12, 10, 12, 12, 12]),
        ("sixths that three answers do not give", [15, 12, 12, 12, 9, 12, 12, 12, 12, 12]),
        ("a reason left out of a scale that counts all", [31, 12, 12, 12, 24, 12, 12, 12, 12, 12]),
    ];
    for (what, sixths) in cases {
        assert_eq!(Shared::from_str(&with(sixths)), Err(LinkError::Altered), "{what}");
    }
}

/// The sixths of the reasons of one scale, in their order; 31 says that there is none. All others are 12.
fn sixths_of(scale: Scale, own: &[u32]) -> Vec<(u32, usize)> {
    let mut all = [(12, 5); 10];
    for (reason, sixths) in scale.reasons().zip(own) {
        all[reason.index()].0 = *sixths;
    }
    all.to_vec()
}

#[test]
fn reasons_that_rest_on_more_answers_than_there_are_are_refused() {
    let with = |trust: [(u32, usize); 4], own: &[u32]| {
        let head = [&[(1, 1), (1, 1)][..], &scale(36, 1, 9), &scale(36, 1, 9), &trust].concat();
        Shared::from_str(&fields(2, &[head, sixths_of(Scale::Trust, own)].concat()))
    };
    // Two answers give a multiple of three sixths, three answers one of two.
    assert!(with(scale(48, 1, 8), &[3, 9, 12, 24]).is_ok());
    assert_eq!(with(scale(48, 1, 8), &[4, 8, 12, 24]), Err(LinkError::Altered));
    assert!(with(scale(48, 1, 10), &[4, 8, 12, 24]).is_ok());
    assert_eq!(with(scale(48, 1, 9), &[4, 8, 12, 24]), Err(LinkError::Altered));
    assert_eq!(with(scale(48, 1, 12), &[3, 9, 12, 24]), Err(LinkError::Altered));
}

#[test]
fn a_scale_without_a_score_has_too_few_reasons_for_one() {
    let none = [(0, 1), (0, 1), (0, 7), (0, 4)];
    let with = |own: &[u32]| {
        let head = [&[(1, 1), (1, 1)][..], &scale(36, 1, 9), &none, &scale(48, 1, 12)].concat();
        Shared::from_str(&fields(2, &[head, sixths_of(Scale::Perfectionism, own)].concat()))
    };
    assert!(with(&[31, 31, 31]).is_ok());
    assert!(with(&[31, 12, 31]).is_ok());
    assert_eq!(with(&[31, 12, 12]), Err(LinkError::Altered));
    assert_eq!(with(&[12, 12, 12]), Err(LinkError::Altered));
}

#[test]
fn another_revision_or_format_is_said_plainly() {
    let of_revision =
        |revision| fields(revision, &[&[(1, 1), (0, 1)][..], &scale(36, 1, 9), &scale(36, 1, 9), &scale(48, 1, 12)].concat());
    for revision in [0, 3, 255] {
        assert_eq!(Shared::from_str(&of_revision(revision)), Err(LinkError::OtherVersion), "{revision}");
    }
    let revision = of_revision(3);
    assert_eq!(Shared::from_str(&forge(vec![2, 2, 0, 0, 0, 0, 0, 0])), Err(LinkError::OtherVersion));
    // What was changed since is not said to be of another version.
    assert_eq!(Shared::from_str(&format!("{revision}0")), Err(LinkError::Altered));
    let last = if revision.ends_with('0') { "1" } else { "0" };
    assert_eq!(Shared::from_str(&format!("{}{last}", &revision[..revision.len() - 1])), Err(LinkError::Altered));
}

proptest! {
    #[test]
    fn whatever_was_answered_is_read_back_exactly(values in proptest::collection::vec(0_u8..=5, ITEMS), quick in any::<bool>(), with_reasons in any::<bool>()) {
        let form = if quick { Form::Quick } else { Form::Full };
        let answers = sheet(&values);
        if let Some(shared) = shared(form, &answers, with_reasons) {
            let read = shared.to_string().parse::<Shared>();
            prop_assert_eq!(read, Ok(shared));
            for (scale, score) in exhale_quiz::Scale::ALL.into_iter().zip(read.unwrap().scales) {
                prop_assert_eq!(QuizResult::of(form, &answers).scores.scale(scale), score);
            }
        }
    }

    #[test]
    fn another_character_anywhere_and_a_cut_anywhere_are_noticed(values in proptest::collection::vec(0_u8..=5, ITEMS), with_reasons in any::<bool>()) {
        let Some(shared) = shared(Form::Full, &sheet(&values), with_reasons) else { return Ok(()) };
        let link = shared.to_string();
        for place in 0..link.len() {
            prop_assert!(Shared::from_str(&link[..place]).is_err(), "{} cut at {}", link, place);
            for letter in ALPHABET.chars().filter(|letter| !link[place..].starts_with(*letter)) {
                let mut changed = link.clone();
                changed.replace_range(place..=place, &letter.to_string());
                prop_assert!(Shared::from_str(&changed).is_err(), "{} for {}", changed, link);
            }
        }
    }

    #[test]
    fn whatever_text_is_given_it_is_refused_or_written_the_same(text in "[0-9a-zA-Z]{0,40}") {
        if let Ok(shared) = Shared::from_str(&text) {
            prop_assert_eq!(shared.to_string().len(), text.len());
        }
    }
}

//! What an app sets in Rust, and what a page sets by the attributes of the element.

use exhale::{HelpLine, QuizProps, Share, Start, element, english};
use yew::props;

#[test]
fn nothing_set_is_the_ordinary_quiz() {
    let props = props!(QuizProps {});
    assert!(props.persist && props.opens_links);
    assert_eq!((props.hash_key(), props.heading_level()), ("exhale", 2));
    assert_eq!((&props.share, props.start, &props.help_line), (&Share::Page, Start::Intro, &None));
    assert_eq!((&*props.previews, &*props.label), ("", ""));
    assert!(props.on_event.is_none() && props.messages == english());
}

#[test]
fn a_hash_key_is_made_of_letters_digits_underscores_and_hyphens_or_counts_as_none() {
    for key in ["couple_2-b", "a", "7", "_", "-", "exhale"] {
        assert_eq!(props!(QuizProps { hash_key: key }).hash_key(), key);
    }
    for key in ["", " ", "a b", " a", "a=b", "a&b", "a#b", "a%20b", "a/b", "a\n", "ü", "\"", "<"] {
        assert_eq!(props!(QuizProps { hash_key: key }).hash_key(), "exhale", "{key:?}");
    }
}

#[test]
fn a_heading_level_is_two_to_six_or_counts_as_two() {
    for (level, expected) in [(0, 2), (1, 2), (2, 2), (3, 3), (4, 4), (5, 5), (6, 6), (7, 2), (9, 2), (u8::MAX, 2)] {
        assert_eq!(props!(QuizProps { heading_level: level }).heading_level(), expected, "{level}");
    }
}

#[test]
fn a_link_leads_to_the_page_to_an_address_without_its_fragment_or_nowhere() {
    let page = "https://blog.example/post?id=1";
    let address = |share: Share| share.address(page.to_owned());
    assert_eq!(address(Share::Page), page);
    assert_eq!(address(Share::Nowhere), "");
    for (given, expected) in [
        ("https://a.example/quiz", "https://a.example/quiz"),
        ("https://a.example/quiz?x=1#top", "https://a.example/quiz?x=1"),
        ("https://a.example/#one#two", "https://a.example/"),
        ("https://a.example/#", "https://a.example/"),
        ("#top", ""),
    ] {
        assert_eq!(address(Share::Address(given.into())), expected, "{given}");
    }
}

/// The lines that `embed.js` writes for an element without attributes, in their order.
const ORDINARY: [&str; 10] = ["on", "", "", "", "", "exhale", "yes", "intro", "", "2"];

fn read(lines: [&str; 10]) -> QuizProps {
    element::props(english(), &lines.join("\n"), None)
}

#[test]
fn an_element_without_attributes_is_the_ordinary_quiz() {
    assert!(read(ORDINARY) == props!(QuizProps { hash_key: "exhale" }));
    // Nor does it need lines.
    let none = element::props(english(), "", None);
    assert!(none.persist && none.opens_links && none.on_event.is_none());
    assert_eq!((none.hash_key(), none.heading_level(), &none.share, none.start), ("exhale", 2, &Share::Page, Start::Intro));
}

#[test]
fn each_line_sets_its_own_prop_and_no_other() {
    let key = "exhale";
    let base = "https://a.example/r/";
    let cases = [
        (0, "off", props!(QuizProps { hash_key: key, persist: false })),
        (3, "https://a.example/", props!(QuizProps { hash_key: key, share: Share::Address("https://a.example/".into()) })),
        (3, "none", props!(QuizProps { hash_key: key, share: Share::Nowhere })),
        (4, base, props!(QuizProps { hash_key: key, previews: base })),
        (5, "couple", props!(QuizProps { hash_key: "couple" })),
        (6, "no", props!(QuizProps { hash_key: key, opens_links: false })),
        (7, "first", props!(QuizProps { hash_key: key, start: Start::First })),
        (8, "Ours", props!(QuizProps { hash_key: key, label: "Ours" })),
        (9, "4", props!(QuizProps { hash_key: key, heading_level: 4 })),
    ];
    for (index, value, expected) in cases {
        let mut lines = ORDINARY;
        lines[index] = value;
        assert!(read(lines) == expected, "line {index}: {value}");
    }
    // A help line is one prop in two lines.
    let mut lines = ORDINARY;
    (lines[1], lines[2]) = ("tel:1", "Call");
    let help_line = HelpLine::new("tel:1", "Call");
    assert!(help_line.is_some());
    assert!(read(lines) == props!(QuizProps { hash_key: key, help_line }));
}

#[test]
fn all_lines_set_together_are_all_there() {
    let props =
        read(["off", "tel:1", "Call", "https://a.example/q#x", "https://a.example/r/", "couple", "no", "first", "Ours", "4"]);
    let expected = props!(QuizProps {
        persist: false,
        help_line: HelpLine::new("tel:1", "Call"),
        share: Share::Address("https://a.example/q#x".into()),
        previews: "https://a.example/r/",
        hash_key: "couple",
        opens_links: false,
        start: Start::First,
        label: "Ours",
        heading_level: 4,
    });
    assert!(props == expected);
}

#[test]
fn a_line_that_cannot_be_counts_as_none() {
    let with = |index: usize, value| {
        let mut lines = ORDINARY;
        lines[index] = value;
        read(lines)
    };
    for (level, expected) in
        [("", 2), ("1", 2), ("2", 2), ("3", 3), ("6", 6), ("7", 2), ("33", 2), ("300", 2), ("-3", 2), ("x", 2)]
    {
        assert_eq!(with(9, level).heading_level(), expected, "{level}");
    }
    assert_eq!(with(5, "a b").hash_key(), "exhale");
    assert_eq!(with(1, "tel:1").help_line, None, "without a label");
    assert_eq!(with(2, "Call").help_line, None, "without a link");
    let mut script = ORDINARY;
    (script[1], script[2]) = ("javascript:1", "Call");
    assert_eq!(read(script).help_line, None);
    assert!(with(0, "maybe").persist && with(6, "maybe").opens_links && with(7, "maybe").start == Start::Intro);
}

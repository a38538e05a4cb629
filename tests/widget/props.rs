//! What an app sets in Rust, and what a page sets by the attributes of the element.

use exhale::{
    HelpLine, QuizProps, Share, Start, element, english,
    quiz::link::{ShareAddress, SharePage},
};
use yew::props;

#[test]
fn nothing_set_is_the_ordinary_quiz() {
    let props = props!(QuizProps {});
    assert!(props.persist && props.opens_links && props.is_embedded);
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
fn a_link_leads_to_the_page_to_our_own_page_to_an_address_or_nowhere() {
    let page =
        SharePage { href: "https://blog.example/post?p=1&token=2", hosted: "https://a.example/quiz/", ..SharePage::default() };
    let shared = "040vapctkkt809me".parse().unwrap();
    let link = |share: &Share| ShareAddress::new(&page, share.to(), "exhale").map(|address| address.link(&shared));
    let expected = |address: &str| Some([address, "#exhale=040vapctkkt809me"].concat());
    assert_eq!(link(&Share::Page), expected("https://blog.example/post?p=1"));
    assert_eq!(link(&Share::Hosted), expected("https://a.example/quiz/"));
    assert_eq!(link(&Share::Nowhere), None);
    assert_eq!(link(&Share::Address("https://b.example/?x=1#top".into())), expected("https://b.example/?x=1"));
    assert_eq!(link(&Share::Address("#top".into())), None);
}

/// The lines that `embed.js` writes for an element without attributes, in their order.
const ORDINARY: [&str; 13] = ["on", "", "", "page", "", "", "", "exhale", "yes", "intro", "", "2", "yes"];

fn read(lines: [&str; 13]) -> QuizProps {
    element::props(english(), &lines.join("\n"), None)
}

#[test]
fn an_element_without_attributes_is_the_ordinary_quiz() {
    assert!(read(ORDINARY) == props!(QuizProps { hash_key: "exhale" }));
    // Nor does it need lines.
    let none = element::props(english(), "", None);
    assert!(none.persist && none.opens_links && none.is_embedded && none.on_event.is_none());
    assert_eq!((none.hash_key(), none.heading_level(), &none.share, none.start), ("exhale", 2, &Share::Page, Start::Intro));
}

#[test]
fn each_line_sets_its_own_prop_and_no_other() {
    let key = "exhale";
    let base = "https://a.example/r/";
    let cases = [
        (0, "off", props!(QuizProps { hash_key: key, persist: false })),
        (3, "hosted", props!(QuizProps { hash_key: key, share: Share::Hosted })),
        (3, "none", props!(QuizProps { hash_key: key, share: Share::Nowhere })),
        (4, "https://blog.example/post", props!(QuizProps { hash_key: key, page: "https://blog.example/post" })),
        (5, "https://a.example/", props!(QuizProps { hash_key: key, hosted: "https://a.example/" })),
        (6, base, props!(QuizProps { hash_key: key, previews: base })),
        (7, "couple", props!(QuizProps { hash_key: "couple" })),
        (8, "no", props!(QuizProps { hash_key: key, opens_links: false })),
        (9, "first", props!(QuizProps { hash_key: key, start: Start::First })),
        (10, "Ours", props!(QuizProps { hash_key: key, label: "Ours" })),
        (11, "4", props!(QuizProps { hash_key: key, heading_level: 4 })),
        (12, "no", props!(QuizProps { hash_key: key, is_embedded: false })),
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
    let props = read([
        "off",
        "tel:1",
        "Call",
        "hosted",
        "https://blog.example/post",
        "https://a.example/",
        "https://a.example/r/",
        "couple",
        "no",
        "first",
        "Ours",
        "4",
        "no",
    ]);
    let expected = props!(QuizProps {
        persist: false,
        help_line: HelpLine::new("tel:1", "Call"),
        share: Share::Hosted,
        page: "https://blog.example/post",
        hosted: "https://a.example/",
        previews: "https://a.example/r/",
        hash_key: "couple",
        opens_links: false,
        start: Start::First,
        label: "Ours",
        heading_level: 4,
        is_embedded: false,
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
        assert_eq!(with(11, level).heading_level(), expected, "{level}");
    }
    assert_eq!(with(7, "a b").hash_key(), "exhale");
    assert_eq!(with(1, "tel:1").help_line, None, "without a label");
    assert_eq!(with(2, "Call").help_line, None, "without a link");
    let mut script = ORDINARY;
    (script[1], script[2]) = ("javascript:1", "Call");
    assert_eq!(read(script).help_line, None);
    assert!(with(0, "maybe").persist && with(8, "maybe").opens_links && with(9, "maybe").start == Start::Intro);
}

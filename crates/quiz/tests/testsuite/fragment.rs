//! Result links in fragments as they arrive: changes by mail programs, messengers and hash routers are repaired where the checksum
//! proves the repair. Nothing else is read as a link, and nothing but the link is removed.

use exhale_quiz::link::{FIELD, LinkError, Shared, in_fragment, without_link};

/// Links with and without the reasons.
pub const LINKS: [&str; 2] = ["040vapctkkt809me", "040zapctkktb2gk3jkgjk069z8"];

/// Fragments in which `LINK` opens, and what remains of each.
const OPENS: &[(&str, &str)] = &[
    // As it was written.
    ("exhale=LINK", ""),
    ("a=1&exhale=LINK", "a=1"),
    ("exhale=LINK&b=2", "b=2"),
    ("a=1&exhale=LINK&b=2", "a=1&b=2"),
    ("exhale=LINK&?secret=x", "?secret=x"),
    ("/quiz&exhale=LINK", "/quiz"),
    // Routes.
    ("/quiz?exhale=LINK", "/quiz"),
    ("/quiz?exhale=LINK&page=2", "/quiz?page=2"),
    ("/quiz?page=2&exhale=LINK", "/quiz?page=2"),
    ("/quiz?page=2&exhale=LINK&b=3", "/quiz?page=2&b=3"),
    ("!/a?exhale=LINK", "!/a"),
    ("/?exhale=LINK", "/"),
    ("/&exhale=LINK", "/"),
    ("!/?exhale=LINK", "!/"),
    ("/quiz/?exhale=LINK", "/quiz/"),
    ("/quiz/exhale=LINK", "/quiz"),
    ("/quiz/exhale=LINK&b=2", "/quiz&b=2"),
    ("/quiz#exhale=LINK", "/quiz"),
    ("/quiz;id=5?exhale=LINK", "/quiz;id=5"),
    ("?exhale=LINK&b=2", "?b=2"),
    ("/f%C3%BCr%20uns?q=%26&exhale=LINK&c=%2f", "/f%C3%BCr%20uns?q=%26&c=%2f"),
    ("/für uns?exhale=LINK&c=ß", "/für uns?c=ß"),
    // A sign before it.
    ("!exhale=LINK", ""),
    ("/exhale=LINK", ""),
    ("!/exhale=LINK", ""),
    ("/exhale=LINK&b=2", "b=2"),
    ("#exhale=LINK", ""),
    ("?exhale=LINK", ""),
    ("&exhale=LINK", ""),
    ("%20exhale=LINK", ""),
    ("%23exhale=LINK", ""),
    ("%E2%80%8Bexhale=LINK", ""),
    ("\u{200b}exhale=LINK", ""),
    // Encoded, once, twice and more, in either case.
    ("exhale%3DLINK", ""),
    ("exhale%3dLINK", ""),
    ("exhale%253DLINK", ""),
    ("exhale%25253dLINK", ""),
    ("%65xhale=LINK", ""),
    ("%2Fquiz%3Fexhale%3DLINK%26page%3D2", "%2Fquiz%3Fpage%3D2"),
    ("%252Fquiz%253Fexhale%253DLINK%2526page%253D2", "%252Fquiz%253Fpage%253D2"),
    ("a%3D1%26exhale%3DLINK", "a%3D1"),
    ("a=1&amp;exhale=LINK&amp;b=2", "a=1&amp;b=2"),
    ("a=1;exhale=LINK", "a=1"),
    ("a=1 exhale=LINK", "a=1"),
    ("a=1%20exhale=LINK&b=2", "a=1&b=2"),
    ("/a!exhale=LINK", "/a"),
    ("a=(exhale=LINK&b=2", "a=(&b=2"),
    // A sign behind it.
    ("exhale=LINK.", ""),
    ("exhale=LINK,", ""),
    ("exhale=LINK;", ""),
    ("exhale=LINK:", ""),
    ("exhale=LINK!", ""),
    ("exhale=LINK?", "?"),
    ("exhale=LINK)", ""),
    ("exhale=LINK).", ""),
    ("exhale=LINK]", ""),
    ("exhale=LINK}", ""),
    ("exhale=LINK>", ""),
    ("exhale=LINK%3E", ""),
    ("exhale=LINK%3C/a%3E", ""),
    ("exhale=LINK\"", ""),
    ("exhale=LINK%22", ""),
    ("exhale=LINK'", ""),
    ("exhale=LINK”", ""),
    ("exhale=LINK%E2%80%9D", ""),
    ("exhale=LINK»", ""),
    ("exhale=LINK…", ""),
    ("exhale=LINK%E2%80%A6", ""),
    ("exhale=LINK...", ""),
    ("exhale=LINK。", ""),
    ("exhale=LINK*", ""),
    ("exhale=LINK**", ""),
    ("exhale=LINK_", ""),
    ("exhale=LINK`", ""),
    ("exhale=LINK|Anna", ""),
    ("exhale=LINK/", ""),
    ("exhale=LINK\\", ""),
    ("exhale=LINK%5C", ""),
    ("exhale=LINK%20", ""),
    ("exhale=LINK ", ""),
    ("exhale=LINK+", ""),
    ("exhale=LINK%00", ""),
    ("exhale=LINK%", ""),
    ("exhale=LINK%E2%80%8B", ""),
    ("exhale=LINK%0D%0A", ""),
    ("exhale=LINK=", ""),
    ("exhale=LINK=20", ""),
    ("exhale=LINK&quot;", "quot;"),
    ("exhale=(LINK)", ""),
    ("exhale=%22LINK%22", ""),
    // Text behind it.
    ("exhale=LINK%20Have%20a%20look", ""),
    ("exhale=LINK – 040v", ""),
    ("exhale=LINK)%20and%20more&b=2", "b=2"),
    ("exhale=LINKを見て", ""),
    ("exhale=LINK:~:text=quiz", ""),
    // What networks and newsletters put behind it.
    ("exhale=LINK?fbclid=IwAR0_a-b", "?fbclid=IwAR0_a-b"),
    ("exhale=LINK&fbclid=IwAR0_a-b", "fbclid=IwAR0_a-b"),
    ("exhale=LINK?gclid=1", "?gclid=1"),
    ("exhale=LINK&utm_source=mail&utm_medium=b", "utm_source=mail&utm_medium=b"),
    ("exhale=LINK%3Ffbclid%3DIwAR0", "%3Ffbclid%3DIwAR0"),
    ("exhale=LINK%26utm_source%3Dmail", "utm_source%3Dmail"),
    ("exhale=LINK&sa=D&source=docs", "sa=D&source=docs"),
    ("/quiz?exhale=LINK?fbclid=1", "/quiz?fbclid=1"),
    ("exhale=LINK#top", "top"),
    // The case.
    ("EXHALE=LINK", ""),
    ("Exhale=LINK", ""),
    // The sign between the two.
    ("exhale==LINK", ""),
    ("exhale%20=%20LINK", ""),
    ("exhale=3DLINK", ""),
    ("exhale=3dLINK", ""),
    ("exhale%3D3DLINK", ""),
];

/// Line breaks and invisible characters: a link with one of them anywhere opens.
pub const BREAKS: [&str; 26] = [
    "=",
    "\n",
    "=\r\n",
    "%0A",
    "%0D%0A",
    "%250A",
    "=0A",
    "=0D=0A",
    "=20",
    "=20=0A",
    "%3D0A",
    "%20",
    " ",
    "+",
    "%09",
    "%E2%80%8B",
    "\u{200b}",
    "\u{ad}",
    "%C2%AD",
    "%EF%BB%BF",
    "%E2%81%A0",
    "%C2%A0",
    "=E2=80=8B",
    "%0A%3E%20",
    "-%0A",
    "%25250A",
];

/// The same in the name of the field.
const NAME_BREAKS: [&str; 10] = ["=", "\n", "=\r\n", "%0A", "%0D%0A", "%250A", "%20", " ", "%E2%80%8B", "\u{ad}"];

/// Fragments without a link, which stay as they are.
const HAS_NONE: &[&str] = &[
    "",
    "top",
    "/quiz",
    "exhale",
    "LINK",
    "exhaleLINK",
    "exhale:LINK",
    "exhale-LINK",
    "noexhale=LINK",
    "no-exhale=LINK",
    "no_exhale=LINK",
    "exhaled=LINK",
    "exhal=LINK",
    "exh-ale=LINK",
    "exh%26ale=LINK",
    "exhale&=LINK",
    "a=1&b=2",
    "%",
    "%25",
    "%2525",
    "%E2%80",
    // A host's own, in its routes.
    "!/old?exhale=1",
    "/exhale=on",
    "/exhale=",
    "!exhale=yes",
    "/quiz?exhale=",
    "/quiz?exhale=0",
    "/quiz?exhale=040",
    "/quiz?exhale=04-vapctk",
    "/quiz?exhale=0.5000",
    "/quiz?exhale=1040vapctkkt809m",
    "a=1;exhale=2026",
    // In another case, after another character or in pieces, and not complete.
    "Exhale=",
    "EXHALE=040vapctkkt809m",
    "/quiz?Exhale=040vapctk",
    "x=exhale=040vapctkkt809m",
    "exh%0Aale=040vapctkkt809m",
];

const REFUSED: &[(&str, LinkError)] = &[
    ("exhale=", LinkError::Empty),
    ("exhale=&b=2", LinkError::Empty),
    ("exhale=?fbclid=1", LinkError::Empty),
    ("exhale=%20", LinkError::Empty),
    ("exhale=3D", LinkError::Empty),
    ("/quiz&exhale=", LinkError::Empty),
    ("exhale=)", LinkError::Foreign),
    ("exhale=u", LinkError::Foreign),
    ("exhale=hello-world", LinkError::Foreign),
    ("exhale=040vapctkkt!09me", LinkError::Foreign),
    ("exhale=040vapctkk!%2009me", LinkError::Foreign),
    ("exhale=040vapctk", LinkError::Cut),
    ("exhale=(040vapctk)", LinkError::Cut),
    ("!exhale=040vapctk", LinkError::Cut),
    ("/exhale=040vapctk", LinkError::Cut),
    ("/quiz?exhale=040vapctk", LinkError::Cut),
    ("exhale%3D040vapctk", LinkError::Cut),
    ("/quiz#exhale=040vapctk", LinkError::Cut),
    ("a=1&amp;exhale=040vapctk", LinkError::Cut),
    ("a=1%20exhale=040vapctk", LinkError::Cut),
    ("exhale=040vapctk.", LinkError::Cut),
    ("exhale=040vapctk…", LinkError::Cut),
    ("exhale=040vapctk...", LinkError::Cut),
    ("exhale=040vapctk?fbclid=809me", LinkError::Cut),
    ("exhale=040vapctk&utm=809me", LinkError::Cut),
    ("exhale=040v%0Aapctk", LinkError::Cut),
    ("exhale=04ü", LinkError::Cut),
    ("exhale=040vapctkkt809mf", LinkError::Altered),
    ("exhale=040vapctkkt809mf.", LinkError::Altered),
    ("exhale%3D040vapctkkt809mf?fbclid=1", LinkError::Altered),
    // What follows without a sign between may belong to it.
    ("exhale=LINK0", LinkError::Altered),
    ("exhale=LINKx.", LinkError::Altered),
    ("exhale=04%0A0vapctkkt809mex", LinkError::Altered),
    ("exhale=zzzzzzzzzzzzzzzz", LinkError::OtherVersion),
    ("a=1&exhale=zzzzzzzzzzzzzzzz).", LinkError::OtherVersion),
    ("/quiz?exhale=0800000000000000).", LinkError::OtherVersion),
    ("/quiz?exhale=O4OV", LinkError::Cut),
    ("/quiz?exhale=o40u", LinkError::Foreign),
    ("exhale=LINK&exhale=LINK", LinkError::Twice),
    ("exhale=LINK?exhale=LINK", LinkError::Twice),
    ("exhale=LINK%20https://quiz.example/%23exhale=LINK", LinkError::Twice),
    ("/quiz?exhale=LINK&exhale=040v", LinkError::Twice),
    ("exhale%3DLINK%26exhale%3DLINK", LinkError::Twice),
    ("exhale=LINK&Exhale=LINK", LinkError::Twice),
];

pub fn found(fragment: &str) -> Option<Result<Shared, LinkError>> {
    in_fragment(fragment, FIELD)
}

#[test]
fn a_link_opens_whatever_was_done_to_its_fragment_and_leaves_the_rest() {
    for link in LINKS {
        let shared = link.parse::<Shared>().expect("a link");
        for (fragment, rest) in OPENS {
            for link in [link.to_owned(), link.to_uppercase()] {
                let fragment = fragment.replace("LINK", &link);
                assert_eq!(found(&fragment), Some(Ok(shared)), "{fragment}");
                assert_eq!(without_link(&fragment, FIELD), *rest, "{fragment}");
            }
        }
    }
}

#[test]
fn a_link_opens_wherever_a_line_was_broken_in_it() {
    for link in LINKS {
        let shared = link.parse::<Shared>().expect("a link");
        for gap in BREAKS {
            for place in 0..=link.len() {
                let (start, end) = link.split_at(place);
                let fragment = format!("exhale={start}{gap}{end}.");
                assert_eq!(found(&fragment), Some(Ok(shared)), "{fragment:?}");
                assert_eq!(without_link(&fragment, FIELD), "", "{fragment:?}");
            }
        }
        for gap in NAME_BREAKS {
            for place in 1..FIELD.len() {
                let (start, end) = FIELD.split_at(place);
                let fragment = format!("{start}{gap}{end}={link}");
                assert_eq!(found(&fragment), Some(Ok(shared)), "{fragment:?}");
                assert_eq!(without_link(&fragment, FIELD), "", "{fragment:?}");
            }
        }
    }
}

#[test]
fn other_fields_and_routes_are_not_ours_and_stay() {
    for fragment in HAS_NONE {
        let fragment = fragment.replace("LINK", LINKS[0]);
        assert_eq!(found(&fragment), None, "{fragment}");
        assert_eq!(without_link(&fragment, FIELD), fragment);
    }
}

#[test]
fn it_is_said_what_is_wrong_with_a_link_that_cannot_be_repaired() {
    for (fragment, error) in REFUSED {
        let fragment = fragment.replace("LINK", LINKS[0]);
        assert_eq!(found(&fragment), Some(Err(*error)), "{fragment}");
        assert_eq!(found(&without_link(&fragment, FIELD)), None, "{fragment}");
    }
    assert_eq!(found(&format!("exhale={}", "0".repeat(64))), Some(Err(LinkError::OtherVersion)));
    assert_eq!(found(&format!("exhale={}", "0".repeat(65))), Some(Err(LinkError::TooLong)));
}

#[test]
fn each_quiz_finds_the_field_of_its_own_name() {
    let shared = LINKS[0].parse::<Shared>();
    let fragment = format!("/a?his_2={}&hers-b%3D{}.", LINKS[0], LINKS[1]);
    assert_eq!(in_fragment(&fragment, "his_2"), Some(shared));
    assert_eq!(in_fragment(&fragment, "hers-b"), Some(LINKS[1].parse()));
    assert_eq!(in_fragment(&fragment, "b"), None);
    assert_eq!(in_fragment(&fragment, "2"), None);
    assert_eq!(without_link(&fragment, "his_2"), format!("/a?hers-b%3D{}.", LINKS[1]));
    assert_eq!(without_link(&fragment, "hers-b"), format!("/a?his_2={}", LINKS[0]));
}

#[test]
fn all_of_two_links_is_taken_out() {
    let link = LINKS[0];
    for (fragment, rest) in [
        (format!("exhale={link}&exhale={link}"), ""),
        (format!("/a?exhale={link}&exhale={link}&b=2"), "/a?b=2"),
        (format!("/a?exhale={link}&b=2&exhale={link}"), "/a?b=2"),
        (format!("a=1&exhale={link}&b=2&EXHALE={link}&c=3"), "a=1&b=2&c=3"),
        (format!("exhale={link} exhale={link}"), ""),
        (format!("/a?exhale={link}#b&exhale={link}&c=3"), "/a#b&c=3"),
    ] {
        assert_eq!(without_link(&fragment, FIELD), rest, "{fragment}");
    }
}

/// A link is looked for as the page loads, and whoever sends one must not be able to stop it.
#[test]
fn a_fragment_of_a_megabyte_is_read_in_a_moment() {
    for part in ["exhale=", "Exhale=", "Exhale=\u{ad}", "exhale=0=1=", "e", "e=", "%25", "=", "&", "/exhale=04"] {
        let fragment = part.repeat(1_000_000 / part.len());
        let start = std::time::Instant::now();
        let _ = (found(&fragment), without_link(&fragment, FIELD));
        // Where each field were read to the end, it would be hours.
        assert!(start.elapsed().as_secs() < 20, "{part}: {:?}", start.elapsed());
    }
}

#[test]
fn what_begins_a_field_once_the_one_before_is_gone_goes_too() {
    for fragment in ["exhale=3D#exhale%3D", "exhale=1#exhale=2", "exhale=?exhale=#exhale="] {
        assert_eq!(found(&without_link(fragment, FIELD)), None, "{fragment}");
    }
}

//! Result links in made-up fragments: whatever was done to a link, it opens as what it was or not at all, and all but the link stays.

use exhale_quiz::{
    Answer, Answers, Form, INSTRUMENT, ITEMS, Position, Scores,
    link::{FIELD, Shared, without_link},
};
use proptest::{collection::vec, option, prelude::*, sample::select};

use crate::fragment::{BREAKS, LINKS, found};

fn any_shared() -> impl Strategy<Value = Shared> {
    (vec(0_u8..=5, ITEMS), any::<bool>(), any::<bool>()).prop_filter_map("no score", |(values, quick, with_reasons)| {
        let answers =
            Position::all().zip(values).fold(Answers::NONE, |sheet, (position, value)| sheet.with(position, Answer::new(value)));
        let form = if quick { Form::Quick } else { Form::Full };
        Shared::of(&Scores::of(&INSTRUMENT, form, &answers), with_reasons)
    })
}

/// A fragment with a link after one damage, or several at once.
fn damaged() -> impl Strategy<Value = (Shared, String)> {
    let start =
        select(vec!["", "!", "/", "!/", "?", "#", "/quiz?", "/quiz?a=1&", "a=1&", "a=1&amp;", "%2Fquiz%3F", " ", "%20", "%23"]);
    let sign = select(vec!["=", "%3D", "%3d", "%253D", "%25253D", "=3D", "%3D3D", "= ", "=\n"]);
    let end = select(vec![
        "",
        ".",
        ",",
        ")",
        "]",
        ">",
        "\"",
        "%22",
        "…",
        "%E2%80%A6",
        "...",
        "%20",
        "%20and more",
        ").",
        "?fbclid=040v",
        "&utm_source=040v",
        "%3Fgclid%3D1",
        "#top",
        "**",
        "%0A",
        "/",
        "。",
    ]);
    let gaps = vec((select(BREAKS.to_vec()), any::<prop::sample::Index>()), 0..3);
    (any_shared(), start, sign, end, gaps, any::<bool>(), option::of(0_u8..3)).prop_map(
        |(shared, start, sign, end, gaps, upper, encode)| {
            let mut link = shared.to_string();
            if upper {
                link = link.to_uppercase();
            }
            // One kind of break at a time: a mail program does the same to each line.
            let mut pieces: Vec<usize> = gaps.iter().map(|(_, place)| place.index(link.len() - 1) + 1).collect();
            pieces.sort_unstable();
            pieces.dedup();
            for place in pieces.iter().rev() {
                link.insert_str(*place, gaps[0].0);
            }
            let mut fragment = format!("{start}exhale{sign}{link}{end}");
            for _ in 0..encode.unwrap_or(0) {
                fragment = encoded(&fragment);
            }
            (shared, fragment)
        },
    )
}

/// All but letters and digits percent-encoded.
fn encoded(text: &str) -> String {
    text.bytes()
        .map(|byte| if byte.is_ascii_alphanumeric() { char::from(byte).to_string() } else { format!("%{byte:02X}") })
        .collect()
}

/// Text of the pieces that matter, in any order.
fn any_fragment() -> impl Strategy<Value = String> {
    let pieces = [
        "exhale",
        "Exhale",
        "exh",
        "ale",
        "=",
        "=",
        "&",
        "?",
        "#",
        "/",
        "!",
        ";",
        "%3D",
        "%26",
        "%25",
        "%",
        "3D",
        "=3D",
        " ",
        "\n",
        "%0A",
        "=0A",
        "&amp;",
        "ü",
        "\u{200b}",
        "%E2%80%8B",
        "a",
        "b=2",
        "quiz",
        ".",
        "-",
        "_",
        LINKS[0],
        LINKS[1],
        "040v",
        "apctkkt809me",
    ];
    vec(select(pieces.to_vec()), 0..14).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_damaged_link_opens_as_what_it_was((shared, fragment) in damaged()) {
        prop_assert_eq!(found(&fragment), Some(Ok(shared)), "{:?}", fragment);
        prop_assert_eq!(found(&without_link(&fragment, FIELD)), None, "{:?}", fragment);
    }

    #[test]
    fn what_is_left_has_no_link_and_is_part_of_what_was_there(fragment in prop_oneof![any_fragment(), any::<String>()]) {
        let rest = without_link(&fragment, FIELD);
        prop_assert_eq!(found(&rest), None, "{:?} leaves {:?}", fragment, rest);
        if found(&fragment).is_none() {
            prop_assert_eq!(&rest, &fragment);
        }
        let mut there = fragment.chars();
        prop_assert!(rest.chars().all(|kept| there.any(|there| there == kept)), "{:?} leaves {:?}", fragment, rest);
    }

    #[test]
    fn only_what_is_in_the_fragment_is_read(fragment in any_fragment()) {
        if let Some(Ok(shared)) = found(&fragment) {
            prop_assert!(LINKS.contains(&&*shared.to_string()), "{:?} is read as {}", fragment, shared);
        }
    }

    /// One character in another's place is always noticed, whatever else was done.
    #[test]
    fn a_link_with_another_character_is_never_read(
        shared in any_shared(), place in any::<prop::sample::Index>(), letter in "[0-9a-zA-Z!.,= %-]",
        end in select(vec!["", ".", " and", "%20040v", "?fbclid=1", "=\n", "%0A0"])
    ) {
        let link = shared.to_string();
        let place = place.index(link.len());
        let mut changed = link.clone();
        changed.replace_range(place..=place, &letter);
        if let Some(Ok(read)) = found(&format!("exhale={changed}{end}")) {
            prop_assert_eq!(read, shared, "{} for {}", changed, link);
        }
    }

    /// As before any repair: fields by themselves, and those of other names stay in their order.
    #[test]
    fn other_fields_stay_as_they_are(fields in vec("[a-df-z]{1,4}(=[a-z0-9.%/]{0,5})?", 0..5), place in any::<prop::sample::Index>()) {
        let mut with = fields.clone();
        with.insert(place.index(fields.len() + 1), format!("exhale={}", LINKS[0]));
        prop_assert_eq!(without_link(&with.join("&"), FIELD), fields.join("&"));
    }
}

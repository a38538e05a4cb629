//! The cards that networks show of a shared link: what is drawn on them, and when one cannot be drawn.

use std::{collections::BTreeSet, fs, ops::Range, path::Path};

use exhale_test_support::languages::languages;
use resvg::tiny_skia::{Pixmap, PremultipliedColorU8};

use crate::pages::*;

#[test]
fn the_images_are_what_the_networks_take_and_no_two_are_alike() {
    let site = written(NO_ADDRESS);
    let mut seen = BTreeSet::new();
    for (lang, slug) in cards() {
        let bytes = fs::read(site.join(format!("r/{lang}/{slug}/og.png"))).unwrap();
        assert!(bytes.len() < 300_000, "{lang}/{slug}: {} bytes", bytes.len());
        let drawn = Pixmap::decode_png(&bytes).expect("a PNG");
        assert_eq!((drawn.width(), drawn.height()), (1200, 630), "{lang}/{slug}");
        assert!(drawn.pixels().iter().all(PremultipliedColorU8::is_opaque), "{lang}/{slug}: a network would put black behind it");
        let ground = drawn.pixels()[0];
        assert_eq!((ground.red(), ground.green(), ground.blue()), (0x74, 0x3c, 0x6a), "{lang}/{slug}: on fig");
        // Words cover a few hundredths of it: none is blank, and none is a block of colour.
        let light = drawn.pixels().iter().filter(|pixel| pixel.green() > 200).count();
        assert!((8_000..80_000).contains(&light), "{lang}/{slug}: {light} light pixels");
        assert!(seen.insert(bytes), "{lang}/{slug} is like another");
    }
}

/// Each language with each name of a page.
fn cards() -> impl Iterator<Item = (String, &'static str)> {
    languages().into_iter().flat_map(|lang| slugs().into_iter().map(move |slug| (lang.clone(), slug)))
}

/// What is drawn on a card, by column and row.
fn is_inked(card: &Pixmap, columns: Range<u32>, row: u32) -> bool {
    columns.into_iter().any(|column| card.pixel(column, row) != card.pixel(0, 0))
}

/// The rows of a card in which something is drawn, one after another; a dot below a letter is none of its own.
fn rows_of(card: &Pixmap) -> Vec<Range<u32>> {
    let mut rows: Vec<Range<u32>> = Vec::new();
    for row in (0..card.height()).filter(|row| is_inked(card, 0..card.width(), *row)) {
        match rows.last_mut() {
            Some(last) if last.end == row => last.end += 1,
            _ => rows.push(row..row + 1),
        }
    }
    rows.retain(|row| row.len() >= 20);
    rows
}

/// No text is cut off at an edge, none runs into another, and each line has its words in its own column.
fn assert_clear(folder: &Path, slug: &str) {
    let path = folder.join("og.png");
    let card = Pixmap::decode_png(&fs::read(&path).unwrap()).expect("a PNG");
    for row in 0..card.height() {
        let is_edge = !(40..590).contains(&row);
        assert!(!is_inked(&card, if is_edge { 0..1200 } else { 0..70 }, row), "{}: {row}", path.display());
        assert!(!is_inked(&card, 1130..1200, row), "{}: {row}", path.display());
    }
    let rows = rows_of(&card);
    // The question and the name, what the lines are called, the lines, the words below, and the foot.
    let expected = match slug {
        "picture" => 5,
        "open-hands" | "co-pilot" => 7,
        _ => 6,
    };
    assert_eq!(rows.len(), expected, "{}: {rows:?}", path.display());
    for row in rows[2].start..rows[expected - 2].end {
        assert!(!is_inked(&card, 402..434, row) && !is_inked(&card, 766..798, row), "{}: {row}", path.display());
    }
    let foot = rows[expected - 1].clone();
    let between = |column: u32| foot.clone().all(|row| !is_inked(&card, column..column + 40, row));
    assert!((76..1084).any(between), "{}: the foot runs into the mark", path.display());
}

#[test]
fn no_text_of_a_card_is_clipped_or_runs_into_another() {
    let site = written(NO_ADDRESS);
    for (lang, slug) in cards() {
        assert_clear(&site.join(format!("r/{lang}/{slug}")), slug);
    }
}

#[test]
fn a_long_name_shrinks_until_it_fits() {
    let from = with_text("long-name", "name = \"The Navigator\"", "name = \"The Navigator of the Wide Open Sea\"");
    let site = temporary("long-name");
    let run = run(&from, &site, NO_ADDRESS);
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    assert_clear(&site.join("r/en/navigator"), "navigator");
    let card = Pixmap::decode_png(&image(&site, "navigator")).unwrap();
    let name = rows_of(&card)[1].clone();
    let ends = |mut columns: Range<u32>| columns.any(|column| name.clone().any(|row| is_inked(&card, column..column + 1, row)));
    assert!(ends(70..90) && ends(1105..1130), "as large as it fits");
}

#[test]
fn an_image_drawn_again_is_equal_to_the_byte() {
    let (once, again) = (written(NO_ADDRESS), written_anew("again", NO_ADDRESS));
    for slug in slugs() {
        assert!(image(&once, slug) == image(&again, slug), "{slug}");
    }
}

#[test]
fn a_text_that_a_card_cannot_show_stops_the_build() {
    for (name, old, new, problem) in [
        (
            "long-word",
            "\"Firm hold\"",
            "\"A hold that is as firm as any hold can be\"",
            "navigator/: too long for its card: \"A hold that",
        ),
        (
            "long-question",
            "heading = \"What makes it hard to let your partner",
            "heading = \"Now what is it that makes it so very hard for so many of us to let a partner",
            "open-hands/: too long for its card: \"Now what",
        ),
        (
            "long-note",
            "note = \"Four minutes.",
            "note = \"Four minutes, or six if you like to take your time over things of this kind.",
            "on its card \"Exhale\" runs into \"Four minutes, or six",
        ),
        (
            "too-long-name",
            "\"The Craftsperson\"",
            "\"The Craftsperson Who Never Leaves a Thing Undone\"",
            "too long for its card: \"The Craft",
        ),
        ("letters", "name = \"The Navigator\"", "name = \"Ο πλοηγός\"", "the fonts in assets/fonts have no"),
    ] {
        let said = refused_with(name, old, new);
        assert!(said.starts_with("site: content/en.toml: r/en/") && said.contains(problem), "{said}");
    }
}

//! The testable rules for the thirty statements (`docs/instrument.md`, 3.1), on the English content file.

use std::collections::HashSet;

use exhale_content::{Content, compile};
use exhale_test_support::read;

fn content() -> Content<String> {
    compile::parse(&read("content/en.toml")).unwrap_or_else(|mistake| panic!("content/en.toml: {mistake}")).quiz
}

/// Lower-case words; apostrophes inside a word are dropped, as `scripts/hash-runs.py` does.
fn words(text: &str) -> Vec<String> {
    let text = text.to_lowercase().replace(['’', '\''], "");
    text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

#[test]
fn the_wording_is_that_of_the_design() {
    let design: Vec<String> = read("docs/instrument.md")
        .lines()
        .skip_while(|line| !line.starts_with("### 3.2"))
        .filter_map(|line| {
            let cells: Vec<&str> = line.split('|').map(str::trim).collect();
            cells.get(1)?.parse::<u8>().ok()?;
            Some(cells[5].to_owned())
        })
        .collect();
    assert_eq!(design.len(), 30);
    assert_eq!(content().items.to_vec(), design);
}

#[test]
fn each_is_at_most_eighteen_words_long() {
    for statement in content().items {
        assert!(words(&statement).len() <= 18, "{statement}");
    }
}

#[test]
fn none_has_a_negation_or_an_absolute() {
    let refused = ["always", "never", "not", "no", "every", "nobody", "nothing"];
    for statement in content().items {
        assert!(!statement.contains("n't") && !statement.contains("n’t"), "{statement}");
        assert!(words(&statement).iter().all(|word| !refused.contains(&&**word)), "{statement}");
    }
}

#[test]
fn none_has_a_gendered_word_or_takes_children_for_granted() {
    let refused = [
        "he",
        "she",
        "him",
        "her",
        "his",
        "hers",
        "man",
        "men",
        "woman",
        "women",
        "wife",
        "husband",
        "boyfriend",
        "girlfriend",
        "child",
        "children",
        "kid",
        "kids",
        "mom",
        "mum",
        "dad",
    ];
    for statement in content().items {
        assert!(words(&statement).iter().all(|word| !refused.contains(&&**word)), "{statement}");
    }
}

#[test]
fn none_shares_four_words_in_a_row_with_the_source_articles() {
    let hashes: HashSet<u64> =
        include_str!("article-runs.txt").lines().map(|line| u64::from_str_radix(line, 16).unwrap()).collect();
    assert!(hashes.len() > 2500, "the list of runs is complete");
    let in_articles = |text: &str| words(text).windows(4).any(|run| hashes.contains(&hash(&run.join(" "))));
    for statement in content().items {
        assert!(!in_articles(&statement), "{statement}");
    }
    // The check itself finds an ordinary run of the articles.
    assert!(in_articles("So take the lead in the relationship."));
}

/// FNV-1a, low 40 bits.
fn hash(text: &str) -> u64 {
    let full =
        text.bytes().fold(0xcbf2_9ce4_8422_2325, |value: u64, byte| (value ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3));
    full & 0xff_ffff_ffff
}

#[test]
fn pooled_reading_grade_is_at_most_six_and_each_statement_at_most_eight() {
    let items = content().items;
    let (mut all_words, mut all_syllables) = (0, 0);
    for statement in &items {
        let words = words(statement);
        let syllables: usize = words.iter().map(|word| syllables(word)).sum();
        all_words += words.len();
        all_syllables += syllables;
        let grade = grade(words.len(), 1, syllables);
        assert!(grade <= 8.0, "grade {grade:.1}: {statement}");
    }
    let pooled = grade(all_words, items.len(), all_syllables);
    assert!(pooled <= 6.0, "pooled grade {pooled:.1}");
}

/// Flesch-Kincaid grade.
#[allow(clippy::cast_precision_loss, reason = "small counts")]
fn grade(words: usize, sentences: usize, syllables: usize) -> f64 {
    0.39 * words as f64 / sentences as f64 + 11.8 * syllables as f64 / words as f64 - 15.59
}

/// Groups of vowels, less a silent e at the end: rough, and known to be.
fn syllables(word: &str) -> usize {
    let is_vowel = |letter: char| "aeiouy".contains(letter);
    let (mut count, mut in_group) = (0, false);
    for letter in word.chars() {
        count += usize::from(is_vowel(letter) && !in_group);
        in_group = is_vowel(letter);
    }
    let silent = word.ends_with('e') && !word.ends_with("le") && count > 1;
    (count - usize::from(silent)).max(1)
}

#[test]
fn the_counters_count() {
    assert_eq!(words("I'll don’t stop—at 10."), ["ill", "dont", "stop", "at", "10"]);
    let cases = [("I", 1), ("take", 1), ("partner", 2), ("people", 2), ("capable", 3), ("routine", 2)];
    for (word, count) in cases {
        assert_eq!(syllables(word), count, "{word}");
    }
}

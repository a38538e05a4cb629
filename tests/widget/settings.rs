//! What a page sets, as a Rust page sets it and as `embed.js` writes it.

use exhale::widget::{Setting, Settings};

#[test]
fn nothing_set_is_the_ordinary_quiz() {
    let settings = Settings::default();
    assert!(settings.persists());
    assert_eq!((settings.help(), settings.field(), settings.level()), (None, "exhale", 2));
    assert_eq!(settings.get(Setting::HeadingLevel), "");
}

#[test]
fn a_line_for_each_setting_in_their_order() {
    let settings = Settings::read("off\ntel:1\nCall\nnone\nhttps://a.example/r/\ncouple\nno\nfirst\nOurs\n4");
    let set = Settings::default()
        .with(Setting::Persist, "off")
        .with(Setting::HelpHref, "tel:1")
        .with(Setting::HelpLabel, "Call")
        .with(Setting::Share, "none")
        .with(Setting::Previews, "https://a.example/r/")
        .with(Setting::Field, "couple")
        .with(Setting::OpensLinks, "no")
        .with(Setting::Start, "first")
        .with(Setting::Label, "Ours")
        .with(Setting::HeadingLevel, "4");
    assert_eq!(settings, set);
    assert!(!settings.persists());
    let help = settings.help().expect("a help line");
    assert_eq!((help.href(), help.label()), ("tel:1", "Call"));
    assert_eq!((settings.field(), settings.get(Setting::Label), settings.level()), ("couple", "Ours", 4));
}

#[test]
fn a_value_is_one_line_and_a_level_two_to_six() {
    let settings = Settings::default().with(Setting::Label, "Ours\nand more").with(Setting::Start, "first");
    assert_eq!((settings.get(Setting::Label), settings.get(Setting::Start)), ("Ours", "first"));
    for (level, expected) in [("", 2), ("1", 2), ("2", 2), ("3", 3), ("6", 6), ("7", 2), ("33", 2), ("x", 2)] {
        assert_eq!(settings.with(Setting::HeadingLevel, level).level(), expected, "{level}");
    }
}

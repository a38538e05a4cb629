//! The accent colour: its contrast report, and the style in the snippets.

use exhale_content::fill;
use libtest_mimic::Failed;
use serde_json::json;

use super::{BUILDER_TEXTS, choose, is_invalid, open, said, snippet, write};
use crate::{Context, Test, engine::Device, page::Page};

pub const TESTS: &[Test] = &[
    ("how well a colour can be seen is said as WCAG counts it, and a lighter one stands in on dark", colours),
    ("what is no colour is said, and is not used", wrong_colours),
];

/// The backgrounds of the quiz.
pub const LIGHT: &str = "#faf8f5";
pub const DARK: &str = "#1c191d";

/// Contrast of two colours, `#rrggbb`, as WCAG 2 defines it.
pub fn contrast(one: &str, other: &str) -> f64 {
    let luminance = |colour: &str| {
        let part = |at: usize| f64::from(u8::from_str_radix(&colour[at..at + 2], 16).expect("#rrggbb")) / 255.0;
        let linear = |part: f64| if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) };
        0.2126 * linear(part(1)) + 0.7152 * linear(part(3)) + 0.0722 * linear(part(5))
    };
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// The expected report on a colour in a theme; `instead` replaces it on dark.
fn verdict(theme: &str, colour: &str, instead: &str) -> String {
    let ratio = |contrast: f64| format!("{:.1}", (contrast * 10.0).floor() / 10.0);
    let judged = |ground: &str, [easy, fair, faint]: [&String; 3]| {
        let contrast = contrast(colour, ground);
        let sentence = if contrast >= 4.5 {
            easy
        } else if contrast >= 3.0 {
            fair
        } else {
            faint
        };
        fill(sentence, &[("ratio", &ratio(contrast))])
    };
    let says = &*BUILDER_TEXTS;
    let light = judged(LIGHT, [&says.colour_light_easy, &says.colour_light_fair, &says.colour_light_faint]);
    let dark = judged(DARK, [&says.colour_dark_easy, &says.colour_dark_fair, &says.colour_dark_faint]);
    match theme {
        "light" => light,
        "dark" => dark,
        "inherit" => {
            fill(&says.colour_inherit, &[("light", &ratio(contrast(colour, LIGHT))), ("dark", &ratio(contrast(colour, DARK)))])
        }
        _ if instead == colour => format!("{light} {dark}"),
        _ => {
            let values = [("colour", instead), ("ratio", &ratio(contrast(instead, DARK)))];
            format!("{light} {}", fill(&says.colour_dark_instead, &values))
        }
    }
}

/// The colours in the attributes of the snippet: accent, text on it, and both for dark if they differ.
async fn styled(page: &Page) -> Vec<String> {
    let script = snippet(page, "script").await;
    let value =
        |name: &str| script.split(&format!("{name}=\"")).nth(1).and_then(|rest| rest.split('"').next()).unwrap_or_default();
    let pair = |name: &str| -> Vec<String> {
        let colours = value(name).trim_start_matches("light-dark(").trim_end_matches(')');
        colours.split(',').map(ToOwned::to_owned).collect()
    };
    let (accents, texts) = (pair(" accent"), pair(" accent-text"));
    accents.into_iter().zip(texts).flat_map(|(accent, text)| [accent, text]).collect()
}

fn colours(context: &Context) -> Result<(), Failed> {
    context.browse(Device::default(), |page| async move {
        open(&page).await;
        assert_eq!(said(&page, "accent").await, format!("{} {}", BUILDER_TEXTS.colour_own, verdict("", "#743c6a", "#dba9d0")));
        // Dark, blue, grey, black; fair on light; faint on light; readable on both; other notations.
        for (written, colour) in [
            ("#004080", "#004080"),
            ("0000ff", "#0000ff"),
            ("#222", "#222222"),
            ("000000", "#000000"),
            ("#B07000", "#b07000"),
            ("FFCC00", "#ffcc00"),
            ("#008577", "#008577"),
            ("#777777", "#777777"),
        ] {
            choose(&page, "theme", "").await;
            write(&page, "accent", written).await;
            let found = styled(&page).await;
            let instead = found.get(2).map_or(colour, String::as_str);
            assert_eq!(found[0], colour);
            assert_eq!(found.len() > 2, contrast(colour, DARK) < 4.5, "{colour} has a stand-in where it needs one: {found:?}");
            let there = contrast(instead, DARK);
            assert!(there >= 4.5, "{instead} for {colour} on dark: {there}");
            assert!(instead == colour || there < 5.0, "no lighter than it must be: {instead} for {colour}, {there}");
            for pair in found.chunks(2) {
                let ink = if pair[1] == "#000" { "#000000" } else { "#ffffff" };
                let other = if pair[1] == "#000" { "#ffffff" } else { "#000000" };
                assert!(contrast(&pair[0], ink) >= contrast(&pair[0], other), "{pair:?}");
            }
            assert_eq!(said(&page, "accent").await, verdict("", colour, instead));
            for theme in ["light", "dark", "inherit"] {
                choose(&page, "theme", theme).await;
                assert_eq!(said(&page, "accent").await, verdict(theme, colour, ""), "{colour}, {theme}");
                assert_eq!(styled(&page).await, found[..2], "the colour itself, once");
            }
        }
        // The default accent needs no attribute.
        for (theme, own) in [("", "#743c6a"), ("light", "#743c6a"), ("dark", "#dba9d0"), ("inherit", "#a55b9a")] {
            choose(&page, "theme", theme).await;
            write(&page, "accent", own).await;
            assert!(!snippet(&page, "script").await.contains("accent="), "{theme}");
            assert!(said(&page, "accent").await.starts_with(&BUILDER_TEXTS.colour_own));
        }
    })
}

fn wrong_colours(context: &Context) -> Result<(), Failed> {
    context.browse(Device::default(), |page| async move {
        open(&page).await;
        let plain = snippet(&page, "script").await;
        for wrong in ["red", "#12", "#12345g", "#fff;}"] {
            write(&page, "accent", wrong).await;
            assert_eq!((said(&page, "accent").await, is_invalid(&page, "accent").await), (BUILDER_TEXTS.colour_wrong.clone(), true));
            assert_eq!(snippet(&page, "script").await, plain, "{wrong}");
        }
        // Picker and text field follow each other.
        page.run("const pick = document.getElementById('pick'); pick.value = '#004080'; pick.dispatchEvent(new InputEvent('input', { bubbles: true }))")
            .await;
        assert_eq!(page.run("return document.getElementById('accent').value").await, json!("#004080"));
        assert!(!is_invalid(&page, "accent").await && snippet(&page, "script").await.contains("#004080"));
        write(&page, "accent", "abc").await;
        assert_eq!(page.run("return document.getElementById('pick').value").await, json!("#aabbcc"));
    })
}

//! QR codes, held against a library that makes them.

use exhale::share::qr::{CAPACITY, SIZE, path};
use qrcodegen::{Mask, QrCode, QrCodeEcc, QrSegment, Version};

/// The dark modules of a path, as places.
fn dark(path: &str) -> Vec<(i32, i32)> {
    let modules = path.split('M').skip(1).map(|module| module.strip_suffix("h1").expect("a line as long as a module"));
    let mut places: Vec<(i32, i32)> = modules
        .map(|module| {
            let (x, y) = module.split_once(' ').expect("two numbers");
            (x.parse().expect("a number"), y.parse().expect("a number"))
        })
        .collect();
    places.sort_unstable();
    places
}

#[test]
fn every_length_gives_the_code_that_the_library_gives() {
    let alphabet = "https://quiz.example/posts/a-walk?ref=blog&x=%C3%BC#exhale=040vapctkkt809me";
    for length in 0..=CAPACITY {
        let text: String = alphabet.chars().cycle().skip(length % 7).take(length).collect();
        let segments = [QrSegment::make_bytes(text.as_bytes())];
        let version = Version::new(6);
        let expected =
            QrCode::encode_segments_advanced(&segments, QrCodeEcc::Low, version, version, Some(Mask::new(0)), false).unwrap();
        assert_eq!(i32::try_from(SIZE), Ok(expected.size()));
        let all = (0..expected.size()).flat_map(|x| (0..expected.size()).map(move |y| (x, y)));
        let expected: Vec<(i32, i32)> = all.filter(|&(x, y)| expected.get_module(x, y)).collect();
        assert_eq!(dark(&path(&text).unwrap()), expected, "{length} bytes");
    }
}

#[test]
fn a_text_that_is_too_long_has_no_code() {
    assert_eq!(path(&"x".repeat(CAPACITY + 1)), None);
    assert_eq!(path(&"ü".repeat(CAPACITY / 2 + 1)), None);
}

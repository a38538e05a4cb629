//! QR codes, held against a library that makes them.

use exhale::qr::Code;
use qrcodegen::{Mask, QrCode, QrCodeEcc, QrSegment, Version};

#[test]
fn every_length_gives_the_code_that_the_library_gives() {
    let alphabet = "https://quiz.example/posts/a-walk?ref=blog&x=%C3%BC#exhale=040vapctkkt809me";
    for length in 0..=180 {
        let text: String = alphabet.chars().cycle().skip(length % 7).take(length).collect();
        let segments = [QrSegment::make_bytes(text.as_bytes())];
        let (first, last) = (Version::new(1), Version::new(9));
        let expected =
            QrCode::encode_segments_advanced(&segments, QrCodeEcc::Medium, first, last, Some(Mask::new(0)), false).unwrap();
        let code = Code::of(&text).unwrap();
        assert_eq!(i32::try_from(code.size), Ok(expected.size()), "{length} bytes");
        for y in 0..code.size {
            for x in 0..code.size {
                let (across, down) = (i32::try_from(x).unwrap(), i32::try_from(y).unwrap());
                assert_eq!(code.is_dark(x, y), expected.get_module(across, down), "{length} bytes: module {x}, {y}");
            }
        }
    }
}

#[test]
fn a_text_that_is_too_long_has_no_code() {
    assert_eq!(Code::of(&"x".repeat(181)), None);
    assert_eq!(Code::of(&"ü".repeat(91)), None);
}

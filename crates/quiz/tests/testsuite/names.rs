//! The names that forms, scales, bands and profiles have in answer sheets, results and addresses.

use std::{error::Error, fmt::Display, str::FromStr};

use exhale_quiz::{Band, Form, Profile, Scale, UnknownName};

fn assert_read_back<T: Copy + Display + FromStr<Err = UnknownName>>(all: &[T], slug: fn(T) -> &'static str) {
    for value in all {
        let name = value.to_string();
        assert_eq!(name, slug(*value));
        assert_eq!(name.parse().map(slug), Ok(slug(*value)));
        assert!(name.to_uppercase().parse::<T>().is_err(), "names are in lower case");
    }
}

#[test]
fn each_name_is_read_back_as_what_it_names() {
    assert_read_back(&[Form::Quick, Form::Full], Form::slug);
    assert_read_back(&Scale::ALL, Scale::slug);
    assert_read_back(&[Band::Low, Band::Mid, Band::High], Band::slug);
    assert_read_back(&Profile::ALL, Profile::slug);
}

#[test]
fn a_name_in_a_table_is_padded() {
    assert_eq!(format!("[{:<6}] [{:>6}]", Band::Mid, Form::Full), "[mid   ] [  full]");
}

#[test]
fn another_name_is_said_with_those_there_are() {
    let cases: [(Box<dyn Error>, &str); 3] = [
        (Form::from_str("Full").unwrap_err().into(), "'Full' is not \"full\" or \"quick\""),
        (Band::from_str("").unwrap_err().into(), "'' is not \"low\", \"mid\" or \"high\""),
        (
            Profile::from_str("captain").unwrap_err().into(),
            "'captain' is not \"open-hands\", \"co-pilot\", \"navigator\", \"craftsperson\", \"lighthouse\" or \"cornerstone\"",
        ),
    ];
    for (error, sentence) in cases {
        assert_eq!(error.to_string(), sentence);
    }
}

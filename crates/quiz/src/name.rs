//! Forms, scales, bands and profiles by the names they have in answer sheets, results and addresses.

use core::{fmt, str::FromStr};

use super::{
    instrument::{Form, Scale},
    profile::Profile,
    scoring::Band,
};

/// A text that is none of the names a value can have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownName {
    found: String,
    known: Vec<&'static str>,
}

impl fmt::Display for UnknownName {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "'{}' is not ", self.found)?;
        for (index, name) in self.known.iter().enumerate() {
            let separator = match index {
                0 => "",
                _ if index + 1 == self.known.len() => " or ",
                _ => ", ",
            };
            write!(formatter, "{separator}\"{name}\"")?;
        }
        Ok(())
    }
}

impl core::error::Error for UnknownName {}

/// `Display` writes the slug, `FromStr` reads it.
macro_rules! named_by_slug {
    ($($kind:ident: $all:expr;)+) => {$(
        impl fmt::Display for $kind {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.pad(self.slug())
            }
        }

        impl FromStr for $kind {
            type Err = UnknownName;

            fn from_str(name: &str) -> Result<$kind, UnknownName> {
                find(name, &$all, $kind::slug)
            }
        }
    )+};
}

named_by_slug! {
    Form: [Form::Full, Form::Quick];
    Scale: Scale::ALL;
    Band: [Band::Low, Band::Mid, Band::High];
    Profile: Profile::ALL;
}

fn find<T: Copy>(name: &str, all: &[T], slug: fn(T) -> &'static str) -> Result<T, UnknownName> {
    let found = all.iter().copied().find(|value| slug(*value) == name);
    found.ok_or_else(|| UnknownName { found: name.to_owned(), known: all.iter().copied().map(slug).collect() })
}

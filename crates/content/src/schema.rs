//! Declares the shape of the content: structs of texts, the number of each text, and the schema that a content file is checked by.

/// A key of a content file, or of a table in it.
#[cfg(feature = "compile")]
#[derive(Clone, Copy, Debug)]
pub struct Field {
    name: &'static str,
    /// What stands under it.
    pub shape: Shape,
}

#[cfg(feature = "compile")]
impl Field {
    /// A field of a struct, by its name in Rust.
    pub const fn new(name: &'static str, shape: Shape) -> Field {
        Field { name, shape }
    }

    /// The key as the file has it: in kebab case.
    pub fn key(&self) -> String {
        self.name.trim_start_matches("r#").replace('_', "-")
    }
}

/// What stands under a key.
#[cfg(feature = "compile")]
#[derive(Clone, Copy, Debug)]
pub enum Shape {
    /// A text.
    Text,
    /// So many texts.
    Texts(usize),
    /// A table.
    Table(&'static [Field]),
    /// So many tables.
    Tables(usize, &'static [Field]),
}

/// Declares structs whose fields are texts (`S`), other such structs, or arrays of either. For each it derives how many texts
/// it holds, their numbers, and its schema.
macro_rules! messages {
    ($($(#[$meta:meta])* $name:ident { $($field:ident: $head:tt $(<$text:ident>)?,)+ })+) => {$(
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[allow(missing_docs, reason = "content/en.toml says what each text is for")]
        pub struct $name<S> { $(pub $field: $head $(<$text>)?,)+ }

        impl $name<$crate::TextId> {
            /// How many texts it holds.
            #[allow(dead_code, reason = "asked of the whole quiz and its parts only")]
            pub(crate) const TEXTS: u16 = 0 $(+ messages!(@texts $head))+;

            /// Its texts numbered in their order, from `next`.
            pub(crate) const fn numbered(mut next: u16) -> Self {
                $(let $field = messages!(@numbered $head, next); next += messages!(@texts $head);)+
                let _ = next;
                $name { $($field,)+ }
            }
        }

        #[cfg(feature = "compile")]
        impl $name<$crate::TextId> {
            /// Its keys in their order.
            pub(crate) const FIELDS: &'static [$crate::schema::Field] =
                &[$($crate::schema::Field::new(stringify!($field), messages!(@shape $head)),)+];
        }

        #[cfg(feature = "compile")]
        impl<S> $name<S> {
            /// The same with something else in place of each text, in their order.
            pub fn map<T>(self, text: &mut impl FnMut(S) -> T) -> $name<T> {
                $name { $($field: messages!(@map $head, self.$field, text),)+ }
            }
        }
    )+};
    (@texts S) => { 1 };
    (@texts [S; $n:expr]) => { $n as u16 };
    (@texts [$part:ident<S>; $n:expr]) => { $n as u16 * $part::TEXTS };
    (@texts $part:ident) => { $part::TEXTS };
    (@numbered S, $next:ident) => { $crate::TextId($next) };
    (@numbered [S; $n:expr], $next:ident) => {{
        let mut all = [$crate::TextId($next); $n];
        let mut index = 1;
        while index < $n {
            all[index] = $crate::TextId($next + index as u16);
            index += 1;
        }
        all
    }};
    (@numbered [$part:ident<S>; $n:expr], $next:ident) => {{
        let mut all = [$part::numbered($next); $n];
        let mut index = 1;
        while index < $n {
            all[index] = $part::numbered($next + index as u16 * $part::TEXTS);
            index += 1;
        }
        all
    }};
    (@numbered $part:ident, $next:ident) => { $part::numbered($next) };
    (@shape S) => { $crate::schema::Shape::Text };
    (@shape [S; $n:expr]) => { $crate::schema::Shape::Texts($n) };
    (@shape [$part:ident<S>; $n:expr]) => { $crate::schema::Shape::Tables($n, $part::FIELDS) };
    (@shape $part:ident) => { $crate::schema::Shape::Table($part::FIELDS) };
    (@map S, $value:expr, $text:ident) => { $text($value) };
    (@map [S; $n:expr], $value:expr, $text:ident) => { $value.map(&mut *$text) };
    (@map [$part:ident<S>; $n:expr], $value:expr, $text:ident) => { $value.map(|part| part.map($text)) };
    (@map $part:ident, $value:expr, $text:ident) => { $value.map($text) };
}

pub(crate) use messages;

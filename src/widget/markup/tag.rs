//! How an element is named in the code: its tag, and the attributes that never change.

/// An element that is opened: its tag, and the attributes that never change. See [`tag!`].
pub type Tag = &'static str;

/// An element with attributes: `tag!["p", "class" = "note", "part" = "safety"]`. One text, with a line for each attribute, which
/// [`super::Markup::open`] takes apart: a table of names and values would be a kilobyte more.
macro_rules! tag {
    ($tag:literal $(, $name:literal = $value:literal)+) => { concat!($tag $(, "\n", $name, "=", $value)+) };
}
pub(in crate::widget) use tag;

/// A paragraph in small print.
pub const SMALL: Tag = tag!["p", "class" = "small"];

/// The attributes that may stand in a [`Tag`], and the level of a heading.
pub const NAMES: &[&str] = &[
    "class",
    "part",
    "type",
    "name",
    "id",
    "value",
    "for",
    "role",
    "aria-label",
    "lang",
    "dir",
    "scope",
    "tabindex",
    "open",
    "hidden",
    "href",
    "rel",
    "target",
    "readonly",
    "rows",
    "max",
    "colspan",
    "aria-describedby",
    "aria-expanded",
    "aria-hidden",
    "aria-valuetext",
    "viewBox",
    "width",
    "height",
    "fill",
    "d",
    "x",
    "y",
    "x1",
    "x2",
    "y1",
    "y2",
    "cx",
    "cy",
    "rx",
    "ry",
    "r",
    "transform",
    "stroke-dasharray",
    LEVEL,
];
pub const LEVEL: &str = "aria-level";

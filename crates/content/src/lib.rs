//! What the quiz says, as data. `content/<lang>.toml` is checked and compiled by the `compile` module (a feature); the page
//! fetches the compiled file beside the WebAssembly, which holds no prose of its own.
//!
//! [`Content`] is the shape of it. What its fields hold is a parameter: `String` in the file, [`TextId`] in the page, where a
//! text is a number known at compile time and [`Messages`] has the texts. So a language is read in one short loop, and a text
//! on the screen costs the code no more than a constant.

#[cfg(feature = "compile")]
pub mod compile;
mod content;
mod fill;
mod messages;
mod schema;
#[cfg(feature = "compile")]
mod site_content;

pub use content::*;
pub use fill::{fill, fill_in_order, with_digits};
pub use messages::{Messages, TextId, UnreadableContent};
#[cfg(feature = "compile")]
pub use site_content::*;

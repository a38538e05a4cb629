//! What the command `site` writes, read back.

mod builder;
mod languages;
mod oembed;
mod paper;
mod previews;
mod printed;

//! What the command `site` writes, read back.

mod builder;
mod cards;
mod languages;
mod oembed;
mod pages;
mod paper;
mod previews;
mod printed;

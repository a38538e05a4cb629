//! The tests of the domain, as one program: it links once.

mod address;
mod answers;
mod fragment;
mod fragment_properties;
mod golden;
mod guidance;
mod history;
mod instrument;
mod json;
mod kept;
mod letter;
mod link;
mod names;
mod properties;
mod reachable;
mod rules;
mod runs;
mod scales;
mod session;
mod session_codec;

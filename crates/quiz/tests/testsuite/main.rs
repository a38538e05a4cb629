//! The tests of the domain, as one program: it links once.

mod address;
mod answers;
mod fragment;
mod golden;
mod guidance;
mod history;
mod instrument;
mod link;
mod names;
mod properties;
mod reachable;
mod record;
mod rules;
mod runs;
mod saved;
mod scales;
mod session;

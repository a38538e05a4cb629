//! The tests of `src/quiz` as one program, which is compiled in two seconds where twelve take twenty: for `make mutants`.

#![allow(clippy::duplicate_mod, reason = "each test brings what it needs")]

#[path = "../answers.rs"]
mod answers;
#[path = "../golden.rs"]
mod golden;
#[path = "../guidance.rs"]
mod guidance;
#[path = "../history.rs"]
mod history;
#[path = "../instrument.rs"]
mod instrument;
#[path = "../link.rs"]
mod link;
#[path = "../properties.rs"]
mod properties;
#[path = "../record.rs"]
mod record;
#[path = "../saved.rs"]
mod saved;
#[path = "../scales.rs"]
mod scales;
#[path = "../session.rs"]
mod session;

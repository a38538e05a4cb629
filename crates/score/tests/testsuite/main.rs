//! The command `score`, run as a user runs it.

mod csv;
mod link;
mod program;
mod sheets;

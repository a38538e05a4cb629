//! The command `score`, run as a user runs it.

mod csv;
mod help;
mod link;
mod program;
mod quotes;
mod sheets;
mod spreadsheets;

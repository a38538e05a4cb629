//! The compiler of content files, and the rules for the statements in them.

mod compile;
mod statements;

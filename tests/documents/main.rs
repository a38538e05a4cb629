//! What documents say, held against what they are about.

mod examples;
mod manifest;

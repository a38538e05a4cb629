//! The parts of a result.

pub mod chart;
pub mod lines;
mod plate;
pub mod quality_note;
pub mod rests;
pub mod safety_note;
pub mod score_text;
pub mod scoring_breakdown;
pub mod steps;
pub mod strengths;
pub mod tables;
pub mod top_reasons;

pub use self::{chart::Owner, plate::plate, strengths::quote};

//! The parts of a result.

pub mod chart;
mod plate;
pub mod quality_note;
pub mod safety_note;
pub mod score_text;
pub mod scoring_breakdown;
pub mod strengths;
pub mod tables;
pub mod top_reasons;

pub use self::{chart::Owner, plate::plate};

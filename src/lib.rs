//! Exhale: a self-assessment on control, perfectionism and trust.

pub mod quiz;

//! What a person sees. One component, [`Quiz`]; its screens are plain functions from a `View` to markup,
//! which costs fewer bytes than a component each. No rules live here.

mod app;
mod chart;
mod first;
mod foot;
mod hands;
mod head;
mod keep;
mod pause;
mod picture;
mod quality;
mod result;
mod safety;
mod sketch;
mod standouts;
pub mod state;
mod statement;
mod strengths;
mod view;
mod working;

pub use app::{Props, Quiz, WordsRef};
pub use keep::{Kept, Notice, Run};

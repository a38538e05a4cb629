//! What a person sees. One component, [`Quiz`]; its screens are plain functions that write markup for a `View`, in the
//! order in which it stands on the page. No rules live here.

mod app;
mod ask;
mod asked;
mod bad_link;
mod both;
mod chart;
mod first;
mod foot;
mod hands;
mod head;
mod help;
mod host;
mod in_words;
mod keep;
mod keeping;
mod kept;
mod markup;
mod over_time;
mod pause;
mod picture;
mod plain_text;
pub mod poster;
mod qr;
mod quality;
mod result;
mod safety;
mod settings;
mod share;
mod shared;
mod sketch;
mod standouts;
pub mod state;
mod statement;
mod strengths;
mod trouble;
mod view;
mod working;

pub use app::{Quiz, draw};
pub use hands::Hands;
pub use help::Help;
pub use kept::{Entry, Kept, Notice, Run};
pub use settings::{Props, Setting, Settings};

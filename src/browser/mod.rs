//! What the browser offers: thin adapters, no rules. Whatever a browser may refuse is an `Option` or a `bool` here.

pub mod clock;
pub mod host;
pub mod page;
pub mod saving;
pub mod shadow;
pub mod storage;

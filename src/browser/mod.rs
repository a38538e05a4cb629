//! What the browser offers: thin adapters, no rules. Whatever a browser may refuse is an `Option` or a `bool` here.

pub mod clock;
pub mod export;
pub mod local_storage;
pub mod page;
pub mod picture;
pub mod shadow;

//! Exhale: a self-assessment on control, perfectionism and trust, scored entirely in the browser.

#[cfg(feature = "widget")]
pub mod browser;
pub mod content;
pub mod qr;
pub mod quiz;
#[cfg(feature = "widget")]
pub mod widget;

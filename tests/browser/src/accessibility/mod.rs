//! Accessibility. `screens` lists every screen, and most modules check one aspect on all of them. `docs/accessibility.md` names the
//! suite for each criterion of WCAG.

pub mod accessibility_tree;
pub mod announcements;
pub mod axe;
pub mod focus;
pub mod keyboard;
pub mod reflow;
pub mod screens;

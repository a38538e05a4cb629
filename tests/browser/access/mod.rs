//! Everybody can use every screen. `screens` lists them; each file here looks at all of them for one thing. What is known about
//! the criteria of WCAG, and how, is in `docs/accessibility.md`.

pub mod axe;
pub mod fits;
pub mod focus;
pub mod keys;
pub mod moves;
pub mod screens;
pub mod tree;

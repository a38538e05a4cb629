//! What is drawn in any state, without a browser: Yew's server renderer writes the screen, and the tests read it.
//!
//! * `every_text`: no text of the content is left over, and none is missing.
//! * `selection`: a result says what the rules call for, in their order, and nothing else.
//! * `safety`: where the safety note stands, what waits behind it, and that its words never change.
//! * `personas`: what comes out for twelve readers, and how much they have to read.
//! * `snapshots`: the golden results and those of the readers, as a person reads them.
//! * `steps`: a step that was kept.
//! * `styles`: what the style sheet selects is drawn.
//!
//! `oracle` is the specification's arithmetic and its rules of what to say once more, written apart from the library
//! and held to the golden file.

mod every_text;
mod html;
mod lines;
mod oracle;
mod outline;
mod personas;
mod reading;
mod safety;
mod screen;
mod selection;
mod sheets;
mod snapshots;
mod states;
mod steps;
mod styles;
mod texts;

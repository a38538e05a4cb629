//! The widget without a browser: its state, its settings, and the component for other apps.

mod component;
mod corpus;
mod first_render;
mod help_line;
mod kept_runs;
mod qr;
mod settings;
mod state;
mod style;

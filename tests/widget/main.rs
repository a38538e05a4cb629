//! The widget without a browser: its state, its props, and the component for other apps.

mod component;
mod corpus;
mod first_render;
mod help_line;
mod props;
mod qr;
mod reducer;
mod state;
mod stored_runs;
mod style;

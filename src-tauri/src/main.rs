//! The window: starts the desktop program.
//!
//! `setup` builds the window and its plugins, `bridge` carries the one command between the page and `app`,
//! `closing` lets a backup finish first. Holds no
//! rule and no SQL: whatever the page asks is a use case of `app`, the same that the command line calls.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod bridge;
mod closing;
mod setup;

fn main() -> std::process::ExitCode {
    app::child_if_asked().unwrap_or_else(setup::run)
}

//! The built program, run as a script runs it.

mod exit_status;
mod language;
mod program;
mod story;

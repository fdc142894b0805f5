//! The built program, run as a script runs it.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on says where")]

mod certification;
mod development;
mod exit_status;
mod language;
mod opportunity;
mod person;
mod program;
#[cfg(unix)]
mod readme;
mod register;
mod story;
mod ticket;

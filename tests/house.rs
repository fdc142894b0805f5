//! Everything that looks at the whole house, in one binary.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on says where")]

mod act;
mod arch;
#[cfg(target_os = "linux")]
mod disk;
#[cfg(unix)]
mod kill;
mod story;
mod tamper;
mod two_programs;
mod words;

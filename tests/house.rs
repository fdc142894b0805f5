//! Everything that looks at the whole house, in one binary.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on says where")]

mod arch;
mod kill;
mod story;
mod tamper;

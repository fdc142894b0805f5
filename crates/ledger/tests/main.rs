//! The ledger through its public face, with a toy feature: every entry adds a number to an account's sum.
#![allow(clippy::unwrap_used)] // clippy sees only `#[test]` functions as tests, not what they call

mod backups;
mod blobs;
#[cfg(target_os = "linux")]
mod disks;
mod journal;
mod opening;
mod people;
mod tamper;
mod toy;

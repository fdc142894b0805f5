//! The crate from outside: what files it takes, what it refuses and why, what it writes.

// clippy's leave for tests does not reach the functions that tests share.
#![allow(clippy::unwrap_used)]

mod cases;
mod cells;
mod columns;
mod encodings;
mod headings;
mod hostile;
mod other_programs;
mod round_trip;
mod support;
mod workbooks;

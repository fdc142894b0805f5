//! The crate from outside: what files it takes, what it refuses and why, what it writes.

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

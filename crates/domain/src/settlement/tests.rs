//! The worked examples of settlement-rules.md, the acceptance vectors of the catalogue, gaps, properties, and the same
//! arithmetic written a second time.

pub(crate) mod build;
mod due;
mod figures;
mod gaps;
mod leverage;
mod progress;
mod properties;
mod ranking;
mod second_arithmetic;
mod vectors;
mod watch;
mod worked_examples;

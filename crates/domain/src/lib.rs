//! What the words of the service mean and what is allowed. Pure: no I/O, no clock, no randomness.
//!
//! Owns every rule of the program. Refuses, with a [`Refusal`](refusal), what the rules forbid. Start reading at
//! [`kernel`] for the shared words, then [`settlement`] for how a score becomes money.
#![warn(missing_docs)]

pub mod kernel;

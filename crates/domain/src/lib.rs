//! What the words of the service mean and what is allowed. Pure: no I/O, no clock, no randomness.
//!
//! Owns every rule of the program. Refuses, with a [`refusal::Refusal`], what the rules forbid. Start reading at
//! [`kernel`] for the shared words, then [`settlement`] for how a score becomes money.
#![warn(missing_docs)]

pub mod account;
pub mod approval;
pub mod assessment;
pub mod attendance;
pub mod certification;
pub mod customer;
pub mod deadline;
pub mod development;
pub mod document;
pub mod event;
pub mod form;
pub mod keeping;
pub mod kernel;
pub mod opportunity;
pub mod organisation;
pub mod people;
pub mod personal;
pub mod refusal;
pub mod registers;
pub mod rulebook;
#[cfg(test)]
mod sample;
pub mod search;
pub mod settlement;
pub mod signing;
pub mod ticket;
pub mod work;

pub use event::Event;
pub use refusal::Refusal;

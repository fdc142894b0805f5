//! Files of every kind as other programs make them, and files made to do harm.

// Helpers of tests fail like tests.
#![allow(clippy::unwrap_used)]

mod apart;
mod files;
mod formats;
mod hostile;
mod pdfs;

//! The printed documents, looked at as their readers do: as text, as pictures, as files that other programs open.
//!
//! The tools are poppler's (`pdftotext`, `pdftoppm`, `pdfinfo`) and `qpdf`; the typefaces are made by
//! `scripts/fonts.sh`. `HUIQIAN_BLESS=1 cargo test -p report` writes the golden files anew: look at them before
//! committing.

// Helpers of tests fail like tests.
#![allow(clippy::unwrap_used)]

mod facts;
mod files;
mod form;
mod index;
mod pages;
mod people;
mod people_samples;
mod samples;
mod seal;
mod survey;
mod texts;
mod ticket;
mod ticket_samples;
mod tools;
mod word;

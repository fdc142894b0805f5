//! Engineers: their stays, and everything else in their files.

pub mod dossier;
pub(crate) mod project;
pub mod query;
pub(crate) mod replacement;

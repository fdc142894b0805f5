//! Checks over the whole list of use cases.
#![recursion_limit = "256"]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on says where")]

mod bindings;
mod rights;

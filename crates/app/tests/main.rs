//! Checks over the whole list of use cases.
#![recursion_limit = "256"]

mod bindings;
mod rights;

//! Checks over the whole list of use cases.

mod bindings;
mod rights;

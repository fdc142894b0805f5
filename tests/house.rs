//! Everything that looks at the whole house, in one binary.

mod arch;
mod kill;
mod story;
mod tamper;

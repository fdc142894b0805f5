//! The crate's one integration-test binary. Keys come from the `openssl` program, second opinions from pyHanko (installed
//! by `scripts/python-tools.sh`) and poppler's `pdfsig`.

// The lint's own exception for tests reaches functions marked as tests only.
#![allow(clippy::unwrap_used)]

mod altered;
mod hostile;
mod keys;
mod paper;
mod second_opinion;
mod signing;
mod trust;
mod verifying;

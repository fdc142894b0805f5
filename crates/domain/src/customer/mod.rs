//! Customers (客户): organisations for which a unit works, and their people (catalogue CUS-01, CUS-05, CUS-07).
//!
//! The journal holds an organisation's name, sector and grade; address, telephone and what is known of its needs, and
//! everything that says who its people are, is kept beside it (CUS-03).

mod contact;
mod no;
mod record;
mod whose;

pub use contact::{Contact, ContactGrades};
pub use no::CustomerNo;
pub use record::{Belongings, Choices, Customer, CustomerBasics, choices, register_customer, spelling};
pub use whose::{Whose, whose};

#[cfg(test)]
mod tests;

//! Stories: what a person does from start to end, through the use cases, on a real ledger.

mod bad_input;
mod demo_year;
mod founding;
mod main_job;
mod objections;
mod personal_data;
mod two_persons;

//! Stories: what a person does from start to end, through the use cases, on a real ledger.

mod bad_input;
mod demo_year;
<<<<<<< .merge_file_TOXcA6
mod founding;
=======
mod long_jobs;
mod looking;
>>>>>>> .merge_file_hctmU0
mod main_job;
mod mended;
mod objections;
mod personal_data;
mod ranking;
mod two_persons;

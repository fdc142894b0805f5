//! Stories: what a person does from start to end, through the use cases, on a real ledger.

mod arrival;
mod attendance;
mod backup_plan;
mod bad_input;
mod certification;
mod demo_year;
mod development;
mod founding;
mod handover;
mod long_jobs;
mod looking;
mod main_job;
mod mended;
mod month_sheet;
mod objection_slip;
mod objections;
mod people;
mod people_papers;
mod personal_data;
mod published_holidays;
mod ranking;
mod replacement;
mod settings;
mod ticket_terms;
mod tickets;
mod two_persons;

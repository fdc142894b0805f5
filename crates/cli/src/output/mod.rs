//! What is printed: one JSON document or a text made for people on stdout, messages on stderr, and the exit status.

mod check;
mod settlement;
mod tables;

pub use check::{check, three_way};
pub use settlement::{history, settlement};
pub use tables::{Side, money, table};

use crate::arguments::{usage_line, usage_message};
use crate::words::Words;
use app::{AppError, ErrorClass};
use serde::Serialize;
use serde_json::json;
use std::io::{ErrorKind, Write};

/// Done.
pub const DONE: u8 = 0;
/// A rule or the data says no.
pub const REFUSED: u8 = 1;
/// Wrong usage.
pub const USAGE: u8 = 2;
/// The ledger or a file is damaged.
pub const DAMAGED: u8 = 3;
/// Disk, permission, another program.
pub const ENVIRONMENT: u8 = 4;

/// What a command answers.
pub struct Answer {
    document: String,
    text: String,
    status: u8,
}

impl Answer {
    /// A response as the promised document, and in words.
    pub fn of(response: &impl Serialize, text: String) -> Result<Self, AppError> {
        let document = serde_json::to_string_pretty(response).map_err(|error| {
            let mut failed = crate::secret::refusal("internal", ErrorClass::Environment, json!({}));
            failed.incident = Some(error.to_string());
            failed
        })?;
        Ok(Self { document, text, status: DONE })
    }

    /// Words only.
    pub fn text(text: String) -> Self {
        Self { document: String::new(), text, status: DONE }
    }

    /// The same with another exit status.
    pub fn with_status(self, status: u8) -> Self {
        Self { status, ..self }
    }

    /// Prints it and answers the exit status.
    pub fn print(self, json: bool) -> u8 {
        let printed = print(if json { &self.document } else { &self.text });
        if printed { self.status } else { ENVIRONMENT }
    }
}

/// Prints to stdout; a reader that has gone (`| head`) is no failure.
fn print(text: &str) -> bool {
    let mut out = std::io::stdout().lock();
    let written = writeln!(out, "{}", text.trim_end()).and_then(|()| out.flush());
    written.is_ok() || written.is_err_and(|error| error.kind() == ErrorKind::BrokenPipe)
}

/// Tells a person something that is no result. There is nobody to tell where stderr cannot be written.
pub fn tell(text: &str) {
    let _ = writeln!(std::io::stderr().lock(), "{}", text.trim_end());
}

fn status(class: ErrorClass) -> u8 {
    match class {
        ErrorClass::Refused => REFUSED,
        ErrorClass::Usage => USAGE,
        ErrorClass::Damaged => DAMAGED,
        ErrorClass::Environment => ENVIRONMENT,
    }
}

/// Prints why a command was not done and answers the exit status.
pub fn print_error(error: &AppError, json: bool, words: Words) -> u8 {
    let message = words.error(error);
    if json {
        print_document(&error.code, error.class, &json!(error.params), &message);
    }
    tell(&words.say("error.line", &[("message", &message)]));
    if let (ErrorClass::Environment | ErrorClass::Damaged, Some(incident)) = (error.class, &error.incident) {
        tell(&words.say("error.incident", &[("incident", incident)]));
    }
    status(error.class)
}

/// Prints what is wrong with what was typed.
pub fn print_usage(error: &clap::Error, json: bool, words: Words) -> u8 {
    let message = usage_message(error, words);
    if json {
        print_document("usage", ErrorClass::Usage, &json!({}), &message);
    }
    tell(&words.say("error.line", &[("message", &message)]));
    if let Some(line) = usage_line(error, words) {
        tell(&line);
    }
    tell(&words.plain("usage.more"));
    USAGE
}

fn print_document(code: &str, class: ErrorClass, params: &serde_json::Value, message: &str) {
    let error = json!({ "code": code, "class": class, "params": params, "message": message });
    print(&format!("{:#}", json!({ "error": error })));
}

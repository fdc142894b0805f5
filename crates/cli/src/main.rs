//! `huiqian` without a window: the use cases of `app` for administrators' scripts, for tests and for whoever types.
//!
//! Owns: what is typed and what is printed, in both languages, and the exit status. Refuses wrong usage; everything else
//! is refused by `app`. Start reading at `arguments` for the commands, then `run` for a command's way.

mod arguments;
mod output;
mod progress;
mod run;
mod secret;
mod words;

use clap::FromArgMatches;
use clap::error::ErrorKind;
use output::Answer;
use std::ffi::OsString;
use std::process::ExitCode;
use words::Words;

fn main() -> ExitCode {
    if let Some(ended) = app::child_if_asked() {
        return ended;
    }
    let typed: Vec<OsString> = std::env::args_os().collect();
    let words = Words::of_arguments(&typed);
    let parsed = arguments::localised(words)
        .try_get_matches_from(&typed)
        .and_then(|matches| arguments::Arguments::from_arg_matches(&matches));
    let status = match parsed {
        Ok(arguments) => {
            let json = arguments.common.json;
            match run::run(arguments, words) {
                Ok(answer) => answer.print(json),
                Err(error) => output::print_error(&error, json, words),
            }
        }
        Err(error) if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) => {
            Answer::text(error.render().to_string()).print(false)
        }
        Err(error) => output::print_usage(&error, typed.iter().any(|a| a == "--json"), words),
    };
    ExitCode::from(status)
}

//! clap's texts in the user's language: help from `words/`, and one message for each kind of wrong usage.

use super::Arguments;
use crate::words::Words;
use clap::error::{ContextKind, ErrorKind};
use clap::{Arg, ArgAction, Command, CommandFactory, Error};

/// The command tree with every help text in that language.
pub fn localised(words: Words) -> Command {
    texts(Arguments::command(), words, "")
}

fn texts(command: Command, words: Words, path: &str) -> Command {
    let name = command.get_name().to_owned();
    let here = match path {
        "" if command.get_name() == "huiqian" => String::new(),
        "" => name,
        _ => format!("{path}.{name}"),
    };
    let template = format!(
        "{{about-with-newline}}\n{}{{usage}}\n\n{{all-args}}{{after-help}}\n",
        words.plain("help.heading.usage")
    );
    command
        .about(words.plain(&command_key(&here)))
        .help_template(template)
        .subcommand_help_heading(words.plain("help.heading.commands"))
        .mut_args(|arg| option(arg, words, &here))
        .mut_subcommands(|sub| texts(sub, words, &here))
}

fn command_key(path: &str) -> String {
    if path.is_empty() { "help.huiqian".to_owned() } else { format!("help.{path}") }
}

fn option(arg: Arg, words: Words, path: &str) -> Arg {
    let own = format!("help.{path}.{}", arg.get_id());
    let shared = format!("option.{}", arg.get_id());
    let text = if words.has(&own) { words.plain(&own) } else { words.plain(&shared) };
    let heading = match () {
        () if arg.is_positional() => "help.heading.arguments",
        () if arg.is_global_set() => "help.heading.common",
        () => "help.heading.options",
    };
    // The values are named in the texts, where they are explained.
    let values = !matches!(arg.get_action(), ArgAction::Help | ArgAction::Version | ArgAction::SetTrue);
    let arg = arg.help(text).help_heading(words.plain(heading));
    if values { arg.hide_possible_values(true).hide_default_value(true) } else { arg }
}

/// What is wrong with what was typed, and how it is typed.
pub fn usage_message(error: &Error, words: Words) -> String {
    let context = |kind: ContextKind| error.get(kind).map(ToString::to_string).unwrap_or_default();
    let key = match error.kind() {
        ErrorKind::InvalidSubcommand => "usage.unknownCommand",
        ErrorKind::UnknownArgument => "usage.unknownArgument",
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            if context(ContextKind::InvalidValue).is_empty() {
                "usage.missingValue"
            } else {
                "usage.invalidValue"
            }
        }
        ErrorKind::MissingRequiredArgument => "usage.missingArgument",
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            "usage.missingCommand"
        }
        ErrorKind::ArgumentConflict => "usage.conflict",
        _ => "usage.wrong",
    };
    let argument = [context(ContextKind::InvalidArg), context(ContextKind::InvalidSubcommand)].concat();
    let mut message = words.say(
        key,
        &[
            ("argument", &argument.replace('\n', " ")),
            ("value", &context(ContextKind::InvalidValue)),
            ("other", &context(ContextKind::PriorArg)),
        ],
    );
    let allowed = context(ContextKind::ValidValue);
    if !allowed.is_empty() {
        message.push_str(&words.say("usage.allowed", &[("values", &allowed)]));
    }
    let suggested =
        [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg, ContextKind::SuggestedValue];
    if let Some(suggestion) = suggested.into_iter().map(context).find(|s| !s.is_empty()) {
        message.push_str(&words.say("usage.suggestion", &[("suggestion", &suggestion)]));
    }
    message
}

/// The usage line that clap gives with an error, under our heading.
pub fn usage_line(error: &Error, words: Words) -> Option<String> {
    let usage = error.get(ContextKind::Usage)?.to_string();
    let line = usage.trim().strip_prefix("Usage:").unwrap_or(&usage).trim().to_owned();
    Some(format!("{}{line}", words.plain("help.heading.usage")))
}

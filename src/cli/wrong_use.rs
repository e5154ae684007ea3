//! What is wrong with a command line, in the language of the user.

use std::process::ExitCode;

use clap::Error;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::console::{is_json, note};
use super::{exit, help};
use crate::input::errors::nearest;
use crate::message;
use crate::texts::{Language, Message};

/// Prints help where it was asked for, or else what is wrong; returns the exit code. English is in clap's own words.
pub fn report(mut error: Error, language: Language) -> ExitCode {
    suggest_nearest(&mut error);
    let error = &error;
    let is_help = !error.use_stderr() || error.kind() == HELP_INSTEAD;
    let in_words = (language == Language::Dutch && !is_help).then(|| problem(error));
    match in_words {
        Some(problem) => {
            exit::error("usage", problem);
            for message in hints(error) {
                note(&message);
            }
            if let Some(usage) = texts(error, ContextKind::Usage).first() {
                let usage = usage.trim().strip_prefix(help::USAGE).unwrap_or(usage).to_owned();
                note(&message!("cli-wrong-usage", usage = help::usage_in(&usage, language)));
            }
            note(&message!("cli-wrong-more"));
        }
        None if error.use_stderr() && is_json() => exit::error("usage", error.to_string()),
        // Standard output may be closed, which is no reason to fail.
        None => drop(error.print()),
    }
    ExitCode::from(if error.use_stderr() { exit::USAGE } else { 0 })
}

/// Where a command or argument is missing, clap shows the help instead of a problem.
const HELP_INSTEAD: ErrorKind = ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand;

/// The texts that clap gives for a part of an error.
fn texts(error: &Error, part: ContextKind) -> Vec<String> {
    match error.get(part) {
        Some(ContextValue::String(text)) => vec![text.clone()],
        Some(ContextValue::Strings(texts)) => texts.clone(),
        Some(ContextValue::StyledStr(text)) => vec![text.to_string()],
        Some(ContextValue::Number(number)) => vec![number.to_string()],
        _ => Vec::new(),
    }
}

/// Suggests the value that fewest edits lead to. Clap suggests the one with most letters in the same places, which is
/// `places` for `placment`.
fn suggest_nearest(error: &mut Error) {
    let (written, values) =
        (texts(error, ContextKind::InvalidValue), texts(error, ContextKind::ValidValue));
    let nearest = written.first().and_then(|text| nearest(text, values.iter().map(String::as_str)));
    if let Some(nearest) = nearest {
        let nearest = ContextValue::String(nearest.to_owned());
        error.insert(ContextKind::SuggestedValue, nearest);
    }
}

fn problem(error: &Error) -> Message {
    let all = |part: ContextKind| texts(error, part).join(", ");
    let (argument, value) = (all(ContextKind::InvalidArg), all(ContextKind::InvalidValue));
    match error.kind() {
        ErrorKind::UnknownArgument => message!("cli-wrong-argument", argument = argument),
        ErrorKind::InvalidSubcommand => {
            message!("cli-wrong-command", command = all(ContextKind::InvalidSubcommand))
        }
        ErrorKind::MissingSubcommand => message!("cli-wrong-no-command"),
        ErrorKind::MissingRequiredArgument => {
            message!("cli-wrong-missing", arguments = argument)
        }
        ErrorKind::InvalidValue if value.is_empty() => {
            message!("cli-wrong-no-value", argument = argument)
        }
        ErrorKind::InvalidValue => {
            let values = all(ContextKind::ValidValue);
            message!("cli-wrong-value-of", argument = argument, value = value, values = values)
        }
        ErrorKind::ValueValidation => {
            let because = std::error::Error::source(error).map(ToString::to_string);
            let reason = reason(&because.unwrap_or_default());
            message!("cli-wrong-value", argument = argument, value = value, reason = reason)
        }
        ErrorKind::ArgumentConflict => {
            let other = all(ContextKind::PriorArg);
            if other == argument || other.is_empty() {
                message!("cli-wrong-twice", argument = argument)
            } else {
                message!("cli-wrong-together", argument = argument, other = other)
            }
        }
        ErrorKind::TooManyValues | ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => {
            message!("cli-wrong-number-of-values", argument = argument)
        }
        ErrorKind::InvalidUtf8 => message!("cli-wrong-utf8"),
        _ => message!("cli-wrong-otherwise", reason = error.to_string()),
    }
}

/// Why a value does not do. Values are read by our own functions, whose words are in the language of the user, and by
/// those of clap for numbers.
fn reason(because: &str) -> Message {
    // `0 is not in 1..=1000`
    let range = because.split(' ').next_back().and_then(|range| range.split_once(".."));
    match range {
        Some((from, to)) => match to.trim_start_matches('=') {
            "" => message!("cli-wrong-number-from", from = from),
            to => message!("cli-wrong-number-between", from = from, to = to),
        },
        None if because.contains("digit") || because.contains("empty string") => {
            message!("cli-wrong-no-whole-number")
        }
        None => message!("cli-wrong-because", reason = because),
    }
}

fn hints(error: &Error) -> Vec<Message> {
    let parts = [
        ContextKind::SuggestedArg,
        ContextKind::SuggestedSubcommand,
        ContextKind::SuggestedCommand,
        ContextKind::SuggestedValue,
    ];
    let near = parts.into_iter().flat_map(|part| texts(error, part));
    near.map(|near| message!("cli-wrong-near", near = near)).collect()
}

//! What has to be known before the command line is parsed: the language that it or the environment asks for, and the form
//! of messages.

use std::borrow::Cow;
use std::ffi::OsString;

use super::exit::CommandFailure;
use crate::message;
use crate::texts::Language;

/// The variable of the environment with the language.
const VARIABLE: &str = "PLAATSWIJZER_LANG";

/// The language that is asked for: by `--lang`, by `PLAATSWIJZER_LANG`, or by the locale of the system, of which only
/// Dutch ones count. `environment` gives the value of a variable.
///
/// # Errors
/// If `PLAATSWIJZER_LANG` names no language.
pub fn language_of(
    arguments: &[OsString],
    environment: &dyn Fn(&str) -> Option<String>,
) -> Result<Language, CommandFailure> {
    // A value that is no language is reported when the command line is parsed.
    if let Some(language) = values_of("--lang", arguments).find_map(|code| Language::of_code(&code))
    {
        return Ok(language);
    }
    let set = |name: &str| environment(name).filter(|value| !value.is_empty());
    if let Some(code) = set(VARIABLE) {
        let wrong = || message!("cli-wrong-language", variable = VARIABLE, value = &code);
        return Language::of_code(&code).ok_or_else(|| CommandFailure::usage(wrong()));
    }
    // The first of them that is set decides (POSIX, Environment Variables).
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(set);
    let is_dutch = locale.is_some_and(|locale| locale == "nl" || locale.starts_with("nl_"));
    Ok(if is_dutch { Language::Dutch } else { Language::English })
}

/// Whether messages are asked for as JSON.
pub fn asks_for_json(arguments: &[OsString]) -> bool {
    values_of("--message-format", arguments).any(|form| form == "json")
}

/// The values that are written behind an option, in order.
fn values_of<'a>(option: &'a str, arguments: &'a [OsString]) -> impl Iterator<Item = Cow<'a, str>> {
    let written = arguments.iter().skip(1).map(|argument| argument.to_string_lossy());
    let mut written = written.take_while(|argument| argument != "--");
    std::iter::from_fn(move || {
        loop {
            let argument = written.next()?;
            match argument.strip_prefix(option) {
                Some("") => return written.next(),
                Some(value) if value.starts_with('=') => return Some(value[1..].to_owned().into()),
                _ => {}
            }
        }
    })
}

/// Takes `--lang` out of `help COMMAND --lang LANG`, where clap admits no option.
pub fn without_language_behind_help(arguments: &mut Vec<OsString>) {
    if arguments.get(1).is_none_or(|command| command != "help") {
        return;
    }
    let is_of_language = |argument: &OsString| argument.to_string_lossy().starts_with("--lang=");
    arguments.retain(|argument| !is_of_language(argument));
    if let Some(at) = arguments.iter().position(|argument| argument == "--lang") {
        arguments.drain(at..arguments.len().min(at + 2));
    }
}

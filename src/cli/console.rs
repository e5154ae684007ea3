//! Standard error, its form, and the language of everything that is printed.
//!
//! Two rules hold for the whole command. Text that standard error cannot take, because its reader is gone
//! or the disk is full, is dropped: a lost remark must never cost a plan. And language
//! and form are chosen once, by options or else the environment, before the command line is parsed.

use std::fmt::Arguments as Formatted;
use std::io::Write;
use std::sync::OnceLock;

use super::message_line::MessageLine;
use crate::texts::{Language, Message};

/// The languages of `--lang`.
#[derive(Clone, Copy, Debug, clap::ValueEnum)]
pub enum LanguageChoice {
    /// Dutch.
    Nl,
    /// English.
    En,
}

impl From<LanguageChoice> for Language {
    fn from(choice: LanguageChoice) -> Self {
        match choice {
            LanguageChoice::Nl => Self::Dutch,
            LanguageChoice::En => Self::English,
        }
    }
}

static LANGUAGE: OnceLock<Language> = OnceLock::new();

/// Chooses the language of this process; only the first choice counts.
pub fn choose_language(language: Language) {
    LANGUAGE.get_or_init(|| language);
}

/// The language of everything that this process prints; English until one is chosen.
pub fn language() -> Language {
    LANGUAGE.get().copied().unwrap_or(Language::English)
}

/// The forms of `--message-format`.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, clap::ValueEnum)]
pub enum MessageForm {
    /// Text for people.
    #[default]
    Text,
    /// JSON for programs: one object per line, also for progress.
    Json,
}

static FORM: OnceLock<MessageForm> = OnceLock::new();

/// Chooses the form of what this process writes to standard error; only the first choice counts.
pub fn choose_form(form: MessageForm) {
    FORM.get_or_init(|| form);
}

/// Whether messages are written as JSON.
pub fn is_json() -> bool {
    FORM.get() == Some(&MessageForm::Json)
}

/// Writes a message as a line of JSON.
pub fn write_line(line: &MessageLine) {
    let line = serde_json::to_string(line).expect("a message is plain JSON");
    write_as_is(format_args!("{line}\n"));
}

/// Writes a line where messages are JSON, and says whether they are.
pub fn written(line: impl FnOnce() -> MessageLine) -> bool {
    let json = is_json();
    if json {
        write_line(&line());
    }
    json
}

/// Writes text for people to standard error, as a note where messages are JSON.
pub fn write_to_stderr(text: Formatted<'_>) {
    if !is_json() {
        return write_as_is(text);
    }
    let text = text.to_string();
    let text = text.trim_end().trim_start_matches('\n');
    if !text.is_empty() {
        write_line(&MessageLine::Note { text: text.to_owned() });
    }
}

/// Writes to standard error; drops what it cannot take because it is closed or full.
fn write_as_is(text: Formatted<'_>) {
    // Not `std::eprint!`, which panics when the write fails.
    let _ = std::io::stderr().lock().write_fmt(text);
}

/// Writes a message to standard error as a line, in the chosen language.
pub fn note(message: &Message) {
    write_to_stderr(format_args!("{}\n", message.in_language(language())));
}

// These take the place of the macros of `std` in all modules of the door that follow in `mod.rs`, so
// that nobody uses the panicking ones by mistake.
macro_rules! eprint {
    ($($argument:tt)*) => {
        $crate::cli::console::write_to_stderr(format_args!($($argument)*))
    };
}
macro_rules! eprintln {
    ($($argument:tt)*) => {
        $crate::cli::console::write_to_stderr(format_args!("{}\n", format_args!($($argument)*)))
    };
}

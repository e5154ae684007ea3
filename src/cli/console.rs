//! Standard error, and the language of everything that is printed.
//!
//! Two rules hold for the whole command. Text that standard error cannot take, because its reader is gone
//! or the disk is full, is dropped: a lost remark must never cost a plan. And the language is chosen
//! once, by `--lang` or else the environment, before the command line is parsed.

use std::fmt::Arguments as Formatted;
use std::io::Write;
use std::sync::OnceLock;

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

/// Writes text to standard error; drops it if standard error is closed or full.
pub fn write_to_stderr(text: Formatted<'_>) {
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

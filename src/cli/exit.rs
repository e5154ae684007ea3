//! Exit codes, and the failures that lead to them.

use std::process::ExitCode;
use std::sync::atomic::{AtomicBool, Ordering};

use super::console::{is_json, language, note, write_line, written};
use super::message_line::MessageLine;
use crate::input::errors::InputErrors;
use crate::message;
use crate::solve::PlaceError;
use crate::solve::mip::{Ending, SolveError};
use crate::storage;
use crate::texts::{Argument, Message};

/// An internal error, or output that cannot be written.
pub const FAULT: u8 = 1;
/// Wrong use of the command line.
pub const USAGE: u8 = 2;
/// Invalid input.
pub const INVALID_INPUT: u8 = 3;
/// No plan exists under the rules.
pub const NO_PLAN: u8 = 4;
/// The limits ended the search before it found a plan.
pub const OUT_OF_TIME: u8 = 5;
/// A check disagrees.
pub const DISAGREES: u8 = 6;
/// Interrupted by the user.
pub const INTERRUPTED: u8 = 130;

/// Why a command ended without its result. `Display` writes it in English.
#[derive(Debug, thiserror::Error)]
pub enum CommandFailure {
    /// The command line cannot be carried out: what is wrong with it, and what to do.
    #[error("{0}")]
    Usage(Argument),
    /// The input is invalid.
    #[error("{0}")]
    Input(#[from] InputErrors),
    /// Writing failed for a reason outside the command line.
    #[error("{0}")]
    Output(#[from] std::io::Error),
    /// The search failed.
    #[error("{0}")]
    Place(#[from] PlaceError),
}

impl CommandFailure {
    /// Wrong use of the command line, in a text that says what to do instead.
    pub fn usage(text: impl Into<Argument>) -> Self {
        Self::Usage(text.into())
    }

    /// Describes the failure on standard error and returns its exit code.
    pub fn report(&self) -> ExitCode {
        match self {
            Self::Input(errors) | Self::Place(PlaceError::Input(errors)) => {
                if is_json() {
                    for error in &errors.0 {
                        write_line(&MessageLine::problem(error, language()));
                    }
                } else {
                    eprint!("{}", errors.in_language(language()));
                }
                note(&message!("cli-problems-found", count = errors.0.len()));
            }
            Self::Usage(text) => error("usage", text.clone()),
            Self::Output(cause) => {
                let reason = storage::reason(cause);
                error("output", message!("cli-output-failed", reason = reason));
            }
            Self::Place(failure @ PlaceError::Check(_)) => {
                error("check", failure.to_string().trim_end());
                note(&message!("cli-check-failed"));
            }
            Self::Place(failure) => error("search", failure.to_string()),
        }
        ExitCode::from(self.code())
    }

    fn code(&self) -> u8 {
        match self {
            Self::Input(_) | Self::Place(PlaceError::Input(_)) => INVALID_INPUT,
            Self::Place(PlaceError::Check(_)) => DISAGREES,
            // Another build, with a solver for larger problems, can carry this out.
            Self::Usage(_)
            | Self::Place(PlaceError::Solve(SolveError::TooLargeForMicrolp { .. })) => USAGE,
            Self::Output(_) | Self::Place(PlaceError::Solve(_)) => FAULT,
        }
    }
}

/// Says what went wrong, with its code where messages are JSON.
pub fn error(code: &str, text: impl Into<Argument>) {
    let text = text.into();
    if !written(|| MessageLine::failure(code, text.in_language(language()))) {
        note(&message!("cli-error", text = text));
    }
}

/// Wrong use of the command line: nothing of a kind has this id. Suggests a similar one.
pub fn unknown_id(found: Message, id: &str, known: &[&str]) -> CommandFailure {
    let advice = match crate::input::errors::nearest(id, known.iter().copied()) {
        Some(similar) => message!("cli-did-you-mean", id = similar),
        None => message!("cli-choose-one-of", known = known.join(", ")),
    };
    CommandFailure::usage(message!("cli-unknown", found = found, advice = advice))
}

/// Says that no plan exists that a question could be about.
pub fn no_plan_to_begin_with() -> ExitCode {
    note(&message!("cli-no-plan-exists"));
    ExitCode::from(NO_PLAN)
}

/// Says that the search found no plan that a question could be about.
pub fn nothing_to_begin_with(ending: Ending) -> ExitCode {
    note(&message!("cli-no-plan-found"));
    stopped(ending)
}

/// That a search ended before it found anything: interrupted, or out of time.
pub fn stopped(ending: Ending) -> ExitCode {
    ExitCode::from(match ending {
        Ending::Interrupted => INTERRUPTED,
        Ending::Finished | Ending::Limit => OUT_OF_TIME,
    })
}

/// Success, unless the user interrupted.
pub fn unless_stopped(stop: &AtomicBool) -> ExitCode {
    if stop.load(Ordering::Relaxed) { ExitCode::from(INTERRUPTED) } else { ExitCode::SUCCESS }
}

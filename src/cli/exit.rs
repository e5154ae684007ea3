//! Exit codes, and the failures that lead to them.

use std::process::ExitCode;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::input::errors::InputErrors;
use crate::solve::PlaceError;
use crate::solve::mip::{Ending, SolveError};

/// Our own fault.
pub const FAULT: u8 = 1;
/// The command line cannot be carried out.
pub const USAGE: u8 = 2;
/// The input is invalid.
pub const INVALID_INPUT: u8 = 3;
/// No plan exists under the rules.
pub const NO_PLAN: u8 = 4;
/// The time ran out before any plan was found.
pub const OUT_OF_TIME: u8 = 5;
/// A check disagrees.
pub const DISAGREES: u8 = 6;
/// Interrupted.
pub const INTERRUPTED: u8 = 130;

/// Why a command ended without its result.
#[derive(Debug)]
pub enum Failure {
    /// The command line cannot be carried out; one sentence, and what to do.
    Usage(String),
    /// The input is invalid.
    Input(InputErrors),
    /// Writing failed for a reason outside the command line.
    Output(std::io::Error),
    /// The engine failed.
    Place(PlaceError),
}

impl Failure {
    /// Says on standard error what is wrong, and gives the exit code.
    pub fn report(&self) -> ExitCode {
        match self {
            // A reader that has seen enough, such as `head`, is no failure.
            Self::Output(error) if error.kind() == std::io::ErrorKind::BrokenPipe => {
                return ExitCode::SUCCESS;
            }
            Self::Input(errors) | Self::Place(PlaceError::Input(errors)) => {
                eprint!("{errors}");
                eprintln!("{}", count(errors.0.len()));
            }
            Self::Usage(message) => eprintln!("error: {message}"),
            Self::Output(error) => eprintln!("error: cannot write: {error}"),
            Self::Place(error @ PlaceError::Check(_)) => {
                eprint!("error: {error}");
                eprintln!(
                    "No plan was written. This is a fault of plaatswijzer: please report it."
                );
            }
            Self::Place(error) => eprintln!("error: {error}"),
        }
        ExitCode::from(self.code())
    }

    fn code(&self) -> u8 {
        match self {
            Self::Input(_) | Self::Place(PlaceError::Input(_)) => INVALID_INPUT,
            Self::Place(PlaceError::Check(_)) => DISAGREES,
            // The build that was chosen cannot carry this out; another one can.
            Self::Usage(_)
            | Self::Place(PlaceError::Solve(SolveError::TooLargeForMicrolp { .. })) => USAGE,
            Self::Output(_) | Self::Place(PlaceError::Solve(_)) => FAULT,
        }
    }
}

fn count(number: usize) -> String {
    match number {
        1 => "1 problem found.".to_owned(),
        number => format!("{number} problems found."),
    }
}

impl From<InputErrors> for Failure {
    fn from(errors: InputErrors) -> Self {
        Self::Input(errors)
    }
}

impl From<PlaceError> for Failure {
    fn from(error: PlaceError) -> Self {
        Self::Place(error)
    }
}

impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Self {
        Self::Output(error)
    }
}

/// Says that there is no plan to begin with.
pub fn no_plan_to_begin_with() -> ExitCode {
    eprintln!("No plan exists under the rules as things are: `solve` tells which of them clash.");
    ExitCode::from(NO_PLAN)
}

/// Says that no plan was found to begin with.
pub fn nothing_to_begin_with(ending: Ending) -> ExitCode {
    eprintln!(
        "No plan was found before the search had to stop. Give it more time with --time-limit."
    );
    ExitCode::from(match ending {
        Ending::Interrupted => INTERRUPTED,
        Ending::Finished | Ending::Limit => OUT_OF_TIME,
    })
}

/// Done, or interrupted.
pub fn unless_stopped(stop: &AtomicBool) -> ExitCode {
    if stop.load(Ordering::Relaxed) { ExitCode::from(INTERRUPTED) } else { ExitCode::SUCCESS }
}

//! Faults of a solver.

use crate::message;
use crate::texts::Message;

/// A fault of the solver or of the program it was given; never of the rules.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[error("{}", self.message())]
pub enum SolveError {
    /// The program is larger than microlp can be trusted with.
    TooLargeForMicrolp {
        /// Variables of the program.
        variables: usize,
        /// Rows of the program.
        rows: usize,
        /// The most variables, and the most rows, that microlp is given.
        most: usize,
    },
    /// The solver refused the program or gave up on it; with its own words.
    Refused(String),
    /// The solver broke down.
    Crashed,
    /// The solver gave no sign of life for longer than a program of this size takes.
    Hanging,
    /// The solver's answer breaks a row once it is rounded, and could not be repaired.
    Inexact,
    /// The formulation has no level, so there is nothing to minimise.
    NoLevel,
}

impl SolveError {
    /// The error for people.
    pub fn message(&self) -> Message {
        match self {
            Self::TooLargeForMicrolp { variables, rows, most } => message!(
                "solve-too-large-for-microlp",
                variables = *variables,
                rows = *rows,
                most = *most,
            ),
            Self::Refused(words) => message!("solve-solver-gave-up", words = words.as_str()),
            Self::Crashed => message!("solve-solver-crashed"),
            Self::Hanging => message!("solve-solver-hangs"),
            Self::Inexact => message!("solve-solver-inexact"),
            Self::NoLevel => message!("solve-no-goal"),
        }
    }
}

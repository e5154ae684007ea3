//! The outcome of a question that starts from the best plan of a problem.

use crate::solve::mip::Ending;

/// The outcome of a question that starts from the best plan of a problem.
#[derive(Clone, PartialEq, Debug)]
pub enum QuestionOutcome<T> {
    /// The answer.
    Answer(T),
    /// The rules admit no plan to start from.
    NoPlan,
    /// The search for a plan to start from ended without one.
    NothingFound(Ending),
}

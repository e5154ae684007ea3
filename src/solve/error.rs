//! Why a search fails.

use super::mip::SolveError;
use crate::input::errors::InputErrors;
use crate::message;
use crate::verify::Finding;

/// Why a search failed. That no plan exists, or none was found in time, is no failure.
#[derive(Debug, thiserror::Error)]
pub enum PlaceError {
    /// The instance is larger than the engine takes.
    #[error(transparent)]
    Input(#[from] InputErrors),
    /// The solver is at fault.
    #[error(transparent)]
    Solve(#[from] SolveError),
    /// The independent check disagrees with the plan: a fault of the engine, never of the user.
    #[error("{}\n{}", message!("solve-check-disagrees"), lines(.0))]
    Check(Vec<Finding>),
}

fn lines(findings: &[Finding]) -> String {
    let lines: Vec<String> = findings.iter().map(|finding| format!("  {finding}")).collect();
    lines.join("\n")
}

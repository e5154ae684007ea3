//! The file of a certificate that `solve` writes.

use std::io;
use std::path::Path;

use super::console::note;
use super::exit::CommandFailure;
use super::files::{FilledOutput, Output};
use crate::certificate;
use crate::message;
use crate::plan::Plan;
use crate::plan::assignment::Assignment;
use crate::problem::Problem;
use crate::solve::{CertifyError, PlaceError, Search, certify, with_proven};
use crate::verify::verify;

/// Where a certificate goes.
pub struct CertificateFile(Output);

impl CertificateFile {
    /// Prepares the file.
    ///
    /// # Errors
    /// If it cannot be written, or the solver that was chosen cannot certify anything.
    pub fn prepare(file: &Path, search: &Search) -> Result<Self, CommandFailure> {
        if !search.solver.has_duals() {
            return Err(CommandFailure::usage(message!("cli-certificate-needs-highs")));
        }
        Ok(Self(Output::prepare(file)?))
    }

    /// Makes the certificate of a plan, and returns the plan with how much it proves: a bound that is higher than that of
    /// the search takes its place. A note says so where there was no time for a certificate.
    ///
    /// The file is filled and still to be kept, or there was no room for it, which is not to cost the plan.
    ///
    /// # Errors
    /// If the certificate does not hold.
    pub fn make(
        self,
        problem: &Problem,
        (plan, assignment): (Plan, &Assignment),
        search: &Search,
    ) -> Result<(Plan, Option<io::Result<FilledOutput>>), CommandFailure> {
        let levels = plan.goals.as_deref().unwrap_or_default();
        let values: Vec<i64> = levels.iter().map(|level| level.value).collect();
        let certificate = match certify(problem, &values, search) {
            Ok(certificate) => certificate,
            Err(CertifyError::Input(errors)) => return Err(PlaceError::Input(errors).into()),
            Err(CertifyError::NoRelaxation) => {
                note(&message!("cli-no-time-for-certificate"));
                return Ok((plan, None));
            }
        };
        // As anyone else would check it.
        let proven = certificate::check(problem, &certificate)?;
        let proven: Vec<i64> = proven.iter().map(|level| level.bound).collect();
        let mut plan = with_proven(problem, assignment, plan, &proven);
        for (level, &proven) in plan.goals.iter_mut().flatten().zip(&proven) {
            level.certified = Some(proven.min(level.bound));
        }
        let verdict = verify(problem, &plan);
        if !verdict.agrees() {
            return Err(PlaceError::Check(verdict.findings).into());
        }
        Ok((plan, Some(self.0.fill(certificate.to_json().as_bytes()))))
    }
}

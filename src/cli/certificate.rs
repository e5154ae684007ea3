//! The file of a certificate that `solve` writes.

use std::path::Path;

use super::console::note;
use super::exit::CommandFailure;
use super::files::Output;
use crate::certificate;
use crate::message;
use crate::plan::Plan;
use crate::problem::Problem;
use crate::solve::{CertifyError, PlaceError, Search, certify};

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

    /// Makes the certificate of a plan, writes it, and states in the plan how much it proves. A note says so where there
    /// was no time for one.
    ///
    /// # Errors
    /// If the file cannot be written, or the certificate does not hold.
    pub fn make(
        self,
        problem: &Problem,
        plan: &mut Plan,
        search: &Search,
    ) -> Result<(), CommandFailure> {
        let levels = plan.goals.as_deref_mut().unwrap_or_default();
        let values: Vec<i64> = levels.iter().map(|level| level.value).collect();
        let certificate = match certify(problem, &values, search) {
            Ok(certificate) => certificate,
            Err(CertifyError::Input(errors)) => return Err(PlaceError::Input(errors).into()),
            Err(CertifyError::NoRelaxation) => {
                note(&message!("cli-no-time-for-certificate"));
                return Ok(());
            }
        };
        // As anyone else would check it.
        let proven = certificate::check(problem, &certificate)?;
        for (level, proven) in levels.iter_mut().zip(proven) {
            level.certified = Some(proven.bound.min(level.bound));
        }
        Ok(self.0.write(certificate.to_json().as_bytes())?)
    }
}

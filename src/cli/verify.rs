//! `verify`: a second opinion on any plan.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use super::console::language;
use super::exit::{self, CommandFailure};
use super::files;
use super::path_draws;
use super::path_input::{PathInput, plans_beside};
use super::previous::PlanArguments;
use super::validate::is_path;
use crate::certificate::{self, Certificate, CertifiedLevel};
use crate::growth::PathPlan;
use crate::message;
use crate::problem::Problem;
use crate::report;
use crate::verify::verify_certified;

/// Check a plan, made by plaatswijzer or not, against its instance.
///
/// A plan must say which clusters it uses and who goes where. Anything else that it says, such as its score, is
/// counted again and compared.
#[derive(Debug, clap::Args)]
pub struct VerifyArguments {
    #[command(flatten)]
    plan: PlanArguments,
    /// Certificate of the bound, as written by `solve --certificate`: the bound is computed again from the instance and
    /// this file alone.
    #[arg(long, value_name = "FILE")]
    certificate: Option<PathBuf>,
    /// Print the verdict as JSON.
    #[arg(long)]
    json: bool,
}

/// Runs the command.
pub fn run(arguments: &VerifyArguments) -> Result<ExitCode, CommandFailure> {
    let bytes = arguments.plan.read_instance()?;
    if is_path(&bytes) {
        return verify_path(arguments, &bytes);
    }
    let (problem, plan) = arguments.plan.read_with(&bytes)?;
    let certificate = arguments.certificate.as_deref();
    let proven = certificate.map(|file| proven(&problem, file)).transpose()?;
    let verdict = verify_certified(&problem, &plan, proven.as_deref());
    if arguments.json {
        files::print(&report::verdict_as_json(&verdict))?;
    } else {
        files::print(&report::verdict(&verdict, language()))?;
    }
    Ok(if verdict.agrees() { ExitCode::SUCCESS } else { ExitCode::from(exit::DISAGREES) })
}

/// What a certificate proves of a problem.
fn proven(problem: &Problem, file: &Path) -> Result<Vec<CertifiedLevel>, CommandFailure> {
    let certificate = Certificate::read(&files::read(file)?)?;
    Ok(certificate::check(problem, &certificate)?)
}

/// Checks every year of a path, what ties the years together, and every figure.
fn verify_path(arguments: &VerifyArguments, document: &[u8]) -> Result<ExitCode, CommandFailure> {
    if arguments.plan.has_previous() {
        return Err(CommandFailure::usage(message!("growth-no-previous")));
    }
    if arguments.certificate.is_some() {
        return Err(CommandFailure::usage(message!("cli-no-certificate-of-path")));
    }
    let input = PathInput::parse(document, arguments.plan.instance())?;
    let file = arguments.plan.plan();
    let found = PathPlan::read(&files::read(file)?)?;
    let plans = plans_beside(file, &found)?;
    let findings = path_draws::findings(&input, file, &found, &plans)?;
    files::print(&if arguments.json {
        report::path_verdict_as_json(&found, &findings)
    } else {
        report::path_verdict(&found, &findings, language())
    })?;
    Ok(if findings.is_empty() { ExitCode::SUCCESS } else { ExitCode::from(exit::DISAGREES) })
}

//! `verify`: a second opinion on any plan.

use std::path::Path;
use std::process::ExitCode;

use super::console::language;
use super::exit::{self, CommandFailure};
use super::files;
use super::path::{PathInput, plans_beside};
use super::previous::PlanArguments;
use crate::growth::{PathPlan, check};
use crate::report;
use crate::verify::verify;

/// Check a plan, made by plaatswijzer or not, against its instance.
///
/// A plan must say which clusters it uses and who goes where. Anything else that it says, such as its score, is
/// counted again and compared.
#[derive(Debug, clap::Args)]
pub struct VerifyArguments {
    #[command(flatten)]
    plan: PlanArguments,
    /// Print the verdict as JSON.
    #[arg(long)]
    json: bool,
}

/// Runs the command.
pub fn run(arguments: &VerifyArguments) -> Result<ExitCode, CommandFailure> {
    if let Some((document, found)) = arguments.plan.path()? {
        return verify_path(&document, arguments.plan.plan(), &found);
    }
    let (problem, plan) = arguments.plan.read()?;
    let verdict = verify(&problem, &plan);
    if arguments.json {
        files::print(&report::verdict_as_json(&verdict))?;
    } else {
        files::print(&report::verdict(&verdict, language()))?;
    }
    Ok(if verdict.agrees() { ExitCode::SUCCESS } else { ExitCode::from(exit::DISAGREES) })
}

/// Checks every year of a path, what ties the years together, and every figure.
fn verify_path(
    input: &PathInput,
    file: &Path,
    found: &PathPlan,
) -> Result<ExitCode, CommandFailure> {
    let plans = plans_beside(file, found)?;
    let findings = check(&input.path, found, &plans, &input.beside_base())?;
    files::print(&report::path_verdict(found, &findings, language()))?;
    Ok(if findings.is_empty() { ExitCode::SUCCESS } else { ExitCode::from(exit::DISAGREES) })
}

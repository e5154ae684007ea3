//! `verify`: a second opinion on any plan.

use std::process::ExitCode;

use super::console::language;
use super::exit::{self, CommandFailure};
use super::files;
use super::previous::PlanArguments;
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
    let (problem, plan) = arguments.plan.read()?;
    let verdict = verify(&problem, &plan);
    if arguments.json {
        files::print(&report::verdict_as_json(&verdict))?;
    } else {
        files::print(&report::verdict(&verdict, language()))?;
    }
    Ok(if verdict.agrees() { ExitCode::SUCCESS } else { ExitCode::from(exit::DISAGREES) })
}

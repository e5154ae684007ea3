//! `verify`: a second opinion on any plan.

use std::path::PathBuf;
use std::process::ExitCode;

use super::exit::{self, Failure};
use super::previous::{self, PreviousArguments};
use super::{files, problem};
use crate::plan::Plan;
use crate::report;
use crate::verify::verify;

/// Check a plan, ours or anyone's, against its instance.
///
/// A plan must say which clusters it uses and who goes where; whatever else it says is held against
/// an own count.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// The instance; `-` is standard input.
    #[arg(value_name = "FILE")]
    instance: PathBuf,
    /// The plan; `-` is standard input.
    #[arg(value_name = "PLAN")]
    plan: PathBuf,
    #[command(flatten)]
    previous: PreviousArguments,
    /// Print the verdict as JSON.
    #[arg(long)]
    json: bool,
}

/// Runs the command.
pub fn run(arguments: &Arguments) -> Result<ExitCode, Failure> {
    let files = [Some(&*arguments.instance), Some(&*arguments.plan), arguments.previous.file()];
    files::one_stream(files)?;
    let mut problem = problem::read(&arguments.instance)?;
    let plan = Plan::read(&files::read(&arguments.plan)?)?;
    if plan.previous.is_some() && arguments.previous.file().is_none() {
        return Err(Failure::Usage(previous::NEEDED.to_owned()));
    }
    arguments.previous.compare(&mut problem)?;
    let verdict = verify(&problem, &plan);
    if arguments.json {
        files::print(&report::verdict_as_json(&verdict))?;
    } else {
        files::print(&report::verdict(&verdict))?;
    }
    Ok(if verdict.agrees() { ExitCode::SUCCESS } else { ExitCode::from(exit::DISAGREES) })
}

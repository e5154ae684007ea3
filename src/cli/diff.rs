//! `diff`: what differs between two plans.

use std::path::PathBuf;
use std::process::ExitCode;

use super::console::language;
use super::exit::CommandFailure;
use super::{contacts, files, problem};
use crate::composing;
use crate::plan::Plan;
use crate::problem::Problem;
use crate::questions::difference;
use crate::report::{self, SchoolNames};
use crate::verify::verify;

/// List what differs between two plans.
///
/// Lists the students who are at another school, the clusters that differ and the figures that differ. The plans may
/// belong to different instances, and need not have been made by plaatswijzer.
#[derive(Debug, clap::Args)]
pub struct DiffArguments {
    /// Earlier plan; `-` reads standard input.
    #[arg(value_name = "PLAN")]
    before: PathBuf,
    /// Later plan; `-` reads standard input.
    #[arg(value_name = "PLAN")]
    after: PathBuf,
    /// Instance of both plans. It gives the names of schools, with NAME.contacts.json beside it those of students, and the
    /// figures of a plan file without figures.
    #[arg(long, value_name = "FILE")]
    instance: Option<PathBuf>,
    /// Print the difference as JSON.
    #[arg(long)]
    json: bool,
}

/// Runs the command.
pub fn run(arguments: &DiffArguments) -> Result<ExitCode, CommandFailure> {
    let instance = arguments.instance.as_deref();
    files::one_stream([Some(&*arguments.before), Some(&*arguments.after), instance])?;
    let problem = instance.map(problem::read).transpose()?;
    let read = |path| -> Result<Plan, CommandFailure> {
        let plan = Plan::read(&files::read(path)?)?;
        Ok(match &problem {
            Some(problem) => with_figures(problem, plan),
            None => plan,
        })
    };
    let difference = difference(&read(&arguments.before)?, &read(&arguments.after)?);
    if arguments.json {
        files::print(&report::difference_as_json(&difference))?;
    } else {
        let names = problem.as_ref().map(SchoolNames::of).unwrap_or_default();
        let named = problem.as_ref().zip(instance);
        let students = named
            .map(|(problem, path)| contacts::student_names(path, &problem.instance))
            .transpose()?;
        let names = names.and_students(students.into_iter().flatten());
        files::print(&report::difference(&difference, &names, language()))?;
    }
    Ok(ExitCode::SUCCESS)
}

/// A plan with its figures, computed if it has none; unchanged if it names unknown ids.
fn with_figures(problem: &Problem, plan: Plan) -> Plan {
    if plan.score.is_some() && plan.indicators.is_some() {
        return plan;
    }
    let verdict = verify(problem, &plan);
    if verdict.findings.iter().any(|finding| finding.rule == "structure") {
        return plan;
    }
    let composed = composing::plan(problem, &verdict.assignment, plan.status);
    let Plan { score, indicators, .. } = composed;
    Plan { score, indicators, ..plan }
}

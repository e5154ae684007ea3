//! An earlier plan: what `solve` and `verify` compare with.

use std::path::{Path, PathBuf};

use super::exit::CommandFailure;
use super::{files, problem};
use crate::plan::Plan;
use crate::problem::Problem;
use crate::questions::replan::{self, PreviousPlan};

/// What a plan needs that was compared with another one.
const NEEDED: &str = "this plan was compared with an earlier plan, and its price cannot be checked \
    without it. Give that plan with --previous PLAN, and --max-changes and --freeze as when it was made.";

/// The most findings in an earlier plan that are shown one by one.
const MOST_FINDINGS: usize = 20;

/// The earlier plan, and what must stay of it.
#[derive(Debug, clap::Args)]
pub struct PreviousArguments {
    /// An earlier plan, ours or anyone's: rule `continuity` prices changes against it, and a search
    /// begins with it.
    #[arg(long, value_name = "PLAN")]
    previous: Option<PathBuf>,
    /// The most changes against the earlier plan, in place of what rule `continuity` says.
    #[arg(long, value_name = "K", requires = "previous",
          value_parser = clap::value_parser!(i64).range(0..=1_000_000))]
    max_changes: Option<i64>,
    /// A board or cluster whose schools keep exactly the students that they have in the earlier plan,
    /// and whose clusters stay in use; may be given several times.
    #[arg(long, value_name = "BOARD|CLUSTER", requires = "previous")]
    freeze: Vec<String>,
}

/// An earlier plan that a problem is compared with.
pub struct Compared {
    /// As it is against the instance of today.
    pub previous: PreviousPlan,
    /// As it was written.
    pub plan: Plan,
}

impl PreviousArguments {
    /// The file of the earlier plan.
    pub fn file(&self) -> Option<&Path> {
        self.previous.as_deref()
    }

    /// Reads the earlier plan, and makes the problem one against it.
    pub fn compare(&self, problem: &mut Problem) -> Result<Option<Compared>, CommandFailure> {
        let Some(path) = &self.previous else { return Ok(None) };
        if self.max_changes.is_some() && problem.rulebook.continuity.is_none() {
            let message = "--max-changes needs rule `continuity`, which this instance switches off";
            return Err(CommandFailure::usage(message.to_owned()));
        }
        let (previous, plan) = replan::read(problem, &files::read(path)?)?;
        let frozen = replan::freeze(problem, &previous, &plan, &self.freeze)?;
        for sentence in &frozen.let_go {
            eprintln!("{sentence}");
        }
        let mut earlier = previous.earlier.clone();
        earlier.max_changes = self.max_changes;
        problem.instance.previous_plan = Some(earlier);
        problem.conditions.extend(frozen.conditions);
        Ok(Some(Compared { previous, plan }))
    }
}

/// An instance and a plan of it, compared with an earlier plan where it was made so.
#[derive(Debug, clap::Args)]
pub struct PlanArguments {
    /// The instance; `-` is standard input.
    #[arg(value_name = "FILE")]
    instance: PathBuf,
    /// The plan; `-` is standard input.
    #[arg(value_name = "PLAN")]
    plan: PathBuf,
    #[command(flatten)]
    previous: PreviousArguments,
}

impl PlanArguments {
    /// Reads the problem and the plan.
    pub fn read(&self) -> Result<(Problem, Plan), CommandFailure> {
        files::one_stream([Some(&*self.instance), Some(&*self.plan), self.previous.file()])?;
        let mut problem = problem::read(&self.instance)?;
        let plan = Plan::read(&files::read(&self.plan)?)?;
        if plan.previous.is_some() && self.previous.file().is_none() {
            return Err(CommandFailure::usage(NEEDED.to_owned()));
        }
        tell_of_another_instance(&problem, &plan);
        self.previous.compare(&mut problem)?;
        Ok((problem, plan))
    }
}

/// Says where a plan was made for other facts or rules: all that is wrong with it may follow from that.
fn tell_of_another_instance(problem: &Problem, plan: &Plan) {
    if let Some(made_for) = plan.instance.as_ref().filter(|one| one.sha256 != problem.sha256()) {
        eprintln!(
            "This plan was made for another instance, `{}`, or for an earlier state of this one: its SHA-256 \
             differs. Give the file that it was made from, or plan again with `solve --previous`.",
            made_for.name
        );
    }
}

impl Compared {
    /// Tells what the earlier plan names that is not there any more, and what is wrong with it today.
    pub fn tell(&self) {
        for gone in &self.previous.gone {
            eprintln!("In the earlier plan: {}.", gone.sentence());
        }
        let findings = &self.previous.findings;
        if findings.is_empty() {
            return;
        }
        eprintln!("What is left of the earlier plan does not keep the rules of today:");
        for finding in findings.iter().take(MOST_FINDINGS) {
            eprintln!("  {finding}");
        }
        if let Some(more) = findings.len().checked_sub(MOST_FINDINGS).filter(|&more| more > 0) {
            eprintln!("  … and {more} more");
        }
    }
}

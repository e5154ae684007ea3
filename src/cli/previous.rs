//! An earlier plan: what `solve` and `verify` compare with.

use std::path::{Path, PathBuf};

use super::console::note;
use super::exit::CommandFailure;
use super::{files, named, problem};
use crate::instance::NamedKind;
use crate::message;
use crate::plan::Plan;
use crate::problem::Problem;
use crate::questions::replan::{self, PreviousPlan};
use crate::report::rule_name;
use crate::verify::Finding;

/// The most findings in an earlier plan that are shown one by one.
const MOST_FINDINGS: usize = 20;

/// The earlier plan, and what must stay of it.
#[derive(Debug, clap::Args)]
pub struct PreviousArguments {
    /// Earlier plan to compare with, made by plaatswijzer or not. Rule `continuity` charges for changes against it,
    /// and a search starts from it. A plan made with one says itself where the students were: for commands about
    /// that plan this option is not needed.
    #[arg(long, value_name = "PLAN")]
    previous: Option<PathBuf>,
    /// Largest number of changes against the earlier plan, instead of the number in rule `continuity`.
    #[arg(long, value_name = "K", requires = "previous",
          value_parser = clap::value_parser!(i64).range(0..=1_000_000))]
    max_changes: Option<i64>,
    /// Board or cluster to leave unchanged: its schools keep exactly the students of the earlier plan,
    /// and its clusters stay in use. May be given several times.
    #[arg(long, value_name = "BOARD|CLUSTER", requires = "previous")]
    freeze: Vec<String>,
}

/// An earlier plan that a problem is compared with.
pub struct Compared {
    /// The earlier plan under today's instance.
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
            return Err(CommandFailure::usage(message!("cli-max-changes-needs-continuity")));
        }
        let (previous, plan) = replan::read(problem, &files::read(path)?)?;
        let kinds = [NamedKind::Board, NamedKind::Cluster];
        let named = |written: &String| named::id_of(&problem.instance, "--freeze", written, &kinds);
        let freeze = self.freeze.iter().map(named).collect::<Result<Vec<String>, _>>()?;
        let frozen = replan::freeze(problem, &previous, &plan, &freeze)?;
        for sentence in &frozen.let_go {
            note(sentence);
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
    /// Instance; `-` reads standard input.
    #[arg(value_name = "FILE")]
    instance: PathBuf,
    /// Plan; `-` reads standard input.
    #[arg(value_name = "PLAN")]
    plan: PathBuf,
    #[command(flatten)]
    previous: PreviousArguments,
}

impl PlanArguments {
    /// Whether an earlier plan is given.
    pub fn has_previous(&self) -> bool {
        self.previous.file().is_some()
    }

    /// The file of the instance.
    pub fn instance(&self) -> &Path {
        &self.instance
    }

    /// The file of the plan.
    pub fn plan(&self) -> &Path {
        &self.plan
    }

    /// The bytes of the instance, which may be another document.
    pub fn read_instance(&self) -> Result<Vec<u8>, CommandFailure> {
        files::one_stream([Some(&*self.instance), Some(&*self.plan), self.previous.file()])?;
        files::read(&self.instance)
    }

    /// Reads the problem and a plan that is to be reported or explained.
    pub fn read(&self) -> Result<(Problem, Plan), CommandFailure> {
        self.read_compared(&self.read_instance()?)
    }

    /// Reads the problem and a plan that is to be reported or explained, where the bytes of the instance are there.
    ///
    /// # Errors
    /// Also if the plan was made against another earlier plan than the one given, of which nothing can be said.
    pub fn read_compared(&self, instance: &[u8]) -> Result<(Problem, Plan), CommandFailure> {
        let (problem, plan) = self.read_with(instance)?;
        let stated = plan.previous.as_ref().map(|previous| &previous.sha256);
        let given = problem.instance.previous_plan.as_ref().map(|earlier| &earlier.sha256);
        match self.previous.file().filter(|_| stated.is_some() && stated != given) {
            None => Ok((problem, plan)),
            Some(file) => {
                let path = file.display().to_string();
                Err(CommandFailure::usage(message!("cli-other-previous", path = path)))
            }
        }
    }

    /// Reads the problem and the plan, where the bytes of the instance are there.
    pub fn read_with(&self, instance: &[u8]) -> Result<(Problem, Plan), CommandFailure> {
        let mut problem = problem::parse_discreetly(instance, &self.instance)?;
        let plan = Plan::read(&files::read(&self.plan)?)?;
        if self.previous.file().is_none() {
            compare_as_stated(&mut problem, &plan)?;
        }
        warn_of_another_instance(&problem, &plan);
        self.previous.compare(&mut problem)?;
        Ok((problem, plan))
    }
}

/// Makes a problem one against the earlier plan with which a plan was made, as far as that plan states it.
///
/// # Errors
/// If it was made with one and does not say where the students were.
pub fn compare_as_stated(problem: &mut Problem, plan: &Plan) -> Result<(), CommandFailure> {
    let Some(reference) = &plan.previous else { return Ok(()) };
    let earlier = reference.earlier(&problem.instance);
    let missing = || CommandFailure::usage(message!("cli-previous-plan-needed"));
    problem.instance.previous_plan = Some(earlier.ok_or_else(missing)?);
    Ok(())
}

/// Says where a plan was made for other facts or rules: all that is wrong with it may follow from that.
fn warn_of_another_instance(problem: &Problem, plan: &Plan) {
    if let Some(made_for) = plan.instance.as_ref().filter(|one| one.sha256 != problem.sha256()) {
        note(&message!("cli-other-instance", name = &made_for.name));
    }
}

impl Compared {
    /// Prints whether the earlier plan is of another year, what it names that no longer exists, and what is wrong with it
    /// today.
    pub fn report(&self, problem: &Problem) {
        if replan::is_of_another_year(problem, &self.previous, &self.plan) {
            note(&message!("cli-earlier-plan-of-another-year"));
        }
        for gone in &self.previous.gone {
            note(&message!("cli-earlier-plan-gone", gone = gone.sentence()));
        }
        let findings = &self.previous.findings;
        if findings.is_empty() {
            return;
        }
        note(&message!("cli-earlier-plan-breaks-rules"));
        for finding in findings.iter().take(MOST_FINDINGS) {
            let Finding { rule, sentence } = finding;
            let rule = rule_name(rule);
            note(&message!("cli-finding", rule = rule, sentence = sentence.clone()));
        }
        if let Some(more) = findings.len().checked_sub(MOST_FINDINGS).filter(|&more| more > 0) {
            note(&message!("cli-and-more", count = more));
        }
    }
}

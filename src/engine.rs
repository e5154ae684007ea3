//! The pipeline: from a problem to a plan that an independent check agrees with.

mod clash;
mod compose;
mod start;

use std::time::Instant;

use crate::assignment::Assignment;
use crate::candidates::Candidates;
use crate::formulation::Purpose;
use crate::input_errors::InputErrors;
use crate::plan::Plan;
use crate::problem::Problem;
use crate::solve::{self, Ending, Limits, Outcome, Progress, SolveError, Solver};
use crate::verify::{Finding, verify};

pub use clash::{ClashInWords, Demand};

/// How to search for a plan.
#[derive(Clone, Debug, Default)]
pub struct Search {
    /// Which solver does the work.
    pub solver: Solver,
    /// When to stop.
    pub limits: Limits,
}

/// What came of a search.
#[derive(Debug)]
pub enum Placed {
    /// A verified plan.
    Plan {
        /// The plan.
        plan: Box<Plan>,
        /// Who goes where, as the check has understood the plan.
        assignment: Assignment,
        /// Why the search ended.
        ending: Ending,
    },
    /// No plan exists under the rules; where it could be found out, which demands clash.
    Infeasible(Option<ClashInWords>),
    /// The search ended before any plan was found.
    NothingFound(Ending),
}

/// Why a search failed.
#[derive(Debug)]
pub enum PlaceError {
    /// The instance asks for what the engine does not take.
    Input(InputErrors),
    /// The solver is at fault.
    Solve(SolveError),
    /// The independent check disagrees with the plan: a fault of the engine, never of the user.
    Check(Vec<Finding>),
}

impl std::fmt::Display for PlaceError {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Input(errors) => errors.fmt(formatter),
            Self::Solve(error) => error.fmt(formatter),
            Self::Check(findings) => {
                writeln!(formatter, "the independent check disagrees with the plan:")?;
                findings.iter().try_for_each(|finding| writeln!(formatter, "  {finding}"))
            }
        }
    }
}

impl std::error::Error for PlaceError {}

impl From<InputErrors> for PlaceError {
    fn from(errors: InputErrors) -> Self {
        Self::Input(errors)
    }
}

impl From<SolveError> for PlaceError {
    fn from(error: SolveError) -> Self {
        Self::Solve(error)
    }
}

/// Places the students of a problem as well as the limits allow. `watch` is told now and then how
/// the search stands.
///
/// # Errors
/// Where the instance is larger than the engine takes, or solver or check are at fault. That no
/// plan exists, or none was found in time, is no error.
pub fn place(
    problem: &Problem,
    search: &Search,
    watch: &(dyn Fn(&Progress) + Sync),
) -> Result<Placed, PlaceError> {
    let started = Instant::now();
    let candidates = problem.sieve()?;
    let formulation = problem.formulate(&candidates, Purpose::Plan);
    let start = start::start(problem, &candidates, &formulation, search, watch)?;
    let mut limits = after(&search.limits, started);
    if start.is_some() {
        let spent = start::share_of_work(search).unwrap_or(0);
        limits.work = limits.work.map(|work| work - spent);
    }
    let found = solve::solve(&formulation, search.solver, &limits, start.as_ref(), watch)?;
    let answer = match found {
        Outcome::Found(answer) => answer,
        Outcome::Infeasible => {
            return Ok(Placed::Infeasible(explain_clash(problem, &candidates, search, started)?));
        }
        Outcome::NothingFound(ending) => return Ok(Placed::NothingFound(ending)),
    };
    let plan = compose::plan(problem, &candidates, &formulation, &answer, search.solver);
    let (plan, assignment) = checked(problem, plan)?;
    Ok(Placed::Plan { plan: Box::new(plan), assignment, ending: answer.ending })
}

/// The plan, once the second opinion agrees with all it says.
fn checked(problem: &Problem, mut plan: Plan) -> Result<(Plan, Assignment), PlaceError> {
    let verdict = verify(problem, &plan);
    if !verdict.agrees() {
        return Err(PlaceError::Check(verdict.findings));
    }
    plan.verified = Some(true);
    Ok((plan, verdict.assignment))
}

fn explain_clash(
    problem: &Problem,
    candidates: &Candidates,
    search: &Search,
    started: Instant,
) -> Result<Option<ClashInWords>, PlaceError> {
    let formulation = problem.formulate(candidates, Purpose::Clash);
    let found = solve::clash(&formulation, search.solver, &after(&search.limits, started))?;
    Ok(found.map(|clash| clash::in_words(problem, candidates, &formulation, &clash)))
}

/// The limits, less the time that has passed.
fn after(limits: &Limits, started: Instant) -> Limits {
    let time = limits.time.map(|time| time.saturating_sub(started.elapsed()));
    Limits { time, ..limits.clone() }
}

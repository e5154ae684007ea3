//! The pipeline: from a problem to a plan that an independent check agrees with.

mod allowance;
mod clash;
mod compose;
pub mod decomposition;
pub mod flow;
pub mod mip;
mod nearby;
mod refusals;
mod start;

use std::time::Instant;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::input::errors::InputErrors;
use crate::instance::Goal;
use crate::plan::assignment::Assignment;
use crate::plan::{Plan, Status};
use crate::problem::{Problem, assignment_of};
use crate::rules::goals;
use crate::solve::decomposition::Begin;
use crate::solve::mip::{
    Answer, Ending, LevelAnswer, Limits, Outcome, Progress, SolveError, Solver,
};
use crate::verify::{Finding, verify, verify_assignment};

pub use allowance::Allowance;
pub use clash::{ClashInWords, Demand, clash_of};
pub use nearby::{Came, Nearby, find_near};

/// How a plan is searched for.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Method {
    /// By decomposition, where the problem allows it; else plainly.
    #[default]
    Decomposition,
    /// One integer program with everything in it: the reference.
    Plain,
}

/// How to search for a plan.
#[derive(Clone, Debug, Default)]
pub struct Search {
    /// How it is searched for.
    pub method: Method,
    /// Which solver does the work.
    pub solver: Solver,
    /// When to stop.
    pub limits: Limits,
    /// A plan to begin with, such as last year's; it need not keep the rules.
    pub start: Option<Assignment>,
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
    match seek(problem, search, &Nearby::default(), watch)?.found {
        Found::Plan(Known { assignment, levels, ending }) => {
            let plan = compose::plan(problem, &assignment, &levels, ending, search.solver);
            let (plan, assignment) = checked(problem, plan)?;
            Ok(Placed::Plan { plan: Box::new(plan), assignment, ending })
        }
        Found::NoPlan => Ok(Placed::Infeasible(clash::explain(problem, search, started)?)),
        Found::Nothing(ending) => Ok(Placed::NothingFound(ending)),
    }
}

/// What a search found.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Found {
    /// A plan.
    Plan(Known),
    /// No plan exists.
    NoPlan,
    /// The search ended before any plan was found.
    Nothing(Ending),
}

/// Who goes where, and what is proven of it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Known {
    /// Who goes where.
    pub assignment: Assignment,
    /// Per goal level, what it comes to and what is proven.
    pub levels: Vec<LevelAnswer>,
    /// Why the search ended.
    pub ending: Ending,
}

impl Known {
    /// How good it is proven to be.
    pub fn status(&self) -> Status {
        compose::status(&self.levels, self.ending)
    }
}

/// Answers one of many questions: like [`place`], but without composing a plan for people, and
/// without explaining why there is none. What is found is checked all the same.
///
/// # Errors
/// As [`place`].
pub fn find(
    problem: &Problem,
    search: &Search,
    watch: &(dyn Fn(&Progress) + Sync),
) -> Result<Found, PlaceError> {
    Ok(find_near(problem, search, &Nearby::default(), watch)?.found)
}

/// Holds what was found against an independent check.
fn check(problem: &Problem, found: &Found) -> Result<(), PlaceError> {
    if let Found::Plan(known) = found {
        let verdict = verify_assignment(problem, known.assignment.clone());
        let tally = problem.tally(&known.assignment);
        let is_so = |level: &LevelAnswer| {
            goals::value(level.goal, &tally, &verdict.assessment) == level.value
        };
        if !verdict.agrees() || !known.levels.iter().all(is_so) {
            return Err(PlaceError::Check(verdict.findings));
        }
    }
    Ok(())
}

/// Composes a plan for people of what was found, and checks it.
///
/// # Errors
/// Where the independent check disagrees.
pub fn compose(problem: &Problem, search: &Search, known: &Known) -> Result<Plan, PlaceError> {
    let Known { assignment, levels, ending } = known;
    let plan = compose::plan(problem, assignment, levels, *ending, search.solver);
    checked(problem, plan).map(|(plan, _)| plan)
}

fn seek(
    problem: &Problem,
    search: &Search,
    nearby: &Nearby,
    watch: &(dyn Fn(&Progress) + Sync),
) -> Result<Came, PlaceError> {
    match search.method {
        Method::Decomposition if decomposition::fits(problem) => {
            by_parts(problem, search, nearby, watch)
        }
        Method::Decomposition | Method::Plain => {
            Ok(Came { found: plainly(problem, search, watch)?, bound: 0, prices: None })
        }
    }
}

fn by_parts(
    problem: &Problem,
    search: &Search,
    nearby: &Nearby,
    watch: &(dyn Fn(&Progress) + Sync),
) -> Result<Came, PlaceError> {
    let begin =
        Begin { plan: search.start.as_ref(), prices: nearby.prices.as_ref(), below: nearby.below };
    let came = decomposition::search(problem, search.solver, &search.limits, &begin, watch)?;
    let found = match came.found {
        decomposition::Found::Plan(known) => {
            let decomposition::Known { assignment, value, bound, last, ending } = known;
            let total = LevelAnswer { goal: Goal::Total, value, bound };
            let levels = std::iter::once(total).chain(last).collect();
            Found::Plan(Known { assignment, levels, ending })
        }
        decomposition::Found::NoPlan => Found::NoPlan,
        decomposition::Found::Nothing(ending) => Found::Nothing(ending),
    };
    Ok(Came { found, bound: came.bound, prices: Some(came.prices) })
}

fn plainly(
    problem: &Problem,
    search: &Search,
    watch: &(dyn Fn(&Progress) + Sync),
) -> Result<Found, PlaceError> {
    let started = Instant::now();
    let candidates = problem.sieve()?;
    let formulation = problem.formulate_with_ties(&candidates);
    let known = search.start.as_ref();
    let mut start = known
        .and_then(|plan| decomposition::complete(&candidates, &formulation, plan, search.solver));
    let mut limits = after(&search.limits, started);
    if start.is_none() {
        start = start::start(problem, &candidates, &formulation, search, watch)?;
        limits = after(&search.limits, started);
        if start.is_some() {
            let spent = start::share_of_work(search).unwrap_or(0);
            limits.work = limits.work.map(|work| work - spent);
        }
    }
    let found = mip::solve(&formulation, search.solver, &limits, start.as_ref(), watch)?;
    Ok(match found {
        Outcome::Found(Answer { values, levels, ending }) => {
            let assignment = assignment_of(&candidates, &formulation, &values);
            let levels = counted(problem, &assignment, levels);
            Found::Plan(Known { assignment, levels, ending })
        }
        Outcome::Infeasible => Found::NoPlan,
        Outcome::NothingFound(ending) => Found::Nothing(ending),
    })
}

/// The levels with what they come to in the plan. Where a solve ended early, the program may count
/// more than is so, such as members both above and below a target; where the two disagree
/// otherwise, the program's word is kept, for the independent check to find.
fn counted(
    problem: &Problem,
    assignment: &Assignment,
    mut levels: Vec<LevelAnswer>,
) -> Vec<LevelAnswer> {
    let tally = problem.tally(assignment);
    let assessment = problem.assess(&tally);
    for level in &mut levels {
        let value = goals::value(level.goal, &tally, &assessment);
        if (level.bound..=level.value).contains(&value) {
            level.value = value;
        }
    }
    levels
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

/// The limits, less the time that has passed.
fn after(limits: &Limits, started: Instant) -> Limits {
    let time = limits.time.map(|time| time.saturating_sub(started.elapsed()));
    Limits { time, ..limits.clone() }
}

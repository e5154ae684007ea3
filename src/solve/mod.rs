//! The pipeline: from a problem to a plan that an independent check agrees with.

pub mod budget;
mod clash;
mod compose;
pub mod decomposition;
pub mod flow;
pub mod mip;
mod nearby;
mod outcome;
mod refusals;
mod start;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::input::errors::InputErrors;
use crate::plan::Plan;
use crate::plan::assignment::Assignment;
use crate::problem::{Problem, assignment_of};
use crate::rules::goals;
use crate::solve::decomposition::Begin;
use crate::solve::mip::{
    Ending, LevelAnswer, MipOutcome, MipSettings, MipSolution, Progress, SolveError, Solver,
};
use crate::verify::{Finding, verify, verify_assignment};

pub use budget::Budget;
pub use clash::{ClashInWords, Demand, clash_of};
pub use nearby::{Nearby, find_near};
pub use outcome::{Incumbent, SearchOutcome, SearchResult};

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
    /// A plan is good enough when (value − bound) / max(1, value) is at most this fraction, for every
    /// goal level.
    pub gap: f64,
    /// The time and work that may be used. Clones of a search draw on the same budget.
    pub budget: Budget,
    /// A plan to begin with, such as last year's; it need not keep the rules.
    pub start: Option<Assignment>,
}

impl Search {
    /// The same search with another budget.
    #[must_use]
    pub fn with_budget(&self, budget: Budget) -> Self {
        Self { budget, ..self.clone() }
    }
}

/// What came of a search.
#[derive(Debug)]
pub enum PlaceOutcome {
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
) -> Result<PlaceOutcome, PlaceError> {
    match seek(problem, search, &Nearby::default(), watch)?.outcome {
        SearchOutcome::Plan(incumbent) => {
            let ending = incumbent.ending;
            let plan = compose::plan(problem, &incumbent, search.solver);
            let (plan, assignment) = checked(problem, plan)?;
            Ok(PlaceOutcome::Plan { plan: Box::new(plan), assignment, ending })
        }
        SearchOutcome::Infeasible => Ok(PlaceOutcome::Infeasible(clash_of(problem, search)?)),
        SearchOutcome::NothingFound(ending) => Ok(PlaceOutcome::NothingFound(ending)),
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
) -> Result<SearchOutcome, PlaceError> {
    Ok(find_near(problem, search, &Nearby::default(), watch)?.outcome)
}

/// Holds what was found against an independent check.
fn check(problem: &Problem, found: &SearchOutcome) -> Result<(), PlaceError> {
    if let SearchOutcome::Plan(known) = found {
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
pub fn compose(
    problem: &Problem,
    search: &Search,
    incumbent: &Incumbent,
) -> Result<Plan, PlaceError> {
    let plan = compose::plan(problem, incumbent, search.solver);
    checked(problem, plan).map(|(plan, _)| plan)
}

fn seek(
    problem: &Problem,
    search: &Search,
    nearby: &Nearby,
    watch: &(dyn Fn(&Progress) + Sync),
) -> Result<SearchResult, PlaceError> {
    match search.method {
        Method::Decomposition if decomposition::fits(problem) => {
            by_parts(problem, search, nearby, watch)
        }
        Method::Decomposition | Method::Plain => {
            Ok(SearchResult { outcome: plainly(problem, search, watch)?, bound: 0, prices: None })
        }
    }
}

fn by_parts(
    problem: &Problem,
    search: &Search,
    nearby: &Nearby,
    watch: &(dyn Fn(&Progress) + Sync),
) -> Result<SearchResult, PlaceError> {
    let begin = Begin {
        plan: search.start.as_ref(),
        multipliers: nearby.prices.as_ref(),
        below: nearby.below,
    };
    let settings = MipSettings { solver: search.solver, gap: search.gap };
    Ok(decomposition::search(problem, settings, &search.budget, &begin, watch)?)
}

fn plainly(
    problem: &Problem,
    search: &Search,
    watch: &(dyn Fn(&Progress) + Sync),
) -> Result<SearchOutcome, PlaceError> {
    let candidates = problem.sieve()?;
    let formulation = problem.formulate_with_ties(&candidates);
    let known = search.start.as_ref();
    let mut start = known
        .and_then(|plan| decomposition::complete(&candidates, &formulation, plan, search.solver));
    if start.is_none() {
        start = start::start(problem, &candidates, &formulation, search, watch)?;
    }
    let settings = MipSettings { solver: search.solver, gap: search.gap };
    let found = mip::solve(&formulation, settings, &search.budget, start.as_ref(), watch)?;
    Ok(match found {
        MipOutcome::Found(MipSolution { values, levels, ending }) => {
            let assignment = assignment_of(&candidates, &formulation, &values);
            let levels = counted(problem, &assignment, levels);
            SearchOutcome::Plan(Incumbent { assignment, levels, ending })
        }
        MipOutcome::Infeasible => SearchOutcome::Infeasible,
        MipOutcome::NothingFound(ending) => SearchOutcome::NothingFound(ending),
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

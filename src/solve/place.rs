//! The pipeline: from a problem to a plan that an independent check agrees with.

use std::time::Duration;

use rayon::prelude::*;

use super::budget::time_of;
use super::find::{Nearby, find_near};
use super::mip::{Ending, Progress};
use super::outcome::{Incumbent, SearchOutcome};
use super::plan_of_incumbent::unverified_plan;
use super::{PlaceError, Search};
use crate::instance::StudentId;
use crate::plan::Plan;
use crate::plan::assignment::Assignment;
use crate::problem::{Problem, Survey};
use crate::verify::verify;

/// Explaining fewer students than this takes no time worth sparing.
const FEWEST_WITHOUT_PLACE: i64 = 500;
/// The number of student entries on which the time for all is measured.
const ENTRIES_MEASURED: usize = 128;

/// What placing the students of a problem ends with.
#[derive(Debug)]
pub enum PlaceOutcome {
    /// A verified plan.
    Plan {
        /// The plan.
        plan: Box<Plan>,
        /// Who is placed where, as the check has read it from the plan.
        assignment: Assignment,
        /// Why the search ended.
        ending: Ending,
    },
    /// No plan exists under the rules; [`clash_of`](super::clash_of) finds out why.
    Infeasible,
    /// The search had to stop before it found a plan or proved that there is none.
    NothingFound(Ending),
}

/// Finds a plan for a problem, as good as the budget allows, and has it verified. Calls `on_progress` now and
/// then.
///
/// # Errors
/// If the instance is larger than the engine takes, or solver or check are at fault.
pub fn place(
    problem: &Problem,
    search: &Search,
    on_progress: &(dyn Fn(&Progress) + Sync),
) -> Result<PlaceOutcome, PlaceError> {
    place_near(problem, search, &Nearby::default(), on_progress)
}

/// Like [`place`], starting from what is known of a similar problem.
///
/// # Errors
/// As [`place`].
pub fn place_near(
    problem: &Problem,
    search: &Search,
    nearby: &Nearby,
    on_progress: &(dyn Fn(&Progress) + Sync),
) -> Result<PlaceOutcome, PlaceError> {
    let budget = search.budget.with_time_to_spare(|| time_to_explain(problem));
    let searched = search.with_budget(budget);
    let incumbent = match find_near(problem, &searched, nearby, on_progress)?.outcome {
        SearchOutcome::Plan(incumbent) => incumbent,
        SearchOutcome::Infeasible => return Ok(PlaceOutcome::Infeasible),
        SearchOutcome::NothingFound(ending) => return Ok(PlaceOutcome::NothingFound(ending)),
    };
    let plan = unverified_plan(problem, &incumbent, search.solver);
    let (plan, assignment) = verified(problem, plan)?;
    Ok(PlaceOutcome::Plan { plan: Box::new(plan), assignment, ending: incumbent.ending })
}

/// About how long it takes to say, and to check, why students are left out for whom there are no places: so much must be
/// left of a limit on time when the search ends. Measured on some of them.
fn time_to_explain(problem: &Problem) -> Duration {
    let Problem { instance, settings, .. } = problem;
    let schools = instance.schools.iter().filter(|&(id, _)| !settings[id].is_empty());
    let places: i64 = schools.map(|(_, school)| school.places).sum();
    let without = instance.student_count() - places;
    if without < FEWEST_WITHOUT_PLACE {
        return Duration::ZERO;
    }
    let entries: Vec<StudentId> = instance.students.ids().collect();
    let some: Vec<StudentId> =
        entries.iter().copied().step_by(entries.len().div_ceil(ENTRIES_MEASURED)).collect();
    let nobody = Assignment::default();
    let tally = problem.tally(&nobody);
    let survey = Survey::of(problem, &tally);
    let schools = || some.par_iter().map(|&student| survey.funnel(student).schools).sum::<i64>();
    // Once for the plan, once for the check.
    time_of(schools).mul_f64(2.0 * without as f64 / some.len() as f64)
}

/// The plan file of an incumbent, verified.
///
/// # Errors
/// If the independent check disagrees.
pub fn compose(
    problem: &Problem,
    search: &Search,
    incumbent: &Incumbent,
) -> Result<Plan, PlaceError> {
    let plan = unverified_plan(problem, incumbent, search.solver);
    verified(problem, plan).map(|(plan, _)| plan)
}

/// The plan, marked as verified, once the independent check agrees with everything it says. `find` has checked the
/// assignment and its levels already; this checks what the file states.
fn verified(problem: &Problem, mut plan: Plan) -> Result<(Plan, Assignment), PlaceError> {
    let verdict = verify(problem, &plan);
    if !verdict.agrees() {
        return Err(PlaceError::Check(verdict.findings));
    }
    plan.verified = Some(true);
    Ok((plan, verdict.assignment))
}

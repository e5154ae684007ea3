//! The trade-off between the mean and the longest journey.
//!
//! The same question is asked again with no journey longer than ever shorter limits (the epsilon constraint
//! of Haimes, Lasdon and Wismer, On a bicriterion formulation of the problems of integrated system
//! identification and system optimization, IEEE Transactions on Systems, Man, and Cybernetics 1, 1971).
//! A limit is a setting of rule `travel`, so that every search is the usual one.

mod shortest;
#[cfg(test)]
mod tests;

use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use serde::Serialize;

use crate::base::Metres;
use crate::composing::indicators::indicators;
use crate::instance::Goal;
use crate::plan::assignment::Assignment;
use crate::plan::{GoalLevel, Status};
use crate::problem::Problem;
use crate::solve::mip::Ending;
use crate::solve::{Incumbent, PlaceError, Search, SearchOutcome, find};

pub use shortest::{Below, Shortest};

/// The trade-off between the mean and the longest journey.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Curve {
    /// What the instance is called.
    pub instance: String,
    /// How many students there are.
    pub students: i64,
    /// The plan as it is first, then by ever shorter limits.
    pub points: Vec<Point>,
    /// The shortest limit at which as many students can be placed as in the plan as it is.
    pub shortest: Option<Shortest>,
    /// Limits that were to be looked at, and for which no plan was found in time.
    pub unreached_m: Vec<i64>,
}

/// The best plan that is known under a limit.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Point {
    /// No journey is longer, but for students whom the planner has fixed; `null` in the plan as it is.
    pub limit_m: Option<i64>,
    /// The longest journey; `null` where none is known.
    pub longest_m: Option<i64>,
    /// The mean journey, rounded half up; `null` where none is known.
    pub mean_m: Option<i64>,
    /// Students left out.
    pub left_out: i64,
    /// All points.
    pub total_points: i64,
    /// No plan under this limit has fewer, given the goals before.
    pub bound_points: i64,
    /// (total − bound) / max(1, total).
    pub gap: f64,
    /// How the search for it ended.
    pub status: Status,
    /// Whether another point is no worse in journeys, students left out and points, and better in one
    /// of them; or the same, and stands before.
    pub dominated: bool,
}

/// What came of the question.
#[derive(Clone, PartialEq, Debug)]
pub enum Asked {
    /// The curve.
    Curve(Box<Curve>),
    /// No plan exists under the rules as they are.
    NoPlan,
    /// No plan was found in time for the rules as they are.
    Nothing(Ending),
}

/// A question under way.
struct Quest<'a> {
    problem: &'a Problem,
    search: &'a Search,
}

/// Asks for so many limits, spread evenly. The time limit of the search is for all of them together;
/// its other limits are for each. Rule `travel` must be on.
///
/// # Errors
/// Where a search fails.
pub fn curve(problem: &Problem, search: &Search, points: usize) -> Result<Asked, PlaceError> {
    let quest = Quest { problem, search };
    // Without a plan as it is there is no curve, so that it may take half of the time.
    let first = match find(problem, &quest.search(2, None), &|_| {})? {
        SearchOutcome::Plan(first) => first,
        SearchOutcome::Infeasible => return Ok(Asked::NoPlan),
        SearchOutcome::NothingFound(ending) => return Ok(Asked::Nothing(ending)),
    };
    let mut found = vec![point(problem, None, &first)];
    let mut unreached_m = Vec::new();
    let least = quest.shortest(&first)?;
    if let Some((shortest, witness)) = &least {
        let limits = limits(shortest.limit_m, shortest.from_m, points);
        let mut searched = quest.side_by_side(&limits, witness)?;
        if problem.instance.goals == [Goal::Total] {
            learn(&first, &mut searched);
        }
        for (limit, known) in limits.into_iter().zip(searched) {
            match known {
                Some(known) => found.push(point(problem, Some(limit), &known)),
                None => unreached_m.push(limit),
            }
        }
    }
    mark(&mut found);
    Ok(Asked::Curve(Box::new(Curve {
        instance: problem.instance.name.clone(),
        students: problem.instance.student_count(),
        points: found,
        shortest: least.map(|(shortest, _)| shortest),
        unreached_m,
    })))
}

/// So many limits less one, evenly spread below the longest journey, the longest first: with that
/// journey there are as many as asked for.
fn limits(shortest: i64, longest: i64, points: usize) -> Vec<i64> {
    let steps = points.saturating_sub(1).max(1) as i64;
    let mut limits: Vec<i64> =
        (0..steps).rev().map(|step| shortest + (longest - shortest) * step / steps).collect();
    limits.dedup();
    limits.retain(|&limit| limit < longest);
    limits
}

/// The same problem in which no journey may be longer.
fn with_limit(problem: &Problem, limit: i64) -> Problem {
    let mut problem = problem.clone();
    if let Some(travel) = &mut problem.rulebook.travel {
        travel.limit_km = travel.limit_km.at_most(Metres(limit));
    }
    problem
}

fn left_out(problem: &Problem, assignment: &Assignment) -> i64 {
    let tally = problem.tally(assignment);
    problem.instance.students.ids().map(|student| tally.left_out(student)).sum()
}

impl Quest<'_> {
    /// A search that may take one of so many parts of the time that is left.
    fn search(&self, parts: u32, start: Option<Assignment>) -> Search {
        let budget = self.search.budget.with_own_work().share_of_time(1, parts);
        Search { start, ..self.search.with_budget(budget) }
    }

    /// The best plan under each limit; `None` where none was found in time. One long closure per thread
    /// takes limit after limit, so that no search waits for another one.
    fn side_by_side(
        &self,
        limits: &[i64],
        witness: &Assignment,
    ) -> Result<Vec<Option<Incumbent>>, PlaceError> {
        let found = Mutex::new(vec![None; limits.len()]);
        let fault = Mutex::new(None);
        let (next, broken) = (AtomicUsize::new(0), AtomicBool::new(false));
        let budget = &self.search.budget;
        rayon::broadcast(|threads| {
            while !broken.load(Ordering::Relaxed) && !budget.is_interrupted() {
                let index = next.fetch_add(1, Ordering::Relaxed);
                let Some(&limit) = limits.get(index).filter(|_| !budget.is_out_of_time()) else {
                    return;
                };
                let parts = (limits.len() - index).div_ceil(threads.num_threads());
                let parts = u32::try_from(parts).unwrap_or(u32::MAX);
                let search = self.search(parts, Some(witness.clone()));
                match find(&with_limit(self.problem, limit), &search, &|_| {}) {
                    Ok(SearchOutcome::Plan(known)) => {
                        found.lock().expect("no thread panics with it")[index] = Some(known);
                    }
                    Ok(SearchOutcome::Infeasible | SearchOutcome::NothingFound(_)) => {}
                    Err(error) => {
                        broken.store(true, Ordering::Relaxed);
                        fault.lock().expect("no thread panics with it").get_or_insert(error);
                    }
                }
            }
        });
        match fault.into_inner().expect("no thread panics with it") {
            Some(error) => Err(error),
            None => Ok(found.into_inner().expect("no thread panics with it")),
        }
    }
}

/// What searches that were stopped can learn from each other, where points are all that counts: a
/// plan under a shorter limit is one under a longer limit too, and what no plan goes below under a longer
/// limit, none does under a shorter one. Limits stand in order, the longest first.
fn learn(first: &Incumbent, searched: &mut [Option<Incumbent>]) {
    let mut bound = first.levels[0].bound;
    for known in searched.iter_mut().flatten() {
        bound = bound.max(known.levels[0].bound);
        known.levels[0].bound = bound.min(known.levels[0].value);
    }
    let mut best: Option<Incumbent> = None;
    for known in searched.iter_mut().rev().flatten() {
        let own = known.levels[0];
        if let Some(best) = best.as_ref().filter(|best| best.levels[0].value < own.value) {
            known.assignment = best.assignment.clone();
            known.levels[0].value = best.levels[0].value;
            known.levels[0].bound = own.bound.min(best.levels[0].value);
        }
        best = Some(known.clone());
    }
}

fn point(problem: &Problem, limit_m: Option<i64>, known: &Incumbent) -> Point {
    let journeys = indicators(problem, &problem.tally(&known.assignment)).journeys;
    let total = known.levels.iter().find(|level| level.goal == Goal::Total);
    let (value, bound) = total.map_or((0, 0), |total| (total.value, total.bound));
    Point {
        limit_m,
        longest_m: journeys.longest_m,
        mean_m: journeys.mean_m,
        left_out: left_out(problem, &known.assignment),
        total_points: value,
        bound_points: bound,
        gap: GoalLevel::new(Goal::Total, value, bound).gap,
        status: known.status(),
        dominated: false,
    }
}

/// Marks what is dominated.
fn mark(points: &mut [Point]) {
    let figures = |point: &Point| {
        [
            point.longest_m.unwrap_or(0),
            point.mean_m.unwrap_or(0),
            point.left_out,
            point.total_points,
        ]
    };
    let all: Vec<[i64; 4]> = points.iter().map(figures).collect();
    for (position, point) in points.iter_mut().enumerate() {
        let own = all[position];
        point.dominated = all.iter().enumerate().any(|(at, other)| {
            let no_worse = other.iter().zip(own).all(|(&other, own)| other <= own);
            no_worse && (*other != own || at < position)
        });
    }
}

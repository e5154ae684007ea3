//! The trade-off between the mean and the longest journey.
//!
//! The problem is solved again with ever shorter limits on journeys (the epsilon constraint of Haimes, Lasdon
//! and Wismer, On a bicriterion formulation of the problems of integrated system identification and system
//! optimization, IEEE Transactions on Systems, Man, and Cybernetics 1, 1971). A limit is a setting of rule
//! `travel`, so that every search is an ordinary one.

mod answer;
mod curve_search;
mod shortest;
#[cfg(test)]
mod tests;

use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use self::curve_search::{CurveSearch, left_out, with_limit};
use super::QuestionOutcome;
use crate::composing::indicators::indicators;
use crate::instance::Goal;
use crate::plan::GoalLevel;
use crate::plan::assignment::Assignment;
use crate::problem::Problem;
use crate::solve::{Incumbent, PlaceError, Search, SearchOutcome, find};

pub use answer::{FairnessCurve, FairnessPoint, LimitBelow, ShortestLimit};

/// The best plans under `points` limits on journeys, spread evenly; the first is without a limit. The
/// time limit of the search is for all of them together, its other limits are for each. Rule `travel` must
/// be on.
///
/// # Errors
/// If a search fails.
pub fn curve(
    problem: &Problem,
    search: &Search,
    points: usize,
) -> Result<QuestionOutcome<FairnessCurve>, PlaceError> {
    let quest = CurveSearch { problem, search };
    // There is no curve without this plan, so that it may take half of the time.
    let first = match find(problem, &quest.search(2, None), &|_| {})? {
        SearchOutcome::Plan(first) => first,
        SearchOutcome::Infeasible => return Ok(QuestionOutcome::NoPlan),
        SearchOutcome::NothingFound(ending) => return Ok(QuestionOutcome::NothingFound(ending)),
    };
    let mut found = vec![point(problem, None, &first)];
    let mut unreached_m = Vec::new();
    let least = quest.shortest(&first)?;
    if let Some((shortest, witness)) = &least {
        let limits = limits(shortest.limit_m, shortest.from_m, points);
        let mut searched = quest.side_by_side(&limits, witness)?;
        if problem.instance.goals == [Goal::Total] {
            share_results(&first, &mut searched);
        }
        for (limit, known) in limits.into_iter().zip(searched) {
            match known {
                Some(known) => found.push(point(problem, Some(limit), &known)),
                None => unreached_m.push(limit),
            }
        }
    }
    mark(&mut found);
    Ok(QuestionOutcome::Answer(FairnessCurve {
        instance: problem.instance.name.clone(),
        students: problem.instance.student_count(),
        points: found,
        shortest: least.map(|(shortest, _)| shortest),
        unreached_m,
    }))
}

/// Up to `points − 1` limits in metres, evenly spread below the longest journey, longest first. The plan
/// without a limit is the remaining point.
fn limits(shortest: i64, longest: i64, points: usize) -> Vec<i64> {
    let steps = points.saturating_sub(1).max(1) as i64;
    let mut limits: Vec<i64> =
        (0..steps).rev().map(|step| shortest + (longest - shortest) * step / steps).collect();
    limits.dedup();
    limits.retain(|&limit| limit < longest);
    limits
}

impl CurveSearch<'_> {
    /// The best plan under each limit; `None` if none was found in time. One closure per thread takes limit
    /// after limit: if each were a task of the pool, a thread that waits for a part of one search could be
    /// handed a whole other one.
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

/// Improves the results of searches that were stopped early, if points are the only goal: a plan under a
/// shorter limit is also one under a longer limit, and a lower bound under a longer limit also holds under
/// a shorter one. Limits are in decreasing order.
fn share_results(first: &Incumbent, searched: &mut [Option<Incumbent>]) {
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

fn point(problem: &Problem, limit_m: Option<i64>, known: &Incumbent) -> FairnessPoint {
    let journeys = indicators(problem, &problem.tally(&known.assignment)).journeys;
    let total = known.levels.iter().find(|level| level.goal == Goal::Total);
    let (value, bound) = total.map_or((0, 0), |total| (total.value, total.bound));
    FairnessPoint {
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

/// Marks the points that another point dominates.
fn mark(points: &mut [FairnessPoint]) {
    let figures = |point: &FairnessPoint| {
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

//! Goals in levels by decomposition: counts of students or clusters and the longest journey first, the sum of all points
//! last.
//!
//! Each level is a search for the least sum of a problem whose points are others ([`Weights`]). A goal that has
//! reached 0 is held there by what the problem admits; one that has reached more is held by a price on each unit, which
//! is raised until the best plan pays for no more units than before. Such a price is a Lagrange multiplier on the row
//! that holds the goal: what is proven under it holds for all plans in which the goal is held (Geoffrion, 1974).

mod journeys;
mod level;

use level::Levels;

use super::PlaceError;
use super::decomposition::{self, Begin, Multipliers};
use super::mip::{Ending, MipSettings, Progress};
use super::outcome::{Incumbent, SearchOutcome, SearchResult};
use super::plain;
use super::search::Search;
use crate::base::is_within_gap;
use crate::instance::Goal;
use crate::problem::{Problem, Weights};

/// Parameters of the search.
struct Tuning {
    /// The search for a first plan, by all goals at once, gets one part in this many of the budget.
    first_parts: u32,
    /// It ends within this gap.
    first_gap: f64,
    /// What one unit of a goal costs where only counts matter: large, so that bounds in whole points can express
    /// fractions of one.
    unit: i64,
    /// By what the price of a goal is multiplied for each goal after it, and where it was too low.
    raise: i64,
    /// Upper limit on the searches of one level, each with higher prices.
    rounds: u32,
}

const TUNING: Tuning =
    Tuning { first_parts: 4, first_gap: 0.01, unit: 10_000, raise: 4, rounds: 5 };

/// Whether these are the goals of a problem.
pub fn fits(problem: &Problem) -> bool {
    match problem.instance.goals.split_last() {
        Some((Goal::Total, first)) => {
            let is_ours = |goal: &Goal| goal.is_count() || *goal == Goal::LongestJourney;
            !first.is_empty() && first.iter().all(is_ours)
        }
        _ => false,
    }
}

/// Searches for the best plan by these goals.
///
/// # Errors
/// If there are more pairs than the engine takes, or the solver is at fault.
pub fn search(
    problem: &Problem,
    search: &Search,
    multipliers: Option<&Multipliers>,
    on_progress: &(dyn Fn(&Progress) + Sync),
) -> Result<SearchResult, PlaceError> {
    let goals = &problem.instance.goals;
    let before_points = &goals[..goals.len() - 1];
    let all = all_at_once(problem, before_points);
    let first = first_plan(problem, &all, search, multipliers, on_progress)?;
    let SearchOutcome::Plan(Incumbent { assignment, .. }) = first.outcome else {
        return match first.outcome {
            SearchOutcome::NothingFound(_) => {
                let outcome = plain::search(problem, search, on_progress)?;
                Ok(SearchResult { outcome, bound: 0, multipliers: None })
            }
            outcome => Ok(SearchResult { outcome, bound: 0, multipliers: None }),
        };
    };
    let mut levels = Levels {
        problem,
        search,
        on_progress,
        admitted: Problem { tie_break: None, ..problem.clone() },
        held: Vec::new(),
        plan: assignment,
        multipliers: first.multipliers,
    };
    let mut answers = Vec::new();
    let mut to_come = u32::try_from(before_points.len()).unwrap_or(u32::MAX);
    for &goal in before_points {
        answers.push(match goal {
            Goal::LongestJourney => levels.longest_journey(to_come)?,
            _ => levels.count(goal, to_come)?,
        });
        to_come -= 1;
    }
    // What is proven of all goals at once holds for the points of plans that hold the counts.
    let counted: i64 =
        all.goals.iter().map(|&(goal, price)| price * levels.value(goal, &levels.plan)).sum();
    answers.extend(levels.points((first.bound - counted).max(0))?);
    for answer in &mut answers[..before_points.len()] {
        // Levels are held as upper bounds: a later one may have improved one that was stopped early.
        answer.value = levels.value(answer.goal, &levels.plan);
        answer.bound = answer.bound.min(answer.value);
    }
    let is_proven = answers.iter().all(|one| is_within_gap(one.value, one.bound, search.gap));
    let ending = match () {
        () if search.budget.is_interrupted() => Ending::Interrupted,
        () if is_proven => Ending::Finished,
        () => Ending::Limit,
    };
    let incumbent = Incumbent { assignment: levels.plan, levels: answers, ending };
    let outcome = SearchOutcome::Plan(incumbent);
    Ok(SearchResult { outcome, bound: 0, multipliers: levels.multipliers })
}

/// The points and all counts at once: the price of a count is higher than those of the goals after it.
fn all_at_once(problem: &Problem, before_points: &[Goal]) -> Weights {
    let mut price = worth(problem);
    let mut goals = Vec::new();
    for &goal in before_points.iter().rev().filter(|goal| goal.is_count()) {
        goals.push((goal, price));
        price = price.saturating_mul(TUNING.raise);
    }
    Weights { points: true, goals }
}

/// Searches for a plan that is nearly the best by all goals at once but the longest journey.
fn first_plan(
    problem: &Problem,
    all: &Weights,
    search: &Search,
    multipliers: Option<&Multipliers>,
    on_progress: &(dyn Fn(&Progress) + Sync),
) -> Result<SearchResult, PlaceError> {
    let level = problem.instance.goals[0];
    let mut all = problem.weighed(all.clone());
    all.tie_break = None;
    let onlooker = search.onlooker(problem);
    let begin = Begin { plan: search.start.as_ref(), multipliers, below: None, onlooker };
    let exact = search.mip_settings();
    let settings = MipSettings { gap: exact.gap.max(TUNING.first_gap), ..exact };
    let share = search.budget.share(1, TUNING.first_parts);
    // The score of all goals at once is that of no level, so that only the time says something.
    let silent = |progress: &Progress| {
        on_progress(&Progress { level, best: None, bound: 0, ..*progress });
    };
    Ok(decomposition::search(&all, settings, &share, &begin, &silent)?)
}

/// What one unit of a goal costs in points at first: as much as leaving out the student for whom that is dearest.
fn worth(problem: &Problem) -> i64 {
    let students = problem.instance.students.ids();
    let dearest = students.map(|student| problem.price_of_leaving_out(student).0).max();
    dearest.unwrap_or(0).max(TUNING.unit)
}

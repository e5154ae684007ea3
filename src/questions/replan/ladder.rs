//! The ladder: the best plan for each of several limits on changes.

use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use serde::Serialize;

use super::least::{FewestChanges, forced_changes, least_changes, with_most};
use crate::instance::Goal;
use crate::plan::Plan;
use crate::problem::Problem;
use crate::rules::continuity;
use crate::solve::{Budget, Incumbent, PlaceError, Search, SearchOutcome, compose, find};

/// The best plan under a limit on changes.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Rung {
    /// The limit on changes; `null` if only the rules limit them.
    pub max_changes: Option<i64>,
    /// The outcome of the search.
    pub outcome: RungOutcome,
    /// The figures of the plan, if there is one.
    #[serde(flatten)]
    pub figures: Option<RungFigures>,
    /// The plan itself.
    #[serde(skip)]
    pub plan: Option<Box<Plan>>,
}

/// The outcome of the search for a rung.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum RungOutcome {
    /// A plan was found.
    Plan,
    /// Proven that the rules admit no plan under this limit.
    Impossible,
    /// The time ran out before any plan was found.
    NotReached,
}

/// The figures of the plan of a rung.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct RungFigures {
    /// Number of changes that the plan makes.
    pub changes: i64,
    /// Students left out.
    pub left_out: i64,
    /// The score in points.
    pub value: i64,
    /// A lower bound on the score under this limit.
    pub bound: i64,
    /// (value − bound) / max(1, value).
    pub gap: f64,
    /// The score without the points of rule `continuity`.
    pub without_continuity: i64,
    /// The difference of that from the previous rung with a plan.
    pub difference: Option<i64>,
}

/// The best plans under several limits on changes.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Ladder {
    /// The rungs, by increasing limit.
    pub rungs: Vec<Rung>,
    /// A lower bound on the number of changes, if some rung is impossible.
    pub least_changes_proven: Option<i64>,
    /// The fewest changes of any plan that was found, if some rung is impossible.
    pub least_changes_found: Option<i64>,
}

/// The result of the search for a rung.
#[derive(Clone, Debug)]
enum Searched {
    Plan(Incumbent),
    Impossible,
    NotReached,
}

/// The best plan under each of the limits `most`, and under the limit of the rules alone. Without limits:
/// 0, 1, 2, 5, 10, 20, … below the number of changes of that last plan. The time limit is for all searches
/// together.
///
/// # Errors
/// If solver or check are at fault.
pub fn ladder(
    problem: &Problem,
    search: &Search,
    most: Option<&[i64]>,
) -> Result<Ladder, PlaceError> {
    let budget = &search.budget;
    let unlimited = with_most(problem, None);
    let expected = most.map_or(USUAL_RUNGS, <[i64]>::len);
    let jobs = rayon::current_num_threads();
    let first = search.with_budget(budget.turn(jobs, expected));
    let best = searched(find(&unlimited, &first, &|_| {})?);
    let changes = match &best {
        Searched::Plan(known) => Some(unlimited.tally(&known.assignment).changes()),
        Searched::Impossible | Searched::NotReached => None,
    };
    let most = most.map_or_else(|| usual(changes), in_order);
    let forced = forced_changes(problem);
    let own = unlimited.most_changes();
    let known = Limiting { forced, best: &best, changes, own };
    let mut rungs = climb(problem, search, budget, &most, &known)?;
    rungs.push(best);
    let mut limits: Vec<Option<i64>> = most.iter().copied().map(Some).collect();
    limits.push(None);
    // The last rung has the limit of the rule itself. If there is one, it may be lower than limits before it,
    // and the rung is not comparable with them.
    let ordered = if own.is_some() { most.len() } else { rungs.len() };
    take_over(problem, &mut rungs[..ordered]);
    let least = fewest(problem, search, budget, &limits, &rungs)?;
    Ok(Ladder {
        rungs: composed(problem, search, &limits, rungs)?,
        least_changes_proven: least.map(|least| least.proven),
        least_changes_found: least.and_then(|least| least.found),
    })
}

/// Expected number of rungs if no limits are given.
const USUAL_RUNGS: usize = 8;
/// The largest limit if no limits are given.
const MOST_CHANGES: i64 = 1_000_000;

/// The limits 0, 1, 2, 5, 10, 20, … that are below the number of changes without a limit.
fn usual(changes: Option<i64>) -> Vec<i64> {
    let Some(changes) = changes else { return vec![0] };
    let tens = std::iter::successors(Some(1_i64), |ten| Some(ten * 10));
    let tens = tens.take_while(|&ten| ten < MOST_CHANGES);
    let numbers = tens.flat_map(|ten| [ten, 2 * ten, 5 * ten]);
    std::iter::once(0).chain(numbers).take_while(|&most| most < changes).collect()
}

fn in_order(most: &[i64]) -> Vec<i64> {
    let mut most = most.to_vec();
    most.sort_unstable();
    most.dedup();
    most
}

fn searched(found: SearchOutcome) -> Searched {
    match found {
        SearchOutcome::Plan(known) => Searched::Plan(known),
        SearchOutcome::Infeasible => Searched::Impossible,
        SearchOutcome::NothingFound(_) => Searched::NotReached,
    }
}

/// What is known about all rungs before they are searched.
struct Limiting<'a> {
    /// Changes that no plan can avoid.
    forced: i64,
    /// The result of the search without a limit, and the number of changes of its plan.
    best: &'a Searched,
    changes: Option<i64>,
    /// The limit of the rule itself.
    own: Option<i64>,
}

impl Limiting<'_> {
    /// The result of a rung that needs no search: its limit is below the forced changes, or not below
    /// those of the best plan.
    fn known(&self, limit: i64) -> Option<Searched> {
        if limit < self.forced {
            return Some(Searched::Impossible);
        }
        if self.own.is_some_and(|own| own < limit) {
            return None;
        }
        let holds_here = match self.best {
            Searched::Plan(_) => self.changes.is_some_and(|changes| changes <= limit),
            Searched::Impossible => true,
            Searched::NotReached => false,
        };
        holds_here.then(|| self.best.clone())
    }
}

/// Searches the rungs, one per thread at a time.
fn climb(
    problem: &Problem,
    search: &Search,
    budget: &Budget,
    most: &[i64],
    known: &Limiting,
) -> Result<Vec<Searched>, PlaceError> {
    let rungs = Mutex::new(vec![Searched::NotReached; most.len()]);
    let fault: Mutex<Option<PlaceError>> = Mutex::new(None);
    let next = AtomicUsize::new(0);
    let keep = |index: usize, rung: Searched| {
        rungs.lock().expect("no thread panics with it")[index] = rung;
    };
    // One closure per thread takes rung after rung; `side_by_side` says why.
    rayon::broadcast(|context| {
        loop {
            let index = next.fetch_add(1, Ordering::Relaxed);
            let Some(&limit) = most.get(index) else { return };
            if let Some(rung) = known.known(limit) {
                keep(index, rung);
                continue;
            }
            if budget.is_exhausted() {
                return;
            }
            let rungs_left = most.len() - index - 1;
            let own = search.with_budget(budget.turn(context.num_threads(), rungs_left));
            match find(&with_most(problem, Some(limit)), &own, &|_| {}) {
                Ok(found) => keep(index, searched(found)),
                Err(error) => {
                    fault.lock().expect("no thread panics with it").get_or_insert(error);
                    return;
                }
            }
        }
    });
    match fault.into_inner().expect("all threads have ended") {
        Some(error) => Err(error),
        None => Ok(rungs.into_inner().expect("all threads have ended")),
    }
}

/// Improves the rungs whose search was stopped early, if points are the only goal. A plan of a lower rung is
/// feasible for every higher rung, and a lower bound of a higher rung holds for every lower one.
fn take_over(problem: &Problem, rungs: &mut [Searched]) {
    if problem.instance.goals != [Goal::Total] {
        return;
    }
    let mut lower: Option<Incumbent> = None;
    for rung in rungs.iter_mut() {
        match (&mut *rung, &lower) {
            (Searched::Plan(known), Some(below))
                if below.levels[0].value < known.levels[0].value =>
            {
                known.assignment = below.assignment.clone();
                known.levels[0].value = below.levels[0].value;
            }
            (Searched::NotReached, Some(below)) => {
                let mut known = below.clone();
                known.levels[0].bound = 0;
                *rung = Searched::Plan(known);
            }
            _ => {}
        }
        if let Searched::Plan(known) = rung {
            lower = Some(known.clone());
        }
    }
    let mut proven = 0;
    for rung in rungs.iter_mut().rev() {
        if let Searched::Plan(known) = rung {
            let level = &mut known.levels[0];
            level.bound = level.bound.max(proven).min(level.value);
            proven = level.bound;
        }
    }
}

/// The smallest number of changes, if some rung is impossible.
fn fewest(
    problem: &Problem,
    search: &Search,
    budget: &Budget,
    limits: &[Option<i64>],
    rungs: &[Searched],
) -> Result<Option<FewestChanges>, PlaceError> {
    let is_impossible = |rung: &Searched| matches!(rung, Searched::Impossible);
    let is_limited = with_most(problem, None).most_changes().is_some();
    let is_hopeless = !is_limited && rungs.last().is_some_and(is_impossible);
    if !rungs.iter().any(is_impossible) || is_hopeless {
        return Ok(None);
    }
    let below = limits.iter().zip(rungs).filter(|(_, rung)| is_impossible(rung));
    let proven = below.filter_map(|(limit, _)| *limit).max().map_or(0, |most| most + 1);
    let changes = rungs.iter().filter_map(|rung| match rung {
        Searched::Plan(known) => Some(problem.tally(&known.assignment).changes()),
        Searched::Impossible | Searched::NotReached => None,
    });
    let least = FewestChanges { proven, found: changes.min() };
    least_changes(problem, search, budget, least).map(Some)
}

fn composed(
    problem: &Problem,
    search: &Search,
    limits: &[Option<i64>],
    rungs: Vec<Searched>,
) -> Result<Vec<Rung>, PlaceError> {
    let mut before: Option<i64> = None;
    let rungs = limits.iter().zip(rungs).map(|(&max_changes, rung)| {
        let (outcome, known) = match rung {
            Searched::Plan(known) => (RungOutcome::Plan, known),
            Searched::Impossible => return Ok(without_plan(max_changes, RungOutcome::Impossible)),
            Searched::NotReached => return Ok(without_plan(max_changes, RungOutcome::NotReached)),
        };
        let plan = compose(&with_most(problem, max_changes), search, &known)?;
        let figures = figures(&plan, before);
        before = figures.as_ref().map(|figures| figures.without_continuity).or(before);
        Ok(Rung { max_changes, outcome, figures, plan: Some(Box::new(plan)) })
    });
    rungs.collect()
}

fn without_plan(max_changes: Option<i64>, outcome: RungOutcome) -> Rung {
    Rung { max_changes, outcome, figures: None, plan: None }
}

/// The figures of a plan; plans of this engine have all of them.
fn figures(plan: &Plan, before: Option<i64>) -> Option<RungFigures> {
    let score = plan.score.as_ref()?;
    let total = plan.goals.as_ref()?.iter().find(|level| level.goal == Goal::Total)?;
    let charged = score.rules.get(continuity::CARD.id).copied().unwrap_or_default();
    let without_continuity = score.total.0 - charged.0;
    Some(RungFigures {
        changes: plan.previous.as_ref()?.changes,
        left_out: plan.indicators.as_ref()?.students.left_out.number,
        value: total.value,
        bound: total.bound,
        gap: total.gap,
        without_continuity,
        difference: before.map(|before| without_continuity - before),
    })
}

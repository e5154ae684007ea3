//! Sets of changes, cheapest first, each confirmed by solving the changed instance.

use std::collections::BTreeSet;

use serde::Serialize;

use super::change::{ChangeKind, RepairChange, apply};
use super::cheapest::{Cheapest, CheapestOutcome, cheapest};
use super::relaxed::RelaxedProblem;
use crate::base::is_within_gap;
use crate::instance::{Goal, Instance};
use crate::plan::Status;
use crate::problem::{Problem, assignment_of};
use crate::solve::{Budget, Demand, PlaceError, Search, SearchOutcome, clash_of, find};

/// The cheapest sets of changes that would give everyone a place.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Repairs {
    /// The format of this document.
    pub format: &'static str,
    /// SHA-256 of the instance.
    pub instance: String,
    /// The sets, cheapest first. No set affects everything that an earlier one affects.
    pub repairs: Vec<Repair>,
    /// Whether the sets are proven the cheapest: false if the time ran out.
    pub complete: bool,
    /// Demands that clash whatever changes of these kinds are made, if no set is enough.
    pub because: Vec<Demand>,
    /// Demands that clash in the unchanged instance, if the rules admit no plan at all.
    pub clash: Vec<Demand>,
}

impl Repairs {
    /// The format of the document.
    pub const FORMAT: &'static str = "plaatswijzer/repairs/1";
}

/// A set of changes.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Repair {
    /// The price of all changes together, in points.
    pub price: i64,
    /// A lower bound on the price of every set that does not affect everything that an earlier one affects.
    pub price_bound: i64,
    /// The changes; empty if everyone can be placed without any.
    pub changes: Vec<ListedChange>,
    /// Whether a plan that places everyone was found with exactly these changes.
    pub proved: bool,
    /// The score of the best plan with these changes that places everyone.
    pub score: Option<i64>,
    /// A lower bound on that score.
    pub score_bound: Option<i64>,
    /// Whether that plan is proven to be the best.
    pub status: Option<Status>,
}

/// A change with the id of what it affects.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct ListedChange {
    /// The kind of change.
    pub kind: ChangeKind,
    /// The id of the school, board, network or student.
    pub id: String,
    /// Additional places, clusters or kilometres; 1 for other kinds.
    pub amount: i64,
    /// The price of the change, in points.
    pub price: i64,
}

impl ListedChange {
    fn of(change: &RepairChange, instance: &Instance) -> Self {
        let RepairChange { subject, amount, price } = *change;
        Self { kind: subject.kind(), id: subject.id(instance).to_owned(), amount, price }
    }
}

/// Up to `number` sets of changes of the given kinds, cheapest first. The limits of the search are for all
/// sets together. Calls `on_set` after each.
///
/// # Errors
/// If the relaxed problem is larger than the engine accepts, or solver or check are at fault.
pub fn repair(
    problem: &Problem,
    kinds: &BTreeSet<ChangeKind>,
    number: usize,
    search: &Search,
    on_set: &dyn Fn(),
) -> Result<Repairs, PlaceError> {
    let budget = &search.budget;
    let mut repairs = Repairs {
        format: Repairs::FORMAT,
        instance: problem.sha256(),
        repairs: Vec::new(),
        complete: false,
        because: Vec::new(),
        clash: clash(problem, search, budget, 2 * number)?,
    };
    let mut relaxed = RelaxedProblem::of(problem, kinds)?;
    for sets_left in (0..number).rev() {
        if budget.is_exhausted() {
            return Ok(repairs);
        }
        // A quarter of the time is kept for confirming the set and for further sets.
        let most = budget.with_own_work().share_of_time(3, 4);
        let Cheapest { values, price, bound } = match cheapest(&relaxed, search, &most)? {
            CheapestOutcome::Found(found) => found,
            CheapestOutcome::Infeasible => {
                repairs.complete = true;
                if repairs.repairs.is_empty() {
                    repairs.because = because(problem, kinds, search, budget)?;
                }
                return Ok(repairs);
            }
            CheapestOutcome::NothingFound => return Ok(repairs),
        };
        let changes = relaxed.changes(&values);
        repairs.complete = is_within_gap(price, bound, search.gap);
        // A set that is not proven the cheapest is the last one, so that it gets all the time.
        let sets_left = if repairs.complete { sets_left } else { 0 };
        let turn = budget.turn(1, 2 * sets_left);
        let start = assignment_of(&relaxed.candidates, &relaxed.program.decisions, &values);
        let search = Search { start: Some(start), ..search.with_budget(turn) };
        repairs.repairs.push(confirmed(problem, &changes, (price, bound), &search)?);
        on_set();
        if changes.is_empty() || !repairs.complete {
            return Ok(repairs);
        }
        relaxed.exclude(&changes);
    }
    Ok(repairs)
}

/// The demands that clash, if the rules admit no plan at all.
fn clash(
    problem: &Problem,
    search: &Search,
    budget: &Budget,
    searches_left: usize,
) -> Result<Vec<Demand>, PlaceError> {
    // Only whether a plan exists matters, so that any gap will do.
    let turn = budget.turn(1, searches_left);
    let search = Search { gap: 1.0, ..search.with_budget(turn.with_own_work()) };
    Ok(match find(problem, &search, &|_| {})? {
        SearchOutcome::Infeasible => {
            let clash = clash_of(problem, &search.with_budget(turn))?;
            clash.map_or(Vec::new(), |clash| clash.demands)
        }
        SearchOutcome::Plan(_) | SearchOutcome::NothingFound(_) => Vec::new(),
    })
}

/// The demands that clash whatever changes of these kinds are made.
fn because(
    problem: &Problem,
    kinds: &BTreeSet<ChangeKind>,
    search: &Search,
    budget: &Budget,
) -> Result<Vec<Demand>, PlaceError> {
    let loosened = super::relaxed::loosened_for_everyone(problem, kinds)?;
    let search = search.with_budget(budget.turn(1, 0));
    Ok(clash_of(&loosened, &search)?.map_or(Vec::new(), |clash| clash.demands))
}

/// The best plan with exactly these changes that places everyone.
fn confirmed(
    problem: &Problem,
    changes: &[RepairChange],
    (price, price_bound): (i64, i64),
    search: &Search,
) -> Result<Repair, PlaceError> {
    let repaired = apply(problem, changes)?;
    let listed = changes.iter().map(|change| ListedChange::of(change, &problem.instance));
    let mut repair = Repair {
        price,
        price_bound,
        changes: listed.collect(),
        proved: false,
        score: None,
        score_bound: None,
        status: None,
    };
    if let SearchOutcome::Plan(known) = find(&repaired, search, &|_| {})? {
        let total = known.levels.iter().find(|level| level.goal == Goal::Total);
        repair.proved = true;
        repair.score = total.map(|level| level.value);
        repair.score_bound = total.map(|level| level.bound);
        repair.status = Some(known.status());
    }
    Ok(repair)
}

//! Sets of changes, the cheapest first, each proved by a solve.

use std::collections::BTreeSet;

use serde::Serialize;

use super::change::{Change, Kind, apply};
use super::relaxed::Relaxed;
use crate::instance::{Goal, Instance};
use crate::plan::Status;
use crate::problem::{Problem, assignment_of};
use crate::solve::mip::{self, Ending, MipOutcome, MipSettings};
use crate::solve::{Budget, Demand, PlaceError, Search, SearchOutcome, clash_of, find};

/// The cheapest sets of changes that would give everyone a place.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Repairs {
    /// The format of this document.
    pub format: &'static str,
    /// SHA-256 of the instance.
    pub instance: String,
    /// The sets, the cheapest first. None is made to everything that an earlier one is made to.
    pub repairs: Vec<Repair>,
    /// Whether these are all, or the cheapest of all: false where the time ran out before.
    pub complete: bool,
    /// Where no changes of these kinds are enough: demands that clash even so, as far as found out.
    pub because: Vec<Demand>,
    /// Where the rules admit no plan at all as things are: demands that clash.
    pub clash: Vec<Demand>,
}

impl Repairs {
    /// The format of the document.
    pub const FORMAT: &'static str = "plaatswijzer/repairs/1";
}

/// A set of changes.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Repair {
    /// What the changes are worth together, in points.
    pub price: i64,
    /// No set is cheaper, of those that are not made to everything that an earlier one is made to.
    pub price_bound: i64,
    /// The changes; none where everyone can be placed as things are.
    pub changes: Vec<ToldChange>,
    /// Whether a solve with exactly these changes places everyone.
    pub proved: bool,
    /// The score of the best plan with these changes that places everyone.
    pub score: Option<i64>,
    /// No such plan has a lower score.
    pub score_bound: Option<i64>,
    /// How good that plan is proven to be.
    pub status: Option<Status>,
}

/// A change in the ids of the instance.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct ToldChange {
    /// Its kind.
    pub kind: Kind,
    /// To which school, board, network or student.
    pub id: String,
    /// Places or clusters more; for a student the kilometres further; else 1.
    pub amount: i64,
    /// What it is worth, in points.
    pub price: i64,
}

impl ToldChange {
    fn of(change: &Change, instance: &Instance) -> Self {
        let Change { subject, amount, price } = *change;
        Self { kind: subject.kind(), id: subject.id(instance).to_owned(), amount, price }
    }
}

/// The cheapest sets of changes of some kinds, so many of them. The limits of the search are for all of
/// it together.
///
/// # Errors
/// Where the relaxed problem is larger than the engine takes, or solver or check are at fault.
pub fn repair(
    problem: &Problem,
    kinds: &BTreeSet<Kind>,
    number: usize,
    search: &Search,
    told: &dyn Fn(),
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
    let mut relaxed = Relaxed::of(problem, kinds)?;
    for still_to_come in (0..number).rev() {
        if budget.is_exhausted() {
            return Ok(repairs);
        }
        // What a set does not need of most of the time is there for its proof, and for other sets.
        let most = budget.with_own_work().share_of_time(3, 4);
        let settings = MipSettings { solver: search.solver, gap: search.gap };
        let found = mip::solve(&relaxed.program, settings, &most, None, &|_| {})?;
        let answer = match found {
            MipOutcome::Found(answer) => answer,
            MipOutcome::Infeasible => {
                repairs.complete = true;
                if repairs.repairs.is_empty() {
                    repairs.because = because(problem, kinds, search, budget)?;
                }
                return Ok(repairs);
            }
            MipOutcome::NothingFound(_) => return Ok(repairs),
        };
        let changes = relaxed.changes(&answer.values);
        let price = answer.levels[0];
        repairs.complete = answer.ending == Ending::Finished || price.value == price.bound;
        // What is no cheapest set is the last one.
        let sets_to_come = if repairs.complete { still_to_come } else { 0 };
        let turn = budget.turn(1, 2 * sets_to_come);
        let start = assignment_of(&relaxed.candidates, &relaxed.program, &answer.values);
        let search = Search { start: Some(start), ..search.with_budget(turn) };
        repairs.repairs.push(proved(problem, &changes, (price.value, price.bound), &search)?);
        told();
        if changes.is_empty() || !repairs.complete {
            return Ok(repairs);
        }
        relaxed.forbid(&changes);
    }
    Ok(repairs)
}

/// Which demands clash where the rules admit no plan at all; the search for it takes its share.
fn clash(
    problem: &Problem,
    search: &Search,
    budget: &Budget,
    to_come: usize,
) -> Result<Vec<Demand>, PlaceError> {
    // Any plan will do.
    let turn = budget.turn(1, to_come);
    let search = Search { gap: 1.0, ..search.with_budget(turn.with_own_work()) };
    Ok(match find(problem, &search, &|_| {})? {
        SearchOutcome::Infeasible => {
            let clash = clash_of(problem, &search.with_budget(turn))?;
            clash.map_or(Vec::new(), |clash| clash.demands)
        }
        SearchOutcome::Plan(_) | SearchOutcome::NothingFound(_) => Vec::new(),
    })
}

/// Why no changes of these kinds are enough.
fn because(
    problem: &Problem,
    kinds: &BTreeSet<Kind>,
    search: &Search,
    budget: &Budget,
) -> Result<Vec<Demand>, PlaceError> {
    let loosened = super::relaxed::loosened_for_everyone(problem, kinds)?;
    let search = search.with_budget(budget.turn(1, 0));
    Ok(clash_of(&loosened, &search)?.map_or(Vec::new(), |clash| clash.demands))
}

/// The best plan with exactly these changes that places everyone.
fn proved(
    problem: &Problem,
    changes: &[Change],
    (price, price_bound): (i64, i64),
    search: &Search,
) -> Result<Repair, PlaceError> {
    let repaired = apply(problem, changes)?;
    let told = changes.iter().map(|change| ToldChange::of(change, &problem.instance));
    let mut repair = Repair {
        price,
        price_bound,
        changes: told.collect(),
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

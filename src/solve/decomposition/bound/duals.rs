//! Multipliers from the linear relaxation, for problems whose clusters are given.
//!
//! There the linear relaxation is small and nearly as strong as the Lagrangian one, and its duals
//! are multipliers that an ascent would take hundreds of steps to find. It begins with the cheapest
//! pairs of each student and adds those with a negative reduced cost (column generation; Ford and
//! Fulkerson, 1958).

use super::core::RestrictedProblem;
use super::core::{Core, Offer};
use super::multipliers::Multipliers;
use super::multipliers::rent;
use crate::base::IdVec;
use crate::instance::{SchoolId, StudentId};
use crate::model::candidates::OptionId;
use crate::model::formulation::{Purpose, Subject};
use crate::problem::Condition;
use crate::rules::{placement, places};
use crate::solve::budget::Budget;
use crate::solve::mip::{self, Solver};

/// With more pairs than this the linear relaxation takes longer than an ascent.
const MOST_PAIRS: usize = 200_000;
/// Pairs of each student at the start.
const PAIRS_PER_STUDENT: usize = 12;
/// Rounds of column generation, at the most.
const ROUNDS: usize = 4;
/// Rounds end when fewer than one pair in this many is new.
const FEW: usize = 100;

/// The duals of students and places, rounded; `None` where the linear relaxation is too large or
/// was not solved.
pub fn multipliers(core: &Core, solver: Solver, budget: &Budget) -> Option<Multipliers> {
    if core.pairs() > MOST_PAIRS {
        return None;
    }
    let options: Vec<OptionId> = core.options.ids().collect();
    let mut restricted =
        RestrictedProblem::cheapest(core, &Multipliers::first(core), &options, PAIRS_PER_STUDENT);
    let mut multipliers = relax(core, &restricted, solver, budget)?;
    for _ in 0..ROUNDS {
        // A few more pairs hardly change the duals; the ascent that starts from them does the rest.
        if take_in(core, &mut restricted, &multipliers) * FEW <= restricted.pairs() {
            break;
        }
        multipliers = relax(core, &restricted, solver, budget)?;
    }
    Some(multipliers)
}

/// The duals of a restricted problem.
fn relax(
    core: &Core,
    restricted: &RestrictedProblem,
    solver: Solver,
    budget: &Budget,
) -> Option<Multipliers> {
    let candidates = restricted.candidates(core);
    let formulation = core.problem.formulate(&candidates, Purpose::Plan);
    let duals = mip::duals(&formulation, solver, budget)?;
    let mut student: IdVec<StudentId, i64> = IdVec::filled(0, core.entries.len());
    let mut place: IdVec<SchoolId, i64> = IdVec::filled(0, core.problem.instance.schools.len());
    for (id, row) in formulation.rows.iter() {
        match row.label.subject {
            Subject::Student(who) if row.label.rule == placement::CARD.id => {
                student[who] = duals[id];
            }
            Subject::School(school) | Subject::SchoolDay(school, _)
                if row.label.rule == places::CARD.id =>
            {
                // One more place lowers the cost of a plan, so its dual is negative where it counts.
                place[school] -= duals[id];
            }
            // The row of a condition also places the student: the duals of both rows add up.
            Subject::Condition(position) => {
                if let Condition::Placed { student: who, .. } = core.problem.conditions[position] {
                    student[who] += duals[id];
                }
            }
            _ => {}
        }
    }
    Some(Multipliers::new(student, place))
}

/// Adds the pairs with a reduced cost below what a member is worth to a cluster short of its
/// target; returns their number.
fn take_in(core: &Core, restricted: &mut RestrictedProblem, multipliers: &Multipliers) -> usize {
    let mut taken = 0;
    let most_worth = core.most_worth_of_member();
    for (id, site) in core.sites.iter() {
        let rent = rent(site, multipliers);
        let pays =
            |offer: &Offer| offer.price + rent - multipliers.student[offer.student] < most_worth;
        let known = &restricted.offers[id];
        let is_new = |offer: &Offer| {
            known.binary_search_by_key(&offer.student, |known| known.student).is_err()
        };
        let more: Vec<Offer> =
            site.offers.iter().copied().filter(|offer| pays(offer) && is_new(offer)).collect();
        taken += more.len();
        restricted.offers[id].extend(more);
        restricted.offers[id].sort_by_key(|offer| offer.student);
    }
    taken
}

//! Explains why a problem has no plan.

use std::collections::BTreeSet;

use super::demand::{ClashInWords, Wording};
use super::refusals::refusing_in;
use crate::model::formulation::{Label, Purpose, RowId};
use crate::problem::Problem;
use crate::solve::mip::{self, Proof};
use crate::solve::{PlaceError, Search};

/// Which demands clash in a problem without a plan, as far as the budget allows to find out; rules that
/// refuse pairs of a student and a school are among them. `None` if a plan exists after all, or nothing
/// was found out in time.
///
/// # Errors
/// If the instance is larger than the engine takes, or the solver is at fault.
pub fn clash_of(problem: &Problem, search: &Search) -> Result<Option<ClashInWords>, PlaceError> {
    let candidates = problem.sieve()?;
    let formulation = problem.formulate(&candidates, Purpose::Clash);
    let Some(clash) = mip::clash(&formulation, search.solver, &search.budget)? else {
        return Ok(None);
    };
    let label = |row: RowId| &formulation.rows[row].label;
    let wording = Wording::of(problem, &candidates);
    let demand = |row| wording.demand(label(row));
    let mut in_words = ClashInWords {
        demands: clash.rows.iter().map(|&row| demand(row)).collect(),
        proven: clash.proof != Proof::Unproven,
        irreducible: clash.proof == Proof::Irreducible,
        breach: clash.breach.iter().map(|broken| (demand(broken.row), broken.by)).collect(),
    };
    if in_words.proven {
        let labels: BTreeSet<Label> = clash.rows.iter().map(|&row| *label(row)).collect();
        let (refusing, proven) = refusing_in(problem, &labels, search)?;
        in_words.demands.extend(refusing);
        in_words.irreducible &= proven;
    }
    Ok(Some(in_words))
}

//! The cheapest changes, by way of linear relaxations.
//!
//! The relaxation of the price alone proves a bound. That of the price and the score together says which pairs are worth
//! considering: the price alone cannot rank them, since nearly all cost nothing. In the small program of these pairs
//! the least price is found soon; where it is above the bound, the whole program is searched. Among the sets of that price
//! one with a good score is chosen, which claims nothing: the plan with the changes is searched afterwards.

use super::relaxed::RelaxedProblem;
use crate::base::IdVec;
use crate::instance::Goal;
use crate::model::formulation::{Expression, Formulation, Level, Objective, VariableId};
use crate::solve::mip::{
    self, Known, LevelOutcome, MipOutcome, MipSettings, MipSolution, Narrowing, RelaxedLevel,
    SolveError,
};
use crate::solve::{Budget, Search};

/// The pairs of each student in the small program.
const PAIRS_PER_STUDENT: usize = 12;
/// What a point of the price weighs against one of the score when pairs are chosen.
const WEIGHT: i64 = 100;
/// A set of the least price is good enough when its score is within this fraction of the best one's.
const GAP: f64 = 0.01;
/// The part of what is left that the choice among sets of one price may take.
const CHOICE: (u32, u32) = (1, 4);

/// The cheapest changes that were found.
pub struct Cheapest {
    /// A solution of the relaxed program.
    pub values: IdVec<VariableId, i64>,
    /// The price of its changes, in points.
    pub price: i64,
    /// No changes that give everyone a place cost less.
    pub bound: i64,
}

/// What the search for them ends with.
pub enum CheapestOutcome {
    /// The cheapest changes that were found.
    Found(Cheapest),
    /// No changes are enough.
    Infeasible,
    /// The search had to stop.
    NothingFound,
}

/// The cheapest changes, as far as the budget goes.
///
/// # Errors
/// If the solver is at fault.
pub fn cheapest(
    relaxed: &RelaxedProblem,
    search: &Search,
    budget: &Budget,
) -> Result<CheapestOutcome, SolveError> {
    let groups = relaxed.pairs_by_student();
    let narrowing = Narrowing {
        groups: &groups,
        number: PAIRS_PER_STUDENT,
        rooms: &[],
        settings: search.mip_settings(),
        wants_proof: true,
        on_progress: &|_| {},
    };
    let (program, unit) = in_units(&relaxed.program);
    let found = match narrowing.relaxed(program.clone(), budget) {
        Some(level) => {
            let weighted = weighted(&program, WEIGHT * unit, &narrowing, budget);
            let of_pairs = weighted.as_ref().unwrap_or(&level);
            by_parts(&program, (&level, of_pairs), &narrowing, budget)?
        }
        None => at_once(&program, narrowing.settings, budget)?,
    };
    Ok(match found {
        CheapestOutcome::Found(Cheapest { values, price, bound }) => {
            CheapestOutcome::Found(Cheapest { values, price: price * unit, bound: bound * unit })
        }
        other => other,
    })
}

/// The program with its prices in the greatest unit of which all are multiples, and that unit in points: a bound is
/// rounded up to a whole number of units.
fn in_units(program: &Formulation) -> (Formulation, i64) {
    let (mut program, mut unit) = (program.clone(), 0);
    if let Objective::Sum(price) = &mut program.levels[0].objective {
        unit = price.terms.iter().fold(0, |unit, &(_, by)| greatest_divisor(unit, by)).max(1);
        price.terms.iter_mut().for_each(|(_, by)| *by /= unit);
    }
    (program, unit.max(1))
}

/// The greatest common divisor of two numbers that are not negative (Euclid).
fn greatest_divisor(one: i64, other: i64) -> i64 {
    if other == 0 { one } else { greatest_divisor(other, one % other) }
}

/// The cheapest changes, from the relaxation of the price and from one that ranks the pairs worth considering.
fn by_parts(
    program: &Formulation,
    (level, of_pairs): (&RelaxedLevel, &RelaxedLevel),
    narrowing: &Narrowing<'_>,
    budget: &Budget,
) -> Result<CheapestOutcome, SolveError> {
    let narrow = |known| of_pairs.narrow(narrowing.groups, narrowing.number, known);
    let part = with_levels(narrow(None), &program.levels[..1]);
    let (gap, first) = (narrowing.settings.gap, narrowing.first_share(budget));
    let known = narrowing.improved(level, &part, gap, &first, None)?;
    let LevelOutcome::Bounded { best, bound } = narrowing.closed(level, budget, known)? else {
        return Ok(CheapestOutcome::Infeasible);
    };
    let Some((values, price)) = best else { return Ok(CheapestOutcome::NothingFound) };
    let part = with_levels(narrow(Some(&values)), &program.levels[1..]);
    let known = (values, price);
    let values = well_scored(part, &program.levels[0], known, narrowing.settings, budget)?;
    Ok(CheapestOutcome::Found(Cheapest { values, price, bound }))
}

/// Solves the whole program, where its relaxation is not to be had.
fn at_once(
    program: &Formulation,
    settings: MipSettings,
    budget: &Budget,
) -> Result<CheapestOutcome, SolveError> {
    Ok(match mip::solve(program, settings, budget, None, &|_| {})? {
        MipOutcome::Found(MipSolution { values, levels, .. }) => {
            let (price, bound) = (levels[0].value, levels[0].bound);
            CheapestOutcome::Found(Cheapest { values, price, bound })
        }
        MipOutcome::Infeasible => CheapestOutcome::Infeasible,
        MipOutcome::NothingFound(_) => CheapestOutcome::NothingFound,
    })
}

/// The relaxation of the price, times a weight, and the score together.
fn weighted(
    program: &Formulation,
    weight: i64,
    narrowing: &Narrowing<'_>,
    budget: &Budget,
) -> Option<RelaxedLevel> {
    let (price, goals) = program.levels.split_first()?;
    let score = goals.iter().find(|level| level.goal == Goal::Total)?.objective.sum()?;
    let both = Expression::default().plus(weight, price.objective.sum()?).plus(1, score);
    let level = Level { goal: Goal::Total, objective: both.collected().into() };
    narrowing.relaxed(with_levels(program.clone(), &[level]), budget)
}

fn with_levels(program: Formulation, levels: &[Level]) -> Formulation {
    Formulation { levels: levels.to_vec(), ..program }
}

/// A solution of the same price with a good score, from a part of the program that has the known one.
fn well_scored(
    mut part: Formulation,
    level: &Level,
    (values, price): Known,
    settings: MipSettings,
    budget: &Budget,
) -> Result<IdVec<VariableId, i64>, SolveError> {
    part.hold(level, price);
    let settings = MipSettings { gap: settings.gap.max(GAP), ..settings };
    let budget = budget.share(CHOICE.0, CHOICE.1);
    Ok(match mip::solve(&part, settings, &budget, Some(&values), &|_| {})? {
        MipOutcome::Found(answer) => answer.values,
        MipOutcome::Infeasible | MipOutcome::NothingFound(_) => values,
    })
}

#[cfg(test)]
mod tests {
    use super::greatest_divisor;

    #[test]
    fn prices_are_multiples_of_their_unit() {
        let unit = |prices: &[i64]| prices.iter().fold(0, |unit, &by| greatest_divisor(unit, by));
        assert_eq!(unit(&[20_000, 5_000, 150_000]), 5_000);
        assert_eq!(unit(&[7_000, 0, 11_000]), 1_000);
        assert_eq!((unit(&[]), unit(&[0])), (0, 0));
    }
}

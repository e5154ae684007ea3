//! How little limits on the pace must give for the shares of all years to be reached.
//!
//! The program of a path without these limits, in which the shares are demands, gets a variable for each unit that a
//! limit gives: one more entry or one more cluster in a year, or one year earlier for a board. Their number is
//! minimised, so that its least value is proven by a solve.

use std::collections::BTreeMap;

use super::model::YearsModel;
use super::program::YearsProgram;
use crate::instance::Goal;
use crate::model::formulation::{Expression, Level, Objective, VariableId};
use crate::solve::budget::Budget;
use crate::solve::decomposition::bound::core::OwnerId;
use crate::solve::mip::{self, MipOutcome, MipSettings, SolveError};

/// The limits that may give.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PaceLimits {
    /// The most boards that enter a year.
    pub entries: Option<i64>,
    /// The most clusters that are opened a year.
    pub new: Option<i64>,
    /// The most clusters that a board or network opens a year.
    pub new_each: Option<i64>,
    /// The first year in which each board that may enter can do so.
    pub earliest: Vec<usize>,
}

/// A limit that gives.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Eased {
    /// More boards enter in a year.
    Entries {
        /// The year.
        year: usize,
    },
    /// More clusters open in a year.
    New {
        /// The year.
        year: usize,
    },
    /// A board or network opens more clusters in a year.
    NewEach {
        /// The year.
        year: usize,
        /// Who opens them.
        owner: OwnerId,
    },
    /// A board enters earlier.
    Earlier {
        /// Which one.
        entrant: usize,
    },
}

/// What limits must give.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Easing {
    /// The shares are reached when these limits give this much.
    Possible {
        /// By how much each limit gives.
        eased: BTreeMap<Eased, i64>,
        /// Whether it is proven that they cannot be reached with less.
        is_least: bool,
    },
    /// They are out of reach without any of these limits.
    Impossible,
    /// The search ended before it found out.
    Unknown,
}

/// The least that limits must give. `model` is without them, and its shares are demands.
///
/// # Errors
/// When the solver is at fault.
pub fn least_easing(
    model: &YearsModel,
    limits: &PaceLimits,
    settings: MipSettings,
    budget: &Budget,
) -> Result<Easing, SolveError> {
    let mut program = YearsProgram::whole(model);
    let units = units(&mut program, model, limits);
    let sum = Expression::sum(units.iter().map(|&(_, variable)| variable));
    program.formulation.levels =
        vec![Level { goal: Goal::Total, objective: Objective::Sum(sum.collected()) }];
    Ok(match mip::solve(&program.formulation, settings, budget, None, &|_| {})? {
        MipOutcome::Found(answer) => {
            let mut eased: BTreeMap<Eased, i64> = BTreeMap::new();
            for (what, variable) in units {
                *eased.entry(what).or_default() += answer.values[variable];
            }
            eased.retain(|_, more| *more > 0);
            let level = answer.levels[0];
            Easing::Possible { eased, is_least: level.bound == level.value }
        }
        MipOutcome::Infeasible => Easing::Impossible,
        MipOutcome::NothingFound(_) => Easing::Unknown,
    })
}

/// The variables that count what limits give.
fn units(
    program: &mut YearsProgram,
    model: &YearsModel,
    limits: &PaceLimits,
) -> Vec<(Eased, VariableId)> {
    let mut units = Vec::new();
    for year in 0..model.years.len() {
        let (all, of_owner) = program.opening_in(year);
        let each = of_owner.into_iter().filter_map(|(owner, opening)| {
            let owner = owner?;
            Some((Eased::NewEach { year, owner }, limits.new_each, opening))
        });
        let soft = [
            (Eased::Entries { year }, limits.entries, program.entering_in(year)),
            (Eased::New { year }, limits.new, all),
        ];
        for (what, limit, number) in soft.into_iter().chain(each) {
            if let Some(limit) = limit {
                units.push((what, program.soft_limit(number, limit)));
            }
        }
        for (entrant, &earliest) in limits.earliest.iter().enumerate() {
            if year < earliest {
                units.push((Eased::Earlier { entrant }, program.has_entered(entrant, year)));
            }
        }
    }
    units
}

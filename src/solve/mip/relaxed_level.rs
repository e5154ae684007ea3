//! One level of a program with what its linear relaxation proves: a bound, which variables are worth considering, and
//! which no better point uses.

use std::collections::BTreeSet;

use super::relaxation::duals;
use super::tightened::tightened;
use super::{SafeBound, Solver};
use crate::base::IdVec;
use crate::model::formulation::{Expression, Formulation, Level, Objective, VariableId};
use crate::solve::budget::Budget;

/// An objective with smaller coefficients than this is scaled, as duals are rounded to whole points.
const SMALL_COEFFICIENT: i64 = 10_000;
/// By how much.
const SCALE: i64 = 1_000_000;

/// One level of a program, the levels before it held.
pub struct RelaxedLevel {
    /// The program, with this level alone.
    pub program: Formulation,
    scale: i64,
    relaxed: SafeBound,
}

impl RelaxedLevel {
    /// Solves the linear relaxation for the first level of a program; `None` where that is no sum, or it was not solved
    /// within the budget.
    pub fn of(mut program: Formulation, solver: Solver, budget: &Budget) -> Option<Self> {
        program.levels.truncate(1);
        let objective = program.levels.first()?.objective.sum()?.clone();
        let largest = objective.terms.iter().map(|(_, by)| by.abs()).max().unwrap_or(0);
        let scale = if largest < SMALL_COEFFICIENT { SCALE } else { 1 };
        let relaxed = if scale == 1 {
            SafeBound::of(&program, duals(&program, solver, budget)?)?
        } else {
            let goal = program.levels[0].goal;
            let scaled = Objective::Sum(Expression::default().plus(scale, &objective));
            let own =
                std::mem::replace(&mut program.levels, vec![Level { goal, objective: scaled }]);
            let relaxed = SafeBound::of(&program, duals(&program, solver, budget)?)?;
            program.levels = own;
            relaxed
        };
        Some(Self { program, scale, relaxed })
    }

    /// The same for a cost in points, with rows that bring the relaxation nearer to whole points.
    pub fn tightened(mut program: Formulation, solver: Solver, budget: &Budget) -> Option<Self> {
        program.levels.truncate(1);
        let (program, relaxed) = tightened(program, solver, budget)?;
        Some(Self { program, scale: 1, relaxed })
    }

    /// No point has less.
    pub fn bound(&self) -> i64 {
        -(-self.relaxed.bound).div_euclid(self.scale)
    }

    /// The program with the cheapest variables of each group, by reduced cost, with those that a known point uses, and
    /// with all that are in no group.
    pub fn narrow(
        &self,
        groups: &[Vec<VariableId>],
        number: usize,
        known: Option<&IdVec<VariableId, i64>>,
    ) -> Formulation {
        let mut dear = BTreeSet::new();
        for group in groups {
            let mut group = group.clone();
            group.sort_by_key(|&variable| (self.relaxed.reduced[variable], variable));
            dear.extend(group.into_iter().skip(number));
        }
        if let Some(known) = known {
            dear.retain(|&variable| known[variable] == 0);
        }
        self.program.without(dear.into_iter())
    }

    /// The program without what no point has that is at most as dear as a known one.
    pub fn wide(&self, value: Option<i64>) -> Formulation {
        let Some(value) = value else { return self.program.clone() };
        let variables = self.program.variables.iter();
        let beyond = variables.filter(|(id, variable)| {
            let least = self.relaxed.bound.saturating_add(self.relaxed.reduced[*id]);
            variable.lower == 0 && least > value.saturating_mul(self.scale)
        });
        self.program.without(beyond.map(|(id, _)| id))
    }
}

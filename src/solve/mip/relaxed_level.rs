//! One level of a program with what its linear relaxation proves: a bound, which variables are worth considering, and
//! which no better point uses.

use std::collections::BTreeSet;

use super::{LinearRelaxation, SafeBound, Solver};
use crate::base::IdVec;
use crate::model::formulation::{Expression, Formulation, VariableId};
use crate::solve::budget::Budget;

/// An objective with smaller coefficients than this is scaled, as duals are rounded to whole points.
const SMALL_COEFFICIENT: i64 = 10_000;
/// By how much.
const SCALE: i64 = 1_000_000;

/// A value this small counts as 0.
const UNUSED: f64 = 1e-6;

/// One level of a program, the levels before it held.
pub struct RelaxedLevel {
    /// The program, with this level alone.
    pub program: Formulation,
    pub(super) relaxed: SafeBound,
    /// What cases prove beyond that, times the same scale.
    by_cases: i64,
    /// The whole variables that the relaxation's optimum uses, where it is tightened and its roundings are still to be
    /// searched.
    used: Option<BTreeSet<VariableId>>,
}

impl RelaxedLevel {
    /// Solves the linear relaxation for the first level of a program; `None` where that is no sum, or it was not solved
    /// within the budget.
    pub fn of(mut program: Formulation, solver: Solver, budget: &Budget) -> Option<Self> {
        program.levels.truncate(1);
        let objective = program.levels.first()?.objective.sum()?.clone();
        let largest = objective.terms.iter().map(|(_, by)| by.abs()).max().unwrap_or(0);
        let scale = if largest < SMALL_COEFFICIENT { SCALE } else { 1 };
        let scaled = Expression::default().plus(scale, &objective);
        let optimum = LinearRelaxation::of(&program, solver, budget)?.solve(&program, &scaled)?;
        let relaxed = SafeBound::of(&program, &objective, scale, optimum.whole_duals(1))?;
        Some(Self { program, by_cases: relaxed.bound, relaxed, used: None })
    }

    /// A level with what is proven of it and the optimum of its relaxation.
    pub(super) fn with_optimum(
        program: Formulation,
        relaxed: SafeBound,
        values: &IdVec<VariableId, f64>,
    ) -> Self {
        let whole = program.variables.iter().filter(|(_, variable)| variable.whole);
        let used = whole.map(|(id, _)| id).filter(|&id| values[id] > UNUSED).collect();
        Self { by_cases: relaxed.bound, program, relaxed, used: Some(used) }
    }

    /// Takes what cases prove, times the scale, and the whole variables that the optimum of the least of them uses. The
    /// roundings of the optimum before are not searched again.
    pub(super) fn raise(&mut self, bound: i64, used: BTreeSet<VariableId>) {
        self.by_cases = self.by_cases.max(bound);
        self.used = Some(used).filter(|used| self.used.as_ref() != Some(used));
    }

    /// No point has less.
    pub fn bound(&self) -> i64 {
        SafeBound::points(self.by_cases, self.relaxed.scale)
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
        value.map_or_else(|| self.program.clone(), |value| self.program.without(self.beyond(value)))
    }

    /// The program without what no point has that costs at most a ceiling; but with all that a known point uses.
    pub fn below(&self, ceiling: i64, known: &IdVec<VariableId, i64>) -> Formulation {
        self.program.without(self.beyond(ceiling).filter(|&variable| known[variable] == 0))
    }

    /// The program of the roundings of the relaxation's optimum, as far as a point that costs at most a ceiling may have
    /// them: only what the optimum or a known point uses may be used (Berthold, RENS – the optimal rounding, Mathematical
    /// Programming Computation 6, 2014). `None` where that optimum is not known.
    pub fn roundings(&self, ceiling: i64, known: &IdVec<VariableId, i64>) -> Option<Formulation> {
        let used = self.used.as_ref()?;
        let variables = self.program.variables.iter();
        let unused = variables.filter(|(id, variable)| {
            variable.whole && variable.lower == 0 && !used.contains(id) && known[*id] == 0
        });
        Some(self.below(ceiling, known).without(unused.map(|(id, _)| id)))
    }

    /// The variables that are 0 in every point that costs at most a ceiling.
    fn beyond(&self, ceiling: i64) -> impl Iterator<Item = VariableId> {
        let variables = self.program.variables.iter();
        let beyond = variables.filter(move |(id, variable)| {
            let least = self.relaxed.bound.saturating_add(self.relaxed.reduced[*id]);
            variable.lower == 0 && least > ceiling.saturating_mul(self.relaxed.scale)
        });
        beyond.map(|(id, _)| id)
    }
}

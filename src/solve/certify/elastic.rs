//! Cases without a point: a relaxation that may leave the sides of the case, at a price.
//!
//! A program without a point has no optimum, and so no duals. With a price on what a point is beyond the sides of the case
//! there is one (Chinneck, Feasibility and infeasibility in optimization, 2008), and its duals are multipliers under which
//! the bound of the case is above every value that matters.

use std::collections::BTreeMap;

use crate::base::IdVec;
use crate::certificate::{Division, Sides};
use crate::model::formulation::{
    Expression, Formulation, Label, Role, RowId, Subject, Variable, VariableId,
};
use crate::solve::mip::LinearOptimum;

/// A program in which the sides of a case hold at a price, and how much of it is in the program without.
pub struct Elastic {
    /// The program.
    pub formulation: Formulation,
    /// The objective with the prices.
    pub objective: Expression,
    rows: usize,
    variables: usize,
}

impl Elastic {
    /// A program with some sides at a price for each unit by which a point is beyond them.
    pub fn of(
        program: &Formulation,
        limits: &BTreeMap<Division, Sides>,
        objective: &Expression,
        price: i64,
    ) -> Self {
        let (rows, variables) = (program.rows.len(), program.variables.len());
        let mut elastic =
            Self { formulation: program.clone(), objective: objective.clone(), rows, variables };
        for (&division, &sides) in limits {
            elastic.limit(division, sides, price);
        }
        elastic
    }

    fn limit(&mut self, division: Division, (lower, upper): Sides, price: i64) {
        let label = Label { rule: "certificate", kind: "case", subject: Subject::Condition(0) };
        let program = &mut self.formulation;
        let mut beyond = || {
            let slack = Variable { label, lower: 0, upper: None, whole: false };
            let slack = program.variable(slack);
            self.objective.terms.push((slack, price));
            slack
        };
        let (below, above) = (beyond(), beyond());
        let give = [(below, 1), (above, -1)];
        match division {
            Division::Row(id) => {
                let row = &mut program.rows[id];
                row.terms.extend(give);
                (row.lower, row.upper) = (lower, upper);
            }
            // A bound has no dual of its own: what it would be is in the reduced cost of the variable.
            Division::Variable(id) => {
                let terms = [(id, 1)].into_iter().chain(give).collect();
                let sum = Expression { terms, constant: 0 };
                program.row(label, Role::Structure, sum, lower, upper);
            }
        }
    }

    /// An optimum of this program as one of the program without prices.
    pub fn without_prices(&self, optimum: &LinearOptimum) -> LinearOptimum {
        let duals: IdVec<RowId, f64> = optimum.duals.values().copied().take(self.rows).collect();
        let values: IdVec<VariableId, f64> =
            optimum.values.values().copied().take(self.variables).collect();
        LinearOptimum { duals, values }
    }
}

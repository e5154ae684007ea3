//! Writes a program down for a solver, with `good_lp`.

use good_lp::{ProblemVariables, constraint, variable};

use super::exact::float;
use crate::base::Id;
use crate::model::formulation::{Expression, Formulation, Row, VariableId};

/// A solver's model of a program that minimises an objective, and the solver's variables, in the
/// order of the program's own.
///
/// The constant of the objective is left out, since not every solver keeps it. A row with two
/// different bounds becomes two rows.
pub fn write<S: good_lp::Solver>(
    formulation: &Formulation,
    objective: &Expression,
    solver: S,
) -> (S::Model, Vec<good_lp::Variable>) {
    let mut problem = ProblemVariables::new();
    let columns: Vec<good_lp::Variable> = formulation
        .variables
        .values()
        .map(|kind| {
            let column = variable().min(float(kind.lower));
            let column = match kind.upper {
                Some(upper) => column.max(float(upper)),
                None => column,
            };
            problem.add(if kind.whole { column.integer() } else { column })
        })
        .collect();
    let mut model = problem.minimise(sum(&objective.terms, &columns)).using(solver);
    for row in formulation.rows.values() {
        write_row(row, &columns, &mut model);
    }
    (model, columns)
}

fn write_row(row: &Row, columns: &[good_lp::Variable], model: &mut impl good_lp::SolverModel) {
    let terms = || sum(&row.terms, columns);
    match (row.lower, row.upper) {
        (Some(lower), Some(upper)) if lower == upper => {
            model.add_constraint(constraint!(terms() == float(lower)));
        }
        (lower, upper) => {
            if let Some(lower) = lower {
                model.add_constraint(constraint!(terms() >= float(lower)));
            }
            if let Some(upper) = upper {
                model.add_constraint(constraint!(terms() <= float(upper)));
            }
        }
    }
}

fn sum(terms: &[(VariableId, i64)], columns: &[good_lp::Variable]) -> good_lp::Expression {
    let mut sum = good_lp::Expression::with_capacity(terms.len());
    for &(variable, by) in terms {
        sum.add_mul(float(by), columns[variable.index()]);
    }
    sum
}

//! Counts of switches: how many options of an owner are used, and whether any option of a school is.
//!
//! A relaxation likes many options that differ by one school, each used for a ninth. To decide on one of them changes
//! nothing, since another takes its place; to decide on a count changes much.

use std::collections::BTreeMap;

use crate::base::IdVec;
use crate::model::formulation::{
    Expression, Formulation, Label, Role, Row, RowId, Variable, VariableId,
};

/// The least number of switches that are worth a count.
const LEAST: usize = 3;

/// Variables that count the used switches of rows that limit their number.
pub struct Counts(BTreeMap<VariableId, RowId>);

impl Counts {
    /// Adds a variable for each row that limits how many of some switches are used, and a row that says what it counts.
    pub fn add(program: &mut Formulation) -> Self {
        let mut counts = BTreeMap::new();
        for (id, most) in limits_of_switches(program) {
            let row = &program.rows[id];
            let label = Label { kind: "count", ..row.label };
            let sum = Expression { terms: row.terms.clone(), constant: 0 };
            let whole = Variable { label, lower: 0, upper: Some(most), whole: true };
            let count = program.variable(whole);
            program.row(label, Role::Meaning, sum.plus_variable(-1, count), Some(0), Some(0));
            counts.insert(count, id);
        }
        Self(counts)
    }

    /// Each variable, and the row whose switches it counts, in the order in which they were added.
    pub fn of_rows(&self) -> impl Iterator<Item = (VariableId, RowId)> {
        self.0.iter().map(|(&count, &row)| (count, row))
    }

    /// Whether a variable is one of them.
    pub fn contains(&self, variable: VariableId) -> bool {
        self.0.contains_key(&variable)
    }

    /// Leaves the limits of the rows to the variables, so that a solver divides at these rather than taking them out as
    /// what follows from the rows.
    pub fn replace_rows(&self, program: &mut Formulation) {
        for &row in self.0.values() {
            program.rows[row].upper = None;
        }
    }

    /// The values of a point of the program without counts, with those of the counts.
    pub fn counted(
        &self,
        program: &Formulation,
        mut values: IdVec<VariableId, i64>,
    ) -> IdVec<VariableId, i64> {
        for &row in self.0.values() {
            let terms = &program.rows[row].terms;
            values.push(terms.iter().map(|&(switch, _)| values[switch]).sum());
        }
        values
    }
}

/// The rows that limit how many of some switches are used, and how many each allows.
pub fn limits_of_switches(program: &Formulation) -> Vec<(RowId, i64)> {
    program.rows.iter().filter_map(|(id, row)| Some((id, limit(program, row)?))).collect()
}

/// How many switches a row allows, if it says nothing else and allows some.
fn limit(program: &Formulation, row: &Row) -> Option<i64> {
    let is_switch = |&(variable, by): &(VariableId, i64)| {
        let variable = &program.variables[variable];
        by == 1 && variable.whole && variable.lower == 0 && variable.upper == Some(1)
    };
    let is_limit =
        row.lower.is_none() && row.terms.len() >= LEAST && row.terms.iter().all(is_switch);
    row.upper.filter(|&most| is_limit && most > 0)
}

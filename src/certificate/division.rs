//! What cases are divided at: a variable or a row that is a whole number in every plan.

use crate::model::formulation::{Formulation, RowId, VariableId};

/// The lower and the upper side of a row, or the bounds of a variable; `None` where there is none.
pub type Sides = (Option<i64>, Option<i64>);

/// What cases are divided at.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Division {
    /// A variable.
    Variable(VariableId),
    /// The sum of a row.
    Row(RowId),
}

impl Division {
    /// What it lies between.
    pub fn sides(self, program: &Formulation) -> Sides {
        match self {
            Self::Variable(id) => (Some(program.variables[id].lower), program.variables[id].upper),
            Self::Row(id) => (program.rows[id].lower, program.rows[id].upper),
        }
    }

    /// Lets it lie between other sides. A variable always has a lower one.
    pub fn set_sides(self, program: &mut Formulation, (lower, upper): Sides) {
        match self {
            Self::Variable(id) => {
                let variable = &mut program.variables[id];
                (variable.lower, variable.upper) = (lower.unwrap_or(variable.lower), upper);
            }
            Self::Row(id) => {
                (program.rows[id].lower, program.rows[id].upper) = (lower, upper);
            }
        }
    }

    /// A variable in it that need not be whole, so that there are plans between two cases.
    pub(super) fn broken(self, program: &Formulation) -> Option<VariableId> {
        let is_broken = |id: &VariableId| !program.variables[*id].whole;
        match self {
            Self::Variable(id) => Some(id).filter(is_broken),
            Self::Row(id) => program.rows[id].terms.iter().map(|&(id, _)| id).find(is_broken),
        }
    }
}

/// The sides of both cases: at most a value, and above it.
pub fn divided((lower, upper): Sides, at: i64) -> (Sides, Sides) {
    let above = at.saturating_add(1);
    let most = upper.map_or(at, |upper| upper.min(at));
    let least = lower.map_or(above, |lower| lower.max(above));
    ((lower, Some(most)), (Some(least), upper))
}

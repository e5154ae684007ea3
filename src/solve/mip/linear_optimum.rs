//! An optimum of a linear relaxation, as a solver gives it.

use super::exact::{float, rounded};
use crate::base::IdVec;
use crate::model::formulation::{RowId, VariableId};

/// An optimum of a linear relaxation, in the solver's floats: it steers, and proves nothing.
#[derive(Clone, Debug)]
pub struct LinearOptimum {
    /// By how much the optimum rises when a row's bound rises by one.
    pub duals: IdVec<RowId, f64>,
    /// The values of the variables.
    pub values: IdVec<VariableId, f64>,
}

impl LinearOptimum {
    /// The duals times a scale, rounded to whole numbers.
    pub fn whole_duals(&self, scale: i64) -> IdVec<RowId, i64> {
        let scale = float(scale);
        self.duals.values().map(|&dual| rounded(dual * scale).unwrap_or(0)).collect()
    }
}

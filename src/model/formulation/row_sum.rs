//! Sums of rows with multipliers, in whole numbers that cannot overflow unseen.

use std::collections::BTreeMap;

use super::{Expression, Row, Variable, VariableId};
use crate::base::IdVec;

/// A sum of rows: in every plan its terms together are at least its side.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct RowSum {
    terms: BTreeMap<VariableId, i128>,
    side: i128,
}

/// Why a sum proves nothing.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SumFlaw {
    /// A row has no bound on the side of its multiplier.
    NoSide,
    /// A number does not fit.
    Overflow,
    /// A variable that need not be whole has a coefficient after rounding.
    NotWhole(VariableId),
    /// A variable without upper bound makes the sum as small as one likes.
    Unbounded(VariableId),
}

impl RowSum {
    /// Adds a row `by` times: at its lower side if `by` is above 0, else at its upper side.
    pub fn add(&mut self, row: &Row, by: i64) -> Result<(), SumFlaw> {
        if by == 0 {
            return Ok(());
        }
        let side = row.side(by).ok_or(SumFlaw::NoSide)?;
        let by = i128::from(by);
        self.side = plus(self.side, by, side.into())?;
        for &(variable, coefficient) in &row.terms {
            self.term(variable, by, coefficient.into())?;
        }
        Ok(())
    }

    /// Adds the upper bound of a variable `by` times, `by` above 0.
    pub fn add_upper(
        &mut self,
        variable: VariableId,
        upper: Option<i64>,
        by: i64,
    ) -> Result<(), SumFlaw> {
        let by = -i128::from(by);
        self.side = plus(self.side, by, upper.ok_or(SumFlaw::NoSide)?.into())?;
        self.term(variable, by, 1)
    }

    fn term(&mut self, variable: VariableId, by: i128, coefficient: i128) -> Result<(), SumFlaw> {
        let term = self.terms.entry(variable).or_default();
        *term = plus(*term, by, coefficient)?;
        Ok(())
    }

    /// The row that follows by division and rounding up: its terms, and what they are at least.
    ///
    /// With `x` at least its lower bound `l`, rounding a coefficient up by `r` adds at least `r l` to the sum. As all
    /// that is left in the row is whole, so is the sum, and its side may be rounded up too.
    pub fn rounded(
        &self,
        variables: &IdVec<VariableId, Variable>,
        divisor: i64,
    ) -> Result<(Vec<(VariableId, i64)>, i64), SumFlaw> {
        let divisor = i128::from(divisor);
        let mut side = self.side;
        let mut terms = Vec::new();
        for (&id, &term) in &self.terms {
            let coefficient = rounded_up(term, divisor);
            let added = plus(-term, coefficient, divisor)?;
            side = plus(side, added, variables[id].lower.into())?;
            if coefficient == 0 {
                continue;
            }
            if !variables[id].whole {
                return Err(SumFlaw::NotWhole(id));
            }
            terms.push((id, i64::try_from(coefficient).map_err(|_| SumFlaw::Overflow)?));
        }
        let side = i64::try_from(rounded_up(side, divisor)).map_err(|_| SumFlaw::Overflow)?;
        Ok((terms, side))
    }

    /// The least that `scale` times an objective can be, by this sum and the bounds of the variables; divided by `scale`
    /// and rounded up, as an objective is a whole number.
    pub fn bound(
        mut self,
        variables: &IdVec<VariableId, Variable>,
        objective: &Expression,
        scale: i64,
    ) -> Result<i64, SumFlaw> {
        let scale = i128::from(scale);
        let mut least = plus(self.side, scale, objective.constant.into())?;
        // What is left of the objective's coefficients: the reduced costs, with the opposite sign.
        for &(variable, by) in &objective.terms {
            self.term(variable, -scale, by.into())?;
        }
        for (&id, &excess) in &self.terms {
            let variable = &variables[id];
            let at = match (excess > 0, variable.upper) {
                (true, Some(upper)) => upper,
                (true, None) => return Err(SumFlaw::Unbounded(id)),
                (false, _) => variable.lower,
            };
            least = plus(least, -excess, at.into())?;
        }
        i64::try_from(rounded_up(least, scale)).map_err(|_| SumFlaw::Overflow)
    }
}

/// `sum + by × number`.
fn plus(sum: i128, by: i128, number: i128) -> Result<i128, SumFlaw> {
    by.checked_mul(number).and_then(|product| sum.checked_add(product)).ok_or(SumFlaw::Overflow)
}

/// A quotient, rounded up; the divisor is above 0.
fn rounded_up(number: i128, divisor: i128) -> i128 {
    -(-number).div_euclid(divisor)
}

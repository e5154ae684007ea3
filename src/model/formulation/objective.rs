//! The objective of a goal level: a sum, or the k-th greatest of many measures.

use std::sync::Arc;

use super::{Expression, VariableId};

/// The objective of a goal level, to be minimised.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Objective {
    /// A sum, in which each variable occurs once, in order.
    Sum(Expression),
    /// The k-th greatest of many measures.
    Ranked(Ranked),
}

/// The `rank`-th greatest of many measures, each counted as many times as the value of its variable; 0
/// if there are fewer.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Ranked {
    /// The rank, from 1 for the greatest.
    pub rank: i64,
    /// The variables with their measures, all above 0, the greatest first. Levels of several ranks
    /// share them.
    pub measures: Arc<[(VariableId, i64)]>,
}

impl Objective {
    /// The value under an assignment of values to variables.
    pub fn value(&self, value_of: impl Fn(VariableId) -> i64) -> i64 {
        match self {
            Self::Sum(sum) => sum.value(value_of),
            Self::Ranked(ranked) => ranked.value(value_of),
        }
    }

    /// The sum; `None` if the objective is ranked.
    pub fn sum(&self) -> Option<&Expression> {
        match self {
            Self::Sum(sum) => Some(sum),
            Self::Ranked(_) => None,
        }
    }
}

impl From<Expression> for Objective {
    fn from(sum: Expression) -> Self {
        Self::Sum(sum.collected())
    }
}

impl Ranked {
    /// Measures sorted for levels of several ranks, without those that are 0.
    pub fn sorted(mut measures: Vec<(VariableId, i64)>) -> Arc<[(VariableId, i64)]> {
        measures.retain(|&(_, measure)| measure > 0);
        measures
            .sort_unstable_by_key(|&(variable, measure)| (std::cmp::Reverse(measure), variable));
        measures.into()
    }

    /// The value under an assignment of values to variables.
    pub fn value(&self, value_of: impl Fn(VariableId) -> i64) -> i64 {
        let mut number = 0;
        let reached = self.measures.iter().find(|&&(variable, _)| {
            number += value_of(variable);
            number >= self.rank
        });
        reached.map_or(0, |&(_, measure)| measure)
    }

    /// The count of measures above `most`, and its upper limit: the value is at most `most` if and only if
    /// the count is at most that limit.
    pub fn beyond(&self, most: i64) -> (Expression, i64) {
        let end = self.measures.partition_point(|&(_, measure)| measure > most);
        let beyond = self.measures[..end].iter().map(|&(variable, _)| variable);
        (Expression::sum(beyond), self.rank - 1)
    }

    /// All values that the objective can have, in ascending order.
    pub fn values(&self) -> Vec<i64> {
        let mut values: Vec<i64> = self.measures.iter().map(|&(_, measure)| measure).collect();
        values.push(0);
        values.dedup();
        values.reverse();
        values
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Id;

    #[test]
    fn measures_stand_as_often_as_their_variables_say() {
        let variable = VariableId::from_index;
        let measures = Ranked::sorted(vec![(variable(0), 7), (variable(1), 9), (variable(2), 0)]);
        let value = |rank, counts: [i64; 3]| {
            let ranked = Ranked { rank, measures: Arc::clone(&measures) };
            Objective::Ranked(ranked).value(|id| counts[id.index()])
        };
        assert_eq!([1, 2, 3].map(|rank| value(rank, [2, 1, 1])), [9, 7, 7]);
        // Fewer than the rank: 0, whatever has a measure of 0.
        assert_eq!([value(4, [2, 1, 1]), value(1, [0, 0, 5])], [0, 0]);
        let ranked = Ranked { rank: 3, measures };
        assert_eq!(ranked.values(), [0, 7, 9]);
        assert_eq!(ranked.beyond(7), (Expression::sum([variable(1)]), 2));
        assert_eq!(ranked.beyond(6).0, Expression::sum([variable(1), variable(0)]));
    }
}
